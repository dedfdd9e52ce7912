"""Everyday words: a slip in a volunteer's list is a warning, and leads nowhere."""

from pathlib import Path

import pytest

from carte_sociale.loading.project import read_data, read_project
from carte_sociale.loading.synonyms import THEMES_MAX

RACINE = Path(__file__).parents[3]


def rewritten(projet: Path, name: str, text: str) -> list[str]:
    (projet / "content" / "_data" / "synonymes" / name).write_text(text, encoding="utf-8")
    return [f"{p.code} {p.ligne}:{p.colonne} {p.suggestion('fr')}" for p in read_data(projet).problemes]


def test_the_projects_own_words_have_nothing_wrong() -> None:
    assert read_data(RACINE).problemes == ()


def test_a_word_leads_to_its_theme(projet_fictif: Path) -> None:
    assert rewritten(projet_fictif, "fr.yml", "eau:\n  - robinet cassé\n") == []
    assert read_data(projet_fictif).synonymes.mots["fr"] == {"eau": ("robinet cassé",)}


def test_a_theme_that_does_not_exist_is_told_with_the_likeliest_one(projet_fictif: Path) -> None:
    (said,) = rewritten(projet_fictif, "fr.yml", "eau:\n  - robinet\nenergi:\n  - facture\n")
    assert said == "synonyme-sans-theme 3:1 Écrivez : « energie »."
    assert "energi" not in read_data(projet_fictif).synonymes.mots["fr"]


def test_a_word_for_too_many_themes_says_nothing(projet_fictif: Path) -> None:
    themes = ["eau", "energie", "emploi", "ecole", "asile", "ivg"][: THEMES_MAX + 1]
    text = "".join(f"{theme}:\n  - Aidé\n" for theme in themes)
    (said,) = rewritten(projet_fictif, "fr.yml", text)
    assert said.startswith("synonyme-vague 12:5 ")
    assert rewritten(projet_fictif, "fr.yml", "".join(f"{theme}:\n  - aide\n" for theme in themes[:-1])) == []


@pytest.mark.parametrize("text", ["eau: robinet\n", "eau:\n  - [a, b]\n", "eau:\n  - '!'\n"])
def test_what_is_no_list_of_words_is_left_aside(projet_fictif: Path, text: str) -> None:
    (said,) = rewritten(projet_fictif, "fr.yml", text)
    assert said.startswith("synonymes-liste ")
    assert read_data(projet_fictif).synonymes.mots["fr"] == {}


def test_a_place_that_no_quartier_is_leads_nowhere(projet_fictif: Path) -> None:
    (said,) = rewritten(projet_fictif, "lieux.yml", "Matonge: [matonge, Flagey Malibran, nulle-part]\n")[1:]
    assert said.startswith("lieu-dit-inconnu 1:")
    assert read_data(projet_fictif).synonymes.lieux == {"Matonge": ("matonge",)}


def test_a_project_without_such_words_is_whole(projet_fictif: Path) -> None:
    for path in (projet_fictif / "content" / "_data" / "synonymes").iterdir():
        path.unlink()
    assert read_data(projet_fictif).problemes == ()


def test_warnings_of_data_are_told_with_those_of_records(projet_fictif: Path) -> None:
    rewritten(projet_fictif, "nl.yml", "nergens:\n  - woord\n")
    assert [p.code for p in read_project(projet_fictif).problemes] == ["synonyme-sans-theme"]


def test_common_words_are_those_of_a_language_of_the_site(projet_fictif: Path) -> None:
    (said,) = rewritten(projet_fictif, "courants.yml", "fr:\n  - addition\nde:\n  - Zug\n")
    assert said.startswith("courants-sans-langue 3:1 ")
    assert read_data(projet_fictif).synonymes.courants == {"fr": ("addition",)}
