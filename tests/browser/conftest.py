"""A real Chromium, the real site, and one page of every kind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from ..robustesse.conftest import site_hostile  # noqa: F401
from .fond import monte, ouvre  # noqa: F401
from .installer import ouvrir
from .service import RACINE, servi
from .sortes import une_de_chaque


@pytest.fixture(scope="session")
def navigateur() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = ouvrir(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def adresse(site_web: Path) -> Iterator[str]:
    """Where the site is served; ends with `/`."""
    with servi(site_web) as url:
        yield url


@pytest.fixture(scope="session")
def adresse_racine(site_web: Path) -> Iterator[str]:
    """The site at the root of a host, where the 404 page knows its style sheet."""
    with servi(site_web, RACINE) as url:
        yield url


@pytest.fixture(scope="session")
def adresse_fictive(site_fictif: Path) -> Iterator[str]:
    """Where the site of the three invented records is served."""
    with servi(site_fictif) as url:
        yield url


@pytest.fixture(scope="session")
def sortes(site_web: Path) -> dict[str, str]:
    return une_de_chaque(site_web)


@pytest.fixture
def contexte(navigateur: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens contexts (viewport, scheme, script or not); they are closed at the end of the test."""
    opened: list[BrowserContext] = []

    def open_one(**options: object) -> BrowserContext:
        context = navigateur.new_context(**{"viewport": {"width": 360, "height": 640}, "locale": "fr-BE", **options})
        context.set_default_timeout(20_000)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def page(contexte: Callable[..., BrowserContext]) -> Page:
    """A page as wide as a small phone."""
    return contexte().new_page()


@pytest.fixture
def ailleurs(page: Page) -> None:
    """The site that the way out leads to answers `page` without a network."""
    page.context.route(
        "https://www.wikipedia.org/**", lambda route: route.fulfill(body="ailleurs", content_type="text/plain")
    )
