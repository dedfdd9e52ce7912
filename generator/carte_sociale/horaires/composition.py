"""Statements → rules whose order says what the text meant.

A text that names a day twice is read in one case only: when the hours of one statement lie within the other's,
the narrower days win ("lundi-vendredi 8h30-16h, vendredi 8h30-12h"). Anything else could mean "also" or
"instead", and is given back as a question with both answers.
"""

from dataclasses import replace

from .enonces import Choix, Enonce
from .evaluation import unir
from .regles import TOUTE_LA_SEMAINE, Heures, Regle, ecrire
from .resultats import Code, Incompris


def composer(enonces: list[Enonce]) -> tuple[Regle, ...]:
    """The rules of the statements. Raises `Incompris` where they contradict or double each other."""
    doute = next((enonce for enonce in enonces if enonce.saison_sous_entendue), None)
    if doute is not None:
        raise Incompris(Code.SAISON, *doute.choix.place)
    ouverts = [enonce for enonce in enonces if enonce.heures]
    fermes = [enonce for enonce in enonces if not enonce.heures]
    base = _jours_ordinaires([enonce for enonce in ouverts if not enonce.choix.dates and not enonce.en_vacances])
    saisons = _jours_ordinaires([enonce for enonce in ouverts if enonce.choix.dates and not enonce.en_vacances])
    scolaires = _jours_ordinaires([enonce for enonce in ouverts if enonce.en_vacances])
    _verifier_les_saisons(base, saisons)
    closes = frozenset(jour for enonce in fermes if not enonce.choix.dates for jour in enonce.choix.jours)
    base = _sans(base, closes)
    regles = _ouvertures(base, closes, ouverts)
    if closes:
        regles.append(Regle(closes, ouvert=False))
    regles += [
        Regle(enonce.choix.jours, enonce.choix.rangs, ouvert=False)
        for enonce in fermes
        if enonce.choix.rangs and not enonce.choix.dates
    ]
    regles += [_regle(enonce) for enonce in saisons]
    regles += [
        Regle(enonce.limite or enonce.choix.jours, dates=enonce.choix.dates, ouvert=False)
        for enonce in fermes
        if enonce.choix.dates
    ]
    regles += _conges(enonces, base, scolaires, mixtes=any(regle.feries for regle in regles))
    if not regles:
        raise Incompris(Code.VIDE, 0, 0)
    return tuple(dict.fromkeys(regles))


def _ouvertures(base: list[Enonce], closes: frozenset[int], ouverts: list[Enonce]) -> list[Regle]:
    """The rules of ordinary days. After a night that passes midnight a rule adds, or it would cut the night."""
    nuits = any(fin > 1440 for enonce in base for _, fin in enonce.heures)
    ensemble = (
        not nuits
        and not closes
        and len({enonce.choix.dates for enonce in ouverts}) == 1
        and not any(enonce.choix.vacances or enonce.en_vacances or enonce.choix.rangs for enonce in ouverts)
    )
    regles: list[Regle] = []
    for enonce in base:
        if enonce.choix.ordinaire:
            regle = _regle(enonce)
            if ensemble and enonce.choix.feries:
                regle = replace(regle, feries=True)
            regles.append(replace(regle, ajoute=(nuits or enonce.aussi) and bool(regles)))
    # Rules that name public holidays come last: a later rule wins.
    return sorted(regles, key=lambda regle: regle.feries)


def _conges(enonces: list[Enonce], base: list[Enonce], scolaires: list[Enonce], mixtes: bool) -> list[Regle]:
    """School holidays, then public holidays: closed first, then open, so that the precise one wins."""
    vacances: list[Regle] = []
    feries: list[Regle] = []
    for enonce in enonces:
        choix = enonce.choix
        if enonce.heures or choix.dates:
            continue
        if choix.vacances:
            vacances.append(_bornee("SH", enonce))
        if choix.feries:
            feries.append(_bornee("PH", enonce))
    ouverts = [enonce for enonce in enonces if enonce.heures]
    vacances += [Regle(vacances=True, heures=e.heures) for e in ouverts if e.choix.vacances and not e.choix.dates]
    vacances += [Regle(e.choix.jours, e.choix.rangs, dans="SH", heures=e.heures) for e in scolaires]
    for enonce in base:
        if enonce.meme_vacances:
            vacances.append(Regle(enonce.choix.jours, enonce.choix.rangs, dans="SH", heures=enonce.heures))
        if enonce.meme_feries:
            tous = enonce.choix.jours == TOUTE_LA_SEMAINE
            feries.append(
                Regle(feries=True, heures=enonce.heures)
                if tous
                else Regle(enonce.choix.jours, enonce.choix.rangs, dans="PH", heures=enonce.heures)
            )
    a_part = [e for e in ouverts if e.choix.feries and not (mixtes and e.choix.ordinaire)]
    feries += [Regle(feries=True, heures=e.heures, dates=e.choix.dates) for e in a_part]
    dits = [e for e in ouverts if e.choix.feries or e.meme_feries]
    if dits and any(not regle.ouvert and not regle.dans for regle in feries):
        raise Incompris(Code.CONTRADICTION, *dits[-1].choix.place)
    return vacances + feries


def _bornee(genre: str, enonce: Enonce) -> Regle:
    if enonce.limite:
        return Regle(enonce.limite, dans="PH" if genre == "PH" else "SH", ouvert=False)
    return Regle(feries=genre == "PH", vacances=genre == "SH", ouvert=False)


def _regle(enonce: Enonce) -> Regle:
    choix = enonce.choix
    return Regle(choix.jours, choix.rangs, dates=choix.dates, heures=enonce.heures)


def _sans(enonces: list[Enonce], jours: frozenset[int]) -> list[Enonce]:
    restes = [
        replace(e, choix=replace(e.choix, jours=e.choix.jours - jours)) if e.choix.jours & jours else e for e in enonces
    ]
    return [e for e in restes if e.choix.ordinaire or e.choix.feries or e.choix.vacances]


def _jours_ordinaires(enonces: list[Enonce]) -> list[Enonce]:
    """The statements with each weekday said once (see the module's docstring)."""
    retenus: list[Enonce] = []
    for nouveau in enonces:
        for rang, ancien in enumerate(retenus):
            if ancien.choix.dates == nouveau.choix.dates:
                retenus[rang], nouveau = _accorder(ancien, nouveau)
        retenus.append(nouveau)
    return [e for e in retenus if e.choix.ordinaire or e.choix.feries or e.choix.vacances or e.choix.dates]


def _accorder(ancien: Enonce, nouveau: Enonce) -> tuple[Enonce, Enonce]:
    a, b = ancien.choix, nouveau.choix
    communs = a.jours & b.jours
    if not communs and not _meme_rang(a, b):
        return ancien, nouveau
    if nouveau.aussi:
        if any(x < fin and debut < y for x, y in ancien.heures for debut, fin in nouveau.heures):
            raise Incompris(Code.CHEVAUCHEMENT, *b.place)
        return ancien, nouveau
    meme_jours = a.jours == b.jours and a.rangs == b.rangs
    if ancien.heures == nouveau.heures or (meme_jours and not _se_touchent(ancien.heures, nouveau.heures)):
        heures = tuple(sorted({*ancien.heures, *nouveau.heures}))
        if meme_jours:
            return replace(ancien, heures=heures), _vide(nouveau)
        return ancien, replace(nouveau, choix=replace(b, jours=b.jours - communs))
    if meme_jours:
        raise Incompris(Code.CHEVAUCHEMENT, *b.place)
    contenu = _contient(ancien.heures, nouveau.heures) or _contient(nouveau.heures, ancien.heures)
    if contenu and (b.rangs or b.jours < a.jours) and not a.rangs:
        return replace(ancien, choix=replace(a, jours=a.jours - communs)), nouveau
    if contenu and a.jours < b.jours and not a.rangs and not b.rangs:
        return ancien, replace(nouveau, choix=replace(b, jours=b.jours - communs))
    raise Incompris(Code.DEUX_FOIS, *b.place, *_deux_lectures(ancien, nouveau))


def _meme_rang(a: Choix, b: Choix) -> bool:
    jours_a, jours_b = {jour for jour, _ in a.rangs}, {jour for jour, _ in b.rangs}
    return bool(jours_a & b.jours or jours_b & a.jours or (jours_a & jours_b and a.rangs != b.rangs)) or (
        bool(a.rangs) and a.rangs == b.rangs
    )


def _deux_lectures(ancien: Enonce, nouveau: Enonce) -> tuple[str, str]:
    """The two things it may mean, in OSM words: the second hours instead of the first, or added to them."""
    a, b = _regle(ancien), _regle(nouveau)
    communs = b.jours & a.jours
    a_la_place = [replace(a, jours=a.jours - communs), b] if a.jours - communs else [a, b]
    en_plus = [a, replace(b, ajoute=True)]
    return ecrire(a_la_place), ecrire(en_plus)


def _verifier_les_saisons(base: list[Enonce], saisons: list[Enonce]) -> None:
    """A season that leaves out a weekday of the rest of the year does not say whether that day is closed."""
    habituels = frozenset(jour for enonce in base for jour in enonce.choix.jours)
    for saison in saisons:
        dits = frozenset(j for e in saisons if e.choix.dates == saison.choix.dates for j in e.choix.jours)
        if habituels and saison.choix.jours and not habituels <= dits:
            raise Incompris(Code.SAISON, *saison.choix.place)


def _vide(enonce: Enonce) -> Enonce:
    return replace(enonce, choix=Choix(place=enonce.choix.place))


def _se_touchent(a: Heures, b: Heures) -> bool:
    return len(unir(a + b)) < len(a) + len(b)


def _contient(grand: Heures, petit: Heures) -> bool:
    return unir(grand + petit) == unir(grand)
