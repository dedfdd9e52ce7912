"""How long a whole build of this project's own records takes: three runs, medians by phase.

    make bench

Each run is a process of its own, which finds nothing that another kept.
"""

import json
import statistics
import tempfile
from pathlib import Path

import nous
import resultats
from mesure import measured

RACINE = Path(__file__).parents[1]
TOURS = 3


def phases(folder: Path) -> dict[str, float]:
    """Return the seconds of one build, by phase."""
    figures, site = folder / "mesures.json", folder / "sites" / "site"
    measured(nous.construire(RACINE, site, "fr,nl,en", figures, jour=None), folder, site)
    found: dict[str, dict[str, float]] = json.loads(figures.read_text(encoding="utf-8"))
    return found["secondes"]


def main() -> None:
    """Print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        runs = [phases(Path(folder)) for _ in range(TOURS)]
    print(f"{resultats.machine()}. {resultats.versions()}.")
    for phase in runs[0]:
        print(f"{phase:>12} {statistics.median(run[phase] for run in runs):7.2f} s")


if __name__ == "__main__":
    main()
