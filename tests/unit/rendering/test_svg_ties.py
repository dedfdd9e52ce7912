"""Arcs of ties: from row to row, whatever the rows measure."""

import re

import pytest

from carte_sociale.pages.ties import Arc
from carte_sociale.rendering.svg_ties import LARGEUR, RANG, arcs_svg


def ends(svg: str) -> list[tuple[int, int]]:
    """The rows that arcs leave and that arrows point at."""
    return [
        (int(a) // RANG, int(b) // RANG) for a, b in re.findall(r'd="M0 (\d+)C.*?class="pointe" d="M8 \d+L0 (\d+)', svg)
    ]


def test_an_arc_leaves_one_row_and_points_at_the_other() -> None:
    svg = arcs_svg(4, [Arc(0, 3, "finance", False, 0), Arc(2, 1, "porte", True, 0)])
    assert ends(svg) == [(0, 3), (2, 1)]
    assert f'viewBox="0 0 {LARGEUR} {4 * RANG}"' in svg
    assert svg.count("fil--incertain") == 1
    assert 'class="fil sorte-finance"' in svg


@pytest.mark.parametrize("rangs", [2, 80, 300])
def test_no_arc_leaves_the_picture_nor_hides_another(rangs: int) -> None:
    arcs = [Arc(0, rangs - 1, "finance", False, rang) for rang in range(3)] + [Arc(0, 1, "finance", False, 0)]
    bends = [int(bend) for bend in re.findall(r"C(\d+) ", arcs_svg(rangs, arcs))]
    assert max(bends) * 0.75 <= LARGEUR
    assert len(set(bends[:3])) == 3


def test_both_ways_are_two_arcs() -> None:
    paths = re.findall(r'<path d="([^"]+)"', arcs_svg(2, [Arc(0, 1, "porte", False, 0), Arc(1, 0, "porte", False, 1)]))
    assert len(set(paths)) == 2
