from collections.abc import Callable
from dataclasses import replace

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.notices import notice_of
from carte_sociale.model.prose import Prose
from carte_sociale.pages.page import Page
from carte_sociale.pages.signature import signature

PAGE = Page("fr/a/", "fr", "prose", "pages/prose.html", {"x": 1})
TEXTE = Prose("fr", "a", "t", "d", "<p>x</p>")


@pytest.mark.parametrize(
    "change",
    [
        {"adresse": "fr/b/"},
        {"langue": "nl"},
        {"sorte": "accueil"},
        {"gabarit": "pages/accueil.html"},
        {"signalee": ("violence",)},
        {"jsonld": {"a": 1}},
        {"indexee": False},
        {"exemples": frozenset({"a"})},
        {"contexte": {"x": 2}},
        {"contexte": {"y": 1}},
        {"contexte": {"x": "1"}},
        {"contexte": {"x": [1]}},
        {"contexte": {"x": [[1], []]}},
        {"contexte": {"x": [[], [1]]}},
        {"contexte": {"x": {"a": 1}}},
        {"contexte": {"x": frozenset({1})}},
        {"contexte": {"x": TEXTE}},
        {"contexte": {"x": replace(TEXTE, html="<p>y</p>")}},
    ],
)
def test_whatever_a_page_is_made_of_counts(change: dict[str, object]) -> None:
    assert signature(replace(PAGE, **change)) != signature(PAGE)  # type: ignore[arg-type]
    assert signature(replace(PAGE, **change)) == signature(replace(PAGE, **change))  # type: ignore[arg-type]


def test_a_record_counts_by_its_file(atlas_of: Callable[..., Atlas[Entree]]) -> None:
    (entree,) = atlas_of(a={}).entrees
    pages = [replace(PAGE, contexte={"entrees": [notice_of(entree, mark)]}) for mark in (b"un", b"deux", b"un")]
    first, second, again = map(signature, pages)
    assert first == again != second
