from datetime import date, timedelta

import holidays
import pytest
from dateutil.easter import easter

from carte_sociale.horaires import Feries, Vacances, lire_feries, lire_vacances

DIMANCHES = {"Pâques", "Pentecôte"}
"""The two Sundays that the second source counts; the law names the Mondays after them."""


def test_jours_feries_comme_une_seconde_source(feries: Feries) -> None:
    annees = range(feries.du.year, feries.au.year + 1)
    autres = {
        jour
        for jour, nom in holidays.country_holidays("BE", years=annees, language="fr").items()
        if nom not in DIMANCHES
    }
    assert set(feries.jours) == autres
    assert len(feries.jours) == 10 * len(annees)


def test_paques_commande_trois_jours(feries: Feries) -> None:
    for annee in range(2026, 2031):
        paques = easter(annee)
        assert feries.jours[paques + timedelta(days=1)] == "lundi-de-paques"
        assert feries.jours[paques + timedelta(days=39)] == "ascension"
        assert feries.jours[paques + timedelta(days=50)] == "lundi-de-pentecote"


def test_chaque_ferie_a_un_nom_dans_chaque_langue(feries: Feries) -> None:
    for nom in set(feries.jours.values()):
        assert set(feries.noms[nom]) == {"fr", "nl", "en"}


@pytest.mark.parametrize("communaute", ["fr", "nl"])
def test_periodes_en_ordre_du_lundi_au_dimanche(communaute: str, vacances_fr: Vacances, vacances_nl: Vacances) -> None:
    vacances = vacances_fr if communaute == "fr" else vacances_nl
    assert vacances.communaute == communaute
    assert vacances.au >= date(2028, 8, 27)
    precedente = vacances.du - timedelta(days=1)
    for periode in vacances.periodes:
        assert precedente < periode.du <= periode.au <= vacances.au
        if periode.id != "ete":
            assert periode.du.weekday() == 0
        precedente = periode.au
    assert vacances.periodes[-1].au == vacances.au


def test_regle_flamande(vacances_nl: Vacances) -> None:
    """The published rule: seventh Monday before Easter; Easter holidays from it or from the first Monday of April."""
    for periode in vacances_nl.periodes:
        paques = easter(periode.du.year)
        if periode.id == "detente":
            assert periode.du == paques - timedelta(days=48)
        elif periode.id == "printemps":
            lundi = date(paques.year, 4, 1) + timedelta(days=-date(paques.year, 4, 1).weekday() % 7)
            attendu = paques + timedelta(days=1) if paques.month == 3 else lundi
            attendu = paques - timedelta(days=13) if paques > date(paques.year, 4, 15) else attendu
            assert periode.du == attendu
        elif periode.id == "automne":
            toussaint = date(periode.du.year, 11, 1)
            assert periode.du <= toussaint <= periode.au or (toussaint.weekday() == 6 and periode.du.day == 2)


def test_periode_d_un_jour(vacances_fr: Vacances) -> None:
    periode = vacances_fr.periode(date(2026, 10, 25))
    assert periode is not None
    assert (periode.id, periode.a_confirmer) == ("automne", False)
    assert vacances_fr.periode(date(2026, 11, 2)) is None
    assert vacances_fr.periode(date(2020, 1, 1)) is None
    derniere = vacances_fr.periode(date(2028, 8, 1))
    assert derniere is not None
    assert derniere.a_confirmer


def test_donnees_en_texte() -> None:
    feries = lire_feries(
        {"du": "2026-01-01", "au": "2026-12-31", "jours": [{"date": "2026-07-21", "id": "x"}], "noms": {}}
    )
    assert feries.jours == {date(2026, 7, 21): "x"}
    vacances = lire_vacances(
        {"communaute": "nl", "du": "2026-01-01", "au": "2026-12-31",
         "periodes": [{"id": "ete", "du": "2026-07-01", "au": "2026-08-31", "a_confirmer": "true"}]}
    )  # fmt: skip
    assert vacances.periodes[0].a_confirmer


def test_communaute_inconnue() -> None:
    with pytest.raises(ValueError, match="de"):
        lire_vacances({"communaute": "de", "du": "2026-01-01", "au": "2026-12-31", "periodes": []})
