"""Where opening_hours 3.15 is known to be wrong, or the value says two things: counted apart in every report.

Each says which instants it is about, narrowly, and why. An entry that no value of the tests needs is taken out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from carte_sociale.horaires import BRUXELLES


@dataclass(frozen=True)
class Ecart:
    """A known fault: `concerne` tells whether it is about a Brussels instant of a value; `raison`, why, in French."""

    nom: str
    raison: str
    concerne: Callable[[str, datetime], bool]


def _veille_a_24_heures(_valeur: str, ici: datetime) -> bool:
    """Whether 24 hours earlier is not the day before: around midnight, next to a day of 23 or 25 hours."""
    avant = (ici.astimezone(UTC) - timedelta(hours=24)).astimezone(BRUXELLES)
    return avant.date() != ici.date() - timedelta(days=1)


ECARTS = (
    Ecart(
        "veille-a-24-heures",
        "La veille est cherchée 24 heures plus tôt (`generateDateShifter` avec `-msec_in_day`). Le lundi qui suit le"
        " passage à l'heure d'été, de 0 h à 1 h, c'est le samedi : la nuit du samedi y reste ouverte, celle du"
        " dimanche y est fermée. Pour la spécification d'OSM, une plage qui passe minuit finit le lendemain du jour"
        " nommé, à l'heure locale.",
        _veille_a_24_heures,
    ),
)


def ecart(valeur: str, ici: datetime) -> Ecart | None:
    """Return the known fault that a disagreement of a value at a Brussels instant comes from."""
    return next((connu for connu in ECARTS if connu.concerne(valeur, ici)), None)
