"""Names on a still map: each is written only where it covers no other name and no marker; else it is left out.

Widths are estimated (no font is known at build): 0.56 em a character, which is wide for a system sans-serif.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from shapely import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel
from shapely.strtree import STRtree

from carte_sociale.model.territory import Nom
from carte_sociale.rendering.svg_markers import RAYON, Marqueur

CORPS = {"nom-station": 8.5, "nom-voisin": 9.0, "nom-quartier": 8.5, "nom-commune": 9.0, "nom-parc": 8.0}
LARGEUR_LETTRE = 0.56
DEDANS = {"nom-commune": 0.45}
"""Share of a name that must lie in its area, 0.72 unless told: a commune's name may cross its border."""
LIGNE = 1.15
"""Height of a line, in font sizes."""


@dataclass(frozen=True, slots=True)
class Texte:
    """A name in one or more lines; x, y is the middle or the start (see `ancre`) of the first baseline."""

    classe: str
    lignes: tuple[str, ...]
    x: float
    y: float
    ancre: str
    pas: float


class LabelBoard:
    """Collects names and remembers which rectangles of the view are taken. First come, first served."""

    def __init__(self, width: float, height: float, langue: str) -> None:
        self._width, self._height, self._langue = width, height, langue
        self._taken: list[BaseGeometry] = []
        self._texts: list[Texte] = []

    def block_markers(self, markers: Sequence[Marqueur]) -> None:
        """Keeps names off the markers."""
        self._taken += [box(m.x - m.demi, m.y - RAYON, m.x + m.demi, m.y + RAYON) for m in markers]

    def add_stations(self, stations: Sequence[tuple[float, float, Nom]]) -> None:
        """Writes a name right, left, above or below each station, where there is room. A name is written once."""
        size = CORPS["nom-station"]
        self._taken += [box(x - 4, y - 4, x + 4, y + 4) for x, y, _ in stations]
        written: set[str] = set()
        for x, y, nom in stations:
            text = nom[self._langue]
            places = (("start", 6, 3), ("end", -6, 3), ("middle", 0, -6), ("middle", 0, 6 + size * 0.8))
            if text not in written and any(
                self._try("nom-station", (text,), x + dx, y + dy, a) for a, dx, dy in places
            ):
                written.add(text)

    def add_areas(self, areas: Sequence[tuple[Nom, BaseGeometry]], classe: str) -> None:
        """Writes a name inside each area (drawing units, clipped to the view), the largest area first."""
        ordered = sorted(areas, key=lambda a: (-a[1].area, a[0]["fr"]))
        for nom, shape in ordered:
            part = max(getattr(shape, "geoms", (shape,)), key=lambda g: g.area, default=shape)
            if part.geom_type != "Polygon" or part.area < 300:
                continue
            spots = (polylabel(part, 2.0), part.centroid, part.representative_point())
            name = nom[self._langue]
            for spot, lines in product(spots, dict.fromkeys([(name,), _lines(name)])):
                y = spot.y + CORPS[classe] * (0.35 - LIGNE * (len(lines) - 1) / 2)
                if self._try(classe, lines, spot.x, y, "middle", part):
                    break

    def texts(self) -> tuple[Texte, ...]:
        """What was written, in the order it was placed."""
        return tuple(self._texts)

    def _try(
        self, classe: str, lines: tuple[str, ...], x: float, y: float, anchor: str, inside: BaseGeometry | None = None
    ) -> bool:
        size = CORPS[classe]
        width = max(len(line) for line in lines) * size * LARGEUR_LETTRE
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        frame = box(left, y - size * 0.8, left + width, y + size * 0.25 + size * LIGNE * (len(lines) - 1))
        x0, y0, x1, y1 = frame.bounds
        if x0 < 2 or y0 < 2 or x1 > self._width - 2 or y1 > self._height - 2:
            return False
        if inside is not None and frame.intersection(inside).area < DEDANS.get(classe, 0.72) * frame.area:
            return False
        if self._taken and len(STRtree(self._taken).query(frame, predicate="intersects")):
            return False
        self._taken.append(frame)
        self._texts.append(Texte(classe, lines, round(x, 1), round(y, 1), anchor, round(size * LIGNE, 1)))
        return True


def _lines(text: str) -> tuple[str, ...]:
    """The name over two or three lines of alike length: at its dashes, else at the space nearest the middle."""
    parts = text.split(" - ")
    if len(parts) > 1:
        return tuple(p + (" -" if i < len(parts) - 1 else "") for i, p in enumerate(parts))
    spaces = [i for i, c in enumerate(text) if c == " "]
    if not spaces or len(text) < 10:
        return (text,)
    cut = min(spaces, key=lambda i: (abs(i - len(text) / 2), i))
    return text[:cut], text[cut + 1 :]
