"""Geometries in drawing units → the `d` of an SVG path: one decimal, relative, no spaces that may be left out."""

import itertools
from collections.abc import Iterable

from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry


def path_data(shape: BaseGeometry) -> str:
    """The lines and outlines of the geometry; empty when it has neither. Points drop out of it.

    Rounding happens on the absolute position, so that the error never adds up along a path.
    """
    return "".join(_line(points, closed) for points, closed in _parts(shape))


def _parts(shape: BaseGeometry) -> Iterable[tuple[list[tuple[float, float]], bool]]:
    if isinstance(shape, Polygon):
        for ring in (shape.exterior, *shape.interiors):
            yield [(x, y) for x, y in ring.coords[:-1]], True
    elif isinstance(shape, LineString):
        yield [(x, y) for x, y in shape.coords], shape.is_closed
    else:
        for part in getattr(shape, "geoms", ()):
            yield from _parts(part)


def _line(points: list[tuple[float, float]], closed: bool) -> str:
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = []
    for (x0, y0), (x1, y1) in itertools.pairwise(tenths):
        if (x1, y1) != (x0, y0):
            steps.append(_number(x1 - x0) + _second(y1 - y0))
    if not steps:
        return ""
    start = _number(tenths[0][0]) + _second(tenths[0][1])
    relative = steps[0] + "".join(step if step.startswith("-") else f" {step}" for step in steps[1:])
    return f"M{start}l{relative}{'z' if closed else ''}"


def _number(tenths: int) -> str:
    """Tenths as the shortest decimal: 5 → .5, -12 → -1.2, 30 → 3."""
    sign, (whole, rest) = "-" if tenths < 0 else "", divmod(abs(tenths), 10)
    if rest == 0:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{rest}"


def _second(tenths: int) -> str:
    text = _number(tenths)
    return text if text.startswith("-") else f" {text}"
