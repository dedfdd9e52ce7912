"""The template environment of one language: autoescape on, an undefined name is an error.

A macro takes what is of one page (`ici`, its links) as an argument and is imported without context, so that a component
is read once an environment: with context, a record's page made twenty modules anew, a sixth of its time. What every
macro may read is a global of the environment, and no template has globals of its own: Jinja asks, at every import,
whether it has, and that cost as much again.
"""

from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup

from carte_sociale.atlas import coverage, freshness
from carte_sociale.horaires import dire, semaine_affichee
from carte_sociale.rendering.acronyms import mark_acronyms
from carte_sociale.rendering.code import CODES
from carte_sociale.rendering.compilation import Compilation, macro
from carte_sociale.rendering.dates import dated_of, dated_since, dated_until, week_days, written_date
from carte_sociale.rendering.i18n import SOURCE, Words, french_spaces, translations
from carte_sociale.rendering.icons import icon


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


class _OneLanguage(Environment):
    """An environment whose templates read its own globals, with no layer for each template."""

    context_class = _SharedContext
    code_generator_class = Compilation
    icon, macro = staticmethod(icon), staticmethod(macro)

    def __init__(self, words: Words, **options: Any) -> None:
        super().__init__(**options)
        self.words, self.newstyle_gettext = words, True
        self._modules: dict[str, TemplateModule] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return self.globals if d is None else super().make_globals(d)

    def module(self, name: str) -> TemplateModule:
        """Return the macros of a template."""
        if name not in self._modules:
            self._modules[name] = self.get_template(name).module
        return self._modules[name]


def make_environment(theme: Path, langue: str, communs: Mapping[str, Any]) -> Environment:
    """Return the environment of a language; `communs` is what every template may read."""
    environment = _OneLanguage(
        Words(translations(theme, langue)),
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
        bytecode_cache=CODES,
        optimized=False,  # folding constants took an eighth of compiling, and found none
        auto_reload=False,  # an environment lives as long as a build
    )
    environment.globals.update(
        communs,
        langue=langue,
        icone=icon,
        fraicheur=freshness,
        distances=coverage,
        deux_points="\u00a0: " if langue == "fr" else ": ",
        point_virgule="\u00a0; " if langue == "fr" else "; ",
        dire=lambda osm: dire(osm, langue),
        lire_semaine=lambda osm: semaine_affichee(osm, langue),
        noms_des_jours=week_days(langue),
    )
    environment.filters["json"] = _json_attribute
    environment.filters["mailto"] = _mailbox
    environment.filters["sigles"] = mark_acronyms
    environment.filters["espaces"] = french_spaces if langue == SOURCE else str
    environment.filters["date"] = lambda value: written_date(value, langue)
    environment.filters["date_de"] = lambda value: dated_of(value, langue)
    environment.filters["date_depuis"] = lambda value: dated_since(value, langue)
    environment.filters["date_jusque"] = lambda value: dated_until(value, langue)
    return environment


def _mailbox(address: str) -> str:
    """Return a mailbox as a `mailto:` link takes it (RFC 6068): one may hold `?bcc=`, which would add a reader."""
    return quote(address, safe="@")


def _json_attribute(value: Any) -> Markup:
    """Return JSON for an attribute between single quotes, where its own double quotes need no five bytes each."""
    text = orjson.dumps(value).decode()
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;"))
