"""A QR code as the data of one SVG path: paper leads back to the page, where the hours are those of today.

One stroke a row, in moves that repeat: some 550 bytes on the wire for an address of 80 signs, half of what a square
a module takes. The code is the smallest that holds the address, so that its modules are large on paper, with as much
correction as fits in it (mostly level M: 15 % of it may be lost in a fold or a photocopy).

The encoder is zxing-cpp's, compiled, which the tests read the codes with too: a code takes 0.1 ms, where
one in Python alone (segno) took 1.1 ms, a third of a record's page.
"""

from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from zxingcpp import BarcodeFormat, create_barcode

MARGE = 4
"""Modules left white around the code, without which readers do not find it (ISO/IEC 18004)."""
_MASQUE = 0
"""The chessboard. Weighing all eight takes four times as long; every code of the site is decoded by the tests."""
_NIVEAUX = "LMQH"
"""Levels of correction, the least first."""
_SOMBRE, _CLAIR = "X", "."
_SIGNES = bytes.maketrans(b"\x00\xff", (_SOMBRE + _CLAIR).encode())
_RANGEE = "\n"
_COTE_MAX = 177
_PAS = {
    **{_SOMBRE * n: f"h{n}" for n in range(1, _COTE_MAX)},
    **{_CLAIR * n: f"m{n} 0" for n in range(1, _COTE_MAX)},
    _RANGEE: _RANGEE,
}
"""The step over each run of modules; a new row stays one."""


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
    """Return the code of an address. ValueError where it is longer than any code holds (some 2,900 bytes)."""
    modules, side = _modules(url, _niveau(len(url.encode())))
    return CodeQR(_trace([modules[start : start + side] for start in range(0, side * side, side)]), side)


@cache
def _niveau(longueur: int) -> str:
    """The most correction that makes the code of so many letters no larger than the least does."""
    letters = "a" * longueur
    level, side = _NIVEAUX[0], _modules(letters, _NIVEAUX[0])[1]
    for more in _NIVEAUX[1:]:
        with suppress(ValueError):
            level = more if _modules(letters, more)[1] == side else level
    return level


def _modules(url: str, level: str) -> tuple[str, int]:
    """Every module, row after row, and how many there are in a row."""
    code = create_barcode(url, BarcodeFormat.QRCode, ec_level=level, data_mask=_MASQUE)
    image = np.asarray(code.to_image(scale=1, add_quiet_zones=False))
    return image.tobytes().translate(_SIGNES).decode(), len(image)


def _trace(rows: list[str]) -> str:
    """Row after row: a stroke over each run of dark modules, a move over each run of light ones between them."""
    text = f" {_RANGEE} ".join([row.strip(_CLAIR) for row in rows])
    runs = text.replace(_SOMBRE + _CLAIR, f"{_SOMBRE} {_CLAIR}").replace(_CLAIR + _SOMBRE, f"{_CLAIR} {_SOMBRE}")
    steps = "".join(map(_PAS.__getitem__, runs.split(" "))).split(_RANGEE)
    return "".join([f"M{row.index(_SOMBRE)} {y}.5{steps[y]}" for y, row in enumerate(rows)])
