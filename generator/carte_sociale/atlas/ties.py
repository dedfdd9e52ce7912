"""The ties of a record as its page tells them: both ways, each with who declared it and whether anybody confirmed it.

A tie is directed and never mirrored: what one end declares is told on the page of the other as the first one's word
(`domain.md`, "Relations"). Nothing is counted or ranked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Generic, TypeVar

from carte_sociale.atlas.notices import Listable
from carte_sociale.model.fiche import Contestation, Guichet, Relation

L = TypeVar("L", bound=Listable)

VALIDITE = timedelta(days=365)
"""How long a tie that nobody confirmed is told as it was declared; afterwards it is to be confirmed."""


def perime(relation: Relation) -> date | None:
    """Return the first day on which a tie is to be confirmed; None where it is so on any day, for want of a date."""
    said = relation.confirme_le or (relation.declare_le and relation.declare_le.au_plus_tard)
    return said + VALIDITE if said else None


@dataclass(frozen=True, slots=True)
class Attache(Generic[L]):
    """A tie seen from one end: `autre` is the other one, `entrant` whether that one declares it.

    `contestee` is what the end that did not declare it says against it.
    """

    autre: L
    relation: Relation
    entrant: bool
    contestee: Contestation | None = None

    @property
    def perime(self) -> date | None:
        """The first day on which it is to be confirmed (`perime`)."""
        return perime(self.relation)


@dataclass(frozen=True, slots=True)
class Fil(Generic[L]):
    """A tie seen from above: `de` declares it to `vers`, and `contestee` is what `vers` says against it."""

    de: L
    vers: L
    relation: Relation
    contestee: Contestation | None = None

    @property
    def perime(self) -> date | None:
        """The first day on which it is to be confirmed (`perime`)."""
        return perime(self.relation)


@dataclass(frozen=True, eq=False)
class Liens(Generic[L]):
    """Other records that the page of a record names: those it is tied to, the hosts of its places, its desks."""

    attaches: tuple[Attache[L], ...] = ()
    hotes: Mapping[str, L] = field(default_factory=dict)
    guichets: tuple[tuple[L, Guichet], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.attaches or self.hotes or self.guichets)


def contested(relation: Relation, de: str, contestations: Iterable[Contestation]) -> Contestation | None:
    """Return what an end says against a tie that the record `de` declares to it; None where it says nothing."""
    return next((c for c in contestations if c.de == de and c.type in (None, relation.type)), None)


def by_kind(attaches: Iterable[Attache[L]]) -> list[tuple[str, bool, list[Attache[L]]]]:
    """Return ties as (kind, whether the others declare it, ties), in the order in which kinds first come."""
    found: dict[tuple[str, bool], list[Attache[L]]] = {}
    for attache in attaches:
        found.setdefault((attache.relation.type, attache.entrant), []).append(attache)
    return [(kind, entrant, ties) for (kind, entrant), ties in found.items()]
