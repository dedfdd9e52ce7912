"""Pages that people wrote in Markdown."""

from collections.abc import Iterator

from carte_sociale.model.prose import Prose
from carte_sociale.pages.page import Page
from carte_sociale.routes import SEULES, address


def pages(prose: tuple[Prose, ...], langue: str) -> Iterator[Page]:
    """Yield the written pages of a language. ValueError where a Markdown file has no address in `routes`."""
    for text in prose:
        if text.langue == langue:
            yield Page(_address(text), langue, "prose", "pages/prose.html", {"prose": text})


def _address(text: Prose) -> str:
    if text.chemin not in SEULES:
        raise ValueError(f"content/{text.langue}/{text.chemin}.md : aucune adresse de ce nom")
    return address(text.chemin, text.langue)
