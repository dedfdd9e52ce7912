"""Words of every day, some two thousand, that lead first to no grave theme; and those of danger, that do."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from carte_sociale.model.fields import LANGUES_DU_SITE

MOTS = yaml.safe_load(Path(__file__).with_name("mots_courants.yml").read_text(encoding="utf-8"))
GRAVES = frozenset(MOTS["dangers"])


def first(chercher: Any, asked: list[tuple[str, str]]) -> dict[str, str]:
    """The first need that each query leads to; nothing of one that leads to none."""
    replies = chercher(*((langue, q, False) for langue, q in asked))
    return {q: reply["besoins"][0] for (_, q), reply in zip(asked, replies, strict=True) if reply["besoins"]}


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_words_of_every_day_lead_first_to_no_grave_theme(chercher: Any, langue: str) -> None:
    words = MOTS["courants"][langue]
    assert len(words) > 600
    found = first(chercher, [(langue, word) for word in words])
    assert len(found) > len(words) / 3
    assert {word: theme for word, theme in found.items() if theme in GRAVES} == {}


@pytest.mark.parametrize("theme", sorted(GRAVES))
def test_words_of_danger_lead_first_to_who_answers_it(chercher: Any, theme: str) -> None:
    asked = [(langue, word) for langue, words in MOTS["dangers"][theme].items() for word in words]
    found = first(chercher, asked)
    assert {word: found.get(word) for _, word in asked if found.get(word) != theme} == {}


@pytest.mark.parametrize(
    ("langue", "q", "besoin"),
    [
        ("fr", "je veux me marier", "demarches-administratives"), ("fr", "jeu vidéo", "culture-sport"),
        ("fr", "chemise", "vetements"), ("fr", "porter plainte pour vol", "aide-juridique"),
        ("fr", "crise du logement", "recherche-de-logement"), ("nl", "ik ben bang", "sante-mentale"),
        ("nl", "naam veranderen", "demarches-administratives"), ("en", "housing crisis", "recherche-de-logement"),
        ("en", "criminal record", "demarches-administratives"),
    ],
)  # fmt: skip
def test_an_everyday_word_leads_to_its_own_theme(chercher: Any, langue: str, q: str, besoin: str) -> None:
    (reply,) = chercher((langue, q, False))
    assert reply["besoins"][0] == besoin


def test_a_common_word_is_no_misspelt_one_in_its_language_alone(chercher: Any) -> None:
    """Nor is it in another number; a word that shares its root is what it was."""
    dry, tears, trans, add, drug = chercher(
        ("nl", "droge", False), ("nl", "tranen", False), ("nl", "trans", False), ("en", "additions", False),
        ("fr", "droge", False),
    )  # fmt: skip
    assert dry["besoins"] == tears["besoins"] == add["besoins"] == []
    assert trans["besoins"] == ["lgbtqia"]
    assert drug["besoins"][0] == "addictions"


@pytest.mark.parametrize("q", ["il me frappe", "mon mari me bat", "mon père me frappe", "il veut me tuer"])
def test_of_two_cries_in_one_sentence_the_longer_one_comes_first(chercher: Any, q: str) -> None:
    (reply,) = chercher(("fr", q, False))
    assert reply["besoins"][0] == ("maltraitance" if "père" in q else "violences-conjugales")
