from collections.abc import Callable
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages import quartiers
from carte_sociale.pages.page import Page
from carte_sociale.rendering.fragments import AuQuartier

CODE = 1
LIENS = {"venir_librement": "oui"}


def place(atlas: Atlas, drawn: bool, id_: str = "l", precision: str = "rue") -> dict[str, Any]:
    quartier = atlas.donnees.territoire.quartier(CODE)
    outline = quartier.contour[0][0]
    lon, lat = outline[0]
    lieu: dict[str, Any] = {
        "id": id_,
        "forme": "adresse",
        "adresse": {"commune": quartier.commune_principale},
        "quartier": str(CODE),
    }
    if drawn:
        lieu["position"] = {"lat": str(lat), "lon": str(lon), "precision": precision, "origine": "openstreetmap"}
    return lieu


def helps(*themes: str) -> list[dict[str, Any]]:
    return [{"id": f"s{i}", "nom": {"fr": "S"}, "themes": [theme]} for i, theme in enumerate(themes)]


def page_of(atlas: Atlas) -> Page:
    slug = atlas.donnees.territoire.quartier(CODE).slug
    return next(page for page in quartiers.pages(atlas, "fr") if page.adresse == f"fr/quartiers/{slug}/")


def groups_of(atlas: Atlas) -> list[tuple[str, list[tuple[str, tuple[int, ...]]]]]:
    groups = page_of(atlas).contexte["groupes"]
    return [(g.id, [(n.entree.id, n.numeros) for n in g.numerotees]) for g in groups]


def test_lieux_de_liens_then_families_in_their_order_then_others(atlas_of: Callable[..., Atlas]) -> None:
    """Names go the other way round, so that only the order of the groups can put them so."""
    lieux = [place(atlas_of(), drawn=True)]
    atlas = atlas_of(
        a={"nom": {"fr": "A"}, "lieux": lieux},
        b={"nom": {"fr": "B"}, "lieux": lieux, "services": helps("medecin-generaliste")},
        c={"nom": {"fr": "C"}, "lieux": lieux, "services": helps("colis-alimentaires")},
        d={"nom": {"fr": "D"}, "lieux": lieux, "lieu_de_liens": LIENS, "services": helps("colis-alimentaires")},
    )
    assert groups_of(atlas) == [
        ("lieux-de-liens", [("d", (1,))]),
        ("manger", [("c", (2,))]),
        ("me-soigner", [("b", (3,))]),
        ("autres", [("a", (4,))]),
    ]
    assert [number for number, *_ in page_of(atlas).contexte["points"]] == [1, 2, 3, 4]


def test_a_record_stands_once_under_the_family_of_its_first_theme(atlas_of: Callable[..., Atlas]) -> None:
    lieux = [place(atlas_of(), drawn=True)]
    atlas = atlas_of(
        z={"nom": {"fr": "Z"}, "lieux": lieux, "services": helps("medecin-generaliste", "colis-alimentaires")},
        y={"nom": {"fr": "Y"}, "lieux": lieux, "services": helps("medecin-generaliste")},
    )
    assert groups_of(atlas) == [("me-soigner", [("y", (1,)), ("z", (2,))])]


def test_two_places_of_a_record_are_one_line_with_two_numbers(atlas_of: Callable[..., Atlas]) -> None:
    empty = atlas_of()
    lieux = [place(empty, drawn=True), place(empty, False, "m"), place(empty, drawn=True, id_="n")]
    atlas = atlas_of(
        a={"nom": {"fr": "A"}, "lieux": lieux}, b={"nom": {"fr": "B"}, "lieux": [place(empty, drawn=True)]}
    )
    assert groups_of(atlas) == [("autres", [("a", (1, 2)), ("b", (3,))])]
    assert page_of(atlas).contexte["nombre"] == 2


def test_place_without_position_keeps_its_line_without_a_number(atlas_of: Callable[..., Atlas]) -> None:
    empty = atlas_of()
    atlas = atlas_of(
        a={"nom": {"fr": "A"}, "lieux": [place(empty, drawn=True)]},
        b={"nom": {"fr": "B"}, "lieux": [place(empty, drawn=False)]},
        c={"nom": {"fr": "C"}, "lieux": [place(empty, drawn=True)]},
    )
    context = page_of(atlas).contexte
    assert groups_of(atlas) == [("autres", [("a", (1,)), ("b", ()), ("c", (2,))])]
    assert len(context["points"]) == 2
    assert context["sans_numero"] is True


def test_a_record_is_approximate_unless_a_door_of_it_is_drawn(atlas_of: Callable[..., Atlas]) -> None:
    empty = atlas_of()
    door, street = place(empty, True, "p", "adresse"), place(empty, drawn=True)
    atlas = atlas_of(a={"lieux": [street, door]}, b={"lieux": [street]})
    (group,) = page_of(atlas).contexte["groupes"]
    assert [AuQuartier(item.entree, CODE).approximatif for item in group.numerotees] == [False, True]


def test_next_door_is_there_for_an_empty_list_too(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of()
    for page in quartiers.pages(atlas, "nl"):
        if page.sorte == "quartier":
            assert page.contexte["voisins"], page.adresse


def test_every_quartier_stands_once_in_the_list(atlas_of: Callable[..., Atlas]) -> None:
    listing = next(page for page in quartiers.pages(atlas_of(), "fr") if page.sorte == "quartiers")
    codes = [q.code for _, found in listing.contexte["communes"] for q in found]
    assert len(codes) == len(set(codes)) == 145
