"""A row that is copied alone keeps its licence, its verification and the date of its availability."""

from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.exports.rows import LICENCE, LICENCE_OSM, entry_row

POSITION = {"lat": "50.8467", "lon": "4.3525", "precision": "rue"}


def place(id_: str, **parts: Any) -> dict[str, Any]:
    return {"id": id_, "forme": "adresse", **parts}


def service(**parts: Any) -> dict[str, Any]:
    return {"id": "s", "nom": {"fr": "s"}, "themes": ["ecoute"], **parts}


def row(atlas_of: Any, **parts: Any) -> dict[str, Any]:
    atlas: Atlas = atlas_of(a=parts)
    return entry_row(atlas, atlas.par_id["a"])


OSM = place("osm", position=POSITION | {"origine": "openstreetmap"})
OWN = place("own", position=POSITION | {"origine": "source"})
STREET = place("rue", adresse={"commune": "uccle", "origine": "openstreetmap"})


@pytest.mark.parametrize(
    ("lieux", "osm"),
    [([], []), ([OWN], [False]), ([OSM], [True]), ([STREET], [True]), ([OWN, OSM], [False, True])],
)
def test_one_place_from_openstreetmap_gives_the_whole_row_its_licence(
    atlas_of: Any, lieux: list[dict[str, Any]], osm: list[bool]
) -> None:
    found = row(atlas_of, lieux=lieux)
    both = f"{LICENCE} ; {LICENCE_OSM}"
    assert [lieu["licence"] for lieu in found["lieux"]] == [both if from_osm else LICENCE for from_osm in osm]
    assert found["licence"] == (both if any(osm) else LICENCE)


def test_an_availability_without_a_date_is_unknown(atlas_of: Any) -> None:
    found = row(
        atlas_of,
        services=[
            service(id="a", disponibilite={"etat": "complet"}),
            service(id="b", disponibilite={"etat": "complet", "date": "2026-01-31"}),
            service(id="c"),
        ],
    )
    assert [(s["disponibilite"], s["disponibilite_date"]) for s in found["services"]] == [
        (None, None),
        ("complet", "2026-01-31"),
        (None, None),
    ]


def test_dates_are_as_precise_as_their_sources(atlas_of: Any) -> None:
    found = row(
        atlas_of,
        sources=[{"url": "https://a.be", "date": "2025-03"}, {"url": "https://b.be"}],
        services=[service(horaires=[{"quand": "lun 9h-12h", "date_source": "2024"}, {"quand": "on verra"}])],
    )
    assert [source["date"] for source in found["sources"]] == ["2025-03", None]
    assert [hours["date_source"] for hours in found["services"][0]["horaires"]] == ["2024", None]
    assert [hours["osm"] is None for hours in found["services"][0]["horaires"]] == [False, True]
    assert found["verifie_le"] is None


def test_a_row_says_what_is_not_known_rather_than_leaving_it_out(atlas_of: Any) -> None:
    found = row(atlas_of, lieux=[place("l")])
    assert (found["telephones"], found["courriels"], found["site"], found["services"]) == ([], [], None, [])
    lieu = found["lieux"][0]
    assert {lieu[key] for key in ("lat", "lon", "precision", "commune", "quartier", "quartier_approximatif")} == {None}
    assert set(found["pages"]) == {"fr", "nl", "en"}
    assert found["pages"]["nl"].endswith("/nl/organisations/a/")
