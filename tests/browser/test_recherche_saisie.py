"""What happens while somebody writes: suggestions, by keys and by fingers."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .mots import lus
from .recherche import attendre_tout, chercher, choisis, compte, ouvrir, proposees, taper, trouvees

FAUTES = [
    ("fr", "huisier", "mediation-de-dettes", r"Suggestions : \d+\."),
    ("nl", "schuldn", "mediation-de-dettes", r"Suggesties: \d+\."),
    ("en", "hungr", "colis-alimentaires", r"Suggestions: \d+\."),
]
"""A language, a need as somebody in a hurry spells it, the theme that is meant, and what is announced."""


@pytest.mark.parametrize(("langue", "mots", "theme", "annonce"), FAUTES)
def test_misspelt_need_is_suggested_then_answered(
    page: Page, adresse: str, langue: str, mots: str, theme: str, annonce: str
) -> None:
    page.goto(f"{adresse}{langue}/recherche/")
    champ = page.locator("#q")
    assert champ.get_attribute("aria-expanded") == "false"
    taper(page, mots)
    assert champ.get_attribute("role") == "combobox"
    assert champ.get_attribute("aria-autocomplete") == "list"
    assert champ.get_attribute("aria-expanded") == "true"
    liste = page.locator(f"#{champ.get_attribute('aria-controls')}")
    assert liste.get_attribute("role") == "listbox"
    assert liste.get_attribute("aria-label")
    assert liste.is_visible()
    first = liste.locator("[role=option]").first
    assert re.search(r" \d+ \w+$", lus(first).replace("\n", " "))
    expect(page.locator("[data-annonce][role=status]")).to_have_text(re.compile(annonce.replace(" :", "\u00a0:")))
    page.keyboard.press("Enter")
    attendre_tout(page)
    assert choisis(page) == {"q": [mots]}
    assert champ.get_attribute("aria-expanded") == "false"
    assert len(trouvees(page)) == min(10, compte(page)) > 0
    themes = page.locator("[data-resultats] [data-fiche]").first.get_attribute("data-themes") or ""
    assert theme in themes.split()


def test_arrows_go_round_through_the_field_and_enter_takes_what_is_marked(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/")
    champ = page.locator("#q")
    taper(page, "molenb")
    count = len(proposees(page))
    assert count > 1
    assert champ.get_attribute("aria-activedescendant") is None
    marked = []
    for _ in range(count + 1):
        page.keyboard.press("ArrowDown")
        marked.append(champ.get_attribute("aria-activedescendant"))
        selected = page.locator("[role=option][aria-selected=true]")
        assert [option.get_attribute("id") for option in selected.all()] == ([marked[-1]] if marked[-1] else [])
        assert page.evaluate("document.activeElement.id") == "q"
        assert champ.input_value() == "molenb"
    assert marked == [*[f"suggestions-{rank}" for rank in range(count)], None]
    page.keyboard.press("ArrowUp")
    assert champ.get_attribute("aria-activedescendant") == f"suggestions-{count - 1}"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert "Molenbeek-Saint-Jean" in proposees(page)[0]
    page.keyboard.press("Enter")
    attendre_tout(page)
    assert choisis(page) == {"commune": ["molenbeek-saint-jean"]}
    assert compte(page) > 0


def test_nothing_is_taken_that_was_not_asked_for(page: Page, adresse: str) -> None:
    """Escape closes and keeps the words; leaving closes; an arrow opens again; what is typed is what is searched."""
    page.goto(f"{adresse}fr/recherche/")
    liste, champ = page.locator("[role=listbox]"), page.locator("#q")
    taper(page, "loyer")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert not liste.is_visible()
    assert champ.input_value() == "loyer"
    assert champ.get_attribute("aria-expanded") == "false"
    assert champ.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert liste.is_visible()
    page.keyboard.press("Tab")
    assert not liste.is_visible()
    assert champ.input_value() == "loyer"
    assert urlsplit(page.url).fragment == ""
    champ.fill("l")
    assert not liste.is_visible()
    champ.fill("xqzwv")
    assert not liste.is_visible()


@pytest.mark.parametrize("doigt", [True, False])
def test_a_suggestion_is_taken_by_a_press(contexte: Callable[..., BrowserContext], adresse: str, doigt: bool) -> None:
    page = contexte(has_touch=doigt).new_page()
    page.goto(f"{adresse}nl/recherche/")
    taper(page, "schuldn")
    option = page.locator("[role=option]").first
    box = option.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    (promised,) = re.findall(r"\d+", lus(option))
    if doigt:
        option.tap()
    else:
        option.click()
    attendre_tout(page)
    assert choisis(page) == {"theme": ["mediation-de-dettes"]}
    assert compte(page) == int(promised)
    assert not page.locator("[role=listbox]").is_visible()


def test_new_words_take_the_place_of_a_need_that_was_chosen(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "theme=mediation-de-dettes&commune=ixelles")
    chercher(page, "dentiste")
    assert choisis(page) == {"q": ["dentiste"], "commune": ["ixelles"]}


def test_more_are_shown_and_the_focus_goes_to_the_first_of_them(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "q=Molenbeek")
    total = compte(page)
    before = trouvees(page)
    assert len(before) == 10 < total
    page.locator("[data-plus]").click()
    expect(page.locator("[data-resultats] [data-fiche]")).to_have_count(min(20, total))
    assert trouvees(page)[:10] == before
    focused = page.evaluate("document.activeElement.closest('[data-fiche]').dataset.fiche")
    assert focused == trouvees(page)[10]
