"""The template environment of one language: autoescape on, an undefined name is an error.

A macro takes what is of one page (`ici`, its links) as an argument and is imported without context, so that a component
is read once an environment: with context, a record's page made twenty modules anew, a sixth of its time. What every
macro may read is a global of the environment, and no template has globals of its own: Jinja asks, at every import,
whether it has, and that cost as much again.
"""

from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

import orjson
from babel.dates import format_date, get_day_names
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup

from carte_sociale.atlas import freshness
from carte_sociale.horaires import dire, semaine_affichee
from carte_sociale.model.fields import DatePartielle
from carte_sociale.rendering.i18n import translations
from carte_sociale.rendering.icons import icon

_LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "en": "en_GB"}
_OF = {"nl": "van", "en": "of"}
_SINCE = {"fr": "depuis", "nl": "sinds", "en": "since"}
_UNTIL = {"nl": "tot en met", "en": "until"}
_PRECISIONS = {1: "y", 2: "MMMM y", 3: "d MMMM y"}


class _SharedContext(Context):
    """The context of a page, which has no globals but those of the environment."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Any],
        globals: MutableMapping[str, Any] | None = None,  # noqa: ARG002
    ) -> None:
        super().__init__(environment, parent, name, blocks)


class _SharedGlobals(Environment):
    """An environment whose templates read its own globals, with no layer for each template."""

    context_class = _SharedContext

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return self.globals if d is None else super().make_globals(d)


def make_environment(theme: Path, langue: str, communs: Mapping[str, Any]) -> Environment:
    """Return the environment of a language; `communs` is what every template may read."""
    environment = _SharedGlobals(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
        auto_reload=False,  # an environment lives as long as a build
    )
    environment.install_gettext_translations(translations(theme, langue), newstyle=True)  # type: ignore[attr-defined]
    days = get_day_names(locale=_LOCALES[langue])
    environment.globals.update(
        communs,
        langue=langue,
        icone=icon,
        fraicheur=freshness,
        deux_points="\u00a0: " if langue == "fr" else ": ",
        point_virgule="\u00a0; " if langue == "fr" else "; ",
        dire=lambda osm: dire(osm, langue),
        lire_semaine=lambda osm: semaine_affichee(osm, langue),
        noms_des_jours=[days[day].capitalize() for day in range(7)],
    )
    environment.filters["json"] = _json_attribute
    environment.filters["date"] = lambda value: written_date(value, langue)
    environment.filters["date_de"] = lambda value: dated_of(value, langue)
    environment.filters["date_depuis"] = lambda value: dated_since(value, langue)
    environment.filters["date_jusque"] = lambda value: dated_until(value, langue)
    return environment


def _json_attribute(value: Any) -> Markup:
    """Return JSON for an attribute between single quotes, where its own double quotes need no five bytes each."""
    text = orjson.dumps(value).decode()
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;"))


def written_date(value: Any, langue: str) -> str:
    """Return a date, or a `DatePartielle` as precise as it is, in words: "mars 2026"."""
    precision = 3
    if isinstance(value, DatePartielle):
        precision = 1 + (value.mois is not None) + (value.jour is not None)
        value = value.au_plus_tot
    text = str(format_date(value, _PRECISIONS[precision], locale=_LOCALES[langue]))
    return f"1er{text[1:]}" if langue == "fr" and text.startswith("1 ") else text


def _to_the_day(value: Any) -> bool:
    return not isinstance(value, DatePartielle) or value.jour is not None


def dated_of(value: Any, langue: str) -> str:
    """Return "du 5 mars 2026", "de mars 2026", "d'avril 2026", "de 2026", in the words of each language."""
    text = written_date(value, langue)
    if langue != "fr":
        return f"{_OF[langue]} {text}"
    if _to_the_day(value):
        return f"du {text}"
    return f"d'{text}" if text[0] in "ao" else f"de {text}"


def dated_since(value: Any, langue: str) -> str:
    """Return "depuis le 5 mars 2026", "depuis mars 2026"."""
    text = written_date(value, langue)
    article = "le " if langue == "fr" and _to_the_day(value) else ""
    return f"{_SINCE[langue]} {article}{text}"


def dated_until(value: Any, langue: str) -> str:
    """Return "jusqu'au 5 mars 2026", "jusqu'en mars 2026"."""
    text = written_date(value, langue)
    if langue != "fr":
        return f"{_UNTIL[langue]} {text}"
    return f"jusqu'au {text}" if _to_the_day(value) else f"jusqu'en {text}"
