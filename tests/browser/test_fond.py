"""The background of the map in a real browser: drawn in the colours of the page, asked of nobody."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from carte_sociale.model.territory import Territoire

from .fond import CANAL, ICI, PARC, Ouvre, colours

BORD, STATION = (51, 66, 79), (75, 87, 99)
ICI_SOMBRE = (47, 56, 61)


def test_background_is_drawn_in_the_colours_of_the_scheme_and_follows_it(ouvre: Ouvre) -> None:
    page = ouvre()
    assert {ICI, PARC, CANAL} <= colours(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(100)
    assert ICI_SOMBRE in colours(page)
    assert ICI not in colours(page)


def test_outlines_over_streets_are_drawn_each_time_they_are_shown(ouvre: Ouvre) -> None:
    page = ouvre()
    for _ in range(2):
        page.evaluate("fond.bords(true)")
        assert BORD in colours(page, "bords")
        page.evaluate("fond.bords(false)")
        assert page.locator("canvas").count() == 1


def test_things_are_drawn_where_the_map_puts_their_place(ouvre: Ouvre, territoire_reel: Territoire) -> None:
    page = ouvre()
    points = [(lat, lon) for lon, lat in (r.point for r in territoire_reel.reperes if r.point)]
    for zoom, move in ((14, [0, 0]), (15, [120, -90]), (16, [-500, 300])):
        page.evaluate("([zoom, move]) => carte.setZoom(zoom).panBy(move, { animate: false })", [zoom, move])
        seen = page.evaluate(
            """(points) => {
              const toile = document.querySelector(".leaflet-fond-pane canvas");
              const { x: x0, y: y0 } = toile.getBoundingClientRect();
              const { x: x1, y: y1, width, height } = carte.getContainer().getBoundingClientRect();
              const places = points.map((point) => carte.latLngToContainerPoint(point));
              const seule = (place) => places.filter((other) => place.distanceTo(other) < 12).length === 1;
              const vue = ({ x, y }) => x > 4 && y > 4 && x < width - 4 && y < height - 4;
              const dessin = toile.getContext("2d");
              const teinte = ({ x, y }) => dessin.getImageData(x + x1 - x0, y + y1 - y0, 1, 1).data.join();
              return places.filter(vue).filter(seule).map(teinte);
            }""",
            points,
        )
        assert set(seen) == {",".join(map(str, (*STATION, 255)))}
        assert len(seen) >= 2


def test_background_asks_nobody_and_leaves_nothing(ouvre: Ouvre) -> None:
    asked: list[str] = []
    page = ouvre(demandes=asked)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(300)
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(page.url).netloc}
    assert len(asked) == 6
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    assert page.locator(".leaflet-control-container a[href^=http]").count() == 0
    credit = page.locator(".leaflet-control-attribution")
    expect(credit).to_have_text(
        "Leaflet | © les contributeurs d'OpenStreetMap (ODbL) ; quartiers : IBSA, UrbIS (Paradigm)"
    )
    expect(page.locator(".leaflet-control-scale-line")).to_have_text("500 m")


def test_background_is_not_read_aloud(ouvre: Ouvre) -> None:
    page = ouvre()
    assert page.locator("canvas").count() == page.locator("canvas[aria-hidden=true]").count() == 1
    assert "Anneessens" not in page.locator("[data-carte]").aria_snapshot()


@pytest.mark.parametrize(("langue", "nom"), [("fr", "Grand Place"), ("nl", "Grote Markt"), ("en", "Grand Place")])
def test_a_click_on_a_quartier_offers_its_page(ouvre: Ouvre, langue: str, nom: str) -> None:
    page = ouvre(langue=langue)
    x, y = page.evaluate("(() => { const p = carte.latLngToContainerPoint([50.8467, 4.3525]); return [p.x, p.y]; })()")
    page.mouse.click(x, y)
    link = page.locator(".leaflet-popup a")
    expect(link).to_have_text(nom)
    assert link.get_attribute("href") == "quartiers/grand-place/"
    page.keyboard.press("Escape")
    page.evaluate("carte.setView([50.70, 4.35], 14, { animate: false })")
    page.mouse.click(400, 300)
    page.wait_for_timeout(100)
    assert page.locator(".leaflet-popup").count() == 0


def test_a_small_move_asks_for_no_new_drawing_and_a_large_one_shows_no_hole(ouvre: Ouvre) -> None:
    page = ouvre()
    page.evaluate(
        """() => {
          window.dessins = 0;
          const fond = Object.values(carte._layers).find((couche) => couche.redessiner);
          const avant = fond.redessiner;
          fond.redessiner = function () { window.dessins += 1; avant.call(this); };
        }"""
    )
    page.mouse.move(400, 300)
    page.mouse.down()
    page.mouse.move(340, 280, steps=6)
    page.mouse.up()
    page.wait_for_timeout(400)
    assert page.evaluate("dessins") == 0
    page.mouse.move(700, 300)
    page.mouse.down()
    page.mouse.move(100, 300, steps=12)
    box = page.locator(".leaflet-fond-pane canvas").bounding_box()
    page.mouse.up()
    assert box
    assert box["x"] <= 0
    assert box["x"] + box["width"] >= 800
    assert 1 <= page.evaluate("dessins") <= 6
