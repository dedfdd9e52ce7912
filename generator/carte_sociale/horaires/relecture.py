"""The linter of traps: schedules that are valid but do not say what their author meant.

Each trap names the part of the OSM string and, where one reading is sure, the whole corrected string.

Closing before opening is legitimate for a night (22:00-06:00, 19:00-08:00, 10:00-02:00) and a slip elsewhere
(17:00-09:00, 09:00-05:00). It is named when the span lasts more than 16 hours, or when it ends after 6:00 and
starts before 18:00; no correction is proposed, since either end may be the wrong one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from .evaluation import lien, unir
from .lecture_osm import lire_osm
from .regles import JOURNEE, SANS_ARRET, Regle, ecrire
from .resultats import Code, Incompris

DUREE_MAX, FIN_DE_NUIT, DEBUT_DE_NUIT = 16 * 60, 6 * 60, 18 * 60
_ANNEE = [date(2028, 1, 1) + timedelta(days=n) for n in range(366)]


class CodePiege(StrEnum):
    """The traps."""

    ILLISIBLE = "illisible"
    ECRITURE = "ecriture"
    ORDRE_FERIES = "ordre_feries"
    ORDRE_VACANCES = "ordre_vacances"
    REGLE_ECRASEE = "regle_ecrasee"
    SAISONS = "saisons_qui_se_recouvrent"
    REGLE_SANS_EFFET = "regle_sans_effet"
    CHEVAUCHEMENT = "chevauchement"
    FIN_AVANT_DEBUT = "fin_avant_debut"
    NUIT_COUPEE = "nuit_coupee"
    N_OUVRE_RIEN = "n_ouvre_rien"
    JOUR_ET_NUIT = "jour_et_nuit_et_autre"
    AU_DELA_DE_24 = "heure_au_dela_de_24"


@dataclass(frozen=True, slots=True)
class Piege:
    """A trap in ``osm[debut:fin] == partie``; ``suggestion`` is the whole corrected string, or None."""

    code: CodePiege
    partie: str
    debut: int
    fin: int
    suggestion: str | None = None


@lru_cache(maxsize=4096)
def pieges(osm: str) -> tuple[Piege, ...]:
    """The traps of an OSM string, by place; one trap ``illisible`` when it cannot be read. Never raises."""
    try:
        regles = lire_osm(osm)
    except Incompris as refus:
        valeur = refus.valeur(osm)
        # Of the readers' proposals only the rewriting of "9h" as "09:00" leaves no doubt.
        sure = valeur.code is Code.INCONNU and bool(valeur.suggestions)
        suggestion = valeur.suggestions[0] if sure else None
        return (Piege(CodePiege.ILLISIBLE, valeur.partie, valeur.debut, valeur.fin, suggestion),)
    trouves = [
        *_ecriture(osm, regles),
        *_heures(osm, regles),
        *_ordre(osm, regles),
        *_ecrasees(osm, regles),
        *_nuits(osm, regles),
        *_ensemble(osm, regles),
    ]
    return tuple(sorted(trouves, key=lambda piege: (piege.debut, piege.fin, piege.code)))


def _piege(code: CodePiege, osm: str, regle: Regle, suggestion: tuple[Regle, ...] | None = None) -> Piege:
    debut, fin = regle.place
    return Piege(code, osm[debut:fin], debut, fin, None if suggestion is None else ecrire(suggestion))


def _ecriture(osm: str, regles: tuple[Regle, ...]) -> Iterator[Piege]:
    """Another spelling than the normal one: order of days, spaces, ``9:00``, capitals."""
    normal = ecrire(regles)
    never_stop = sum(replace(regle, ajoute=False) == SANS_ARRET for regle in regles)
    if osm == normal or never_stop > 1:  # said of each rule that adds to "day and night", and not to be respelt
        return
    for regle in regles:
        texte = osm[slice(*regle.place)]
        if any(int(heure) > 24 for heure in re.findall(r"(\d+):\d\d", texte)):
            yield _piege(CodePiege.AU_DELA_DE_24, osm, regle, regles)
            return
    yield Piege(CodePiege.ECRITURE, osm, 0, len(osm), normal)


def _heures(osm: str, regles: tuple[Regle, ...]) -> Iterator[Piege]:
    for rang, regle in enumerate(regles):
        unies = unir(regle.heures)
        if len(unies) < len(regle.heures):
            corrigee = (*regles[:rang], replace(regle, heures=unies), *regles[rang + 1 :])
            yield _piege(CodePiege.CHEVAUCHEMENT, osm, regle, corrigee)
        for debut, fin in regle.heures:
            passe = fin > JOURNEE and regle.ouvert
            if passe and (fin - debut > DUREE_MAX or (fin - JOURNEE > FIN_DE_NUIT and debut < DEBUT_DE_NUIT)):
                yield _piege(CodePiege.FIN_AVANT_DEBUT, osm, regle)


def _ordre(osm: str, regles: tuple[Regle, ...]) -> Iterator[Piege]:
    """A later rule of ordinary days wins over what was said of holidays before it."""
    for rang, regle in enumerate(regles):
        for code, parle in (
            (CodePiege.ORDRE_FERIES, Regle.parle_des_feries),
            (CodePiege.ORDRE_VACANCES, Regle.parle_des_vacances),
        ):
            if not parle.__get__(regle):
                continue
            suivantes = [
                r
                for r in regles[rang + 1 :]
                if r.ouvert
                and not r.ajoute
                and not r.parle_des_feries
                and not r.parle_des_vacances
                and _communs(replace(r, dates=()), Regle(regle.jours) if regle.dans else Regle())
            ]
            if suivantes:
                yield _piege(code, osm, regle, _conges_a_la_fin(regles))


def _conges_a_la_fin(regles: tuple[Regle, ...]) -> tuple[Regle, ...]:
    ordonnees = sorted(regles, key=lambda r: 2 if r.parle_des_feries else 1 if r.parle_des_vacances else 0)
    return (replace(ordonnees[0], ajoute=False), *ordonnees[1:])


def _ecrasees(osm: str, regles: tuple[Regle, ...]) -> Iterator[Piege]:
    """``Mo-Fr 09:00-12:00; Mo 13:00-16:00`` loses Monday morning: a comma was meant."""
    for rang, regle in enumerate(regles[:-1]):
        siens = _jours_de(regle)
        if not regle.ouvert or not siens:
            continue
        restants = set(siens)
        for suivante_rang in range(rang + 1, len(regles)):
            suivante = regles[suivante_rang]
            communs = siens & _jours_de(suivante)
            if not communs or (suivante.ajoute and suivante.ouvert):
                if communs and _se_recouvrent(regle, suivante):
                    yield _piege(CodePiege.CHEVAUCHEMENT, osm, suivante)
                continue
            if suivante.heures and not suivante.ouvert:
                continue
            restants -= communs
            ouvre = suivante.ouvert and not suivante.inconnu
            if ouvre and not _se_recouvrent(regle, suivante) and not suivante.dates:
                corrigee = (
                    *regles[:suivante_rang],
                    replace(suivante, ajoute=True),
                    *regles[suivante_rang + 1 :],
                )
                yield _piege(CodePiege.REGLE_ECRASEE, osm, suivante, _conges_a_la_fin(corrigee))
            if regle.dates and suivante.dates and suivante.ouvert and not _jours_de(suivante) <= siens:
                yield _piege(CodePiege.SAISONS, osm, suivante)
        if not restants and not regle.parle_des_feries and not regle.parle_des_vacances:
            yield _piege(CodePiege.REGLE_SANS_EFFET, osm, regle)


def _nuits(osm: str, regles: tuple[Regle, ...]) -> Iterator[Piege]:
    """After a night that passes midnight, a rule of the next day cuts it there: a comma keeps the night."""
    for regle in regles:
        if not regle.ouvert or not regle.passe_minuit:
            continue
        lendemains = {jour + timedelta(days=1) for jour in _jours_de(regle)}
        for rang, autre in enumerate(regles):
            coupe = autre is not regle and autre.ouvert and not autre.ajoute and rang > 0 and not autre.parle_des_feries
            if (
                coupe
                and regles.index(regle) < rang
                and lendemains & _jours_de(autre)
                and not (_jours_de(regle) & _jours_de(autre) or _couvre_la_nuit(regle, autre))
            ):
                corrigee = (*regles[:rang], replace(autre, ajoute=True), *regles[rang + 1 :])
                yield _piege(CodePiege.NUIT_COUPEE, osm, autre, corrigee)


def _couvre_la_nuit(regle: Regle, autre: Regle) -> bool:
    fin = max(fin for _, fin in regle.heures) - JOURNEE
    return bool(autre.heures) and autre.heures[0][0] == 0 and autre.heures[0][1] >= fin


def _ensemble(osm: str, regles: tuple[Regle, ...]) -> Iterator[Piege]:
    if not any(regle.ouvert and not regle.inconnu for regle in regles):
        yield Piege(CodePiege.N_OUVRE_RIEN, osm, 0, len(osm))
    for rang, regle in enumerate(regles):
        if replace(regle, ajoute=False) != SANS_ARRET or len(regles) == 1:
            continue
        autres = [r for r in regles if r is not regle and r.ouvert and not r.parle_des_feries]
        if rang > 0 or autres:
            yield _piege(CodePiege.JOUR_ET_NUIT, osm, regle)


def _communs(a: Regle, b: Regle) -> bool:
    return bool(_jours_de(a) & _jours_de(b))


def _se_recouvrent(a: Regle, b: Regle) -> bool:
    return any(x < fin and debut < y for x, y in a.heures for debut, fin in b.heures)


def _jours_de(regle: Regle) -> frozenset[date]:
    """The days of a leap year that the rule holds on as ordinary days."""
    return _jours_choisis(replace(regle, heures=(), ouvert=True, ajoute=False))


@lru_cache(maxsize=4096)
def _jours_choisis(regle: Regle) -> frozenset[date]:
    if any(plage.annee is not None for plage in regle.dates):
        return frozenset()
    return frozenset(jour for jour in _ANNEE if lien(regle, jour, False, False))
