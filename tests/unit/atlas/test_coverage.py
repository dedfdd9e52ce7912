"""What the list holds near a quartier: from its outline, in metres walked, each record once."""

from collections.abc import Callable
from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.coverage import DETOUR, MARCHE, PAS, coverage
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.geometry import METRES_PAR_DEGRE_LAT

THEMES = ("orientation", "colis-alimentaires")


def at(*points: tuple[float, float], **parts: Any) -> dict[str, Any]:
    """A record at some points (degrees WGS 84) with one service."""
    places = [
        {
            "id": f"l{rank}",
            "forme": "adresse",
            "position": {"lat": lat, "lon": lon, "precision": "adresse", "origine": "source"},
        }
        for rank, (lat, lon) in enumerate(points)
    ]
    return {"lieux": places, "services": [{"id": "s", "nom": {"fr": "s"}, "themes": ["orientation"]}], **parts}


@pytest.fixture(scope="module")
def north(atlas_of: Callable[..., Atlas]) -> tuple[float, float]:
    """The northernmost point of Matonge, degrees WGS 84."""
    territoire = atlas_of().donnees.territoire
    matonge = territoire.quartier_par_slug("matonge")
    assert matonge is not None
    lon, lat = max((point for rings in matonge.contour for point in rings[0]), key=lambda point: point[1])
    return lat, lon


def seen(atlas: Atlas[Entree], theme: str = "orientation") -> Any:
    matonge = atlas.donnees.territoire.quartier_par_slug("matonge")
    assert matonge is not None
    return coverage(atlas.entrees, THEMES, [matonge], atlas.index)[matonge.code, theme]


@pytest.mark.parametrize(
    ("walked", "where"), [(0, "a_pas"), (PAS - 30, "a_pas"), (PAS + 30, "a_pied"), (MARCHE - 30, "a_pied")]
)
def test_distance_is_walked_from_the_outline(
    atlas_of: Callable[..., Atlas], north: tuple[float, float], walked: int, where: str
) -> None:
    lat, lon = north
    found = seen(atlas_of(a=at((lat + walked / DETOUR / METRES_PAR_DEGRE_LAT, lon))))
    assert [e.id for e in getattr(found, where)] == ["a"]
    assert len(found.a_pas) + len(found.a_pied) == 1
    assert (found.vide, found.proche) == (False, None)


def test_beyond_a_walk_the_nearest_is_named_with_its_metres(
    atlas_of: Callable[..., Atlas], north: tuple[float, float]
) -> None:
    lat, lon = north
    near, far = (lat + (MARCHE + 200) / DETOUR / METRES_PAR_DEGRE_LAT, lon), (lat + 0.03, lon)
    found = seen(atlas_of(a=at(far), b=at(near)))
    assert found.vide
    assert found.proche is not None
    assert found.proche[0].id == "b"
    assert found.proche[1] == pytest.approx(MARCHE + 200, abs=15)


def test_a_record_with_two_places_stands_once_by_its_nearest(
    atlas_of: Callable[..., Atlas], north: tuple[float, float]
) -> None:
    lat, lon = north
    found = seen(atlas_of(a=at((lat + (PAS + 100) / DETOUR / METRES_PAR_DEGRE_LAT, lon), north)))
    assert ([e.id for e in found.a_pas], found.a_pied) == (["a"], ())


def test_a_theme_that_nobody_has_is_near_nobody(atlas_of: Callable[..., Atlas], north: tuple[float, float]) -> None:
    placeless = {"services": [{"id": "s", "nom": {"fr": "s"}, "themes": [THEMES[1]]}]}
    found = seen(atlas_of(a=at(north), b=placeless), THEMES[1])
    assert (found.vide, found.proche) == (True, None)
