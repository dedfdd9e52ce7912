"""What several folders of tests share."""

import csv
import fcntl
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import geojson
import pytest
import yaml

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.building import build_site
from carte_sociale.loading.project import read_project
from carte_sociale.mkdocs_plugin import read_prose
from carte_sociale.model.territory import DonneesTerritoire, Territoire, construire
from carte_sociale.routes import Edition

from .autres_fiches import oublier_nos_fiches

RACINE = Path(__file__).parent.parent
DONNEES = RACINE / "content" / "_data"
CARTE = [sys.executable, "-c", "from carte_sociale.cli import main; main()"]
"""The program, for a process of its own."""


@pytest.fixture(scope="session", autouse=True)
def gardes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What builds keep for the next stands apart from what the user's own builds keep."""
    folder = tmp_path_factory.mktemp("gardes")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def territoire_reel() -> Territoire:
    """The project's own territory, read without `loading`: a mistake there cannot hide one in the data."""
    dossier = DONNEES / "territoires"
    with (dossier / "rues.csv").open(encoding="utf-8", newline="") as rues:
        return construire(
            DonneesTerritoire(
                quartiers=geojson.loads((dossier / "quartiers.geojson").read_text(encoding="utf-8")),
                communes=geojson.loads((dossier / "communes.geojson").read_text(encoding="utf-8")),
                bassins=yaml.load((dossier / "bassins.yml").read_text(encoding="utf-8"), yaml.BaseLoader),
                reperes=geojson.loads((dossier / "reperes.geojson").read_text(encoding="utf-8")),
                rues=list(csv.DictReader(rues)),
            )
        )


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """What the site was made of."""
    return build_atlas(read_project(RACINE))


@pytest.fixture(scope="session")
def site_web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, as a server gives it."""
    return _built_once(tmp_path_factory, Edition.WEB)


@pytest.fixture(scope="session")
def site_cle_usb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, as it is opened from a folder."""
    return _built_once(tmp_path_factory, Edition.CLE_USB)


def _built_once(tmp_path_factory: pytest.TempPathFactory, edition: Edition) -> Path:
    """Build an edition of the project's own site.

    The only test data that need today's date: a record added next year must not be "in the future" here. No byte of
    the site depends on it (`tests/unit/cli/test_construire.py`).
    """

    def build(target: Path) -> None:
        today = datetime.now(ZoneInfo("Europe/Brussels")).date()
        done = build_site(RACINE, target, lambda: read_prose(RACINE), today, edition)
        assert not done.refusee, [problem for problem in done.problemes if problem.gravite == "erreur"]

    return _made_once(tmp_path_factory, f"site-{edition}", build)


def _made_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Make a folder that the workers of pytest-xdist share: the first to come makes it, the others wait."""
    shared = tmp_path_factory.getbasetemp()
    if shared.name.startswith("popen-"):
        shared = shared.parent
    target = shared / name
    with (shared / f"{name}.verrou").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            make(target)
    return target


@pytest.fixture(scope="session")
def site_fictif(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the three invented records, built on 22 November 2026."""

    def build(target: Path) -> None:
        racine = copier_projet_fictif(target.with_name("projet-du-site-fictif"))
        done = build_site(racine, target, lambda: read_prose(racine), date(2026, 11, 22))
        assert not done.problemes

    return _made_once(tmp_path_factory, "site-fictif", build)


@pytest.fixture
def projet_fictif(tmp_path: Path) -> Path:
    """A project of its own to break: three invented records, with the real data and prose."""
    return copier_projet_fictif(tmp_path / "projet")


def copier_projet_fictif(cible: Path) -> Path:
    """Make the project of `projet_fictif` in a folder, and return it."""
    shutil.copytree(RACINE / "tests" / "projet-fictif", cible)
    copier_contenu(cible)
    shutil.copy(RACINE / "mkdocs.yml", cible)
    return cible


def copier_contenu(cible: Path) -> None:
    """Copy the project's own data and prose into a project of other records, but what names a record of ours."""
    shutil.copytree(RACINE / "content", cible / "content")
    oublier_nos_fiches(cible)
