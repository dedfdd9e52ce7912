"""Line 35 of the requirements: bytes of a first view, nothing cached, compressed as servers do (gzip)."""

import gzip
from pathlib import Path
from statistics import median

import pytest

from carte_sociale import routes

from .lecture import Page, cible

BUDGETS = {
    "organisation": 15_000,
    "lieu-de-liens": 15_000,
    "accueil": 40_000,
    "quartier": 45_000,
    "rues": 60_000,
    **dict.fromkeys(("dispositif", "mutualisations", "projets", "rencontre", "rencontres", "reseau"), 45_000),
    "qui-fait-quoi": 45_000,
    "professionnels": 70_000,
}
STYLE = 8_000
REQUETES = 8


CHARGES = "//script/@src | //img/@src | //link[not(@rel='canonical' or @rel='alternate')]/@href"
"""What a first view asks for, beside the page itself."""


@pytest.fixture(scope="module")
def poids(site_web: Path) -> dict[str, int]:
    """Bytes on the wire of every asset, by its address."""
    folder = site_web / routes.RESSOURCES
    return {routes.RESSOURCES + path.name: _wire(path.read_bytes()) for path in folder.iterdir()}


def _wire(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


def _charges(page: Page) -> list[str]:
    return [cible(page, str(address))[0].lstrip("/") for address in page.xpath(CHARGES)]


def test_style_of_a_page(pages: list[Page], poids: dict[str, int]) -> None:
    """Every page but the style guide, which shows every component at once and is on no public site."""
    visited = [page for page in pages if page.sorte != "guide-de-style"]
    weights = {page: sum(poids[a] for a in _charges(page) if a.endswith(".css")) for page in visited}
    assert {page: weight for page, weight in weights.items() if weight > STYLE} == {}
    assert min(weights.values()) > 0


@pytest.mark.parametrize(("sorte", "budget"), BUDGETS.items())
def test_first_view_fits_the_budget(
    pages: list[Page], poids: dict[str, int], sorte: str, budget: int, record_property: pytest.FixtureRequest
) -> None:
    mine = [page for page in pages if page.sorte == sorte]
    weights = {page: _wire(page.brut.encode()) + sum(poids[a] for a in _charges(page)) for page in mine}
    assert weights
    record_property("mediane", median(weights.values()))
    record_property("maximum", max(weights.values()))
    assert {page: weight for page, weight in weights.items() if weight > budget} == {}


def test_requests_of_a_page(pages: list[Page]) -> None:
    """The page, its style, its icon, its script: no font, nothing else, nothing twice.

    The style guide, which shows every component at once, asks for more.
    """
    for page in pages:
        asked = _charges(page)
        assert 1 + len(asked) <= REQUETES or page.sorte == "guide-de-style", page
        assert len(set(asked)) == len(asked), page
        assert {Path(address).suffix for address in asked} <= {".css", ".js", ".svg"}, page


def test_no_folder_holds_what_nobody_asks_for(site_web: Path) -> None:
    """Sources of the theme and data of `content/_data` stay out of the output."""
    suffixes = {path.suffix for path in site_web.rglob("*") if path.is_file()}
    pages = {"", ".html", ".css", ".js", ".svg", ".xml", ".txt"}
    assert suffixes == pages | {".json", ".geojson", ".csv", ".xlsx", ".ics"}
    assert {path.name for path in site_web.iterdir()} == {
        "fr", "nl", "en", "papier", "data", "recherche", "ressources", "index.html", "404.html", "sitemap.xml",
        "robots.txt", "SHA256SUMS",
    }  # fmt: skip
