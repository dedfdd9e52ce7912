"""The arcs beside a list of names: who has a tie to whom, drawn at build.

The picture is stretched over the list, whose rows are all as high as the highest: a unit of height is a part of a row,
so that a name on two lines, or text twice as large, moves nothing.
"""

from collections.abc import Iterable
from math import sqrt
from typing import Protocol

from markupsafe import Markup

LARGEUR, RANG = 96, 48
"""Units of the picture: its width (of CSS pixels, at the usual size of text), and the height of a row."""
_PRES, _LOIN = 20, 84
"""How far an arc between neighbours, and the longest one, reach from the names."""
_ECART = 5
"""Between arcs of the same two names; and how far from the middle of a row what leaves (above) and arrives (below)."""


class Arc(Protocol):
    """A tie between two rows (`pages.ties.Arc`)."""

    @property
    def de(self) -> int:
        """The row of who declares it."""
        ...

    @property
    def vers(self) -> int:
        """The row of the other end."""
        ...

    @property
    def sorte(self) -> str:
        """Its kind (`relations`)."""
        ...

    @property
    def incertain(self) -> bool:
        """Whether nobody confirmed it."""
        ...

    @property
    def rang(self) -> int:
        """Its place among the ties of the same two."""
        ...


def arcs_svg(rangs: int, arcs: Iterable[Arc]) -> Markup:
    """Return the picture of arcs over `rangs` rows. It says nothing to those who hear the page: a table does."""
    drawn = "".join(_arc(rangs, arc) for arc in arcs)
    return Markup(
        f'<svg class="fils__arcs" viewBox="0 0 {LARGEUR} {RANG * rangs}" preserveAspectRatio="none" '
        f'aria-hidden="true" focusable="false">{drawn}</svg>'
    )


def _arc(rangs: int, arc: Arc) -> str:
    start = RANG * arc.de + RANG // 2 - _ECART
    end = RANG * arc.vers + RANG // 2 + _ECART
    reach = _PRES + (_LOIN - _PRES) * sqrt(abs(arc.vers - arc.de) / rangs) + _ECART * arc.rang
    bend = round(min(reach, LARGEUR - 2) / 0.75)  # a cubic curve reaches three quarters of the way to its handles
    unsure = " fil--incertain" if arc.incertain else ""
    return (
        f'<g class="fil sorte-{arc.sorte}{unsure}"><path d="M0 {start}C{bend} {start} {bend} {end} 4 {end}"/>'
        f'<path class="pointe" d="M8 {end - 4}L0 {end}L8 {end + 4}Z"/></g>'
    )
