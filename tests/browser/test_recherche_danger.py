"""Words that speak of danger, and words that lead nowhere: who answers, a way out, no trace."""

import pytest
from playwright.sync_api import Page, expect

from carte_sociale.model.fields import LANGUES_DU_SITE

from .mots import lus
from .recherche import attendre, attendre_tout, chercher, ouvrir, retenir, trouvees

DANGERS = [
    ("fr", "je veux mourir", "centre-de-prevention-du-suicide"),
    ("fr", "mon mari me frappe", "ecoute-violences-conjugales"),
    ("fr", "je ne veux plus vivre", "centre-de-prevention-du-suicide"),
    ("nl", "ik wil dood", "ligne-1813-prevention-du-suicide-neerlandais"),
    ("nl", "mijn man slaat mij", "1712-ligne-sur-la-violence-neerlandais"),
    ("en", "I want to die", "centre-de-prevention-du-suicide"),
    ("nl", "ik wil niet meer leven", "ligne-1813-prevention-du-suicide-neerlandais"),
    ("en", "my husband hits me", "ecoute-violences-conjugales"),
    ("en", "i dont want to live anymore", "centre-de-prevention-du-suicide"),
]
"""A language, words that speak of danger, and the line that answers first."""


@pytest.mark.parametrize(("langue", "mots", "ligne"), DANGERS)
def test_danger_shows_who_answers_and_a_way_out(
    ailleurs: None, page: Page, adresse: str, langue: str, mots: str, ligne: str
) -> None:
    page.goto(f"{adresse}{langue}/recherche/")
    chercher(page, "xqzwv")
    entries = page.evaluate("history.length")
    assert page.locator(".sortie").count() == 0
    chercher(page, mots)
    assert page.evaluate("history.length") == entries
    assert page.locator("[data-danger] [data-fiche]").first.get_attribute("data-fiche") == ligne
    assert page.locator("[data-danger] a[href^='tel:']").first.is_visible()
    assert 1 <= page.locator("[data-danger] [data-fiche]").count() <= 4
    assert page.locator(".sortie").count() == 1
    page.evaluate("window.scrollTo(0, document.querySelector('[data-resultats]').getBoundingClientRect().bottom - 700)")
    box = page.locator(".sortie").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert -1 <= box["y"] < 100
    page.locator(".sortie").click()
    page.wait_for_url("https://www.wikipedia.org/")
    page.go_back()
    assert page.url == f"{adresse}{langue}/recherche/"  # not the words that spoke of danger
    expect(page.locator("[data-trouve]")).to_be_hidden()
    assert page.locator("#q").input_value() == ""


def test_way_out_by_shift_counts_once_and_goes_with_the_danger(ailleurs: None, page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "q=suicide")
    for words in ("violence conjugale", "suicide"):
        chercher(page, words)
    assert page.locator(".sortie").count() == page.locator(".sortie-bloc [role=status]").count() == 1
    chercher(page, "loyer")
    assert page.locator(".sortie").count() == 0
    page.locator("#q").blur()
    for _ in range(4):
        page.keyboard.press("Shift")
    assert page.url.startswith(adresse)
    chercher(page, "suicide")
    page.locator("#q").blur()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.locator(".sortie__appuis--2").count() == 1
    page.keyboard.press("Shift")
    page.wait_for_url("https://www.wikipedia.org/")


def test_danger_in_another_language_leaves_no_entry_before_its_words_are_there(page: Page, adresse: str) -> None:
    """On a slow network the words of the page's own language come first: they cannot tell what Dutch ones say."""
    held = retenir(page, adresse, lambda index: index["lexiques"]["nl"])
    page.locator("#q").fill("zelfmoord")
    page.keyboard.press("Enter")
    attendre(page)
    for _ in range(50):
        if held:
            break
        page.wait_for_timeout(100)
    held[0].continue_()
    attendre_tout(page)
    page.locator(".sortie").wait_for()
    assert page.evaluate("history.length") == 2


def test_filters_of_what_speaks_of_danger_and_what_comes_after_leave_no_entry(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "q=suicide")
    entries = page.evaluate("history.length")
    page.locator("[data-filtres] summary").click()
    page.locator("#filtre-gratuit").check()
    page.wait_for_url("**gratuit=1")
    attendre(page)
    chercher(page, "loyer")
    assert page.evaluate("history.length") == entries
    page.go_back()
    assert page.url == "about:blank"


def test_themes_with_a_way_out_have_it_here_too(page: Page, adresse: str) -> None:
    """What the theme's own page covers (drugs, sexuality) is covered here: the bar alone where no line is for it."""
    for theme in ("addictions", "ivg"):
        ouvrir(page, adresse, f"theme={theme}")
        assert page.locator(".sortie").is_visible(), theme
    assert page.locator("[data-danger] [data-fiche]").count() == 0


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_nothing_found_is_no_dead_end(page: Page, adresse: str, langue: str) -> None:
    ouvrir(page, adresse, "q=xqzwv", langue)
    assert "xqzwv" in lus(page.locator("[data-nombre]"))
    assert trouvees(page) == []
    assert page.locator("[data-danger] a[href^='tel:']").first.is_visible()
    assert page.locator("[data-danger] a[href$='/lieux-de-liens/']").is_visible()
    assert page.locator("[data-parcourir]").is_visible()
    assert page.locator(".sortie").count() == 0
