"""Numbered markers: one a spot, none over another, always the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carte_sociale.rendering.svg_markers import RAYON, Marqueur, place_markers, short_numbers

PLACES = st.lists(st.tuples(st.floats(20, 340), st.floats(20, 280), st.booleans()), max_size=25).map(
    lambda found: [(i + 1, *place) for i, place in enumerate(found)]
)


def overlap(a: Marqueur, b: Marqueur) -> bool:
    return abs(a.x - b.x) < a.demi + b.demi - 0.2 and abs(a.y - b.y) < 2 * RAYON - 0.2


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ((3,), "3"),
        ((3, 4), "3, 4"),
        ((3, 4, 5), "3–5"),
        ((1, 4, 5, 6, 9), "1, 4–6, 9"),
        ((1, 4, 7, 9, 12), "1, 4, 7, 9, 12"),
        ((1, 4, 7, 9, 12, 14, 16), "1, 4, 7, 9 +3"),
        ((1001, 1005, 1009, 1012), "1001, 1005 +2"),
    ],
)
def test_numbers_of_one_spot(numbers: tuple[int, ...], text: str) -> None:
    assert short_numbers(numbers) == text


def test_places_at_one_spot_share_a_marker() -> None:
    (marker,) = place_markers([(2, 100, 100, True), (1, 101, 100, True)], 360, 300)
    assert (marker.numeros, marker.texte, marker.approximatif, marker.deplace) == ((1, 2), "1, 2", True, False)


def test_a_marker_is_approximate_only_when_all_its_places_are() -> None:
    (marker,) = place_markers([(1, 100, 100, True), (2, 100, 100, False)], 360, 300)
    assert marker.approximatif is False


def test_close_places_move_apart_around_where_they_are() -> None:
    left, right = place_markers([(1, 100, 100, False), (2, 106, 100, False)], 360, 300)
    assert not overlap(left, right)
    assert (left.ancre_x, right.ancre_x) == (100, 106)
    assert left.x < 100 < 106 < right.x


@given(PLACES)
def test_markers_stay_in_the_view_and_hold_each_number_once(places: list[tuple[int, float, float, bool]]) -> None:
    markers = place_markers(places, 360, 300)
    assert sorted(n for m in markers for n in m.numeros) == [p[0] for p in places]
    assert all(m.demi <= m.x <= 360 - m.demi and RAYON <= m.y <= 300 - RAYON for m in markers)


@given(PLACES)
def test_the_order_of_places_changes_nothing(places: list[tuple[int, float, float, bool]]) -> None:
    assert place_markers(places, 360, 300) == place_markers(places[::-1], 360, 300)


def test_a_crowd_of_twenty_is_pulled_apart() -> None:
    places = [(i + 1, 180 + 6 * (i % 5), 150 + 6 * (i // 5), False) for i in range(20)]
    markers = place_markers(places, 360, 300)
    assert len(markers) == 20
    assert [(a.texte, b.texte) for i, a in enumerate(markers) for b in markers[i + 1 :] if overlap(a, b)] == []
