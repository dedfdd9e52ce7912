"""Every word of the interface stands in Dutch and English, with the same marks as in French."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from carte_sociale.rendering.i18n import catalogue_path, translations
from carte_sociale.rendering.places import theme_folder

OPTIONS = {"**.html": {"extensions": "jinja2.ext.i18n,jinja2.ext.do,jinja2.ext.loopcontrols", "silent": "false"}}
LANGUES = ["nl", "en"]


@pytest.fixture(scope="module")
def in_templates() -> set[str | tuple[str, str]]:
    """Message ids that the templates and the scripts hold."""
    methods = [("**.html", "jinja2"), ("**.js", "javascript")]
    found = extract_from_dir(str(theme_folder()), method_map=methods, options_map=OPTIONS)
    return {id_ if isinstance(id_, str) else tuple(id_) for _, _, id_, _, _ in found}


def catalogue(langue: str) -> Catalog:
    return read_po(io.BytesIO(catalogue_path(theme_folder(), langue).read_bytes()), locale=langue)


def messages(langue: str) -> list[Message]:
    return [message for message in catalogue(langue) if message.id]


def test_templates_hold_words(in_templates: set[str | tuple[str, str]]) -> None:
    assert len(in_templates) > 150


@pytest.mark.parametrize("langue", LANGUES)
def test_catalogue_holds_the_words_of_the_templates_and_no_others(
    langue: str, in_templates: set[str | tuple[str, str]]
) -> None:
    ids = {message.id if isinstance(message.id, str) else tuple(message.id) for message in messages(langue)}
    assert ids == in_templates, "lancez `make traductions`"


@pytest.mark.parametrize("langue", LANGUES)
def test_every_word_is_translated(langue: str) -> None:
    empty = [m.id for m in messages(langue) if not (all(m.string) if isinstance(m.string, tuple) else m.string)]
    assert empty == []


@pytest.mark.parametrize("langue", LANGUES)
def test_nothing_is_fuzzy_and_babel_finds_no_fault(langue: str) -> None:
    assert [(m.id, str(e)) for m, errors in catalogue(langue).check() for e in errors] == []
    assert [m.id for m in messages(langue) if m.fuzzy] == []


@pytest.mark.parametrize("langue", LANGUES)
def test_marks_and_markup_are_those_of_the_french(langue: str) -> None:
    def marks(text: str) -> list[str]:
        return sorted(re.findall(r"%\(\w+\)s|</?\w+", text))

    for message in messages(langue):
        source = message.id if isinstance(message.id, str) else message.id[1]
        target = message.string if isinstance(message.string, str) else message.string[1]
        assert marks(target) == marks(source), source


@pytest.mark.parametrize("langue", LANGUES)
def test_no_text_keeps_french_spacing(langue: str) -> None:
    for message in messages(langue):
        for text in message.string if isinstance(message.string, tuple) else (message.string,):
            assert not re.search(r"\w [:;!?]", text), text


def test_french_is_the_source() -> None:
    assert translations(theme_folder(), "fr").gettext("Accueil") == "Accueil"
    assert translations(theme_folder(), "nl").gettext("Accueil") == "Startpagina"


def test_theme_is_found() -> None:
    assert (theme_folder() / "layouts" / "base.html").is_file()
    assert Path(theme_folder()).name in {"theme", "_theme"}
