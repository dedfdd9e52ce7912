"""What our list holds near each quartier, theme by theme: never what a quartier lacks (`domain.md`, rule 6).

Distances are from the outline of the quartier (0 inside it) to a place whose position is known, as the crow flies times
`DETOUR`: what one walks, within a fifth, in a town of streets. Services by phone, itinerant or with a secret address
are near nobody and missing to nobody: they stand apart on the pages.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from carte_sociale.atlas.geometry import to_metres
from carte_sociale.atlas.notices import Listable
from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.model.territory import Quartier

if TYPE_CHECKING:
    from shapely import Point, STRtree

DETOUR = 1.3
"""Metres walked for a metre as the crow flies, the assumption that pages show."""
PAS, MARCHE = 500, 1000
"""Metres walked: a service is expected within 300 to 500 m; twice as far is still a walk."""

L = TypeVar("L", bound=Listable)


@dataclass(frozen=True, slots=True)
class Couverture(Generic[L]):
    """What the list holds of one theme near one quartier.

    `a_pas` are within `PAS` metres walked, `a_pied` beyond but within `MARCHE`, each in the order of the atlas. Where
    both are empty, `proche` is the nearest one with the metres to walk; None where no place of the theme is known.
    """

    a_pas: tuple[L, ...] = ()
    a_pied: tuple[L, ...] = ()
    proche: tuple[L, int] | None = None

    @property
    def vide(self) -> bool:
        """Whether the list has nothing within a walk."""
        return not (self.a_pas or self.a_pied)


def coverage(
    entrees: Iterable[L], themes: Sequence[str], quartiers: Sequence[Quartier], index: TerritoryIndex
) -> dict[tuple[int, str], Couverture[L]]:
    """Return the coverage of each quartier (by code) and theme; every pair is a key."""
    placed: defaultdict[str, list[tuple[L, Point]]] = defaultdict(list)
    for entree in entrees:
        points = points_of(entree)
        for theme in entree.themes if points else ():
            placed[theme] += [(entree, point) for point in points]
    found: dict[tuple[int, str], Couverture[L]] = {}
    for theme in themes:
        for quartier, near in zip(quartiers, _near(placed[theme], quartiers, index), strict=True):
            found[quartier.code, theme] = near
    return found


def points_of(entree: Listable) -> "list[Point]":
    """Return the known places of an entry, in local metres (see `geometry.to_metres`)."""
    from shapely import points

    return [points(*to_metres(*place.point)) for place in entree.endroits if place.point]


def _near(
    placed: "list[tuple[L, Point]]", quartiers: Sequence[Quartier], index: TerritoryIndex
) -> Iterable[Couverture[L]]:
    from shapely import STRtree

    if not placed:
        return [Couverture() for _ in quartiers]
    tree = STRtree([point for _, point in placed])
    return [_near_one(placed, tree, index, quartier) for quartier in quartiers]


def _near_one(
    placed: "list[tuple[L, Point]]", tree: "STRtree", index: TerritoryIndex, quartier: Quartier
) -> Couverture[L]:
    outline = index.outline(quartier.code)
    ranks = sorted(tree.query(outline, predicate="dwithin", distance=MARCHE / DETOUR).tolist())
    walked: dict[str, tuple[float, L]] = {}
    for rank in ranks:
        entree, point = placed[rank]
        metres = float(outline.distance(point)) * DETOUR
        if entree.id not in walked or metres < walked[entree.id][0]:
            walked[entree.id] = (metres, entree)
    if walked:
        return Couverture(
            tuple(entree for metres, entree in walked.values() if metres <= PAS),
            tuple(entree for metres, entree in walked.values() if metres > PAS),
        )
    gaps = ((float(outline.distance(placed[i][1])), placed[i][0].id, i) for i in tree.query_nearest(outline).tolist())
    metres, _, rank = min(gaps)
    return Couverture(proche=(placed[rank][0], round(metres * DETOUR)))
