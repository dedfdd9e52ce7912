"""The search for everybody: axe, small screens, the keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from carte_sociale.model.fields import LANGUES_DU_SITE

from .axe import violations
from .recherche import attendre, attendre_tout, ouvrir, retenir, taper


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_axe_finds_nothing(contexte: Callable[..., BrowserContext], adresse: str, langue: str, scheme: str) -> None:
    """With suggestions open and one marked, with results and filters open, with help lines, with nothing found."""
    page = contexte(color_scheme=scheme).new_page()
    page.goto(f"{adresse}{langue}/recherche/")
    taper(page, "molenb")
    page.keyboard.press("ArrowDown")
    assert page.locator("[role=option][aria-selected=true]").is_visible()
    assert violations(page) == []
    ouvrir(page, adresse, "q=Molenbeek&theme=mediation-de-dettes&inconnus=1", langue)
    page.locator("[data-filtres] summary").click()
    assert page.locator("#filtre-moment").is_visible()
    assert violations(page) == []
    for choix in ("q=suicide", "q=xqzwv"):
        ouvrir(page, adresse, choix, langue)
        assert violations(page) == []


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_runs_out_of_a_small_screen(contexte: Callable[..., BrowserContext], adresse: str, width: int) -> None:
    page = contexte(viewport={"width": width, "height": 640}).new_page()
    for langue in LANGUES_DU_SITE:
        ouvrir(page, adresse, "q=Molenbeek&theme=mediation-de-dettes", langue)
        page.locator("[data-filtres] summary").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        taper(page, "kinder" if langue == "nl" else "child")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_keyboard_alone_from_the_top_to_a_record(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}en/recherche/")

    def tab_to(selector: str, limit: int) -> None:
        for _ in range(limit):
            page.keyboard.press("Tab")
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(selector)

    tab_to("#q", 15)
    page.wait_for_load_state("networkidle")
    page.keyboard.type("hungr")
    page.keyboard.press("Enter")
    attendre_tout(page)
    assert page.evaluate("document.activeElement.matches('[data-nombre]')")
    tab_to("[data-filtres] summary", 8)
    page.keyboard.press("Enter")
    tab_to("#filtre-theme", 15)
    page.keyboard.press("Escape")
    page.locator("[data-filtres] summary").focus()
    page.keyboard.press("Enter")
    tab_to("[data-resultats] h3 a", 8)
    name = page.evaluate("document.activeElement.textContent")
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") > 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/**")
    assert name.split(" (")[0] in page.locator("h1").inner_text()


def test_focus_stays_when_results_are_written_anew(page: Page, adresse: str) -> None:
    """On a slow network the words of other languages come after the first results, which are then ordered anew."""
    held = retenir(page, adresse, lambda index: index["noms"])
    page.locator("#q").fill("loyer")
    page.keyboard.press("Enter")
    attendre(page)
    first = page.locator("[data-resultats] h3 a").first
    first.focus()
    href = first.get_attribute("href")
    held[0].continue_()
    attendre_tout(page)
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement.getAttribute('href')") == href
