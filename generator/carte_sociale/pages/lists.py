"""Lists of records: A–Z, lieux de liens, who does what, and the page that stands in for the map."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from carte_sociale.atlas.atlas import LIEU_DE_LIENS, Atlas
from carte_sociale.atlas.notices import Listable
from carte_sociale.atlas.order import initial
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import places_by_name
from carte_sociale.routes import address

L = TypeVar("L", bound=Listable)


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the lists of a language."""
    names = atlas.par_nom(atlas.entrees, langue)
    letters = by_letter(names, langue)
    communes = places_by_name(atlas.donnees.territoire.communes, langue)
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
            "dispositif": next((d for d in atlas.donnees.dispositifs if d.id == LIEU_DE_LIENS), None),
        },
    )
    yield Page(
        address("professionnels", langue),
        langue,
        "professionnels",
        "pages/professionnels.html",
        {"entrees": names},
    )
    yield Page(
        address("carte", langue),
        langue,
        "carte",
        "pages/carte.html",
        {
            "communes": [
                (c, atlas.par_nom((e for e in atlas.par_commune[c.slug] if not e.hors_carte), langue)) for c in communes
            ],
            "absentes": by_reason(atlas, atlas.entrees, langue),
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


def by_letter(entrees: list[L], langue: str) -> list[tuple[str, list[L]]]:
    """Return entries already sorted by name, grouped under their first letter."""
    letters: defaultdict[str, list[L]] = defaultdict(list)
    for entree in entrees:
        letters[initial(entree.nom.pour(langue).texte)].append(entree)
    return sorted(letters.items())
