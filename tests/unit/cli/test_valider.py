import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from .conftest import Commande

TILLEULS = "organisations/ixelles/maison-des-tilleuls.yml"
BANC = "organisations/molenbeek-saint-jean/le-banc-du-parc.yml"


def change(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(result: Result) -> list[str]:
    return [problem["code"] for problem in json.loads(result.output)["problemes"]]


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=Essai", "-c", "user.email=essai@carte.example"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def commit() -> None:
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "état de départ")


def test_a_valid_project_exits_with_0(carte: Commande) -> None:
    result = carte("valider")
    assert result.exit_code == 0
    assert result.output == "fiches lues : 3, erreurs : 0, avertissements : 0. Tout est en ordre.\n"


def test_warnings_do_not_block(carte: Commande) -> None:
    result = carte("valider", "--format", "json", jour="2028-01-01")
    assert result.exit_code == 0
    assert "verification-tres-ancienne" in codes(result)
    assert json.loads(result.output)["erreurs"] == 0


def test_an_error_exits_with_1_and_says_where_in_each_language(carte: Commande) -> None:
    change(TILLEULS, "nature: maison-de-quartier", "nature: maison-du-quartier")
    for langue, word in (("fr", "erreur"), ("nl", "fout"), ("en", "error")):
        result = carte("valider", langue=langue)
        assert result.exit_code == 1
        assert f"{TILLEULS}:2:9  {word}  [valeur-hors-vocabulaire]" in result.output
        assert "    2 | nature: maison-du-quartier" in result.output
        assert "maison-de-quartier" in result.output


def test_all_problems_of_all_files_come_in_one_run(carte: Commande) -> None:
    change(TILLEULS, "nature: maison-de-quartier", "nature: zzz")
    change(BANC, "nature: lieu-de-liens", "nature: zzz\ncouleur: vert")
    found = json.loads(carte("valider", "--format", "json").output)["problemes"]
    assert {problem["fichier"] for problem in found} == {TILLEULS, BANC}
    assert len(found) == 3


def test_json_has_the_shape_that_scripts_rely_on(carte: Commande) -> None:
    change(TILLEULS, "frais: gratuit", "frais: grattuit")
    report = json.loads(carte("valider", "--format", "json").output)
    assert list(report) == ["fiches", "erreurs", "avertissements", "problemes"]
    assert (report["fiches"], report["erreurs"], report["avertissements"]) == (3, 1, 0)
    (problem,) = report["problemes"]
    assert list(problem) == [
        "fichier",
        "ligne",
        "colonne",
        "gravite",
        "code",
        "champ",
        "valeur",
        "message",
        "suggestion",
    ]
    assert (problem["fichier"], problem["ligne"], problem["colonne"]) == (TILLEULS, 40, 12)
    assert (problem["gravite"], problem["champ"], problem["valeur"]) == ("erreur", "services[0].frais", "grattuit")
    assert "gratuit" in problem["suggestion"]


@pytest.mark.parametrize("path", [".", "organisations", "organisations/ixelles", TILLEULS])
def test_paths_choose_files_and_what_holds_them(carte: Commande, path: str) -> None:
    change(TILLEULS, "nature: maison-de-quartier", "nature: zzz")
    result = carte("valider", path, "--format", "json")
    assert result.exit_code == 1
    assert codes(result) == ["valeur-hors-vocabulaire"]


def test_an_error_elsewhere_does_not_touch_the_file_that_is_asked(carte: Commande) -> None:
    change(TILLEULS, "nature: maison-de-quartier", "nature: zzz")
    result = carte("valider", BANC)
    assert result.exit_code == 0
    assert result.output.startswith("fiches lues : 1, erreurs : 0")


def test_a_path_whose_name_only_begins_alike_is_another(carte: Commande) -> None:
    Path("organisations/ixelles-sud").mkdir()
    change(TILLEULS, "nature: maison-de-quartier", "nature: zzz")
    assert carte("valider", "organisations/ixelles-sud").exit_code == 0


def test_broken_data_are_said_whatever_file_is_asked(carte: Commande) -> None:
    Path("content/_data/editeur.yml").write_text("- rien", encoding="utf-8")
    result = carte("valider", BANC)
    assert result.exit_code == 1
    assert "content/_data/editeur.yml:1:1" in result.output


def test_the_language_is_that_of_the_environment(projet_fictif: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from carte_sociale.cli import main

    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for code, words in (("nl_BE.UTF-8", "Alles is in orde."), ("de_BE.UTF-8", "Tout est en ordre."), ("", "Tout")):
        monkeypatch.setenv("LANG", code)
        result = CliRunner().invoke(main, ["valider", "--projet", str(projet_fictif), "--date", "2026-11-22"])
        assert words in result.output


def test_depuis_separates_what_a_change_brought_in(carte: Commande) -> None:
    change(TILLEULS, "frais: gratuit", "frais: ancien")
    commit()
    change(TILLEULS, "nature: maison-de-quartier", "# une ligne de plus\nnature: maison-de-quartier")
    change(BANC, "nature: lieu-de-liens", "nature: recent")
    report = json.loads(carte("valider", "--depuis", "HEAD", "--format", "json").output)
    assert {p["valeur"]: p["nouveau"] for p in report["problemes"]} == {"ancien": False, "recent": True}
    assert {p["valeur"]: p["ligne"] for p in report["problemes"]}["ancien"] == 41
    text = carte("valider", "--depuis", "HEAD").output
    assert text.index("Ce que cette modification amène (1)") < text.index("recent") < text.index("(1)\n\n", 60)
    assert "Ce qui était déjà là (1)" in text


def test_depuis_works_in_a_folder_of_a_repository(carte: Commande, tmp_path: Path, projet_fictif: Path) -> None:
    change(TILLEULS, "frais: gratuit", "frais: ancien")
    os.chdir(tmp_path)
    commit()
    os.chdir(projet_fictif)
    report = json.loads(carte("valider", "--depuis", "HEAD", "--format", "json").output)
    assert [p["nouveau"] for p in report["problemes"]] == [False]


def test_everything_is_new_since_a_revision_without_project(carte: Commande, projet_fictif: Path) -> None:
    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "--message", "rien")
    change(TILLEULS, "frais: gratuit", "frais: recent")
    report = json.loads(carte("valider", "--depuis", "HEAD", "--format", "json").output)
    assert [p["nouveau"] for p in report["problemes"]] == [True]


@pytest.mark.parametrize("revision", ["nulle-part", "", "--output=/dev/null"])
def test_an_unknown_revision_is_a_wrong_use(carte: Commande, revision: str) -> None:
    commit()
    result = carte("valider", f"--depuis={revision}")
    assert result.exit_code == 2
    assert f"« {revision} »" in result.output


def test_a_project_without_git_history_is_a_wrong_use_of_depuis(
    carte: Commande, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert carte("valider", "--depuis", "HEAD").exit_code == 2


def test_a_missing_git_is_said(carte: Commande, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nulle-part")
    result = carte("valider", "--depuis", "HEAD")
    assert result.exit_code == 2
    assert result.output.startswith("Erreur : --depuis a besoin de git")


def test_an_unreadable_file_is_said(carte: Commande, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(path: str, *arguments: Any, **options: Any) -> int:
        if str(path).endswith("le-banc-du-parc.yml"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)
    result = carte("valider")
    assert result.exit_code == 2
    assert "le-banc-du-parc.yml" in result.output
    assert result.output.count("\n") == 1


def test_an_unreadable_folder_never_passes_for_an_empty_one(carte: Commande, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refuse(path: str = ".") -> object:
        if str(path).endswith("organisations/ixelles"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = carte("valider")
    assert result.exit_code == 2
    assert "organisations/ixelles" in result.output


COPIE = "organisations/ixelles/maison-des-tilleuls-2.yml"
AVANT = "organisations/ixelles/autre-maison.yml"


@pytest.mark.parametrize("copie", [COPIE, AVANT])
def test_a_likely_duplicate_is_said_of_the_file_that_is_asked_for_or_changed(carte: Commande, copie: str) -> None:
    """Wherever the copy stands in the order of files: whoever sent it gets the answer."""
    commit()
    Path(copie).write_bytes(Path(TILLEULS).read_bytes())
    since = json.loads(carte("valider", "--depuis", "HEAD", "--format", "json").output)
    alone = json.loads(carte("valider", copie, "--format", "json").output)
    for report in (since, alone):
        assert [p["fichier"] for p in report["problemes"] if p["code"] == "doublon-probable"] == [copie]
    whole = json.loads(carte("valider", "--format", "json").output)
    assert [p["code"] for p in whole["problemes"]].count("doublon-probable") == 1


# --- what a change brought in, in the files of the network ----------------------------------------------------------

PROJET = """\
nom: {{fr: {nom}, nl: {nom}, en: {nom}}}
resume: {{fr: Essai., nl: Proef., en: Test.}}
communes: [ixelles]
porteur: {{fiche: {porteur}, lien: source}}
partenaires: [{{fiche: le-banc-du-parc, lien: source}}]
{suite}sources: [{{etablit: tout}}]
fictif: oui
"""


def project(id_: str, nom: str = "Jardin", porteur: str = "maison-des-tilleuls", suite: str = "") -> str:
    """Write a project; return its file."""
    name = f"content/_data/projets/{id_}.yml"
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(PROJET.format(nom=nom, porteur=porteur, suite=suite), encoding="utf-8")
    return name


def since(carte: Commande, *arguments: str) -> list[tuple[str, str, bool]]:
    """The problems of today, each with its file and whether the change since the last commit brought it in."""
    report = json.loads(carte("valider", *arguments, "--depuis", "HEAD", "--format", "json").output)
    return [(Path(p["fichier"]).stem, p["code"], p["nouveau"]) for p in report["problemes"]]


def test_depuis_tells_a_new_project_from_one_that_was_wrong_before(carte: Commande) -> None:
    old = project("ancien", "Ancien", porteur="nulle-part")
    commit()
    new = project("nouveau", "Nouveau", porteur="nulle-part")
    change(old, "nom:", "# Un mot, qui déplace tout le reste.\nnom:")
    assert since(carte) == [("ancien", "fiche-inconnue", False), ("nouveau", "fiche-inconnue", True)]
    assert since(carte, new) == [("nouveau", "fiche-inconnue", True)]
    assert since(carte, "content/_data/projets") == since(carte)


def test_depuis_tells_what_was_added_to_a_project_that_was_there(carte: Commande) -> None:
    name = project("p", suite="financements: [{type: subside, pouvoir: cocom, fin: 2024}]\n")
    commit()
    change(name, "resume: {fr: Essai.", "resume: {fr: Essai à 300 €.")
    change(name, "[{type", "[{type: label, pouvoir: cocom, fin: 2023}, {type")
    found = [(code, new) for _, code, new in since(carte)]
    assert sorted(found) == [("financement-echu", False), ("financement-echu", True), ("montant-dans-reseau", True)]


def test_depuis_tells_what_a_record_that_went_away_breaks_in_a_project_that_did_not_change(carte: Commande) -> None:
    project("p")
    commit()
    Path(BANC).unlink()
    assert ("p", "fiche-inconnue", True) in since(carte)


@pytest.mark.parametrize("copie", ["autre", "zzz"])
def test_the_same_name_is_said_of_the_project_that_was_added(carte: Commande, copie: str) -> None:
    """Wherever it stands in the order of files."""
    project("jardin")
    commit()
    project(copie)
    assert since(carte) == [(copie, "meme-nom", True)]


def test_mending_one_slip_of_a_project_brings_no_other_in(carte: Commande) -> None:
    name = project("p", porteur="nulle-part", suite="site: pas-un-site\n")
    commit()
    change(name, "site: pas-un-site\n", "")
    assert since(carte) == [("p", "fiche-inconnue", False)]


@pytest.mark.parametrize("dossier", ["dispositifs", "mutualisations", "rencontres"])
def test_depuis_reads_every_folder_of_the_network(carte: Commande, dossier: str) -> None:
    commit()
    path = Path(f"content/_data/{dossier}/essai.yml")
    path.parent.mkdir(exist_ok=True)
    path.write_text("nom: {fr: Essai}\n", encoding="utf-8")
    found = since(carte)
    assert found
    assert {(file, new) for file, _, new in found} == {("essai", True)}


def test_a_project_that_nobody_could_read_before_hides_nothing(carte: Commande) -> None:
    name = project("p", porteur="nulle-part")
    before = Path(name).read_text(encoding="utf-8")
    Path(name).write_text("nom: [", encoding="utf-8")
    commit()
    Path(name).write_text(before, encoding="utf-8")
    assert since(carte) == [("p", "fiche-inconnue", True)]
