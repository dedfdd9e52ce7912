"""Roofs near a quartier: within a walk of its border, else the nearest; whoever has no place is near nobody."""

from collections.abc import Callable
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.coverage import DETOUR, MARCHE
from carte_sociale.atlas.geometry import METRES_PAR_DEGRE_LAT
from carte_sociale.atlas.roofs import roofs, roofs_near


def at(lat: float, lon: float, nature: str = "cssi", **parts: Any) -> dict[str, Any]:
    place = {"lat": lat, "lon": lon, "precision": "adresse", "origine": "source"}
    return {"nature": nature, "lieux": [{"id": "l", "forme": "adresse", "position": place}], **parts}


def near(atlas: Atlas[Any]) -> list[tuple[str, int]]:
    matonge = atlas.donnees.territoire.quartier_par_slug("matonge")
    assert matonge is not None
    found = roofs_near(roofs(atlas.entrees), matonge.code, atlas.index)
    return [(toit.entree.id, toit.metres) for toit in found]


def test_desks_or_the_nature_make_a_roof(atlas_of: Callable[..., Atlas[Any]]) -> None:
    lat, lon = middle(atlas_of)
    desks = at(lat, lon, "maison-medicale", guichets=[{"fiche": "seule"}])
    atlas = atlas_of(centre=at(lat, lon), accueils=desks, seule=at(lat, lon, "maison-medicale"))
    assert near(atlas) == [("accueils", 0), ("centre", 0)]


def test_within_a_walk_all_of_them_the_nearest_first(atlas_of: Callable[..., Atlas[Any]]) -> None:
    lat, lon = north(atlas_of)
    step = MARCHE / DETOUR / METRES_PAR_DEGRE_LAT
    atlas = atlas_of(a=at(lat + 0.9 * step, lon), b=at(lat + 0.5 * step, lon), c=at(lat + 1.2 * step, lon))
    (first, metres), (second, _) = near(atlas)
    assert (first, second) == ("b", "a")
    assert abs(metres - MARCHE / 2) < 10


def test_beyond_a_walk_the_nearest_alone(atlas_of: Callable[..., Atlas[Any]]) -> None:
    lat, lon = north(atlas_of)
    step = MARCHE / DETOUR / METRES_PAR_DEGRE_LAT
    ((id_, metres),) = near(atlas_of(a=at(lat + 3 * step, lon), b=at(lat + 2 * step, lon)))
    assert id_ == "b"
    assert metres > MARCHE


def test_whoever_has_no_known_place_is_near_nobody(atlas_of: Callable[..., Atlas[Any]]) -> None:
    assert near(atlas_of(a={"nature": "cssi"})) == []


def middle(atlas_of: Callable[..., Atlas[Any]]) -> tuple[float, float]:
    atlas = atlas_of()
    matonge = atlas.donnees.territoire.quartier_par_slug("matonge")
    assert matonge is not None
    return atlas.index.middle(matonge.code)


def north(atlas_of: Callable[..., Atlas[Any]]) -> tuple[float, float]:
    """The northernmost point of Matonge, degrees WGS 84."""
    matonge = atlas_of().donnees.territoire.quartier_par_slug("matonge")
    assert matonge is not None
    lon, lat = max((point for rings in matonge.contour for point in rings[0]), key=lambda point: point[1])
    return lat, lon


def test_where_no_desk_is_known_the_nearest_with_desks_is_shown_too(atlas_of: Callable[..., Atlas[Any]]) -> None:
    lat, lon = north(atlas_of)
    step = MARCHE / DETOUR / METRES_PAR_DEGRE_LAT
    far = at(lat + 3 * step, lon, guichets=[{"fiche": "a"}])
    atlas = atlas_of(a=at(lat, lon), b=at(lat + 2 * step, lon), c=far)
    assert [id_ for id_, _ in near(atlas)] == ["a", "c"]
    told = atlas_of(a=at(lat, lon, guichets=[{"fiche": "b"}]), b=at(lat + 2 * step, lon), c=far)
    assert [id_ for id_, _ in near(told)] == ["a"]
