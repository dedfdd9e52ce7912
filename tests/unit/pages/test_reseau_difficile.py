"""What a list of organisations does not hold: four desks behind one door, a line without a door, a welcome without an
address.
"""

import re
from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from tests.rendu import record_pages, rendered

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.pages import coverage, dispositifs, professionals, tables, ties
from carte_sociale.problems import catalogue

TEXTE = {"fr": "x", "nl": "x", "en": "x"}
ROOF = {"id": "l", "forme": "adresse", "quartier": 76, "adresse": {"commune": "ixelles", "code_postal": "1050"}}
LANGUES = ("fr", "nl", "en")
UNKNOWN_WAY = {
    "fr": "Avec ou sans rendez-vous : à demander",
    "nl": "Met of zonder afspraak: te vragen",
    "en": "With or without an appointment: ask",
}


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def main_of(html: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html).find(".//main")


def desk(name: str, acces: str | None, when: str | None) -> dict[str, Any]:
    service: dict[str, Any] = {"id": "s", "nom": {"fr": name}, "themes": ["eau"]}
    if acces:
        service["acces"] = [acces]
    if when:
        service["horaires"] = [{"quand": when}]
    return {"nom": {"fr": name}, "lieux": [ROOF], "services": [service]}


@pytest.mark.parametrize("langue", LANGUES)
def test_each_of_four_desks_keeps_its_hours_and_its_way_in(atlas_of: Callable[..., Atlas], langue: str) -> None:
    rows = [
        {"fiche": "soins", "ou": {"fr": "à gauche", "nl": "links", "en": "left"}},
        {"fiche": "dettes"},
        {"fiche": "ecoute", "entrer": {"fr": "sonnez", "nl": "bel aan", "en": "ring"}},
        {"fiche": "muet"},
    ]
    atlas = atlas_of(
        centre={"nom": {"fr": "Centre"}, "lieux": [ROOF], "guichets": rows},
        soins=desk("Soins", "rendez-vous", "Mo-Fr 09:00-12:00"),
        dettes=desk("Dettes", "sans-rendez-vous", "Tu 13:00-16:00"),
        ecoute=desk("Écoute", "sans-rendez-vous", None),
        muet=desk("Muet", None, None),
    )
    page = main_of(rendered(atlas, record_pages(atlas))[f"{langue}/organisations/centre/index.html"])
    desks = page.xpath(".//section[@class='guichets']/article")
    assert [d.get("data-fiche") for d in desks] == ["soins", "dettes", "ecoute", "muet"]
    told = [words(d) for d in desks]
    terms = atlas.donnees.vocabulaires["modes_acces"]
    by_appointment, without = (terms.get(id_).label[langue] for id_ in ("rendez-vous", "sans-rendez-vous"))
    assert [by_appointment in t for t in told] == [True, False, False, False]
    assert [without in t for t in told] == [False, True, False, False]  # a way in that is written says more
    assert [row["entrer"][langue] in t for row, t in zip(rows[2:3], told[2:3], strict=True)] == [True]
    assert UNKNOWN_WAY[langue] in told[3]
    assert [re.findall(r"\d+", t)[:1] for t in told] == [["9"], ["13"], [], []]  # hours are those of the desk alone
    assert {d.get("data-ouvert") for d in desks} == {"inconnu"}  # until a script tells


def test_a_quartier_says_how_each_desk_is_entered_as_the_roof_itself_does(atlas_of: Callable[..., Atlas]) -> None:
    place = {**ROOF, "position": {"lat": 50.83, "lon": 4.36, "precision": "adresse", "origine": "source"}}
    rows = [{"fiche": "dettes"}, {"fiche": "ecoute", "entrer": TEXTE}, {"fiche": "rue"}, {"fiche": "muet"}]
    atlas = atlas_of(
        centre={"nature": "cssi", "lieux": [place], "guichets": rows},
        dettes=desk("Dettes", "sans-rendez-vous", None),
        ecoute=desk("Écoute", "sans-rendez-vous", None),
        rue=desk("Rue", "dans-la-rue", None),
        muet=desk("Muet", None, None),
    )
    slug = atlas.donnees.territoire.quartier(76).slug
    (page,) = (p for p in professionals.pages(atlas, "fr") if p.adresse.endswith(f"quartiers/{slug}/"))
    main = main_of(rendered(atlas, [page])[f"{page.adresse}index.html"])
    told = [words(dd) for dd in main.xpath(".//article[@class='toit']//dd")]
    assert told == ["Sans rendez-vous.", "x.", "Comment y entrer : à demander.", "Comment y entrer : à demander."]


@pytest.mark.parametrize("langue", LANGUES)
def test_a_line_of_twelve_partners_has_them_all_and_no_door(networked: Callable[..., Atlas], langue: str) -> None:
    names = [f"p{n:02}" for n in range(11)]
    line = {"id": "ligne", "type": "numero-vert", "nom": TEXTE, "resume": TEXTE, "sources": [{"etablit": "x"}]}
    partners = [*names, {"nom": {"fr": "Un comité sans fiche"}}]
    atlas = networked(
        (Dispositif, {**line, "porteur": "fdss", "partenaires": partners}),
        **{name: {"nom": {"fr": f"Partenaire {name}"}, "lieux": [ROOF]} for name in names},
        fdss={"nom": {"fr": "Fédération"}},
    )
    (page,) = (p for p in dispositifs.pages(atlas, langue) if p.adresse.endswith("/ligne/"))
    main = main_of(rendered(atlas, [page])[f"{page.adresse}index.html"])
    links = [href.rstrip("/").rpartition("/")[2] for href in main.xpath(".//dl[1]//a/@href")]
    assert links == ["fdss", *names]  # in the order in which their page names them: nobody is ranked
    assert "Un comité sans fiche" in words(main)
    assert not main.xpath(".//address | .//*[@data-point]")
    assert not {"11", "12"} & set(words(main).split())  # partners are never counted


def test_a_lieu_de_liens_without_address_is_offered_where_it_goes(
    atlas_of: Callable[..., Atlas],
) -> None:
    """One that moves through a quartier is found there; coverage, which measures from doors, does not count it."""
    moves = {
        "nature": "lieu-de-liens",
        "lieux": [{"id": "l", "forme": "itinerant", "quartier": 76, "adresse": {"commune": "ixelles"}}],
        "services": [{"id": "s", "nom": {"fr": "Dîner"}, "themes": ["eau"]}],
    }
    atlas = atlas_of(diner=moves)
    slug = atlas.donnees.territoire.quartier(76).slug
    pages = {page.adresse: page for page in coverage.pages(atlas, "fr")}
    html = rendered(atlas, [*professionals.pages(atlas, "fr"), *tables.pages(atlas, "fr")])
    there = main_of(html[f"fr/professionnels/quartiers/{slug}/index.html"])
    assert "diner" in {href.rstrip("/").rpartition("/")[2] for href in there.xpath(".//a/@href")}
    assert len(main_of(html["fr/professionnels/communes/ixelles/index.html"]).xpath(".//tr[@data-fiche='diner']")) == 1
    apart = pages["fr/professionnels/couverture/eau/"].contexte["sans_adresse"]
    assert [entree.id for entree in apart] == ["diner"]
    near = pages[f"fr/professionnels/quartiers/{slug}/couverture/"].contexte["couverture"]["eau"]
    assert (near.vide, near.proche) == (True, None)


NON_RECONNU = {"fr": "ne reconnaît pas ce lien.", "nl": "erkent deze band niet.", "en": "does not recognise this tie."}


@pytest.mark.parametrize("langue", LANGUES)
def test_a_contested_tie_is_not_recognised_in_the_same_words_from_both_ends(
    atlas_of: Callable[..., Atlas], langue: str
) -> None:
    """Not "does not confirm": that reads as a tie of which nobody said anything yet."""
    place = {**ROOF, "position": {"lat": 50.83, "lon": 4.36, "precision": "adresse", "origine": "source"}}
    atlas = atlas_of(
        a={"lieux": [place], "relations": [{"type": "partenaire", "vers": "b"}]},
        b={"lieux": [place], "contestations": [{"de": "a"}]},
    )
    made = rendered(atlas, record_pages(atlas))
    for id_ in ("a", "b"):
        (said,) = main_of(made[f"{langue}/organisations/{id_}/index.html"]).xpath(".//section//dd//strong")
        assert words(said).endswith(NON_RECONNU[langue])
    slug = atlas.donnees.territoire.quartier(76).slug
    (drawn,) = (p for p in ties.pages(atlas, langue) if p.adresse.endswith(f"/{slug}/reseau/"))
    (said,) = main_of(rendered(atlas, [drawn])[f"{drawn.adresse}index.html"]).xpath(".//table//td/strong")
    assert words(said).endswith(NON_RECONNU[langue])
    assert catalogue()["question-lien-conteste"]["message"][langue].endswith(NON_RECONNU[langue])


def test_a_centre_of_which_nothing_is_known_gives_its_number_where_it_says_to_ask(
    atlas_of: Callable[..., Atlas],
) -> None:
    contacts = {"telephones": [{"numero": "02 555 00 11"}]}
    atlas = atlas_of(centre={"nature": "cssi", "contacts": contacts}, autre={"nature": "cssi"})
    made = rendered(atlas, record_pages(atlas))
    told = {id_: main_of(made[f"fr/organisations/{id_}/index.html"]) for id_ in ("centre", "autre")}
    asked = {id_: main.xpath(".//section[@class='guichets']/p")[0] for id_, main in told.items()}
    assert asked["centre"].xpath("./a/@href") == ["tel:+3225550011"]
    assert "demandez à ce numéro" in words(asked["centre"])
    assert (asked["autre"].xpath("./a"), "demandez à l'accueil" in words(asked["autre"])) == ([], True)
