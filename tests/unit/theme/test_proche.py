"""Distances in the browser: those of the program, within a metre in ten."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from carte_sociale.atlas.coverage import DETOUR
from carte_sociale.search.columns import ORIGINE, PAS, column, steps

from .conftest import Lance

MODULE = "components/recherche/proche.js"
POINTS = st.tuples(st.floats(50.77, 50.91), st.floats(4.25, 4.48))


def _on_a_sphere(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Metres on a sphere of the earth's mean radius (haversine)."""
    lat, lon, other, east = map(math.radians, (*a, *b))
    h = math.sin((other - lat) / 2) ** 2 + math.cos(lat) * math.cos(other) * math.sin((east - lon) / 2) ** 2
    return 2 * 6_371_000 * math.asin(math.sqrt(h))


@settings(max_examples=4, deadline=None)
@given(pairs=st.lists(st.tuples(POINTS, POINTS), min_size=100, max_size=100))
def test_metres_are_those_of_a_sphere(
    node: Lance, pairs: list[tuple[tuple[float, float], tuple[float, float]]]
) -> None:
    found = node(MODULE, "(pairs, { metres }) => pairs.map(([a, b]) => metres(a, b))", pairs)
    for (a, b), metres in zip(pairs, found, strict=True):
        assert math.isclose(metres, _on_a_sphere(a, b), rel_tol=0.002, abs_tol=1)


def test_the_nearest_place_of_a_record_counts(node: Lance) -> None:
    here, near, far = (50.8503, 4.3517), (50.8530, 4.3517), (50.9, 4.4)
    data = {"points": column([[*steps(*far), *steps(*near)], [], steps(*here)]), "origine": ORIGINE, "pas": PAS}
    ask = "([data, point], { distances }) => [0, 1, 2].map((rang) => distances(data)(rang, point)).map(String)"
    found = node(MODULE, ask, [data, here])
    assert math.isclose(float(found[0]), _on_a_sphere(here, near), abs_tol=15)
    assert found[1] == "Infinity"
    assert float(found[2]) < 10


def test_minutes_on_foot_say_their_assumption(node: Lance) -> None:
    carte = {"langue": "fr", "mots": {}, "feries": {}, "noms": {}, "seuils": {"detour": DETOUR}}
    ask = "(metres, { aPied, METRES_MINUTE }) => [metres.map(aPied), METRES_MINUTE]"
    assert node(MODULE, ask, [0, 40, 300, 500, 1000], carte=carte) == [[1, 1, 5, 9, 17], 75]


def test_an_address_may_hold_anything(node: Lance) -> None:
    ask = "(textes, { lirePoint }) => textes.map(lirePoint)"
    asked = ["50.85,4.35", "50,4", "", "50.85", "abc,4", "50.85,4.35,1", "1e3,4", "<b>,4", None]
    assert node(MODULE, ask, asked) == [[50.85, 4.35], [50, 4], *[None] * 7]


def test_how_far_a_point_is_from_a_line(node: Lance) -> None:
    """Beside it, beyond its end, on it, and a line that is one point."""
    here, west, east = (50.85, 4.35), (50.851, 4.34), (50.851, 4.36)
    ask = "([point, ...lines], { metresDuTrait }) => lines.map(([a, b]) => metresDuTrait(point, a, b))"
    beyond = (50.85, 4.37)
    found = node(MODULE, ask, [here, [west, east], [east, beyond], [here, east], [west, west]])
    expected = [111.2, _on_a_sphere(here, east), 0, _on_a_sphere(here, west)]
    assert all(math.isclose(a, b, rel_tol=0.01, abs_tol=0.5) for a, b in zip(found, expected, strict=True)), found


def test_within_a_distance_keeps_three_answers(node: Lance) -> None:
    ask = """(cases, { Criteres }) => cases.map(([metres, rayon]) =>
      Criteres.prototype.dansLeRayon(metres === null ? Infinity : metres, Number(rayon)))"""
    cases = [[299, "300"], [300, "300"], [301, "300"], [None, "300"], [10, "abc"], [10, "-5"], [10, ""]]
    expected = ["oui", "oui", "non", "inconnu", "inconnu", "inconnu", "inconnu"]
    assert node("components/recherche/filtres.js", ask, cases) == expected
