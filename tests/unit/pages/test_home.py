"""The home page asks residents what they need."""

from collections.abc import Callable

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages import home
from carte_sociale.pages.themes import ORIENTATION, families


def test_home_shows_every_family_but_that_of_professionals(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={})
    (page,) = home.pages(atlas, "fr")
    shown = [famille.terme.id for famille in page.contexte["familles"]]
    every = [famille.terme.id for famille in families(atlas)]
    assert home.PROFESSIONNELS in every
    assert shown == [id_ for id_ in every if id_ != home.PROFESSIONNELS]


def test_last_tile_is_for_those_who_do_not_know(atlas_of: Callable[..., Atlas]) -> None:
    (page,) = home.pages(atlas_of(a={}), "fr")
    assert page.contexte["orientation"].id == ORIENTATION
