"""A list for everybody: axe, narrow screens, keys, thumbs, no script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from carte_sociale.model.fields import LANGUES_DU_SITE

from .axe import violations
from .clavier import FOCALISABLES, avancer
from .liste import CINQ, SIGNALEE, ouvrir, presser
from .test_mise_en_page import DEPASSE, ESPACEMENT, _is_wider


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_axe_with_everythingouvrir(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str, scheme: str
) -> None:
    for width in (360, 1280):
        page = contexte(color_scheme=scheme, viewport={"width": width, "height": 800}).new_page()
        ouvrir(page, adresse, [*CINQ[:3], SIGNALEE, "n-existe-pas"], langue)
        page.locator("[data-voir-code]").click()
        page.locator(".code svg").wait_for()
        page.locator("[data-envoyer] summary").click()
        page.locator(".appel input[type=checkbox]").first.check()
        presser(page, 1, "(Enlever|Weghalen|Remove)")
        page.evaluate("window.scrollTo(0, 0)")  # the way out stays over what is scrolled below it
        assert violations(page) == []


def test_axe_on_results_that_aregardees(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}nl/recherche/#q=1050")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    page.locator(".garder").first.click()
    assert violations(page) == []


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_full_page_fits_a_narrow_screen(contexte: Callable[..., BrowserContext], adresse: str, langue: str) -> None:
    page = contexte(viewport={"width": 320, "height": 640}, bypass_csp=True).new_page()
    ouvrir(page, adresse, [*CINQ[:3], SIGNALEE, "n-existe-pas-" + "a" * 60], langue)
    page.locator("[data-voir-code]").click()
    page.locator("[data-envoyer] summary").click()
    assert not _is_wider(page), page.evaluate(DEPASSE)
    page.add_style_tag(content=ESPACEMENT)
    assert not _is_wider(page), page.evaluate(DEPASSE)


def test_wide_table_scrolls_in_its_own_region(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    page = contexte(viewport={"width": 900, "height": 800}).new_page()
    ouvrir(page, adresse, CINQ)
    region = page.get_by_role("region", name="Les lieux de la liste, côte à côte")
    assert region.get_attribute("tabindex") == "0"
    assert region.evaluate("e => e.scrollWidth > e.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert region.evaluate("e => e.scrollLeft") > 0


def test_tab_walks_through_a_full_list(page: Page, adresse: str) -> None:
    """Forward in the order of reading, always seen, and out at the end."""
    ouvrir(page, adresse, [*CINQ[:2], SIGNALEE])
    page.evaluate("window.scrollTo(0, 0)")
    count = page.evaluate(FOCALISABLES)
    assert count > 40
    avancer(page, count)


def test_targets_are_large_enough_for_a_thumb(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, CINQ[:2])
    small = page.evaluate(
        """() => [...document.querySelectorAll('main button, .envois a, .appels a[href^="tel:"], .appels .champ')]
          .filter((e) => e.getClientRects().length && e.getBoundingClientRect().height < 43.5)
          .map((e) => e.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_without_script_the_page_leads_to_lists(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str
) -> None:
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{adresse}{langue}/liste/#fiches={CINQ[0]}")
    assert "JavaScript" in page.locator("[data-sans-script]").inner_text()
    links = [link.get_attribute("href") or "" for link in page.locator("[data-vide] a").all()]
    assert [link.split("/")[-2] for link in links] == ["recherche", "themes", "quartiers", "organisations"]
    assert not page.locator("#ajout").is_visible()
    assert not page.locator("[data-comparer]").is_visible()
