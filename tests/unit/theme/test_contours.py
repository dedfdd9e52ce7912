"""In which quartier a point is, in the browser: what the program says, wherever no border is near."""

import json
import random

import pytest

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.model.territory import Territoire
from carte_sociale.search.territory import outlines

from .conftest import Lance

MODULE = "components/recherche/contours.js"
ASK = "([data, points], { contours, MARGE }) => { const de = contours(data); return [MARGE, points.map(de)]; }"
ARRONDI = 12
"""Metres by which an outline in steps of 0.0001 degrees may differ from the one in the file."""


@pytest.fixture(scope="module")
def index(territoire_reel: Territoire) -> TerritoryIndex:
    return TerritoryIndex(territoire_reel)


def test_browser_and_program_agree(node: Lance, territoire_reel: Territoire, index: TerritoryIndex) -> None:
    rng = random.Random(20261128)
    points = [(rng.uniform(50.755, 50.92), rng.uniform(4.23, 4.49)) for _ in range(1500)]
    margin, found = node(MODULE, ASK, [json.loads(outlines(territoire_reel)), points])
    inside = outside = several = 0
    for point, near in zip(points, found, strict=True):
        gaps = {q.code: index.ecart(q.code, *point) for q in territoire_reel.quartiers}
        codes = [code for code, _ in near]
        assert [metres for _, metres in near] == sorted(metres for _, metres in near)
        assert {code for code, gap in gaps.items() if gap < margin - ARRONDI} <= set(codes), point
        assert {code for code in codes if gaps[code] > margin + ARRONDI} == set(), point
        assert all(abs(metres - gaps[code]) < ARRONDI for code, metres in near), point
        others = sorted(gaps.values())
        if others[0] == 0 and others[1] > ARRONDI:
            assert codes[0] == index.quartier_of(*point), point
            inside += 1
        several += len(codes) > 1
        outside += not codes
    assert min(inside, outside) > 400
    assert several > 100


def test_a_place_in_a_hole_or_on_an_island_is_where_it_is(
    node: Lance, territoire_reel: Territoire, index: TerritoryIndex
) -> None:
    """Quartiers of several pieces, or with another one inside."""
    odd = [q for q in territoire_reel.quartiers if len(q.contour) > 1 or any(len(p) > 1 for p in q.contour)]
    points = []
    for quartier in odd:
        inner = index.outline(quartier.code)
        assert inner.area > 0
        points += [(lat, lon) for polygon in quartier.contour for ring in polygon for lon, lat in ring[:2]]
    _, found = node(MODULE, ASK, [json.loads(outlines(territoire_reel)), points or [(50.85, 4.35)]])
    for point, near in zip(points, found, strict=False):
        touching = {q.code for q in territoire_reel.quartiers if index.ecart(q.code, *point) < 1}
        assert touching <= {code for code, _ in near}, point
