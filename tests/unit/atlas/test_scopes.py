"""Which table of who does what something stands in: the Region's, its communes', its bassins'."""

from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.scopes import REGION, named, piece_of

IXELLES = {"id": "ixelles", "forme": "adresse", "adresse": {"commune": "ixelles"}}
JETTE = {"id": "jette", "forme": "adresse", "adresse": {"commune": "jette"}}
PHONE = {"id": "ligne", "forme": "telephone"}


def service(id_: str, *lieux: str) -> dict[str, Any]:
    return {"id": id_, "nom": {"fr": id_}, "themes": ["ecoute"], "lieux": lieux}


def parts_of(atlas: Atlas, id_: str) -> dict[str, list[str]]:
    entree = atlas.par_id[id_]
    return dict(atlas.portees.par_service(entree, [situe.service.id for situe in entree.services] or ["fiche"]))


def test_every_commune_and_every_bassin_has_a_part(atlas_of: Any) -> None:
    atlas = atlas_of()
    keys = atlas.portees.cles
    assert keys[0] == REGION
    assert len(keys) == len(set(keys)) == 1 + 19 + 5
    assert set(atlas.portees.rangees([])) == set(keys)


def test_a_record_stands_where_it_has_a_place(atlas_of: Any) -> None:
    atlas = atlas_of(deux={"lieux": [IXELLES, JETTE]}, ligne={"lieux": [PHONE]})
    of_two = atlas.portees.de(atlas.par_id["deux"])
    assert {REGION, "communes/ixelles", "communes/jette"} <= set(of_two)
    assert len([key for key in of_two if key.startswith("bassins/")]) == 2
    assert atlas.portees.de(atlas.par_id["ligne"]) == (REGION,)
    here = atlas.portees.rangees(atlas.entrees)
    assert [e.id for e in here["communes/jette"]] == ["deux"]
    assert [e.id for e in here[REGION]] == ["deux", "ligne"]


def test_a_service_stands_in_the_communes_where_it_is_given_and_in_no_other(atlas_of: Any) -> None:
    services = [service("ici", "ixelles"), service("la", "jette"), service("partout")]
    parts = parts_of(atlas_of(a={"lieux": [IXELLES, JETTE], "services": services}), "a")
    assert parts[REGION] == ["ici", "la", "partout"]
    assert parts["communes/ixelles"] == ["ici", "partout"]
    assert parts["communes/jette"] == ["la", "partout"]
    assert {tuple(some) for key, some in parts.items() if key.startswith("bassins/")} == {
        ("ici", "partout"),
        ("la", "partout"),
    }


def test_a_place_where_no_service_is_given_adds_no_line(atlas_of: Any) -> None:
    parts = parts_of(atlas_of(a={"lieux": [IXELLES, JETTE], "services": [service("ici", "ixelles")]}), "a")
    assert parts["communes/jette"] == []
    assert "communes/ixelles" not in parts


def test_a_record_given_whole_in_each_of_its_parts_is_kept_once(atlas_of: Any) -> None:
    atlas = atlas_of(a={"lieux": [IXELLES], "services": [service("s"), service("t")]}, sans={"lieux": [IXELLES]})
    assert parts_of(atlas, "a") == {REGION: ["s", "t"]}
    assert parts_of(atlas, "sans") == {REGION: ["fiche"]}


@pytest.mark.parametrize(("portee", "found"), [(REGION, 1), ("communes/jette", 2), ("communes/uccle", 1)])
def test_a_part_without_a_piece_of_its_own_takes_the_whole(portee: str, found: int) -> None:
    assert piece_of({"csv": 1, "csv@communes/jette": 2}, named("csv", portee)) == found


def test_the_ville_without_a_known_quartier_stands_in_each_of_its_bassins(atlas_of: Any) -> None:
    place = {"id": "l", "forme": "adresse", "adresse": {"commune": "bruxelles"}}
    atlas = atlas_of(a={"lieux": [place]})
    named_by = {f"bassins/{b.slug}" for b, _ in atlas.donnees.territoire.bassins_de_la_commune("bruxelles")}
    assert len(named_by) == 3
    assert named_by <= set(atlas.portees.de(atlas.par_id["a"]))
