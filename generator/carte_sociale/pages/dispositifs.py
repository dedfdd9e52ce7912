"""Dispositifs: local social-health contracts, and the schemes behind them, in plain words."""

from collections.abc import Iterator
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages.page import Page
from carte_sociale.routes import address


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the list of dispositifs and the page of each."""
    territoire = atlas.donnees.territoire
    all_of_them = atlas.donnees.reseau.dispositifs
    yield Page(
        address("dispositifs", langue),
        langue,
        "dispositifs",
        "pages/dispositifs.html",
        {
            "generaux": [d for d in all_of_them if d.explique],
            "clss": [d for d in all_of_them if d.type == "clss"],
        },
    )
    for dispositif in all_of_them:
        covered = [(territoire.quartier_par_slug(q.quartier), q.lien) for q in dispositif.quartiers]
        here = {e.id: e for quartier, _ in covered if quartier for e in atlas.par_quartier[quartier.code]}
        yield Page(
            address("dispositif", langue, dispositif.id),
            langue,
            "dispositif",
            "pages/dispositif.html",
            {
                "dispositif": dispositif,
                "quartiers": covered,
                "commune": territoire.commune(dispositif.commune.slug) if dispositif.commune else None,
                "bassins": [(territoire.bassin(b.slug), b.lien) for b in dispositif.bassins],
                "entrees": atlas.par_nom(here.values(), langue),
                "comparaisons": atlas.comparaisons_de(("dispositifs", dispositif.id), ("types", dispositif.type)),
            },
        )
