"""Pages of projects, poolings and meetings, on the invented ones of the style guide."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from tests.rendu import rendered

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.atlas.invented import invented_atlas
from carte_sociale.loading.invented import read_invented, read_invented_network
from carte_sociale.loading.network import Reseau
from carte_sociale.loading.project import read_project
from carte_sociale.pages import dispositifs, network
from carte_sociale.rendering.guide import DOSSIER
from carte_sociale.rendering.places import theme_folder

RACINE = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def reel() -> Atlas:
    """What the site is made of."""
    return build_atlas(read_project(RACINE))


@pytest.fixture(scope="module")
def atlas(atlas_of: Callable[..., Atlas]) -> Atlas:
    """Invented records and what joins them, without anything real."""
    lues, _ = read_invented(theme_folder() / DOSSIER, atlas_of().donnees)
    donnees = replace(atlas_of().donnees, reseau=read_invented_network(theme_folder() / DOSSIER, atlas_of().donnees))
    return replace(invented_atlas(lues, atlas_of()), donnees=donnees)


@pytest.fixture(scope="module")
def pages(atlas: Atlas) -> dict[str, lxml.html.HtmlElement]:
    """The pages by address, in French."""
    made = rendered(atlas, network.pages(atlas, "fr"))
    return {name.removeprefix("fr/").removesuffix("index.html"): _main(text) for name, text in made.items()}


def _main(text: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(text).find(".//main")


def _words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def _links(element: lxml.html.HtmlElement) -> list[str]:
    return [href.replace("../", "") for href in element.xpath(".//a/@href")]


def _facts(element: lxml.html.HtmlElement) -> dict[str, str]:
    return {_words(row.find("dt")): _words(row.find("dd")) for row in element.xpath(".//dl/div")}


def test_a_project_says_who_where_until_when_and_what_is_not_sure(pages: dict[str, lxml.html.HtmlElement]) -> None:
    page = pages["projets/jardin-partage/"]
    facts = _facts(page)
    assert facts["Porté par"] == "Accueil des Lilas"
    assert "prête les outils" in facts["Partenaires"]
    assert "Un comité de quartier (déduit, à confirmer)" in facts["Partenaires"]
    assert facts["Quartiers"].endswith("(déduit, à confirmer)")
    assert facts["Quartiers"].count("déduit") == 1
    assert facts["Commune"] == "Ixelles"
    assert "Préparer la terre, depuis janvier 2026, jusqu'en juin 2026" in facts["Étapes"]
    assert facts["Financement"].count("après cette date : financement échu, à confirmer") == 2
    assert page.xpath(".//*[@data-fin]/@data-fin") == ["2026-12-31", "2025-12-31"]
    assert "Coordination du jardin" in facts["À qui demander"]
    assert "Le nom du comité est à confirmer." in _words(page)
    assert "fermé" not in _words(page).lower()
    leads = {"fr/organisations/ouvert-en-semaine/", "fr/organisations/liste-d-attente/", "fr/quartiers/matonge/"}
    assert leads <= set(_links(page))


def test_projects_are_listed_under_their_commune(pages: dict[str, lxml.html.HtmlElement]) -> None:
    page = pages["projets/"]
    assert [_words(h) for h in page.xpath(".//h2")] == ["Ixelles"]
    assert "fr/projets/jardin-partage/" in _links(page)
    assert page.xpath(".//*[@class='note financement']//@data-fin") == ["2026-12-31", "2025-12-31"]


def test_rooms_to_ask_for_come_first_with_what_nobody_knows_to_be_asked(
    pages: dict[str, lxml.html.HtmlElement],
) -> None:
    page = pages["mutualisations/"]
    assert _words(page.xpath(".//h2")[0]) == "Des locaux que l'on peut demander"
    full, unknown = (_facts(room) for room in page.find_class("local"))
    assert full["Combien de personnes"] == "20 personnes"
    assert full["Comment demander"] == "Écrivez à l'accueil deux semaines avant."
    assert full["Chez"] == "Accueil des Lilas"
    assert "À demander" not in full
    assert unknown["À demander"].startswith("combien de personnes, l'accès en chaise roulante, quand, comment demander")
    assert {"Combien de personnes", "Entrer", "Quand", "Comment demander"}.isdisjoint(unknown)


def test_a_pooling_says_what_by_whom_and_whether_others_may_join(pages: dict[str, lxml.html.HtmlElement]) -> None:
    facts = _facts(pages["mutualisations/salle-commune/"])
    assert facts["Ce qui est mis en commun"] == "Des locaux · Des achats"
    assert facts["Sous quelle forme"] == "Convention"
    assert facts["Qui décide, et comment"] == "Une réunion par trimestre."
    assert (facts["Depuis"], facts["S'y joindre"]) == ("2024", "D'autres peuvent s'y joindre.")


def test_a_meeting_that_comes_back_says_its_rule_in_words(pages: dict[str, lxml.html.HtmlElement]) -> None:
    page = pages["rencontres/midi-des-voisins/"]
    facts = _facts(page)
    assert facts["Quand"].startswith("le deuxième mardi du mois, sauf en juillet, août – dit le 5 octobre 2026")
    assert "(après un an, à confirmer)" in facts["Quand"]
    assert "Heures : 12:00–13:30" in facts["Quand"]
    assert facts["Qui peut venir"] == "Professionnels et habitants"
    assert "Salle du fond" in facts["Lieu"]
    (days,) = page.xpath(".//@data-seances")
    assert days.split()[0] == "2026-10-13/12:00–13:30"
    assert page.xpath(".//@data-douteux") == ["2027-10-06"]


def test_told_days_age_one_by_one_and_the_page_that_tells_the_next_is_linked(
    pages: dict[str, lxml.html.HtmlElement],
) -> None:
    page = pages["rencontres/assemblee-des-services/"]
    assert page.xpath(".//*[@class='dates']/li/@data-jusqu-au") == ["2026-03-05", "2027-03-04"]
    assert "4 mars 2027, 09:30–12:00, Maison communale" in _words(page)
    assert "https://lilas.example/assemblee" in page.xpath(".//a/@href")
    assert "Les services membres. Écrivez d'abord." in _facts(page)["Qui peut venir"]
    assert [link for link in _links(page) if link.endswith(".ics")] == ["data/rencontres/communes/ixelles.ics"]


def test_a_list_has_on_paper_the_days_that_are_told_with_their_year(pages: dict[str, lxml.html.HtmlElement]) -> None:
    told = pages["rencontres/"].xpath(".//li//span[@class='sur-papier']")
    assert [_words(days) for days in told] == ["Dates connues : 5 mars 2026; 4 mars 2027, 09:30–12:00"]
    assert told[0].get("data-jusqu-au") == "2027-03-04"
    assert told[0].xpath("./span/@data-jusqu-au") == ["2026-03-05", "2027-03-04"]


def test_empty_lists_say_so_and_how_to_help(atlas: Atlas) -> None:
    nothing = replace(atlas, donnees=replace(atlas.donnees, reseau=Reseau()))
    for name, text in rendered(nothing, network.pages(nothing, "fr")).items():
        (empty, *_) = _main(text).find_class("vide")
        assert "Nous n'en connaissons pas encore" in _words(empty), name
        assert [link for link in _links(empty) if "contribuer" in link], name


def test_dispositifs_are_grouped_by_type_explanations_first(reel: Atlas) -> None:
    (listed, *_) = dispositifs.pages(reel, "fr")
    types = [(terme.id, [d.nom["fr"] for d in found]) for terme, found in listed.contexte["types"]]
    assert types[0][0] == "general"
    assert sum(len(found) for _, found in types) == len(reel.donnees.reseau.dispositifs)
    assert all(found == sorted(found, key=str.casefold) for id_, found in types if id_ == "clss")


def test_a_contract_says_what_was_not_found(reel: Atlas) -> None:
    made = {p.adresse: p for p in dispositifs.pages(reel, "fr")}
    page = made["fr/dispositifs/clss-marolles/"]
    facts = _facts(_main(next(iter(rendered(reel, [page]).values()))))
    assert facts["Référente-quartier"] == "adresse pas encore connue ; demandez au CPAS, qui porte le contrat."
    assert (facts["Diagnostic du quartier"], facts["Plan d'actions"]) == ("pas trouvé", "pas trouvé")


def test_a_dispositif_shows_its_meetings_and_a_basin_its_missions(reel: Atlas) -> None:
    made = {p.adresse: p for p in dispositifs.pages(reel, "fr")}
    main = _main(next(iter(rendered(reel, [made["fr/dispositifs/bassin-sud/"]]).values())))
    headings = [_words(h) for h in main.xpath(".//h2")]
    assert {"Missions", "Ses rencontres"} <= set(headings)
    assert "Équipe" in _facts(main)
