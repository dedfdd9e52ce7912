"""Who does what: a table of the whole Region, one a commune, one a bassin; a line a service that is given there."""

from collections.abc import Iterator, Sequence
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.scopes import REGION, of_bassin, of_commune
from carte_sociale.model.territory import Bassin, Commune
from carte_sociale.pages.nearby import touching_communes
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import places_by_name
from carte_sociale.pages.themes import families
from carte_sociale.routes import address

SORTE = "qui-fait-quoi"
"""What `data-page` says of the table of a part of the Region; that of the whole is `professionnels`."""
FICHES_MAX = 1500
"""Records in one table; beyond, no browser sorts it quickly, and whoever wants them all takes the file of the part."""


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the tables of a language; each leads to those around it."""
    territoire = atlas.donnees.territoire
    here = atlas.portees.rangees(atlas.par_nom(atlas.entrees, langue))
    touching = touching_communes(atlas, langue)
    shared = {"familles": families(atlas), "sans_adresse": len(atlas.regionales)}

    def page(
        adresse: str,
        sorte: str,
        portee: str,
        lieu: dict[str, Any],
        communes: Sequence[Commune],
        bassins: Sequence[Bassin],
    ) -> Page:
        found = here[portee]
        split = len(found) > FICHES_MAX and lieu["commune"] is None
        shown = [entree for entree in found if not entree.communes] if split else found
        own = {"portee": portee, "entrees": shown, "par_commune": split}
        own |= {"autres_communes": communes, "autres_bassins": bassins}
        return Page(adresse, langue, sorte, "pages/professionnels.html", {**shared, **own, **lieu})

    nowhere = {"commune": None, "bassin": None}
    all_communes = places_by_name(territoire.communes, langue)
    yield page(address("professionnels", langue), "professionnels", REGION, nowhere, all_communes, territoire.bassins)
    for commune in territoire.communes:
        adresse = address("professionnels-commune", langue, commune.slug)
        around = [bassin for bassin, _ in territoire.bassins_de_la_commune(commune.slug)]
        place = nowhere | {"commune": commune}
        yield page(adresse, SORTE, of_commune(commune.slug), place, touching[commune.slug], around)
    for bassin in territoire.bassins:
        adresse = address("professionnels-bassin", langue, bassin.slug)
        own = places_by_name((c for c in territoire.communes if _is_of(c, bassin)), langue)
        yield page(adresse, SORTE, of_bassin(bassin.slug), nowhere | {"bassin": bassin}, own, ())


def _is_of(commune: Commune, bassin: Bassin) -> bool:
    return any(part.commune == commune.slug for part in bassin.communes)
