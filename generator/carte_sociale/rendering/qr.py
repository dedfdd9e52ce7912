"""A QR code as the data of one SVG path: paper leads back to the page, where the hours are those of today.

One stroke a row, in moves that repeat: some 550 bytes on the wire for an address of 80 signs, half of what a square
a module takes. The code is the smallest that holds the address, so that its modules are large on paper, with as much
correction as fits in it (mostly level M: 15 % of it may be lost in a fold or a photocopy).
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno

MARGE = 4
"""Modules left white around the code, without which readers do not find it (ISO/IEC 18004)."""
_MASQUE = 0
"""The chessboard. Weighing all eight takes twelve times as long; every code of the site is decoded by the tests."""


@dataclass(frozen=True, slots=True)
class CodeQR:
    """`trace`: data of a path to stroke, one module wide, from the code's own corner; `cote`: modules a side, without
    the margin."""

    trace: str
    cote: int

    @property
    def cadre(self) -> str:
        """Return the `viewBox` that leaves the margin around the code."""
        side = self.cote + 2 * MARGE
        return f"{-MARGE} {-MARGE} {side} {side}"


@lru_cache(maxsize=8)
def code_qr(url: str) -> CodeQR:
    """Return the code of an address. ValueError where it is longer than any code holds (some 2,300 bytes)."""
    matrix = segno.make_qr(url, error="l", boost_error=True, mask=_MASQUE).matrix
    return CodeQR("".join(_row(y, row) for y, row in enumerate(matrix)), len(matrix))


def _row(y: int, row: bytearray) -> str:
    """One row: a stroke over each run of dark modules, a move over each run of light ones."""
    runs = [(dark, len(list(modules))) for dark, modules in groupby(row)]
    start = 0 if runs[0][0] else runs.pop(0)[1]
    if runs and not runs[-1][0]:
        runs.pop()
    return f"M{start} {y}.5" + "".join(f"h{length}" if dark else f"m{length} 0" for dark, length in runs)
