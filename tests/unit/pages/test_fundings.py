"""When the funding of projects ends: a page a year for the whole Region, and the answer on a quartier's page."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import lxml.html
import pytest
from tests.rendu import rendered

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.loading.document import Document
from carte_sociale.loading.network import FichierDeReseau, Reseau
from carte_sociale.model.reseau import Projet
from carte_sociale.pages import fundings, network, professionals
from carte_sociale.pages.page import Page


@pytest.fixture
def atlas(atlas_of: Callable[..., Atlas]) -> Atlas:
    """Three projects of Matonge: two ends in 2026, one of them settled, one long past, one that nobody knows."""
    empty = atlas_of(a={"nom": {"fr": "Les Lilas"}})

    def element(id_: str, *grants: dict[str, str]) -> FichierDeReseau:
        parts = {"nom": {"fr": f"Projet {id_}"}, "resume": {"fr": "x"}, "porteur": {"fiche": "a", "lien": "source"}}
        data: dict[str, Any] = {"id": id_, **parts, "sources": [{"etablit": "x"}], "quartiers": ["matonge"]}
        data["financements"] = [{"type": "subside", "pouvoir": "cocom", **grant} for grant in grants]
        return FichierDeReseau(Document(f"{id_}.yml", ()), Projet.model_validate(data, context=empty.donnees))

    files = (
        element("un", {"fin": "2026-06-30"}, {"fin": "2020"}),
        element("deux", {"fin": "2026", "renouvellement": "demande-en-cours"}),
        element("trois", {}),
    )
    return replace(empty, donnees=replace(empty.donnees, reseau=Reseau(files)))


def mains(atlas: Atlas, pages: list[Page]) -> dict[str, lxml.html.HtmlElement]:
    made = rendered(atlas, pages)
    return {
        name.removesuffix("index.html"): lxml.html.document_fromstring(text).find(".//main")
        for name, text in made.items()
    }


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def links(element: lxml.html.HtmlElement) -> list[str]:
    return [href.replace("../", "") for href in element.xpath(".//a/@href")]


def test_each_year_has_its_page_month_by_month_with_who_to_ask(atlas: Atlas) -> None:
    pages = mains(atlas, list(fundings.pages(atlas, "fr")))
    assert list(pages) == [f"fr/professionnels/projets/{end}" for end in ("", "2026/", "2020/")]
    year = pages["fr/professionnels/projets/2026/"]
    assert [words(h) for h in year.xpath(".//h2")] == ["juin 2026", "En 2026, mois pas connu"]
    first, second = year.xpath(".//li[.//*[contains(@class,'financement')]]")
    assert "jusqu'au 30 juin 2026 (après cette date : financement échu, à confirmer)" in words(first)
    assert "Porté par Les Lilas" in words(first)
    assert "échu" not in words(second)
    assert "fermé" not in words(year).lower()
    assert "fr/professionnels/projets/2020/" in links(year)


def test_the_list_of_years_counts_and_says_what_nobody_knows(atlas: Atlas) -> None:
    page = mains(atlas, list(fundings.pages(atlas, "fr")))["fr/professionnels/projets/"]
    assert "2026 : 2 projets 2020 : 1 projet" in words(page)
    assert "fr/projets/trois/" in links(page)
    assert "fr/projets/un/" not in links(page)


def test_without_a_known_end_the_list_says_so(atlas: Atlas) -> None:
    nothing = replace(atlas, donnees=replace(atlas.donnees, reseau=Reseau(())))
    (page,) = mains(nothing, list(fundings.pages(nothing, "fr"))).values()
    assert "Nous ne connaissons la fin d'aucun financement." in words(page)


def test_the_list_of_projects_and_the_page_of_a_quartier_lead_there(atlas: Atlas) -> None:
    projects = next(page for page in network.pages(atlas, "fr") if page.sorte == "projets")
    quartier = next(
        page for page in professionals.pages(atlas, "fr") if page.adresse == "fr/professionnels/quartiers/matonge/"
    )
    listed, here = mains(atlas, [projects, quartier]).values()
    for page in (listed, here):
        leads = ("fr/professionnels/projets/", "fr/professionnels/projets/2026/", "fr/professionnels/projets/2020/")
        assert set(leads) <= set(links(page))
    (answer,) = here.xpath(".//section[@aria-labelledby='projets']/dl")
    rows = {words(row.find("dt")): words(row.find("dd")) for row in answer.findall("div")}
    assert list(rows) == ["2026", "2020", "Pas connu"]
    assert "Projet un, jusqu'au 30 juin 2026 (après cette date : financement échu, à confirmer)" in rows["2026"]
    assert rows["Pas connu"] == "Projet trois"
