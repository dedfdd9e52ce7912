"""The pages that somebody wrote: whole in three languages, of one shape, with links that lead somewhere."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from carte_sociale.loading.project import read_project
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.routes import KINDS

RACINE = Path(__file__).parents[2]
CONTENU = RACINE / "content"
NOMS = sorted(path.relative_to(CONTENU / "fr").as_posix() for path in (CONTENU / "fr").rglob("*.md"))
FICHIERS = [f"{langue}/{nom}" for langue in LANGUES_DU_SITE for nom in NOMS]
ATTENDUS = {f"{nom}.md" for nom in ("a-propos", "methode", "vie-privee", "accessibilite", "securite", "contribuer")}


def _parts(name: str) -> tuple[dict[str, str], str]:
    _, front, body = (CONTENU / name).read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(front, yaml.BaseLoader), body


def _headings(name: str) -> list[int]:
    prose = re.sub(r"^```.*?^```", "", _parts(name)[1], flags=re.DOTALL | re.MULTILINE)
    return [len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE)]


def _links(name: str, scheme: str) -> list[str]:
    return re.findall(rf"\]\({scheme}:([^)\s]+)\)", _parts(name)[1])


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_every_page_exists_in_every_language(langue: str) -> None:
    assert sorted(p.relative_to(CONTENU / langue).as_posix() for p in (CONTENU / langue).rglob("*.md")) == NOMS
    assert set(NOMS) >= ATTENDUS


@pytest.mark.parametrize("name", FICHIERS)
def test_a_page_has_a_title_a_sentence_and_headings_from_level_two(name: str) -> None:
    front, _ = _parts(name)
    assert set(front) == {"titre", "description"}
    assert front["titre"]
    assert front["description"].endswith((".", "?"))
    levels = _headings(name)
    assert levels[0] == 2
    assert all(2 <= after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("nom", NOMS)
def test_the_three_languages_have_one_shape_and_the_same_links(nom: str) -> None:
    shapes = {
        langue: (
            _headings(f"{langue}/{nom}"),
            Counter(_links(f"{langue}/{nom}", "carte")),
            Counter(_links(f"{langue}/{nom}", "tel")),
            sorted(re.findall(r"\]\((https?://[^)\s]+)\)", _parts(f"{langue}/{nom}")[1])),
            _parts(f"{langue}/{nom}")[1].count("\n- "),
            _parts(f"{langue}/{nom}")[1].count("\n| "),
        )
        for langue in LANGUES_DU_SITE
    }
    assert shapes["nl"] == shapes["fr"]
    assert shapes["en"] == shapes["fr"]


@pytest.mark.parametrize("name", FICHIERS)
def test_links_lead_to_pages_and_files_that_exist(name: str) -> None:
    for target in _links(name, "carte"):
        kind, _, slug = target.partition("/")
        assert kind in KINDS
        if kind == "comparaison":
            assert (CONTENU / "_data" / "comparaisons" / f"{slug}.yml").is_file()
        else:
            assert not slug
    assert [target for target in _links(name, "depot") if not (RACINE / target).is_file()] == []


@pytest.mark.parametrize("name", FICHIERS)
def test_a_page_holds_no_markup_and_no_bare_link(name: str) -> None:
    body = re.sub(r"^```.*?^```", "", _parts(name)[1], flags=re.DOTALL | re.MULTILINE)
    assert not re.search(r"<[a-z/!]", body)
    assert all(re.fullmatch(r"(carte|depot|tel|https?):\S+", t) for t in re.findall(r"\]\(([^)]*)\)", body))


def test_a_number_to_press_is_that_of_a_record() -> None:
    numbers = {
        telephone.numero.appel
        for lue in read_project(RACINE).lues
        if lue.fiche and lue.fiche.contacts
        for telephone in lue.fiche.contacts.telephones
    }
    pressed = {number for name in FICHIERS for number in _links(name, "tel")}
    assert len(pressed) >= 8
    assert pressed - numbers == set()
