"""Whatever stops a build, the site that is served is whole: the old one or the new one; and the next build succeeds.

`CARTE_ARRETS` sets at how many random moments a build is killed (`make test-complet`: fifty); the seed is printed.
"""

import errno
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from carte_sociale.cli import main
from carte_sociale.loading.files import FichierChange
from carte_sociale.producing import Atelier
from carte_sociale.rendering import packs

from .chantier import JOUR, carte, manifest_of

ARRETS = int(os.environ.get("CARTE_ARRETS", "4"))
MAISON = "organisations/ixelles/maison-des-tilleuls.yml"
OPTIONS = ("construire", "--langues", "fr")


@pytest.fixture
def racine(projet_fictif: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "gardes"))
    return projet_fictif


def built(racine: Path) -> dict[str, str]:
    """Build to the end; return the manifest."""
    process = carte(*OPTIONS, racine=racine)
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, output + errors
    return manifest_of(racine / "site")


def edited(racine: Path, words: str) -> None:
    path = racine / MAISON
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines = [
        f"  fr: {words}\n" if line.startswith("  fr: Un") or line.startswith("  fr: Mot") else line for line in lines
    ]
    path.write_text("".join(lines), "utf-8")


def test_a_build_killed_at_any_moment_leaves_a_whole_site(racine: Path) -> None:
    """Killed in its reading, its writing or its last step, from a cold start or after another build."""
    rng = random.Random(ARRETS)
    before = built(racine)
    edited(racine, "Mot pour mot.")
    start = time.monotonic()
    after = built(racine)
    whole, moments = time.monotonic() - start, []
    assert before != after
    for arret in range(ARRETS):
        edited(racine, f"Mot {arret}.")
        if rng.random() < 0.3:
            for path in (racine.parent / "gardes").rglob("garde"):
                path.unlink()
        moments.append(rng.uniform(0.1, 1.1) * whole)
        process = carte(*OPTIONS, racine=racine)
        time.sleep(moments[-1])
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        there = manifest_of(racine / "site")
        done = built(racine)
        assert there in (after, done), moments
        after = done
        left = {path.name for path in racine.iterdir() if "site" in path.name}
        assert left <= {"site", ".site.precedent"}, (left, moments)


def test_two_builds_at_once_both_end_well(racine: Path) -> None:
    processes = [carte(*OPTIONS, racine=racine) for _ in range(2)]
    outputs = [process.communicate(timeout=180) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outputs
    assert any("attend" in errors for _, errors in outputs)
    manifest_of(racine / "site")


def refused_after(count: int, error: int) -> Callable[..., int]:
    """`os.write` until the disk refuses."""
    real, left = os.write, [count]

    def write(handle: int, content: Any) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(error, os.strerror(error))
        return real(handle, content)

    return write


@pytest.mark.parametrize("count", [0, 2, 40, 250])
def test_a_full_disk_is_said_and_the_old_site_stays(racine: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    before = built(racine)
    edited(racine, "Mot pour mot.")
    for path in (racine.parent / "gardes").rglob("garde"):
        path.unlink()
    monkeypatch.setattr(os, "write", refused_after(count, errno.ENOSPC))
    arguments = [*OPTIONS, "--projet", str(racine), "--date", str(JOUR), "--langue", "fr", "--processus", "1"]
    result = CliRunner().invoke(main, arguments)
    monkeypatch.undo()
    assert (result.exit_code, result.exception.__class__) == (2, SystemExit), result.output
    assert result.output.startswith("Erreur : Plus de place sur le disque pour « ")
    assert len(result.output.splitlines()) == 1
    assert manifest_of(racine / "site") == before
    assert {path.name for path in racine.iterdir() if "site" in path.name} <= {"site", ".site.precedent"}
    monkeypatch.setenv("XDG_CACHE_HOME", str(racine.parent / "gardes"))
    assert built(racine) != before


@pytest.mark.parametrize("sortie", ["/proc/site", "/dev/null/site", "{fichier}", "{fichier}/dedans"])
def test_an_output_that_cannot_be_written_is_said_in_one_line(racine: Path, tmp_path: Path, sortie: str) -> None:
    file = tmp_path / "fichier"
    file.write_text("à garder", "utf-8")
    process = carte(*OPTIONS, "--sortie", sortie.format(fichier=file), racine=racine)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output) == (2, "")
    assert len(errors.splitlines()) == 1
    assert "Traceback" not in errors
    assert file.read_text("utf-8") == "à garder"


def test_without_a_place_to_keep_anything_a_site_is_built_all_the_same(
    racine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/gardes")
    built(racine)
    assert not (tmp_path / "gardes").exists()


@pytest.mark.parametrize("obstacle", ["web-fr", "web-fr/verrou", "web-fr/fragments-abc", "web-fr/garde"])
def test_what_stands_in_the_way_of_what_is_kept_stops_nothing(racine: Path, tmp_path: Path, obstacle: str) -> None:
    before = built(racine)
    (folder,) = (tmp_path / "gardes/carte-sociale").iterdir()
    shutil.rmtree(folder / "web-fr")
    path = folder / obstacle
    path.parent.mkdir(exist_ok=True)
    if obstacle == "web-fr":
        path.touch()
    else:
        path.mkdir()
    assert built(racine) == before


@pytest.mark.parametrize("count", [0, 1])
def test_a_disk_too_full_to_keep_anything_does_without(
    racine: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """What is kept may stand on another disk than the site: a full one costs time, not the site."""
    real, left = packs.write_all, [count]

    def write(handle: int, content: bytes) -> None:
        left[0] -= 1
        if left[0] == -1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle, content)

    monkeypatch.setattr(packs, "write_all", write)
    arguments = [*OPTIONS, "--projet", str(racine), "--date", str(JOUR), "--langue", "fr", "--processus", "1"]
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, left[0] < 0) == (0, True), result.output
    manifest_of(racine / "site")


def test_a_record_saved_during_the_build_is_said(racine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(*_: object) -> None:
        raise FichierChange(MAISON)

    before = built(racine)
    edited(racine, "Mot pour mot.")
    monkeypatch.setattr(Atelier, "produire", changed)
    for processus in (1, 2):
        arguments = ["--projet", str(racine), "--date", str(JOUR), "--langue", "nl", "--processus", str(processus)]
        result = CliRunner().invoke(main, [*OPTIONS, *arguments])
        assert result.exit_code == 2, result.output
        assert MAISON in result.output
        assert "gewijzigd tijdens de opbouw" in result.output
    assert manifest_of(racine / "site") == before


def test_links_that_lead_round_in_a_circle_are_said_in_one_line(racine: Path) -> None:
    (racine / "rond").symlink_to("rond")
    for command in ((*OPTIONS, "--sortie", str(racine / "rond")), ("valider", str(racine / "rond"))):
        process = carte(*command, racine=racine)
        output, errors = process.communicate(timeout=60)
        assert (process.returncode, output, len(errors.splitlines())) == (2, "", 1), errors
        assert "rond" in errors


def test_a_page_of_prose_that_is_no_text_is_named(racine: Path) -> None:
    (racine / "content/fr/a-propos.md").write_bytes(b"\xff\xfe\x00")
    process = carte(*OPTIONS, racine=racine)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, len(errors.splitlines())) == (2, "", 1), errors
    assert "fr/a-propos.md » n'est pas du texte en UTF-8" in errors


def test_a_pipe_among_the_records_holds_nobody(racine: Path) -> None:
    os.mkfifo(racine / "organisations/ixelles/tuyau.yml")
    process = carte("valider", racine=racine)
    output, errors = process.communicate(timeout=60)
    assert "organisations/ixelles/tuyau.yml" in output
    assert (process.returncode, errors) == (1, "")
