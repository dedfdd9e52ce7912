"""Which pages exist, and what each shows: one module a kind of page."""

from collections.abc import Iterator

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.prose import Prose
from carte_sociale.pages import (
    dispositifs,
    emergency,
    guide,
    home,
    lists,
    organisations,
    papier,
    quartiers,
    root,
    territories,
    themes,
    written,
)
from carte_sociale.pages.guide import Guide
from carte_sociale.pages.page import Page


def all_pages(atlas: Atlas, prose: tuple[Prose, ...], guide_de_style: Guide | None = None) -> Iterator[Page]:
    """Yield every page, those of one language together."""
    for langue in LANGUES_DU_SITE:
        yield from home.pages(atlas, langue)
        yield from organisations.pages(atlas, langue)
        yield from lists.pages(atlas, langue)
        yield from quartiers.pages(atlas, langue)
        yield from territories.pages(atlas, langue)
        yield from themes.pages(atlas, langue)
        yield from dispositifs.pages(atlas, langue)
        yield from emergency.pages(atlas, langue)
        yield from written.pages(atlas, prose, langue)
        if guide_de_style:
            yield from guide.pages(guide_de_style, langue)
    yield from papier.pages(atlas)
    yield from root.pages()
