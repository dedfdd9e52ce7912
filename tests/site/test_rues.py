"""Which quartier a street is in, without script: every street of the table once, under a letter, with its quartiers."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.order import initial
from carte_sociale.atlas.street_lists import distinctive
from carte_sociale.model.fields import LANGUES_DU_SITE

from .lecture import Page, cible

RUES = Path(__file__).parents[2] / "content" / "_data" / "territoires" / "rues.csv"


@pytest.fixture(scope="module")
def table() -> dict[str, list[tuple[str, str, tuple[int, ...]]]]:
    """French name, Dutch name and codes of quartiers, by commune, as the file holds them."""
    found = defaultdict(list)
    with RUES.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            codes = tuple(int(code) for code in row["quartiers"].split())
            found[row["commune"]].append((row["nom_fr"], row["nom_nl"] or row["nom_fr"], codes))
    return found


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_every_street_stands_once_and_leads_to_its_quartiers(
    par_adresse: dict[str, Page], atlas: Atlas, table: dict[str, list[tuple[str, str, tuple[int, ...]]]], langue: str
) -> None:
    slugs = {q.code: q.slug for q in atlas.donnees.territoire.quartiers}
    seen = 0
    assert len(table) == 19
    for commune, rows in table.items():
        page = par_adresse[routes.address("rues", langue, commune)]
        shown: Counter[tuple[frozenset[str], tuple[str, ...]]] = Counter()
        for item in page.xpath("//ul[@class='rues']/li"):
            names = frozenset(name.text for name in item.xpath("./span"))
            shown[names, tuple(cible(page, href)[0] for href in item.xpath("./a/@href"))] += 1
        expected = Counter(
            (frozenset({fr, nl}), tuple(routes.address("quartier", langue, slugs[code]) for code in codes))
            for fr, nl, codes in rows
        )
        assert shown == expected, page
        assert all(address in par_adresse for _, addresses in shown for address in addresses), page
        seen += len(rows)
    assert seen == 5959


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_a_street_stands_under_the_letter_of_its_name(par_adresse: dict[str, Page], langue: str) -> None:
    page = par_adresse[routes.address("rues", langue, "molenbeek-saint-jean")]
    jumps = page.xpath("//nav[@class='lettres']//a")
    assert [jump.text for jump in jumps] == sorted({jump.text for jump in jumps})
    for jump in jumps:
        (section,) = page.xpath("//section[@aria-labelledby=$id]", id=jump.get("href")[1:])
        names = [name.text for name in section.xpath("./ul/li/span[1]")]
        assert {initial(distinctive(name)) for name in names} == {jump.text}
    (under,) = page.xpath("//li[span='Rue de Ribaucourt']/ancestor::section/h2")
    assert under.text == "R"


def test_names_say_which_language_they_are_in(par_adresse: dict[str, Page]) -> None:
    spoken = {}
    for langue in LANGUES_DU_SITE:
        page = par_adresse[routes.address("rues", langue, "molenbeek-saint-jean")]
        (item,) = page.xpath("//li[span='Rue de Ribaucourt']")
        spoken[langue] = [(name.text, name.get("lang")) for name in item.xpath("./span")]
    french, dutch = "Rue de Ribaucourt", "de Ribaucourtstraat"
    assert spoken == {
        "fr": [(french, None), (dutch, "nl")],
        "nl": [(dutch, None), (french, "fr")],
        "en": [(french, "fr"), (dutch, "nl")],
    }


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_lists_are_found_where_one_looks(par_adresse: dict[str, Page], atlas: Atlas, langue: str) -> None:
    communes = [commune.slug for commune in atlas.donnees.territoire.communes]
    lists = {routes.address("rues", langue, slug) for slug in communes}

    def led_to(page: Page) -> set[str]:
        return {cible(page, href)[0] for href in page.xpath("//main//a/@href") if ":" not in href} & lists

    assert led_to(par_adresse[f"{langue}/quartiers/"]) == lists
    assert led_to(par_adresse[f"{langue}/recherche/"]) == lists
    for slug in communes:
        own = routes.address("rues", langue, slug)
        assert led_to(par_adresse[routes.address("commune", langue, slug)]) == {own}
        assert led_to(par_adresse[own]) == lists - {own}


def test_streets_are_credited(pages: list[Page]) -> None:
    lists = [page for page in pages if page.sorte == "rues"]
    assert len(lists) == 19 * len(LANGUES_DU_SITE)
    for page in lists:
        said = page.texte("//main")
        assert "OpenStreetMap" in said, page
        assert "ODbL" in said, page
        assert "UrbIS" in said, page
        assert page.xpath("//script/@src") == [], page
