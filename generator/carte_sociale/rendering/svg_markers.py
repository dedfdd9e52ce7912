"""Numbered places on a still map: those at one spot share a marker, the others move gently apart.

Always the same for the same places: markers stand in the order of their smallest number, and ties push the
later one right and down.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

RAYON = 8.0
MEME_ENDROIT = 5.0
"""Units within which two places count as one spot: less than a marker's radius."""
ECART = 1.5
TOURS = 120
TEXTE_MAX = 16


@dataclass(frozen=True, slots=True)
class Marqueur:
    """A marker centred on x, y, `demi` units from its middle to either side; its place is at `ancre_x`, `ancre_y`.

    `deplace` asks for a line to the place. `approximatif` when every place of the marker is.
    """

    numeros: tuple[int, ...]
    texte: str
    x: float
    y: float
    demi: float
    ancre_x: float
    ancre_y: float
    approximatif: bool

    @property
    def deplace(self) -> bool:
        """Whether the marker stands so far from its place that a line must show where that is."""
        return hypot(self.x - self.ancre_x, self.y - self.ancre_y) > RAYON


def place_markers(
    places: Sequence[tuple[int, float, float, bool]], width: float, height: float
) -> tuple[Marqueur, ...]:
    """Markers for (number, x, y, approximate) in drawing units, none overlapping while there is room for them."""
    groups: list[list[tuple[int, float, float, bool]]] = []
    for place in sorted(places):
        near = (g for g in groups if hypot(g[0][1] - place[1], g[0][2] - place[2]) <= MEME_ENDROIT)
        group = next(near, None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    return tuple(
        replace(m, x=round(m.x, 1), y=round(m.y, 1)) for m in _apart([_marker(g) for g in groups], width, height)
    )


def short_numbers(numbers: Sequence[int], limit: int = TEXTE_MAX) -> str:
    """Sorted numbers with runs joined: 1, 3–5. What does not fit in `limit` characters becomes a count: 1, 4 +6."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [str(r[0]) if len(r) == 1 else f"{r[0]}{'–' if len(r) > 2 else ', '}{r[-1]}" for r in runs]
    for kept in range(len(words), 1, -1):
        left = sum(len(r) for r in runs[kept:])
        text = ", ".join(words[:kept]) + (f" +{left}" if left else "")
        if len(text) <= limit:
            return text
    left = sum(len(r) for r in runs[1:])
    return words[0] + (f" +{left}" if left else "")


def _marker(group: list[tuple[int, float, float, bool]]) -> Marqueur:
    numbers = tuple(place[0] for place in group)
    text = short_numbers(numbers)
    x, y = round(group[0][1], 1), round(group[0][2], 1)
    half = RAYON if len(text) <= 2 else RAYON + 2.9 * (len(text) - 2)
    return Marqueur(numbers, text, x, y, round(half, 1), x, y, all(place[3] for place in group))


def _apart(markers: list[Marqueur], width: float, height: float) -> list[Marqueur]:
    """Pushes overlapping pairs apart along the axis of least overlap until none is left or `TOURS` have passed."""
    xs, ys = [m.x for m in markers], [m.y for m in markers]
    halves = [m.demi for m in markers]
    high = 2 * RAYON + ECART
    for _ in range(TOURS):
        moved = False
        for i, half in enumerate(halves):
            for j in range(i + 1, len(halves)):
                dy = ys[j] - ys[i]
                over_y = high - abs(dy)
                if over_y <= 0.01:  # most pairs: a hundred places are five thousand of them, a hundred times
                    continue
                dx = xs[j] - xs[i]
                over_x = half + halves[j] + ECART - abs(dx)
                if over_x <= 0.01:
                    continue
                moved = True
                along, push = (xs, over_x) if over_x < over_y else (ys, over_y)
                side = 1 if (dx if along is xs else dy) >= 0 else -1
                along[i] -= side * push / 2
                along[j] += side * push / 2
        xs = [min(max(x, half + 1), width - half - 1) for x, half in zip(xs, halves, strict=True)]
        ys = [min(max(y, RAYON + 1), height - RAYON - 1) for y in ys]
        if not moved:
            break
    return [replace(m, x=x, y=y) for m, x, y in zip(markers, xs, ys, strict=True)]
