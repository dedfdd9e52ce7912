"""axe finds nothing: every kind of page, in three languages, light and dark (lines 8, 15, 16, 19 of the requirements).

`CARTE_TOUTES_LES_PAGES=1` (`make test-complet`) reads every page of the site instead.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from carte_sociale.model.fields import LANGUES_DU_SITE

from .axe import REGLES, violations
from .sortes import SORTES

COULEURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
"""What alone differs between light and dark."""
DU_MEME = """() => document.querySelectorAll([
  'tbody > :nth-child(n+12)', 'main ul > :nth-child(n+12)', 'main ol > :nth-child(n+12)',
  'main section:nth-of-type(n+12)', 'main details:nth-of-type(n+4)',
].join()).forEach((e) => e.remove())"""
"""The twelfth row of a table has the same form as the first: axe takes twenty seconds for six hundred of them."""
TOUTES = os.environ.get("CARTE_TOUTES_LES_PAGES") == "1"


def _violations(page: Page, url: str, rules: dict) -> list[tuple[str, str, str]]:
    page.goto(url)
    if not TOUTES:
        page.evaluate(DU_MEME)
    return [(url, *found) for found in violations(page, rules)]


def test_kinds_are_those_of_the_site(sortes: dict[str, str]) -> None:
    assert tuple(sortes) == SORTES


@pytest.mark.parametrize("sorte", SORTES)
def test_kind_of_page(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], sorte: str
) -> None:
    light = contexte(color_scheme="light").new_page()
    dark = contexte(color_scheme="dark").new_page()
    found = []
    for langue in LANGUES_DU_SITE:
        url = f"{adresse}{langue}/{sortes[sorte]}"
        found += _violations(light, url, REGLES)
    found += _violations(dark, f"{adresse}{LANGUES_DU_SITE[0]}/{sortes[sorte]}", COULEURS)
    assert found == []


@pytest.mark.parametrize("nom", ["", "404.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_outside_the_languages(
    contexte: Callable[..., BrowserContext], adresse_racine: str, nom: str, scheme: str
) -> None:
    assert _violations(contexte(color_scheme=scheme).new_page(), adresse_racine + nom, REGLES) == []


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_pages_of_a_language(
    contexte: Callable[..., BrowserContext], adresse: str, site_web: Path, langue: str
) -> None:
    """A sample over the whole alphabet; all of them, light and dark, on request."""
    every = sorted(path.parent.relative_to(site_web).as_posix() for path in (site_web / langue).rglob("index.html"))
    chosen = every if TOUTES else every[:: max(1, len(every) // 5)]
    found = []
    for scheme, rules in (("light", REGLES), ("dark", COULEURS))[: 2 if TOUTES else 1]:
        page = contexte(color_scheme=scheme).new_page()
        for address in chosen:
            found += _violations(page, f"{adresse}{address}/", rules)
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_quick_exit_half_way(contexte: Callable[..., BrowserContext], adresse: str, langue: str, scheme: str) -> None:
    """After two presses of Shift the bar counts them and says so; the second skip link shows when it has the focus."""
    page = contexte(color_scheme=scheme).new_page()
    page.goto(f"{adresse}{langue}/themes/violences-conjugales/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.locator(".sortie__appuis--2").is_visible()
    assert page.locator(".saut[data-sortie]").bounding_box()["y"] >= 0
    assert violations(page) == []
