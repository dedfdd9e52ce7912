"""Words of the interface by language: French in the templates, Dutch and English in gettext catalogues."""

import io
import re
from collections.abc import Callable, Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup, escape

SOURCE = "fr"
"""Language in which the templates are written."""
_HIGH_POINT = re.compile("(?<=[^ ]) (?=[:;?!»])|(?<=«) ")
_NO_BREAK_SPACE = "\u00a0"


def french_spaces(text: str) -> str:
    """Return a French text in which a colon or a question mark never begins a line."""
    return _HIGH_POINT.sub(_NO_BREAK_SPACE, text)


class _French(NullTranslations):
    """The words as the templates hold them; a colon or a question mark never begins a line."""

    def gettext(self, message: str) -> str:
        return french_spaces(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n in (0, 1) else msgid2)


class Words:
    """Words of the interface in one language, as templates write them: safe, with the values that they hold escaped."""

    def __init__(self, translations: NullTranslations) -> None:
        self._translations = translations

    def word(self, text: str) -> Markup:
        """Return words that hold no value."""
        return Markup(self._translations.gettext(text) % {})

    def phrase(self, text: str) -> Callable[..., Markup]:
        """Return what writes words that hold values (`%(date)s`)."""
        said = self._translations.gettext(text)
        return lambda **values: _filled(said, values)

    def count(self, one: str, many: str) -> Callable[..., Markup]:
        """Return what writes words that count something, `%(num)s` where no value is named."""
        say = self._translations.ngettext
        return lambda number, /, **values: _filled(say(one, many, number), {"num": number, **values})


def _filled(words: str, values: Mapping[str, object]) -> Markup:
    return Markup(words % {name: escape(value) for name, value in values.items()})


@cache
def translations(theme: Path, langue: str) -> NullTranslations:
    """Return the translations of a language, read from its `.po`: what is committed is what is used."""
    if langue == SOURCE:
        return _French()
    with catalogue_path(theme, langue).open("rb") as file:
        catalogue = read_po(file, locale=langue)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def catalogue_path(theme: Path, langue: str) -> Path:
    """Return the file of a language's translations."""
    return theme / "locales" / langue / "LC_MESSAGES" / "messages.po"
