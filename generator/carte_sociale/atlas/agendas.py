"""Where meetings of professionals are active: those that a quartier, or a commune, would put in its calendar."""

from collections.abc import Iterator
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.network import communes_actives
from carte_sociale.model.reseau import Rencontre
from carte_sociale.model.territory import Commune, Quartier


def agendas_des_quartiers(atlas: Atlas[Any]) -> Iterator[tuple[Quartier, tuple[Rencontre, ...]]]:
    """Give the quartiers where a meeting is active, in the order of their codes, each with its meetings by id."""
    for quartier in atlas.donnees.territoire.quartiers:
        found = atlas.elements_actifs(atlas.donnees.reseau.rencontres, quartier)
        if found:
            yield quartier, tuple(found)


def agendas_des_communes(atlas: Atlas[Any]) -> Iterator[tuple[Commune, tuple[Rencontre, ...]]]:
    """Give the communes where a meeting is active, in the order of their NIS codes, each with its meetings by id."""
    territoire, reseau = atlas.donnees.territoire, atlas.donnees.reseau
    dispositifs = {dispositif.id: dispositif for dispositif in reseau.dispositifs}
    reached = [(r, communes_actives(r, territoire, dispositifs, atlas.par_id)) for r in reseau.rencontres]
    for commune in territoire.communes:
        found = tuple(rencontre for rencontre, communes in reached if commune.slug in communes)
        if found:
            yield commune, found
