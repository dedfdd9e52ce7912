"""The background of the map in the browser: what the territory says, within a step; names that cover no other."""

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from shapely import Point

from carte_sociale.atlas.geometry import polygon_in_metres, to_metres
from carte_sociale.model.territory import Contour, Territoire
from carte_sociale.search.background import background
from carte_sociale.search.columns import PAS

from .conftest import Lance

DECODER = "components/plan/decoder.js"
NOMS = "components/plan/noms.js"
DEMI_PAS = PAS / 2 + 1e-9
TOLERANCE = 30.0
"""Metres: what a step and the simplified outline may move a border by."""


@pytest.fixture(scope="module")
def fond(node: Lance, territoire_reel: Territoire) -> dict[str, Any]:
    data = json.loads(background(territoire_reel))
    found: dict[str, Any] = node(DECODER, "(donnees, { decoderFond }) => decoderFond(donnees)", data)
    return found


def near(written: list[float], lon: float, lat: float) -> bool:
    return abs(written[0] - lat) <= DEMI_PAS and abs(written[1] - lon) <= DEMI_PAS


def same_rings(rings: list[list[list[float]]], contour: Contour) -> bool:
    """Whether the rings of an area are those of the territory, each from whatever point it begins at."""
    expected = [[a for a, b in pairwise(ring) if a != b] for polygon in contour for ring in polygon]
    if [len(ring) - 1 for ring in rings] != [len(ring) for ring in expected]:
        return False
    for ring, points in zip(rings, expected, strict=True):
        assert ring[0] == ring[-1]
        shift = next((n for n in range(len(points)) if near(ring[0], *points[n])), None)
        if shift is None:
            return False
        turned = [*points[shift:], *points[:shift]]
        if not all(near(point, *there) for point, there in zip(ring, turned, strict=False)):
            return False
    return True


def test_areas_are_those_of_the_territory_within_half_a_step(fond: dict[str, Any], territoire_reel: Territoire) -> None:
    assert len(fond["quartiers"]) == len(territoire_reel.quartiers) == 145
    for drawn, quartier in zip(fond["quartiers"], territoire_reel.quartiers, strict=True):
        assert (drawn["code"], drawn["slug"], drawn["genre"]) == (quartier.code, quartier.slug, quartier.type)
        assert drawn["noms"] == dict(quartier.nom)
        assert same_rings(drawn["anneaux"], quartier.contour), quartier.slug
    parks = [r for r in territoire_reel.reperes if r.contour]
    for drawn, park in zip(fond["parcs"], parks, strict=True):
        assert drawn["noms"] == dict(park.nom)
        assert same_rings(drawn["anneaux"], park.contour), park.nom
    assert not same_rings(fond["parcs"][0]["anneaux"], parks[1].contour)


def test_stations_and_canal_stand_where_they_are(fond: dict[str, Any], territoire_reel: Territoire) -> None:
    stations = sorted((r for r in territoire_reel.reperes if r.point), key=lambda r: r.genre != "metro")
    assert len(fond["stations"]) == len(stations) > 90
    for drawn, station in zip(fond["stations"], stations, strict=True):
        assert (drawn["genre"], drawn["noms"]) == (station.genre, dict(station.nom))
        assert near(drawn["point"], *station.point)
    (canal,) = (r for r in territoire_reel.reperes if r.genre == "canal")
    for drawn, line in zip(fond["canal"], canal.lignes, strict=True):
        assert all(near(point, *there) for point, there in zip(drawn, line, strict=True))


def test_a_name_stands_inside_what_it_names(fond: dict[str, Any], territoire_reel: Territoire) -> None:
    areas = [(drawn, q.contour) for drawn, q in zip(fond["quartiers"], territoire_reel.quartiers, strict=True)]
    areas += [(drawn, c.contour) for drawn, c in zip(fond["communes"], territoire_reel.communes, strict=True)]
    outside = [
        drawn["noms"]["fr"]
        for drawn, contour in areas
        if polygon_in_metres(contour).distance(Point(to_metres(*drawn["milieu"]))) > 1
    ]
    assert outside == []


def test_a_click_finds_the_quartier_that_the_program_finds(
    node: Lance, fond: dict[str, Any], territoire_reel: Territoire
) -> None:
    shapes = {q.slug: polygon_in_metres(q.contour) for q in territoire_reel.quartiers}
    asked, expected = [], []
    for lat in range(50_770, 50_910, 7):
        for lon in range(4_250, 4_480, 11):
            point = Point(to_metres(lat / 1000, lon / 1000))
            if all(
                shape.exterior.distance(point) > TOLERANCE
                for s in shapes.values()
                for shape in getattr(s, "geoms", [s])
            ):
                asked.append([lat / 1000, lon / 1000])
                expected.append(next((slug for slug, shape in shapes.items() if shape.contains(point)), None))
    body = "([fond, points], { quartierDe }) => points.map((p) => (quartierDe(fond, p) || { slug: null }).slug)"
    assert len(set(expected)) > 60
    assert None in expected
    assert node(DECODER, body, [fond, asked]) == expected


def test_a_territory_without_landmarks_is_read(node: Lance, territoire_reel: Territoire) -> None:
    data = json.loads(background(replace(territoire_reel, reperes=())))
    found = node(DECODER, "(donnees, { decoderFond }) => decoderFond(donnees)", data)
    assert (found["parcs"], found["stations"], found["canal"]) == ([], [], [])
    assert len(found["quartiers"]) == 145


# --- names ----------------------------------------------------------------------------------------------------------

PLACER = """([fond, langue, zooms], { candidats, placer }) => {
  const projeter = ([lat, lon], zoom) => {
    const s = Math.sin((lat * Math.PI) / 180);
    const monde = 256 * 2 ** zoom;
    return { x: monde * (lon / 360 + 0.5), y: monde * (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) };
  };
  const tous = candidats({ project: projeter }, fond, langue);
  return zooms.map((zoom) => placer(tous, zoom, 2 ** (zoom - 15), (texte) => texte.length * 7, 16));
}"""


def boxes(names: list[dict[str, Any]]) -> list[tuple[float, float, float, float]]:
    found = []
    for name in names:
        width = max(map(len, name["lignes"])) * 7
        left = name["x"] - {"left": 0, "center": width / 2, "right": width}[name["ancre"]]
        bottom = name["y"] + (len(name["lignes"]) - 1) * 12 + 6
        found.append((left, name["y"] - 6, left + width, bottom))
    return found


@pytest.fixture(scope="module")
def noms(node: Lance, fond: dict[str, Any]) -> dict[int, list[dict[str, Any]]]:
    zooms = [11, 12, 13, 14, 16]
    return dict(zip(zooms, node(NOMS, PLACER, [fond, "nl", zooms]), strict=True))


def test_names_cover_no_other(noms: dict[int, list[dict[str, Any]]]) -> None:
    for names in noms.values():
        rectangles = boxes(names)
        for i, a in enumerate(rectangles):
            for b in rectangles[i + 1 :]:
                assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_names_of_communes_from_afar_of_quartiers_nearer_of_stations_from_close_by(
    noms: dict[int, list[dict[str, Any]]],
) -> None:
    kinds = {zoom: {name["classe"] for name in names} for zoom, names in noms.items()}
    assert kinds[11] == kinds[12] == {"commune"}
    assert kinds[13] == {"quartier", "parc"}
    assert kinds[14] == kinds[16] == {"quartier", "parc", "station"}
    written = {zoom: [" ".join(name["lignes"]) for name in names] for zoom, names in noms.items()}
    assert len(written[12]) >= 18
    assert {"Brussel", "Elsene", "Schaarbeek"} <= set(written[12])
    assert "Grote Markt" in written[14]
    assert len(written[16]) > 200
    for names in noms.values():
        assert len({(n["classe"], *n["lignes"]) for n in names}) == len(names)
