"""What lies under the places of the moving map: quartiers, communes, parks, the canal and stations, in one small file.

No tile server is asked, and no street is drawn: we have no line of any. All of it is some 11 kB on the wire, where one
screen of somebody else's tiles is two hundred, and a request for each of them.
"""

from collections.abc import Iterable
from typing import Any

import orjson
from shapely import maximum_inscribed_circle

from carte_sociale.atlas.geometry import polygon_in_metres, to_degrees
from carte_sociale.model.territory import Contour, Ligne, Nom, Territoire
from carte_sociale.search.columns import ORIGINE, PAS, column, steps
from carte_sociale.search.outlines import Pas, arcs, relative

TYPES = ("residentiel", "espace_vert", "industrie_gare", "cimetiere")
_FINESSE = 20.0
"""Metres within which the middle of an area is looked for, to write its name."""


def background(territoire: Territoire) -> bytes:
    """Return the background as JSON. Points are steps of `pas` degrees north and east of `origine`.

    A name is [French, Dutch, English], cut after the last one that differs from the French.
    `quartiers`: [code, slug, rank in `types`, name] each, in the order of codes. `arcs`: lines (`outlines.relative`), a
    border that two quartiers share written once; `contours`: for each ring the rank of its quartier, then its arcs
    (`outlines.arcs`). `communes`: [slug, name] each; `limites`: their borders as lines. `canal`: lines.
    `parcs`: names; `pelouses`: for each ring the rank of its park, then its line. `metro`, `gares`: names;
    `points_metro`, `points_gares`: a point each. `milieux`: where the name of each quartier, then of each commune, then
    of each park stands best.
    """
    parks = [r for r in territoire.reperes if r.contour]
    rings, owners = _rings(q.contour for q in territoire.quartiers)
    lines, around = arcs(rings)
    lawns, parks_of = _rings(park.contour for park in parks)
    areas = [q.contour for q in territoire.quartiers]
    areas += [c.contour for c in territoire.communes] + [park.contour for park in parks]
    found: dict[str, Any] = {
        "origine": ORIGINE,
        "pas": PAS,
        "types": TYPES,
        "quartiers": [[q.code, q.slug, TYPES.index(q.type), _name(q.nom)] for q in territoire.quartiers],
        "arcs": column(relative(line) for line in lines),
        "contours": column([owner, *arcs_of] for owner, arcs_of in zip(owners, around, strict=True)),
        "communes": [[commune.slug, _name(commune.nom)] for commune in territoire.communes],
        "limites": column(relative(line) for line in arcs(_rings(c.contour for c in territoire.communes)[0])[0]),
        "canal": column(relative(_steps(line)) for r in territoire.reperes for line in r.lignes),
        "parcs": [_name(park.nom) for park in parks],
        "pelouses": column([owner, *relative(ring)] for owner, ring in zip(parks_of, lawns, strict=True)),
        "milieux": column(_middle(area) for area in areas),
    }
    for kind, key in (("metro", "metro"), ("gare", "gares")):
        stations = [r for r in territoire.reperes if r.genre == kind and r.point]
        found[key] = [_name(station.nom) for station in stations]
        found[f"points_{key}"] = column(steps(r.point[1], r.point[0]) for r in stations if r.point)
    return orjson.dumps(found)


def _name(nom: Nom) -> list[str]:
    names = [nom["fr"], nom["nl"], nom["en"]]
    while len(names) > 1 and names[-1] == names[0]:
        names.pop()
    return names


def _steps(line: Ligne) -> list[Pas]:
    return [steps(lat, lon) for lon, lat in line]


def _rings(contours: Iterable[Contour]) -> tuple[list[list[Pas]], list[int]]:
    """The rings of some areas, and the rank of the area that each belongs to."""
    owned = [(rank, _steps(ring)) for rank, contour in enumerate(contours) for polygon in contour for ring in polygon]
    return [ring for _, ring in owned], [rank for rank, _ in owned]


def _middle(contour: Contour) -> Pas:
    """The middle of the widest circle inside an area."""
    x, y = maximum_inscribed_circle(polygon_in_metres(contour), tolerance=_FINESSE).coords[0]
    return steps(*to_degrees(x, y))
