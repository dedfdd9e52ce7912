"""The glossary: every word with its definition, and a page each for the main ones."""

from collections.abc import Iterator
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.glossary import by_letter
from carte_sociale.model.mot import Mot
from carte_sociale.model.renvoi import Renvoi
from carte_sociale.pages.linked import link_to
from carte_sociale.pages.page import Page
from carte_sociale.routes import address

_WITHOUT_PAGE = ("nature", "type")
"""Sorts of links that lead to no page: records of a nature are listed in the page of the word."""


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the glossary and the page of each of its main words."""
    lines = atlas.glossaire.definitions(atlas.donnees.vocabulaires, langue)
    yield Page(
        address("glossaire", langue),
        langue,
        "glossaire",
        "pages/glossaire.html",
        {"lettres": by_letter(lines), "nombre": len(lines), "cites": sum(1 for line in lines if line.sources)},
    )
    for mot in atlas.glossaire.mots.values():
        if mot.page:
            yield _word(atlas, mot, langue)


def _word(atlas: Atlas[Any], mot: Mot, langue: str) -> Page:
    links: list[Renvoi] = [*mot.est, *mot.voir]
    natures = [link.id for link in links if link.sorte == "nature"]
    records = atlas.par_nom((entree for nature in natures for entree in atlas.par_nature[nature]), langue)
    return Page(
        address("mot", langue, mot.id),
        langue,
        "mot",
        "pages/mot.html",
        {
            "mot": mot,
            "voir": [link_to(atlas, link, langue) for link in links if link.sorte not in _WITHOUT_PAGE],
            "entrees": records,
        },
    )
