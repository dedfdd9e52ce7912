"""One day of a list of rules: its open spans as OSM means them, and whether a public holiday was thought of.

The order of rules and what a rule does to the night before are those of npm's opening_hours (`benchmarks/oracle`).
opening-hours-py agrees but for a night that comes into a day of an earlier rule, which it drops: ``Su-We 11:00-01:00;
Th-Sa 11:00-04:00`` is open on Sunday at 2. Its own evaluation is not used for two reasons: it takes ``SH off`` as open,
and it merges a night with the next day, so that a public holiday cannot be told from its eve.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .regles import JOURNEE, Heures, Regle

Lien = Literal["", "jour", "ferie"]
UN_JOUR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Contexte:
    """What the calendars say of a day and of its eve."""

    ferie: bool = False
    vacances: bool = False
    veille_feriee: bool = False
    veille_en_vacances: bool = False


@dataclass(frozen=True, slots=True)
class Journee:
    """``heures`` start on the day (ends cut at midnight), ``nuit`` is what remains of the night before.

    ``dit`` is False when the day is a public holiday that no rule which decided of it mentions, or when one of those
    rules says that it is unknown.
    """

    heures: Heures
    nuit: Heures
    dit: bool


def lien(regle: Regle, jour: date, ferie: bool, vacances: bool) -> Lien:
    """How a rule holds on a day: not at all, as an ordinary day, or because it is a public holiday."""
    if regle.dates and not any(plage.contient(jour) for plage in regle.dates):
        return ""
    semaine = jour.weekday() in regle.jours or any(
        jour.weekday() == nom and _est_au_rang(jour, rangs) for nom, rangs in regle.rangs
    )
    if regle.dans == "PH":
        return "ferie" if ferie and semaine else ""
    if regle.dans == "SH":
        return "jour" if vacances and semaine else ""
    if regle.feries and ferie:
        return "ferie"
    if semaine or (regle.vacances and vacances) or not regle.choisit_des_jours:
        return "jour"
    return ""


def evaluer(regles: Sequence[Regle], jour: date, contexte: Contexte) -> Journee:
    """The spans of one day under the rules."""
    heures: list[tuple[int, int]] = []
    nuit: list[tuple[int, int]] = []
    # What the day now rests on: rules that hold on such a weekday, rules that name public holidays, a plain "off".
    appuis: list[str] = []
    inconnu = False
    for regle in regles:
        aujourdhui = lien(regle, jour, contexte.ferie, contexte.vacances)
        hier = regle.passe_minuit and bool(
            lien(regle, jour - UN_JOUR, contexte.veille_feriee, contexte.veille_en_vacances)
        )
        siennes = [(debut, min(fin, JOURNEE)) for debut, fin in regle.heures] if aujourdhui else []
        sa_nuit = [(0, fin - JOURNEE) for _, fin in regle.heures if fin > JOURNEE] if hier else []
        if not regle.ouvert:
            trous = [*sa_nuit, *((regle.heures or ((0, JOURNEE),)) if aujourdhui else ())]
            heures, nuit = _retirer(heures, trous), _retirer(nuit, trous)
            if aujourdhui and not regle.heures:
                appuis, inconnu = ["ferme"], False
        elif aujourdhui and not regle.ajoute:
            heures, nuit, appuis, inconnu = siennes, sa_nuit, [aujourdhui], regle.inconnu
        else:  # it adds to the day, or only the night of its eve comes in, which no earlier rule cuts
            heures, nuit = heures + siennes, nuit + sa_nuit
            if aujourdhui:
                appuis, inconnu = [*appuis, aujourdhui], inconnu or regle.inconnu
                nuit = [] if regle.inconnu else nuit
    dit = not contexte.ferie or (bool(appuis) and "jour" not in appuis)
    return Journee(unir(heures), unir(nuit), dit and not inconnu)


def unir(plages: Sequence[tuple[int, int]]) -> Heures:
    """The spans in order, those that touch or overlap made one."""
    resultat: list[tuple[int, int]] = []
    for debut, fin in sorted(plages):
        if resultat and debut <= resultat[-1][1]:
            resultat[-1] = (resultat[-1][0], max(fin, resultat[-1][1]))
        else:
            resultat.append((debut, fin))
    return tuple(resultat)


def _retirer(plages: Sequence[tuple[int, int]], trous: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    restes = list(plages)
    for debut, fin in trous:
        restes = [(a, b) for x, y in restes for a, b in ((x, min(y, debut)), (max(x, fin), y)) if a < b]
    return restes


def rangs_du_jour(jour: date) -> tuple[int, int]:
    """Which one of its weekday in its month a day is: from the first (1 to 5), and from the last (-1 to -5)."""
    dernier = (jour.replace(day=28) + timedelta(days=4)).replace(day=1) - UN_JOUR
    return (jour.day - 1) // 7 + 1, -1 - (dernier - jour).days // 7


def _est_au_rang(jour: date, rangs: tuple[int, ...]) -> bool:
    return not set(rangs_du_jour(jour)).isdisjoint(rangs)
