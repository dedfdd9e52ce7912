"""What the guides show is true: their example record, the answer they quote, the hours, the links between papers."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import copier_contenu

from carte_sociale.horaires import Compris, comprendre
from carte_sociale.loading.project import read_data, read_project
from carte_sociale.model.fiche import Fiche, Source
from carte_sociale.model.lieu import Lieu
from carte_sociale.model.service import Service
from carte_sociale.reading import check
from carte_sociale.reports import Bilan, as_text

RACINE = Path(__file__).parents[2]
JOUR = date(2026, 11, 22)
GUIDES = {"fr": "CONTRIBUTING.md", "nl": "CONTRIBUTING.nl.md"}
PAGES = {langue: f"content/{langue}/contribuer.md" for langue in ("fr", "nl", "en")}
PAPIERS = ("README.md", "CONTRIBUTING.md", "CONTRIBUTING.nl.md", "CHANGELOG.md", "SECURITY.md")
FAUTE = ("nature: maison-de-quartier", "nature: maison de cartier")


def _block(paper: str, language: str) -> str:
    found = re.findall(
        rf"^```{language}\n(.*?)^```", (RACINE / paper).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    assert len(found) == 1
    return str(found[0])


def _project(folder: Path, record: str) -> Path:
    """A project of this one record, with the real vocabularies and territory."""
    copier_contenu(folder)
    name = re.search(r"organisations/\S+\.yml", record)
    assert name
    path = folder / name[0]
    path.parent.mkdir(parents=True)
    path.write_text(record, encoding="utf-8")
    return folder


@pytest.mark.parametrize("paper", GUIDES.values())
def test_the_commented_record_is_valid_and_says_that_it_is_invented(paper: str, tmp_path: Path) -> None:
    project = _project(tmp_path, _block(paper, "yaml"))
    _, problems = check(project, JOUR)
    assert problems == []
    (lue,) = read_project(project).lues
    assert lue.fiche is not None
    assert lue.fiche.fictif is True


@pytest.mark.parametrize(("langue", "paper"), [*GUIDES.items(), *PAGES.items()])
def test_the_quoted_answer_is_what_the_program_answers(langue: str, paper: str, tmp_path: Path) -> None:
    record = _block(GUIDES.get(langue, GUIDES["fr"]), "yaml")
    assert FAUTE[0] in record
    _, problems = check(_project(tmp_path, record.replace(*FAUTE)), JOUR)
    answer = as_text(Bilan(1, problems), langue).split("\n\n")[0]
    assert answer.strip() == _block(paper, "text").strip()


@pytest.mark.parametrize("paper", GUIDES.values())
def test_the_hours_shown_are_understood(paper: str) -> None:
    examples = re.findall(r"^\| `([^`]+)` \|", (RACINE / paper).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(examples) >= 5
    assert [text for text in examples if not isinstance(comprendre(text), Compris)] == []


@pytest.mark.parametrize(("paper", "start"), [("CONTRIBUTING.md", "Obligatoires"), ("CONTRIBUTING.nl.md", "Verplicht")])
def test_the_required_fields_are_those_of_the_model_and_at_most_ten(paper: str, start: str) -> None:
    text = (RACINE / paper).read_text(encoding="utf-8")
    paragraph = text[text.index(f"{start} :" if start == "Obligatoires" else f"{start}:") :].split("\n\n")[0]
    required = [
        name
        for model in (Fiche, Source, Lieu, Service)
        for name, info in model.model_fields.items()
        if info.is_required()
    ]
    assert len(required) <= 10
    said = set(re.findall(r"`([a-z]+)`", paragraph))
    assert said == set(required)


@pytest.mark.parametrize("paper", PAPIERS)
def test_papers_link_to_files_that_exist(paper: str) -> None:
    text = (RACINE / paper).read_text(encoding="utf-8")
    targets = re.findall(r"(?<!!)\[[^\]]+\]\(([^)#\s]+)(?:#[^)]*)?\)", text)
    assert [t for t in targets if not t.startswith("https://") and not (RACINE / t).exists()] == []


def test_the_files_of_words_named_in_the_guides_exist() -> None:
    for paper in GUIDES.values():
        named = re.findall(r"`([a-z_]+)\.yml`", (RACINE / paper).read_text(encoding="utf-8"))
        assert named
        there = {
            path.stem
            for kind in ("vocabulaires", "synonymes")
            for path in (RACINE / "content/_data" / kind).glob("*.yml")
        }
        assert set(named) <= there


def test_the_publisher_is_silent_where_nothing_is_known() -> None:
    editeur = read_data(RACINE).editeur
    assert editeur.production is False
    assert editeur.site_url.endswith("/")
    assert editeur.contacts.model_dump(exclude_none=True) == {}
