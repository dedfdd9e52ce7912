"""The theme is found in a checkout and in an installed wheel; a wheel alone builds a site."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from carte_sociale.rendering.places import theme_folder

RACINE = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which a wheel of this checkout is unpacked, as an installer does."""
    return unpacked(RACINE, tmp_path_factory.mktemp("roue"))


def built(checkout: Path, target: str, folder: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True)


def unpacked(checkout: Path, folder: Path) -> Path:
    """The folder in which a wheel of these sources is unpacked."""
    built(checkout, "wheel", folder)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "paquets")
    return folder / "paquets"


def run(installed: Path, program: str, *args: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-c", program, *args]
    done = subprocess.run(command, env=environment, cwd=installed, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_theme_of_a_checkout() -> None:
    assert theme_folder() == RACINE / "theme"


def test_theme_of_a_wheel(installed: Path) -> None:
    program = "from carte_sociale.rendering.places import theme_folder; print(theme_folder())"
    assert run(installed, program) == str(installed / "carte_sociale" / "_theme")


def test_a_wheel_may_come_from_a_source_archive(installed: Path, tmp_path: Path) -> None:
    """`python -m build` makes it so: the archive has no `node_modules`, and what it gives is the same."""
    built(RACINE, "sdist", tmp_path)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as sources:
        sources.extractall(tmp_path, filter="data")
    other = unpacked(tmp_path / archive.name.removesuffix(".tar.gz"), tmp_path / "roue")
    bundles = "carte_sociale/_theme/bundles"
    names = sorted(path.name for path in (installed / bundles).iterdir())
    assert "carte.css" in names
    assert "fiche.js" in names
    assert sorted(path.name for path in (other / bundles).iterdir()) == names
    assert all((other / bundles / name).read_bytes() == (installed / bundles / name).read_bytes() for name in names)


def test_a_wheel_builds_a_site(installed: Path, projet_fictif: Path, tmp_path: Path) -> None:
    program = "import sys; from carte_sociale.cli import main; main(sys.argv[1:])"
    output = run(installed, program, "construire", "--projet", str(projet_fictif), "--sortie", str(tmp_path / "site"))
    assert "pages (fr, nl, en)" in output
    assert (tmp_path / "site" / "nl" / "index.html").is_file()
