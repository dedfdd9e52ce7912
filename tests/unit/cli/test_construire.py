import json
import os
import subprocess
from pathlib import Path

import pytest

from carte_sociale import routes
from carte_sociale.building import Construction
from carte_sociale.routes import Edition

from ...conftest import CARTE
from .conftest import Commande


def made(*arguments: object) -> Construction:
    """What a build that went well says, without one: whole builds are in tests/unit/test_building.py."""
    return Construction(fiches=3, pages=12, secondes={"validation": 1.0, "ecriture": 2.5})


def old_site(folder: Path) -> dict[str, bytes]:
    for name in (routes.INTROUVABLE, routes.DONNEES["json"], "fr/index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(f"ancien {name}".encode())
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_an_error_keeps_the_old_site_byte_for_byte(carte: Commande) -> None:
    before = old_site(Path("site"))
    record = Path("organisations/ixelles/maison-des-tilleuls.yml")
    record.write_text(record.read_text(encoding="utf-8") + "couleur: vert\n", encoding="utf-8")
    result = carte("construire")
    assert result.exit_code == 1
    assert "[cle-inconnue]" in result.stderr
    assert "L'ancien site reste en place." in result.stderr
    assert "fiches lues : 3, erreurs : 1" in result.stderr
    assert contents(Path("site")) == before
    assert not list(Path().glob("site.*"))


@pytest.mark.parametrize("sortie", [".", "organisations", "content", "mkdocs.yml", ".."])
def test_nothing_but_a_site_is_ever_replaced(carte: Commande, projet_fictif: Path, sortie: str) -> None:
    before = contents(projet_fictif)
    result = carte("construire", "--sortie", sortie)
    assert result.exit_code == 2
    assert "--sortie" in result.output
    assert contents(projet_fictif) == before


@pytest.mark.parametrize(("edition", "folder"), [("web", "site"), ("cle-usb", "site-cle-usb")])
def test_each_edition_has_its_folder_and_says_how_to_open_it(
    carte: Commande, projet_fictif: Path, monkeypatch: pytest.MonkeyPatch, edition: str, folder: str
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("carte_sociale.cli.construire.build_site", lambda *a: asked.extend(a) or made())
    result = carte("construire", "--edition", edition)
    assert result.exit_code == 0
    assert asked[1] == projet_fictif / folder
    assert asked[4] == Edition(edition)
    assert str(projet_fictif / folder) in result.output
    assert ("http://127.0.0.1:8000/" in result.output) == (edition == "web")


def test_measures_have_the_shape_that_scripts_rely_on(carte: Commande, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carte_sociale.cli.construire.build_site", made)
    assert carte("construire", "--mesures", "mesures.json").exit_code == 0
    measures = json.loads(Path("mesures.json").read_text(encoding="utf-8"))
    assert list(measures) == ["fiches", "pages", "langues", "secondes", "memoire_max_mo"]
    assert measures["secondes"] == {"total": 3.5, "validation": 1.0, "ecriture": 2.5}
    assert (measures["fiches"], measures["pages"], measures["langues"]) == (3, 12, 3)
    assert measures["memoire_max_mo"] > 1


def test_a_disk_that_refuses_is_said_in_one_line(carte: Commande, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> Construction:
        raise OSError(28, "No space left on device", "site")

    monkeypatch.setattr("carte_sociale.cli.construire.build_site", refuse)
    result = carte("construire")
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert "« site »" in result.output


def test_the_installed_command_builds_the_same_bytes_in_another_process(projet_fictif: Path, site_fictif: Path) -> None:
    """Another seed of hashes, another folder, another process."""
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    done = subprocess.run(
        [*CARTE, "construire", "--date", "2026-11-22"],
        cwd=projet_fictif,
        env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "fr_BE.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(projet_fictif / "site") == contents(site_fictif)
