"""The same input gives the same bytes: another folder, day, hour, time zone, locale, hash seed, mask of rights, order
of files or number of processes changes nothing.

`CARTE_VARIANTES=1` (`make test-complet`) makes one change at a time, so that the one that counts is known.
"""

import hashlib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from ..conftest import copier_projet_fictif

RACINE = Path(__file__).parents[2]
COMMANDE = """
import os, sys, time_machine

listdir, scandir = os.listdir, os.scandir

class Backwards:
    def __init__(self, path="."):
        with scandir(path) as entries:
            self._entries = reversed(list(entries))
    __iter__ = __enter__ = lambda self: self
    __next__ = lambda self: next(self._entries)
    __exit__ = close = lambda self, *_: None

if sys.argv[2] == "backwards":
    os.scandir, os.listdir = Backwards, lambda path=".": listdir(path)[::-1]
time_machine.travel(sys.argv[1], tick=True).start()

from carte_sociale.cli import main
main(["construire", *sys.argv[3:]])
"""
"""A build on a machine whose clock is what is said, and where a folder may list its files the other way round."""


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _build(
    projet: Path,
    sortie: Path,
    *options: str,
    horloge: str = "2026-11-22T10:00:00+00:00",
    ordre: str = "forwards",
    masque: int = 0o022,
    **environnement: str,
) -> dict[str, str]:
    """Build in a process of its own, with nothing kept from before; return the digest of every file."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(sortie.with_name(f"gardes-{sortie.name}")), **environnement}
    command = [sys.executable, "-c", COMMANDE, horloge, ordre, "--projet", str(projet), "--sortie", str(sortie)]
    done = subprocess.run(
        [*command, *options], cwd=sortie.parent, env=environment, umask=masque, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return _digests(sortie)


def _copied(source: Path, target: Path, files: Sequence[Path]) -> None:
    """Copy files one by one, in the order given: that of their creation, which a disk may list them in."""
    for file in files:
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
        os.utime(copy, (0, 0))


def test_two_builds_are_the_same_bytes(site_web: Path, tmp_path: Path) -> None:
    """The whole project, all changes at once."""
    project = tmp_path / "un autre dossier"
    if (RACINE / ".git").exists():  # what is told of the history is part of the input
        subprocess.run(["git", "clone", "--quiet", "--shared", "--no-checkout", str(RACINE), str(project)], check=True)
    files = [RACINE / "mkdocs.yml", *(RACINE / "organisations").rglob("*"), *(RACINE / "content").rglob("*")]
    _copied(RACINE, project, sorted((p for p in files if p.is_file()), reverse=True))
    found = _build(
        project, tmp_path / "site", "--date", "2031-05-17", "--processus", "1",
        horloge="2031-05-17T23:59:59+14:00", ordre="backwards", masque=0o077,
        PYTHONHASHSEED="1234", TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", SOURCE_DATE_EPOCH="0",
    )  # fmt: skip
    assert found == _digests(site_web)
    left = {path.name for path in tmp_path.iterdir() if not path.name.startswith(".")}
    assert left == {"site", "un autre dossier", "gardes-site"}


SEULES: dict[str, dict[str, str | int]] = {
    "one process": {"--processus": "1"},
    "two processes": {"--processus": "2"},
    "more processes than records": {"--processus": "7"},
    "east of any day": {"TZ": "Pacific/Kiritimati", "horloge": "2040-02-29T23:59:59+14:00"},
    "west of any day": {"TZ": "Etc/GMT+12", "horloge": "1999-12-31T23:59:59-12:00"},
    "the C locale": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another language": {"LC_ALL": "", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr:ar"},
    "no hash seed": {"PYTHONHASHSEED": "0"},
    "another hash seed": {"PYTHONHASHSEED": "4294967295"},
    "files backwards": {"ordre": "backwards"},
    "a narrow mask": {"masque": 0o077},
    "a wide mask": {"masque": 0o000},
}
ENSEMBLE = {
    "one process, east": ("one process", "east of any day", "the C locale", "no hash seed", "a wide mask"),
    "seven processes, west": (
        "more processes than records", "west of any day", "another language", "another hash seed", "files backwards",
        "a narrow mask",
    ),
}  # fmt: skip
VARIANTES = SEULES | {
    name: {key: value for part in parts for key, value in SEULES[part].items()} for name, parts in ENSEMBLE.items()
}


@pytest.mark.parametrize("variante", SEULES if os.environ.get("CARTE_VARIANTES") == "1" else ENSEMBLE)
def test_no_part_of_the_machine_is_in_a_page(site_fictif: Path, tmp_path: Path, variante: str) -> None:
    """The three invented records, put there in an order drawn at random, on a machine unlike ours."""
    changes = dict(VARIANTES[variante])
    options = [part for name in list(changes) if name.startswith("--") for part in (name, str(changes.pop(name)))]
    model, project = copier_projet_fictif(tmp_path / "modele"), tmp_path / "projet"
    files = sorted(path for path in model.rglob("*") if path.is_file())
    random.Random(variante).shuffle(files)
    _copied(model, project, files)
    found = _build(project, tmp_path / "site", "--date", "2026-11-22", *options, **changes)  # type: ignore[arg-type]
    assert found == _digests(site_fictif)
