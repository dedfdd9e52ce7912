from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from carte_sociale.horaires import Compile, Compris, Feries, Fermeture, Motif, Vacances, compiler, comprendre

DEBUT, FIN = date(2026, 1, 1), date(2027, 12, 31)
SANS_FERIES = Feries(date(2024, 1, 1), date(2030, 12, 31), {}, {})
FETE = date(2026, 7, 21)
"""A Tuesday."""
MATIN = ((540, 720),)


def compile_(osm: str, feries: Feries, vacances: Vacances | None = None, *fermetures: Fermeture) -> Compile:
    return compiler(osm, DEBUT, FIN, feries=feries, vacances=vacances, fermetures=fermetures)


def test_semaine_simple(feries: Feries) -> None:
    resultat = compile_("Mo-Fr 09:00-12:00,13:00-17:00; PH off", feries)
    assert resultat.semaine == (((540, 720), (780, 1020)),) * 5 + ((), ())
    assert resultat.exceptions[FETE] == ()
    assert resultat.motifs[FETE] == Motif("ferie", "fete-nationale")
    assert date(2026, 8, 15) not in resultat.exceptions, "a Saturday, closed as every Saturday"
    assert resultat.horizon == FIN


@pytest.mark.parametrize(
    "osm",
    ["Mo-Fr 09:00-12:00", "24/7", "Mo-Su 08:00-20:00", "PH off; Mo-Fr 09:00-12:00", "Mo-Fr 09:00-12:00; PH Mo off"],
)
def test_un_ferie_dont_rien_n_est_dit_est_inconnu(osm: str, feries: Feries) -> None:
    assert compile_(osm, feries).heures(FETE) is None


@pytest.mark.parametrize(
    ("osm", "heures"),
    [
        ("Mo-Fr 09:00-12:00; PH off", ()),
        ("Mo-Su 09:00-12:00; PH 10:00-11:00", ((600, 660),)),
        ("Sa,Su,PH 09:00-12:00", MATIN),
        ("24/7; PH 00:00-24:00", ((0, 1440),)),
        ("Mo-Fr 09:00-12:00; PH Mo-Fr 09:00-12:00", MATIN),
        ("Mo-Fr 09:00-12:00; Jul off", ()),
        ("Mo-Fr 09:00-12:00; Tu off", ()),
    ],
)
def test_un_ferie_dont_il_est_question(osm: str, heures: object, feries: Feries) -> None:
    assert compile_(osm, feries).heures(FETE) == heures


def test_vacances_de_chaque_communaute(feries: Feries, vacances_fr: Vacances, vacances_nl: Vacances) -> None:
    osm, jour = "Mo-Fr 09:00-12:00; PH off; SH off", date(2026, 10, 20)
    assert compile_(osm, feries, vacances_fr).heures(jour) == ()
    assert compile_(osm, feries, vacances_fr).motifs[jour] == Motif("vacances", "automne")
    assert compile_(osm, feries, vacances_nl).heures(jour) == MATIN


def test_vacances_dites_mais_calendrier_inconnu(feries: Feries) -> None:
    resultat = compile_("Mo-Fr 09:00-12:00; SH off; PH off", feries)
    assert resultat.heures(date(2026, 9, 15)) is None
    assert resultat.motifs[date(2026, 9, 15)] == Motif("calendrier")
    assert resultat.heures(date(2026, 9, 19)) == (), "a Saturday is closed either way"
    assert resultat.heures(FETE) == ()


def test_vacances_non_dites_ne_changent_rien(feries: Feries, vacances_fr: Vacances) -> None:
    assert compile_("Mo-Fr 09:00-12:00", feries, vacances_fr).heures(date(2026, 10, 20)) == MATIN


def test_horizon(feries: Feries, vacances_fr: Vacances) -> None:
    loin = date(2040, 1, 1)
    simple = compiler("Mo 09:00-12:00", DEBUT, loin, feries=feries, vacances=vacances_fr)
    scolaire = compiler("Mo 09:00-12:00; SH off", DEBUT, loin, feries=feries, vacances=vacances_fr)
    assert simple.horizon == feries.au
    assert scolaire.horizon == vacances_fr.au
    assert simple.heures(feries.au + timedelta(days=1)) is None


def test_saisons(feries: Feries) -> None:
    resultat = compile_("Sep-Jun Mo-Fr 08:00-17:00; Jul-Aug Mo-Fr 08:00-13:00; PH off", feries)
    assert resultat.semaine[0] == ((480, 1020),), "ten months win over two"
    assert resultat.exceptions[date(2026, 7, 6)] == ((480, 780),)
    assert resultat.exceptions[FETE] == ()


def test_rang_dans_le_mois(feries: Feries) -> None:
    resultat = compile_("We[3] 14:00-16:00; PH off", feries)
    assert resultat.semaine[2] == ()
    assert [jour for jour, heures in resultat.exceptions.items() if heures][:2] == [
        date(2026, 1, 21),
        date(2026, 2, 18),
    ]
    dernier = compile_("Fr[-1] 14:00-16:00; PH off", feries)
    assert next(jour for jour, heures in dernier.exceptions.items() if heures) == date(2026, 1, 30)


def test_la_fermeture_gagne_toujours(feries: Feries) -> None:
    fermeture = Fermeture(date(2026, 7, 20), date(2026, 7, 24), "congé annuel")
    resultat = compile_("Mo-Su 20:00-08:00; PH 00:00-24:00", feries, None, fermeture)
    assert resultat.heures(FETE) == ()
    assert resultat.motifs[FETE] == Motif("fermeture", "congé annuel")
    assert resultat.heures(date(2026, 7, 19)) == ((1200, 1440),), "the eve ends at midnight"
    assert resultat.heures(date(2026, 7, 25)) == ((1200, 1920),)


def test_nuits(feries: Feries) -> None:
    assert compile_("Fr 22:00-06:00", feries).semaine[4] == ((1320, 1800),)
    assert compile_("Fr 22:00-06:00; Sa off", feries).semaine[4] == ((1320, 1440),)
    effacee = compile_("Mo-Fr 09:00-12:00; Mo-Fr off; Sa,Su 22:00-06:00", feries)
    assert effacee.semaine[6] == ((1320, 1800),), "a day that is closed again does not cut a night said after it"


def test_osm_illisible() -> None:
    with pytest.raises(ValueError, match="jours_manquants"):
        compile_("09:00-12:00", SANS_FERIES)


def test_meme_entree_meme_resultat(feries: Feries, vacances_fr: Vacances) -> None:
    osm = "Sep-Jun Mo-Fr 08:00-17:00; SH off; PH off"
    assert compile_(osm, feries, vacances_fr) == compile_(osm, feries, vacances_fr)


JOURS = st.sampled_from(["Mo-Fr", "Sa,Su", "Mo", "We", "Mo-Su", "Tu-Th", "Fr-Su", "Mo[1]", "Fr[-1]", "We[2,4]"])
HEURES = st.sampled_from(
    ["09:00-12:00", "13:00-17:00", "09:00-12:00,13:00-17:00", "22:00-06:00", "00:00-24:00", "18:00-02:00"]
)
SAISON = st.sampled_from(["", "", "", "Jul-Aug ", "Nov-Feb ", "Dec 24-Jan 02 ", "Apr 15 "])
REGLE = st.builds(
    lambda s, j, h, f: f"{s}{j} off" if f else f"{s}{j} {h}", SAISON, JOURS, HEURES, st.sampled_from([0, 0, 0, 1])
)
SUITES = st.lists(st.tuples(st.sampled_from(["; ", "; ", ", "]), REGLE), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(SUITES)
def test_comme_opening_hours_py(suites: list[tuple[str, str]]) -> None:
    """On days without public or school holidays, the hours are those of the library.

    Where an earlier rule holds on a day, the library drops the night that a later rule brings into it; OSM does not.
    Those early hours are left to the next test, and to opening_hours of npm.
    """
    osm = suites[0][1] + "".join(signe + regle for signe, regle in suites[1:])
    compris = comprendre(osm)
    assert isinstance(compris, Compris)
    resultat = compiler(compris.osm, DEBUT, date(2026, 12, 31), feries=SANS_FERIES, vacances=None)
    depuis, jusque = datetime(2026, 1, 3), datetime(2026, 12, 25)
    notres, siennes = _instants(resultat, depuis, jusque), _instants_de_la_bibliotheque(compris.osm, depuis, jusque)
    if any(signe == "; " and regle.endswith(("-06:00", "-02:00")) for signe, regle in suites[1:]):
        notres, siennes = _apres_6_heures(notres), _apres_6_heures(siennes)
    assert notres == siennes


def _apres_6_heures(plages: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    coupees = []
    for debut, fin in plages:
        jours = [datetime.combine(debut.date() + timedelta(days=n), time(6)) for n in range((fin - debut).days + 2)]
        coupees += [(max(debut, matin), min(fin, matin + timedelta(hours=18))) for matin in jours]
    return _unir([(debut, fin) for debut, fin in coupees if debut < fin])


@pytest.mark.parametrize(
    ("osm", "samedi"),
    [
        ("Su-We 11:00-01:00; Th-Sa 11:00-04:00", ((660, 1680),)),
        ("Mo-Fr 09:00-12:00; Sa,Su 22:00-06:00", ((1320, 1800),)),
        ("Su 10:00-12:00; Sa 22:00-02:00", ((1320, 1560),)),
        ("Sa 22:00-02:00; Su 10:00-12:00", ((1320, 1440),)),
        ("Sa 22:00-02:00, Su 10:00-12:00", ((1320, 1560),)),
    ],
)
def test_an_earlier_rule_of_the_next_day_does_not_cut_a_night(osm: str, samedi: object) -> None:
    assert compile_(osm, SANS_FERIES).semaine[5] == samedi


def test_a_closure_that_passes_midnight_closes_the_next_morning_too(feries: Feries) -> None:
    du_ferie = compile_("Mo-Su 00:00-24:00; PH 22:00-05:00 off", feries)
    assert du_ferie.heures(FETE + timedelta(days=1)) == ((300, 1440),)
    semaine = compile_("Mo-Su 18:00-04:00; Fr 23:00-02:00 off", SANS_FERIES).semaine
    assert semaine[4] == ((1080, 1380), (1560, 1680))
    assert semaine[3] == ((1080, 1680),)


def test_a_day_that_is_said_unknown(feries: Feries, vacances_fr: Vacances) -> None:
    resultat = compile_("Mo-Fr 09:00-12:00; Sa unknown; PH off", feries)
    assert resultat.heures(date(2026, 9, 19)) is None
    assert resultat.motifs[date(2026, 9, 19)] == Motif("doute")
    assert resultat.heures(date(2026, 8, 15)) == (), "a Saturday, closed as every public holiday"
    assert resultat.heures(date(2026, 9, 18)) == MATIN
    assert compile_("Sa unknown; Sa 09:00-12:00", feries).heures(date(2026, 9, 19)) == MATIN
    assert compile_("Sa 09:00-12:00, Sa 14:00-16:00 unknown", feries).heures(date(2026, 9, 19)) is None
    veille = compile_("Fr 22:00-02:00, Sa unknown", feries).heures(date(2026, 9, 18))
    assert veille == ((1320, 1440),), "a night does not reach into a day that is unknown"
    scolaire = compile_("Mo-Fr 09:00-12:00; SH unknown", feries, vacances_fr)
    assert scolaire.heures(date(2026, 10, 20)) is None
    assert scolaire.motifs[date(2026, 10, 20)] == Motif("doute")
    assert scolaire.heures(date(2026, 10, 13)) == MATIN
    assert compile_("Jul Mo unknown; PH off", feries).semaine[0] == ()


def _instants(resultat: Compile, depuis: datetime, jusque: datetime) -> list[tuple[datetime, datetime]]:
    plages = []
    for n in range((jusque - depuis).days + 3):
        jour = depuis.date() + timedelta(days=n - 2)
        minuit = datetime.combine(jour, time())
        plages += [
            (minuit + timedelta(minutes=a), minuit + timedelta(minutes=b)) for a, b in resultat.heures(jour) or ()
        ]
    return _unir([(max(a, depuis), min(b, jusque)) for a, b in sorted(plages) if b > depuis and a < jusque])


def _instants_de_la_bibliotheque(osm: str, depuis: datetime, jusque: datetime) -> list[tuple[datetime, datetime]]:
    return _unir([(a, b) for a, b, etat, _ in OpeningHours(osm).intervals(depuis, jusque) if str(etat) == "open"])


def _unir(plages: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    unies: list[tuple[datetime, datetime]] = []
    for debut, fin in plages:
        if unies and debut <= unies[-1][1]:
            unies[-1] = (unies[-1][0], max(fin, unies[-1][1]))
        else:
            unies.append((debut, fin))
    return unies
