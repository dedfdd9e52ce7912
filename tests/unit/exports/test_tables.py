"""Files that others copy: a spreadsheet runs nothing of them, a map finds each point once, under a lasting id."""

import csv
import io
import json
from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.exports.rows import LICENCE
from carte_sociale.exports.tables import COLUMNS, as_csv, as_geojson, as_json, pieces

POSITION = {"lat": "50.8467", "lon": "4.3525", "precision": "rue", "origine": "source"}
SERVICE = {
    "id": "s",
    "nom": {"nl": "Hulp"},
    "themes": ["ecoute", "mediation-de-dettes"],
    "horaires": [{"quand": "ma-vr 9u-12u", "date_source": "2026-03"}, {"texte": {"fr": "parfois"}}],
    "disponibilite": {"etat": "complet", "date": "2026-11-01"},
}


def lines(octets: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(octets.decode("utf-8-sig"), newline="")))


def csv_of(atlas: Atlas[Entree]) -> bytes:
    return as_csv(pieces(atlas, entree) for entree in atlas.entrees)


def geo(atlas: Atlas[Entree]) -> bytes:
    return as_geojson(atlas.donnees.editeur, [pieces(atlas, entree) for entree in atlas.entrees])


def test_the_table_opens_in_spreadsheets_with_its_accents(atlas_of: Any) -> None:
    octets = csv_of(atlas_of(a={"nom": {"fr": "Été"}}))
    assert octets.startswith(b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n")
    assert lines(octets)[0]["nom_fr"] == "Été"


def test_a_line_a_service_and_one_for_a_record_without(atlas_of: Any) -> None:
    rows = lines(csv_of(atlas_of(a={"services": [SERVICE, SERVICE | {"id": "t"}]}, b={})))
    assert [(row["id"], row["service"]) for row in rows] == [("a", "Hulp"), ("a", "Hulp"), ("b", "")]


def test_a_copied_line_keeps_verification_availability_and_licence(atlas_of: Any) -> None:
    checked = {"date": "2026-10-01", "role": "benevole", "moyen": "telephone"}
    (row,) = lines(csv_of(atlas_of(a={"services": [SERVICE], "verification": checked})))
    assert row["verifie_le"] == "2026-10-01"
    assert (row["disponibilite"], row["disponibilite_date"]) == ("complet", "2026-11-01")
    assert (row["horaires"], row["horaires_date_source"]) == ("Mo-Fr 09:00-12:00", "2026-03")
    assert row["licence"] == LICENCE
    (bare,) = lines(csv_of(atlas_of(a={})))
    assert (bare["verifie_le"], bare["disponibilite"], bare["licence"]) == ("", "", LICENCE)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "=HYPERLINK(", "-2+3+cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(atlas_of: Any, start: str) -> None:
    name = f'{start}1","x\n=2'
    (row,) = lines(csv_of(atlas_of(a={"nom": {"fr": name, "nl": name}, "services": [SERVICE | {"nom": {"fr": name}}]})))
    for column in ("nom_fr", "nom_nl", "service"):
        assert row[column] == f"'{name}".replace("\n=", "\n'=")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
@pytest.mark.parametrize("mark", [";", "; ", "\t", ';"'])
def test_no_part_of_a_cell_is_a_formula_where_a_spreadsheet_parts_it(atlas_of: Any, mark: str, sign: str) -> None:
    (row,) = lines(csv_of(atlas_of(a={"nom": {"fr": f"a{mark}{sign}1;b"}})))
    assert row["nom_fr"] == f"a{mark}'{sign}1;b"


def test_an_international_phone_is_no_formula_either(atlas_of: Any) -> None:
    (row,) = lines(csv_of(atlas_of(a={"contacts": {"telephones": [{"numero": "+32 2 529 41 20"}]}})))
    assert row["telephones"] == "'+32 2 529 41 20"


def test_points_are_longitude_first_with_a_lasting_id(atlas_of: Any) -> None:
    places = [
        {"id": "nord", "forme": "adresse", "position": POSITION},
        {"id": "sud", "forme": "adresse", "position": POSITION | {"lat": "50.8401234"}},
        {"id": "ligne", "forme": "telephone"},
    ]
    content = json.loads(geo(atlas_of(a={"lieux": places}, b={"lieux": places[2:]})))
    assert content["type"] == "FeatureCollection"
    assert content["licence"] == LICENCE
    assert [feature["id"] for feature in content["features"]] == ["a/nord", "a/sud"]
    assert [feature["geometry"]["coordinates"] for feature in content["features"]] == [
        [4.3525, 50.8467],
        [4.3525, 50.840123],
    ]


def test_a_point_copied_alone_keeps_what_a_line_keeps(atlas_of: Any) -> None:
    places = [{"id": "l", "forme": "adresse", "position": POSITION | {"origine": "openstreetmap"}}]
    (feature,) = json.loads(geo(atlas_of(a={"lieux": places, "services": [SERVICE]})))["features"]
    properties = feature["properties"]
    assert {"id", "nom", "verifie_le", "licence", "services", "lieu", "pages"} <= properties.keys()
    assert properties["services"][0]["disponibilite_date"] == "2026-11-01"
    assert "OpenStreetMap" in properties["licence"]


def test_the_whole_list_says_who_publishes_it_and_under_which_licence(atlas_of: Any) -> None:
    atlas = atlas_of(a={}, b={})
    content = json.loads(as_json(atlas.donnees.editeur, [pieces(atlas, entree) for entree in atlas.entrees]))
    assert [row["id"] for row in content["fiches"]] == ["a", "b"]
    assert content["licence"] == LICENCE
    assert content["production"] is atlas.donnees.editeur.production
    assert content["editeur"] == atlas.donnees.editeur.nom.par_langue()
