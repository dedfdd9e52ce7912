"""Whom a place goes with (CPAS, contract, bassin): read once somebody gives a place.

The rows are those of the page of a quartier, with its words on how each tie is known.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import orjson

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.notices import Listable
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.territory import Bassin, Commune, Nom, Quartier


class Reperes(Protocol):
    """The HTML of a row, or of a link, as the search page shows it."""

    def endroit(self, sorte: str, chose: Commune | Quartier) -> str:
        """A link to a commune or a quartier."""
        ...

    def cpas(self, entree: Listable) -> str:
        """A CPAS, with its phone."""
        ...

    def contrat(self, dispositif: Dispositif, lien: str) -> str:
        """A local social-health contract, and how it is known to go with the place."""
        ...

    def contrats(self, contrats: Sequence[tuple[Dispositif, str]]) -> str:
        """The contracts of parts of a commune, by name, with how each is known."""
        ...

    def bassin(self, bassin: Bassin, lien: str, partie: Nom | None = None) -> str:
        """A bassin, how it is known to go with the place, and which part of a commune it holds."""
        ...


def territory(atlas: Atlas[Any], langue: str, html: Reperes) -> bytes:
    """Return what goes with each quartier and commune, as JSON: links and rows of HTML.

    `communes` in the order of the lexicon: [link, rows of CPAS and of a contract for all of it, rows of bassins, row of
    the other contracts]. `quartiers` by code: [link, ranks of its communes, rows of contracts, rows of bassins].
    """
    territoire = atlas.donnees.territoire
    ranks = {commune.slug: rank for rank, commune in enumerate(territoire.communes)}

    def of_commune(commune: Commune) -> list[Any]:
        contracts = atlas.contrats_de_commune(commune.slug)
        whole = [html.contrat(d, lien) for d, lien in contracts if d.commune_entiere]
        parts = [(d, lien) for d, lien in contracts if not d.commune_entiere]
        cpas = [html.cpas(entree) for entree in atlas.par_nom(atlas.cpas_de([commune.slug]), langue)]
        bassins = [html.bassin(b, c.lien, c.partie) for b, c in territoire.bassins_de_la_commune(commune.slug)]
        return [html.endroit("commune", commune), [*cpas, *whole], bassins, [html.contrats(parts)] if parts else []]

    def of_quartier(quartier: Quartier) -> list[Any]:
        contracts = [html.contrat(d, lien) for d, lien in atlas.contrats_de(quartier.code)]
        bassin = territoire.bassin_du_quartier(quartier.code)
        communes = [ranks[slug] for slug, _ in quartier.communes]
        return [html.endroit("quartier", quartier), communes, contracts, [html.bassin(*bassin)] if bassin else []]

    return orjson.dumps(
        {
            "communes": [of_commune(commune) for commune in territoire.communes],
            "quartiers": {str(quartier.code): of_quartier(quartier) for quartier in territoire.quartiers},
        }
    )
