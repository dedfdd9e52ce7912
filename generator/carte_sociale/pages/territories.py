"""Communes, their streets, and bassins: their quartiers, what is listed there, how each thing is known."""

from collections.abc import Iterator
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import places_by_name
from carte_sociale.pages.themes import families
from carte_sociale.routes import address


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield a page a commune, the list of its streets, and a page a bassin."""
    territoire, dispositifs = atlas.donnees.territoire, atlas.donnees.reseau.dispositifs
    communes = places_by_name(territoire.communes, langue)
    for commune in territoire.communes:
        here = atlas.par_nom(atlas.par_commune[commune.slug], langue)
        yield Page(
            address("commune", langue, commune.slug),
            langue,
            "commune",
            "pages/commune.html",
            {
                "commune": commune,
                "quartiers": places_by_name(atlas.index.quartiers_of_commune(commune.slug), langue),
                "bassins": territoire.bassins_de_la_commune(commune.slug),
                "lieux_de_liens": [e for e in here if e.est_lieu_de_liens],
                "cpas": atlas.par_nom(atlas.cpas_de([commune.slug]), langue),
                "familles": [(famille, famille.parmi(here)) for famille in families(atlas)],
                "sans_theme": [e for e in here if not e.themes],
                "themes_avec_page": atlas.themes_de_commune(commune.slug),
                "nombre": len(here),
                "effectifs": atlas.effectifs,
            },
        )
        yield Page(
            address("rues", langue, commune.slug),
            langue,
            "rues",
            "pages/rues.html",
            {"commune": commune, "rues": atlas.index.streets_by_commune[commune.slug], "communes": communes},
        )
    for bassin in territoire.bassins:
        yield Page(
            address("bassin", langue, bassin.slug),
            langue,
            "bassin",
            "pages/bassin.html",
            {
                "bassin": bassin,
                "effectifs": atlas.effectifs,
                "quartiers": places_by_name(atlas.index.quartiers_of_bassin(bassin.slug), langue),
                "communes": [(territoire.commune(c.commune), c) for c in bassin.communes],
                "dispositifs": [d for d in dispositifs if any(b.slug == bassin.slug for b in d.bassins)],
            },
        )
