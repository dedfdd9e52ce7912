"""Where our build spends its time: one build of 2,000 records in one process, under cProfile.

    make profil

Prints the functions that take the longest of their own, then with all that they call; `.carte/profil.pstats` keeps the
whole for other tools.
"""

import argparse
import cProfile
import os
import pstats
import tempfile
from pathlib import Path

import nous
from corpus import write_project

RECIT = Path(__file__).parents[1] / ".carte" / "profil.pstats"
LIGNES = 40


def main() -> None:
    """Build, then print."""
    parser = argparse.ArgumentParser(description="Montre où passe le temps d'une construction.")
    parser.add_argument("--fiches", type=int, default=2000)
    parser.add_argument("--langues", default="fr,nl,en")
    given = parser.parse_args()
    from carte_sociale.cli import main as carte

    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        project, site = Path(folder, "projet"), Path(folder, "site")
        write_project(project, given.fiches)
        arguments = [*nous.construire(project, site, given.langues)[1:], "--processus=1"]
        profile = cProfile.Profile()
        profile.runcall(carte.main, arguments, standalone_mode=False)
    RECIT.parent.mkdir(exist_ok=True)
    profile.dump_stats(RECIT)
    for order in ("tottime", "cumulative"):
        pstats.Stats(profile).strip_dirs().sort_stats(order).print_stats(LIGNES)


if __name__ == "__main__":
    main()
