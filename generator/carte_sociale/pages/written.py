"""Pages that people wrote in Markdown, the glossary made of the vocabularies, and the list of comparisons."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.order import initial, sort_key
from carte_sociale.model.prose import Prose
from carte_sociale.model.vocabulary import Terme
from carte_sociale.pages.page import Page
from carte_sociale.routes import KINDS, address

_COMPARISONS = "comparaisons/"
_THEMES = "themes"
_GLOSSARY = (_THEMES, "natures", "dispositifs_types")
"""Vocabularies of the glossary; two of them may use one id, so an anchor names both."""


def pages(atlas: Atlas[Any], prose: tuple[Prose, ...], langue: str) -> Iterator[Page]:
    """Yield the written pages of a language. ValueError where a Markdown file has no address in `routes`."""
    mine = [text for text in prose if text.langue == langue]
    comparisons = [text for text in mine if text.chemin.startswith(_COMPARISONS)]
    for text in mine:
        yield Page(_address(text), langue, "prose", "pages/prose.html", {"prose": text})
    yield Page(
        address("comparaisons", langue),
        langue,
        "comparaisons",
        "pages/comparaisons.html",
        {"comparaisons": sorted(((t, _slug(t)) for t in comparisons), key=lambda pair: sort_key(pair[0].titre))},
    )
    named = ((name, term) for name in _GLOSSARY for term in atlas.donnees.vocabulaires[name])
    terms = sorted(
        ((f"{name}-{term.id}", term) for name, term in named),
        key=lambda pair: (sort_key((pair[1].terme or pair[1].label)[langue]), pair[0]),
    )
    words = {"termes_du_glossaire": terms, "lettres": _by_letter(terms, langue), "themes": _THEMES}
    yield Page(address("glossaire", langue), langue, "glossaire", "pages/glossaire.html", words)


def _by_letter(terms: list[tuple[str, Terme]], langue: str) -> list[tuple[str, list[tuple[str, Terme]]]]:
    """Terms already sorted, under their first letter, with their anchors."""
    return [
        (letter, list(found))
        for letter, found in groupby(terms, key=lambda pair: initial((pair[1].terme or pair[1].label)[langue]))
    ]


def _slug(text: Prose) -> str:
    return text.chemin.removeprefix(_COMPARISONS)


def _address(text: Prose) -> str:
    if text.chemin.startswith(_COMPARISONS):
        return address("comparaison", text.langue, _slug(text))
    if text.chemin not in KINDS:
        raise ValueError(f"content/{text.langue}/{text.chemin}.md : aucune adresse de ce nom")
    return address(text.chemin, text.langue)
