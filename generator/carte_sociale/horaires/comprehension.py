"""Text → schedule, or the part that was not understood.

OSM syntax is tried first, then French and Dutch. ``ma`` is mardi or maandag, ``di`` dimanche or dinsdag: when both
languages can read a text and disagree, the text is ambiguous unless the caller knows the language. ``h`` counts as
French and ``u`` as Dutch; Dutch with ``h`` is read only where French cannot be.
"""

import re
from dataclasses import replace
from functools import lru_cache

from .composition import composer
from .jetons import decouper
from .lecture_osm import lire_osm
from .mots import MOTS
from .phrases import Lecture
from .regles import Regle, ecrire
from .resultats import Code, Compris, Incompris, Langue, NonCompris
from .sortes import Sorte

LONGUEUR_MAX = 1000
_MARQUE_OSM = re.compile(r"\b(?:Mo|Tu|We|Th|Fr|Su|PH|SH|off|closed)\b|\b\d\d:\d\d-\d\d:\d\d\b.*\boff\b")
_CONDITION = re.compile(
    r"(?i)hiver|\b[ée]t[ée]\b|printemps|automne|p[ée]riode|saison|winter|zomer|lente|herfst|\d\s?[hu]\b|\d[hu]\d|:"
)
_PENDANT = re.compile(r"(?i)^(?:et|ou|en|of)\s+|[\s,;]+(?:et|ou|en|of)$")
"""A word that ties two parts, left alone at an end once one of them is taken out."""
_IMPOSSIBLE = re.compile(r"(?i)\b\d{1,3}\s?[hu:]\s?\d{0,2}\b")
_MARQUE_PLAINE = re.compile(r"\d\s?[hu]\b|\d[hu]\d", re.IGNORECASE)


@lru_cache(maxsize=16384)
def comprendre(texte: str, langue_preferee: Langue | None = None) -> Compris | NonCompris:
    """What a text of opening hours means, never a guess, never an exception.

    ``langue_preferee`` decides between French and Dutch when both can read the text.
    """
    if not texte.strip():
        return NonCompris(Code.VIDE, texte, 0, len(texte))
    if len(texte) > LONGUEUR_MAX:
        return NonCompris(Code.TROP_LONG, texte[LONGUEUR_MAX:], LONGUEUR_MAX, len(texte))
    try:
        return _compris(lire_osm(texte), "osm")
    except Incompris as refus:
        if _MARQUE_OSM.search(texte) and (refus.suggestions or not _MARQUE_PLAINE.search(texte)):
            return refus.valeur(texte)
        en_osm = refus
        if en_osm.code in (Code.HORS_CADRE, Code.ACCES) and re.search(r"[\"|]|sunrise|sunset|dawn|dusk", texte):
            return refus.valeur(texte)
    lus = {langue: _lire(texte, langue, avec_h=False) for langue in ("fr", "nl")}
    if not any(isinstance(lu, Compris) for lu in lus.values()):
        lus["nl"] = _lire(texte, "nl", avec_h=True)
    compris = [lu for lu in lus.values() if isinstance(lu, Compris)]
    if len(compris) == 2 and compris[0].osm != compris[1].osm:
        return lus[langue_preferee] if langue_preferee else _ambigu(texte, compris)
    if compris:
        return next((lu for lu in compris if lu.langue == langue_preferee), compris[0])
    if en_osm.code is not Code.INCONNU and not re.search(r"[^\W\d_]{4}", texte):
        return en_osm.valeur(texte)
    return _avec_le_reste(texte, _meilleur_refus(texte, lus, langue_preferee))


def comprendre_osm(texte: str) -> Compris | NonCompris:
    """What a value of ``opening_hours`` in OpenStreetMap means, read as OSM means it, never an exception.

    Hours without days are those of every day, which `comprendre` refuses: whoever writes "10:00-18:00" in a record may
    have forgotten them. Days of which words in quotes say something are unknown.
    """
    try:
        return _compris(lire_osm(texte, a_la_lettre=True), "osm")
    except Incompris as refus:
        return refus.valeur(texte)


@lru_cache(maxsize=16384)
def jour_compris_par_le_h(texte: str) -> str:
    """The first word of a text that names another day in Dutch, where only the ``h`` of its hours told it is French.

    Empty for any other text: a ``u`` is never French, and a word that Dutch does not know tells the language too.
    """
    compris = comprendre(texte)
    if isinstance(compris, NonCompris) or compris.langue != "fr":
        return ""
    en_nl = _lire(texte, "nl", avec_h=True)
    if isinstance(en_nl, NonCompris) or en_nl.osm == compris.osm:
        return ""
    return _ambigu(texte, [compris, en_nl]).partie


def heures_impossibles(texte: str) -> list[str]:
    """Every hour of a text that does not exist (``25h``, ``9h75``), in its order."""
    trouvees = (morceau[0].strip() for morceau in _IMPOSSIBLE.finditer(texte))
    return [heure for heure in trouvees if _n_existe_pas(*(int(n) for n in re.findall(r"\d+", heure + " 0")[:2]))]


def _n_existe_pas(heures: int, minutes: int) -> bool:
    return heures > 24 or minutes > 59 or (heures == 24 and minutes > 0)


def _compris(regles: tuple[Regle, ...], langue: str) -> Compris:
    return Compris(
        ecrire(regles),
        "fr" if langue == "fr" else "nl" if langue == "nl" else "osm",
        any(regle.parle_des_feries for regle in regles),
        any(regle.parle_des_vacances for regle in regles),
    )


def _lire(texte: str, langue: str, avec_h: bool) -> Compris | NonCompris:
    la: Langue = "fr" if langue == "fr" else "nl"
    try:
        regles = composer(Lecture(texte, decouper(texte, la, avec_h), la).lire())
        osm = ecrire(regles)
        # The rules go through their own spelling, so that both ways of writing meet the same checks.
        return _compris(
            lire_osm("24/7" if osm == "Mo-Su 00:00-24:00" else osm.replace("Mo-Su 00:00-24:00;", "24/7;")), la
        )
    except Incompris as refus:
        return refus.valeur(texte)


def _avec_le_reste(texte: str, refus: NonCompris) -> NonCompris:
    """The refusal with, as a suggestion, the text without the part, where that alone would be understood.

    A label before a colon, a remark in parentheses or "sans rendez-vous" are facts for other fields.
    """
    if refus.suggestions or refus.code not in (Code.INCONNU, Code.REMARQUE, Code.ACCES):
        return refus
    avant, apres = texte[: refus.debut], texte[refus.fin :]
    reste = avant + " " + apres
    if refus.code is Code.INCONNU:
        # Only a label is left out: an unknown word elsewhere may be a condition ("en cas de neige").
        libelle, deux_points, reste = texte.partition(":")
        if avant.strip() or not deux_points or _CONDITION.search(libelle):
            return refus
    elif refus.code is Code.REMARQUE and _CONDITION.search(refus.partie):
        return refus
    reste = _PENDANT.sub("", re.sub(r"\s+", " ", reste).strip(" ,;:-."))
    lisible = reste and any(isinstance(_lire(reste, la, avec_h=False), Compris) for la in ("fr", "nl"))
    return replace(refus, suggestions=(reste,)) if lisible else refus


def _ambigu(texte: str, compris: list[Compris]) -> NonCompris:
    """The first word that means another day in each language."""
    for jeton in decouper(texte, "fr", avec_h=False):
        mot = texte[jeton.debut : jeton.fin].lower().rstrip(".")
        autre = MOTS["nl"].get(mot)
        if jeton.sorte is Sorte.JOUR and autre is not None and autre[1] != jeton.valeur:
            return NonCompris(Code.AMBIGU, texte[jeton.debut : jeton.fin], jeton.debut, jeton.fin, _osm(compris))
    return NonCompris(Code.AMBIGU, texte, 0, len(texte), _osm(compris))


def _osm(compris: list[Compris]) -> tuple[str, ...]:
    return tuple(lu.osm for lu in compris)


def _meilleur_refus(texte: str, lus: dict[str, Compris | NonCompris], langue_preferee: Langue | None) -> NonCompris:
    """The refusal of the language that the text is most likely in: the one that knows more of its words."""
    connus = {langue: _lettres_connues(texte, langue) for langue in ("fr", "nl")}
    ordre = sorted(("fr", "nl"), key=lambda langue: (-connus[langue], langue != langue_preferee, langue))
    refus = lus[ordre[0]]
    return refus if isinstance(refus, NonCompris) else NonCompris(Code.INCONNU, texte, 0, len(texte))


def _lettres_connues(texte: str, langue: str) -> int:
    try:
        jetons = decouper(texte, "fr" if langue == "fr" else "nl", avec_h=False)
    except Incompris:
        return 0
    return sum(jeton.fin - jeton.debut for jeton in jetons if jeton.sorte is not Sorte.INCONNU)
