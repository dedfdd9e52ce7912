"""Our build beside Hugo, Eleventy and stock mkdocs-material: the same records, the same words, one run.

    make bench          200, 2 000 and 10 000 records
    make bench-100k     100 000 records, ours and Hugo, one round

Rounds (three where nobody says), in each of which every generator builds once: what slows the machine down for a while
slows them all. Each build is a process of its own, which finds no cache and no site; figures are medians. Ours builds
in French as the others do, and also validates, and writes its other pages, its indexes and its data.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any

import accord
import nous
import resultats
from corpus import write_project
from mesure import CommandeRatee, Mesure, measured
from pairs import ELEVENTY, HUGO, MATERIAL, pairs, prepare

TOURS = 3
"""Rounds where nobody says how many."""


def compare(fiches: int, others: list[str], folder: Path, tours: int) -> dict[str, Any]:
    """Build `fiches` records with every generator, `tours` times; return measures, phases of ours and agreement."""
    project, sources, sites = folder / "projet", folder / "pairs", folder / "sites"
    ours = sites / nous.NOM / "site"
    write_project(project, fiches)
    sites.mkdir()
    runs: defaultdict[str, list[Mesure]] = defaultdict(list)
    phases, agreement = [], {}
    for tour in range(tours):
        figures = folder / "mesures.json"
        runs[nous.NOM].append(measured(nous.construire(project, ours, "fr", figures), folder, ours))
        phases.append(json.loads(figures.read_text(encoding="utf-8"))["secondes"])
        if tour == 0:
            prepare(ours, sources, markdown=MATERIAL in others)
        for pair in pairs(others):
            output = sites / pair.dossier / "site"
            runs[pair.nom].append(measured(pair.commande(output), sources / pair.dossier, output))
            if tour == 0:
                agreement[pair.nom] = accord.check(pair.nom, output, ours)
            shutil.rmtree(output)
        print(f"  {fiches} fiches, tour {tour + 1} : {_said(runs)}", flush=True)
    return {
        "fiches": fiches,
        "accord": agreement,
        "phases": phases,
        "tours": {name: [asdict(run) for run in measures] for name, measures in runs.items()},
    }


def _said(runs: dict[str, list[Mesure]]) -> str:
    return ", ".join(f"{name} {measures[-1].secondes:.2f} s" for name, measures in runs.items())


def main() -> int:
    """Compare at every size, and write what was measured."""
    parser = argparse.ArgumentParser(description="Compare notre construction à celle d'autres générateurs.")
    parser.add_argument("--fiches", type=int, nargs="+", default=[200, 2000, 10_000])
    parser.add_argument("--avec", nargs="*", default=[HUGO, ELEVENTY, MATERIAL], choices=[HUGO, ELEVENTY, MATERIAL])
    parser.add_argument("--tours", type=int, default=TOURS)
    given = parser.parse_args()
    accord.self_check()
    try:
        for fiches in given.fiches:
            with tempfile.TemporaryDirectory() as folder:
                resultats.keep(f"comparaison-{fiches}", compare(fiches, given.avec, Path(folder), given.tours))
    except (accord.Desaccord, CommandeRatee) as refused:
        print(refused, file=sys.stderr)
        return 1
    resultats.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
