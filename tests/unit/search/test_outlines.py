"""Outlines as arcs: every ring comes back, and what two areas share is there once."""

from hypothesis import given
from hypothesis import strategies as st

from carte_sociale.search.outlines import arcs, relative, zigzag

# Two squares side by side, and an island of its own.
GAUCHE = [(0, 0), (0, 2), (2, 2), (2, 0), (0, 0)]
DROITE = [(0, 2), (0, 4), (2, 4), (2, 2), (0, 2)]
ILE = [(9, 9), (8, 8), (8, 9), (9, 9)]


def ring_of(lines: list[tuple[tuple[int, int], ...]], around: list[int]) -> list[tuple[int, int]]:
    points = []
    for number in around:
        line = lines[number // 2][::-1] if number % 2 else lines[number // 2]
        assert not points or points[-1] == line[0]
        points += line[1:]
    assert lines[around[0] // 2][-1 if around[0] % 2 else 0] == points[-1]
    return points


def turned(ring: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A ring without its last point, from its smallest one."""
    first = ring.index(min(ring[:-1]))
    return [*ring[first:-1], *ring[:first]]


def test_a_shared_border_is_written_once_and_read_both_ways() -> None:
    lines, around = arcs([GAUCHE, DROITE, ILE])
    assert len(lines) == 4
    assert ((0, 2), (2, 2)) in lines or ((2, 2), (0, 2)) in lines
    assert sum(len(line) - 1 for line in lines) == len(GAUCHE) - 1 + len(DROITE) - 2 + len(ILE) - 1
    for ring, numbers in zip((GAUCHE, DROITE, ILE), around, strict=True):
        points = ring_of(lines, numbers)
        assert turned([points[-1], *points]) == turned(ring)
    assert {n // 2 for n in around[0]} & {n // 2 for n in around[1]} != set()


def test_rings_that_are_one_line_share_all_of_it() -> None:
    lines, around = arcs([ILE, ILE[::-1], [ILE[1], *ILE[2:], ILE[1]]])
    assert len(lines) == 1
    assert around == [[0], [1], [0]]


def test_a_point_written_twice_hides_no_shared_border() -> None:
    lines, around = arcs([GAUCHE, [*DROITE[:3], *DROITE[2:]]])
    assert (lines, around) == arcs([GAUCHE, DROITE])


@given(st.integers(-(10**6), 10**6))
def test_a_sign_is_read_back(number: int) -> None:
    written = zigzag(number)
    assert written >= 0
    assert (-(written + 1) // 2 if written % 2 else written // 2) == number


def test_a_line_is_steps_from_point_to_point() -> None:
    assert relative([(3, 5), (2, 7), (2, 7)]) == [6, 10, 1, 4, 0, 0]
    assert relative([]) == []
