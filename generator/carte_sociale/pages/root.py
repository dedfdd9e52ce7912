"""The two pages outside the languages: the choice of one, and the page that is not there."""

from collections.abc import Iterator

from carte_sociale import routes
from carte_sociale.pages.page import Page


def pages() -> Iterator[Page]:
    """Yield the language choice and the 404 page; both speak the three languages at once."""
    yield Page(routes.CHOIX_DE_LANGUE, "", "langues", "pages/langues.html")
    yield Page(routes.INTROUVABLE, "", "introuvable", "pages/introuvable.html", indexee=False)
