"""What is new in a list of records, and what nobody has checked for long: only what dated facts tell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Generic, Literal, TypeVar, get_args

from carte_sociale.atlas.changes import Changement
from carte_sociale.atlas.freshness import NOUVEAUTE_JOURS
from carte_sociale.atlas.notices import Listable

L = TypeVar("L", bound=Listable)
Sorte = Literal["change", "place", "lien", "verifie", "ajoutee"]
"""The text changed, its room was told, a tie was confirmed, the record was checked, it came: in this order on a day."""
_RANGS = {sorte: rang for rang, sorte in enumerate(get_args(Sorte))}


@dataclass(frozen=True, slots=True)
class Fait:
    """A dated fact of a record; `sujets` say what changed (`changes.SUJETS`), empty for the other sorts."""

    jour: date
    sorte: Sorte
    sujets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nouvelle(Generic[L]):
    """What is new of a record, on one line: its dated facts, the newest first."""

    entree: L
    faits: tuple[Fait, ...]

    @property
    def jour(self) -> date:
        """The day of the newest fact."""
        return self.faits[0].jour

    @property
    def jusqu_au(self) -> date:
        """The last day on which it is news."""
        return _until(self.jour)


def _until(jour: date) -> date:
    return jour + timedelta(days=NOUVEAUTE_JOURS)


def news(entrees: Iterable[L], changements: Mapping[str, Changement]) -> list[Nouvelle[L]]:
    """Return what is new of some records, the newest first; ids decide between equals.

    Facts that had ceased to be news when the newest one of the record came are left out.
    """
    found = []
    for entree in entrees:
        facts = sorted(_facts(entree, changements.get(entree.id)), key=lambda f: (-f.jour.toordinal(), _RANGS[f.sorte]))
        if facts:
            since = facts[0].jour - timedelta(days=NOUVEAUTE_JOURS)
            found.append(Nouvelle(entree, tuple(fact for fact in facts if fact.jour >= since)))
    return sorted(found, key=lambda n: (-n.jour.toordinal(), n.entree.id))


@dataclass(frozen=True, slots=True)
class Arrivees(Generic[L]):
    """The records that came on one day, and of which nothing more is told."""

    jour: date
    entrees: tuple[L, ...]

    @property
    def jusqu_au(self) -> date:
        """The last day on which it is news."""
        return _until(self.jour)


def apart(nouvelles: Iterable[Nouvelle[L]], au_plus: int) -> tuple[list[Nouvelle[L]], list[Arrivees[L]]]:
    """Return the news of records of which more is told than that they came, then the others by day, the newest first.

    A list that has just begun is all new records: they must not hide what changed. `au_plus` records of each.
    """
    more, came = list[Nouvelle[L]](), list[Nouvelle[L]]()
    for nouvelle in nouvelles:
        (came if [fait.sorte for fait in nouvelle.faits] == ["ajoutee"] else more).append(nouvelle)
    days = groupby(came[:au_plus], key=lambda nouvelle: nouvelle.jour)
    return more[:au_plus], [Arrivees(day, tuple(nouvelle.entree for nouvelle in found)) for day, found in days]


def _facts(entree: L, changement: Changement | None) -> Iterator[Fait]:
    if changement:
        yield Fait(changement.jour, "change" if changement.sujets else "ajoutee", changement.sujets)
    if entree.verifie:
        yield Fait(entree.verifie, "verifie")
    told = [day for day in (entree.criteres.de_la_place, entree.criteres.complet) if day]
    if told:
        yield Fait(date.fromisoformat(max(told)), "place")
    confirmed = [tie.confirme_le for tie in entree.relations if tie.confirme_le]
    if confirmed:
        yield Fait(max(confirmed), "lien")


def least_checked(entrees: Iterable[L]) -> list[L]:
    """Return records in the order in which they ask to be checked: never first, by the age of their newest source.

    Whatever has no date counts as oldest; ids decide between equals.
    """

    def age(entree: L) -> tuple[date, date, str]:
        source = entree.source_recente
        return (entree.verifie or date.min, source.au_plus_tot if source else date.min, entree.id)

    return sorted(entrees, key=age)
