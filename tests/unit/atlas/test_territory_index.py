"""Where is this point? On the real territory: five places whose quartier anyone in Brussels can check."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carte_sociale.atlas.territory_index import MARGE_M, TerritoryIndex
from carte_sociale.model.territory import Territoire

GRAND_PLACE = (50.8467, 4.3525)
FLAGEY = (50.8278, 4.3722)
GARE_DU_MIDI = (50.8357, 4.3366)
MINIMES_MAROLLES = (50.8373, 4.3468)
PARIS = (48.8566, 2.3522)


@pytest.fixture(scope="module")
def index(territoire_reel: Territoire) -> TerritoryIndex:
    return TerritoryIndex(territoire_reel)


@pytest.mark.parametrize(
    ("point", "quartier", "commune"),
    [
        (GRAND_PLACE, 1, "bruxelles"),
        (FLAGEY, 37, "ixelles"),
        (GARE_DU_MIDI, 804, "saint-gilles"),
        (MINIMES_MAROLLES, 8, "bruxelles"),
        (PARIS, None, None),
    ],
)
def test_quartier_and_commune_of_a_known_place(
    index: TerritoryIndex, point: tuple[float, float], quartier: int | None, commune: str | None
) -> None:
    assert index.quartier_of(*point) == quartier
    assert index.commune_of(*point) == commune
    assert index.in_region(*point) is (quartier is not None)


def test_the_middle_of_a_quartier_lies_in_it(index: TerritoryIndex, territoire_reel: Territoire) -> None:
    found = index.quartiers_of([index.middle(quartier.code) for quartier in territoire_reel.quartiers])
    assert found == [quartier.code for quartier in territoire_reel.quartiers]


def test_many_points_at_once_answer_as_one_by_one(index: TerritoryIndex, territoire_reel: Territoire) -> None:
    positions = [(r.lat, r.lon) for r in territoire_reel.rues[::20]] + [PARIS, (math.nan, 4.35)]
    assert index.quartiers_of(positions) == [index.quartier_of(*p) for p in positions]
    assert index.quartiers_of([]) == []


def test_just_outside_the_border_counts_as_inside_and_further_out_does_not(index: TerritoryIndex) -> None:
    west = min(lon for q in index.territoire.quartiers for lon, _ in q.contour[0][0])
    lat = next(lat for q in index.territoire.quartiers for lon, lat in q.contour[0][0] if lon == west)
    metre = 1 / 70_438.8
    assert index.in_region(lat, west - (MARGE_M - 5) * metre)
    assert not index.in_region(lat, west - (MARGE_M + 20) * metre)


def test_a_shared_corner_always_gives_the_lowest_code(index: TerritoryIndex) -> None:
    lon, lat = next(
        p for p in index.territoire.quartiers[0].contour[0][0] if p in index.territoire.quartiers[1].contour[0][0]
    )
    assert index.quartier_of(lat, lon) == 1


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e308])
def test_what_is_no_coordinate_lies_nowhere(index: TerritoryIndex, value: float) -> None:
    assert index.quartier_of(value, 4.35) is None
    assert index.quartier_of(50.85, value) is None
    assert not index.looks_swapped(value, value)


def test_swapped_coordinates_are_recognised(index: TerritoryIndex) -> None:
    assert index.looks_swapped(4.3525, 50.8467)
    assert not index.looks_swapped(50.8467, 4.3525)
    assert not index.looks_swapped(*PARIS)


def test_ecart_is_nothing_inside_and_metres_outside(index: TerritoryIndex) -> None:
    assert index.ecart(1, *GRAND_PLACE) == 0
    assert 1500 < index.ecart(37, *GRAND_PLACE) < 2500
    with pytest.raises(KeyError):
        index.ecart(9999, *GRAND_PLACE)


def test_nearest_quartiers_begin_at_home_and_are_lived_in(index: TerritoryIndex) -> None:
    found = index.nearest_quartiers(*GRAND_PLACE, count=4)
    assert found[0] == (1, 0.0)
    assert [gap for _, gap in found] == sorted(gap for _, gap in found)
    assert 804 not in [code for code, _ in index.nearest_quartiers(*GARE_DU_MIDI, count=5)]


def test_neighbours_quartiers_and_streets(index: TerritoryIndex) -> None:
    assert [q.code for q in index.neighbours(1)] == [2, 4, 6, 7, 9]
    assert index.neighbours(9999) == ()
    assert [q.code for q in index.quartiers_of_commune("koekelberg")] == [17, 64, 70, 915]
    assert {q.code for q in index.quartiers_of_bassin("nord-est")} >= {22, 23, 24, 25, 86}
    assert index.quartiers_of_bassin("nulle-part") == ()
    assert "Rue Haute" in [r.nom["fr"] for r in index.streets_of(8)]
    assert index.streets_of(9999) == ()


@given(st.floats(), st.floats())
def test_no_pair_of_numbers_breaks_it(index: TerritoryIndex, lat: float, lon: float) -> None:
    assert index.in_region(lat, lon) is (index.quartier_of(lat, lon) is not None)


def test_nearest_among_some_leaves_itself_out(index: TerritoryIndex, territoire_reel: Territoire) -> None:
    codes = frozenset(quartier.code for quartier in territoire_reel.quartiers)
    here = territoire_reel.quartiers[0]
    nearest = index.nearest_to(here.code, codes, len(here.voisins))
    assert here.code not in nearest
    assert set(nearest) <= set(here.voisins) | {
        code for code in codes if index.outline(code).distance(index.outline(here.code)) == 0
    }
    assert index.nearest_to(here.code, frozenset({here.code})) == []
