"""Line 39 of the requirements: paper keeps what a reader carries, and drops the furniture of the screen."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

IMPRIMEES = ("organisation", "lieu-de-liens", "quartier", "theme", "urgence", "professionnels")
MEUBLES = (".entete", ".pied nav", ".fil", ".sortie", ".sortie-aide", ".saut")


@pytest.mark.parametrize("sorte", IMPRIMEES)
def test_page_prints(contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], sorte: str) -> None:
    page = contexte(viewport={"width": 794, "height": 1123}).new_page()
    page.goto(f"{adresse}fr/{sortes[sorte]}")
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) >= 1
    page.emulate_media(media="print")
    shown = [name for name in MEUBLES if any(e.is_visible() for e in page.locator(name).all())]
    assert shown == []
    assert page.locator("h1").is_visible()
    assert page.locator(".bandeau").is_visible()


def test_dark_scheme_does_not_reach_paper(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    """White letters on white paper would be nothing at all."""
    page = contexte(color_scheme="dark").new_page()
    page.goto(f"{adresse}fr/{sortes['organisation']}")
    page.emulate_media(media="print", color_scheme="dark")
    red, green, blue = re.findall(r"\d+", page.evaluate("getComputedStyle(document.querySelector('main p')).color"))[:3]
    assert max(int(red), int(green), int(blue)) < 128
