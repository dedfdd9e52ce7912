"""Still maps of the real territory: all 145 quartiers, their size and what they show."""

import re

import pytest
from shapely import Point, Polygon, union_all

from carte_sociale.model.territory import Territoire
from carte_sociale.rendering.svg_map import CarteSvg, carte_svg_quartier, carte_svg_region

BUDGET = 8_000
VASTES = {906, 803}
"""Forêt de Soignes and Industrie Sud: many neighbours and few people; their budget is 13 kB."""


def read_back(d: str) -> list[tuple[float, float]]:
    numbers = [float(n) for n in re.findall(r"-?(?:\d+(?:\.\d)?|\.\d)", d)]
    points = [(numbers[0], numbers[1])]
    for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
        points.append((points[-1][0] + dx, points[-1][1] + dy))
    return points


def size(carte: CarteSvg) -> int:
    return sum(len(t.d) for t in carte.traces)


@pytest.fixture(scope="module")
def cartes(territoire_reel: Territoire) -> dict[int, CarteSvg]:
    return {q.code: carte_svg_quartier(territoire_reel, q.code, [], "fr") for q in territoire_reel.quartiers}


def test_every_quartier_has_a_map_under_its_budget(cartes: dict[int, CarteSvg]) -> None:
    assert len(cartes) == 145
    assert {code for code, carte in cartes.items() if size(carte) > BUDGET} <= VASTES
    assert max(size(carte) for carte in cartes.values()) < 13_000


def test_every_map_shows_its_quartier_with_its_border_on_top(cartes: dict[int, CarteSvg]) -> None:
    for code, carte in cartes.items():
        assert [t.code for t in carte.traces if t.classe.split()[0] == "ici"] == [code]
        assert carte.traces[-1].classe == "bord"


def test_every_map_shows_what_is_next_door(cartes: dict[int, CarteSvg], territoire_reel: Territoire) -> None:
    for quartier in territoire_reel.quartiers:
        drawn = {t.code for t in cartes[quartier.code].traces}
        assert set(quartier.voisins) <= drawn


def test_paths_hold_nothing_but_path_data_and_stay_in_the_view(cartes: dict[int, CarteSvg]) -> None:
    for carte in cartes.values():
        for trace in carte.traces:
            assert re.fullmatch(r"(M[-\d. ]+l[-\d. ]+z?)+", trace.d)
        starts = [m for t in carte.traces for m in re.findall(r"M(-?[\d.]+) ?(-?[\d.]+)l", t.d)]
        assert all(-4 <= float(x) <= 364 and -4 <= float(y) <= carte.hauteur + 4 for x, y in starts)


def test_names_stay_in_the_view(cartes: dict[int, CarteSvg]) -> None:
    for carte in cartes.values():
        assert all(0 < t.x < carte.largeur and 0 < t.y < carte.hauteur for t in carte.textes)


def test_the_scale_bar_is_a_round_number_that_fits(cartes: dict[int, CarteSvg]) -> None:
    for carte in cartes.values():
        assert carte.echelle.metres in {50, 100, 200, 250, 500, 1000, 2000, 5000}
        assert 20 < carte.echelle.longueur <= 110


def test_molenbeek_historique_shows_the_canal_and_its_metro(cartes: dict[int, CarteSvg]) -> None:
    carte = cartes[16]
    assert "canal" in [t.classe for t in carte.traces]
    assert "Comte de Flandre" in [s.nom["fr"] for s in carte.stations]


def test_the_scale_agrees_with_a_known_distance(territoire_reel: Territoire) -> None:
    points = [(1, 50.8467, 4.3525, False), (2, 50.8449, 4.3499, True)]
    carte = carte_svg_quartier(territoire_reel, 1, points, "fr")
    a, b = carte.marqueurs
    units = ((a.ancre_x - b.ancre_x) ** 2 + (a.ancre_y - b.ancre_y) ** 2) ** 0.5
    assert abs(units / carte.echelle.longueur * carte.echelle.metres - 271) < 3
    assert (a.approximatif, b.approximatif) == (False, True)


def test_a_place_outside_the_view_is_named_apart(territoire_reel: Territoire) -> None:
    carte = carte_svg_quartier(territoire_reel, 1, [(7, 50.80, 4.40, False), (3, 50.8467, 4.3525, False)], "fr")
    assert carte.hors_carte == (7,)
    assert [m.numeros for m in carte.marqueurs] == [(3,)]


def test_names_follow_the_language_and_nothing_else_does(territoire_reel: Territoire) -> None:
    fr, nl = (carte_svg_quartier(territoire_reel, 1, [], langue) for langue in ("fr", "nl"))
    assert fr.traces == nl.traces
    assert ("Stalingrad",) in [t.lignes for t in fr.textes]
    assert ("Martelaars",) in [t.lignes for t in nl.textes]


def test_the_same_map_twice_is_the_same(territoire_reel: Territoire) -> None:
    points = [(i, 50.84 + i / 2000, 4.345, False) for i in range(1, 9)]
    assert carte_svg_quartier(territoire_reel, 8, points, "fr") == carte_svg_quartier(territoire_reel, 8, points, "fr")


def test_an_unknown_quartier_is_refused(territoire_reel: Territoire) -> None:
    with pytest.raises(KeyError):
        carte_svg_quartier(territoire_reel, 9999, [], "fr")


def test_the_region_shows_each_quartier_once_and_names_the_communes(territoire_reel: Territoire) -> None:
    carte = carte_svg_region(territoire_reel, "fr")
    codes = [t.code for t in carte.traces if t.code is not None]
    assert sorted(codes) == [q.code for q in territoire_reel.quartiers]
    assert len(carte.textes) >= 15
    assert size(carte) < 40_000


def test_an_overview_of_some_quartiers_marks_them_and_what_is_around(territoire_reel: Territoire) -> None:
    codes = frozenset(q.code for q in territoire_reel.quartiers if q.commune_principale == "anderlecht")
    carte = carte_svg_region(territoire_reel, "fr", codes)
    assert {t.code for t in carte.traces if t.classe.startswith("quartier")} == codes
    assert [t for t in carte.traces if t.classe.startswith("voisin")]
    assert carte.traces[-1].classe == "bord"


def test_a_place_on_the_border_of_the_quartier_is_drawn_on_its_outline(territoire_reel: Territoire) -> None:
    for quartier in territoire_reel.quartiers:
        lon, lat = quartier.contour[0][0][0]
        carte = carte_svg_quartier(territoire_reel, quartier.code, [(1, lat, lon, False)], "fr")
        (marker,) = carte.marqueurs
        (outline,) = (t.d for t in carte.traces if t.code == quartier.code)
        drawn = union_all([Polygon(read_back(part)).boundary for part in outline.split("z") if part])
        assert drawn.distance(Point(marker.ancre_x, marker.ancre_y)) < 1.2
