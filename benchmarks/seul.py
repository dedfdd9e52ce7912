"""What a volunteer and the nightly build wait for, on 10,000 records: ours alone, three times each, medians.

    make bench

A build in one language and in three with nothing kept from before, the same build again, again with one record
changed; all records checked, again, and one alone; one saved while `carte servir` shows the site.
"""

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import nous
import resultats
import servi
from corpus import write_project
from mesure import Mesure, measured

TOURS = 3
LANGUES = "fr,nl,en"


def change(record: Path, tour: int) -> None:
    """Change the summary of a record, as a volunteer would."""
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(rank for rank, line in enumerate(lines) if line.startswith("  fr: "))
    lines[at] = f'  fr: "Un résumé corrigé, pour la mesure numéro {tour + 1}."\n'
    record.write_text("".join(lines), encoding="utf-8")


def scenes(folder: Path, fiches: int) -> dict[str, list[Mesure]]:
    """Return the measures of each scene."""
    project, site, cache = folder / "projet", folder / "sites" / "site", folder / "cache"
    write_project(project, fiches)
    record = sorted(project.glob("organisations/*/*.yml"))[fiches // 2]
    found: dict[str, list[Mesure]] = {}

    def play(name: str, command: list[str], *, cold: bool, before: Callable[[int], None] | None = None) -> None:
        found[name] = []
        for tour in range(TOURS):
            if before:
                before(tour)
            found[name].append(measured(command, folder, site, None if cold else cache))
        print(f"  {name} : {', '.join(f'{run.secondes:.2f} s' for run in found[name])}", flush=True)

    whole = nous.construire(project, site, LANGUES)
    play("construire, 1 langue", nous.construire(project, site, "fr"), cold=True)
    play("construire, 3 langues", whole, cold=True)
    measured(whole, folder, site, cache)
    play("construire encore, rien n'a changé", whole, cold=False)
    play("construire encore, une fiche changée", whole, cold=False, before=lambda tour: change(record, tour))
    play("valider toutes les fiches", nous.valider(project), cold=True)
    play("valider encore, rien n'a changé", nous.valider(project), cold=False)
    play("valider une fiche", nous.valider(project, record), cold=False)
    with servi.served(project, cache) as address:
        waits = [servi.until_shown(address, lambda tour=tour: change(record, tour)) for tour in range(TOURS)]
    found["servir : une fiche enregistrée, montrée"] = [Mesure(seconds) for seconds in waits]
    print(f"  servir : {', '.join(f'{seconds:.2f} s' for seconds in waits)}", flush=True)
    return found


def main() -> None:
    """Play every scene, and write what was measured."""
    parser = argparse.ArgumentParser(description="Mesure nos commandes sur un grand nombre de fiches.")
    parser.add_argument("--fiches", type=int, default=10_000)
    fiches = parser.parse_args().fiches
    with tempfile.TemporaryDirectory() as folder:
        found = scenes(Path(folder), fiches)
    figures: dict[str, Any] = {name: [asdict(run) for run in runs] for name, runs in found.items()}
    resultats.keep("seul", {"fiches": fiches, "scenes": figures})
    resultats.write()


if __name__ == "__main__":
    main()
