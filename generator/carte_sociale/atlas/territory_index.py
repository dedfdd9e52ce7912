"""Where is this point: its quartier, its commune, how far it is from one, and what is next door.

Borders are generalised to 25 m (of 1,503 real addresses, 99.8 % stay in their quartier), so a point within
`MARGE_M` of the outer border still counts as inside the Region, and `ecart` gives the metres by which a
stated quartier is missed rather than a yes or no.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from carte_sociale.atlas.geometry import polygon_in_metres, to_degrees, to_metres
from carte_sociale.atlas.street_lists import RuesDeCommune, by_commune
from carte_sociale.model.territory import Quartier, Rue, Territoire

if TYPE_CHECKING:
    from shapely import STRtree
    from shapely.geometry.base import BaseGeometry

MARGE_M = 30.0
"""Metres outside an outline that are forgiven: the generalisation (25 m) and the 4 decimals (up to 6 m)."""

NULLE_PART = 1e9
"""Metres: where a coordinate that is not a finite number is put, so that it lies nowhere."""


class TerritoryIndex:
    """Spatial look-ups over one territory. Points are degrees WGS 84, latitude first; distances are metres.

    Outlines are read with the first look-up, and what is asked again is not looked up again.
    """

    def __init__(self, territoire: Territoire) -> None:
        self.territoire = territoire
        self._codes = [q.code for q in territoire.quartiers]
        self._slugs = [c.slug for c in territoire.communes]
        self._known: dict[tuple[float, float], int | None] = {}

    @cached_property
    def _by_code(self) -> "dict[int, BaseGeometry]":
        return {q.code: polygon_in_metres(q.contour) for q in self.territoire.quartiers}

    @cached_property
    def _tree(self) -> "STRtree":
        return _tree_of(self._by_code.values())

    @cached_property
    def _commune_tree(self) -> "STRtree":
        return _tree_of(polygon_in_metres(c.contour) for c in self.territoire.communes)

    def quartier_of(self, lat: float, lon: float) -> int | None:
        """Code of the quartier that holds the point, or the nearest within `MARGE_M`; None outside the Region."""
        if (lat, lon) not in self._known:
            found = _nearest(self._tree, [(lat, lon)])[0]
            self._known[(lat, lon)] = None if found is None else self._codes[found]
        return self._known[(lat, lon)]

    def quartiers_of(self, positions: Sequence[tuple[float, float]]) -> list[int | None]:
        """`quartier_of` for many (latitude, longitude) pairs at once, in their order."""
        return [None if i is None else self._codes[i] for i in _nearest(self._tree, positions)]

    def commune_of(self, lat: float, lon: float) -> str | None:
        """Slug of the commune that holds the point, or the nearest within `MARGE_M`; None outside the Region."""
        found = _nearest(self._commune_tree, [(lat, lon)])[0]
        return None if found is None else self._slugs[found]

    def in_region(self, lat: float, lon: float) -> bool:
        """Whether the point lies in the Region, give or take `MARGE_M`."""
        return self.quartier_of(lat, lon) is not None

    def looks_swapped(self, lat: float, lon: float) -> bool:
        """Whether the point lies in the Region once latitude and longitude change places (no point does both ways)."""
        return self.in_region(lon, lat)

    def ecart(self, code: int, lat: float, lon: float) -> float:
        """Metres from the point to the outline of the quartier, 0 inside. Raises KeyError on an unknown code."""
        from shapely import points

        return float(self._by_code[code].distance(points(*to_metres(lat, lon))))

    def nearest_quartiers(self, lat: float, lon: float, count: int = 3) -> list[tuple[int, float]]:
        """The `count` lived-in quartiers nearest to the point, with the metres to each (0 for its own)."""
        from shapely import points

        here = points(*to_metres(lat, lon))
        gaps = sorted((float(self._by_code[q.code].distance(here)), q.code) for q in self._lived_in)
        return [(code, gap) for gap, code in gaps[:count]]

    def nearest_to(self, code: int, among: frozenset[int], count: int = 3) -> list[int]:
        """Codes of the `count` quartiers of `among` whose outline is nearest to this one's. KeyError if unknown."""
        here = self._by_code[code]
        gaps = sorted((float(self._by_code[other].distance(here)), other) for other in among - {code})
        return [other for _, other in gaps[:count]]

    def neighbours(self, code: int) -> tuple[Quartier, ...]:
        """The quartiers next door, in the order of their codes; uninhabited ones too. Empty for an unknown code."""
        quartier = self.territoire.quartier(code)
        near = (self.territoire.quartier(v) for v in quartier.voisins) if quartier else ()
        return tuple(q for q in near if q is not None)

    def quartiers_of_commune(self, slug: str) -> tuple[Quartier, ...]:
        """The quartiers that lie in the commune at least for a part worth naming in the data (about 3 %)."""
        return tuple(q for q in self.territoire.quartiers if any(c == slug for c, _ in q.communes))

    def quartiers_of_bassin(self, slug: str) -> tuple[Quartier, ...]:
        """The quartiers whose bassin, stated or deduced, is this one."""
        with_bassin = ((q, self.territoire.bassin_du_quartier(q.code)) for q in self.territoire.quartiers)
        return tuple(q for q, found in with_bassin if found is not None and found[0].slug == slug)

    def streets_of(self, code: int) -> tuple[Rue, ...]:
        """The streets that run through the quartier, in the order of the file (alphabetical)."""
        return tuple(self._streets.get(code, ()))

    def outline(self, code: int) -> "BaseGeometry":
        """The quartier's outline in local metres (see `geometry.to_metres`). Raises KeyError on an unknown code."""
        return self._by_code[code]

    def middle(self, code: int) -> tuple[float, float]:
        """A point well inside the quartier, degrees WGS 84, latitude first. Raises KeyError on an unknown code."""
        point = self._by_code[code].representative_point()
        return to_degrees(point.x, point.y)

    @cached_property
    def streets_by_commune(self) -> Mapping[str, RuesDeCommune]:
        """The streets of each commune, by its slug."""
        return by_commune(self.territoire.rues)

    @cached_property
    def _lived_in(self) -> tuple[Quartier, ...]:
        return tuple(q for q in self.territoire.quartiers if q.habite)

    @cached_property
    def _streets(self) -> dict[int, list[Rue]]:
        by_code: dict[int, list[Rue]] = {}
        for street in self.territoire.rues:
            for code in street.quartiers:
                by_code.setdefault(code, []).append(street)
        return by_code


def _tree_of(outlines: "Iterable[BaseGeometry]") -> "STRtree":
    from shapely import STRtree

    return STRtree(list(outlines))


def _nearest(tree: "STRtree", positions: Iterable[tuple[float, float]]) -> list[int | None]:
    """For each position the geometry that holds it, else the nearest within `MARGE_M`, else None.

    On a shared border the first geometry in order wins, whatever the order in which the tree answers.
    """
    import numpy as np
    from shapely import points

    metres = np.asarray([to_metres(lat, lon) for lat, lon in positions], dtype=float).reshape(-1, 2)
    here = points(np.where(np.isfinite(metres), metres, NULLE_PART))
    found: list[int | None] = [None] * len(metres)
    for position, geometry in sorted(
        zip(*tree.query(here, predicate="intersects").tolist(), strict=True), reverse=True
    ):
        found[position] = geometry
    missed = [i for i, geometry in enumerate(found) if geometry is None]
    if missed:
        near = tree.query_nearest(here[missed], max_distance=MARGE_M).tolist()
        for position, geometry in sorted(zip(*near, strict=True), reverse=True):
            found[missed[position]] = geometry
    return found
