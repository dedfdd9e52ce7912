from collections.abc import Callable
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages import quartiers
from carte_sociale.pages.page import Page

CODE = 1


def place(atlas: Atlas, drawn: bool) -> dict[str, Any]:
    quartier = atlas.donnees.territoire.quartier(CODE)
    outline = quartier.contour[0][0]
    lon, lat = outline[0]
    lieu: dict[str, Any] = {
        "id": "l",
        "forme": "adresse",
        "adresse": {"commune": quartier.commune_principale},
        "quartier": str(CODE),
    }
    if drawn:
        lieu["position"] = {"lat": str(lat), "lon": str(lon), "precision": "rue", "origine": "openstreetmap"}
    return lieu


def page_of(atlas: Atlas) -> Page:
    slug = atlas.donnees.territoire.quartier(CODE).slug
    return next(page for page in quartiers.pages(atlas, "fr") if page.adresse == f"fr/quartiers/{slug}/")


def test_lieux_de_liens_come_first_then_names(atlas_of: Callable[..., Atlas]) -> None:
    lieu = place(atlas_of(), drawn=True)
    atlas = atlas_of(
        b={"nom": {"fr": "Abri"}, "lieux": [lieu]},
        c={"nom": {"fr": "Zénith"}, "lieux": [lieu], "lieu_de_liens": {"venir_librement": "oui"}},
        a={"nom": {"fr": "Maison"}, "lieux": [lieu]},
    )
    context = page_of(atlas).contexte
    assert [(n.numero, n.entree.id) for n in context["numerotees"]] == [(1, "c"), (2, "b"), (3, "a")]
    assert [number for number, *_ in context["points"]] == [1, 2, 3]


def test_place_without_position_keeps_its_line_without_a_number(atlas_of: Callable[..., Atlas]) -> None:
    empty = atlas_of()
    atlas = atlas_of(
        a={"nom": {"fr": "A"}, "lieux": [place(empty, drawn=True)]},
        b={"nom": {"fr": "B"}, "lieux": [place(empty, drawn=False)]},
        c={"nom": {"fr": "C"}, "lieux": [place(empty, drawn=True)]},
    )
    context = page_of(atlas).contexte
    assert [(n.numero, n.entree.id) for n in context["numerotees"]] == [(1, "a"), (None, "b"), (2, "c")]
    assert len(context["points"]) == 2


def test_next_door_is_there_for_an_empty_list_too(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of()
    for page in quartiers.pages(atlas, "nl"):
        if page.sorte == "quartier":
            assert page.contexte["voisins"], page.adresse


def test_every_quartier_stands_once_in_the_list(atlas_of: Callable[..., Atlas]) -> None:
    listing = next(page for page in quartiers.pages(atlas_of(), "fr") if page.sorte == "quartiers")
    codes = [q.code for _, found in listing.contexte["communes"] for q in found]
    assert len(codes) == len(set(codes)) == 145
