"""A newcomer in a quartier, from the home page, on a phone: few presses, and where our list is silent, whom to ask."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from carte_sociale.model.fields import LANGUES_DU_SITE

QUARTIER = "cureghem-veterinaire"


@pytest.fixture
def quartier(page: Page, adresse: str) -> Page:
    page.goto(f"{adresse}fr/professionnels/quartiers/{QUARTIER}/")
    return page


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_home_leads_to_a_quartier_in_three_presses(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str
) -> None:
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{adresse}{langue}/")
    page.locator("main a[href$='professionnels/quartiers/']").click()
    page.locator(".sauts a[href='#anderlecht']").click()
    page.locator(f"section[aria-labelledby='anderlecht'] a[href$='{QUARTIER}/']").click()
    assert page.locator("body").get_attribute("data-page") == "quartier-pro"


def test_a_contract_is_found_by_its_name_with_its_quartiers(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/professionnels/quartiers/")
    row = page.locator("[aria-labelledby='contrats'] .faits > div", has_text="CLSS Cureghem")
    assert row.locator("dd a").count() == 3
    row.locator(f"a[href$='{QUARTIER}/']").click()
    assert page.locator("#toit").is_visible()


def test_every_section_is_one_press_away(quartier: Page) -> None:
    jumps = quartier.locator("nav.sommaire a").evaluate_all("(links) => links.map((a) => a.getAttribute('href'))")
    heads = quartier.locator("main > section > h2").evaluate_all("(heads) => heads.map((h) => `#${h.id}`)")
    assert jumps == heads


def test_care_without_papers_or_appointment_is_found_and_open_or_not_is_said(quartier: Page) -> None:
    """Who is sure has one service for both; who may be, and where it is open, is one press away."""
    quartier.locator(".questions a").first.click()
    cards = quartier.locator("[data-resultats] .fiche")
    cards.first.wait_for()
    sure = cards.count()
    assert sure == cards.locator(".etat").count() > 0
    quartier.locator("[data-muets]").click()
    cards.nth(sure).wait_for()


def test_who_is_under_the_same_roof_or_whom_to_ask(quartier: Page) -> None:
    roof = quartier.locator("[aria-labelledby='toit'] .toit")
    assert roof.count() > 0
    for one in roof.all():
        said = one.locator("dl.faits > div").count() or one.get_by_text("Nous ne savons pas").count()
        assert said


def test_without_a_coming_date_that_is_said_with_where_to_look(quartier: Page) -> None:
    section = quartier.locator("[aria-labelledby='rencontres']")
    none = section.locator("[data-aucune-date]")
    quartier.evaluate("location.hash = 'moment=2031-01-01T10:00'")
    none.wait_for()
    assert section.locator("li", has_text="Les dates sont annoncées ici").count() > 0


def test_nothing_sure_was_found_so_somebody_who_knows_is_named(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/#theme=medecin-generaliste&public=sans-papiers&acces=sans-rendez-vous")
    page.locator("[data-muets]").wait_for()
    assert page.locator("[data-nombre]").inner_text().startswith("Aucun dont nous soyons sûrs")
    asked = page.locator("[data-demander]")
    assert asked.locator("a[href^='tel:']").is_visible()
    assert "Essayez un autre mot" not in asked.inner_text()
    assert asked.bounding_box()["y"] > page.locator("[data-muets]").bounding_box()["y"]
