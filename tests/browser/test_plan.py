"""The moving map: it shows what the list shows, by mouse, by keyboard, on a bad network, and asks nobody."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .axe import violations
from .requetes import demandees
from .test_reseau import RIEN, TRACES

PRETE = "[data-carte=prete]"
MARQUE = "[data-carte] .leaflet-marker-pane [role=button]"
MONTRES = """() => [...document.querySelectorAll("[data-carte] .leaflet-marker-pane [role=button]")]
  .reduce((n, e) => n + (e.matches(".groupe") ? Number(e.textContent) : 1), 0)"""
DANS_LA_LISTE = """() => [...document.querySelectorAll(".avec-plan__liste li[data-fiche]")]
  .filter((li) => !li.closest("[hidden]")).length"""


def opened(page: Page, url: str) -> Page:
    """A page whose map was asked for."""
    page.goto(url)
    page.click(".plan-bloc button")
    page.wait_for_selector(PRETE)
    return page


def alone(page: Page) -> Page:
    """Come closer until some place stands alone."""
    for _ in range(8):
        if page.locator(f"{MARQUE}.repere").count():
            return page
        page.locator(f"{MARQUE}.groupe").first.press("Enter")
        page.wait_for_timeout(400)
    raise AssertionError("no marker of one place")


@pytest.mark.parametrize("langue", ["fr", "nl", "en"])
def test_the_map_of_the_region_opens_by_itself_and_is_accessible(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str
) -> None:
    context = contexte()
    asked = demandees(context)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{adresse}{langue}/carte/")
    page.wait_for_selector(PRETE)
    page.click(".plan-choix summary")
    assert page.evaluate(MONTRES) > 150
    assert violations(page) == []
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {urlsplit(adresse).netloc}
    assert errors == []
    assert page.evaluate(TRACES) == RIEN
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_choices_narrow_the_list_and_the_map_together(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/carte/#famille=me-soigner")
    page.wait_for_selector(PRETE)
    said = page.locator("[data-region] [data-nombre]")
    expect(said).to_have_text(re.compile(r"^\d+ lieux sur la carte$"))
    shown = page.locator(".avec-plan__liste li[data-fiche]:visible")
    soins = shown.count()
    assert 5 < soins < 60
    families = shown.evaluate_all("l => l.map((li) => li.dataset.themes.split(' ')[0])")
    page.click(".plan-choix summary")
    page.check("input[value=manger]")
    assert page.url.endswith("#famille=manger%2Cme-soigner")
    assert page.evaluate(DANS_LA_LISTE) > soins
    assert shown.evaluate_all("l => l.map((li) => li.dataset.themes.split(' ')[0])") != families
    page.uncheck("input[value=manger]")
    page.uncheck("input[value=me-soigner]")
    assert page.url.endswith("/fr/carte/")
    assert page.evaluate(DANS_LA_LISTE) > 250
    headings = page.locator(".avec-plan__liste h2:visible, .avec-plan__liste h3:visible").count()
    page.check("input[value=professionnels]")
    assert page.locator(".avec-plan__liste h2:visible, .avec-plan__liste h3:visible").count() < headings


def test_open_now_says_how_many_nobody_knows(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/carte/#ouvert=1&moment=2026-12-02T10:30")
    page.wait_for_selector(PRETE)
    said = page.locator("[data-region] [data-nombre]")
    expect(said).to_have_text(re.compile(r"^\d+ lieux? sur la carte \+ \d+ dont nous ne connaissons pas l'heure$"))
    open_now, unknown = map(int, re.findall(r"\d+", said.inner_text()))
    assert unknown > open_now
    assert page.evaluate(DANS_LA_LISTE) >= open_now


def test_markers_stand_for_all_that_the_list_places(page: Page, adresse: str, sortes: dict[str, str]) -> None:
    opened(page, f"{adresse}fr/{sortes['quartier']}")
    placed = page.locator("main article[data-points]").evaluate_all(
        "l => l.reduce((n, a) => n + a.dataset.points.split(' ').length, 0)"
    )
    assert page.evaluate(MONTRES) == placed > 5


def test_the_quartier_of_the_page_is_outlined_and_shown_whole(page: Page, adresse: str, sortes: dict[str, str]) -> None:
    opened(page, f"{adresse}fr/{sortes['quartier']}")
    outline = page.locator(".plan__contour")
    assert outline.count() == 1
    assert outline.evaluate("(p) => [getComputedStyle(p).fill, getComputedStyle(p).pointerEvents]") == ["none", "none"]
    line, frame = outline.bounding_box(), page.locator(".plan__carte").bounding_box()
    assert line is not None
    assert frame is not None
    assert line["width"] > 100
    assert frame["x"] <= line["x"] <= line["x"] + line["width"] <= frame["x"] + frame["width"]
    assert frame["y"] <= line["y"] <= line["y"] + line["height"] <= frame["y"] + frame["height"]
    opened(page, f"{adresse}fr/{sortes['theme']}")
    assert page.locator("path.plan__contour[d]:not([d='M0 0'])").count() == 0


def test_a_card_says_what_of_its_place_is_not_known_to_the_door(
    page: Page, adresse: str, sortes: dict[str, str]
) -> None:
    """In the list, and in the card that a marker opens."""
    opened(page, f"{adresse}fr/{sortes['quartier']}")
    said = re.compile(r"\((place approximative sur la carte|rue seulement, sans numéro)\)")
    for article in page.locator("main .avec-plan__liste article[data-points]").all():
        approximate = "~" in (article.get_attribute("data-points") or "")
        assert bool(said.search(article.locator(".reperes").inner_text().replace("\u00a0", " "))) >= approximate
    alone(page)
    page.locator(f"{MARQUE}.repere--approche").first.press("Enter")
    expect(page.locator(".plan__choisis .reperes .note").first).to_have_text(said)


@pytest.mark.parametrize("sorte", ["quartier", "theme", "theme-commune"])
def test_nothing_of_the_map_is_loaded_before_it_is_asked_for(
    page: Page, adresse: str, sortes: dict[str, str], sorte: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{adresse}fr/{sortes[sorte]}", wait_until="networkidle")
    before = len(asked)
    assert [path for path in asked if "/plan-" in path or "/recherche/" in path] == []
    page.click(".plan-bloc button")
    page.wait_for_selector(PRETE)
    assert sorted({path.rpartition("/")[0].rpartition("/")[2] for path in asked[before:]}) == [
        "recherche",
        "ressources",
    ]
    assert page.locator(MARQUE).count() > 0
    expect(page.locator(".plan-bloc button").first).to_have_text("Cacher la carte")
    page.click(".plan-bloc button")
    expect(page.locator("[data-carte]")).to_be_hidden()


def test_a_place_is_reached_with_the_keyboard_alone(page: Page, adresse: str, sortes: dict[str, str]) -> None:
    alone(opened(page, f"{adresse}fr/{sortes['quartier']}"))
    marker = page.locator(f"{MARQUE}.repere").first
    name = marker.get_attribute("aria-label") or ""
    assert re.fullmatch(r".+, (ouvert|fermé|horaire inconnu)", name)
    marker.press("Enter")
    chosen = page.locator(".plan__choisis")
    expect(chosen).to_be_focused()
    expect(chosen.locator(".fiche__mots").first).to_have_text(name.rpartition(", ")[0])
    assert page.locator("[id]").evaluate_all("l => l.length === new Set(l.map((e) => e.id)).size")
    page.keyboard.press("Escape")
    expect(chosen).to_be_hidden()
    expect(marker).to_be_focused()


def test_a_place_of_the_region_shows_its_card(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/carte/#famille=me-soigner")
    page.wait_for_selector(MARQUE)
    alone(page).locator(f"{MARQUE}.repere").first.press("Enter")
    card = page.locator(".plan__choisis article")
    expect(card.locator(".fiche__contact, .etat").first).to_be_visible()
    link = card.locator(".fiche__nom a")
    name = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_have_text(name)


def test_list_and_map_point_at_each_other(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    page = contexte(viewport={"width": 1280, "height": 900}).new_page()
    opened(page, f"{adresse}fr/{sortes['quartier']}")
    card = page.locator("main article[data-points]").first
    card.hover()
    assert page.locator(f"{MARQUE}.repere--designe").count() == len((card.get_attribute("data-points") or "").split())
    page.mouse.move(1, 1)
    expect(page.locator(f"{MARQUE}.repere--designe")).to_have_count(0)
    marker = alone(page).locator(f"{MARQUE}.repere").first
    marker.focus()
    expect(page.locator("main article.fiche--designee .fiche__mots")).to_have_text(
        (marker.get_attribute("aria-label") or "").rpartition(", ")[0]
    )


def test_the_first_record_is_pointed_at_as_any_other(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    page = contexte(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{adresse}fr/recherche/#theme=mediation-de-dettes&tri=nom&carte=1")
    page.wait_for_selector(MARQUE)
    items = page.locator("[data-resultats] li[data-rang]:has([data-points])")
    assert items.count() > 3
    for item in items.all()[:4]:
        item.hover()
        expect(page.locator(f"{MARQUE}.repere--designe")).not_to_have_count(0)


def test_a_minute_that_changes_nothing_takes_no_focus(page: Page, adresse: str) -> None:
    page.clock.install()
    page.goto(f"{adresse}fr/carte/#famille=me-soigner")
    page.wait_for_selector(MARQUE)
    marker = page.locator(MARQUE).first
    marker.focus()
    page.clock.run_for(130_000)
    expect(marker).to_be_focused()


def test_the_map_moves_by_buttons(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/carte/")
    page.wait_for_selector(PRETE)
    where = (
        "() => new DOMMatrix(getComputedStyle(document.querySelector('[data-carte] .leaflet-map-pane')).transform).m41"
    )
    before = page.evaluate(where)
    page.click("[aria-label=Approcher]")
    page.wait_for_timeout(500)
    page.click('[aria-label="Vers l\'est"]')
    page.wait_for_timeout(500)
    assert page.evaluate(where) < before - 50
    for _ in range(12):
        if page.locator("[aria-label=Reculer]").is_disabled():
            break
        page.click("[aria-label=Reculer]")
        page.wait_for_timeout(350)
    expect(page.locator("[aria-label=Reculer]")).to_be_disabled()
    page.click("text=Tout >> nth=-1")
    assert page.evaluate(MONTRES) > 150


def test_without_script_the_list_and_the_still_map_are_the_page(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{adresse}fr/carte/")
    expect(page.locator(".carte-quartier svg").first).to_be_visible()
    expect(page.locator("[data-region] [data-nombre]")).to_have_text(re.compile(r"\d+ organisations sur la carte"))
    expect(page.locator("[data-region] summary")).to_be_hidden()
    page.goto(f"{adresse}fr/{sortes['quartier']}")
    expect(page.locator(".plan-bloc button")).to_be_hidden()
    expect(page.locator(".carte-quartier svg").first).to_be_visible()


def test_a_map_that_does_not_come_says_so_and_may_be_asked_for_again(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    context = contexte()
    page = context.new_page()
    page.goto(f"{adresse}nl/{sortes['quartier']}")
    context.set_offline(True)
    page.click(".plan-bloc button")
    expect(page.locator(".plan-bloc [role=status]")).to_contain_text("De kaart")
    expect(page.locator(".carte-quartier svg").first).to_be_visible()
    context.set_offline(False)
    page.click(".plan-bloc button")
    page.wait_for_selector(PRETE)
    assert page.locator(MARQUE).count() > 0


def test_the_map_opens_from_a_folder(contexte: Callable[..., BrowserContext], site_cle_usb: Path) -> None:
    page = contexte().new_page()
    page.goto((site_cle_usb / "en" / "carte" / "index.html").as_uri())
    page.wait_for_selector(PRETE)
    assert page.evaluate(MONTRES) > 150


def test_paper_keeps_the_still_map(page: Page, adresse: str, sortes: dict[str, str]) -> None:
    opened(page, f"{adresse}fr/{sortes['quartier']}")
    expect(page.locator(".carte-quartier").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".carte-quartier").first).to_be_visible()
    expect(page.locator(".plan-bloc")).to_be_hidden()


def test_an_old_phone_opens_it(page: Page, adresse: str, sortes: dict[str, str]) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    opened(page, f"{adresse}fr/{sortes['theme']}")
    assert page.evaluate(MONTRES) > 3


@pytest.mark.parametrize("langue", ["fr", "nl", "en"])
def test_the_search_shows_on_a_map_all_that_it_found(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str
) -> None:
    context = contexte()
    asked = demandees(context)
    page = context.new_page()
    page.goto(f"{adresse}{langue}/recherche/#theme=mediation-de-dettes")
    page.wait_for_selector("html[data-recherche=prete]")
    assert [url for url in asked if "/plan-" in url] == []
    page.click(".plan-bloc button")
    page.wait_for_selector(PRETE)
    page.wait_for_selector(MARQUE)
    assert "carte=1" in page.url
    found = int(re.findall(r"\d+", page.locator("[data-nombre]").inner_text())[0])
    absent = int(re.findall(r"\d+", page.locator("[data-absents]").inner_text() or "0")[0])
    assert page.evaluate(MONTRES) >= found - absent > 3
    assert violations(page) == []
    marker = alone(page).locator(f"{MARQUE}.repere").first
    marker.press("Enter")
    expect(page.locator(".plan__choisis .fiche__contact").first).to_be_visible()
    page.click(".plan-bloc button >> nth=0")
    expect(page.locator("[data-carte]")).to_be_hidden()
    assert "carte=1" not in page.url
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {urlsplit(adresse).netloc}


def test_a_street_is_the_middle_of_the_map(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/#rue=Rue+de+Ribaucourt,+Molenbeek-Saint-Jean&carte=1")
    page.wait_for_selector("[data-carte] .repere-moi")
    assert page.locator("[data-carte] .plan__anneau").count() == 3
    frame = page.locator(".plan__carte").bounding_box()
    here = page.locator(".repere-moi").bounding_box()
    assert frame
    assert here
    assert abs(here["x"] + here["width"] / 2 - frame["x"] - frame["width"] / 2) < 5
    assert abs(here["y"] + here["height"] / 2 - frame["y"] - frame["height"] / 2) < 5


def test_filters_apply_to_the_map(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/#q=manger&carte=1")
    page.wait_for_selector(MARQUE)
    page.wait_for_selector("[data-filtres]:not([hidden])")
    before = page.evaluate(MONTRES)
    page.goto(f"{adresse}fr/recherche/#q=manger&carte=1&commune=molenbeek-saint-jean")
    page.wait_for_function(f"({MONTRES})() < {before}")
    found = int(re.findall(r"\d+", page.locator("[data-nombre]").inner_text())[0])
    assert 0 < page.evaluate(MONTRES) <= found
