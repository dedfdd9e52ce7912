"""Emergency: who to call, in which order."""

from collections.abc import Iterator
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages.page import Page
from carte_sociale.routes import address


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the emergency page of a language; it speaks of violence, so it offers a quick exit."""
    yield Page(
        address("urgence", langue),
        langue,
        "urgence",
        "pages/urgence.html",
        {"groupes": atlas.lignes_d_aide},
        signalee=("violence",),
    )
