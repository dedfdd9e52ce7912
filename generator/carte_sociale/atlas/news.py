"""What is new in a list of records, and what nobody has checked for long: only what dated facts tell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, Literal, TypeVar

from carte_sociale.atlas.freshness import NOUVEAUTE_JOURS
from carte_sociale.atlas.notices import Listable

L = TypeVar("L", bound=Listable)
Sorte = Literal["verifie", "place", "lien"]


@dataclass(frozen=True, slots=True)
class Nouvelle(Generic[L]):
    """A dated fact: a record was checked, its room was told, one of its ties was confirmed."""

    jour: date
    sorte: Sorte
    entree: L

    @property
    def jusqu_au(self) -> date:
        """The last day on which it is news."""
        return self.jour + timedelta(days=NOUVEAUTE_JOURS)


def news(entrees: Iterable[L]) -> list[Nouvelle[L]]:
    """Return the dated facts of some records, the newest first; records decide between equals."""
    found = [nouvelle for entree in entrees for nouvelle in _facts(entree)]
    return sorted(found, key=lambda n: (-n.jour.toordinal(), n.entree.id, n.sorte))


def _facts(entree: L) -> Iterator[Nouvelle[L]]:
    if entree.verifie:
        yield Nouvelle(entree.verifie, "verifie", entree)
    told = [day for day in (entree.criteres.de_la_place, entree.criteres.complet) if day]
    if told:
        yield Nouvelle(date.fromisoformat(max(told)), "place", entree)
    confirmed = [tie.confirme_le for tie in entree.relations if tie.confirme_le]
    if confirmed:
        yield Nouvelle(max(confirmed), "lien", entree)


def least_checked(entrees: Iterable[L]) -> list[L]:
    """Return records in the order in which they ask to be checked: never first, by the age of their newest source.

    Whatever has no date counts as oldest; ids decide between equals.
    """

    def age(entree: L) -> tuple[date, date, str]:
        source = entree.source_recente
        return (entree.verifie or date.min, source.au_plus_tot if source else date.min, entree.id)

    return sorted(entrees, key=age)
