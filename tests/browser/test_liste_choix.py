"""Places kept from the search: in its address, beside every other choice, up to as many as a list holds."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE

from .liste import CINQ, LIMITE, MOTS, attendre, cartes, gardees, ouvrir
from .mots import lus


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_kept_results_stay_in_the_address_and_lead_to_the_list(page: Page, adresse: str, langue: str) -> None:
    title, line, _, keep = MOTS[langue]
    page.goto(f"{adresse}{langue}/recherche/#q=1050")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    expect(page.locator("[data-filtres]:not([hidden])")).to_be_attached()
    expect(page.locator("html[data-recherche=prete]")).to_be_attached()
    assert not page.locator("[data-ma-liste]").is_visible()
    buttons = page.locator("[data-resultats] .garder")
    assert buttons.count() == page.locator("[data-resultats] [data-fiche]").count() > 2
    names = page.locator("[data-resultats] .fiche__mots").all_inner_texts()
    assert [b.inner_text().replace("\n", " ") for b in buttons.all()] == [f"{keep} {name}" for name in names]
    entries = page.evaluate("history.length")
    chosen = []
    for rank in (1, 0):
        buttons.nth(rank).click()
        assert buttons.nth(rank).get_attribute("aria-pressed") == "true"
        assert page.evaluate("document.activeElement.className").endswith("garder")
        chosen.append(page.locator("[data-resultats] [data-fiche]").nth(rank).get_attribute("data-fiche"))
    assert parse_qs(urlsplit(page.url).fragment) == {"q": ["1050"], "garder": [",".join(chosen)]}
    assert page.evaluate("history.length") == entries
    link = page.locator("[data-ma-liste] a")
    assert lus(link) == line
    assert page.locator("[data-ma-liste][role=status]").count() == 1
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= 641  # under the thumb, wherever the page is
    link.click()
    page.wait_for_url(re.compile(f"/{langue}/liste/#fiches="))
    attendre(page)
    assert page.locator("h1").inner_text() == title
    assert cartes(page) == chosen == gardees(page)


def test_a_list_is_no_choice_and_survives_new_ones(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/#garder={CINQ[0]},{CINQ[1]}")
    expect(page.locator("[data-ma-liste] a")).to_have_text("Ma liste\u00a0: 2 lieux")
    assert page.locator("html[data-recherche]").count() == 0  # nothing is searched
    assert page.locator("[data-parcourir]").is_visible()
    page.locator("#q").fill("loyer")
    page.keyboard.press("Enter")
    page.locator("[data-filtres]:not([hidden])").wait_for(state="attached")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    page.locator("[data-filtres] summary").click()
    page.locator("#filtre-commune").select_option(index=1)
    kept = {"garder": [f"{CINQ[0]},{CINQ[1]}"]}
    fragment = parse_qs(urlsplit(page.url).fragment)
    assert fragment.items() > kept.items()
    assert set(fragment) == {"q", "commune", "garder"}
    assert not any(name in lus(page.locator("[data-choisis]")) for name in CINQ)
    page.evaluate("location.hash = 'q=dentiste'")  # an address that says nothing of it
    expect(page.locator("#q")).to_have_value("dentiste")
    assert parse_qs(urlsplit(page.url).fragment).items() > kept.items()
    page.locator("a.saut").first.focus()
    page.keyboard.press("Enter")  # an anchor takes the place of the choices
    page.locator(".garder").first.click()
    assert parse_qs(urlsplit(page.url).fragment)["q"] == ["dentiste"]
    expect(page.locator("[data-ma-liste] a")).to_have_text("Ma liste\u00a0: 3 lieux")
    page.locator(".garder").first.click()
    assert parse_qs(urlsplit(page.url).fragment).items() > kept.items()


def test_searches_beside_a_list_leave_no_trail(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/#q=loyer")
    page.locator("[data-filtres]:not([hidden])").wait_for(state="attached")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    page.locator(".garder").first.click()
    entries = page.evaluate("history.length")
    for words in ("dentiste", "avocat"):
        page.locator("#q").fill(words)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(f"q={words}"))
    assert page.evaluate("history.length") == entries


def test_a_full_list_says_so(page: Page, adresse: str, atlas: Atlas) -> None:
    full = [entree.id for entree in atlas.entrees if "logement" not in " ".join(entree.themes)][:LIMITE]
    page.goto(f"{adresse}fr/recherche/#q=1050&garder={','.join(full)}")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    button = page.locator(".garder[aria-pressed=false]").first
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert lus(page.locator("[data-ma-liste] .note")) == "Elle est pleine : 20 lieux au plus."
    assert parse_qs(urlsplit(page.url).fragment)["garder"] == [",".join(full)]
    others = [entree.id for entree in atlas.entrees][-3:]
    ouvrir(page, adresse, [*full, *others])
    assert cartes(page) == full == gardees(page)
    assert lus(page.locator("[data-annonce]")) == "Une liste tient 20 lieux au plus : les autres n'y sont pas."
