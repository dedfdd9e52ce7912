"""Mutated records, by their numbers: no traceback, no hang over 2 s, no memory over 500 MB; and what is left valid
makes a site.

`CARTE_MUTATIONS` sets how many (`make test-complet`: 20,000). A fault names its number: `tour.py NUMBER 1` replays it.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import CARTE
from .mutations import mutated, sources

ICI = Path(__file__).parent
TOURS = int(os.environ.get("CARTE_MUTATIONS", "600"))
LOTS = 5
"""Processes that share them: pytest's workers take one each. The last one also builds a site."""
CONSTRUITES_MAX = 1500


def _round(lot: int, folder: Path | None = None) -> None:
    count = TOURS // LOTS
    arguments = [str(lot * count), str(count), *([str(folder)] if folder else [])]
    done = subprocess.run([sys.executable, str(ICI / "tour.py"), *arguments], capture_output=True, text=True)
    lines = done.stdout.splitlines()
    told = [json.loads(line) for line in lines if line.startswith("{")]
    faults = [f"tour.py {line['graine']} 1: {line['faute']}" for line in told if "faute" in line]
    assert not faults, "\n\n".join(faults)
    last = next((line for line in reversed(lines) if line.isdecimal()), "the first one")
    assert done.returncode == 0, f"stopped at {last}: {done.stderr[-3000:]}"
    assert len([line for line in lines if line.isdecimal()]) == count
    assert told[-1]["publiables"] > count / 20, "hardly a mutant is valid: pages are not tried"


@pytest.mark.parametrize("lot", range(LOTS - 1))
def test_no_file_makes_the_check_fall(lot: int) -> None:
    _round(lot)


def test_a_site_is_made_of_what_is_still_valid(projet_fictif: Path, tmp_path: Path) -> None:
    """What rules let pass, pages must bear: values of other records are there, in lengths that nobody writes."""
    region = projet_fictif / "organisations" / "region"
    shutil.rmtree(projet_fictif / "organisations")
    region.mkdir(parents=True)
    _round(LOTS - 1, region)
    for path in sorted(region.iterdir())[CONSTRUITES_MAX:]:
        path.unlink()
    shown = subprocess.run([*CARTE, "valider", "--format", "json"], cwd=projet_fictif, capture_output=True)
    problems = json.loads(shown.stdout)["problemes"]
    for name in {problem["fichier"] for problem in problems if problem["gravite"] == "erreur"}:
        (projet_fictif / name).unlink()  # two mutants of one record, that take the same former address
    left = [path.stem for path in region.iterdir()]
    assert len(left) > 5
    done = subprocess.run([*CARTE, "construire"], cwd=projet_fictif, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    assert all((projet_fictif / "site/fr/organisations" / name / "index.html").is_file() for name in left)


def test_a_number_makes_the_same_file_again() -> None:
    """In another process too, whatever was made before it."""
    seeds = range(40, 60)
    code = f"import sys; sys.path.insert(0, {str(ICI)!r}); import hashlib, mutations as m\n" + (
        "for n in reversed(range(40, 60)): print(n, hashlib.sha256(m.mutated(n)[1]).hexdigest())"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    here = {f"{seed} {hashlib.sha256(mutated(seed)[1]).hexdigest()}" for seed in seeds}
    assert set(shown.splitlines()) == here
    assert len({line.split()[1] for line in here}) == len(seeds)


def test_every_record_is_a_source() -> None:
    assert len(sources()) > 300


FAUTES = {
    "while True: pass": "more than 2.0 s",
    "x = bytearray(600 * 1024 * 1024)": "more than 500 MB",
    "1 / 0": "ZeroDivisionError",
}


@pytest.mark.parametrize("fault", FAUTES)
def test_a_fault_is_told_with_its_number(fault: str) -> None:
    code = f"""
import sys; sys.path.insert(0, {str(ICI)!r})
from tour import faults, limit_memory
def steps(octets):
    yield
    if octets == b"7":
        {fault}
limit_memory()
for seed, how in faults(range(10), lambda n: ("a", str(n).encode()), steps):
    print(seed, how)
"""
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout
    assert shown.startswith("7 a, 1 bytes")
    assert FAUTES[fault] in shown


def test_a_check_that_ended_stops_nobody_later() -> None:
    code = f"""
import sys, time; sys.path.insert(0, {str(ICI)!r})
import tour
tour.PATIENCE = 0.5
assert not list(tour.faults([0], lambda n: ("a", b""), lambda octets: iter(())))
time.sleep(1)
"""
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
