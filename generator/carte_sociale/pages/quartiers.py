"""Quartiers: the list by commune, and one page each: what is here, what is next door, a still map."""

from collections.abc import Iterator
from dataclasses import dataclass

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree, LieuSitue
from carte_sociale.model.territory import Quartier
from carte_sociale.pages.lists import by_reason
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import by_name, places_by_name
from carte_sociale.routes import address


@dataclass(frozen=True, slots=True)
class Numerotee:
    """An entry of the list beside the map; `numero` is None where it has no point to draw."""

    numero: int | None
    entree: Entree
    lieu: LieuSitue


def pages(atlas: Atlas, langue: str) -> Iterator[Page]:
    """Yield the list of quartiers and the page of each."""
    territoire = atlas.donnees.territoire
    communes = places_by_name(territoire.communes, langue)
    by_commune = [
        (c, places_by_name((q for q in territoire.quartiers if q.commune_principale == c.slug), langue))
        for c in communes
    ]
    yield Page(
        address("quartiers", langue),
        langue,
        "quartiers",
        "pages/quartiers.html",
        {"communes": by_commune},
    )
    for quartier in territoire.quartiers:
        yield _quartier(atlas, quartier, langue)


def _quartier(atlas: Atlas, quartier: Quartier, langue: str) -> Page:
    territoire = atlas.donnees.territoire
    numbered = _numbered(atlas, quartier, langue)
    points = [
        (item.numero, *item.lieu.point, item.lieu.approximatif)
        for item in numbered
        if item.numero is not None and item.lieu.point is not None
    ]
    neighbours = places_by_name(atlas.index.neighbours(quartier.code), langue)
    here = {item.entree.id for item in numbered}
    around = [(q, by_name((e for e in atlas.par_quartier[q.code] if e.id not in here), langue)) for q in neighbours]
    return Page(
        address("quartier", langue, quartier.slug),
        langue,
        "quartier",
        "pages/quartier.html",
        {
            "quartier": quartier,
            "communes": [(territoire.commune(slug), share) for slug, share in quartier.communes],
            "numerotees": numbered,
            "points": points,
            "voisins": around,
            "plus_loin": [] if any(found for _, found in around) else _nearest(atlas, quartier, langue),
            "bassin": territoire.bassin_du_quartier(quartier.code),
            "dispositifs": atlas.dispositifs_de(quartier.code),
            "cpas": by_name(atlas.cpas_de(slug for slug, _ in quartier.communes), langue),
            "regionales": by_reason(atlas, atlas.regionales, langue),
        },
    )


def _nearest(atlas: Atlas, quartier: Quartier, langue: str) -> list[tuple[Quartier, list[Entree]]]:
    """The nearest quartiers where the list knows something, for one that has nothing in or around it."""
    found = atlas.index.nearest_to(quartier.code, frozenset(code for code, es in atlas.par_quartier.items() if es))
    quartiers = (atlas.donnees.territoire.quartier(code) for code in found)
    return [(q, by_name(atlas.par_quartier[q.code], langue)) for q in quartiers if q is not None]


def _numbered(atlas: Atlas, quartier: Quartier, langue: str) -> list[Numerotee]:
    """Lieux de liens first, then by name; places that cannot be drawn keep their line, without a number."""
    entrees = by_name(atlas.par_quartier[quartier.code], langue)
    ordered = [e for e in entrees if e.est_lieu_de_liens] + [e for e in entrees if not e.est_lieu_de_liens]
    places = [
        (entree, lieu)
        for entree in ordered
        for lieu in entree.lieux
        if lieu.quartier is not None and lieu.quartier.code == quartier.code
    ]
    numbered: list[Numerotee] = []
    drawn = 0
    for entree, lieu in places:
        drawn += lieu.point is not None
        numbered.append(Numerotee(drawn if lieu.point is not None else None, entree, lieu))
    return numbered
