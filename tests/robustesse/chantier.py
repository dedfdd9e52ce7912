"""A small project that changes and is built again, for tests of what a build leaves behind."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from carte_sociale import building
from carte_sociale.building import Construction, build_site
from carte_sociale.mkdocs_plugin import read_prose
from carte_sociale.rendering.manifest import differences, read_manifest

from ..conftest import CARTE

RACINE = Path(__file__).parents[2]
JOUR = date(2026, 11, 22)


class Projet:
    """The three invented records with a theme of their own, built in French."""

    def __init__(self, racine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.racine, self._patch = racine, monkeypatch
        self.theme = racine / "theme"
        shutil.copytree(RACINE / "theme", self.theme)
        (racine / "node_modules").symlink_to(RACINE / "node_modules")
        monkeypatch.setattr(building, "theme_folder", lambda: self.theme)

    def build(self, sortie: Path, processus: int = 2) -> Construction:
        """Build as the last build left things."""
        return build_site(
            self.racine, sortie, lambda: read_prose(self.racine), JOUR, langues=("fr",), processus=processus
        )

    def build_from_nothing(self, sortie: Path) -> dict[str, str]:
        """Build without anything kept, in one process; return the manifest."""
        with self._patch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(sortie.with_name(f"gardes-{sortie.name}")))
            assert not self.build(sortie, processus=1).refusee
        return manifest_of(sortie)


def manifest_of(site: Path) -> dict[str, str]:
    """Return the manifest of a site that is what its manifest says, and fails where it is not."""
    known = read_manifest(site)
    assert known is not None
    assert not (found := differences(site, known)), found
    return known


def carte(*arguments: object, racine: Path) -> subprocess.Popen[str]:
    """Start the program in a process of its own."""
    command = [*CARTE, *map(str, arguments), "--projet", str(racine), "--date", str(JOUR)]
    return subprocess.Popen(
        [*command, "--langue", "fr"], env=os.environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
