"""What was asked stands behind the # of the address: kept, followed, gone back to."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from .mots import lus
from .recherche import attendre, attendre_tout, chercher, choisis, ouvrir, retenir, trouvees


def test_address_is_kept_followed_and_gone_back_to(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "q=loyer")
    first = trouvees(page)
    assert page.locator("#q").input_value() == "loyer"
    chercher(page, "dentiste")
    second = trouvees(page)
    assert second != first
    page.go_back()
    expect(page.locator("#q")).to_have_value("loyer")
    attendre(page)
    assert trouvees(page) == first
    page.go_forward()
    expect(page.locator("#q")).to_have_value("dentiste")
    attendre(page)
    assert trouvees(page) == second
    page.evaluate("location.hash = 'theme=mediation-de-dettes'")
    expect(page.locator("#q")).to_have_value("")
    attendre(page)
    assert "mediation-de-dettes" in (
        page.locator("[data-resultats] [data-fiche]").first.get_attribute("data-themes") or ""
    )
    page.evaluate("location.hash = ''")
    expect(page.locator("[data-trouve]")).to_be_hidden()
    assert page.locator("[data-parcourir]").is_visible()
    assert page.locator("html[data-recherche]").count() == 0


def test_back_takes_back_the_last_filter(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "q=logement")
    entries = page.evaluate("history.length")
    states = [trouvees(page)]
    page.locator("[data-filtres] summary").click()
    for filtre in ("#filtre-acces", "#filtre-gratuit"):
        page.locator(filtre).check()
        expect(page).to_have_url(re.compile(f"{filtre.removeprefix('#filtre-')}="))
        attendre(page)
        states.append(trouvees(page))
    page.locator("[data-muets]").click()
    expect(page).to_have_url(re.compile("inconnus=1"))
    assert page.evaluate("history.length") == entries + 3
    page.go_back()
    expect(page).not_to_have_url(re.compile("inconnus"))
    page.go_back()
    expect(page.locator("#filtre-gratuit")).not_to_be_checked()
    attendre(page)
    assert trouvees(page) == states[1]
    assert page.locator("#filtre-acces").is_checked()
    page.go_back()
    expect(page.locator("#filtre-acces")).not_to_be_checked()
    attendre(page)
    assert trouvees(page) == states[0]
    page.locator("#q").press_sequentially(" cher")
    assert page.evaluate("history.length") == entries + 3  # what is typed has none


def test_an_anchor_is_no_choice(page: Page, adresse: str) -> None:
    """The skip link writes its anchor into the address: what was found stays, and so do the choices."""
    ouvrir(page, adresse, "q=loyer&commune=ixelles")
    found = trouvees(page)
    page.locator("a.saut").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#contenu$"))
    page.wait_for_timeout(200)
    assert trouvees(page) == found
    page.locator("#q").fill("dentiste")
    page.keyboard.press("Enter")
    assert choisis(page) == {"q": ["dentiste"], "commune": ["ixelles"]}


def test_words_of_an_old_link_go_behind_the_hash(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/?q=loyer+trop+cher")
    attendre_tout(page)
    assert urlsplit(page.url).query == ""
    assert choisis(page) == {"q": ["loyer trop cher"]}
    assert page.locator("#q").input_value() == "loyer trop cher"
    assert page.evaluate("history.length") == 2  # about:blank and this page


def test_late_streets_do_not_cover_what_was_asked_next(page: Page, adresse: str) -> None:
    held = retenir(page, adresse, lambda index: index["rues"])
    page.evaluate("location.hash = 'q=rue+Ribaucourt'")
    page.wait_for_timeout(500)
    page.evaluate("location.hash = 'q=dentiste'")
    attendre_tout(page)
    found = trouvees(page)
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_timeout(500)
    attendre(page)
    assert trouvees(page) == found
    assert "dentiste" in lus(page.locator("[data-nombre]"))


def test_a_search_has_its_entry_once_every_word_is_there(page: Page, adresse: str) -> None:
    """Before, nobody knows whether it speaks of danger, and it stands where the page without a search stood."""
    held = retenir(page, adresse, lambda index: index["lexiques"]["nl"])
    before = page.evaluate("history.length")
    page.locator("#q").fill("loyer")
    page.keyboard.press("Enter")
    attendre(page)
    page.locator("#q").fill("dentiste")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=dentiste$"))
    assert page.evaluate("history.length") == before
    for _ in range(50):
        if held:
            break
        page.wait_for_timeout(100)
    held[0].continue_()
    attendre_tout(page)
    expect(page).to_have_url(re.compile("q=dentiste$"))
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    expect(page).to_have_url(f"{adresse}fr/recherche/")
    expect(page.locator("[data-trouve]")).to_be_hidden()
