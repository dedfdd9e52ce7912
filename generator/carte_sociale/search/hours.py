"""When records are open, for the order of results and the filter on a day and an hour: the packs of their cards.

Hours of 10,000 records differ in some hundreds of ways. A pack is made for the whole calendar and shared; each record
says until which day it may be trusted, after which the browser knows nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import orjson

from carte_sociale.atlas.notices import Listable
from carte_sociale.horaires import Fermeture, paquet
from carte_sociale.loading.project import Donnees
from carte_sociale.search.columns import column

Regle = tuple[str, str, tuple[tuple[date, date], ...]]
"""What a pack is made from beside the calendar: hours, the school holidays that count, closures (`HeuresSures`)."""


def packs(donnees: Donnees, records: Iterable[Listable], kept: Mapping[Regle, bytes]) -> dict[Regle, bytes]:
    """Return the packs that records need, by what they are made from; those that were kept are not made again."""
    rules = dict.fromkeys(trusted[1:4] for record in records for trusted in record.criteres.heures)
    return {rule: kept.get(rule) or orjson.dumps(_pack(donnees, *rule)) for rule in rules}


def hours(donnees: Donnees, ordre: Iterable[Listable], made: Mapping[Regle, bytes]) -> dict[str, Any]:
    """Return `paquets`, the packs, and the column `heures`: for each hours of a record, three numbers.

    The rank of its pack (one of those `made`), the number of days that it may be trusted from the first one, and 1
    where nobody has to come.
    """
    remote = {term.id for term in donnees.vocabulaires["canaux"] if term.a_distance}
    feries = donnees.feries
    ranks: dict[bytes, int] = {}

    def numbers(record: Listable) -> Iterable[int]:
        for trusted in record.criteres.heures:
            rank = ranks.setdefault(made[trusted[1:4]], len(ranks))
            days = (min(trusted.jusqu_au, feries.au) - feries.du).days + 1
            yield from (rank, days, trusted.canal in remote)

    found = column(numbers(record) for record in ordre)
    return {"paquets": [orjson.Fragment(pack) for pack in ranks], "heures": found}


def _pack(donnees: Donnees, osm: str, calendrier: str, fermetures: tuple[tuple[date, date], ...]) -> dict[str, Any]:
    feries = donnees.feries
    closed = tuple(Fermeture(first, last) for first, last in fermetures)
    return paquet(osm, feries.du, feries.au, feries, donnees.vacances.get(calendrier), closed)
