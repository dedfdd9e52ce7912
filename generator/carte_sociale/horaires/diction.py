"""A schedule said back in plain words, and laid out as a week."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from .compilation import regles_de
from .evaluation import Contexte, evaluer, unir
from .regles import JOURNEE, SANS_ARRET, TOUTE_LA_SEMAINE, Heures, PlageDates, Regle, suites
from .textes import MOTS_DITS, LangueDite, dire_heure

LUNDI = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class LigneSemaine:
    """One row of the week table: day (0 is Monday), hours as ``("9:00", "12:30")``, remarks in words.

    No hours and no remark: closed that day.
    """

    jour: int
    heures: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def dire(osm: str, langue: LangueDite) -> tuple[str, ...]:
    """The schedule as short lines of plain words: days together first, then seasons, closures and holidays.

    Raises ValueError on a string that `comprendre` does not give.
    """
    regles = regles_de(osm)
    mots = MOTS_DITS[langue]
    if regles == (SANS_ARRET,):
        return (mots.sans_arret,)
    lignes: list[str] = []
    semaine = _semaine(regles)
    restants = [jour for jour in range(7) if semaine[jour]]
    while restants:
        heures = semaine[restants[0]]
        memes = [jour for jour in restants if semaine[jour] == heures]
        restants = [jour for jour in restants if jour not in memes]
        if heures == ((0, JOURNEE),) and len(memes) == 7:
            lignes.append(mots.sans_arret)
        else:
            lignes.append(_dire_jours(frozenset(memes), langue) + mots.deux_points + dire_heures(heures, langue))
    return tuple(lignes + [dire_regle(regle, langue) for regle in _particulieres(regles)])


@lru_cache(maxsize=4096)
def semaine_affichee(osm: str, langue: LangueDite = "fr") -> tuple[LigneSemaine, ...]:
    """Seven rows, Monday first; what is monthly, seasonal or of school holidays stands as a remark of its days.

    Raises ValueError on a string that `comprendre` does not give.
    """
    regles = regles_de(osm)
    semaine = _semaine(regles)
    notes: dict[int, list[str]] = {jour: [] for jour in range(7)}
    for regle in _particulieres(regles):
        if not regle.ouvert or (regle.parle_des_feries and not regle.jours and not regle.rangs):
            continue
        concernes = regle.jours | {jour for jour, _ in regle.rangs} or TOUTE_LA_SEMAINE
        for jour in sorted(concernes):
            notes[jour].append(dire_regle(regle, langue))
    return tuple(
        LigneSemaine(
            jour, tuple((_chiffres(debut), _chiffres(fin)) for debut, fin in semaine[jour]), tuple(notes[jour])
        )
        for jour in range(7)
    )


def dire_regle(regle: Regle, langue: LangueDite) -> str:
    """One rule in words."""
    mots = MOTS_DITS[langue]
    if regle == SANS_ARRET:
        return mots.sans_arret
    if not regle.ouvert and not regle.dates and not regle.heures and not regle.jours and not regle.rangs:
        return mots.liste.join([mots.ferme_feries] * regle.feries + [mots.ferme_vacances] * regle.vacances)
    jours = _dire_selection(regle, langue)
    quand = [_dire_plage_dates(plage, langue) for plage in regle.dates]
    dates = _enumerer(quand, langue)
    sujet = mots.dates.format(dates, jours) if dates and jours else dates or jours or mots.tous_les_jours
    heures = dire_heures(regle.heures, langue) if regle.heures else ""
    if regle.inconnu or not regle.ouvert:
        return (mots.douteux if regle.inconnu else mots.ferme).format(sujet + (mots.liste + heures if heures else ""))
    return sujet + mots.deux_points + heures


def dire_heures(heures: Heures, langue: LangueDite) -> str:
    """The spans in words: ``9 h à 12 h et 13 h à 17 h``."""
    mots = MOTS_DITS[langue]
    if heures == ((0, JOURNEE),):
        return mots.journee
    plages = []
    for debut, fin in heures:
        motif = mots.lendemain if fin > JOURNEE else mots.plage
        fin_dite = dire_heure(fin - JOURNEE if fin > JOURNEE else fin, langue)
        unite = "" if fin_dite == mots.minuit else mots.unite
        plages.append(motif.format(dire_heure(debut, langue), fin_dite + unite))
    return _enumerer(plages, langue)


def _semaine(regles: tuple[Regle, ...]) -> list[Heures]:
    """The hours of an ordinary week: what has no date, no rank and no holiday; none on a day that is unknown."""
    ordinaires = [
        replace(r, ouvert=False, heures=()) if r.inconnu else r
        for r in regles
        if not r.dates and not r.rangs and not r.dans and (r.jours or not r.choisit_des_jours)
        if not (r.inconnu and r.ajoute)
    ]
    jours = [evaluer(ordinaires, LUNDI + timedelta(days=n), Contexte()) for n in range(8)]
    return [unir(jours[n].heures + tuple((a + JOURNEE, b + JOURNEE) for a, b in jours[n + 1].nuit)) for n in range(7)]


def _particulieres(regles: Iterable[Regle]) -> list[Regle]:
    """What the ordinary week does not say, each as a rule of its own."""
    resultat: list[Regle] = []
    for regle in regles:
        if regle.dates or regle.rangs or regle.dans or regle.inconnu:
            resultat.append(regle)
        elif regle.feries or regle.vacances:
            resultat.append(
                Regle(feries=regle.feries, vacances=regle.vacances, heures=regle.heures, ouvert=regle.ouvert)
            )
        elif not regle.ouvert and not regle.heures:
            resultat.append(regle)
    return list(dict.fromkeys(resultat))


def _dire_selection(regle: Regle, langue: LangueDite) -> str:
    mots = MOTS_DITS[langue]
    morceaux = [_dire_jours(regle.jours, langue)] if regle.jours else []
    for jour, rangs in regle.rangs:
        numeros = _enumerer([mots.rangs.get(rang, str(rang)) for rang in rangs], langue)
        morceaux.append(mots.du_mois.format(numeros, mots.jours[jour]))
    morceaux += [mots.feries] * regle.feries + [mots.vacances] * regle.vacances
    texte = _enumerer(morceaux, langue)
    if regle.dans == "PH":
        return mots.dans_feries.format(texte)
    return mots.dans_vacances.format(texte) if regle.dans == "SH" else texte


def _dire_jours(jours: frozenset[int], langue: LangueDite) -> str:
    mots = MOTS_DITS[langue]
    if jours == TOUTE_LA_SEMAINE:
        return mots.tous_les_jours
    morceaux: list[str] = []
    for suite in suites(jours):
        noms = [mots.jours[jour] for jour in suite]
        morceaux += [mots.de_a.format(noms[0], noms[-1])] if len(suite) > 2 else noms
    return _enumerer(morceaux, langue)


def _dire_plage_dates(plage: PlageDates, langue: LangueDite) -> str:
    mots = MOTS_DITS[langue]
    debut, fin = _dire_date(plage.debut, plage.annee, langue), _dire_date(plage.fin, plage.annee_fin, langue)
    if plage.debut == plage.fin and plage.annee_fin is None:
        return debut
    mois_voisins = not plage.debut[1] and plage.fin[0] == plage.debut[0] + 1 and plage.annee is None
    return _enumerer([debut, fin], langue) if mois_voisins else mots.de_a.format(debut, fin)


def _dire_date(quand: tuple[int, int], annee: int | None, langue: LangueDite) -> str:
    mois, jour = quand
    nom = MOTS_DITS[langue].mois[mois - 1]
    numero = "1er" if langue == "fr" and jour == 1 else str(jour)
    texte = f"{numero} {nom}" if jour else nom
    return texte if annee is None else f"{texte} {annee}"


def _enumerer(morceaux: list[str], langue: LangueDite) -> str:
    mots = MOTS_DITS[langue]
    if len(morceaux) < 2:
        return "".join(morceaux)
    return mots.liste.join(morceaux[:-1]) + mots.et + morceaux[-1]


def _chiffres(minute: int) -> str:
    minute = minute if minute <= JOURNEE else minute - JOURNEE
    return f"{minute // 60}:{minute % 60:02d}"
