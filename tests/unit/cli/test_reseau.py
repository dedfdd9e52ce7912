"""`carte reseau verifier` and `carte couverture`, as a user runs them."""

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Commande

TIE = "relations: [{type: partenaire, vers: le-banc-du-parc, declare_le: 2026-10}]\n"


def test_questions_are_no_fault(carte: Commande) -> None:
    with Path("organisations/ixelles/maison-des-tilleuls.yml").open("a", encoding="utf-8") as record:
        record.write(TIE)
    found = json.loads(carte("reseau", "verifier", "--format", "json").output)["questions"]
    (one,) = [question for question in found if question["groupe"] == "question-un-seul-cote"]
    assert (one["fichier"], one["champ"]) == ("organisations/ixelles/maison-des-tilleuls.yml", "relations[0].vers")
    for format_, langue in (("texte", "fr"), ("markdown", "nl"), ("texte", "en")):
        result = carte("reseau", "verifier", "--format", format_, langue=langue)
        assert result.exit_code == 0
        assert f"maison-des-tilleuls.yml:{one['ligne']}:{one['colonne']}" in result.output


def test_the_day_decides(carte: Commande) -> None:
    with Path("organisations/ixelles/maison-des-tilleuls.yml").open("a", encoding="utf-8") as record:
        record.write(TIE)
    assert "question-lien-ancien" not in carte("reseau", "verifier", "--format", "json").output
    assert "question-lien-ancien" in carte("reseau", "verifier", "--format", "json", jour="2027-12-01").output


def test_data_that_cannot_be_read_exit_with_2(carte: Commande) -> None:
    Path("content/_data/vocabulaires/themes.yml").write_text("- {id: seul}", encoding="utf-8")
    assert carte("reseau", "verifier").exit_code == 2


@pytest.mark.parametrize("langue", ["fr", "nl", "en"])
def test_coverage_is_of_our_list_and_says_its_assumption(carte: Commande, langue: str) -> None:
    result = carte("couverture", "--quartier", "matonge", langue=langue)
    assert result.exit_code == 0
    assert {"fr": "× 1,3", "nl": "× 1,3", "en": "× 1.3"}[langue] in result.output
    assert {"fr": "notre liste", "nl": "onze lijst", "en": "our list"}[langue] in result.output
    assert "manque" not in result.output.lower()
    assert "refuge-des-ormes.yml" not in result.output


def test_every_format_says_the_same_records(carte: Commande) -> None:
    rows = list(csv.DictReader(io.StringIO(carte("couverture", "--quartier", "matonge", "--format", "csv").output)))
    report = json.loads(carte("couverture", "--quartier", "matonge", "--format", "json").output)
    told = {(theme, found["ou"], found["fiche"]) for theme, found_ in report["themes"].items() for found in found_}
    assert {(row["theme"], row["ou"], row["fiche"]) for row in rows} == told
    assert {found["fiche"] for found_ in report["themes"].values() for found in found_}
    markdown = carte("couverture", "--quartier", "matonge", "--format", "markdown").output
    assert all(check["fichier"] in markdown for check in report["a_verifier"])


def test_an_unknown_quartier_shows_the_nearest(carte: Commande) -> None:
    result = carte("couverture", "--quartier", "matonga")
    assert result.exit_code == 2
    assert "Matonge (matonge)" in result.output


def test_a_file_of_the_network_is_checked_alone(carte: Commande) -> None:
    folder = Path("content/_data/projets")
    folder.mkdir(exist_ok=True)
    project = "nom: {fr: X}\nresume: {fr: x}\nporteur: %s\npartenaires: [le-banc-du-parc]\nsources: [{etablit: x}]\n"
    (folder / "bon.yml").write_text(project % "maison-des-tilleuls", encoding="utf-8")
    (folder / "faux.yml").write_text(project.replace("X", "Y") % "personne-ici", encoding="utf-8")
    good = carte("valider", "content/_data/projets/bon.yml")
    assert (good.exit_code, good.output[:15]) == (0, "fiches lues : 1")
    bad = json.loads(carte("valider", "content/_data/projets", "--format", "json").output)
    assert [(p["fichier"], p["code"]) for p in bad["problemes"]] == [
        ("content/_data/projets/faux.yml", "fiche-inconnue")
    ]
    assert carte("valider", "organisations").exit_code == 0


def test_a_project_without_the_folders_of_the_network_is_whole(carte: Commande) -> None:
    import shutil

    for name in ("projets", "mutualisations", "rencontres", "dispositifs", "comparaisons", "glossaire"):
        shutil.rmtree(Path("content/_data") / name, ignore_errors=True)
    assert carte("valider").exit_code == 0
