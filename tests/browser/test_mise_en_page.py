"""Lines 14, 15, 17 and 18 of the requirements: nothing runs out of the screen, nothing is cut, all can be pressed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from carte_sociale.model.fields import LANGUES_DU_SITE

from .sortes import SORTES

ESPACEMENT = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""The text spacing that WCAG 1.4.12 lets a reader impose."""

DEPASSE = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (e) => e && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  return [...document.querySelectorAll('body *')]
    .filter((e) => !e.closest('svg svg') && e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement))
    .slice(0, 3).map((e) => e.outerHTML.slice(0, 120));
}"""
COUPE = """() => [...document.querySelectorAll('body *')]
  .filter((e) => !e.closest('svg, .invisible, .leaflet-container') && e.childNodes.length && e.clientWidth > 1)
  .filter((e) => {
    const style = getComputedStyle(e);
    const hides = (value) => value === 'hidden' || value === 'clip';
    return (hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
        || (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
  }).map((e) => e.outerHTML.slice(0, 120))"""
PETITES = """() => [...document.querySelectorAll([
  'a.telephone, a.sortie, .besoins a, .entete a, .choix a, .bouton', '.sommaire a, .sauts a, .coches > li > a',
].join())]
  .filter((e) => e.getClientRects().length)
  .map((e) => [e.getBoundingClientRect().height, e.outerHTML.slice(0, 90)])
  .filter(([height]) => height < 43.5).slice(0, 3)"""


def _is_wider(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize("sorte", SORTES)
def test_narrow_screen(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], sorte: str
) -> None:
    """320 px: no scroll sideways, with and without wide text spacing; phone and menu links at least 44 px high."""
    page = contexte(viewport={"width": 320, "height": 640}, bypass_csp=True).new_page()
    found = []
    for langue in LANGUES_DU_SITE:
        page.goto(f"{adresse}{langue}/{sortes[sorte]}")
        found += [(langue, "dépasse", html) for html in (page.evaluate(DEPASSE) if _is_wider(page) else [])]
        found += [(langue, "petit", html) for html in page.evaluate(PETITES)]
        page.add_style_tag(content=ESPACEMENT)
        found += [(langue, "dépasse espacé", html) for html in (page.evaluate(DEPASSE) if _is_wider(page) else [])]
        found += [(langue, "coupé", html) for html in page.evaluate(COUPE)]
    assert found == []


@pytest.mark.parametrize("sorte", ["accueil", "organisation", "quartier", "urgence", "professionnels"])
def test_text_twice_as_large(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], sorte: str
) -> None:
    """A phone whose text is set to 200 %: the page follows, and still does not run out."""
    page = contexte(viewport={"width": 360, "height": 640}, bypass_csp=True).new_page()
    page.goto(f"{adresse}fr/{sortes[sorte]}")
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    page.add_style_tag(content="html { font-size: 200% !important; }")
    after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    assert after == pytest.approx(2 * before)
    assert not _is_wider(page), page.evaluate(DEPASSE)
