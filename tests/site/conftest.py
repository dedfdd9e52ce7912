"""The real site, built once, parsed once a worker; and the data it was made of."""

from pathlib import Path

import pytest

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.loading.project import read_project

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


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """What the site was made of."""
    return build_atlas(read_project(RACINE))
