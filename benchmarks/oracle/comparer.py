"""Compare what our pages say is open, closed or unknown with npm's opening_hours, on any file of values.

python benchmarks/oracle/comparer.py FICHIER    a CSV with a column `opening_hours`, or one value a line

Values are OSM's: plain French or Dutch has no other reader to be compared with, and counts as not understood.
Exit: 0 when nothing disagrees and no more is unknown than may be, 1 when not, 2 when the file cannot be read.
"""

import argparse
import sys
from pathlib import Path

from bilan import compter, dire
from comparaison import comparer
from valeurs import Illisible, lire

from carte_sociale.loading.project import read_project

RACINE = Path(__file__).parents[2]
INSTANTS = 200


def main() -> int:
    """Print the comparison of a file and return the exit code."""
    parser = argparse.ArgumentParser(description="Compare nos états d'ouverture à ceux d'opening_hours.")
    parser.add_argument("fichier", nargs="?", default="", help="un CSV (colonne opening_hours) ou une valeur par ligne")
    parser.add_argument("--instants", type=int, default=INSTANTS, help="combien d'instants par valeur")
    demande = parser.parse_args()
    if not demande.fichier:
        print("Quel fichier de valeurs ? make oracle VALEURS=FICHIER", file=sys.stderr)
        return 2
    try:
        nombres = lire(Path(demande.fichier))
    except Illisible as erreur:
        print(erreur, file=sys.stderr)
        return 2
    bilan = compter(comparer(nombres, max(1, demande.instants), read_project(RACINE).donnees.feries), nombres)
    print("\n".join(dire(bilan)))
    return 0 if bilan.tenu else 1


if __name__ == "__main__":
    sys.exit(main())
