"""Opening states and ages as a visitor reads them, on invented records: real ones are too old to say "open"."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from .mots import lus

FICHE = "organisations/maison-des-tilleuls/"
"""Open Monday to Friday from 9 to 12, closed on public holidays; checked on 2 November 2026."""


def _state(page: Page) -> tuple[str, str]:
    element = page.locator("[data-etat-fiche]").first
    return element.get_attribute("data-etat") or "", lus(element.locator(".etat__mots"))


@pytest.mark.parametrize(
    ("langue", "moment", "etat", "mots"),
    [
        ("fr", "2026-11-24T10:00", "oui", "Médiation de dettes : ouvert, ferme à 12:00"),
        ("nl", "2026-11-24T10:00", "oui", "Schuldbemiddeling: open, sluit om 12:00"),
        ("en", "2026-11-24T10:00", "oui", "Debt mediation: open, closes at 12:00"),
        ("fr", "2026-11-24T11:59", "oui", "Médiation de dettes : ouvert, ferme à 12:00"),
        ("fr", "2026-11-24T12:00", "non", "Fermé, ouvre demain à 9:00"),
        ("fr", "2026-11-24T08:59", "non", "Fermé, ouvre à 9:00"),
        ("fr", "2026-11-27T13:00", "non", "Fermé, ouvre lundi à 9:00"),
        ("nl", "2026-11-27T13:00", "non", "Gesloten, opent maandag om 9:00"),
        ("fr", "2026-12-25T10:00", "non", "Fermé (Noël), ouvre lundi à 9:00"),
        ("en", "2026-12-25T10:00", "non", "Closed (Christmas Day), opens Monday at 9:00"),
        ("fr", "2028-06-01T10:00", "inconnu", "Horaire inconnu : téléphonez avant de venir"),
        ("nl", "2028-06-01T10:00", "inconnu", "Uren onbekend: bel voor je komt"),
    ],
)
def test_state_in_words(page: Page, adresse_fictive: str, langue: str, moment: str, etat: str, mots: str) -> None:
    page.goto(f"{adresse_fictive}{langue}/{FICHE}#moment={moment}")
    assert _state(page) == (etat, mots)
    assert page.locator("article").first.get_attribute("data-ouvert") == etat
    assert page.locator('[data-ouverture="dettes"]').get_attribute("data-etat") == etat
    assert page.locator('[data-ouverture="cafe"]').get_attribute("data-etat") == "inconnu"


def test_state_follows_the_address_and_the_week_marks_today(page: Page, adresse_fictive: str) -> None:
    page.goto(f"{adresse_fictive}fr/{FICHE}#moment=2026-11-24T10:00")
    assert page.locator("[data-aujourdhui] th").all_inner_texts() == ["Mardi"]
    page.evaluate("location.hash = 'moment=2026-12-24T10:00'")
    page.wait_for_function("document.querySelector('[data-aujourdhui] th').textContent === 'Jeudi'")
    assert [lus(line) for line in page.locator(".a-venir p").all()] == ["vendredi 25 décembre, Noël : fermé"]


def test_brussels_time_in_another_zone(contexte: Callable[..., BrowserContext], adresse_fictive: str) -> None:
    """23:30 in New York on Monday is Tuesday 5:30 in Brussels: closed, and it opens the same day."""
    page = contexte(timezone_id="America/New_York").new_page()
    page.clock.set_fixed_time("2026-11-24T04:30:00Z")
    page.goto(f"{adresse_fictive}fr/{FICHE}")
    assert _state(page) == ("non", "Fermé, ouvre à 9:00")
    page.clock.set_fixed_time("2026-11-24T08:00:00Z")
    page.goto(f"{adresse_fictive}fr/{FICHE}?")
    assert _state(page) == ("oui", "Médiation de dettes : ouvert, ferme à 12:00")


def test_state_on_a_card(page: Page, adresse_fictive: str) -> None:
    page.goto(f"{adresse_fictive}fr/themes/mediation-de-dettes/#moment=2026-11-24T10:00")
    card = page.locator('[data-fiche="maison-des-tilleuls"]').first
    assert card.get_attribute("data-ouvert") == "oui"
    assert lus(card.locator(".etat__mots")) == "Médiation de dettes : ouvert, ferme à 12:00"


def test_without_script_the_week_stands_and_nothing_is_claimed(
    contexte: Callable[..., BrowserContext], adresse_fictive: str
) -> None:
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{adresse_fictive}fr/{FICHE}")
    assert _state(page) == ("inconnu", "Horaire plus bas ; jours fériés à confirmer")
    assert page.locator(".semaine tr").first.inner_text().split() == ["Lundi", "9:00", "–", "12:00"]


@pytest.mark.parametrize(
    ("langue", "moment", "verification", "place"),
    [
        ("fr", "2026-11-24", "(il y a 22 jours)", "Liste d'attente, dit le 1er novembre 2026 (il y a 23 jours)"),
        ("fr", "2027-05-10", "(il y a 6 mois)", "À redemander : la réponse connue est trop vieille"),
        ("nl", "2027-05-10", "(6 maanden geleden)", "Opnieuw te vragen"),
        ("en", "2028-01-10", "(14 months ago)", "To be asked again"),
    ],
)
def test_ages(page: Page, adresse_fictive: str, langue: str, moment: str, verification: str, place: str) -> None:
    page.goto(f"{adresse_fictive}{langue}/{FICHE}#moment={moment}")
    assert verification in lus(page.locator(".verification"))
    assert all(lus(told).startswith(place) for told in page.locator("[data-disponibilite]").all())
    assert page.locator("[data-disponibilite]").count() == 2  # in the first screen, and with its service


@pytest.mark.parametrize(
    ("moment", "regle", "niveau"),
    [
        ("2026-11-24", "", "fraiche"),
        ("2027-05-10", "Téléphonez avant de venir.", "telephoner"),
        ("2027-12-10", "C'est ancien : téléphonez avant de venir.", "ancienne"),
    ],
)
def test_thresholds_of_verification(
    page: Page, adresse_fictive: str, moment: str, regle: str, niveau: str | None
) -> None:
    page.goto(f"{adresse_fictive}fr/{FICHE}#moment={moment}")
    assert lus(page.locator(".verification .regle")) == regle
    assert page.locator(".verification").get_attribute("data-niveau") == niveau
