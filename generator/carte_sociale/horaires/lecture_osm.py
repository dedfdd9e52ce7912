"""Reads OSM ``opening_hours`` into rules, keeping the place of each rule in the text.

Our own reader rather than opening-hours-py's, because that one gives neither a position nor the rules, and the
linter needs both. The tests check that whatever is read here gives the same hours there, and in npm's opening_hours.
Small liberties of spelling are read (``9:00``, spaces, en dashes, ``Mo-Fr:``); the linter shows the normal form.
"""

import re
from calendar import monthrange
from dataclasses import replace

from .jetons_osm import Lecteur
from .regles import JOURNEE, JOURS, MOIS, SANS_ARRET, TOUTE_LA_SEMAINE, Heures, PlageDates, Regle, ecrire, ecrire_jours
from .resultats import Code, Incompris

_JOUR = {nom.lower(): rang for rang, nom in enumerate(JOURS)}
_MOIS = {nom.lower(): rang for rang, nom in enumerate(MOIS, 1)}
_HORS_CADRE = re.compile(r"(?i)\b(?:sunrise|sunset|dawn|dusk|easter|week)\b|\|\||[\d:]*\d\s*\+|[+-]\s*\d+\s*days?\b")
_MOTS = re.compile(r"\"[^\"]*\"?")
_HEURE_EN_H = re.compile(r"\b(\d{1,2})\s?h(\d\d)?\b")
_SUR_RENDEZ_VOUS = re.compile(r"(?i)appointment|rendez|\brdv\b|afspraak|reserv")


def lire_osm(texte: str, *, a_la_lettre: bool = False) -> tuple[Regle, ...]:
    """The rules of an OSM string. Raises `Incompris` at the first part that is not understood.

    ``a_la_lettre``: the text is known to come from OpenStreetMap, where hours without days are those of every day and
    words may stand in quotes. Whoever writes a record is asked for the days, and to put the words elsewhere.
    """
    mots = None if a_la_lettre else _MOTS.search(texte)
    if hors := min((un for un in (_HORS_CADRE.search(texte), mots) if un), key=re.Match.start, default=None):
        raise _hors_cadre(hors)
    avec_h = _HEURE_EN_H.search(texte)
    if avec_h is not None:
        raise Incompris(Code.INCONNU, avec_h.start(), avec_h.end(), *_en_osm(texte))
    lecteur = Lecteur(texte)
    regles: list[Regle] = []
    ajoute = des_jours_nommes = False
    while lecteur.voir()[0] != "fin":
        regle = _regle(lecteur, ajoute, a_la_lettre, des_jours_nommes)
        des_jours_nommes = des_jours_nommes or regle.choisit_des_jours or bool(regle.dates)
        if a_la_lettre and not regle.choisit_des_jours and replace(regle, ajoute=False) != SANS_ARRET:
            regle = replace(regle, jours=TOUTE_LA_SEMAINE)
        regles.append(regle)
        if lecteur.prendre(";"):
            ajoute = False
        elif lecteur.prendre(","):
            ajoute = True
            if lecteur.voir()[0] == "fin":
                raise lecteur.refuser()
        elif lecteur.voir()[0] != "fin":
            raise lecteur.refuser()
    if not regles:
        raise Incompris(Code.VIDE, 0, len(texte))
    if (tout := _MOTS.search(texte)) and all(regle.inconnu for regle in regles):
        raise _hors_cadre(tout)
    return tuple(regles)


def _hors_cadre(trouve: re.Match[str]) -> Incompris:
    code = Code.ACCES if _SUR_RENDEZ_VOUS.search(trouve.group()) else Code.HORS_CADRE
    return Incompris(code, trouve.start(), trouve.end())


def _en_osm(texte: str) -> tuple[str, ...]:
    """The text with its ``9h30`` written ``09:30``, where that makes it readable."""
    ecrit = _HEURE_EN_H.sub(lambda trouve: f"{int(trouve[1]):02d}:{trouve[2] or '00'}", texte)
    try:
        return (ecrire(lire_osm(ecrit)),)
    except Incompris:
        return ()


def _regle(lecteur: Lecteur, ajoute: bool, a_la_lettre: bool, apres_des_jours: bool) -> Regle:
    debut = lecteur.place()
    if lecteur.voir()[0] == "toujours":
        lecteur.rang += 1
        regle = Regle(heures=SANS_ARRET.heures, ajoute=ajoute)
    else:
        dates = _dates(lecteur)
        lecteur.prendre(":")
        regle = _jours(lecteur)
        lecteur.prendre(":")
        heures = _heures(lecteur)
        if not heures:
            _refuser_sans_minutes(lecteur)
        regle = Regle(regle.jours, regle.rangs, regle.feries, regle.vacances, regle.dans, dates, heures, ajoute=ajoute)
    ferme = lecteur.prendre("off", "closed")
    inconnu = not ferme and not lecteur.prendre("open") and lecteur.prendre("unknown")
    while lecteur.voir()[0] == "remarque":  # what the words change is not known, whatever stands before them
        lecteur.rang += 1
        ferme, inconnu = False, True
    fin = lecteur.fin_precedente()
    if fin <= debut:
        raise lecteur.refuser()
    regle = replace(regle, ouvert=not ferme, inconnu=inconnu, place=(debut, fin))
    if regle.inconnu and regle.passe_minuit:
        raise Incompris(Code.HORS_CADRE, debut, fin)  # the doubt would reach into a day that is known
    if regle.ouvert and not regle.inconnu and not regle.heures:
        jours = ecrire_jours(regle) or "Mo-Su"
        raise Incompris(Code.HEURES_MANQUANTES, debut, fin, f"{jours} 00:00-24:00")
    un_jour_dit = any(plage.debut[1] for plage in regle.dates)
    if regle.choisit_des_jours or un_jour_dit or _dit_tous_les_jours(regle, a_la_lettre, apres_des_jours):
        return regle
    if regle.ouvert:
        raise Incompris(Code.JOURS_MANQUANTS, debut, fin, f"Mo-Su {lecteur.texte[debut:fin]}")
    raise Incompris(Code.JOURS_MANQUANTS, debut, fin)


def _dit_tous_les_jours(regle: Regle, a_la_lettre: bool, apres_des_jours: bool) -> bool:
    """Whether a rule without days is one of every day.

    After rules that name days even OSM has two readings: by its specification such hours replace theirs, in
    opening_hours of npm they are added.
    """
    if a_la_lettre and (regle.dates or not apres_des_jours):
        return True
    if regle.inconnu:
        return bool(regle.dates)
    return regle.heures == SANS_ARRET.heures if regle.ouvert else bool(regle.dates or regle.heures)


def _dates(lecteur: Lecteur) -> tuple[PlageDates, ...]:
    plages: list[PlageDates] = []
    while lecteur.voir()[0] == "annee" or lecteur.voir()[1] in _MOIS:
        debut_place = lecteur.place()
        annee, debut = _date(lecteur)
        annee_fin, fin = None, debut
        if lecteur.prendre("-"):
            if lecteur.voir()[0] == "nombre" and debut[1]:
                fin = (debut[0], _nombre(lecteur))
            else:
                annee_fin, fin = _date(lecteur)
        for mois, jour in (debut, fin):
            if jour and not 1 <= jour <= monthrange(2028, mois)[1]:
                raise Incompris(Code.DATE_IMPOSSIBLE, debut_place, lecteur.fin_precedente())
        if bool(debut[1]) != bool(fin[1]) or (annee_fin is not None and annee is None):
            raise Incompris(Code.DATE_IMPOSSIBLE, debut_place, lecteur.fin_precedente())
        # From the 23rd to the 22nd of a month is nearly a year: a slip, rather.
        if (annee is not None or debut[0] == fin[0]) and (annee_fin or annee or 0, *fin) < (annee or 0, *debut):
            raise Incompris(Code.DATE_IMPOSSIBLE, debut_place, lecteur.fin_precedente())
        plages.append(PlageDates(debut, fin, annee, annee_fin))
        if lecteur.voir()[1] != "," or not (lecteur.voir(1)[0] == "annee" or lecteur.voir(1)[1] in _MOIS):
            break
        lecteur.rang += 1
    return tuple(plages)


def _date(lecteur: Lecteur) -> tuple[int | None, tuple[int, int]]:
    annee = None
    if lecteur.voir()[0] == "annee":
        annee = int(lecteur.voir()[1])
        lecteur.rang += 1
    mois = _MOIS.get(lecteur.voir()[1])
    if mois is None:
        raise lecteur.refuser()
    lecteur.rang += 1
    # A number followed by ":" is the hour of a time written in two parts; the token already excludes it.
    return annee, (mois, _nombre(lecteur) if lecteur.voir()[0] == "nombre" else 0)


def _nombre(lecteur: Lecteur) -> int:
    nombre = int(lecteur.voir()[1])
    lecteur.rang += 1
    return nombre


def _jours(lecteur: Lecteur) -> Regle:
    jours: set[int] = set()
    rangs: dict[int, set[int]] = {}
    conges: set[str] = set()
    dans = ""
    while True:
        genre, mot = lecteur.voir()
        if genre != "mot":
            break
        if mot in ("ph", "sh"):
            lecteur.rang += 1
            if lecteur.voir()[1] in _JOUR and not (jours or rangs or conges):
                dans = mot.upper()
                continue
            conges.add(mot)
        elif mot in _JOUR:
            _jour(lecteur, jours, rangs)
        else:
            break
        if lecteur.voir()[1] != "," or (lecteur.voir(1)[1] not in _JOUR and lecteur.voir(1)[1] not in ("ph", "sh")):
            break
        lecteur.rang += 1
    if dans and conges:
        raise lecteur.refuser(Code.HORS_CADRE)
    return Regle(
        frozenset(jours),
        tuple((jour, tuple(sorted(n, key=lambda r: (r < 0, r)))) for jour, n in sorted(rangs.items())),
        "ph" in conges,
        "sh" in conges,
        "PH" if dans == "PH" else "SH" if dans == "SH" else "",
    )


def _jour(lecteur: Lecteur, jours: set[int], rangs: dict[int, set[int]]) -> None:
    debut = _JOUR[lecteur.voir()[1]]
    brut, place = lecteur.jetons[lecteur.rang][1:3]
    if debut == 2 and brut != "We":
        # "we" is also how French writes week-end.
        raise Incompris(Code.AMBIGU, place, place + 2, "We", "Sa-Su")
    lecteur.rang += 1
    if lecteur.prendre("["):
        choix = rangs.setdefault(debut, set())
        while True:
            signe = -1 if lecteur.prendre("-") else 1
            if lecteur.voir()[0] != "nombre" or not 1 <= int(lecteur.voir()[1]) <= 5:
                raise lecteur.refuser()
            premier = signe * _nombre(lecteur)
            dernier = premier
            if premier > 0 and lecteur.prendre("-"):
                if lecteur.voir()[0] != "nombre" or not premier <= int(lecteur.voir()[1]) <= 5:
                    raise lecteur.refuser()
                dernier = _nombre(lecteur)
            choix.update(range(premier, dernier + 1))
            if not lecteur.prendre(","):
                break
        if not lecteur.prendre("]"):
            raise lecteur.refuser()
    elif lecteur.voir()[0] == "tiret" and lecteur.voir(1)[1] in _JOUR:
        fin = _JOUR[lecteur.voir(1)[1]]
        lecteur.rang += 2
        jours.update((debut + pas) % 7 for pas in range((fin - debut) % 7 + 1))
    elif lecteur.voir()[0] == "tiret":
        lecteur.rang += 1
        raise lecteur.refuser()
    else:
        jours.add(debut)


def _heures(lecteur: Lecteur) -> Heures:
    plages: list[tuple[int, int]] = []
    while lecteur.voir()[0] == "heure":
        place = lecteur.place()
        debut = _heure(lecteur, 24)
        if not lecteur.prendre("-"):
            raise Incompris(Code.FIN_MANQUANTE, place, lecteur.fin_precedente())
        if lecteur.voir()[0] != "heure":
            raise lecteur.refuser()
        plages.append(plage_heures(debut, _heure(lecteur, 48), place, lecteur.fin_precedente()))
        if lecteur.voir()[1] != "," or lecteur.voir(1)[0] != "heure":
            break
        lecteur.rang += 1
    return tuple(sorted(plages))


def _refuser_sans_minutes(lecteur: Lecteur) -> None:
    """Raises `Incompris` on ``9-12`` where hours are due: likely, but never guessed."""
    (genre, debut), (tiret, _), (suite, fin) = lecteur.voir(), lecteur.voir(1), lecteur.voir(2)
    if (genre, tiret, suite) != ("nombre", "tiret", "nombre"):
        return
    place = lecteur.place()
    lecteur.rang += 3
    plausible = int(debut) < int(fin) <= 24
    raise Incompris(
        Code.SANS_UNITE, place, lecteur.fin_precedente(), *([f"{debut:0>2}:00-{fin:0>2}:00"] if plausible else [])
    )


def _heure(lecteur: Lecteur, limite: int) -> int:
    heures, minutes = map(int, lecteur.voir()[1].split(":"))
    if minutes > 59 or heures * 60 + minutes > limite * 60:
        raise lecteur.refuser(Code.IMPOSSIBLE)
    lecteur.rang += 1
    return heures * 60 + minutes


def plage_heures(debut: int, fin: int, place: int, fin_place: int) -> tuple[int, int]:
    """The span, its end after midnight when it comes before its start. Raises `Incompris` on an empty span."""
    if fin == 0 or (debut, fin) == (JOURNEE, JOURNEE):
        fin = JOURNEE
    debut %= JOURNEE
    if debut == fin or fin - debut > JOURNEE:
        raise Incompris(Code.DUREE_NULLE, place, fin_place)
    return debut, fin if fin > debut else fin + JOURNEE
