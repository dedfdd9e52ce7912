"""The pages of a quartier for professionals: whom to call, who is there, what is active, whatever is unknown."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import lxml.html
from tests.rendu import rendered

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.changes import Changement
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.reseau import Mutualisation, Projet, Rencontre
from carte_sociale.pages import coverage, professionals
from carte_sociale.routes import address

SOURCES = [{"etablit": "tout"}]
NOM = {"fr": "x", "nl": "x", "en": "x"}
HERE = {
    "lieux": [{"id": "l", "forme": "adresse", "quartier": 76, "adresse": {"commune": "ixelles", "code_postal": "1050"}}]
}


def of(atlas: Atlas, slug: str, sorte: str = "quartier-pro") -> Mapping[str, Any]:
    wanted = address(sorte, "fr", slug)
    return next(page.contexte for page in professionals.pages(atlas, "fr") if page.adresse == wanted)


def element(**parts: Any) -> dict[str, Any]:
    return {"id": "e", "nom": {"fr": "x"}, "resume": {"fr": "x"}, "sources": SOURCES, **parts}


def test_every_quartier_has_its_page_and_its_first_week(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of()
    addresses = {page.adresse for page in professionals.pages(atlas, "nl")}
    for quartier in atlas.donnees.territoire.quartiers:
        assert address("quartier-pro", "nl", quartier.slug) in addresses
        assert address("premiere-semaine", "nl", quartier.slug) in addresses


def test_what_is_active_comes_by_kind_with_the_records_it_names(networked: Callable[..., Atlas]) -> None:
    clss = {"id": "d", "type": "clss", "nom": NOM, "resume": NOM, "sources": SOURCES, "quartiers": ["matonge"]}
    atlas = networked(
        (Dispositif, {**clss, "porteur": "a"}),
        (Projet, element(porteur="a", partenaires=["b", {"nom": {"fr": "Un comité"}}], dispositif="d")),
        (Mutualisation, element(quoi=["locaux"], parties=["b"], communes=["ixelles"])),
        (Rencontre, element(organisateur="b", pour_qui="membres", communes=["uccle"], dates=["2026-12-01"])),
    )
    shown = of(atlas, "matonge")
    assert {type_: [a.chose.id for a in actives] for type_, actives in shown["par_type"].items()} == {"clss": ["d"]}
    assert [projet.porteur.fiche for projet in shown["projets"]] == ["a"]
    assert [pooling.id for pooling in shown["mutualisations"]] == ["e"]
    assert shown["rencontres"] == []
    assert sorted(shown["fiches"]) == ["a", "b"]
    assert [meeting.id for meeting in of(atlas, "vivier-d-oie")["rencontres"]] == ["e"]


def test_a_quartier_with_nothing_says_so_and_names_its_neighbours(networked: Callable[..., Atlas]) -> None:
    shown = of(networked(), "matonge")
    empty = ("entrees", "projets", "mutualisations", "rencontres", "nouvelles", "arrivees", "a_verifier")
    assert [key for key in empty if shown[key]] == []
    assert "flagey-malibran" in {quartier.slug for quartier in shown["voisins"]}


def test_a_page_tells_what_the_history_says_of_its_records_and_when_there_is_none(
    networked: Callable[..., Atlas],
) -> None:
    atlas = networked(a=HERE, b=HERE, c={})
    slug = atlas.donnees.territoire.quartier(76).slug
    day = date(2026, 10, 1)
    told = {"a": Changement(day, ("horaires",)), "b": Changement(day), "c": Changement(day, ("nom",))}
    shown = of(replace(atlas, changements=told), slug)
    assert [n.entree.id for n in shown["nouvelles"]] == ["a"]
    assert [[e.id for e in a.entrees] for a in shown["arrivees"]] == [["b"]]
    assert shown["textes_connus"]
    assert not of(atlas, slug)["textes_connus"]


def test_a_newcomer_is_sent_to_open_doors_first(networked: Callable[..., Atlas]) -> None:
    atlas = networked(a={"nature": "maison-medicale", **HERE}, b={"nature": "federation", **HERE})
    slug = atlas.donnees.territoire.quartier(76).slug
    assert [entree.id for entree in of(atlas, slug, "premiere-semaine")["a_visiter"]] == ["a"]


def test_the_acronyms_of_a_newcomers_page_are_explained(networked: Callable[..., Atlas]) -> None:
    clss = {"id": "d", "type": "clss", "nom": NOM | {"fr": "CLSS Matonge"}, "resume": NOM, "sources": SOURCES}
    atlas = networked((Dispositif, {**clss, "quartiers": ["matonge"]}))
    assert {"clss", "cpas"} <= {mot.id for mot in of(atlas, "matonge", "premiere-semaine")["mots"]}


def test_coverage_stands_by_theme_and_by_lived_quartier(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={})
    addresses = [page.adresse for page in coverage.pages(atlas, "en")]
    lived = [q for q in atlas.donnees.territoire.quartiers if q.habite]
    themes = atlas.donnees.vocabulaires["themes"].ids
    assert len(addresses) == len(set(addresses)) == 1 + len(themes) + len(lived)


def test_a_theme_with_nothing_near_says_how_many_have_no_address_and_leads_to_them(
    atlas_of: Callable[..., Atlas],
) -> None:
    def service(theme: str) -> dict[str, Any]:
        return {"services": [{"id": "s", "nom": {"fr": "s"}, "themes": [theme]}]}

    place = {**HERE["lieux"][0], "position": {"lat": 50.83, "lon": 4.36, "precision": "adresse", "origine": "source"}}
    first, second, _ = atlas_of().donnees.vocabulaires["themes"].ids[:3]
    records = {
        "a": {"lieux": [place], **service(first)},
        "b": service(first),
        "c": service(first),
        "d": service(second),
    }
    atlas = atlas_of(**records)
    (far,) = (page for page in coverage.pages(atlas, "fr") if page.adresse.endswith("/vivier-d-oie/couverture/"))
    main = lxml.html.document_fromstring(rendered(atlas, [far])[f"{far.adresse}index.html"]).find(".//main")
    told = {
        link.get("href").replace("../", ""): link.text_content().replace("\u00a0", " ")
        for link in main.xpath(".//td/a[contains(@href, '#sans-adresse')]")
    }
    assert told == {
        f"{address('couverture-theme', 'fr', first)}#sans-adresse": "et 2 sans adresse",
        f"{address('couverture-theme', 'fr', second)}#sans-adresse": "Notre liste n'en connaît que sans adresse (1).",
    }
    (listed,) = (
        page for page in coverage.pages(atlas, "fr") if page.adresse == address("couverture-theme", "fr", first)
    )
    text = rendered(atlas, [listed])[f"{listed.adresse}index.html"]
    assert lxml.html.document_fromstring(text).xpath("//h2[@id='sans-adresse']")
