"""Parts of the Region that have a table of who does what: the whole, each commune, each bassin.

A key names one: `region`, `communes/SLUG`, `bassins/SLUG`. A service without address belongs to the Region alone.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Protocol, TypeVar

from carte_sociale.atlas.entries import Entree, ServiceSitue
from carte_sociale.atlas.territory_index import TerritoryIndex

REGION = "region"
PAR_PORTEE = "@"
"""Stands in the name of what a record adds to one part, where not all of its services are given there."""


class Situe(Protocol):
    """Something with places: a record, its notice, a service."""

    @property
    def communes(self) -> tuple[str, ...]:
        """Slugs of its communes."""
        ...

    @property
    def quartiers(self) -> tuple[int, ...]:
        """Codes of its quartiers."""
        ...


S = TypeVar("S", bound=Situe)
T = TypeVar("T")


class Portees:
    """Finds the parts that something belongs to."""

    def __init__(self, index: TerritoryIndex) -> None:
        self._index = index
        self._known: dict[tuple[tuple[str, ...], tuple[int, ...]], tuple[str, ...]] = {}

    @cached_property
    def cles(self) -> tuple[str, ...]:
        """Every part."""
        territoire = self._index.territoire
        communes = (of_commune(commune.slug) for commune in territoire.communes)
        return (REGION, *communes, *(of_bassin(bassin.slug) for bassin in territoire.bassins))

    def de(self, situe: Situe) -> tuple[str, ...]:
        """Return the parts that something belongs to, the Region first."""
        key = (situe.communes, situe.quartiers)
        if key not in self._known:
            self._known[key] = tuple(dict.fromkeys(self._found(*key)))
        return self._known[key]

    def _found(self, communes: tuple[str, ...], quartiers: tuple[int, ...]) -> Iterable[str]:
        yield REGION
        yield from map(of_commune, communes)
        for bassin in self._index.territoire.bassins:
            if not self._codes[bassin.slug].isdisjoint(quartiers):
                yield of_bassin(bassin.slug)
            elif any(part.commune in communes and (not part.partie or not quartiers) for part in bassin.communes):
                yield of_bassin(bassin.slug)  # by its commune: whole in the bassin, or nobody knows in which part

    @cached_property
    def _codes(self) -> Mapping[str, frozenset[int]]:
        bassins = self._index.territoire.bassins
        return {b.slug: frozenset(q.code for q in self._index.quartiers_of_bassin(b.slug)) for b in bassins}

    def rangees(self, situes: Iterable[S]) -> Mapping[str, list[S]]:
        """Return things by part, in their order; every part is a key."""
        found: dict[str, list[S]] = {key: [] for key in self.cles}
        for situe in situes:
            for key in self.de(situe):
                found[key].append(situe)
        return found

    def par_service(self, entree: Entree, rendus: list[T]) -> Mapping[str, list[T]]:
        """Return what was made of each service of a record (of the record, where it has none) by part.

        Only the Region, and parts where some of its services are not given, are keys: elsewhere it is the Region's.
        """
        places: list[ServiceSitue | Entree] = [*entree.services] or [entree]
        here = [(frozenset(self.de(situe)), rendu) for situe, rendu in zip(places, rendus, strict=True)]
        found = {key: [rendu for keys, rendu in here if key in keys] for key in self.de(entree)}
        return {key: some for key, some in found.items() if key == REGION or len(some) < len(rendus)}


def of_commune(slug: str) -> str:
    """Return the key of a commune."""
    return f"communes/{slug}"


def of_bassin(slug: str) -> str:
    """Return the key of a bassin."""
    return f"bassins/{slug}"


def named(nom: str, portee: str) -> str:
    """Return the name of what a record adds to one part."""
    return nom if portee == REGION else f"{nom}{PAR_PORTEE}{portee}"


def piece_of(pieces: Mapping[str, Any], nom: str) -> Any:
    """Return what a record adds to a part: what has this name, else what it adds to the Region. KeyError: neither."""
    return pieces[nom] if nom in pieces else pieces[nom.partition(PAR_PORTEE)[0]]
