"""Cuts plain French or Dutch into tokens that keep their place in the text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from .mots import MOTS
from .resultats import Code, Incompris, Langue
from .sortes import TOUS, Sorte, Valeur

_UNITES = {"fr": r"heures?|hrs?|h", "nl": r"uur|u"}
_SIGNES = {
    ",": Sorte.VIRGULE,
    ";": Sorte.POINT,
    ".": Sorte.POINT,
    "\n": Sorte.POINT,
    "|": Sorte.POINT,
    ":": Sorte.DEUX_POINTS,
    "-": Sorte.A,
    "–": Sorte.A,
    "—": Sorte.A,
    ">": Sorte.A,
    "→": Sorte.A,
    "/": Sorte.ET,
    "&": Sorte.ET,
    "+": Sorte.ET,
    "(": Sorte.OUVRANTE,
    ")": Sorte.FERMANTE,
    "*": Sorte.POINT,
    "•": Sorte.POINT,
}


@dataclass(frozen=True, slots=True)
class Jeton:
    """A token: its kind, its value (minutes, days, month…) and its place."""

    sorte: Sorte
    valeur: Valeur
    debut: int
    fin: int


def plier(texte: str) -> str:
    """The text in small letters without accents, of the same length, so that places stay true."""
    return "".join(_plier_lettre(lettre) for lettre in texte)


def decouper(texte: str, langue: Langue, avec_h: bool) -> list[Jeton]:
    """The tokens of a text read in a language; ``avec_h`` lets Dutch say ``9h``. Unknown words are tokens too.

    Raises `Incompris` on an hour that does not exist.
    """
    plat = plier(texte)
    motif = _motif(langue, avec_h)
    jetons: list[Jeton] = []
    place = 0
    while place < len(plat):
        trouve = motif.match(plat, place)
        if trouve is None:
            fin = place + 1
            jetons.append(Jeton(_SIGNES.get(plat[place], Sorte.INCONNU), (), place, fin))
        else:
            fin = trouve.end()
            jeton = _jeton(trouve, langue)
            if jeton is not None:
                jetons.append(jeton)
        place = fin
    return jetons


def _jeton(trouve: re.Match[str], langue: Langue) -> Jeton | None:
    genre, debut, fin = trouve.lastgroup, trouve.start(), trouve.end()
    if genre == "blanc":
        return None
    if genre == "toujours":
        return Jeton(Sorte.TOUJOURS, (), debut, fin)
    if genre == "journee":
        return Jeton(Sorte.JOURNEE, (), debut, fin)
    if genre == "semaine":
        return Jeton(Sorte.JOUR, TOUS, debut, fin)
    if genre in ("points", "unite"):
        heures, minutes = (int(n) if n else 0 for n in re.findall(r"\d+", trouve.group() + " 0")[:2])
        if heures > 24 or minutes > 59 or (heures == 24 and minutes):
            raise Incompris(Code.IMPOSSIBLE, debut, fin)
        return Jeton(Sorte.HEURE, (heures * 60 + minutes,), debut, fin)
    if genre == "date":
        jour, mois = map(int, trouve.group().split("/"))
        return Jeton(Sorte.DATE, (mois, jour), debut, fin)
    if genre == "nombre":
        return Jeton(Sorte.NOMBRE, (int(trouve.group()),), debut, fin)
    mot = re.sub(r"\s+", " ", trouve.group()).rstrip(".")
    sorte, valeur = MOTS[langue].get(mot, (Sorte.INCONNU, ()))
    return Jeton(sorte, valeur, debut, fin)


@cache
def _motif(langue: Langue, avec_h: bool) -> re.Pattern[str]:
    unites = _UNITES[langue] + ("|h" if avec_h else "")
    phrases = sorted(MOTS[langue], key=lambda mot: (-len(mot), mot))
    mots = "|".join(re.escape(mot).replace(r"\ ", r"\s+") for mot in phrases)
    return re.compile(
        rf"""(?P<blanc>[^\S\n]+)
        |(?P<toujours>24\s?[hu]?\s?/\s?7\s?[jd]?(?![\w/]))
        |(?P<journee>24\s?(?:{unites})?\s?(?:/|sur|op(?:\sde)?)\s?24\s?(?:{unites})?(?![\w/]))
        |(?P<semaine>7\s?(?:j(?:ours?)?|d(?:agen)?)?\s?(?:/|sur|op(?:\sde)?)\s?7\s?(?:j(?:ours)?|d(?:agen)?)?(?![\w/]))
        |(?P<date>\d{{1,2}}/\d{{1,2}}(?![\w/]))
        |(?P<points>\d{{1,2}}[:.]\d{{2}}(?!\d)(?:\s?(?:{unites})(?![a-z]))?)
        |(?P<unite>\d{{1,2}}\s?(?:{unites})(?![a-z])(?:\d\d(?!\d)|\s\d\d(?!\s?(?:{unites})(?![a-z])|\d|[:./]\d))?)
        |(?P<mot>(?:{mots})(?![a-z0-9])(?:\.(?=\S|\s+[^A-Z]))?)
        |(?P<nombre>\d{{1,3}}(?![\w]))
        |(?P<inconnu>[\w'’"€@#%]+)
        """,
        re.VERBOSE,
    )


def _plier_lettre(lettre: str) -> str:
    if lettre in "’‘`´":
        return "'"
    simple = unicodedata.normalize("NFD", lettre)[0].lower()
    return simple if len(simple) == 1 else lettre
