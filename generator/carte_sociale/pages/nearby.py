"""Which communes touch, and which quartiers a resident of a commune may call their own.

Borders do not stop anybody: a quartier across two communes stands under both, and where a commune has nothing, the
communes that touch it come first. Two communes touch where one quartier lies in both, or where two quartiers do.
"""

from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.territory import Commune, Quartier
from carte_sociale.pages.sorting import places_by_name


def communes_and_quartiers(atlas: Atlas[Any], langue: str) -> list[tuple[Commune, list[Quartier]]]:
    """Return every commune by name, with the quartiers in it where people live, by name."""
    communes = places_by_name(atlas.donnees.territoire.communes, langue)
    return [
        (c, places_by_name((q for q in atlas.index.quartiers_of_commune(c.slug) if q.habite), langue)) for c in communes
    ]


def touching_communes(atlas: Atlas[Any], langue: str) -> dict[str, list[Commune]]:
    """Return the communes that touch each commune, by slug; by name."""
    territoire = atlas.donnees.territoire
    found: dict[str, set[str]] = {commune.slug: set() for commune in territoire.communes}
    for quartier in territoire.quartiers:
        here = {slug for slug, _ in quartier.communes}
        for slug in here:
            found[slug] |= here - {slug}
        main = quartier.commune_principale
        found[main] |= {q.commune_principale for q in atlas.index.neighbours(quartier.code)} - {main}
    return {
        slug: places_by_name((c for c in territoire.communes if c.slug in near), langue) for slug, near in found.items()
    }
