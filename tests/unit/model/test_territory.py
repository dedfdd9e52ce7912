"""The territory's types and `construire`, on a territory of three quartiers and two communes."""

import dataclasses

import pytest

from carte_sociale.model.territory import DonneesTerritoire, Territoire, construire


def carre(x: int) -> dict[str, object]:
    ring = [[x, 50], [x + 1, 50], [x + 1, 51], [x, 51], [x, 50]]
    return {"type": "Polygon", "coordinates": [ring]}


def quartier(code: object, slug: str, type_: str, communes: list[tuple[str, object]], x: int) -> dict[str, object]:
    shares = [{"commune": c, "part": p} for c, p in communes]
    properties = {"code": code, "slug": slug, "nom_fr": slug.title(), "nom_nl": "", "type": type_, "communes": shares}
    return {"properties": {**properties, "voisins": ["2"]}, "geometry": carre(x)}


def commune(slug: str, refnis: str, codes: list[str], shared: list[str]) -> dict[str, object]:
    names = {"nom_fr": slug.title(), "nom_nl": slug.upper(), "nom_en": "City"}
    properties = {"slug": slug, "refnis": refnis, **names, "codes_postaux": codes, "codes_postaux_partages": shared}
    return {"properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": [carre(0)["coordinates"]]}}


def bassin(slug: str, communes: list[dict[str, object]], codes: list[str]) -> dict[str, object]:
    return {
        "slug": slug,
        "nom": {"fr": slug, "nl": slug, "en": slug},
        "quartiers_pssi": "7",
        "communes": communes,
        "quartiers_de_bruxelles": codes,
        "source": "https://example.brussels",
    }


@pytest.fixture
def territoire() -> Territoire:
    est = {"commune": "est", "lien": "source"}
    ouest = {"commune": "ouest", "lien": "infere"}
    partage = {
        "commune": "bruxelles",
        "lien": "source",
        "partie": {"fr": "le nord", "nl": "het noorden", "en": "north"},
    }
    return construire(
        DonneesTerritoire(
            quartiers={
                "features": [
                    quartier(3, "parc", "espace_vert", [("bruxelles", 100)], 2),
                    quartier("1", "midi", "residentiel", [("est", "100")], 0),
                    quartier(2, "pont", "residentiel", [("est", 60), ("ouest", 40)], 1),
                    quartier(4, "canal", "residentiel", [("bruxelles", 100)], 3),
                ]
            },
            communes={
                "features": [
                    commune("ouest", "21003", ["1070"], []),
                    commune("bruxelles", "21001", ["1000", "1020"], ["1050"]),
                    commune("est", "21002", ["1050"], []),
                ]
            },
            bassins=[bassin("a", [est, partage], []), bassin("b", [ouest, partage], ["4"])],
            reperes={
                "features": [
                    {
                        "properties": {"genre": "metro", "nom_fr": "Midi", "nom_nl": "Zuid"},
                        "geometry": {"type": "Point", "coordinates": [4, 50]},
                    },
                    {
                        "properties": {"genre": "canal", "nom_fr": "Canal", "nom_nl": "Kanaal"},
                        "geometry": {"type": "MultiLineString", "coordinates": [[[4, 50], [5, 51]]]},
                    },
                    {"properties": {"genre": "parc", "nom_fr": "Parc", "nom_nl": "Park"}, "geometry": carre(4)},
                ]
            },
            rues=[
                {
                    "nom_fr": "Rue Haute",
                    "nom_nl": "Hoogstraat",
                    "commune": "est",
                    "lat": "50.5",
                    "lon": "4.5",
                    "quartiers": "2 1",
                }
            ],
        )
    )


def test_quartiers_and_communes_come_in_the_order_of_their_codes(territoire: Territoire) -> None:
    assert [q.code for q in territoire.quartiers] == [1, 2, 3, 4]
    assert [c.slug for c in territoire.communes] == ["bruxelles", "est", "ouest"]


def test_numbers_written_as_strings_are_numbers(territoire: Territoire) -> None:
    assert territoire.quartiers[0].communes == (("est", 100),)
    assert territoire.quartiers[0].voisins == (2,)
    assert territoire.bassins[0].quartiers_pssi == 7
    assert territoire.rues[0].quartiers == (2, 1)


def test_look_ups_answer_none_for_what_does_not_exist(territoire: Territoire) -> None:
    assert territoire.quartier(9) is None
    assert territoire.quartier_par_slug("nulle-part") is None
    assert territoire.commune("nulle-part") is None
    assert territoire.bassin("nulle-part") is None
    assert territoire.commune_du_code_postal("9000") is None
    assert territoire.bassin_du_quartier(9) is None


def test_look_ups_by_code_slug_and_postcode(territoire: Territoire) -> None:
    assert territoire.quartier(2) is territoire.quartier_par_slug("pont")
    found = territoire.commune_du_code_postal("1020")
    assert found is not None
    assert found.slug == "bruxelles"


def test_a_shared_postcode_belongs_to_one_commune_and_is_possible_in_two(territoire: Territoire) -> None:
    assert [c.slug for c in territoire.communes_possibles("1050")] == ["est", "bruxelles"]
    assert territoire.communes_possibles("9000") == ()


def test_only_a_residential_quartier_is_lived_in(territoire: Territoire) -> None:
    assert [q.code for q in territoire.quartiers if q.habite] == [1, 2, 4]


def test_a_missing_dutch_name_repeats_the_french_and_english_follows_french(territoire: Territoire) -> None:
    assert territoire.quartiers[0].nom == {"fr": "Midi", "nl": "Midi", "en": "Midi"}
    assert territoire.communes[0].nom["en"] == "City"


@pytest.mark.parametrize(
    ("code", "expected"), [(1, ("a", "source")), (2, ("a", "infere")), (3, None), (4, ("b", "infere"))]
)
def test_the_bassin_of_a_quartier_says_how_it_is_known(
    territoire: Territoire, code: int, expected: tuple[str, str] | None
) -> None:
    found = territoire.bassin_du_quartier(code)
    assert (None if found is None else (found[0].slug, found[1])) == expected


def test_each_geometry_lands_in_its_own_field(territoire: Territoire) -> None:
    metro, canal, parc = territoire.reperes
    assert (metro.point, metro.lignes, metro.contour) == ((4.0, 50.0), (), ())
    assert (canal.point, canal.lignes, canal.contour) == (None, (((4.0, 50.0), (5.0, 51.0)),), ())
    assert parc.contour[0][0][0] == (4.0, 50.0)


def test_records_are_frozen(territoire: Territoire) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        territoire.quartiers[0].slug = "autre"  # type: ignore[misc]
