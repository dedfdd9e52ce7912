"""Words of the interface by language: French in the templates, Dutch and English in gettext catalogues."""

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = "fr"
"""Language in which the templates are written."""


@cache
def translations(theme: Path, langue: str) -> NullTranslations:
    """Return the translations of a language, read from its `.po`: what is committed is what is used."""
    if langue == SOURCE:
        return NullTranslations()
    with catalogue_path(theme, langue).open("rb") as file:
        catalogue = read_po(file, locale=langue)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def catalogue_path(theme: Path, langue: str) -> Path:
    """Return the file of a language's translations."""
    return theme / "locales" / langue / "LC_MESSAGES" / "messages.po"
