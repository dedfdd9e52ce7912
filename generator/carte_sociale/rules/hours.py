"""Hours: what the program understands of them, and the part that it does not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from carte_sociale.horaires import (
    Code,
    CodePiege,
    NonCompris,
    comprendre,
    heures_impossibles,
    jour_compris_par_le_h,
    pieges,
)
from carte_sociale.loading.corrections import quoted, unaccented
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.service import Horaire
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte, is_written
from carte_sociale.rules.texts import has_broken_accents

CODES: Mapping[Code, str] = {
    Code.VIDE: "horaire-vide",
    Code.INCONNU: "horaire-mot-inconnu",
    Code.AMBIGU: "horaire-langue-ambigue",
    Code.JOURS_MANQUANTS: "horaire-jours-manquants",
    Code.HEURES_MANQUANTES: "horaire-heures-manquantes",
    Code.FIN_MANQUANTE: "horaire-fin-manquante",
    Code.SANS_UNITE: "horaire-heure-sans-unite",
    Code.IMPOSSIBLE: "horaire-heure-impossible",
    Code.DUREE_NULLE: "horaire-duree-nulle",
    Code.DATE_IMPOSSIBLE: "horaire-date-impossible",
    Code.ACCES: "horaire-acces",
    Code.APPROXIMATIF: "horaire-approximatif",
    Code.MOMENT: "horaire-moment-sans-heure",
    Code.ALTERNANCE: "horaire-une-semaine-sur-deux",
    Code.REMARQUE: "horaire-remarque",
    Code.DEUX_FOIS: "horaire-jour-deux-fois",
    Code.CHEVAUCHEMENT: "horaire-chevauchement",
    Code.SAISON: "horaire-saison",
    Code.PERIODE: "horaire-periode",
    Code.CONTRADICTION: "horaire-contradiction",
    Code.HORS_CADRE: "horaire-hors-cadre",
    Code.TROP_LONG: "horaire-trop-long",
}
"""What is said of each reason why hours were not understood."""

PIEGES: Mapping[CodePiege, str] = {
    CodePiege.ORDRE_FERIES: "piege-ordre-feries",
    CodePiege.ORDRE_VACANCES: "piege-ordre-vacances",
    CodePiege.REGLE_ECRASEE: "piege-regle-ecrasee",
    CodePiege.SAISONS: "piege-saisons",
    CodePiege.REGLE_SANS_EFFET: "piege-regle-sans-effet",
    CodePiege.CHEVAUCHEMENT: "piege-chevauchement",
    CodePiege.FIN_AVANT_DEBUT: "piege-fin-avant-debut",
    CodePiege.NUIT_COUPEE: "piege-nuit-coupee",
    CodePiege.N_OUVRE_RIEN: "piege-n-ouvre-rien",
    CodePiege.JOUR_ET_NUIT: "piege-jour-et-nuit",
    CodePiege.AU_DELA_DE_24: "piege-au-dela-de-24",
}
"""What is said of each trap. Another spelling of the same hours is none, and what cannot be read is said before."""

LIGNES = frozenset({"ligne-d-urgence", "ligne-d-ecoute", "ligne-d-aide"})
"""Natures of the records that answer a phone and nothing else."""


def _schedules(lue: FicheLue) -> Iterator[tuple[Chemin, Horaire]]:
    for index, service in enumerate(lue.ebauche.services if lue.ebauche else ()):
        for rank, horaire in enumerate(service.horaires):
            yield ("services", index, "horaires", rank), horaire


def hours_say_something(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """Hours give `quand`, or `texte` where a source says it in other words."""
    for path, horaire in _schedules(lue):
        if not horaire.quand and not any(
            is_written(lue, (*path, key)) for key in ("quand", "texte", "toujours_selon_la_loi")
        ):
            yield lue.document.probleme("horaire-sans-rien", path)


def hours_are_understood(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """`quand` is OSM `opening_hours`, or days in plain French or Dutch; never guessed."""
    for path, horaire in _schedules(lue):
        if not horaire.quand or has_broken_accents(horaire.quand):  # said once a file, by the rules on texts
            continue
        here = (*path, "quand")
        understood = comprendre(horaire.quand)
        if isinstance(understood, NonCompris):
            words = _help(understood, horaire.quand)
            yield _problem(lue, here, CODES[understood.code], horaire.quand, understood, **words)
        elif day := jour_compris_par_le_h(horaire.quand):
            start = horaire.quand.lower().find(day.lower())
            yield _problem(lue, here, "horaire-jour-deux-langues", horaire.quand, _Part(start, day), **_two_days(day))


def hours_have_no_trap(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """Hours that are understood mean what their author meant: no rule that another one undoes, no night by accident."""
    for path, horaire in _schedules(lue):
        understood = comprendre(horaire.quand) if horaire.quand else None
        if horaire.quand is None or understood is None or isinstance(understood, NonCompris):
            continue
        written_in_osm = understood.langue == "osm"
        for trap in pieges(horaire.quand if written_in_osm else understood.osm):
            if trap.code in PIEGES:
                part = trap if written_in_osm else _Part(0, horaire.quand)  # their own words, not the program's
                proche = trap.suggestion or ""
                yield _problem(lue, (*path, "quand"), PIEGES[trap.code], horaire.quand, part, proche=proche)


def law_keeps_only_help_lines(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """Only a help line that is open day and night is kept open by law: anything else would stay "open" for ever."""
    nature = lue.ebauche.nature if lue.ebauche else ""
    for path, horaire in _schedules(lue):
        if horaire.toujours_selon_la_loi is None:
            continue
        understood = comprendre(horaire.quand or "")
        always = isinstance(understood, NonCompris) or understood.osm.startswith("24/7")  # the rest is said elsewhere
        if not always or nature not in LIGNES:
            yield lue.document.probleme("loi-hors-ligne-d-aide", (*path, "toujours_selon_la_loi"), sur_cle=True)


class _Placed(Protocol):
    @property
    def debut(self) -> int: ...
    @property
    def partie(self) -> str: ...


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a text, and where it begins."""

    debut: int
    partie: str


def _problem(lue: FicheLue, path: Chemin, code: str, text: str, part: _Placed, **contexte: Any) -> Problem:
    """The problem, at the very part that it is about where the text stands on one line as it is written."""
    ligne, colonne = lue.document.places.get(path, (1, 1))
    found = lue.document.lignes[ligne - 1].find(text, colonne - 1)
    if lue.document.sensible:
        contexte = {}
    where = found + part.debut + 1 if found >= 0 else colonne
    words = {"morceau": part.partie.strip()[:60], **contexte}
    return lue.document.a(code, ligne, where, chemin=path, valeur=text, **words)


def _help(refused: NonCompris, text: str) -> dict[str, Any]:
    """Return what a message says beside the part that was not understood: above all what to write instead."""
    if refused.code is Code.ALTERNANCE:
        return _every_other_week(text)
    words: dict[str, Any] = {"proche": " | ".join(refused.suggestions[:2])}
    if refused.code is Code.IMPOSSIBLE and len(hours := heures_impossibles(text)) > 1:
        words["morceau"] = ", ".join(hours)
    if refused.code is Code.ACCES:
        words["acces"] = _way_in(refused.partie)
    if refused.code in (Code.SANS_UNITE, Code.JOURS_MANQUANTS):
        dutch = comprendre(_H.sub(r"\1u", text), "nl")
        same = isinstance(dutch, NonCompris) and dutch.code is refused.code
        proposed = " | ".join(dutch.suggestions[:2]) if isinstance(dutch, NonCompris) and same else words["proche"]
        words["proche"] = {"fr": words["proche"], "nl": _H.sub(r"\1u", proposed), "en": words["proche"]}
    return words


_H = re.compile(r"(\d)h")
_WAYS = (
    (r"sans|zonder|libre|vrije", "sans-rendez-vous"),
    (r"rendez|rdv|afspraak", "rendez-vous"),
    (r"tel", "telephone"),
    (r"domicile|huis", "a-domicile"),
)
_DAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", re.IGNORECASE)
_DAG = re.compile(r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b", re.IGNORECASE)
_HOURS = re.compile(r"\d{1,2}\s?[hu:]\d{0,2}.*\d{1,2}\s?[hu:]?\d{0,2}", re.IGNORECASE)


def _way_in(part: str) -> str:
    plain = unaccented(part.lower())
    return next((id_ for words, id_ in _WAYS if re.search(words, plain)), "")


def _every_other_week(text: str) -> dict[str, Any]:
    """Return the volunteer's own day as a day of the month, and the sentence as `texte` would hold it."""
    jour, dag, hours = _DAY.search(text), _DAG.search(text), _HOURS.search(text)
    span = hours[0] if hours else "9h-12h"
    proche = f"1er et 3e {jour[0].lower()} du mois {span}" if jour else ""
    proche = f"1ste en 3de {dag[0].lower()} van de maand {span}" if dag else proche
    texte = f"texte: {{{'nl' if dag else 'fr'}: {quoted(text)}}}"
    return {"proche": proche and f"quand: {quoted(proche)}", "texte": texte}


def _two_days(day: str) -> dict[str, Any]:
    french, other = ("mardi", "maandag") if day.lower().startswith("m") else ("dimanche", "dinsdag")
    return {"compris": french, "autre": other}


REGLES_FICHE = (hours_say_something, hours_are_understood, hours_have_no_trap, law_keeps_only_help_lines)
