"""Where two readings of the same hours may part: instants drawn for one value, the same at each run.

Instants are whole minutes since 1970 in UTC, so that the hour that October repeats is asked twice.
"""

import random
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from carte_sociale.horaires import BRUXELLES

GRAINE = 20261128
PARTS = {"toujours": 60, "feries": 30, "horloge": 25, "minuit": 20, "bornes": 40, "week_ends": 10, "fin_d_annee": 15}
"""How many of 200 instants fall anywhere, on a public holiday or the day after, in the night when the clock changes,
around midnight, around the value's own hours (half of them on its own dates), on week-ends, at the end of a year."""
UN_JOUR = timedelta(days=1)
_MOIS = {
    nom: rang
    for rang, nom in enumerate(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1)
}
_HEURE = re.compile(r"\b(\d{1,2}):(\d\d)")
_DATE = re.compile(rf"\b({'|'.join(_MOIS)})\b(?:\s*(\d{{1,2}})\b(?!:))?")


class Jours:
    """The days that instants are drawn from, in order and without a gap, and which of them are hard."""

    def __init__(self, du: date, au: date, feries: Iterable[date]) -> None:
        self.toujours = [date.fromordinal(n) for n in range(du.toordinal(), au.toordinal() + 1)]
        connus = set(self.toujours)
        self.feries = [jour for ferie in sorted(feries) for jour in (ferie, ferie, ferie + UN_JOUR) if jour in connus]
        self.week_ends = [jour for jour in self.toujours if jour.weekday() > 4]
        self.fin_d_annee = [j for j in self.toujours if (j.month, j.day) >= (12, 20) or (j.month, j.day) <= (1, 6)]

    @cached_property
    def horloge(self) -> list[date]:
        """The days when the clock changes."""
        decalages = [datetime.combine(jour, time(12), BRUXELLES).utcoffset() for jour in self.toujours]
        return [jour for jour, hier, la in zip(self.toujours[1:], decalages, decalages[1:], strict=False) if hier != la]

    def dates(self, valeur: str) -> list[date]:
        """The days around the dates that a value names: the eve, the day, the next; both ends of a whole month."""
        nommees = set()
        for nom, jour in _DATE.findall(valeur):
            for annee in {jour.year for jour in self.toujours}:
                debut = date(annee, _MOIS[nom], 1)
                fin = (debut + timedelta(days=31)).replace(day=1)
                milieux = [debut + timedelta(days=int(jour) - 1)] if jour else [debut, fin]
                nommees.update(milieu + n * UN_JOUR for milieu in milieux for n in (-1, 0, 1))
        return sorted(nommees.intersection(self.toujours))


def tirer(valeur: str, jours: Jours, nombre: int) -> list[int]:
    """Return instants for a value, in about the shares of `PARTS`; they hang on the value and the days alone."""
    hasard = random.Random(f"{GRAINE} {valeur}")
    bornes = sorted({int(h) * 60 + int(m) for h, m in _HEURE.findall(valeur)}) or [0]
    siens = jours.dates(valeur)

    def jour(sorte: str, rang: int) -> date:
        connus: Sequence[date] = getattr(jours, sorte, None) or jours.toujours
        return hasard.choice(siens if siens and sorte in ("minuit", "bornes") and rang % 2 else connus)

    def minute(sorte: str) -> int:
        if sorte == "minuit":
            return hasard.choice((-2, -1, 0, 0, 1, 2))
        if sorte == "bornes":
            return hasard.choice(bornes) + hasard.choice((-1, 0, 0, 1))
        return hasard.randrange(300 if sorte == "horloge" else 1440)

    total = sum(PARTS.values())
    sortes = [(sorte, rang) for sorte, part in PARTS.items() for rang in range(max(1, round(part * nombre / total)))]
    tires = [_minute_utc(jour(sorte, rang), minute(sorte), hasard.random() < 0.5) for sorte, rang in sortes]
    return tires[:nombre]


def _minute_utc(jour: date, minute: int, seconde_fois: bool) -> int:
    """The minute of a Brussels day, the second one of that name where the clock shows it twice."""
    ici = datetime.combine(jour, time()) + timedelta(minutes=minute)
    return int(ici.replace(tzinfo=BRUXELLES, fold=seconde_fois).astimezone(UTC).timestamp()) // 60
