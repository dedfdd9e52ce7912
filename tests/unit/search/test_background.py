"""What lies under the moving map: all of the territory, in one small file."""

import gzip
import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from carte_sociale.model.territory import Territoire
from carte_sociale.search.background import TYPES, background

POIDS_MAX = 24_000
"""Bytes on the wire; a quarter of what a screen of tiles weighs, and an eighth of what the whole map may."""


@pytest.fixture(scope="module")
def fond(territoire_reel: Territoire) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(background(territoire_reel))
    return found


def read(text: str) -> list[list[int]]:
    return [[int(number, 36) for number in item.split(".")] for item in text.split(",")]


def test_it_is_small_and_always_the_same(territoire_reel: Territoire) -> None:
    made = background(territoire_reel)
    assert made == background(replace(territoire_reel))
    assert 10_000 < len(gzip.compress(made, 9)) <= POIDS_MAX


def test_every_area_and_station_is_named_in_three_languages(territoire_reel: Territoire, fond: dict[str, Any]) -> None:
    def names(written: list[str]) -> tuple[str, ...]:
        french, dutch, english = (*written, *[written[0]] * 3)[:3]
        return french, dutch, english

    quartiers = [(code, slug, TYPES[type_], names(nom)) for code, slug, type_, nom in fond["quartiers"]]
    assert quartiers == [(q.code, q.slug, q.type, tuple(q.nom.values())) for q in territoire_reel.quartiers]
    assert len(quartiers) == 145
    communes = [(slug, names(nom)) for slug, nom in fond["communes"]]
    assert communes == [(c.slug, tuple(c.nom.values())) for c in territoire_reel.communes]
    for kind, key in (("parc", "parcs"), ("metro", "metro"), ("gare", "gares")):
        expected = [tuple(r.nom.values()) for r in territoire_reel.reperes if r.genre == kind]
        assert [names(nom) for nom in fond[key]] == expected
        assert len(expected) > 30
    assert ["Bruxelles", "Brussel", "Brussels"] in [nom for _, nom in fond["communes"]]


def test_no_border_of_quartiers_is_written_twice(fond: dict[str, Any]) -> None:
    seen = set()
    for line in read(fond["arcs"]):
        steps = [-(n + 1) // 2 if n % 2 else n // 2 for n in line]
        y = x = 0
        points = []
        for north, east in zip(steps[::2], steps[1::2], strict=True):
            y, x = y + north, x + east
            points.append((y, x))
        for edge in pairwise(points):
            assert frozenset(edge) not in seen
            seen.add(frozenset(edge))
    assert len(seen) > 2_000


def test_a_territory_without_landmarks_has_a_background(territoire_reel: Territoire) -> None:
    bare = json.loads(background(replace(territoire_reel, reperes=())))
    assert (bare["canal"], bare["parcs"], bare["pelouses"], bare["metro"], bare["points_gares"]) == ("", [], "", [], "")
    assert len(bare["quartiers"]) == 145
