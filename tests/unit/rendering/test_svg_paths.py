"""The `d` of paths: short, and the same line once read back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Point, Polygon, box

from carte_sociale.rendering.svg_paths import path_data


def read_back(d: str) -> list[tuple[float, float]]:
    numbers = [float(n) for n in re.findall(r"-?(?:\d+(?:\.\d)?|\.\d)", d)]
    points = [(numbers[0], numbers[1])]
    for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
        points.append((round(points[-1][0] + dx, 1), round(points[-1][1] + dy, 1)))
    return points


@pytest.mark.parametrize(
    ("shape", "d"),
    [
        (LineString([(0, 0), (0.5, -1.2), (3, 3)]), "M0 0l.5-1.2 2.5 4.2"),
        (Polygon([(1, 1), (2, 1), (2, 2)]), "M1 1l1 0 0 1z"),
        (LineString([(0, 0), (0.01, 0.01)]), ""),
        (Point(1, 1), ""),
        (Polygon(), ""),
    ],
)
def test_path_of_a_shape(shape: Polygon, d: str) -> None:
    assert path_data(shape) == d


def test_every_part_and_hole_is_drawn() -> None:
    holed = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (6, 3), (6, 6)]])
    assert path_data(MultiPolygon([holed, box(20, 20, 30, 30)])).count("z") == 3


@given(st.lists(st.tuples(st.floats(-400, 400), st.floats(-400, 400)), min_size=2, max_size=30, unique=True))
def test_rounding_never_adds_up(points: list[tuple[float, float]]) -> None:
    d = path_data(LineString(points))
    if d:
        x, y = read_back(d)[-1]
        assert abs(x - points[-1][0]) < 0.06
        assert abs(y - points[-1][1]) < 0.06
