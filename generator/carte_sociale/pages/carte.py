"""The map of the Region: a list of all that it shows and of all that it does not, and what the moving map reads."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.notices import Listable
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import places_by_name
from carte_sociale.routes import address
from carte_sociale.search.columns import column
from carte_sociale.search.files import Index

L = TypeVar("L", bound=Listable)


def page(atlas: Atlas[Any], langue: str, index: Index | None) -> Page:
    """Return the map page of a language; without an index it has its still map only.

    `rangs` is a column of the index: the rank of each record of the list, in the order of the page.
    """
    names = atlas.par_nom(atlas.entrees, langue)
    rank = {entree.id: place for place, entree in enumerate(names)}
    communes = [
        (commune, atlas.par_nom((e for e in atlas.par_commune[commune.slug] if not e.hors_carte), langue))
        for commune in places_by_name(atlas.donnees.territoire.communes, langue)
    ]
    absent = by_reason(atlas, atlas.entrees, langue)
    listed = [entree for _, entrees in (*communes, *absent) for entree in entrees]
    return Page(
        address("carte", langue),
        langue,
        "carte",
        "pages/carte.html",
        {
            "communes": communes,
            "absentes": absent,
            "index": index,
            "rangs": column([rank[entree.id]] for entree in listed),
            "nombre": sum(1 for entree in names if not entree.hors_carte),
        },
    )


def by_reason(atlas: Atlas[L], entrees: Iterable[L], langue: str) -> list[tuple[str, list[L]]]:
    """Return entries that no point of the map stands for, by reason (`Entree.hors_carte`), then by name."""
    found: defaultdict[str, list[L]] = defaultdict(list)
    for entree in atlas.par_nom(entrees, langue):
        if entree.hors_carte:
            found[entree.hors_carte].append(entree)
    order = atlas.donnees.vocabulaires["formes_lieu"].ids
    return sorted(found.items(), key=lambda item: order.index(item[0]))
