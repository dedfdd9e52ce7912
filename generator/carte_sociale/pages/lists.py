"""Lists of records: A–Z and lieux de liens."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from carte_sociale.atlas.atlas import LIEU_DE_LIENS, Atlas
from carte_sociale.atlas.order import initial
from carte_sociale.pages.page import Page
from carte_sociale.routes import address


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the lists of a language."""
    names = atlas.par_nom(atlas.entrees, langue)
    letters = by_letter(names, langue)
    yield Page(
        address("organisations", langue),
        langue,
        "organisations",
        "pages/organisations.html",
        {"lettres": letters, "nombre": len(names)},
    )
    yield Page(
        address("lieux-de-liens", langue),
        langue,
        "lieux-de-liens",
        "pages/lieux-de-liens.html",
        {
            "entrees": atlas.par_nom(atlas.lieux_de_liens, langue),
            "aussi": atlas.par_nom(atlas.aussi_lieux_de_liens, langue),
            "dispositif": next((d for d in atlas.donnees.reseau.dispositifs if d.id == LIEU_DE_LIENS), None),
        },
    )


def by_letter(entrees: list[Any], langue: str) -> list[tuple[str, list[Any]]]:
    """Return entries already sorted by name, grouped under their first letter."""
    letters: defaultdict[str, list[Any]] = defaultdict(list)
    for entree in entrees:
        letters[initial(entree.nom.pour(langue).texte)].append(entree)
    return sorted(letters.items())
