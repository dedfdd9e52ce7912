"""Lines 25 and 37 of the requirements: without script the page is whole; opening states say less, never nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from .sortes import SORTES

AJOUTS = """() => document.querySelectorAll([
  '.outils, .compte, .chercher, .plan-bloc, .plan-choix',
  '[data-verification], [data-disponibilite], [data-fin], [data-perime], [data-douteux], [data-jusqu-au]',
  '.a-venir, .prochaine',
].join()).forEach((e) => e.remove())"""
"""What only a script can do (search, sort, filter, move a map), or say: how old a date is, what comes next."""


@pytest.mark.parametrize("sorte", SORTES)
def test_same_words_without_script(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], sorte: str
) -> None:
    words, states = [], []
    for enabled in (True, False):
        page = contexte(java_script_enabled=enabled).new_page()
        page.goto(f"{adresse}nl/{sortes[sorte]}")
        page.evaluate(AJOUTS)
        words.append(page.locator("main").inner_text().split())
        states.append(page.locator("main .etat").all_inner_texts())
    with_script, without = words
    assert len(without) > 20
    assert all(state.strip() for state in states[1])
    assert len(states[0]) == len(states[1])
    assert set(with_script) <= set(without) | set(" ".join(states[0]).split())


def test_a_need_is_found_by_links_alone(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    """Home, need, theme, record, phone: five presses, no script."""
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{adresse}fr/")
    page.locator(".besoins a").first.click()
    page.locator(".themes-liste a").first.click()
    page.locator("main .fiche h3 a, main .fiche h4 a").first.click()
    assert page.locator("body").get_attribute("data-page") in {"organisation", "lieu-de-liens"}
    assert page.locator("main a[href^='tel:']").count() > 0
