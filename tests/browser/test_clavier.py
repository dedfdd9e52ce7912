"""Lines 11, 13, 14 and 21 of the requirements: with keys alone."""

import pytest
from playwright.sync_api import Page

from .clavier import FOCALISABLES, avancer

MARCHEES = (
    "accueil",
    "organisation",
    "quartier",
    "professionnels",
    "urgence",
    "recherche",
    "liste",
    "rencontres",
    "reseau",
    "quartier-pro",
    "quartiers-pro",
    "couverture-theme",
    "comparaison",
)


def test_skip_link_is_the_first_stop_and_moves_the_focus(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/themes/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "saut"
    box = page.locator(".saut").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("sorte", MARCHEES)
def test_tab_walk_has_no_trap(page: Page, adresse: str, sortes: dict[str, str], sorte: str) -> None:
    """Tab goes forward through the page in the order of reading, shows where it is, and comes out at the end."""
    page.goto(f"{adresse}fr/{sortes[sorte]}")
    count = page.evaluate(FOCALISABLES)
    avancer(page, min(count, 120))
    page.evaluate("[...document.querySelectorAll('a[href]')].at(-1).focus()")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body || document.activeElement === null")


def test_letters_alone_do_nothing(page: Page, adresse: str, sortes: dict[str, str]) -> None:
    for sorte in ("accueil", "organisation", "recherche"):
        url = f"{adresse}fr/{sortes[sorte]}"
        page.goto(url)
        before = page.content()
        for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,":
            page.keyboard.press(key)
        assert page.url == url
        assert page.content() == before
        assert page.evaluate("document.activeElement === document.body")


def test_way_out_stays_in_sight_and_leads_away(ailleurs: None, page: Page, adresse: str) -> None:
    """Scrolled to the end, the exit is still under the thumb, and it is what a press there touches."""
    page.goto(f"{adresse}fr/themes/violences-conjugales/")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    box = page.locator(".sortie").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert -1 <= box["y"] < 100
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("https://www.wikipedia.org/")
    assert page.evaluate("document.referrer") == ""
