"""Quartiers: the list by commune, and one page each: what is here, what is next door, a still map."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Endroit
from carte_sociale.atlas.notices import Listable
from carte_sociale.model.territory import Quartier
from carte_sociale.model.vocabulary import Terme
from carte_sociale.pages.carte import by_reason
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import by_commune, places_by_name
from carte_sociale.routes import address
from carte_sociale.search.files import Communs


@dataclass(frozen=True, slots=True)
class Numerotee:
    """A record of the list beside the map; a number on the map for each of its places in the quartier.

    The number is None where a place has no point to draw.
    """

    entree: Any
    quartier: int
    places: tuple[int | None, ...]

    @property
    def numeros(self) -> tuple[int, ...]:
        """Its numbers on the map, in order; empty when nothing of it is drawn."""
        return tuple(numero for numero in self.places if numero is not None)


@dataclass(frozen=True, slots=True)
class Groupe:
    """Records under one heading: the lieux de liens (`terme` is None), a family of needs, or those without a theme."""

    id: str
    terme: Terme | None
    numerotees: tuple[Numerotee, ...]


LIENS, AUTRES = "lieux-de-liens", "autres"
"""Ids of the groups that are no family."""


def pages(atlas: Atlas[Any], langue: str, plan: Communs | None = None) -> Iterator[Page]:
    """Yield the list of quartiers and the page of each; `plan` names what their moving map reads, if there is one."""
    territoire = atlas.donnees.territoire
    yield Page(
        address("quartiers", langue),
        langue,
        "quartiers",
        "pages/quartiers.html",
        {"communes": by_commune(territoire.communes, territoire.quartiers, langue), "effectifs": atlas.effectifs},
    )
    for quartier in territoire.quartiers:
        yield _quartier(atlas, quartier, langue, plan)


def _quartier(atlas: Atlas[Any], quartier: Quartier, langue: str, plan: Communs | None) -> Page:
    territoire = atlas.donnees.territoire
    groups = numbered_groups(atlas, quartier, langue)
    numbered = [item for group in groups for item in group.numerotees]
    points = [
        (numero, *place.point, place.approximatif)
        for item in numbered
        for numero, place in zip(item.places, places_in(item.entree, quartier.code), strict=True)
        if numero is not None and place.point is not None
    ]
    neighbours = places_by_name(atlas.index.neighbours(quartier.code), langue)
    here = {item.entree.id for item in numbered}
    around = [
        (q, atlas.par_nom((e for e in atlas.par_quartier[q.code] if e.id not in here), langue)) for q in neighbours
    ]
    return Page(
        address("quartier", langue, quartier.slug),
        langue,
        "quartier",
        "pages/quartier.html",
        {
            "quartier": quartier,
            "communes": [territoire.commune(slug) for slug, _ in quartier.communes],
            "groupes": groups,
            "nombre": len(numbered),
            "sans_numero": any(not item.numeros for item in numbered),
            "points": points,
            "plan": plan,
            "voisins": around,
            "plus_loin": [] if any(found for _, found in around) else _nearest(atlas, quartier, langue),
            "bassin": territoire.bassin_du_quartier(quartier.code),
            "dispositifs": atlas.contrats_de(quartier.code),
            "cpas": atlas.par_nom(atlas.cpas_de(slug for slug, _ in quartier.communes), langue),
            "regionales": by_reason(atlas, atlas.regionales, langue),
        },
    )


def _nearest(atlas: Atlas[Any], quartier: Quartier, langue: str) -> list[tuple[Quartier, list[Any]]]:
    """The nearest quartiers where the list knows something, for one that has nothing in or around it."""
    found = atlas.index.nearest_to(quartier.code, frozenset(code for code, es in atlas.par_quartier.items() if es))
    quartiers = (atlas.donnees.territoire.quartier(code) for code in found)
    return [(q, atlas.par_nom(atlas.par_quartier[q.code], langue)) for q in quartiers if q is not None]


def numbered_groups(atlas: Atlas[Any], quartier: Quartier, langue: str) -> list[Groupe]:
    """Return the records of a quartier, each once: lieux de liens, then by the family of its first theme, then others.

    Families stand in the order of their vocabulary, records by name, and numbers follow the reading order.
    """
    family_of = {theme.id: theme.famille for theme in atlas.donnees.vocabulaires["themes"]}
    found: defaultdict[str, list[Listable]] = defaultdict(list)
    for entree in atlas.par_nom(atlas.par_quartier[quartier.code], langue):
        family = (family_of[entree.themes[0]] if entree.themes else None) or AUTRES
        found[LIENS if entree.est_lieu_de_liens else family].append(entree)
    terms = {terme.id: terme for terme in atlas.donnees.vocabulaires["familles"]}
    numbers = count(1)
    return [
        Groupe(id_, terms.get(id_), tuple(_numbered(entree, quartier, numbers) for entree in found[id_]))
        for id_ in (LIENS, *terms, AUTRES)
        if id_ in found
    ]


def _numbered(entree: Listable, quartier: Quartier, numbers: Iterator[int]) -> Numerotee:
    here = places_in(entree, quartier.code)
    return Numerotee(entree, quartier.code, tuple(next(numbers) if place.point else None for place in here))


def places_in(entree: Listable, code: int) -> list[Endroit]:
    """Return the places of a record that lie in a quartier, in its own order."""
    return [place for place in entree.endroits if place.quartier == code]
