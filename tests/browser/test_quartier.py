"""A quartier in a real browser: what is open now, and the map beside its list."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .mots import lus
from .service import servi

MATONGE = "fr/quartiers/matonge/"
LUNDI_10H, LUNDI_13H = "#moment=2026-11-23T10:00", "#moment=2026-11-23T13:00"


@pytest.fixture(scope="module")
def fictif(site_fictif: Path) -> Iterator[str]:
    with servi(site_fictif) as url:
        yield url


def test_what_is_open_now_is_listed_with_its_number_and_hours(page: Page, fictif: str) -> None:
    page.goto(f"{fictif}{MATONGE}{LUNDI_10H}")
    section = page.locator("[data-ouverts]")
    expect(section).to_be_visible()
    (line,) = section.locator("li").all()
    assert line.locator(".numero").inner_text() == "1"
    assert line.locator(".fiche__mots").inner_text() == "Maison des Tilleuls (exemple)"
    assert lus(line.locator(".note")) == "Médiation de dettes : ouvert, ferme à 12:00"
    line.locator("a").click()
    expect(page.locator("#fiche-maison-des-tilleuls")).to_be_in_viewport()


def test_what_is_closed_is_not_and_the_list_follows_the_hour(page: Page, fictif: str) -> None:
    page.goto(f"{fictif}{MATONGE}{LUNDI_13H}")
    assert page.locator("article[data-fiche]").get_attribute("data-ouvert") == "non"
    expect(page.locator("[data-ouverts]")).to_be_hidden()
    page.evaluate(f"location.hash = {LUNDI_10H!r}")
    expect(page.locator("[data-ouverts] li")).to_have_count(1)
    page.evaluate(f"location.hash = {LUNDI_13H!r}")
    expect(page.locator("[data-ouverts]")).to_be_hidden()


def test_without_script_nothing_is_said_to_be_open(contexte: Callable[..., BrowserContext], fictif: str) -> None:
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{fictif}{MATONGE}{LUNDI_10H}")
    expect(page.locator("[data-ouverts]")).to_be_hidden()
    assert lus(page.locator(".fiche .etat")) == "Horaire dans la fiche ; jours fériés à confirmer"


def test_a_card_can_be_pressed_with_a_thumb(page: Page, fictif: str) -> None:
    page.goto(f"{fictif}{MATONGE}")
    phone = page.locator(".fiche .telephone").bounding_box()
    assert phone is not None
    assert phone["height"] >= 44
    name, card = page.locator(".fiche__nom a").bounding_box(), page.locator(".fiche").bounding_box()
    assert name is not None
    assert card is not None
    assert name["height"] >= 24
    assert name["width"] > 0.8 * card["width"]


@pytest.mark.parametrize(("width", "beside"), [(360, False), (1280, True)])
def test_map_comes_above_the_list_on_a_phone_and_beside_it_on_a_screen(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], width: int, beside: bool
) -> None:
    page = contexte(viewport={"width": width, "height": 800}).new_page()
    page.goto(f"{adresse}fr/{sortes['quartier']}")
    drawing, first = page.locator("figure svg").first.bounding_box(), page.locator(".fiche").first.bounding_box()
    assert drawing is not None
    assert first is not None
    if beside:
        assert first["x"] + first["width"] < drawing["x"]
        assert abs(first["y"] - drawing["y"]) < 200
    else:
        assert drawing["y"] < 640 < first["y"] + first["height"]
        assert drawing["y"] + drawing["height"] < first["y"] < 2 * 640
