"""Near me: by a street or by the device's position, which is asked for on a press, never kept and never sent."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .requetes import demandees

FLAGEY = {"latitude": 50.82781, "longitude": 4.37212}
MINUTES = re.compile(r"(\d+) min")


def shown(page: Page) -> None:
    page.wait_for_selector("html[data-recherche=prete]")


def minutes(page: Page) -> list[int]:
    """Minutes on foot of the first cards, in their order."""
    said = page.locator("[data-resultats] .pourquoi").all_inner_texts()
    return [int(found[1]) for text in said if (found := MINUTES.search(text))]


@pytest.mark.parametrize("langue", ["fr", "nl", "en"])
def test_the_position_is_asked_for_on_a_press_and_never_leaves(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str
) -> None:
    page = contexte(geolocation=FLAGEY, permissions=["geolocation"]).new_page()
    asked = demandees(page)
    page.goto(f"{adresse}{langue}/recherche/")
    page.click("[data-position]")
    shown(page)
    assert page.url.endswith("#pres=50.828%2C4.372")
    near = minutes(page)
    assert len(near) > 3
    assert near == sorted(near)
    assert near[0] < 10
    expect(page.locator("[data-marche]")).to_contain_text("75")
    assert [url for url in asked if "50.8" in url.partition("#")[0] or "4.37" in url.partition("#")[0]] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_device_that_refuses_is_told_what_to_do_instead(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/")
    page.click("[data-position]")
    expect(page.locator("[data-position-dite]")).to_contain_text("Écrivez plutôt votre rue")
    assert "pres" not in page.url


def test_a_street_that_is_typed_orders_by_distance(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/")
    page.fill("#q", "plase flagey")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-marche]:not([hidden])")
    shown(page)
    near = minutes(page)
    assert near == sorted(near)
    expect(page.locator("[data-compris]")).to_contain_text("Place Eugène Flagey, Ixelles")


def test_a_street_and_a_need_in_an_address(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/#rue=Rue+de+Ribaucourt,+Molenbeek-Saint-Jean&theme=mediation-de-dettes")
    page.wait_for_selector("[data-marche]:not([hidden])")
    shown(page)
    assert minutes(page) == sorted(minutes(page))
    themes = page.locator("[data-resultats] [data-fiche]").evaluate_all("l => l.map((a) => a.dataset.themes)")
    assert themes
    assert all("mediation-de-dettes" in found.split() for found in themes)
    page.click("[data-choisis] a >> nth=0")
    expect(page.locator("[data-marche]")).to_be_hidden()


def test_a_position_that_is_none_is_left_aside(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/#q=dettes&pres=<b>,1")
    shown(page)
    expect(page.locator("[data-marche]")).to_be_hidden()
    assert page.locator("[data-resultats] [data-fiche]").count() > 0
