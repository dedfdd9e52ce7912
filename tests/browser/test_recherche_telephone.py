"""What a small phone shows of a search at once, and how the rest of it is reached."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .mots import lus
from .recherche import attendre_tout, choisis, ouvrir, taper

RIBAUCOURT = "Rue de Ribaucourt, Molenbeek-Saint-Jean"
RECHERCHES = [
    ("fr", "q=loyer"),
    ("fr", "q=colis alimentaires&theme=colis-alimentaires"),
    ("fr", "q=médecin&pres=50.85,4.34"),
    ("fr", f"q=médecin&rue={RIBAUCOURT}"),
    ("nl", "q=dokter&pres=50.85,4.34"),
    ("en", "q=doctor&pres=50.85,4.34"),
    ("fr", "q=médecin&commune=ixelles"),
]
CACHES = """() => {
  const parts = {
    compte: '[data-nombre]', nom: 'article .fiche__nom', quoi: 'article .fiche__qui > p:last-child',
    etat: 'article .etat',
  };
  return Object.entries(parts).filter(([, selector]) => {
    const box = document.querySelector(`[data-trouve] ${selector}`).getBoundingClientRect();
    return box.top < 0 || box.bottom > innerHeight || box.height < 10;
  }).map(([part]) => part);
}"""
SOUS_LE_DOIGT = """(button) => {
  const box = button.getBoundingClientRect();
  return button.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
}"""


@pytest.mark.parametrize(("langue", "choix"), RECHERCHES)
def test_the_first_result_stands_in_the_first_screen(page: Page, adresse: str, langue: str, choix: str) -> None:
    """Its name, what it is and whether it is open, under the count; and the words that were written are read whole."""
    ouvrir(page, adresse, choix, langue)
    assert page.evaluate(CACHES) == []
    champ = page.locator("#q").bounding_box()
    assert champ is not None
    assert champ["width"] >= 0.75 * 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_choices_that_stand_beside_the_screen_are_reached_with_the_keyboard(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "q=médecin&pres=50.85,4.34")
    links = page.locator(".bande :is(a, button):visible")
    assert links.count() >= 5
    page.locator("[data-nombre]").focus()
    for rank in range(links.count()):
        page.keyboard.press("Tab")
        expect(links.nth(rank)).to_be_focused()
        expect(links.nth(rank)).to_be_in_viewport(ratio=0.9)


def test_what_goes_with_a_place_stands_below_the_cards_of_a_need(page: Page, adresse: str) -> None:
    """And above them where the place is all that was asked for; a press leads there."""
    ouvrir(page, adresse, f"q=médecin&rue={RIBAUCOURT}")
    place, cards = page.locator("[data-situation]"), page.locator("[data-resultats]")
    below = "(a) => Boolean(document.querySelector('[data-resultats]').compareDocumentPosition(a) & 4)"
    assert place.evaluate(below)
    assert cards.is_visible()
    page.locator("[data-vers-situation] button").press("Enter")
    expect(place.locator("summary")).to_be_focused()
    expect(place.locator("summary")).to_be_in_viewport()
    assert "CPAS" in lus(place)
    ouvrir(page, adresse, f"rue={RIBAUCOURT}")
    assert not place.evaluate(below)
    expect(place).to_be_visible()
    expect(page.locator("[data-vers-situation]")).to_be_hidden()


def test_what_goes_with_a_place_comes_back_with_it(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, f"rue={RIBAUCOURT}")
    page.evaluate("location.hash = ''")
    expect(page.locator("[data-situation]")).to_be_hidden()
    page.go_back()
    expect(page.locator("[data-situation] summary")).to_be_visible()


def test_suggestions_leave_the_position_in_reach(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    page = contexte(has_touch=True, geolocation={"latitude": 50.8278, "longitude": 4.3721}, permissions=["geolocation"])
    page = page.new_page()
    page.goto(f"{adresse}fr/recherche/")
    taper(page, "medecin")
    assert page.locator("[role=listbox]").is_visible()
    button = page.locator("[data-position]")
    assert button.evaluate(SOUS_LE_DOIGT)
    button.tap()
    attendre_tout(page)
    assert choisis(page) == {"q": ["medecin"], "pres": ["50.828,4.372"]}


def test_a_position_that_is_refused_is_told_beside_results_too(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "q=loyer")
    page.click("[data-position]")
    expect(page.locator("[data-position-dite]")).to_contain_text("Écrivez plutôt votre rue")
    expect(page.locator("[data-position-dite]")).to_be_visible()


@pytest.mark.parametrize("geste", ["clavier", "bouton", "suggestion"])
def test_who_asks_is_taken_to_what_is_found(page: Page, adresse: str, geste: str) -> None:
    """To the count, which has the results after it: nothing covers them, and the field is a step back."""
    page.goto(f"{adresse}fr/recherche/")
    taper(page, "huissier")
    expect(page.locator("#q")).to_be_focused()
    if geste == "suggestion":
        page.keyboard.press("ArrowDown")
    if geste == "bouton":
        page.locator("form button[type=submit]").click()
    else:
        page.keyboard.press("Enter")
    attendre_tout(page)
    count = page.locator("[data-nombre][role=status]")
    expect(count).to_be_focused()
    expect(count).to_contain_text("résultat")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-trouve]') !== null")


def test_who_asks_for_nothing_stays_in_the_field(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "q=loyer")
    page.locator("#q").fill("")
    page.locator("#q").press("Enter")
    expect(page.locator("[data-trouve]")).to_be_hidden()
    expect(page.locator("#q")).to_be_focused()
