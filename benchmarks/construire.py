"""How long a whole build of this project's own records takes: three runs, medians by phase.

    make bench

Each run is a process of its own, so that none profits from what another kept in memory.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RACINE = Path(__file__).parents[1]
TOURS = 3


def measured(folder: Path) -> dict[str, float]:
    """Return the seconds of one build, by phase."""
    measures = folder / "mesures.json"
    command = [sys.executable, "-c", "from carte_sociale.cli import main; main()", "construire"]
    options = ["--projet", str(RACINE), "--sortie", str(folder / "site"), "--mesures", str(measures)]
    subprocess.run([*command, *options], check=True, capture_output=True)
    found: dict[str, dict[str, float]] = json.loads(measures.read_text(encoding="utf-8"))
    return found["secondes"]


def main() -> None:
    """Print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        runs = [measured(Path(folder)) for _ in range(TOURS)]
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cœurs, Python {platform.python_version()}")
    for phase in runs[0]:
        print(f"{phase:>12} {statistics.median(run[phase] for run in runs):7.2f} s")


if __name__ == "__main__":
    main()
