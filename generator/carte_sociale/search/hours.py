"""When records are open, for the order of results and the filter on a day and an hour: the packs of their cards.

Hours of 10,000 records differ in some hundreds of ways. A pack is made for the whole calendar and shared; each record
says until which day it may be trusted, after which the browser knows nothing.
"""

from collections.abc import Iterable
from typing import Any

import orjson

from carte_sociale.atlas.criteria import HeuresSures
from carte_sociale.atlas.notices import Listable
from carte_sociale.horaires import Fermeture, paquet
from carte_sociale.loading.project import Donnees
from carte_sociale.search.columns import column


def hours(donnees: Donnees, ordre: Iterable[Listable]) -> dict[str, Any]:
    """Return `paquets`, the packs, and the column `heures`: for each hours of a record, three numbers.

    The rank of its pack, the number of days that it may be trusted from the first one, and 1 where nobody has to come.
    """
    remote = {term.id for term in donnees.vocabulaires["canaux"] if term.a_distance}
    feries = donnees.feries
    packs: dict[bytes, int] = {}

    def numbers(record: Listable) -> Iterable[int]:
        for trusted in record.criteres.heures:
            rank = packs.setdefault(orjson.dumps(_pack(donnees, trusted)), len(packs))
            days = (min(trusted.jusqu_au, feries.au) - feries.du).days + 1
            yield from (rank, days, trusted.canal in remote)

    found = column(numbers(record) for record in ordre)
    return {"paquets": [orjson.Fragment(pack) for pack in packs], "heures": found}


def _pack(donnees: Donnees, trusted: HeuresSures) -> dict[str, Any]:
    feries = donnees.feries
    closed = tuple(Fermeture(first, last) for first, last in trusted.fermetures)
    return paquet(trusted.osm, feries.du, feries.au, feries, donnees.vacances.get(trusted.calendrier), closed)
