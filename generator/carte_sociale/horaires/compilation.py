"""A schedule and the calendars → a plain week and dated exceptions, which a browser reads without a parser.

A public holiday that the schedule does not mention is unknown (None), never open. The same holds where a later
rule wins over what was said of public holidays (``PH off; Mo-Fr 09:00-17:00``): the letter says open, the author
meant closed, so nobody knows. An explicit closure ("closed on Wednesdays", "closed in July") holds on a holiday.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Literal

from .calendriers import Feries, Vacances
from .evaluation import UN_JOUR, Contexte, Journee, evaluer, rangs_du_jour, unir
from .lecture_osm import lire_osm
from .regles import JOURNEE, Heures, Regle
from .resultats import Incompris

Genre = Literal["ferie", "fermeture", "vacances", "calendrier", "doute", "horizon"]


@dataclass(frozen=True, slots=True)
class Fermeture:
    """A closure of the service itself, both days included; it wins over everything."""

    du: date
    au: date
    motif: str = ""


@dataclass(frozen=True, slots=True)
class Motif:
    """Why a day is not as its week: the public holiday's id, the closure's words, the school holiday's id.

    ``calendrier``: school holidays are mentioned, their calendar is not known. ``doute``: the schedule itself says
    that the day is unknown. ``horizon``: no calendar that far.
    """

    genre: Genre
    id: str = ""


@dataclass(frozen=True, slots=True)
class Compile:
    """Plain intervals in Brussels minutes of the day on which they start; an end above 1440 lies after midnight.

    ``semaine``: seven tuples, Monday first. ``exceptions``: days from ``debut`` to ``horizon`` that differ from
    it, None when unknown. ``motifs``: why, for days that a holiday or a closure touches, differing or not. Equal
    schedules share both mappings: they are read, never changed. ``nuit``: until which minute of the next day an
    unknown day may last by rules that are not of every week, 0 when they end before midnight.
    """

    osm: str
    debut: date
    horizon: date
    semaine: tuple[Heures, ...]
    exceptions: Mapping[date, Heures | None]
    motifs: Mapping[date, Motif]
    nuit: int = 0

    def heures(self, jour: date) -> Heures | None:
        """The spans that start on a day, None when unknown or outside the compiled days."""
        if not self.debut <= jour <= self.horizon:
            return None
        return self.exceptions.get(jour, self.semaine[jour.weekday()])


_Regarde = tuple[date, Heures | None, Motif | None]
"""A day, its hours (None when unknown), and why it is not as its week."""


@lru_cache(maxsize=4096)
def regles_de(osm: str) -> tuple[Regle, ...]:
    """The rules of a normal OSM string. Raises ValueError on a string that `comprendre` does not give."""
    try:
        return lire_osm(osm)
    except Incompris as refus:
        raise ValueError(f"{refus.code}: {osm[refus.debut : refus.fin]!r}") from refus


def compiler(
    osm: str,
    debut: date,
    fin: date,
    *,
    feries: Feries,
    vacances: Vacances | None,
    fermetures: Sequence[Fermeture] = (),
) -> Compile:
    """The plain week and the exceptions of a normal OSM string, from ``debut`` to the horizon.

    The horizon is the earliest of ``fin``, the end of the public holidays and, where the schedule mentions school
    holidays, the end of their calendar. Raises ValueError on a string that `comprendre` does not give.
    """
    return _compiler(osm, debut, fin, feries, vacances, tuple(fermetures))


@lru_cache(maxsize=4096)
def _compiler(
    osm: str, debut: date, fin: date, feries: Feries, vacances: Vacances | None, fermetures: tuple[Fermeture, ...]
) -> Compile:
    return _compilation(osm, feries, vacances).compiler(osm, debut, fin, fermetures)


@lru_cache(maxsize=1024)
def _compilation(osm: str, feries: Feries, vacances: Vacances | None) -> "_Compilation":
    """Days are evaluated once for all horizons and closures: hours of 10,000 services differ in some dozens of ways."""
    return _Compilation(regles_de(osm), feries, vacances)


class _Compilation:
    """The rules with the calendars, and the days already evaluated by what makes them alike.

    Hours of a day hang on its sort (`_sorte`), on that of its eve and on that of the next day: of the thousand days of
    a schedule with seasons, some dozens are evaluated.
    """

    def __init__(self, regles: tuple[Regle, ...], feries: Feries, vacances: Vacances | None) -> None:
        self.regles, self.feries, self.vacances = regles, feries, vacances
        self.saisonnier = any(regle.dates or regle.rangs for regle in regles)
        self.scolaire = any(regle.parle_des_vacances for regle in regles)
        self.douteux = any(regle.inconnu for regle in regles)
        self.nuit = max((self._nuit_de(regle) for regle in regles), default=0)
        self._datees = tuple(regle.dates for regle in regles if regle.dates)
        self._au_rang = any(regle.rangs for regle in regles)
        self._sortes: dict[date, tuple[object, ...]] = {}
        self._connues: dict[tuple[object, ...], Heures | None] = {}

    def _nuit_de(self, regle: Regle) -> int:
        """Until which minute of the next day a rule may last that the plain week does not tell, 0 for another."""
        par_conge = regle.parle_des_feries or regle.parle_des_vacances
        parfois = regle.ouvert and regle.passe_minuit and (self.saisonnier or par_conge or self.douteux)
        return max(fin - JOURNEE for _, fin in regle.heures) if parfois else 0

    def compiler(self, osm: str, debut: date, fin: date, fermetures: tuple[Fermeture, ...]) -> Compile:
        debut = max(debut, self.feries.du)
        fin = min(fin, self.feries.au)
        if self.scolaire and self.vacances is not None:
            fin = min(fin, self.vacances.au)
        jours = self._regardes
        if fermetures:
            jours = dict(sorted((jours | self._fermes(fermetures)).items(), key=lambda item: item[0]))
        regardes = [(jour, heures, motif) for jour, (heures, motif) in jours.items() if debut <= jour <= fin]
        semaine = self._semaine_des_saisons(regardes) if self.saisonnier else self._semaine
        exceptions: dict[date, Heures | None] = {}
        motifs: dict[date, Motif] = {}
        for jour, heures, motif in regardes:
            if heures != semaine[jour.weekday()]:
                exceptions[jour] = heures
            if motif is not None:
                motifs[jour] = motif
        return Compile(osm, debut, fin, semaine, exceptions, motifs, self.nuit)

    @cached_property
    def _regardes(self) -> dict[date, tuple[Heures | None, Motif | None]]:
        """Every day that may differ from the plain week, as far as calendars go, with its hours and why."""
        jours = [date.fromordinal(n) for n in range(self.feries.du.toordinal(), self.feries.au.toordinal() + 1)]
        looked_at = ((jour, self._heures(jour)) for jour in self._a_regarder(jours))
        return {jour: (heures, self._motif(jour, heures)) for jour, heures in looked_at}

    def _fermes(self, fermetures: tuple[Fermeture, ...]) -> dict[date, tuple[Heures | None, Motif | None]]:
        """The days that closures touch: their own, and the one before, whose night they cut."""
        au_plus_tot, au_plus_tard = self.feries.du - UN_JOUR, self.feries.au + UN_JOUR
        fermes = {
            jour: f for f in reversed(fermetures) for jour in _etendue(max(f.du, au_plus_tot), min(f.au, au_plus_tard))
        }
        touches: dict[date, tuple[Heures | None, Motif | None]] = {}
        for jour in fermes:
            veille = jour - UN_JOUR
            if veille not in fermes:
                heures = self._heures(veille, nuit=False)
                touches[veille] = (heures, self._motif(veille, heures))
            touches[jour] = ((), Motif("fermeture", fermes[jour].motif))
        return touches

    def _a_regarder(self, jours: list[date]) -> list[date]:
        """The days that may differ from the plain week: all, or those near a holiday or a closure."""
        if self.saisonnier or self.douteux or (self.scolaire and self.vacances is None):
            return jours
        touches = set(self.feries.jours)
        if self.scolaire and self.vacances is not None:
            for periode in self.vacances.periodes:
                touches.update(_etendue(periode.du, periode.au))
            touches.update(jour for jour in jours if jour < self.vacances.du)
        touches |= {jour + n * UN_JOUR for jour in touches for n in (-1, 1)}  # a night, open or closed, passes midnight
        return [jour for jour in jours if jour in touches]

    @cached_property
    def _semaine(self) -> tuple[Heures, ...]:
        lundi = date(2024, 1, 1)
        return tuple(
            self._avec_nuit(evaluer(self.regles, jour, Contexte()), evaluer(self.regles, jour + UN_JOUR, Contexte()))
            for jour in (lundi + n * UN_JOUR for n in range(7))
        )

    def _semaine_des_saisons(self, regardes: list[_Regarde]) -> tuple[Heures, ...]:
        comptes: tuple[Counter[Heures], ...] = tuple(Counter() for _ in range(7))
        for jour, heures, motif in regardes:
            ferme = motif is not None and motif.genre == "fermeture"
            if heures is not None and jour not in self.feries.jours and not ferme:
                comptes[jour.weekday()][heures] += 1
        # The most frequent wins; between equals the fuller then earlier one, so that any order gives the same.
        return tuple(
            min(compte, key=lambda heures: (-compte[heures], -len(heures), heures)) if compte else self._semaine[jour]
            for jour, compte in enumerate(comptes)
        )

    def _sorte(self, jour: date) -> tuple[object, ...]:
        """All that rules and calendars can tell of a day."""
        if jour not in self._sortes:
            self._sortes[jour] = (
                jour.weekday(),
                jour in self.feries.jours,
                self._en_vacances(jour) if self.scolaire else (),
                tuple(any(plage.contient(jour) for plage in dates) for dates in self._datees),
                rangs_du_jour(jour) if self._au_rang else (),
            )
        return self._sortes[jour]

    def _heures(self, jour: date, nuit: bool = True) -> Heures | None:
        """The hours of a day, those of its night too unless the next day is closed."""
        cle = (self._sorte(jour - UN_JOUR), self._sorte(jour), self._sorte(jour + UN_JOUR), nuit)
        if cle not in self._connues:
            self._connues[cle] = self._evaluees(jour, nuit)
        return self._connues[cle]

    def _evaluees(self, jour: date, nuit: bool) -> Heures | None:
        journee, lendemain = self._journee(jour), self._journee(jour + UN_JOUR)
        if journee is None or not journee.dit:
            return None
        if not nuit:
            return journee.heures
        if lendemain is None:
            lendemain = evaluer(self.regles, jour + UN_JOUR, Contexte())
        return self._avec_nuit(journee, lendemain)

    def _avec_nuit(self, journee: Journee, lendemain: Journee) -> Heures:
        return unir(journee.heures + tuple((debut + JOURNEE, fin + JOURNEE) for debut, fin in lendemain.nuit))

    def _journee(self, jour: date) -> Journee | None:
        """The day under the calendars, None when it hangs on school holidays that are not known."""
        ferie, veille_feriee = jour in self.feries.jours, jour - UN_JOUR in self.feries.jours
        if not self.scolaire:
            return evaluer(self.regles, jour, Contexte(ferie=ferie, veille_feriee=veille_feriee))
        possibles = {
            evaluer(self.regles, jour, Contexte(ferie, en_vacances, veille_feriee, veille_en_vacances))
            for en_vacances in self._en_vacances(jour)
            for veille_en_vacances in self._en_vacances(jour - UN_JOUR)
        }
        return possibles.pop() if len(possibles) == 1 else None

    def _en_vacances(self, jour: date) -> tuple[bool, ...]:
        if self.vacances is None or not self.vacances.du <= jour <= self.vacances.au:
            return (False, True)
        return (self.vacances.periode(jour) is not None,)

    def _motif(self, jour: date, heures: Heures | None) -> Motif | None:
        if jour in self.feries.jours:
            return Motif("ferie", self.feries.jours[jour])
        if heures is None:
            sans_calendrier = self.scolaire and len(self._en_vacances(jour)) > 1
            return Motif("calendrier") if sans_calendrier or not self.douteux else Motif("doute")
        if not self.scolaire:
            return None
        periode = self.vacances.periode(jour) if self.vacances is not None else None
        return Motif("vacances", periode.id) if periode is not None else None


def _etendue(du: date, au: date) -> list[date]:
    return [date.fromordinal(n) for n in range(du.toordinal(), au.toordinal() + 1)]
