"""Home: the need first."""

from collections.abc import Iterator
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages.nearby import communes_and_quartiers
from carte_sociale.pages.page import Page
from carte_sociale.pages.themes import ORIENTATION, families
from carte_sociale.routes import address

PROFESSIONNELS = "professionnels"
"""Family that residents do not look for: professionals find it in the menu."""


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the home page of a language."""
    yield Page(
        address("accueil", langue),
        langue,
        "accueil",
        "pages/accueil.html",
        {
            "familles": [f for f in families(atlas) if f.terme.id != PROFESSIONNELS],
            "orientation": atlas.donnees.vocabulaires["themes"].get(ORIENTATION),
            "communes": communes_and_quartiers(atlas, langue),
        },
    )
