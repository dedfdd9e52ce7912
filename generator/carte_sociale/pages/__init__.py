"""Which pages exist, and what each shows: one module a kind of page."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.ties import Liens
from carte_sociale.model.prose import Prose
from carte_sociale.pages import (
    carte,
    comparaisons,
    coverage,
    dispositifs,
    emergency,
    fundings,
    glossaire,
    guide,
    home,
    liste,
    lists,
    network,
    organisations,
    papier,
    professionals,
    quartiers,
    recherche,
    root,
    tables,
    territories,
    themes,
    ties,
    written,
)
from carte_sociale.pages.guide import Guide
from carte_sociale.pages.page import Page
from carte_sociale.search.files import Index


def pages_of_record(atlas: Atlas[Any], entree: Entree, liens: Liens[Any]) -> Iterator[Page]:
    """Yield the pages of one record: one a language, and its sheet of paper."""
    for langue in atlas.langues:
        yield organisations.record_page(atlas, entree, langue, liens)
    yield papier.sheet(atlas, entree)


def shared_pages(
    atlas: Atlas[Any],
    prose: tuple[Prose, ...],
    guide_de_style: Guide | None,
    index: Mapping[str, Index] = MappingProxyType({}),
) -> Iterator[Page]:
    """Yield every page that is not a record's, those of one language together.

    `index` names the files of the search by language; without it, the search and the kept list lead by lists only,
    and maps stand still.
    """
    for langue in atlas.langues:
        yield from _pages_in(atlas, prose, guide_de_style, langue, index.get(langue))
    yield from root.pages()


def _pages_in(
    atlas: Atlas[Any], prose: tuple[Prose, ...], guide_de_style: Guide | None, langue: str, index: Index | None
) -> Iterator[Page]:
    plan = index.communs if index else None
    yield from home.pages(atlas, langue)
    yield from organisations.redirections(atlas, langue)
    yield from lists.pages(atlas, langue)
    yield from tables.pages(atlas, langue)
    yield from quartiers.pages(atlas, langue, plan)
    yield from territories.pages(atlas, langue)
    yield from themes.pages(atlas, langue, plan)
    yield from dispositifs.pages(atlas, langue)
    yield from professionals.pages(atlas, langue)
    yield from coverage.pages(atlas, langue)
    yield from network.pages(atlas, langue)
    yield from fundings.pages(atlas, langue)
    yield from ties.pages(atlas, langue)
    yield from emergency.pages(atlas, langue)
    yield recherche.page(atlas, langue, index)
    yield liste.page(langue, index)
    yield carte.page(atlas, langue, index)
    yield from written.pages(prose, langue)
    yield from comparaisons.pages(atlas, langue)
    yield from glossaire.pages(atlas, langue)
    if guide_de_style:
        yield from guide.pages(guide_de_style, langue)
