"""A record on one sheet of paper, in French and Dutch side by side, for a desk, a waiting room, a pocket.

It stands outside the languages, and search engines are told to leave it: the record's own pages are what they find.
"""

from typing import Any

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.pages.page import Page


def sheet(atlas: Atlas[Any], entree: Entree) -> Page:
    """Return the sheet of a record."""
    return Page(
        routes.papier(entree.id),
        "",
        "papier",
        "pages/papier.html",
        {"entree": entree, "fiche": entree.fiche},
        signalee=atlas.signales(entree),
        indexee=False,
    )
