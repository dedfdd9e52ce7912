"""Home: the need first."""

from collections.abc import Iterator

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import places_by_name
from carte_sociale.pages.themes import families
from carte_sociale.routes import address

PROFESSIONNELS = "professionnels"
"""Family that residents do not look for: professionals find it in the menu."""


def pages(atlas: Atlas, langue: str) -> Iterator[Page]:
    """Yield the home page of a language."""
    communes = places_by_name(atlas.donnees.territoire.communes, langue)
    yield Page(
        address("accueil", langue),
        langue,
        "accueil",
        "pages/accueil.html",
        {"familles": [f for f in families(atlas) if f.terme.id != PROFESSIONNELS], "communes": communes},
    )
