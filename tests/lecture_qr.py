"""Reads the QR codes of pages as a phone does: the path is put into pixels, then decoded."""

import re
from collections.abc import Iterator

import numpy as np
import zxingcpp
from numpy.typing import NDArray

_STEP = re.compile(r"M(-?\d+) (-?\d+)\.5|h(\d+)|m(\d+) 0")
_PIXELS = 4
"""A module is as many pixels wide."""


def lire_qr(trace: str, cadre: str) -> list[str]:
    """Return what the codes in a drawing say. `cadre` is its viewBox; each stroke of `trace` is one unit wide."""
    left, top, width, height = map(int, cadre.split())
    pixels: NDArray[np.uint8] = np.full((height, width), 255, np.uint8)
    for x, y, length in _strokes(trace):
        pixels[y - top, x - left : x - left + length] = 0
    return [found.text for found in zxingcpp.read_barcodes(np.kron(pixels, np.ones((_PIXELS, _PIXELS), np.uint8)))]


def _strokes(trace: str) -> Iterator[tuple[int, int, int]]:
    assert _STEP.sub("", trace) == "", "a step of another kind"
    x = y = 0
    for step in _STEP.finditer(trace):
        to_x, to_y, stroke, move = (None if group is None else int(group) for group in step.groups())
        if to_x is not None and to_y is not None:
            x, y = to_x, to_y
        elif stroke is not None:
            yield x, y, stroke
            x += stroke
        else:
            x += move or 0
