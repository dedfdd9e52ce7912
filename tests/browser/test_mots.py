"""Words of the field: their definition under the pointer and the focus (WCAG 1.4.13), and things side by side."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

Ouvre = Callable[..., BrowserContext]
FEUILLE = "fr/comparaisons/cpas-ou-casg/"
EN_TETE = "fr/comparaisons/clss-raq-coordination-bassin/"
"""Four columns, whose heads hold acronyms."""
LARGEURS = (320, 360, 800, 1024, 1280)


def _word(contexte: Ouvre, adresse: str, sortes: dict[str, str], chemin: str = "", **options: object) -> Page:
    page = contexte(**options).new_page()
    page.goto(adresse + (chemin or f"fr/{sortes['dispositif']}"))
    expect(page.locator(".mot__bulle").first).to_be_hidden()
    return page


@pytest.mark.parametrize("largeur", LARGEURS)
@pytest.mark.parametrize("chemin", ["", EN_TETE])
def test_a_definition_stays_while_it_is_pointed_at(
    contexte: Ouvre, adresse: str, sortes: dict[str, str], chemin: str, largeur: int
) -> None:
    """In a text, and in the head of a column."""
    page = _word(contexte, adresse, sortes, chemin, viewport={"width": largeur, "height": 640})
    assert not chemin or page.locator("thead th .mot").count() > 1
    for shown in page.locator(".mot").all():
        shown.locator("a").hover()
        there = shown.locator(".mot__bulle").bounding_box()
        assert there is not None
        assert there["x"] >= 0
        assert there["x"] + there["width"] <= largeur
    word, bubble = page.locator(".mot > a").first, page.locator(".mot__bulle").first
    word.hover()
    bubble.hover()  # the pointer may go and read
    expect(bubble).to_be_visible()
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    page.mouse.move(0, 0)
    word.hover()
    expect(bubble).to_be_visible()


def test_a_definition_shows_on_focus_and_is_read_with_the_link(
    contexte: Ouvre, adresse: str, sortes: dict[str, str]
) -> None:
    page = _word(contexte, adresse, sortes)
    word, bubble = page.locator(".mot > a").first, page.locator(".mot__bulle").first
    word.focus()
    expect(bubble).to_be_visible()
    expect(word).to_have_accessible_description(" ".join((bubble.text_content() or "").split()))
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    expect(word).to_be_focused()
    page.keyboard.press("Tab")
    word.focus()
    expect(bubble).to_be_visible()


def test_nothing_is_lost_without_script(contexte: Ouvre, adresse: str, sortes: dict[str, str]) -> None:
    page = _word(contexte, adresse, sortes, java_script_enabled=False)
    word = page.locator(".mot > a").first
    word.hover()
    expect(page.locator(".mot__bulle").first).to_be_visible()
    word.click()
    assert "/fr/glossaire/" in page.url


def test_paper_shows_the_word_alone(contexte: Ouvre, adresse: str, sortes: dict[str, str]) -> None:
    page = _word(contexte, adresse, sortes)
    page.locator(".mot > a").first.focus()
    page.emulate_media(media="print")
    expect(page.locator(".mot__bulle").first).to_be_hidden()
    expect(page.locator(".mot > a").first).to_be_visible()


def test_things_stand_side_by_side_on_a_wide_screen(contexte: Ouvre, adresse: str) -> None:
    page = contexte(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(adresse + FEUILLE)
    first, second = (page.locator(".cote-a-cote tbody tr:first-child td").nth(n).bounding_box() for n in (0, 1))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] <= second["x"] + 1


@pytest.mark.parametrize("largeur", [320, 360])
def test_things_are_cards_one_after_the_other_on_a_phone(contexte: Ouvre, adresse: str, largeur: int) -> None:
    page = contexte(viewport={"width": largeur, "height": 640}).new_page()
    page.goto(adresse + FEUILLE)
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur
    heads = [box["y"] for head in page.locator(".cote-a-cote thead th[id]").all() if (box := head.bounding_box())]
    cells = [
        [box["y"] for cell in row.locator("td").all() if (box := cell.bounding_box())]
        for row in page.locator(".cote-a-cote tbody tr").all()
    ]
    assert heads == sorted(heads)
    for rank, below in enumerate([*heads[1:], float("inf")]):
        assert all(heads[rank] < row[rank] < below for row in cells)
