"""Where several associations receive under one roof (CSSI): within a walk of a quartier, else the nearest.

A newcomer asks who is behind that door and how each is entered; a border is no reason not to answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from carte_sociale.atlas.coverage import DETOUR, MARCHE, points_of
from carte_sociale.atlas.notices import Listable
from carte_sociale.atlas.territory_index import TerritoryIndex

if TYPE_CHECKING:
    from shapely import Point

NATURE = "cssi"
"""Nature of a record whose members receive under one roof; a record with desks is one too, whatever its nature."""

L = TypeVar("L", bound=Listable)


@dataclass(frozen=True, slots=True)
class Toit(Generic[L]):
    """A roof seen from a quartier: `metres` to walk from its border, 0 inside."""

    entree: L
    metres: int


def roofs(entrees: Iterable[L]) -> "list[tuple[L, list[Point]]]":
    """Return the entries at whose place several associations receive, in their order, with their points in metres."""
    found = [entree for entree in entrees if entree.nature == NATURE or entree.guichets]
    return [(entree, points_of(entree)) for entree in found]


def roofs_near(found: "Iterable[tuple[L, list[Point]]]", code: int, index: TerritoryIndex) -> list[Toit[L]]:
    """Return the roofs within `MARCHE` metres walked of a quartier, the nearest first; else the nearest.

    Where the desks of none of these are known, the nearest whose desks are comes last: it shows what to expect. One
    without a known position is near nobody. KeyError for an unknown code.
    """
    outline = index.outline(code)
    placed = [
        Toit(entree, round(min(float(outline.distance(point)) for point in points) * DETOUR))
        for entree, points in found
        if points
    ]
    placed.sort(key=lambda toit: (toit.metres, toit.entree.id))
    near = [toit for toit in placed if toit.metres <= MARCHE] or placed[:1]
    told = [toit for toit in placed if toit.entree.guichets]
    return near if any(toit in told for toit in near) else near + told[:1]
