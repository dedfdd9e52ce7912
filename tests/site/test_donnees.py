"""Lines 22 and 40 of the requirements: data files and structured data say what pages say, and keep their dates."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE

from .lecture import Page

SCHEMA = json.loads((Path(__file__).parent / "jsonld.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def points(site_web: Path) -> list[dict]:
    return json.loads((site_web / routes.DONNEES["geojson"]).read_bytes())["features"]


@pytest.fixture(scope="module")
def fiches(site_web: Path) -> list[dict]:
    return json.loads((site_web / routes.DONNEES["json"]).read_bytes())["fiches"]


@pytest.fixture(scope="module")
def lignes(site_web: Path) -> list[dict]:
    text = (site_web / routes.DONNEES["csv"]).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_points_lie_in_the_region_longitude_first(points: list[dict]) -> None:
    assert len(points) > 100
    for point in points:
        lon, lat = point["geometry"]["coordinates"]
        assert (4.2 < lon < 4.5, 50.75 < lat < 50.95) == (True, True), point["id"]
        place = point["properties"]["lieu"]
        assert None not in (place["precision"], place["origine"]), point["id"]
    assert len({point["id"] for point in points}) == len(points)


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_list_beside_the_map_holds_everything_the_map_shows(
    points: list[dict], fiches: list[dict], par_adresse: dict[str, Page], atlas: Atlas, langue: str
) -> None:
    page = par_adresse[f"{langue}/carte/"]
    absent_section = "//section[@aria-labelledby='sans-lieu']"
    absent = set(page.xpath(f"{absent_section}//@data-fiche"))
    listed = set(page.xpath("//main//@data-fiche"))
    drawn = {point["properties"]["id"] for point in points}
    assert listed == {fiche["id"] for fiche in fiches}
    assert absent == listed - drawn
    reasons = {" ".join(h.text_content().split()) for h in page.xpath(f"{absent_section}//h3")}
    at_an_address = atlas.terme("formes_lieu", "adresse").label[langue]
    known = {terme.label[langue] for terme in atlas.donnees.vocabulaires["formes_lieu"]}
    assert reasons
    assert reasons <= known - {at_an_address}


def test_no_extract_loses_its_dates_or_its_licence(points: list[dict], fiches: list[dict], lignes: list[dict]) -> None:
    for point in points:
        properties = point["properties"]
        assert "verifie_le" in properties, point["id"]
        assert "CC BY 4.0" in properties["licence"], point["id"]
        for service in properties["services"]:
            assert {"disponibilite", "disponibilite_date"} <= set(service), point["id"]
    for fiche in fiches:
        assert "verifie_le" in fiche, fiche["id"]
        assert "CC BY 4.0" in fiche["licence"], fiche["id"]
        assert fiche["sources"], fiche["id"]
        for service in fiche["services"]:
            assert {"disponibilite", "disponibilite_date"} <= set(service), fiche["id"]
        for lieu in fiche["lieux"]:
            assert "CC BY 4.0" in lieu["licence"], fiche["id"]
    for ligne in lignes:
        assert {"verifie_le", "disponibilite", "disponibilite_date", "horaires_date_source", "licence"} <= set(ligne)
        assert "CC BY 4.0" in ligne["licence"], ligne["id"]


def test_what_comes_from_openstreetmap_says_so(points: list[dict], fiches: list[dict], lignes: list[dict]) -> None:
    from_osm = set()
    for fiche in fiches:
        for lieu in fiche["lieux"]:
            if lieu["origine"] == "openstreetmap":
                from_osm.add(fiche["id"])
                assert "ODbL" in lieu["licence"], fiche["id"]
    for point in points:
        if point["properties"]["lieu"]["origine"] == "openstreetmap":
            assert "ODbL" in point["properties"]["licence"], point["id"]
    assert {fiche["id"] for fiche in fiches if "ODbL" in fiche["licence"]} >= from_osm


def test_availability_never_goes_without_its_date(fiches: list[dict]) -> None:
    services = [(fiche["id"], service) for fiche in fiches for service in fiche["services"]]
    assert [id_ for id_, s in services if s["disponibilite"] and not s["disponibilite_date"]] == []


def test_every_service_has_a_line(fiches: list[dict], lignes: list[dict]) -> None:
    assert len(lignes) == sum(max(1, len(fiche["services"])) for fiche in fiches)
    assert {ligne["id"] for ligne in lignes} == {fiche["id"] for fiche in fiches}


def test_no_cell_is_a_formula(lignes: list[dict]) -> None:
    assert [cell for ligne in lignes for cell in ligne.values() if cell[:1] in "=+-@\t\r" and cell] == []


def test_dates_of_the_data_are_those_of_the_pages(fiches: list[dict], par_adresse: dict[str, Page]) -> None:
    for fiche in fiches:
        for langue in LANGUES_DU_SITE:
            page = par_adresse[routes.address("organisation", langue, fiche["id"])]
            (article,) = page.xpath("//main/article[@data-fiche]")
            assert article.get("data-fiche") == fiche["id"]
            assert article.get("data-verifie") == fiche["verifie_le"]


def test_structured_data_follow_our_schema(pages: list[Page], atlas: Atlas) -> None:
    """A closed schema: a misspelt property, that schema.org's own testers let pass, fails here."""
    validator = Draft202012Validator(SCHEMA)
    Draft202012Validator.check_schema(SCHEMA)
    errors, found = [], 0
    for page in pages:
        blocks = page.xpath("//script[@type='application/ld+json']/text()")
        assert len(blocks) == (page.sorte in {"organisation", "lieu-de-liens"}), page
        for block in blocks:
            found += 1
            data = json.loads(block)
            errors += [(page, error.json_path, error.message[:100]) for error in validator.iter_errors(data)]
            assert data["url"] == page.xpath("//head/link[@rel='canonical']/@href")[0]
            assert data["name"] in page.texte("//h1")
    assert errors == []
    assert found == len(LANGUES_DU_SITE) * len(atlas.entrees)


def test_schema_refuses_a_misspelt_property() -> None:
    good = {
        "@context": "https://schema.org",
        "@type": "NGO",
        "@id": "https://example.org/fr/organisations/a/#organisation",
        "name": "A",
        "description": "B",
        "url": "https://example.org/fr/organisations/a/",
    }
    validator = Draft202012Validator(SCHEMA)
    assert list(validator.iter_errors(good)) == []
    assert [error.validator for error in validator.iter_errors({**good, "telefone": "112"})] == ["additionalProperties"]
