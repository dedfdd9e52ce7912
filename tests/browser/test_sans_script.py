"""Lines 25 and 37 of the requirements: the page is whole when scripts are off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from .sortes import SORTES


@pytest.mark.parametrize("sorte", SORTES)
def test_same_words_without_script(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], sorte: str
) -> None:
    words = []
    for enabled in (True, False):
        page = contexte(java_script_enabled=enabled).new_page()
        page.goto(f"{adresse}nl/{sortes[sorte]}")
        words.append(page.locator("main").inner_text().split())
    with_script, without = words
    assert len(without) > 20
    assert set(with_script) <= set(without)


def test_a_need_is_found_by_links_alone(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    """Home, need, theme, record, phone: five presses, no script."""
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{adresse}fr/")
    page.locator(".besoins a").first.click()
    page.locator(".themes-liste a").first.click()
    page.locator("main .fiche h3 a, main .fiche h4 a").first.click()
    assert page.locator("body").get_attribute("data-page") in {"organisation", "lieu-de-liens"}
    assert page.locator("main a[href^='tel:']").count() > 0
