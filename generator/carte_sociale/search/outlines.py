"""Outlines as arcs: a border that two areas share is written once, and each area names the arcs that go round it.

Points are whole numbers of steps (`columns.steps`). A third of what the rings themselves weigh, and no gap between
neighbours, since both are drawn from the same points.
"""

import itertools
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Pas: TypeAlias = tuple[int, int]
"""Steps north and east of the origin."""
Anneau: TypeAlias = Sequence[Pas]
"""A ring that closes on its first point."""


def arcs(rings: Sequence[Anneau]) -> tuple[list[tuple[Pas, ...]], list[list[int]]]:
    """Return the arcs of some rings, and the arcs of each ring in their order: `2 n`, or `2 n + 1` against its sense.

    An arc ends where more than two lines meet.
    """
    ends = _junctions(rings)
    known: dict[tuple[Pas, ...], int] = {}
    of_rings = []
    for ring in rings:
        found = []
        for arc in _cut(ring, ends):
            backwards = arc[::-1]
            if backwards in known:
                found.append(2 * known[backwards] + 1)
            else:
                found.append(2 * known.setdefault(arc, len(known)))
        of_rings.append(found)
    return list(known), of_rings


def relative(line: Iterable[Pas]) -> list[int]:
    """Return a line as numbers none below zero: its first point, then each point from the one before (`zigzag`)."""
    found: list[int] = []
    north = east = 0
    for y, x in line:
        found += [zigzag(y - north), zigzag(x - east)]
        north, east = y, x
    return found


def zigzag(number: int) -> int:
    """Return 0, 1, 2, 3, 4… for 0, -1, 1, -2, 2…: a sign without a sign."""
    return 2 * number if number >= 0 else -2 * number - 1


def _junctions(rings: Iterable[Anneau]) -> set[Pas]:
    around: dict[Pas, set[Pas]] = {}
    for ring in rings:
        for here, there in itertools.pairwise(ring):
            if here != there:
                around.setdefault(here, set()).add(there)
                around.setdefault(there, set()).add(here)
    return {point for point, others in around.items() if len(others) > 2}


def _cut(ring: Anneau, ends: set[Pas]) -> list[tuple[Pas, ...]]:
    """Parts of a ring between ends, no point twice in a row; without an end, one that begins at its smallest point."""
    points = [here for here, there in itertools.pairwise(ring) if here != there]
    first = next((rank for rank, point in enumerate(points) if point in ends), None)
    if first is None:
        first = points.index(min(points))
    points = points[first:] + points[:first]
    parts: list[list[Pas]] = [[points[0]]]
    for point in points[1:]:
        parts[-1].append(point)
        if point in ends:
            parts.append([point])
    parts[-1].append(points[0])
    return [tuple(part) for part in parts]
