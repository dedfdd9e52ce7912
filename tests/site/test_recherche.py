"""The files of the search as they were built: all there, named after what they hold, and light enough for a tram."""

import gzip
import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.search.columns import LOT

from .lecture import Page, cible

AVANT_DE_TAPER = 60_000
"""Bytes on the wire of the search page with its style, its script and the words of its language, which come with it
(line 35 of the requirements)."""
REQUETES = 8
PREMIERS_RESULTATS = 80_000
"""Bytes of the index to the first ten cards, wherever they stand."""
CARTES = 10
RUES = 150_000
REPERES = 15_000
"""Bytes of what goes with places, read once somebody gives one; as much again may say where quartiers lie."""

Lire = Callable[[str], Any]


@pytest.fixture(scope="module")
def fichiers(site_web: Path) -> dict[str, bytes]:
    """What every file of the search holds, by its name."""
    return {path.name: path.read_bytes() for path in (site_web / routes.INDEX).iterdir()}


@pytest.fixture(scope="module")
def lire(fichiers: dict[str, bytes]) -> Lire:
    def data_of(name: str) -> Any:
        return json.loads(_data(fichiers[f"{name}.js"], name))

    return data_of


def _data(content: bytes, name: str) -> bytes:
    """The data of a file: a script that calls one function with its name and what it holds."""
    before, after = f'carteIndex("{name}",'.encode(), b")\n"
    assert content.startswith(before)
    assert content.endswith(after)
    return content[len(before) : -len(after)]


def _index(par_adresse: dict[str, Page], langue: str) -> dict[str, Any]:
    """What the search page of a language names."""
    (named,) = par_adresse[f"{langue}/recherche/"].xpath("//@data-recherche-index")
    return json.loads(named)


def _named(index: dict[str, Any], lire: Lire) -> list[str]:
    """Every file that the search of a language may ask for."""
    own = [index[part] for part in ("base", "criteres", "endroits", "heures", "noms", "rues", "fond", "reperes")]
    return [*own, *index["lexiques"].values(), *lire(index["base"])["lots"]]


def _kept(par_adresse: dict[str, Page], langue: str, lire: Lire) -> list[str]:
    """Every file that a kept list of a language may ask for, beside those of the search."""
    (named,) = par_adresse[f"{langue}/liste/"].xpath("//@data-liste")
    casiers = json.loads(named)["casiers"]
    return [casiers, *lire(casiers)["casiers"], *lire(casiers)["ids"]]


def _wire(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


def _numbers(column: str) -> list[list[int]]:
    return [[int(number, 36) for number in item.split(".")] if item else [] for item in column.split(",")]


def test_every_file_that_is_named_is_there_and_no_other(
    par_adresse: dict[str, Page], fichiers: dict[str, bytes], lire: Lire
) -> None:
    named = {name for langue in LANGUES_DU_SITE for name in _named(_index(par_adresse, langue), lire)}
    named |= {name for langue in LANGUES_DU_SITE for name in _kept(par_adresse, langue, lire)}
    (of_the_map,) = par_adresse["fr/carte/"].xpath("//@data-plan")
    named.add(json.loads(of_the_map)["legende"])
    assert {f"{name}.js" for name in named} == set(fichiers)
    assert len(named) > 3 * 10


def test_a_file_is_named_after_what_it_holds(fichiers: dict[str, bytes]) -> None:
    """So that it may be kept for good; and nothing in a name says what somebody asked for."""
    for file, content in fichiers.items():
        name = file.removesuffix(".js")
        data = _data(content, name)
        assert name == sha256(data).hexdigest()[:12]
        assert "\u2028" not in content.decode()
        assert "\u2029" not in content.decode()
        json.loads(data)


def test_the_page_knows_where_the_files_are(par_adresse: dict[str, Page]) -> None:
    for langue in LANGUES_DU_SITE:
        page = par_adresse[f"{langue}/recherche/"]
        index = _index(par_adresse, langue)
        assert cible(page, index["dossier"])[0] == routes.INDEX
        assert set(index["lexiques"]) == set(LANGUES_DU_SITE)
    one, *others = [_index(par_adresse, langue) for langue in LANGUES_DU_SITE]
    assert all((other["rues"], other["lexiques"]) == (one["rues"], one["lexiques"]) for other in others)


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_each_record_is_in_one_lot_where_the_browser_looks(
    par_adresse: dict[str, Page], lire: Lire, atlas: Atlas, langue: str
) -> None:
    index = _index(par_adresse, langue)
    base = lire(index["base"])
    order = atlas.par_nom(atlas.entrees, langue)
    themes = atlas.donnees.vocabulaires["themes"].ids
    mine = [[e.id for e in order if e.themes[:1] == (theme,)] for theme in themes]
    mine.append([e.id for e in order if not e.themes])
    cards = [[card.get("data-fiche") for card in lot] for lot in _lots(base, lire)]
    assert cards == [ids[start : start + LOT] for ids in mine for start in range(0, len(ids), LOT)]
    assert sorted(id_ for lot in cards for id_ in lot) == sorted(entree.id for entree in atlas.entrees)
    assert base["nombre"] == len(order) == len(lire(index["noms"])["noms"])


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_a_card_is_the_one_of_every_other_list(
    pages: list[Page], par_adresse: dict[str, Page], lire: Lire, langue: str
) -> None:
    """Same words, same marks, and links that lead to the same pages from where the search stands."""
    here = par_adresse[f"{langue}/recherche/"]
    elsewhere = {
        card.get("data-fiche"): _plain(card, page)
        for page in pages
        if page.langue == langue and page.sorte == "theme"
        for card in page.xpath("//main//article[@data-fiche][not(contains(@class, 'ligne'))]")
    }
    found = {}
    for lot in _lots(lire(_index(par_adresse, langue)["base"]), lire):
        for card in lot:
            assert card.xpath(".//h3/a"), card.get("data-fiche")
            found[card.get("data-fiche")] = _plain(card, here)
    shared = set(found) & set(elsewhere)
    assert len(shared) > 200
    assert {id_: found[id_] for id_ in shared} == {id_: elsewhere[id_] for id_ in shared}


def test_links_of_cards_lead_somewhere(par_adresse: dict[str, Page], lire: Lire, site_web: Path) -> None:
    for langue in LANGUES_DU_SITE:
        here = par_adresse[f"{langue}/recherche/"]
        for lot in _lots(lire(_index(par_adresse, langue)["base"]), lire):
            for card in lot:
                own = [cible(here, href)[0] for href in card.xpath(".//@href") if ":" not in href]
                assert own[0] == f"{langue}/organisations/{card.get('data-fiche')}/"
                assert [address for address in own if not (site_web / routes.file_of(address)).is_file()] == []


def _lots(base: dict[str, Any], lire: Lire) -> list[list[lxml.html.HtmlElement]]:
    """The cards of each lot, with the signs that the base says once for all of them."""

    def whole(html: str) -> str:
        return re.sub(r"<svg>(\d+)</svg>", lambda number: base["signes"][int(number[1])], html)

    return [[_element(whole(html)) for html in lire(lot)] for lot in base["lots"]]


def _element(html: str) -> lxml.html.HtmlElement:
    return lxml.html.fragment_fromstring(html.strip())


def _plain(card: lxml.html.HtmlElement, page: Page) -> str:
    """A card without what depends on its page: the level of its heading, the way of its links."""
    copy = lxml.html.fragment_fromstring(lxml.html.tostring(card, encoding="unicode", with_tail=False).strip())
    for heading in copy.xpath(".//h2 | .//h3 | .//h4 | .//h5"):
        heading.tag = "h3"
    for link in copy.xpath(".//*[@href]"):
        if ":" not in link.get("href"):
            link.set("href", "/".join(cible(page, link.get("href"))))
    return lxml.html.tostring(copy, encoding="unicode")


def test_records_without_an_address_to_tell_have_no_place(
    par_adresse: dict[str, Page], lire: Lire, atlas: Atlas
) -> None:
    kept = [entree for entree in atlas.entrees if entree.fiche.confidentiel]
    assert kept
    for langue in LANGUES_DU_SITE:
        index = _index(par_adresse, langue)
        order = [entree.id for entree in atlas.par_nom(atlas.entrees, langue)]
        base, places = lire(index["base"]), lire(index["endroits"])
        columns = [_numbers(base["communes"]), _numbers(base["quartiers"]), _numbers(places["points"])]
        assert [len(column) for column in columns] == [len(order)] * 3
        assert all(column[order.index(entree.id)] == [] for entree in kept for column in columns)


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_search_page_before_typing(
    par_adresse: dict[str, Page], site_web: Path, langue: str, record_property: Callable[[str, object], None]
) -> None:
    page = par_adresse[f"{langue}/recherche/"]
    loaded = page.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
    assert {Path(address).suffix for address in loaded} == {".css", ".js", ".svg"}
    files = [site_web / cible(page, address)[0] for address in loaded]
    files.append(site_web / f"{routes.INDEX}{_index(par_adresse, langue)['lexiques'][langue]}.js")
    weight = _wire(page.brut.encode()) + sum(_wire(file.read_bytes()) for file in files)
    record_property("octets", weight)
    assert weight <= AVANT_DE_TAPER
    assert 1 + len(files) <= REQUETES


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_weight_of_the_first_results(
    par_adresse: dict[str, Page],
    fichiers: dict[str, bytes],
    lire: Lire,
    langue: str,
    record_property: Callable[[str, object], None],
) -> None:
    index = _index(par_adresse, langue)
    lots = sorted((_wire(fichiers[f"{lot}.js"]) for lot in lire(index["base"])["lots"]), reverse=True)
    needed = (index["lexiques"][langue], index["base"])
    weight = sum(_wire(fichiers[f"{name}.js"]) for name in needed) + sum(lots[:CARTES])
    record_property("octets", weight)
    assert weight <= PREMIERS_RESULTATS


def test_weight_of_the_streets(par_adresse: dict[str, Page], fichiers: dict[str, bytes]) -> None:
    assert _wire(fichiers[f"{_index(par_adresse, 'fr')['rues']}.js"]) <= RUES


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_weight_of_what_goes_with_a_place(
    par_adresse: dict[str, Page], fichiers: dict[str, bytes], langue: str
) -> None:
    assert 1_000 < _wire(fichiers[f"{_index(par_adresse, langue)['reperes']}.js"]) <= REPERES


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_rows_of_a_quartier_are_those_of_its_page(
    par_adresse: dict[str, Page], lire: Lire, atlas: Atlas, langue: str
) -> None:
    """Same words on how a tie is known, same phone, and links that lead to the same pages."""
    here = par_adresse[f"{langue}/recherche/"]
    found = lire(_index(par_adresse, langue)["reperes"])
    rows_seen = 0
    for quartier in atlas.donnees.territoire.quartiers:
        page = par_adresse[routes.address("quartier", langue, quartier.slug)]
        written = page.xpath("//section[@aria-labelledby='reperes-quartier']/dl/div")
        link, communes, contracts, bassins = found["quartiers"][str(quartier.code)]
        assert cible(here, _element(link).get("href"))[0] == page.adresse
        cpas = [row for rank in communes for row in found["communes"][rank][1] if "organisations/" in row]
        mine = [_plain(_element(row).find("dd"), here) for row in dict.fromkeys([*cpas, *contracts, *bassins])]
        assert sorted(mine) == sorted(_plain(row.find("dd"), page) for row in written), page  # its <dt> are explained
        rows_seen += len(mine)
    assert rows_seen > 300
