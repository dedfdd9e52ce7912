"""A project of other records than ours, on our own data: it forgets what leans on a record of ours."""

from functools import cache
from pathlib import Path

from carte_sociale.loading.project import read_data
from carte_sociale.model.reseau import Element
from carte_sociale.rules.network import named_records

RACINE = Path(__file__).parents[1]


def oublier_nos_fiches(cible: Path) -> None:
    """Remove, in a copy of our content, projects, poolings, meetings, and dispositifs that name a record."""
    for name in _of_our_records():
        (cible / name).unlink()


@cache
def _of_our_records() -> tuple[str, ...]:
    return tuple(
        file.document.fichier
        for file in read_data(RACINE).reseau.fichiers
        if file.element and (isinstance(file.element, Element) or any(named_records(file.element)))
    )
