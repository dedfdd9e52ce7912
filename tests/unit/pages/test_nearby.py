"""Communes that touch, and the quartiers under each: on the project's own territory."""

from collections.abc import Callable

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages.nearby import communes_and_quartiers, touching_communes


def test_communes_that_touch(atlas_of: Callable[..., Atlas]) -> None:
    touching = {slug: [c.slug for c in near] for slug, near in touching_communes(atlas_of(), "fr").items()}
    assert touching["evere"] == ["bruxelles", "schaerbeek", "woluwe-saint-lambert"]
    assert touching["saint-josse-ten-noode"] == ["bruxelles", "schaerbeek"]
    assert len(touching) == 19
    assert all(touching.values())


def test_touching_goes_both_ways_and_follows_the_language(atlas_of: Callable[..., Atlas]) -> None:
    touching = touching_communes(atlas_of(), "nl")
    assert all(slug in {c.slug for c in touching[near.slug]} for slug, found in touching.items() for near in found)
    assert [c.nom["nl"] for c in touching["ixelles"]][:3] == ["Brussel", "Etterbeek", "Oudergem"]


def test_a_quartier_across_two_communes_stands_under_both(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of()
    listed = {commune.slug: quartiers for commune, quartiers in communes_and_quartiers(atlas, "fr")}
    across = next(q for q in atlas.donnees.territoire.quartiers if q.habite and len(q.communes) > 1)
    assert all(across in listed[slug] for slug, _ in across.communes)


def test_only_quartiers_where_people_live(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of()
    listed = {q.code for _, quartiers in communes_and_quartiers(atlas, "fr") for q in quartiers}
    assert listed == {q.code for q in atlas.donnees.territoire.quartiers if q.habite}
    assert len(listed) == 118
