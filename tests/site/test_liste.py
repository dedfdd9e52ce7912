"""The files of a kept list as they were built: every record where its id says, the card of other lists, few bytes."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.search.casiers import IDS, casier

from .lecture import Page, cible

AVANT = 60_000
"""Bytes on the wire of the page with its style and its script, before any place is kept: as the search page."""
CINQ = 30_000
"""Bytes on the wire of what five places ask for, wherever they are."""
CODE = 6_000
"""Bytes on the wire of what draws a QR code, which is asked for once a list is shown."""

Lire = Callable[[str], Any]


@pytest.fixture(scope="module")
def lire(site_web: Path) -> Lire:
    def data_of(name: str) -> Any:
        text = (site_web / routes.INDEX / f"{name}.js").read_text(encoding="utf-8")
        return json.loads(text.removeprefix(f'carteIndex("{name}",').removesuffix(")\n"))

    return data_of


def _wire(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def _source(par_adresse: dict[str, Page], langue: str, which: str = "liste") -> dict[str, Any]:
    attribute = {"liste": "data-liste", "recherche": "data-recherche-index"}[which]
    (named,) = par_adresse[f"{langue}/{which}/"].xpath(f"//@{attribute}")
    found: dict[str, Any] = json.loads(named)
    return found


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_every_record_is_where_its_id_says_with_the_card_of_the_search(
    par_adresse: dict[str, Page], lire: Lire, atlas: Atlas, langue: str
) -> None:
    casiers = lire(_source(par_adresse, langue)["casiers"])["casiers"]
    held = [lire(name) for name in casiers]
    base = lire(_source(par_adresse, langue, "recherche")["base"])
    cards = [
        re.sub(r"<svg>(\d+)</svg>", lambda sign: base["signes"][int(sign[1])], card)  # they are told once for all cards
        for lot in base["lots"]
        for card in lire(lot)
    ]
    found = {}
    for rank, one in enumerate(held):
        assert all(casier(id_, len(held)) == rank for id_ in one)
        found |= {id_: said["carte"] for id_, said in one.items() if not isinstance(said, str)}
    assert set(found) == {entree.id for entree in atlas.entrees}
    assert sorted(found.values()) == sorted(cards)
    assert all(lxml.html.fragment_fromstring(card).get("data-fiche") == id_ for id_, card in found.items())


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_facts_are_those_of_the_records(par_adresse: dict[str, Page], lire: Lire, atlas: Atlas, langue: str) -> None:
    casiers = lire(_source(par_adresse, langue)["casiers"])["casiers"]
    held = {id_: said for name in casiers for id_, said in lire(name).items()}
    languages = {term.id: term.label[langue] for term in atlas.donnees.vocabulaires["langues"]}
    said = 0
    for entree in atlas.entrees:
        here = held[entree.id]
        assert here["langues"] == [languages[id_] for id_ in entree.langues], entree.id
        assert here["protege"] == bool(entree.fiche.confidentiel), entree.id
        assert here["signale"] == bool(atlas.signales(entree)), entree.id
        services = {service.inconditionnel for service in entree.fiche.services} - {None}
        assert here["sans_condition"] == (True in services if services else None), entree.id
        said += bool(here["langues"]) + bool(here["publics"]) + bool(here["frais"]) + bool(here["pmr"])
    assert said > 200
    assert {here["signale"] for here in held.values()} == {True, False}


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_a_name_leads_to_its_id(par_adresse: dict[str, Page], lire: Lire, atlas: Atlas, langue: str) -> None:
    source = _source(par_adresse, langue)
    known = lire(source["casiers"])
    ids = [id_ for name in known["ids"] for id_ in lire(name)]
    order = atlas.par_nom(atlas.entrees, langue)
    assert known["pas"] == IDS
    assert ids == [entree.id for entree in order]
    assert lire(source["noms"])["noms"] == [entree.nom.pour(langue).texte for entree in order]


def test_what_of_a_card_is_a_way_in_is_marked(par_adresse: dict[str, Page], lire: Lire, atlas: Atlas) -> None:
    """The table and the sheet tell places from ways in by that mark."""
    ways = {entree.id: entree.acces for entree in atlas.entrees}
    for name in lire(_source(par_adresse, "fr")["casiers"])["casiers"]:
        for id_, said in lire(name).items():
            card = lxml.html.fragment_fromstring(said["carte"])
            assert len(card.xpath(".//ul[@class='reperes']/li[@class='acces']")) == bool(ways[id_]), id_
    assert {bool(acces) for acces in ways.values()} == {True, False}


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_weight_of_the_page_before_anything(
    par_adresse: dict[str, Page], site_web: Path, langue: str, record_property: Callable[[str, object], None]
) -> None:
    page = par_adresse[f"{langue}/liste/"]
    loaded = page.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
    assert any("ma-liste" in address for address in loaded)
    weight = _wire(site_web / page.adresse / "index.html") + sum(
        _wire(site_web / cible(page, address)[0]) for address in loaded
    )
    record_property("octets", weight)
    assert weight <= AVANT


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_weight_of_five_places_and_of_a_code(
    par_adresse: dict[str, Page],
    site_web: Path,
    lire: Lire,
    langue: str,
    record_property: Callable[[str, object], None],
) -> None:
    page = par_adresse[f"{langue}/liste/"]
    source = _source(par_adresse, langue)
    weights = sorted(_wire(site_web / routes.INDEX / f"{name}.js") for name in lire(source["casiers"])["casiers"])
    heaviest = _wire(site_web / routes.INDEX / f"{source['casiers']}.js") + sum(weights[-5:])
    record_property("octets", heaviest)
    assert len(weights) > 5
    assert heaviest <= CINQ
    assert 1_000 < _wire(site_web / cible(page, source["qr"])[0]) <= CODE
    assert not any("/qr-" in address for address in page.xpath("//script/@src"))
