"""Lines 11, 13, 14 and 21 of the requirements: with keys alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

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
)
FOCALISABLES = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter((e) => e.tabIndex >= 0 && e.getClientRects().length)
  .filter((e) => e.checkVisibility({ visibilityProperty: true })).length"""
OU = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  window.__rangs ??= new Map([...document.querySelectorAll('*')].map((node, rank) => [node, rank]));
  const style = getComputedStyle(e);
  return [window.__rangs.get(e), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0];
}"""


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
    stops = []
    for _ in range(min(count, 120)):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(OU))
    assert None not in stops
    ranks = [rank for rank, _ in stops]
    assert ranks == sorted(set(ranks))
    assert [rank for rank, outlined in stops if not outlined] == []
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


def test_way_out_stays_in_sight_and_leads_away(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    """Scrolled to the end, the exit is still under the thumb, and it is what a press there touches."""
    context = contexte(viewport={"width": 360, "height": 640})
    context.route(
        "https://www.wikipedia.org/**", lambda route: route.fulfill(body="ailleurs", content_type="text/plain")
    )
    page = context.new_page()
    page.goto(f"{adresse}fr/themes/violences-conjugales/")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    box = page.locator(".sortie").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert -1 <= box["y"] < 100
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("https://www.wikipedia.org/")
    assert page.evaluate("document.referrer") == ""
