"""A list of places that somebody keeps in the address of this page: compared, printed, sent, called in turn.

Its address says the whole list behind `#`, which no browser sends; so the page is the same for everybody, and search
engines are told to leave it.
"""

from carte_sociale.pages.page import Page
from carte_sociale.routes import address
from carte_sociale.search.files import Index


def page(langue: str, index: Index | None) -> Page:
    """Return the page of a language; without an index it leads by lists only."""
    return Page(address("liste", langue), langue, "liste", "pages/liste.html", {"index": index}, indexee=False)
