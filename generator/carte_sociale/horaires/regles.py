"""The schedule as rules: the part of OSM ``opening_hours`` that a social service needs, and its normal form.

A rule says on which days (months and dates, days of the week, nth day of the month, public or school
holidays) which hours are open, or that they are closed. Rules are read in order as in OSM: one after ``;``
replaces what earlier ones said of its days, one after ``,`` adds to it.

Days of which nobody knows are a rule too (``Su unknown``). What is outside on purpose, because no opening can be
computed from it without guessing: sunrise, open ends (``18:00+``), ``||``, week numbers, and words, which
`comprehension.comprendre_osm` alone takes, as unknown days. `benchmarks/oracle/resultats.md` says how much that is of
the values of Brussels in OpenStreetMap.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

JOURS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MOIS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
JOURNEE = 1440
TOUTE_LA_SEMAINE = frozenset(range(7))

Heures = tuple[tuple[int, int], ...]
"""Spans in minutes of the Brussels day they start on; an end above 1440 lies after midnight."""


@dataclass(frozen=True, slots=True)
class PlageDates:
    """Dates of every year, or of one year: first and last (month, day); day 0 stands for the whole month."""

    debut: tuple[int, int]
    fin: tuple[int, int]
    annee: int | None = None
    annee_fin: int | None = None

    def contient(self, jour: date) -> bool:
        """Whether the day lies in the range, both ends included."""
        debut = (self.debut[0], self.debut[1] or 1)
        fin = (self.fin[0], self.fin[1] or 31)
        if self.annee is not None:
            annee_fin = self.annee if self.annee_fin is None else self.annee_fin
            return (self.annee, *debut) <= (jour.year, jour.month, jour.day) <= (annee_fin, *fin)
        cle = (jour.month, jour.day)
        return debut <= cle <= fin if debut <= fin else cle >= debut or cle <= fin


@dataclass(frozen=True, slots=True)
class Regle:
    """One rule. Without any selector it holds every day. ``dans`` restricts its days to PH or SH days.

    ``inconnu``: nobody knows whether it opens its days; ``ouvert`` is then True, and its hours, if any, the most.
    """

    jours: frozenset[int] = frozenset()
    rangs: tuple[tuple[int, tuple[int, ...]], ...] = ()
    feries: bool = False
    vacances: bool = False
    dans: Literal["", "PH", "SH"] = ""
    dates: tuple[PlageDates, ...] = ()
    heures: Heures = ()
    ouvert: bool = True
    inconnu: bool = False
    ajoute: bool = False
    place: tuple[int, int] = field(default=(0, 0), compare=False)

    @property
    def choisit_des_jours(self) -> bool:
        """Whether the rule names days of any kind (dates apart)."""
        return bool(self.jours or self.rangs or self.feries or self.vacances or self.dans)

    @property
    def parle_des_feries(self) -> bool:
        """Whether the rule says something of public holidays."""
        return self.feries or self.dans == "PH"

    @property
    def parle_des_vacances(self) -> bool:
        """Whether the rule says something of school holidays."""
        return self.vacances or self.dans == "SH"

    @property
    def passe_minuit(self) -> bool:
        """Whether a span ends after midnight."""
        return any(fin > JOURNEE for _, fin in self.heures)


SANS_ARRET = Regle(heures=((0, JOURNEE),))


def ecrire(regles: Iterable[Regle]) -> str:
    """The normal OSM string of the rules: one spelling for one list of rules."""
    morceaux: list[str] = []
    for regle in regles:
        if morceaux:
            morceaux.append(", " if regle.ajoute else "; ")
        morceaux.append(ecrire_regle(regle))
    return "".join(morceaux)


def ecrire_regle(regle: Regle) -> str:
    """The normal OSM string of one rule, without its separator."""
    if regle == SANS_ARRET:
        return "24/7"
    mots = [
        ",".join(_plage_dates(plage) for plage in regle.dates),
        ecrire_jours(regle),
        ",".join(_plage_heures(*plage) for plage in regle.heures),
        "unknown" if regle.inconnu else "" if regle.ouvert else "off",
    ]
    return " ".join(mot for mot in mots if mot)


def ecrire_jours(regle: Regle) -> str:
    """The days of a rule in OSM words: ``Mo-Fr``, ``Sa[1,3],PH``, ``SH Mo-Fr``."""
    jours = [_suite_de_jours(suite) for suite in suites(regle.jours)]
    jours += [f"{JOURS[jour]}[{','.join(map(str, rangs))}]" for jour, rangs in regle.rangs]
    jours += ["PH"] * regle.feries + ["SH"] * regle.vacances
    return " ".join(mot for mot in (regle.dans, ",".join(jours)) if mot)


def suites(jours: Iterable[int]) -> list[list[int]]:
    """The days cut into runs of neighbours, Monday first: {0, 1, 2, 4} gives [[0, 1, 2], [4]]."""
    resultat: list[list[int]] = []
    for jour in sorted(jours):
        if resultat and resultat[-1][-1] == jour - 1:
            resultat[-1].append(jour)
        else:
            resultat.append([jour])
    return resultat


def heure(minute: int) -> str:
    """Minutes of the day as OSM writes them: 570 gives ``09:30``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _suite_de_jours(suite: list[int]) -> str:
    if len(suite) > 2:
        return f"{JOURS[suite[0]]}-{JOURS[suite[-1]]}"
    return ",".join(JOURS[jour] for jour in suite)


def _plage_heures(debut: int, fin: int) -> str:
    return f"{heure(debut)}-{heure(fin if fin <= JOURNEE else fin - JOURNEE)}"


def _plage_dates(plage: PlageDates) -> str:
    (mois, jour), (mois_fin, jour_fin) = plage.debut, plage.fin
    texte = ("" if plage.annee is None else f"{plage.annee} ") + MOIS[mois - 1] + (f" {jour:02d}" if jour else "")
    if plage.annee_fin is not None:
        return f"{texte}-{plage.annee_fin} {MOIS[mois_fin - 1]}" + (f" {jour_fin:02d}" if jour_fin else "")
    if plage.debut == plage.fin:
        return texte
    if jour and mois == mois_fin and jour < jour_fin:
        return f"{texte}-{jour_fin:02d}"
    return f"{texte}-{MOIS[mois_fin - 1]}" + (f" {jour_fin:02d}" if jour_fin else "")
