"""Is it open? The reference, in Python, for the same computation in the browser.

Spans are Brussels wall-clock minutes, so a state is read off the local clock: "until 17:00" stays 17:00 on the
days when the clock changes, and an hour that occurs twice counts twice. Instants are given back in Brussels time.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from .compilation import Compile, Motif
from .evaluation import UN_JOUR
from .regles import JOURNEE, Heures

BRUXELLES = ZoneInfo("Europe/Brussels")
SANS_FIN_AU_DELA = 7 * JOURNEE
"""An opening longer than a week is given without an end: nobody waits for it."""


@dataclass(frozen=True, slots=True)
class Etat:
    """The state at an instant.

    ``jusqu_a``: when open, the end of the opening (None beyond a week); ``ensuite`` says whether it then is
    closed or unknown. ``prochaine``: when closed, the next opening, None when an unknown day or the horizon
    comes first. ``raison``: the holiday, closure or horizon that explains the day.
    """

    etat: Literal["oui", "non", "inconnu"]
    jusqu_a: datetime | None = None
    ensuite: Literal["non", "inconnu"] | None = None
    prochaine: datetime | None = None
    raison: Motif | None = None


def etat(compile_: Compile, instant: datetime) -> Etat:
    """The state of a compiled schedule at an aware instant. Raises ValueError on a naive one."""
    if instant.tzinfo is None or instant.utcoffset() is None:
        raise ValueError("an instant without time zone")
    ici = instant.astimezone(BRUXELLES)
    jour, minute = ici.date(), ici.hour * 60 + ici.minute
    raison = compile_.motifs.get(jour)
    fin = _fin_en_cours(compile_, jour, minute)
    if fin is not None:
        return _ouvert(compile_, jour, fin, raison)
    if compile_.heures(jour) is None:
        return Etat("inconnu", raison=raison or Motif("horizon"))
    if minute < _nuit_inconnue(compile_, jour):
        return Etat("inconnu", raison=compile_.motifs.get(jour - UN_JOUR) or Motif("horizon"))
    return Etat("non", prochaine=_prochaine(compile_, jour, minute), raison=raison)


def _fin_en_cours(compile_: Compile, jour: date, minute: int) -> int | None:
    """Minutes from the day's midnight at which the span in progress ends, None when none is known to be."""
    fins = [fin for debut, fin in compile_.heures(jour) or () if debut <= minute < fin]
    fins += [fin - JOURNEE for debut, fin in compile_.heures(jour - UN_JOUR) or () if debut <= minute + JOURNEE < fin]
    return max(fins, default=None)


def _ouvert(compile_: Compile, jour: date, fin: int, raison: Motif | None) -> Etat:
    """Follows the spans that touch each other until one really ends."""
    while fin <= SANS_FIN_AU_DELA:
        suite = _fin_en_cours(compile_, *_place(jour, fin))
        if suite is None:
            break
        fin = suite + (_place(jour, fin)[0] - jour).days * JOURNEE
    else:
        return Etat("oui", raison=raison)
    la, minute = _place(jour, fin)
    inconnu = compile_.heures(la) is None or minute < _nuit_inconnue(compile_, la)
    return Etat("oui", _instant(jour, fin, 1), "inconnu" if inconnu else "non", raison=raison)


def _prochaine(compile_: Compile, jour: date, minute: int) -> datetime | None:
    while True:
        heures = compile_.heures(jour)
        if heures is None:
            return None
        for debut, _ in heures:
            if debut > minute:
                return _instant(jour, debut, 0)
        jour, minute = jour + UN_JOUR, -1


def _nuit_inconnue(compile_: Compile, jour: date) -> int:
    """Until which minute the night of an unknown eve may last: that of its weekday, or the longest of other rules."""
    veille = jour - UN_JOUR
    if veille < compile_.debut or compile_.heures(veille) is not None:
        return 0
    habituelles: Heures = compile_.semaine[veille.weekday()]
    return max(compile_.nuit, *(fin - JOURNEE for _, fin in habituelles), 0)


def _place(jour: date, minute: int) -> tuple[date, int]:
    return jour + timedelta(days=minute // JOURNEE), minute % JOURNEE


def _instant(jour: date, minute: int, fold: int) -> datetime:
    """The Brussels instant of a wall-clock minute; in the hour that a spring clock skips, the first that exists."""
    ici = datetime(jour.year, jour.month, jour.day) + timedelta(minutes=minute)
    existe = ici.replace(tzinfo=BRUXELLES, fold=fold)
    retour = existe.astimezone(ZoneInfo("UTC")).astimezone(BRUXELLES)
    if retour.replace(tzinfo=None) != ici:
        return (ici.replace(minute=0) + timedelta(hours=1)).replace(tzinfo=BRUXELLES)
    # Both folds are the same instant except in the hour that occurs twice.
    return existe if existe.utcoffset() != existe.replace(fold=0).utcoffset() else existe.replace(fold=0)
