from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from carte_sociale.horaires import Compile, Feries, Fermeture, Motif, compiler, etat

BRUXELLES = ZoneInfo("Europe/Brussels")


def a(mois: int, jour: int, heure: int, minute: int = 0, *, fold: int = 0, annee: int = 2026) -> datetime:
    return datetime(annee, mois, jour, heure, minute, tzinfo=BRUXELLES, fold=fold)


def compile_(osm: str, feries: Feries, *fermetures: Fermeture) -> Compile:
    return compiler(osm, date(2026, 1, 1), date(2026, 12, 31), feries=feries, vacances=None, fermetures=fermetures)


def test_ouvert_ferme_et_prochaine(feries: Feries) -> None:
    resultat = compile_("Mo-Fr 09:00-12:00,13:00-17:00; PH off", feries)
    ouvert = etat(resultat, a(9, 21, 10))
    assert (ouvert.etat, ouvert.jusqu_a, ouvert.ensuite) == ("oui", a(9, 21, 12), "non")
    midi = etat(resultat, a(9, 21, 12))
    assert (midi.etat, midi.prochaine) == ("non", a(9, 21, 13))
    vendredi_soir = etat(resultat, a(9, 25, 17))
    assert (vendredi_soir.etat, vendredi_soir.prochaine) == ("non", a(9, 28, 9))


def test_ferie_dit_ferme(feries: Feries) -> None:
    fete = etat(compile_("Mo-Fr 09:00-12:00; PH off", feries), a(7, 21, 10))
    assert (fete.etat, fete.prochaine, fete.raison) == ("non", a(7, 22, 9), Motif("ferie", "fete-nationale"))


def test_ferie_non_dit_inconnu_et_jamais_enjambe(feries: Feries) -> None:
    resultat = compile_("Mo-Fr 09:00-12:00", feries)
    fete = etat(resultat, a(7, 21, 10))
    assert (fete.etat, fete.prochaine, fete.raison) == ("inconnu", None, Motif("ferie", "fete-nationale"))
    veille = etat(resultat, a(7, 20, 13))
    assert (veille.etat, veille.prochaine) == ("non", None)


def test_fermeture(feries: Feries) -> None:
    resultat = compile_("Mo-Fr 09:00-12:00; PH off", feries, Fermeture(date(2026, 9, 21), date(2026, 9, 22), "congé"))
    pendant = etat(resultat, a(9, 21, 10))
    assert (pendant.etat, pendant.prochaine, pendant.raison) == ("non", a(9, 23, 9), Motif("fermeture", "congé"))


@pytest.mark.parametrize("jour", [date(2025, 12, 31), date(2027, 1, 1)])
def test_hors_des_calendriers(jour: date, feries: Feries) -> None:
    loin = etat(compile_("Mo-Su 09:00-17:00; PH off", feries), a(jour.month, jour.day, 10, annee=jour.year))
    assert (loin.etat, loin.raison) == ("inconnu", Motif("horizon"))


def test_nuit(feries: Feries) -> None:
    resultat = compile_("Mo-Su 20:00-08:00; PH 20:00-08:00", feries)
    assert etat(resultat, a(9, 22, 3)).jusqu_a == a(9, 22, 8)
    assert etat(resultat, a(9, 22, 8)).prochaine == a(9, 22, 20)


@pytest.mark.parametrize(
    ("osm", "apres", "jusque"),
    [
        ("Tu-Su 17:00-02:00, PH Mo-Fr 16:00-08:00", (7, 22), 8 * 60),
        ("Sep-Jun Mo-Su 17:00-20:00; Jul-Aug Mo-Su 17:00-03:00", (7, 22), 3 * 60),
        ("Mo-Su 17:00-01:00", (7, 22), 60),
        ("Fr-Su 19:00-06:00; Mo-Fr unknown", (9, 19), 6 * 60),
    ],
)
def test_the_night_of_an_unknown_day_is_unknown_as_long_as_any_rule_may_make_it(
    osm: str, apres: tuple[int, int], jusque: int, feries: Feries
) -> None:
    """On 22 July, after a Tuesday that is a public holiday, and on a Saturday after an unknown Friday."""
    resultat = compile_(osm, feries)
    minuit = a(*apres, 0)
    etats = [etat(resultat, minuit + timedelta(minutes=minute)).etat for minute in (0, jusque - 1, jusque)]
    assert etats == ["inconnu", "inconnu", "non"]


def test_la_nuit_de_la_veille_reste_connue_celle_du_ferie_non(feries: Feries) -> None:
    resultat = compile_("Mo-Su 20:00-08:00", feries)
    matin = etat(resultat, a(7, 21, 3))
    assert (matin.etat, matin.jusqu_a, matin.ensuite) == ("oui", a(7, 21, 8), "inconnu")
    assert etat(resultat, a(7, 21, 9)).etat == "inconnu"
    lendemain = etat(resultat, a(7, 22, 3))
    assert (lendemain.etat, lendemain.raison) == ("inconnu", Motif("ferie", "fete-nationale"))
    assert etat(resultat, a(7, 22, 9)).prochaine == a(7, 22, 20)


def test_sans_arret(feries: Feries) -> None:
    resultat = compile_("24/7", feries)
    assert etat(resultat, a(9, 21, 10)).jusqu_a is None
    avant = etat(resultat, a(7, 20, 10))
    assert (avant.jusqu_a, avant.ensuite) == (a(7, 21, 0), "inconnu")
    assert etat(resultat, a(7, 22, 0)).etat == "oui"


def test_autres_fuseaux(feries: Feries) -> None:
    resultat = compile_("Mo-Fr 09:00-12:00; PH off", feries)
    assert etat(resultat, datetime(2026, 9, 21, 7, 30, tzinfo=timezone.utc)).etat == "oui"  # noqa: UP017
    tokyo = etat(resultat, datetime(2026, 9, 21, 19, 30, tzinfo=ZoneInfo("Asia/Tokyo")))
    assert (tokyo.etat, tokyo.prochaine) == ("non", a(9, 22, 9))
    with pytest.raises(ValueError, match="zone"):
        etat(resultat, datetime(2026, 9, 21, 10))


def test_heure_d_ete(feries: Feries) -> None:
    """On 29 March 2026 the clock goes from 2:00 to 3:00."""
    resultat = compile_("Su 01:00-02:30", feries)
    ouvert = etat(resultat, a(3, 29, 1, 30))
    assert ouvert.jusqu_a == a(3, 29, 3), "2:30 does not exist: closed when the clock shows 3:00"
    assert etat(resultat, a(3, 29, 3)).etat == "non"
    nuit = etat(compile_("Sa 20:00-08:00", feries), a(3, 28, 23))
    assert nuit.jusqu_a is not None
    assert nuit.jusqu_a.astimezone(timezone.utc) - a(3, 28, 23).astimezone(timezone.utc) == timedelta(hours=8)  # noqa: UP017


def test_heure_d_hiver(feries: Feries) -> None:
    """On 25 October 2026 the hour from 2:00 to 3:00 comes twice."""
    resultat = compile_("Su 01:00-02:30", feries)
    assert etat(resultat, a(10, 25, 2, 15)).etat == "oui"
    assert etat(resultat, a(10, 25, 2, 15, fold=1)).etat == "oui"
    fin = etat(resultat, a(10, 25, 1)).jusqu_a
    assert fin is not None
    assert fin.utcoffset() == timedelta(hours=1)
