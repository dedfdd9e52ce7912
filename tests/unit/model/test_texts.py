"""Texts in several languages: which one a page shows, and what is no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from carte_sociale.loading.records import read_document, validate
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.texts import Passage, Texte


class _NoVocabulary:
    def ids(self, vocabulaire: str) -> frozenset[str]:
        return frozenset()

    def plus_proches(self, vocabulaire: str, valeur: str) -> list[str]:
        return []


def codes(line: str) -> list[str]:
    """Problems of a file that holds one text, `code@line:column`."""
    document, problems = read_document("a.yml", line.encode())
    _, refused = validate(document, Texte, _NoVocabulary())
    return [f"{p.code}@{p.ligne}:{p.colonne}" for p in problems + refused]


@pytest.mark.parametrize(
    ("text", "asked", "shown"),
    [
        ({"fr": "oui", "nl": "ja", "en": "yes"}, "nl", Passage("ja", "nl", False)),
        ({"fr": "oui", "nl": "ja"}, "en", Passage("oui", "fr", True)),
        ({"nl": "ja", "en": "yes"}, "fr", Passage("ja", "nl", True)),
        ({"en": "yes"}, "nl", Passage("yes", "en", True)),
        ({"fr": "  ", "nl": "ja"}, "fr", Passage("ja", "nl", True)),
    ],
)
def test_a_missing_language_falls_back_in_the_order_of_the_site(
    text: dict[str, str], asked: str, shown: Passage
) -> None:
    assert Texte(**text).pour(asked) == shown


def test_languages_stand_in_the_order_of_the_site_whatever_the_file_says() -> None:
    assert list(Texte(en="yes", nl="ja", fr="oui").par_langue()) == list(LANGUES_DU_SITE)
    assert Texte(nl="ja").par_langue() == {"nl": "ja"}


def test_blanks_around_a_text_go_and_those_inside_stay() -> None:
    assert Texte(fr=" \n a  b\u00a0c \t").fr == "a  b\u00a0c"


@pytest.mark.parametrize("text", [{}, {"fr": ""}, {"fr": " \u00a0\n", "nl": ""}, {"fr": None}])
def test_a_text_has_one_language_at_least(text: dict[str, str | None]) -> None:
    with pytest.raises(ValidationError) as refused:
        Texte.model_validate(text)
    assert [details["type"] for details in refused.value.errors()] == ["texte-vide"]


def test_a_language_that_the_site_has_not_is_refused() -> None:
    assert codes("{fr: Accueil, de: Empfang}") == ["langue-hors-site@1:15"]


@pytest.mark.parametrize(
    "hidden",
    [
        *"\u202a\u202b\u202c\u202d\u202e",
        *"\u2066\u2067\u2068\u2069",
        *"\u200b\u200e\u200f\u2060\u061c\u180e\u00ad\ufeff",
        *"\x07\x1b\x7f\x9f",
        *"\u034f\u115f\u2800\u3164\uffa0\u206a\ufffb\ufffd\ufdd0\ue000",
        *"\u200c\u200d\ufe0f",  # in a word of ours: they part it for a search, and for nobody's eyes
        "\U000e0041",
        "\U000e0100",
        "\U0001d173",
    ],
    ids=lambda c: f"U+{ord(c):04X}",
)
def test_what_nobody_sees_is_refused_where_it_stands(hidden: str) -> None:
    assert codes(f"fr: Accu{hidden}eil") == ["caractere-interdit@1:9"]


def test_accents_in_a_heap_are_refused() -> None:
    assert codes(f"fr: Accue{chr(0x301) * 5}il") == ["caractere-interdit@1:10"]
    assert codes(f"fr: Accu{chr(0x308)}{chr(0x301)}il") == []


@pytest.mark.parametrize(
    "escaped", [r"\u200d", r"\u2800", r"\u202e", r"\u200b", r"\x07", r"\0", r"\uFEFF", r"\U000E0041"]
)
def test_an_escape_does_not_smuggle_it_in(escaped: str) -> None:
    assert codes(f'fr: "Accu{escaped}eil"') == ["caractere-interdit@1:5"]


@pytest.mark.parametrize(
    "seen",
    [
        "l’été",
        "Schaerbeek – Schaarbeek",
        "مرحبا",
        "می\u200cخواهم",
        "👩\u200d👧",
        "a\u00a0: b",
        "क्\u200dष",
        "1\ufe0f\u20e3",
        "☎\ufe0f",
        "🏳\ufe0f\u200d🌈",
        "Vie\u0323\u0302t",
    ],
)
def test_what_people_write_stays(seen: str) -> None:
    assert codes(f'fr: "{seen}"') == []


@given(st.dictionaries(st.sampled_from(LANGUES_DU_SITE), st.text(min_size=1).filter(str.strip), min_size=1))
def test_every_language_gets_some_text_and_knows_whether_it_is_its_own(text: dict[str, str]) -> None:
    texte = Texte(**text)
    for langue in LANGUES_DU_SITE:
        passage = texte.pour(langue)
        assert passage.texte == texte.par_langue()[passage.langue]
        assert passage.repli is (langue not in texte.par_langue())
        assert passage.repli is (passage.langue != langue)
