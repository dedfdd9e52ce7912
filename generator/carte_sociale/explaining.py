"""What the program understands of opening hours: in words, in OSM syntax and for the next days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from babel.dates import format_date

from carte_sociale.horaires import (
    Compile,
    Compris,
    Feries,
    NonCompris,
    Vacances,
    compiler,
    comprendre,
    dire,
    dire_heures,
    pieges,
)
from carte_sociale.horaires.textes import LangueDite
from carte_sociale.problems import Problem
from carte_sociale.rules.hours import CODES, PIEGES

JOURS = 7

_WORDS = {
    "fr": {
        "compris": "Compris :",
        "pas-compris": "Pas compris :",
        "ecrire": "À faire :",
        "osm": "En écriture OSM :",
        "semaine": "Les {n} jours à partir du {jour} :",
        "piege": "Attention :",
        "ferme": "fermé",
        "inconnu": "on ne sait pas",
        "ferie-inconnu": "{nom}, un jour férié dont l'horaire ne parle pas",
        "ferie": "{nom}, jour férié",
        "vacances": "vacances scolaires",
        "calendrier": "cela dépend du calendrier scolaire",
        "doute": "l'horaire dit lui-même qu'on ne sait pas",
        "horizon": "nos calendriers ne vont pas jusque-là",
    },
    "nl": {
        "compris": "Begrepen:",
        "pas-compris": "Niet begrepen:",
        "ecrire": "Te doen:",
        "osm": "In OSM-schrijfwijze:",
        "semaine": "De {n} dagen vanaf {jour}:",
        "piege": "Let op:",
        "ferme": "gesloten",
        "inconnu": "niet bekend",
        "ferie-inconnu": "{nom}, een feestdag waar de uren niets over zeggen",
        "ferie": "{nom}, feestdag",
        "vacances": "schoolvakantie",
        "calendrier": "dat hangt af van de schoolkalender",
        "doute": "de uren zeggen zelf dat het niet bekend is",
        "horizon": "zo ver gaan onze kalenders niet",
    },
    "en": {
        "compris": "Understood:",
        "pas-compris": "Not understood:",
        "ecrire": "To do:",
        "osm": "In OSM syntax:",
        "semaine": "The {n} days from {jour}:",
        "piege": "Beware:",
        "ferme": "closed",
        "inconnu": "not known",
        "ferie-inconnu": "{nom}, a public holiday that the hours do not mention",
        "ferie": "{nom}, public holiday",
        "vacances": "school holidays",
        "calendrier": "it depends on the school calendar",
        "doute": "the hours themselves say that it is not known",
        "horizon": "our calendars do not go that far",
    },
}
_SCHOOLS = {
    "fr": {"fr": "écoles francophones", "nl": "écoles néerlandophones"},
    "nl": {"fr": "Franstalige scholen", "nl": "Nederlandstalige scholen"},
    "en": {"fr": "French-speaking schools", "nl": "Dutch-speaking schools"},
}


@dataclass(frozen=True, slots=True)
class Explication:
    """Lines for a reader: what is understood, then the days; `compris` is False where the hours were not understood."""

    compris: bool
    lignes: tuple[str, ...]
    jours: tuple[str, ...] = ()


def explain(
    texte: str, feries: Feries, vacances: Mapping[str, Vacances], premier_jour: date, langue: str
) -> Explication:
    """Return what is understood of hours, in `langue` (fr, nl or en), with seven days from the first one."""
    return _explained(" ".join(texte.split()), feries, vacances, premier_jour, cast(LangueDite, langue))


def _explained(
    texte: str, feries: Feries, vacances: Mapping[str, Vacances], premier_jour: date, langue: LangueDite
) -> Explication:
    lu = comprendre(texte)
    if isinstance(lu, NonCompris):
        return Explication(False, tuple(_not_understood(texte, lu, langue)))
    words = _WORDS[langue]
    lines = [words["compris"], *(f"  {line}" for line in dire(lu.osm, langue))]
    lines += ["", f"{words['osm']} {lu.osm}", *_traps(texte, lu, langue)]
    head = words["semaine"].format(n=JOURS, jour=format_date(premier_jour, "d MMMM y", locale=langue))
    return Explication(True, tuple(lines), ("", head, *_days(lu, feries, vacances, premier_jour, langue)))


def _not_understood(texte: str, refus: NonCompris, langue: LangueDite) -> Iterator[str]:
    words = _WORDS[langue]
    proche = " | ".join(refus.suggestions[:2])
    problem = Problem("", 1, 1, CODES[refus.code], valeur=texte, contexte={"morceau": refus.partie, "proche": proche})
    yield words["pas-compris"]
    yield f"  {texte}"
    yield "  " + " " * refus.debut + "^" * max(1, refus.fin - refus.debut)
    yield f"  {problem.message(langue)}"
    if suggestion := problem.suggestion(langue):
        yield f"  {words['ecrire']} {suggestion}"


def _traps(texte: str, lu: Compris, langue: LangueDite) -> Iterator[str]:
    words = _WORDS[langue]
    for trap in pieges(texte if lu.langue == "osm" else lu.osm):
        if trap.code in PIEGES:
            context = {"morceau": trap.partie, "proche": trap.suggestion or ""}
            problem = Problem("", 1, 1, PIEGES[trap.code], valeur=texte, contexte=context)
            yield f"{words['piege']} {problem.message(langue)}"
            yield f"  {words['ecrire']} {problem.suggestion(langue)}"


def _days(
    lu: Compris, feries: Feries, vacances: Mapping[str, Vacances], premier_jour: date, langue: LangueDite
) -> Iterator[str]:
    """Yield a line a day; where the two school calendars do not agree, a line says both."""
    last = premier_jour + timedelta(days=JOURS)
    communities = vacances if lu.mentionne_vacances else {"": None}
    compiled = {
        name: compiler(lu.osm, premier_jour, last, feries=feries, vacances=calendar)
        for name, calendar in communities.items()
    }
    days = [premier_jour + timedelta(days=n) for n in range(JOURS)]
    written = {day: f"  {format_date(day, 'EEEE d MMMM', locale=langue)}" for day in days}
    width = max(map(len, written.values()))
    for day in days:
        states = {name: _state(hours, day, feries, langue) for name, hours in compiled.items()}
        if len(set(states.values())) == 1:
            state = next(iter(states.values()))
        else:
            state = " ; ".join(f"{_SCHOOLS[langue][name]} : {state}" for name, state in states.items())
        yield f"{written[day]:<{width}}  {state}"


def _state(compiled: Compile, day: date, feries: Feries, langue: LangueDite) -> str:
    words, hours, reason = _WORDS[langue], compiled.heures(day), compiled.motifs.get(day)
    state = words["inconnu"] if hours is None else dire_heures(hours, langue) if hours else words["ferme"]
    if reason is None:
        why = words["horizon"] if hours is None else ""
    elif reason.genre == "ferie":
        name = feries.noms[reason.id][langue]
        why = words["ferie" if hours is not None else "ferie-inconnu"].format(nom=name)
    else:
        why = words[reason.genre]
    return f"{state} ({why})" if why else state
