"""Acronyms in running text, and the glossary made of our words and of the vocabularies."""

from typing import Any

import pytest

from carte_sociale.atlas.glossary import Glossaire, by_letter, is_acronym
from carte_sociale.model.mot import Mot
from carte_sociale.model.vocabulary import Vocabulaires, construire


def tr(text: str) -> dict[str, str]:
    return dict.fromkeys(("fr", "nl", "en"), text)


def mot(id_: str, **parts: Any) -> Mot:
    return Mot.model_validate({"id": id_, "mot": tr(id_.upper()), "definition": tr(f"Ce qu'est {id_}.")} | parts)


@pytest.fixture
def glossaire() -> Glossaire:
    words = (
        mot("cpas", mot={"fr": "CPAS", "nl": "OCMW", "en": "CPAS"}, est=["nature/cpas"]),
        mot("cdcs", aussi=["CDCS-CMDC"]),
        mot("kg", mot=tr("K&G")),
        mot("brusano", mot=tr("Brusano"), page={"pour_qui": tr("tous"), "contact": tr("ici")}),
        mot("bassin", mot=tr("bassin"), signifie=tr("bassin d'aide")),
    )
    return Glossaire({word.id: word for word in words})


@pytest.fixture
def vocabulaires() -> Vocabulaires:
    def term(id_: str, **parts: Any) -> dict[str, Any]:
        return {"id": id_, "label": tr(f"mots de {id_}"), "terme": tr(f"terme {id_}"), "definition": tr("x.")} | parts

    return construire(
        {
            "familles": [{"id": "f", "label": tr("f"), "icone": "i"}],
            "secteurs": [{"id": "s", "label": tr("s")}],
            "themes": [term("energie", famille="f", voisins=[], quand=tr("q"), facile={k: ["p"] for k in tr("")})],
            "natures": [term("cpas", secteur="s"), term("caw", secteur="s"), term("energie", secteur="s")],
            "dispositifs_types": [{"id": "muet", "label": tr("muet")}],
        }
    )


def test_acronyms_of_texts_are_met_once_each_in_any_language(glossaire: Glossaire) -> None:
    found = glossaire.acronymes(["Le CPAS, puis Brusano.", "Het OCMW (CPAS) en K&G."])
    assert [word.id for word in found] == ["cpas", "brusano", "kg"]
    assert glossaire.acronymes([]) == ()


def test_a_piece_of_another_word_or_an_ordinary_word_is_no_acronym(glossaire: Glossaire) -> None:
    assert glossaire.acronymes(["CPASA, xCPAS, sous-CPAS, cpas, le bassin Nord"]) == ()
    assert [word.id for word in glossaire.acronymes(["Le CDCS-CMDC."])] == ["cdcs"]
    assert is_acronym("CPAS")
    assert is_acronym("BRI-Co")
    assert not is_acronym("bassin")
    assert not is_acronym("Kind en Gezin")


def test_only_the_first_use_is_marked_and_no_letter_is_lost(glossaire: Glossaire) -> None:
    text = "Le CPAS et le CPAS : Brusano."
    pieces = list(glossaire.marquer(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [(piece, word.id) for piece, word in pieces if word] == [("CPAS", "cpas"), ("Brusano", "brusano")]
    assert [word.id for _, word in glossaire.marquer(text, ["cpas"]) if word] == ["brusano"]


def test_a_glossary_without_words_marks_nothing() -> None:
    assert list(Glossaire({}).marquer("Le CPAS.")) == [("Le CPAS.", None)]


def test_the_glossary_says_a_thing_once(glossaire: Glossaire, vocabulaires: Vocabulaires) -> None:
    lines = {line.ancre: line for line in glossaire.definitions(vocabulaires, "nl")}
    assert sorted(lines) == ["bassin", "brusano", "cdcs", "cpas", "kg", "natures-caw", "themes-energie"]
    assert (lines["cpas"].mot, lines["cpas"].page) == ("OCMW", "")
    assert (lines["brusano"].page, lines["bassin"].signifie) == ("brusano", "bassin d'aide")
    assert (lines["themes-energie"].theme, lines["themes-energie"].note) == ("energie", "mots de energie")


def test_lines_stand_under_their_letter(glossaire: Glossaire, vocabulaires: Vocabulaires) -> None:
    letters = by_letter(glossaire.definitions(vocabulaires, "fr"))
    assert [(letter, [line.mot for line in lines]) for letter, lines in letters] == [
        ("B", ["bassin", "Brusano"]), ("C", ["CDCS", "CPAS"]), ("K", ["K&G"]), ("T", ["terme caw", "terme energie"]),
    ]  # fmt: skip
