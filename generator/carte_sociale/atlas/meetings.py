"""When professionals meet: the days of a meeting, told and repeated, up to when they may be believed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from carte_sociale.model.dispositif import Repetition
from carte_sociale.model.fields import Plage
from carte_sociale.model.reseau import Rencontre
from carte_sociale.model.texts import Texte

JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
"""Ids of the vocabulary `jours`, Monday first as `date.weekday` counts."""
MOIS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
"""Ids of the vocabulary `mois`, in their order."""
RANGS = {"premier": 1, "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "dernier": -1}
"""Ids of the vocabulary `rangs` → which of the month's days, -1 for the last."""
CONFIANCE = timedelta(days=365)
"""How long after it was seen a repetition is believed: afterwards it is to be confirmed."""


@dataclass(frozen=True, slots=True, order=True)
class Seance:
    """One day of a meeting; hours and place are None where nothing is said."""

    jour: date
    heures: Plage | None
    ou: Texte | None


def cru_jusqu_au(repetition: Repetition) -> date:
    """Return the last day on which a repetition is believed."""
    believed = repetition.vu + CONFIANCE
    return min(believed, repetition.au) if repetition.au else believed


def seances(rencontre: Rencontre) -> list[Seance]:
    """Return the days of a meeting in their order, each once; a day that is told counts before a repeated one."""
    told = {d.date: Seance(d.date, d.heures or rencontre.heures, d.ou or rencontre.ou) for d in rencontre.dates}
    if rencontre.repetition:
        for day in repeated(rencontre.repetition):
            told.setdefault(day, Seance(day, rencontre.heures, rencontre.ou))
    return [told[day] for day in sorted(told)]


def repeated(repetition: Repetition) -> Iterator[date]:
    """Give the days of a repetition, from the day on which it begins, or was seen, until it is no longer believed."""
    day = repetition.du or repetition.vu
    day += timedelta(days=(JOURS.index(repetition.jour) - day.weekday()) % 7)
    last = cru_jusqu_au(repetition)
    while day <= last:
        if MOIS[day.month - 1] not in repetition.sauf_mois and _is_ranked(day, repetition.rang):
            yield day
        day += timedelta(days=7)


def _is_ranked(day: date, rang: str | None) -> bool:
    if rang is None:
        return True
    rank = RANGS[rang]
    return (day + timedelta(days=7)).month != day.month if rank < 0 else (day.day - 1) // 7 + 1 == rank
