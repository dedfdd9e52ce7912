"""Still maps as plain data: what to draw, where, under which class. A template writes the SVG (no `style=`: CSP).

One unit is about a CSS pixel on a phone: the view is 360 units wide, so that names and numbers stay legible at
328 px. Everything is cut at the view and written with one decimal, each point relative to the one before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from shapely import coverage_simplify, union_all
from shapely.geometry.base import BaseGeometry

from carte_sociale.model.territory import Nom, Quartier, Territoire
from carte_sociale.rendering.svg_labels import LabelBoard, Texte
from carte_sociale.rendering.svg_markers import Marqueur, place_markers
from carte_sociale.rendering.svg_paths import path_data
from carte_sociale.rendering.svg_view import LARGEUR, Fond, Vue, background, view_of

PAS_ECHELLE = (5000, 2000, 1000, 500, 250, 200, 100, 50)
ECHELLE_MAX = 110.0
TOLERANCE = 0.9
"""Units: lines are simplified by this much, shared borders together; it does not show."""

PARC_MIN = 12.0
"""Square units: a smaller park is a speck that costs bytes."""
MARGE_APERCU = 12.0


@dataclass(frozen=True, slots=True)
class Trace:
    """A path; `code` and `nom` are those of the quartier it stands for, if any."""

    classe: str
    d: str
    code: int | None = None
    nom: Nom | None = None


@dataclass(frozen=True, slots=True)
class Station:
    """A metro or railway station in the view."""

    genre: str
    x: float
    y: float
    nom: Nom


@dataclass(frozen=True, slots=True)
class Echelle:
    """The scale bar: its length in the drawing and the round number of metres that it stands for."""

    longueur: float
    metres: int


@dataclass(frozen=True, slots=True)
class CarteSvg:
    """A whole map, layers in drawing order. `hors_carte`: the numbers whose place lies outside the view."""

    largeur: float
    hauteur: float
    traces: tuple[Trace, ...]
    stations: tuple[Station, ...]
    textes: tuple[Texte, ...]
    marqueurs: tuple[Marqueur, ...]
    hors_carte: tuple[int, ...]
    echelle: Echelle

    @property
    def a_expliquer(self) -> frozenset[str]:
        """What a legend has to explain: ici, parc, canal, commune, metro, gare, approximatif."""
        classes = {word for trace in self.traces for word in trace.classe.split()}
        found = (classes & {"parc", "canal", "commune"}) | {station.genre for station in self.stations}
        found |= {"parc"} if classes & {"espace-vert", "cimetiere"} else set()
        found |= {"ici"} if "bord" in classes else set()
        return frozenset(found | ({"approximatif"} if any(m.approximatif for m in self.marqueurs) else set()))


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a map shows in every language; `voisins` are the areas that it names."""

    vue: Vue
    traces: tuple[Trace, ...]
    stations: tuple[Station, ...]
    voisins: tuple[tuple[Nom, BaseGeometry], ...]
    parcs: tuple[tuple[Nom, BaseGeometry], ...]


@lru_cache(maxsize=1024)
def _scene(territoire: Territoire, code: int) -> _Scene:
    fond = background(territoire)
    vue = view_of(fond.forme(code))
    dessins = _drawn(vue, fond.quartiers_de(vue))
    voisins = [(q, forme) for q, forme in dessins if q.code != code]
    traces = [_quartier(q, forme, "voisin") for q, forme in voisins]
    traces += [_quartier(q, forme, "ici") for q, forme in dessins if q.code == code]
    traces += _landmarks(fond, vue)
    traces.append(_borders(fond, vue))
    traces += [Trace("bord", path_data(forme)) for q, forme in dessins if q.code == code]
    names = tuple((q.nom, forme) for q, forme in voisins)
    return _Scene(vue, tuple(traces), _stations(territoire, vue), names, tuple(_parks(fond, vue)))


def carte_svg_quartier(
    territoire: Territoire, code: int, points: Sequence[tuple[int, float, float, bool]], langue: str
) -> CarteSvg:
    """The quartier with what lies around it; `points` are (number in the list, latitude, longitude, approximate).

    Raises KeyError on an unknown code.
    """
    scene = _scene(territoire, code)
    vue = scene.vue
    places = [(numero, *vue.point(lat, lon), approche) for numero, lat, lon, approche in points]
    marqueurs = place_markers([p for p in places if vue.contient(p[1], p[2])], LARGEUR, vue.hauteur)
    board = LabelBoard(LARGEUR, vue.hauteur, langue)
    board.block_markers(marqueurs)
    board.add_stations([(s.x, s.y, s.nom) for s in scene.stations])
    board.add_areas(scene.voisins, "nom-voisin")
    board.add_areas(scene.parcs, "nom-parc")
    hors = tuple(sorted(numero for numero, x, y, _ in places if not vue.contient(x, y)))
    return _carte(vue, scene.traces, scene.stations, board, marqueurs, hors)


def carte_svg_region(territoire: Territoire, langue: str, codes: frozenset[int] = frozenset()) -> CarteSvg:
    """An overview whose quartiers can be links: of the Region or, with `codes`, of those (a commune, a bassin) among
    what lies around. Quartiers differ by class when nobody lives there, never by a measure of any kind."""
    scene = _overview(territoire, codes)
    board = LabelBoard(LARGEUR, scene.vue.hauteur, langue)
    board.add_areas(scene.voisins, "nom-quartier" if codes else "nom-commune")
    return _carte(scene.vue, scene.traces, (), board, (), ())


@lru_cache(maxsize=256)
def _overview(territoire: Territoire, codes: frozenset[int]) -> _Scene:
    fond = background(territoire)
    vue = view_of(union_all([f for q, f in fond.quartiers if not codes or q.code in codes]), MARGE_APERCU)
    dessins = _drawn(vue, fond.quartiers_de(vue))
    traces = [_quartier(q, f, "quartier" if not codes or q.code in codes else "voisin") for q, f in dessins]
    traces += _landmarks(fond, vue)
    traces.append(_borders(fond, vue))
    named = [(q.nom, f) for q, f in dessins if q.code in codes and q.habite]
    if codes:
        traces.append(Trace("bord", path_data(union_all([f for q, f in dessins if q.code in codes]))))
    else:
        named = [(c.nom, vue.dessine(fond.communes[c.slug])) for c in territoire.communes]
    return _Scene(vue, tuple(traces), (), tuple(named), ())


def _carte(
    vue: Vue,
    traces: Iterable[Trace],
    stations: tuple[Station, ...],
    board: LabelBoard,
    marqueurs: tuple[Marqueur, ...],
    hors: tuple[int, ...],
) -> CarteSvg:
    visibles = tuple(t for t in traces if t.d)
    return CarteSvg(LARGEUR, vue.hauteur, visibles, stations, board.texts(), marqueurs, hors, _scale(vue))


def _drawn(vue: Vue, quartiers: Sequence[tuple[Quartier, BaseGeometry]]) -> list[tuple[Quartier, BaseGeometry]]:
    """The quartiers that the view shows, in drawing units, simplified together so that borders stay shared."""
    simples = coverage_simplify([forme for _, forme in quartiers], TOLERANCE / vue.echelle)
    dessins = [(q, vue.dessine(forme)) for (q, _), forme in zip(quartiers, simples, strict=True)]
    return [(q, forme) for q, forme in dessins if not forme.is_empty]


def _borders(fond: Fond, vue: Vue) -> Trace:
    return Trace("commune", path_data(vue.dessine(fond.limites.simplify(TOLERANCE / vue.echelle))))


def _quartier(quartier: Quartier, forme: BaseGeometry, classe: str) -> Trace:
    suffixe = "" if quartier.habite else f" {quartier.type.replace('_', '-')}"
    return Trace(classe + suffixe, path_data(forme), quartier.code, quartier.nom)


def _landmarks(fond: Fond, vue: Vue) -> list[Trace]:
    """Parks first, the canal over them; park by park without a name, to keep the drawing small."""
    dessins = [(r.genre, vue.dessine(forme.simplify(TOLERANCE / vue.echelle))) for r, forme in fond.reperes_de(vue)]
    parcs = "".join(path_data(d) for genre, d in dessins if genre == "parc" and d.area >= PARC_MIN)
    return [Trace("parc", parcs), *(Trace("canal", path_data(d)) for genre, d in dessins if genre == "canal")]


def _parks(fond: Fond, vue: Vue) -> list[tuple[Nom, BaseGeometry]]:
    return [(r.nom, vue.dessine(forme, marge=0.0)) for r, forme in fond.reperes_de(vue) if r.genre == "parc"]


def _stations(territoire: Territoire, vue: Vue) -> tuple[Station, ...]:
    found = []
    for repere in territoire.reperes:
        if repere.point is not None:
            x, y = vue.point(repere.point[1], repere.point[0])
            if vue.contient(x, y):
                found.append(Station(repere.genre, round(x, 1), round(y, 1), repere.nom))
    return tuple(found)


def _scale(vue: Vue) -> Echelle:
    """The longest round distance whose bar stays under `ECHELLE_MAX` units."""
    metres = next((m for m in PAS_ECHELLE if m * vue.echelle <= ECHELLE_MAX), PAS_ECHELLE[-1])
    return Echelle(round(metres * vue.echelle, 1), metres)
