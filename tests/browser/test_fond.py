"""The background of the map in a real browser, and a deployer's streets: nothing is asked of another site before a yes.

The map is a page of these tests: its scripts and its sheet are the theme's, bundled as for the site.
"""

import json
import shutil
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zlib import compress, crc32

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from carte_sociale.horaires import Feries
from carte_sociale.model.territory import Territoire
from carte_sociale.rendering.assets import Assets, gather_assets
from carte_sociale.rendering.places import theme_folder
from carte_sociale.search.background import background

from .service import RACINE, servi

SCRIPT = """
import * as L from "leaflet";
import { poserFond } from "../components/plan/fond.js";
import { proposerRues } from "../components/plan/tuiles.js";
const element = document.querySelector("[data-carte]");
const carte = L.map(element, { zoomAnimation: false, fadeAnimation: false }).setView([50.8503, 4.3517], 14);
window.carte = carte;
const lienQuartier = (slug) => `quartiers/${slug}/`;
const fond = window.fond = poserFond(L, carte, DONNEES, { langue: CARTE.langue, lienQuartier });
if (element.dataset.rues) proposerRues(L, carte, fond, JSON.parse(element.dataset.rues));
element.dataset.carte = "prete";
"""
PAGE = """<!doctype html>
<html lang="{langue}"><head><meta charset="utf-8"><title>Essai</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:{images}">
<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">
<link rel="stylesheet" href="{commune}"><link rel="stylesheet" href="{plan}"><link rel="stylesheet" href="page.css">
<script defer src="donnees.js"></script><script defer src="{script}"></script>
</head><body><main><div data-carte=""{rues}></div></main></body></html>
"""
MOTS = {
    "fr": ("Afficher les rues", "Oui", "Non", "Cacher les rues", "La carte garde son dessin."),
    "nl": ("Straten tonen", "Ja", "Nee", "Straten verbergen", "De kaart behoudt haar eigen tekening."),
    "en": ("Show streets", "Yes", "No", "Hide streets", "The map keeps its own drawing."),
}
QUI = {"qui": "l'association Exemple", "langue": "fr", "attribution": "© <i>Exemple</i>", "zoom_max": 19}


def picture() -> bytes:
    """A red PNG of one pixel, which the browser draws as large as a tile."""

    def part(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc32(kind + content))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", compress(b"\0\xff\0\0")) + part(b"IEND", b"")


class Tuiles:
    """A tile server of somebody else, which remembers what it was asked."""

    def __init__(self) -> None:
        self.demandes: list[tuple[str, dict[str, str]]] = []
        self.statut = 200
        self.adresse = ""


@contextmanager
def serveur_de_tuiles() -> Iterator[Tuiles]:
    tuiles = Tuiles()

    class Reponse(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            tuiles.demandes.append((self.path, dict(self.headers)))
            self.send_response(tuiles.statut)
            self.send_header("Content-Type", "image/png")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Set-Cookie", "suivi=1; Max-Age=1000")
            self.end_headers()
            self.wfile.write(picture() if tuiles.statut == 200 else b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Reponse)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    tuiles.adresse = f"http://127.0.0.1:{server.server_port}"
    try:
        yield tuiles
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def tuiles() -> Iterator[Tuiles]:
    with serveur_de_tuiles() as server:
        yield server


@pytest.fixture(scope="module")
def monte(tmp_path_factory: pytest.TempPathFactory, territoire_reel: Territoire) -> tuple[Path, dict[str, Assets]]:
    """A folder with all that the page loads: what the theme bundles, with a script of these tests, and the data."""
    racine = tmp_path_factory.mktemp("plan")
    shutil.copytree(theme_folder(), racine / "theme")
    (racine / "node_modules").symlink_to(theme_folder().parent / "node_modules")
    (racine / "theme" / "scripts" / "essai.js").write_text(SCRIPT, encoding="utf-8")
    assets, files = gather_assets(racine / "theme", Feries(date(2026, 1, 1), date(2026, 12, 31), {}, {}))
    for name, content in files.items():
        (racine / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (racine / "site" / name).write_bytes(content)
    (racine / "site" / "page.css").write_text("body { margin: 0 } [data-carte] { block-size: 100vh }", encoding="utf-8")
    (racine / "site" / "donnees.js").write_bytes(b"window.DONNEES=" + background(territoire_reel))
    return racine / "site", assets


Ouvre = Callable[..., Page]


@pytest.fixture
def ouvre(monte: tuple[Path, dict[str, Assets]], contexte: Callable[..., BrowserContext]) -> Iterator[Ouvre]:
    """Opens the page, served or from the folder; `images` is what its policy allows, `demandes` what it asks."""
    folder, assets = monte
    with servi(folder, RACINE) as served:

        def open_page(
            rues: dict[str, Any] | None = None,
            images: str = "",
            langue: str = "fr",
            context: BrowserContext | None = None,
            demandes: list[str] | None = None,
            adresse: str = served,
        ) -> Page:
            told = {**rues, "script": assets[langue].scripts["rues"]} if rues else None
            text = PAGE.format(
                langue=langue,
                images=f" {images}" if images else "",
                commune=assets[langue].feuilles["carte"],
                plan=assets[langue].feuilles["plan"],
                script=assets[langue].scripts["essai"],
                rues=f' data-rues="{escape(json.dumps(told))}"' if told else "",
            )
            (folder / "index.html").write_text(text, encoding="utf-8")
            page = (context or contexte(viewport={"width": 800, "height": 600})).new_page()
            if demandes is not None:
                page.on("request", lambda request: demandes.append(request.url))
            page.goto(f"{adresse}index.html")
            expect(page.locator("[data-carte=prete]")).to_be_visible()
            return page

        yield open_page


def colours(page: Page, volet: str = "fond") -> set[tuple[int, ...]]:
    """The colours of the canvas of a pane."""
    found = page.evaluate(
        """(volet) => {
          const toile = document.querySelector(`.leaflet-${volet}-pane canvas`);
          const { data } = toile.getContext("2d").getImageData(0, 0, toile.width, toile.height);
          const couleurs = new Set();
          for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) couleurs.add(data.slice(i, i + 3).join());
          return [...couleurs];
        }""",
        volet,
    )
    return {tuple(map(int, colour.split(","))) for colour in found}


ICI, PARC, CANAL = (255, 254, 250), (211, 228, 195), (146, 188, 214)
"""Of the light scheme: `--carte-ici`, `--carte-parc`, `--carte-canal` (couleurs-carte.css)."""
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


# --- a deployer's streets: a tile server ----------------------------------------------------------------------------


@pytest.mark.parametrize("langue", MOTS)
def test_nothing_is_asked_of_the_server_before_a_yes_nor_after_a_reload(
    ouvre: Ouvre, tuiles: Tuiles, langue: str
) -> None:
    montrer, oui, _, cacher, _ = MOTS[langue]
    rues = {"adresse": f"{tuiles.adresse}/{{z}}/{{x}}/{{y}}.png", **QUI}
    asked: list[str] = []
    page = ouvre(rues, tuiles.adresse, langue, demandes=asked)
    page.get_by_role("button", name=montrer).click()
    question = page.get_by_role("group")
    expect(question).to_contain_text("l'association Exemple")
    expect(question).to_be_focused()
    expect(page.get_by_role("button", name=montrer)).to_be_hidden()
    assert question.locator("[lang=fr]").text_content() == "l'association Exemple"
    page.wait_for_timeout(300)
    assert tuiles.demandes == []
    question.get_by_role("button", name=oui, exact=True).click()
    expect(page.locator("img.leaflet-tile-loaded").nth(5)).to_be_visible()
    expect(page.get_by_role("button", name=cacher)).to_be_focused()
    other = {urlsplit(url).netloc for url in asked} - {urlsplit(page.url).netloc}
    assert other == {urlsplit(tuiles.adresse).netloc}
    assert len(tuiles.demandes) >= 6
    assert {path.count("/") for path, _ in tuiles.demandes} == {3}
    for _, headers in tuiles.demandes:
        assert "Referer" not in headers
        assert "Cookie" not in headers
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("© <i>Exemple</i>")
    assert page.context.cookies() == []
    page.get_by_role("button", name=cacher).click()
    assert page.locator("img.leaflet-tile").count() == 0
    before = len(tuiles.demandes)
    page.reload()
    expect(page.get_by_role("button", name=montrer)).to_be_visible()
    page.evaluate("carte.panBy([200, 100], { animate: false })")
    page.wait_for_timeout(300)
    assert len(tuiles.demandes) == before
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.parametrize("comment", ["bouton", "clavier"])
def test_a_no_sends_nothing_and_the_question_may_come_again(ouvre: Ouvre, tuiles: Tuiles, comment: str) -> None:
    montrer, _, non, _, _ = MOTS["fr"]
    page = ouvre({"adresse": f"{tuiles.adresse}/{{z}}/{{x}}/{{y}}.png", **QUI}, tuiles.adresse)
    button = page.get_by_role("button", name=montrer)
    for _ in range(2):
        button.focus()
        page.keyboard.press("Enter")
        question = page.get_by_role("group")
        expect(question).to_be_focused()
        if comment == "clavier":
            page.keyboard.press("Escape")
        else:
            question.get_by_role("button", name=non, exact=True).click()
        expect(question).to_be_hidden()
        expect(button).to_be_focused()
    page.wait_for_timeout(300)
    assert tuiles.demandes == []
    assert page.locator("img.leaflet-tile").count() == 0


@pytest.mark.parametrize("langue", MOTS)
def test_a_server_that_is_down_is_said_and_the_drawing_stays(ouvre: Ouvre, tuiles: Tuiles, langue: str) -> None:
    montrer, oui, _, _, reste = MOTS[langue]
    tuiles.statut = 503
    page = ouvre({"adresse": f"{tuiles.adresse}/{{z}}/{{x}}/{{y}}.png", **QUI}, tuiles.adresse, langue)
    page.get_by_role("button", name=montrer).click()
    page.get_by_role("button", name=oui, exact=True).click()
    expect(page.get_by_role("status")).to_contain_text(reste)
    expect(page.get_by_role("button", name=montrer)).to_be_visible()
    assert page.locator("img.leaflet-tile").count() == 0
    assert ICI in colours(page)
    assert tuiles.demandes != []


def test_the_policy_alone_stops_a_server_that_was_not_set(ouvre: Ouvre, tuiles: Tuiles) -> None:
    page = ouvre({"adresse": f"{tuiles.adresse}/{{z}}/{{x}}/{{y}}.png", **QUI})
    page.get_by_role("button", name="Afficher les rues").click()
    page.get_by_role("button", name="Oui", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("La carte garde son dessin.")
    assert tuiles.demandes == []


# --- a deployer's streets: a file of the same site ------------------------------------------------------------------


def varint(number: int) -> bytes:
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def pmtiles() -> bytes:
    """The smallest PMTiles file of version 3: one empty vector tile, at zoom 0."""
    tile = b"\x1a\x0d" + b"\x0a\x05earth" + b"\x28\x80\x20" + b"\x78\x02"  # a layer "earth" of 4096, with nothing in it
    folder = varint(1) + varint(0) + varint(1) + varint(len(tile)) + varint(1)
    metadata = b"{}"
    root, meta = 127, 127 + len(folder)
    data = meta + len(metadata)
    offsets = [root, len(folder), meta, len(metadata), data, 0, data, len(tile)]
    head = b"PMTiles\x03" + struct.pack("<8Q", *offsets) + struct.pack("<3Q", 1, 1, 1)
    head += bytes([1, 1, 1, 1, 0, 0])  # clustered, nothing compressed, vector tiles, zoom 0 to 0
    head += (
        struct.pack("<4i", -1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000) + b"\0" + struct.pack("<2i", 0, 0)
    )
    assert len(head) == 127
    return head + folder + metadata + tile


def test_a_file_of_the_same_site_is_read_on_a_press_without_a_question(
    ouvre: Ouvre, monte: tuple[Path, dict[str, Assets]]
) -> None:
    (monte[0] / "b.pmtiles").write_bytes(pmtiles())
    asked: list[str] = []
    page = ouvre({"pmtiles": "b.pmtiles"}, demandes=asked)
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    assert not [url for url in asked if "rues" in url or "pmtiles" in url]
    page.get_by_role("button", name="Afficher les rues").click()
    expect(page.get_by_role("button", name="Cacher les rues")).to_be_visible()
    expect(page.locator("canvas.leaflet-tile-loaded").first).to_be_visible()
    assert page.get_by_role("group").count() == 0
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(page.url).netloc}
    assert [url for url in asked if url.endswith("/b.pmtiles")] != []
    assert errors == []
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("Protomaps")


@pytest.mark.parametrize("langue", MOTS)
def test_a_file_that_is_not_there_is_said_and_the_drawing_stays(ouvre: Ouvre, langue: str) -> None:
    montrer, _, _, _, reste = MOTS[langue]
    page = ouvre({"pmtiles": "absent.pmtiles"}, langue=langue)
    page.get_by_role("button", name=montrer).click()
    expect(page.get_by_role("status")).to_contain_text(reste)
    expect(page.get_by_role("button", name=montrer)).to_be_enabled()
    assert ICI in colours(page)


def test_from_a_folder_the_background_is_drawn_and_the_file_cannot_be_read(
    ouvre: Ouvre, monte: tuple[Path, dict[str, Assets]]
) -> None:
    (monte[0] / "b.pmtiles").write_bytes(pmtiles())
    page = ouvre({"pmtiles": "b.pmtiles"}, adresse=f"{monte[0].as_uri()}/")
    page.get_by_role("button", name="Afficher les rues").click()
    expect(page.get_by_role("status")).to_contain_text("La carte garde son dessin.")
    assert page.locator("canvas").count() == 1
