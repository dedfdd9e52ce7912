"""The still map's component: named, described, without inline style, and deaf to markup in names."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from carte_sociale.model.territory import Territoire
from carte_sociale.rendering.svg_map import CarteSvg, carte_svg_quartier, carte_svg_region

COMPOSANTS = Path(__file__).parents[3] / "theme" / "components"
LEGENDE = {"ici": "ce quartier", "parc": "parc", "approximatif": "position approximative"}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def macro() -> Any:
    environment = Environment(loader=FileSystemLoader(COMPOSANTS), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("carte-quartier/carte-quartier.html").module.carte_quartier  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def carte(territoire_reel: Territoire) -> CarteSvg:
    points = [(1, 50.8561, 4.3393, False), (2, 50.8561, 4.3393, False), (3, 50.8571, 4.3393, True)]
    return carte_svg_quartier(territoire_reel, 16, points, "fr")


def svg_of(html: str) -> ElementTree.Element:
    found = re.search(r"<svg.*</svg>", html, re.S)
    assert found is not None
    return ElementTree.fromstring(found[0])


def render(macro: Any, carte: CarteSvg, **more: Any) -> str:
    return str(macro(carte, "c", "Carte de Molenbeek", "La liste dit la même chose.", "fr", LEGENDE, "© OSM", **more))


def test_the_drawing_is_named_and_described(macro: Any, carte: CarteSvg) -> None:
    svg = svg_of(render(macro, carte))
    ids = {e.get("id"): e.text for e in svg.iter() if e.get("id")}
    assert ids[svg.get("aria-labelledby")] == "Carte de Molenbeek"
    assert ids[svg.get("aria-describedby")] == "La liste dit la même chose."


def test_a_numbered_place_leads_to_its_line_in_the_list(macro: Any, carte: CarteSvg) -> None:
    links = [a for a in svg_of(render(macro, carte)).iter(f"{SVG}a") if "lieu" in a.get("class", "")]
    assert [(a.get("href"), a.find(f"{SVG}text").text) for a in links] == [("#lieu-1", "1, 2"), ("#lieu-3", "3")]  # type: ignore[union-attr]
    assert links[1].get("class") == "lieu approximatif"


def test_a_neighbour_is_a_link_only_where_an_address_is_given(macro: Any, carte: CarteSvg) -> None:
    html = render(macro, carte, adresses={2: "../dansaert/"})
    links = [a.get("href") for a in svg_of(html).iter(f"{SVG}a") if "lieu" not in a.get("class", "")]
    assert links == ["../dansaert/"]


def test_links_in_the_drawing_stay_out_of_the_tab_order(macro: Any, carte: CarteSvg) -> None:
    html = render(macro, carte, adresses={2: "../dansaert/"})
    assert {a.get("tabindex") for a in svg_of(html).iter(f"{SVG}a")} == {"-1"}


def test_nothing_is_styled_inline(macro: Any, carte: CarteSvg) -> None:
    assert "style=" not in render(macro, carte)


def test_a_hostile_name_is_text(macro: Any, carte: CarteSvg) -> None:
    first = carte.textes[0]
    hostile = replace(carte, textes=(replace(first, lignes=("</text><script>x()</script>",)),))
    html = render(macro, hostile)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_the_overview_links_every_quartier(macro: Any, territoire_reel: Territoire) -> None:
    addresses = {q.code: f"../{q.slug}/" for q in territoire_reel.quartiers}
    html = render(macro, carte_svg_region(territoire_reel, "fr"), adresses=addresses)
    assert {a.get("href") for a in svg_of(html).iter(f"{SVG}a")} == set(addresses.values())


def test_only_the_legend_asked_for_is_shown(macro: Any, carte: CarteSvg) -> None:
    assert re.findall(r"cle--(\w+)", render(macro, carte)) == ["ici", "parc", "approximatif"]


def test_the_legend_explains_nothing_that_is_not_drawn(macro: Any, territoire_reel: Territoire) -> None:
    """Marolles: metro and railway, neither park nor canal."""
    keys = ("ici", "parc", "canal", "commune", "metro", "gare", "approximatif")
    legende = {key: key for key in keys}
    carte = carte_svg_quartier(territoire_reel, 8, [], "fr")
    html = str(macro(carte, "c", "t", "d", "fr", legende, "© OSM"))
    assert re.findall(r"cle--(\w+)", html) == ["ici", "metro", "gare", "commune"]


def test_the_overview_of_a_commune_explains_its_border(territoire_reel: Territoire) -> None:
    assert "ici" not in carte_svg_region(territoire_reel, "fr").a_expliquer
    assert "ici" in carte_svg_region(territoire_reel, "fr", frozenset({8})).a_expliquer
