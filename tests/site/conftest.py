"""The real site, built once, parsed once a worker; and the data it was made of."""

from pathlib import Path

import pytest

from .lecture import Page, lire

RACINE = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def pages(site_web: Path) -> list[Page]:
    return lire(site_web)


@pytest.fixture(scope="session")
def generales(pages: list[Page]) -> list[Page]:
    """Every page in a language."""
    return [page for page in pages if page.generale]


@pytest.fixture(scope="session")
def par_adresse(pages: list[Page]) -> dict[str, Page]:
    return {page.adresse: page for page in pages}
