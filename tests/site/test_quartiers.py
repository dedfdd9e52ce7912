"""Quartier pages: what is next door is always there, and the drawing says what the list says."""

import json
from pathlib import Path

import pytest

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE

from .lecture import Page, cible


@pytest.fixture(scope="module")
def quartiers(pages: list[Page]) -> list[Page]:
    found = [page for page in pages if page.sorte == "quartier"]
    assert len(found) == 145 * len(LANGUES_DU_SITE)
    return found


def _item(page: Page, atlas: Atlas):
    slug = page.adresse.split("/")[2]
    return next(q for q in atlas.donnees.territoire.quartiers if q.slug == slug)


def test_next_door_is_always_shown(quartiers: list[Page], atlas: Atlas) -> None:
    for page in quartiers:
        quartier = _item(page, atlas)
        neighbours = {
            routes.address("quartier", page.langue, atlas.donnees.territoire.quartier(code).slug)
            for code in quartier.voisins
        }
        (section,) = page.xpath("//section[@aria-labelledby='voisins']")
        linked = {cible(page, href)[0] for href in section.xpath(".//a/@href") if "/quartiers/" in cible(page, href)[0]}
        assert neighbours <= linked != set(), page
        further = {cible(page, href)[0] for href in section.xpath(".//h4/a/@href")}
        assert linked == neighbours | further, page


def test_what_is_next_door_is_what_the_neighbours_list(
    quartiers: list[Page], par_adresse: dict[str, Page], atlas: Atlas
) -> None:
    """Every record of a neighbour stands on the page, here or next door."""
    for page in quartiers:
        shown = set(page.xpath("//main//@data-fiche"))
        for code in _item(page, atlas).voisins:
            slug = atlas.donnees.territoire.quartier(code).slug
            neighbour = par_adresse[routes.address("quartier", page.langue, slug)]
            theirs = set(neighbour.xpath("//section[@aria-labelledby='ici']//@data-fiche"))
            assert theirs <= shown, (page, neighbour)


def test_list_is_the_records_of_the_quartier_each_once(quartiers: list[Page], atlas: Atlas) -> None:
    for page in quartiers:
        listed = page.xpath("//section[@aria-labelledby='ici']//@data-fiche")
        assert len(listed) == len(set(listed)), page
        assert set(listed) == {entree.id for entree in atlas.par_quartier[_item(page, atlas).code]}, page


def test_lieux_de_liens_come_first(quartiers: list[Page], atlas: Atlas) -> None:
    for page in quartiers:
        order = [
            atlas.par_id[id_].est_lieu_de_liens for id_ in page.xpath("//section[@aria-labelledby='ici']//@data-fiche")
        ]
        assert order == sorted(order, reverse=True), page


def test_needs_follow_in_the_order_of_the_families(quartiers: list[Page], atlas: Atlas) -> None:
    order = ["lieux-de-liens", *atlas.donnees.vocabulaires["familles"].ids, "autres"]
    seen = set()
    for page in quartiers:
        headings = [id_.removeprefix("besoin-") for id_ in page.ids if id_.startswith("besoin-")]
        assert headings == sorted(headings, key=order.index), page
        seen |= set(headings)
    assert len(seen) > 10


def test_numbers_of_the_map_are_those_of_the_list(quartiers: list[Page]) -> None:
    numbers = 0
    for page in quartiers:
        listed = [id_ for id_ in page.ids if id_.startswith("lieu-")]
        badges = page.xpath("//section[@aria-labelledby='ici']//span[contains(@class, 'numero')]")
        written = [badge.text_content() for badge in badges]
        assert listed == [f"lieu-{n}" for n in written], page
        assert written == [str(n) for n in range(1, len(written) + 1)], page
        marks = page.xpath("//*[local-name()='svg']//*[local-name()='a'][contains(@class, 'lieu')]")
        drawn = [number for mark in marks for number in mark.xpath("./*[local-name()='title']")[0].text.split(", ")]
        assert sorted(drawn, key=int) == written, page
        assert {mark.get("href") for mark in marks} <= {f"#{id_}" for id_ in listed}, page
        numbers += len(written)
    assert numbers > 300


def test_the_list_stands_before_the_map_and_next_to_it(quartiers: list[Page]) -> None:
    """Line 22 of the requirements; the drawing takes no focus, so the eye may meet it first."""
    for page in quartiers:
        sections = page.xpath("//main//section/@aria-labelledby")
        assert sections.index("ici") < sections.index("plan"), page
        assert set(page.xpath("//section[@aria-labelledby='plan']//*[local-name()='a']/@tabindex")) <= {"-1"}, page


def test_what_is_not_drawn_says_why_once(quartiers: list[Page]) -> None:
    for page in quartiers:
        (section,) = page.xpath("//section[@aria-labelledby='ici']")
        without = [item for item in section.xpath("./ol/li") if not item.xpath(".//span[contains(@class, 'numero')]")]
        assert len(section.xpath("./p[@class='note']")) == bool(without), page


def test_a_place_known_by_its_street_is_marked_in_the_list_as_on_the_map(quartiers: list[Page], atlas: Atlas) -> None:
    marked = 0
    for page in quartiers:
        for card in page.xpath("//section[@aria-labelledby='ici']//article"):
            badges = card.xpath(".//span[contains(@class, 'numero')]")
            code = _item(page, atlas).code
            here = [x for x in atlas.par_id[card.get("data-fiche")].lieux if x.quartier and x.quartier.code == code]
            approximate = all(x.approximatif for x in here if x.point)
            assert {"approximatif" in badge.get("class") for badge in badges} <= {approximate}, page
            marked += bool(badges) and approximate
        shown = page.xpath("//li[contains(@class, 'cle--approximatif')]")
        assert len(shown) == bool(page.xpath("//*[local-name()='a'][@class='lieu approximatif']")), page
    assert marked > 100


def test_open_now_waits_for_a_script(quartiers: list[Page]) -> None:
    for page in quartiers:
        (place,) = page.xpath("//*[@data-ouverts]")
        assert place.get("hidden") is not None, page
        assert place.text_content() == "", page


def test_map_is_named_and_its_data_credited(quartiers: list[Page]) -> None:
    for page in quartiers:
        (figure,) = page.xpath("//figure[@class='carte-quartier']")
        assert {name for name in ("OpenStreetMap", "UrbIS") if name not in figure.text_content()} == set(), page
        svg = figure.xpath("./*[local-name()='svg']")[0]
        named = page.xpath("//*[@id=$id]", id=svg.get("aria-labelledby"))[0].text
        assert page.xpath("//h1")[0].text_content() in named, page


def test_no_quartier_is_measured_or_blamed(quartiers: list[Page]) -> None:
    forbidden = ("quartier à problèmes", "probleemwijk", "défavorisé", "kansarm", "deprived", "sensible")
    assert [(page, word) for page in quartiers for word in forbidden if word in page.texte("//main").casefold()] == []


def test_colours_of_a_map_tell_where_not_how_well(quartiers: list[Page]) -> None:
    """A quartier is here or next door, lived in or not: nothing else may change how it is drawn."""
    kinds = {
        "ici",
        "voisin",
        "espace-vert",
        "cimetiere",
        "industrie-gare",
        "parc",
        "canal",
        "commune",
        "bord",
        "rappel",
    }
    for page in quartiers:
        drawn = set(" ".join(page.xpath("//figure//*[local-name()='path']/@class")).split())
        assert drawn <= kinds, page


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_communes_and_bassins_lead_to_their_quartiers(par_adresse: dict[str, Page], atlas: Atlas, langue: str) -> None:
    territoire = atlas.donnees.territoire
    for commune in territoire.communes:
        page = par_adresse[routes.address("commune", langue, commune.slug)]
        linked = {cible(page, href)[0] for href in page.xpath("//section[@aria-labelledby='quartiers']//a/@href")}
        expected = {
            routes.address("quartier", langue, q.slug) for q in territoire.quartiers if commune.slug in dict(q.communes)
        }
        assert linked == expected, page
        assert set(page.xpath("//main//@data-fiche")) == {e.id for e in atlas.par_commune[commune.slug]}, page


def test_points_stand_in_the_quartier_that_lists_them(
    site_web: Path, par_adresse: dict[str, Page], atlas: Atlas
) -> None:
    points = json.loads((site_web / routes.DONNEES["geojson"]).read_bytes())["features"]
    slugs = {q.code: q.slug for q in atlas.donnees.territoire.quartiers}
    for point in points:
        code = point["properties"]["lieu"]["quartier"]
        if code is not None:
            page = par_adresse[routes.address("quartier", "fr", slugs[code])]
            assert point["properties"]["id"] in page.xpath("//section[@aria-labelledby='ici']//@data-fiche"), page
