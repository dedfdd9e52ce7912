"""What a still map is drawn from (geometries in metres, computed once a run) and the window that it shows."""

from dataclasses import dataclass
from functools import lru_cache

from shapely import LineString, MultiLineString, STRtree, box, clip_by_rect, line_merge, union_all
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from carte_sociale.atlas.geometry import polygon_in_metres, to_metres
from carte_sociale.model.territory import Quartier, Repere, Territoire

LARGEUR = 360.0
HAUTEUR_MIN, HAUTEUR_MAX = 270.0, 400.0
MARGE = 34.0
CANAL_COURT = 120.0
"""Metres: side basins and lock stubs of the canal below this length are left out, they read as noise."""


@dataclass(frozen=True)
class Fond:
    """Every geometry in local metres; `limites` are the borders of the communes."""

    quartiers: tuple[tuple[Quartier, BaseGeometry], ...]
    communes: dict[str, BaseGeometry]
    limites: BaseGeometry
    reperes: tuple[tuple[Repere, BaseGeometry], ...]
    arbre: STRtree
    arbre_reperes: STRtree

    def forme(self, code: int) -> BaseGeometry:
        """The outline of a quartier. Raises KeyError on an unknown code."""
        for quartier, forme in self.quartiers:
            if quartier.code == code:
                return forme
        raise KeyError(code)

    def quartiers_de(self, vue: "Vue") -> list[tuple[Quartier, BaseGeometry]]:
        """The quartiers near the view, in the order of their codes."""
        return [self.quartiers[i] for i in sorted(self.arbre.query(vue.etendue()).tolist())]

    def reperes_de(self, vue: "Vue") -> list[tuple[Repere, BaseGeometry]]:
        """The landmarks near the view, in the order of the file."""
        return [self.reperes[i] for i in sorted(self.arbre_reperes.query(vue.etendue()).tolist())]


@dataclass(frozen=True, slots=True)
class Vue:
    """From metres to the drawing: corner at 0,0, y downwards, `echelle` units a metre, `LARGEUR` by `hauteur`."""

    x0: float
    y0: float
    echelle: float
    hauteur: float

    def point(self, lat: float, lon: float) -> tuple[float, float]:
        """Drawing units from degrees WGS 84."""
        x, y = to_metres(lat, lon)
        return (x - self.x0) * self.echelle, (self.y0 - y) * self.echelle

    def dessine(self, forme: BaseGeometry, marge: float = 3.0) -> BaseGeometry:
        """The geometry in drawing units, cut at the view plus a margin that keeps cut edges out of sight."""
        e = self.echelle
        image = affine_transform(forme, [e, 0, 0, -e, -self.x0 * e, self.y0 * e])
        return clip_by_rect(image, -marge, -marge, LARGEUR + marge, self.hauteur + marge)

    def contient(self, x: float, y: float) -> bool:
        """Whether a point of the drawing lies in the view."""
        return 0 <= x <= LARGEUR and 0 <= y <= self.hauteur

    def etendue(self) -> BaseGeometry:
        """The view's rectangle, in metres."""
        return box(self.x0, self.y0 - self.hauteur / self.echelle, self.x0 + LARGEUR / self.echelle, self.y0)


def view_of(forme: BaseGeometry, marge: float = MARGE) -> Vue:
    """The view that holds the geometry with `marge` units around it, between 4:3 and a little taller than wide."""
    x0, y0, x1, y1 = forme.bounds
    hauteur = min(max((y1 - y0) / (x1 - x0) * (LARGEUR - 2 * marge) + 2 * marge, HAUTEUR_MIN), HAUTEUR_MAX)
    hauteur = float(round(hauteur))
    echelle = min((LARGEUR - 2 * marge) / (x1 - x0), (hauteur - 2 * marge) / (y1 - y0))
    milieu_x, milieu_y = (x0 + x1) / 2, (y0 + y1) / 2
    return Vue(milieu_x - LARGEUR / 2 / echelle, milieu_y + hauteur / 2 / echelle, echelle, hauteur)


@lru_cache(maxsize=2)
def background(territoire: Territoire) -> Fond:
    """The territory's geometries in metres; kept, because every quartier page of every language draws from them."""
    quartiers = tuple((q, polygon_in_metres(q.contour)) for q in territoire.quartiers)
    communes = {c.slug: polygon_in_metres(c.contour) for c in territoire.communes}
    limites = line_merge(union_all([forme.boundary for forme in communes.values()]))
    reperes = tuple((r, _landmark(r)) for r in territoire.reperes if r.point is None)
    trees = (STRtree([forme for _, forme in layer]) for layer in (quartiers, reperes))
    return Fond(quartiers, communes, limites, reperes, *trees)


def _landmark(repere: Repere) -> BaseGeometry:
    if repere.contour:
        return polygon_in_metres(repere.contour)
    lignes = MultiLineString([[to_metres(lat, lon) for lon, lat in ligne] for ligne in repere.lignes])
    merged = line_merge(lignes)
    parts = [p for p in getattr(merged, "geoms", (merged,)) if isinstance(p, LineString) and p.length >= CANAL_COURT]
    return MultiLineString(parts)
