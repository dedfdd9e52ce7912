"""Line 35 of the requirements: bytes of a first view, nothing cached, compressed as servers do (gzip)."""

import gzip
from pathlib import Path
from statistics import median

import pytest

from carte_sociale import routes

from .lecture import Page

BUDGETS = {"organisation": 15_000, "lieu-de-liens": 15_000, "accueil": 40_000, "quartier": 45_000}
STYLE = 8_000
REQUETES = 8


@pytest.fixture(scope="module")
def style(site_web: Path) -> bytes:
    (sheet,) = (site_web / routes.RESSOURCES).glob("*.css")
    return sheet.read_bytes()


def _wire(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


def test_style_sheet(style: bytes) -> None:
    assert _wire(style) <= STYLE


@pytest.mark.parametrize(("sorte", "budget"), BUDGETS.items())
def test_page_with_its_style_fits_the_budget(
    pages: list[Page], style: bytes, sorte: str, budget: int, record_property: pytest.FixtureRequest
) -> None:
    weights = {page: _wire(page.brut.encode()) + _wire(style) for page in pages if page.sorte == sorte}
    assert weights
    record_property("mediane", median(weights.values()))
    record_property("maximum", max(weights.values()))
    assert {page: weight for page, weight in weights.items() if weight > budget} == {}


def test_requests_of_a_page(pages: list[Page]) -> None:
    """The page, its style, its icon: nothing else, and no font."""
    loaded = "//script[@src] | //img | //link[not(@rel='canonical' or @rel='alternate')]"
    assert {1 + len(page.xpath(loaded)) for page in pages} == {3}
    assert REQUETES >= 3


def test_no_folder_holds_what_nobody_asks_for(site_web: Path) -> None:
    """Sources of the theme and data of `content/_data` stay out of the output."""
    suffixes = {path.suffix for path in site_web.rglob("*") if path.is_file()}
    assert suffixes == {".html", ".css", ".svg", ".xml", ".txt", ".json", ".geojson", ".csv"}
    assert {path.name for path in site_web.iterdir()} == {
        "fr", "nl", "en", "data", "ressources", "index.html", "404.html", "sitemap.xml", "robots.txt",
    }  # fmt: skip
