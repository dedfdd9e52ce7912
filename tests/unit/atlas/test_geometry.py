"""Metres from degrees, against distances of a geodesic (WGS 84)."""

from hypothesis import given
from hypothesis import strategies as st

from carte_sociale.atlas.geometry import distance_m, polygon_in_metres, to_metres

LAT = st.floats(50.76, 50.92)
LON = st.floats(4.24, 4.49)


def test_gare_centrale_to_place_flagey() -> None:
    """1,912 m north-south, 1,043 m east-west by the ellipsoid's formulas."""
    assert abs(distance_m(50.8453, 4.3571, 50.8281, 4.3719) - 2179) < 6


def test_a_hundredth_of_a_degree() -> None:
    assert abs(distance_m(50.84, 4.36, 50.85, 4.36) - 1112.5) < 0.5
    assert abs(distance_m(50.84, 4.36, 50.84, 4.37) - 704.4) < 0.5


@given(LAT, LON, LAT, LON)
def test_distance_is_symmetric_and_that_of_the_projection(lat1: float, lon1: float, lat2: float, lon2: float) -> None:
    (x1, y1), (x2, y2) = to_metres(lat1, lon1), to_metres(lat2, lon2)
    assert distance_m(lat1, lon1, lat2, lon2) == distance_m(lat2, lon2, lat1, lon1)
    assert abs(distance_m(lat1, lon1, lat2, lon2) - ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5) < 1e-6


def test_a_polygon_keeps_its_hole() -> None:
    outer = ((4.36, 50.84), (4.37, 50.84), (4.37, 50.85), (4.36, 50.85), (4.36, 50.84))
    hole = ((4.363, 50.843), (4.366, 50.843), (4.366, 50.846), (4.363, 50.846), (4.363, 50.843))
    whole, holed = polygon_in_metres(((outer,),)), polygon_in_metres(((outer, hole),))
    assert abs(whole.area - 704.4 * 1112.5) < 500
    assert abs(holed.area / whole.area - 0.91) < 1e-6


def test_several_parts_are_one_geometry() -> None:
    part = ((4.36, 50.84), (4.37, 50.84), (4.37, 50.85), (4.36, 50.84))
    other = tuple((lon + 0.05, lat) for lon, lat in part)
    assert polygon_in_metres(((part,), (other,))).geom_type == "MultiPolygon"
