"""A deployer's streets over the background of the map: nothing is asked of another site before a yes."""

import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit
from zlib import compress, crc32

import pytest
from playwright.sync_api import expect

from carte_sociale.rendering.assets import Assets

from .fond import ICI, Ouvre, colours

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
