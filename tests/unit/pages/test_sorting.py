from collections.abc import Callable

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.order import initial, sort_key
from carte_sociale.pages.lists import by_letter


def test_accents_and_capitals_do_not_count() -> None:
    assert sorted(["Zénith", "Écoute", "eau", "Etterbeek", "abri"], key=sort_key) == [
        "abri",
        "eau",
        "Écoute",
        "Etterbeek",
        "Zénith",
    ]


@pytest.mark.parametrize(
    ("name", "letter"), [("Écoute", "E"), ("« Le Refuge »", "L"), ("112", "#"), ("'t Eilandje", "T"), ("…", "#")]
)
def test_initial(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_names_sort_in_the_language_of_the_page(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(un={"nom": {"fr": "Zoé", "nl": "Abri"}}, deux={"nom": {"fr": "Abri", "nl": "Zoé"}})
    assert [e.id for e in atlas.par_nom(atlas.entrees, "fr")] == ["deux", "un"]
    assert [e.id for e in atlas.par_nom(atlas.entrees, "nl")] == ["un", "deux"]


def test_equal_names_sort_by_id(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(b={"nom": {"fr": "Même"}}, a={"nom": {"fr": "meme"}})
    assert [e.id for e in atlas.par_nom(reversed(atlas.entrees), "fr")] == ["a", "b"]


def test_letters_group_what_is_sorted(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={"nom": {"fr": "Écoute"}}, b={"nom": {"fr": "eau"}}, c={"nom": {"fr": "112"}})
    groups = by_letter(atlas.par_nom(atlas.entrees, "fr"), "fr")
    assert [(letter, [e.id for e in entrees]) for letter, entrees in groups] == [("#", ["c"]), ("E", ["b", "a"])]
