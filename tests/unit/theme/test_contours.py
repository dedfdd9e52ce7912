"""In which quartier a point is, in the browser: what the program says, wherever no border is near."""

import json
import random
from types import SimpleNamespace
from typing import cast

import pytest

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.model.territory import Territoire
from carte_sociale.search.background import background

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
    margin, found = node(MODULE, ASK, [json.loads(background(territoire_reel)), points])
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


def test_a_quartier_may_have_a_hole_and_an_island(node: Lance) -> None:
    """A square with another one inside it, and a piece of it apart."""

    def square(lat: float, lon: float, side: float) -> tuple[tuple[float, float], ...]:
        corners = ((lon, lat), (lon + side, lat), (lon + side, lat + side), (lon, lat + side), (lon, lat))
        return tuple((round(x, 4), round(y, 4)) for x, y in corners)

    hole = square(50.82, 4.32, 0.02)
    named = {"slug": "", "nom": {"fr": "", "nl": "", "en": ""}, "type": "residentiel"}
    around = SimpleNamespace(**named, code=1, contour=((square(50.8, 4.3, 0.06), hole), (square(50.9, 4.4, 0.01),)))
    within = SimpleNamespace(**named, code=2, contour=((hole,),))
    territoire = SimpleNamespace(quartiers=(around, within), communes=(), reperes=())
    data = json.loads(background(cast(Territoire, territoire)))
    points = [(50.81, 4.31), (50.83, 4.33), (50.905, 4.405), (50.88, 4.38)]
    _, found = node(MODULE, ASK, [data, points])
    assert found == [[[1, 0]], [[2, 0]], [[1, 0]], []]
