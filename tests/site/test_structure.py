"""Lines 8 to 12 and 20 of the requirements: headings, landmarks, titles, valid HTML, the same help on every page."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.fundings import echeances
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.routes import DU_GUIDE, KINDS

from .lecture import Page, cible

TITRES = "//body//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"


def test_one_h1_and_no_skipped_level(pages: list[Page]) -> None:
    wrong = []
    for page in pages:
        levels = [int(heading.tag[1]) for heading in page.xpath(f"//main{TITRES.removeprefix('//body')}")]
        everywhere = [int(heading.tag[1]) for heading in page.xpath(TITRES)]
        skipped = any(after > before + 1 for before, after in pairwise(everywhere))
        if everywhere.count(1) != 1 or levels[0] != 1 or skipped:
            wrong.append((page, everywhere))
    assert wrong == []


def test_no_heading_is_empty(pages: list[Page]) -> None:
    assert [page for page in pages for heading in page.xpath(TITRES) if not heading.text_content().strip()] == []


def test_landmarks(pages: list[Page]) -> None:
    for page in pages:
        assert len(page.xpath("//main")) == 1, page
        if page.generale:
            assert len(page.xpath("/html/body/header")) == 1, page
            assert len(page.xpath("/html/body/footer")) == 1, page
            assert page.xpath("//nav"), page
            named = [nav.get("aria-label") for nav in page.xpath("//nav")]
            assert all(named), page
            assert len(set(named)) == len(named), (page, named)


def test_labels_point_at_something(pages: list[Page]) -> None:
    wrong = []
    for page in pages:
        known = set(page.ids)
        for value in page.xpath("//@aria-labelledby | //@aria-describedby | //@aria-controls | //@for"):
            wrong += [(page, name) for name in value.split() if name not in known]
    assert wrong == []


def test_ids_are_unique_in_a_page(pages: list[Page]) -> None:
    assert [(page, id_) for page in pages for id_, count in Counter(page.ids).items() if count > 1] == []


def test_titles_are_unique_and_end_with_the_site(pages: list[Page], atlas: Atlas) -> None:
    seen: dict[tuple[str, str], list[Page]] = {}
    for page in pages:
        (title,) = page.xpath("//head/title")
        seen.setdefault((page.langue, title.text or ""), []).append(page)
        if page.generale:
            name = atlas.donnees.editeur.nom.pour(page.langue).texte
            assert title.text.endswith(f" – {name}"), page
            assert title.text.removesuffix(f" – {name}").strip(), page
            assert re.search(r"[\t\n]| {2}|^ | $", title.text) is None, (page, title.text)
    assert {title: found for title, found in seen.items() if len(found) > 1} == {}


def test_every_page_describes_itself(generales: list[Page]) -> None:
    wrong = [page for page in generales if not "".join(page.xpath("//meta[@name='description']/@content")).strip()]
    assert wrong == []


def test_skip_link_is_first_and_leads_to_the_content(generales: list[Page]) -> None:
    for page in generales:
        first = page.xpath("//body//*[self::a or self::button or self::input or @tabindex]")[0]
        assert first.get("class") == "saut", page
        assert first.get("href") == "#contenu", page
        assert page.xpath("//main/@id") == ["contenu"], page


def test_data_page_is_a_known_kind(pages: list[Page], atlas: Atlas) -> None:
    unlike_their_address = {
        "a-propos": "prose",
        "accessibilite": "prose",
        "contribuer": "prose",
        "methode": "prose",
        "securite": "prose",
        "vie-privee": "prose",
        "theme-commune": "theme",
        "professionnels-commune": "qui-fait-quoi",
        "professionnels-bassin": "qui-fait-quoi",
    }
    kept_out = DU_GUIDE | {"liste"}  # of search engines: what it shows is in its address
    reseau = atlas.donnees.reseau
    own = (
        ("projet", reseau.projets),
        ("mutualisation", reseau.mutualisations),
        ("echeances-annee", echeances(reseau.projets)),
    )
    kept_out |= {kind for kind, known in own if not known}
    expected = {unlike_their_address.get(kind, kind) for kind in KINDS - kept_out} | {"lieu-de-liens"}
    assert {page.sorte for page in pages if page.indexee and page.adresse} == expected


def test_help_numbers_stand_in_the_same_order(generales: list[Page]) -> None:
    orders = {
        tuple(
            (cible(page, link.get("href"))[0][3:] if not link.get("href").startswith("tel:") else link.get("href"))
            for link in page.xpath("//footer//ul[contains(@class,'lignes')]//a")
        )
        for page in generales
    }
    assert len(orders) == 1
    (order,) = orders
    assert order[1] == "tel:112"
    assert sum(entry.startswith("tel:") for entry in order) >= 3


def test_menu_and_a_to_z_are_two_ways_to_every_record(
    generales: list[Page], par_adresse: dict[str, Page], atlas: Atlas
) -> None:
    for page in generales:
        menu = [cible(page, href)[0] for href in page.xpath("//nav[contains(@class,'menu')]//a/@href")]
        pied = [cible(page, href)[0] for href in page.xpath("//footer//a/@href") if ":" not in href]
        assert f"{page.langue}/recherche/" in menu, page
        assert f"{page.langue}/organisations/" in pied, page
    for langue in LANGUES_DU_SITE:
        page = par_adresse[f"{langue}/organisations/"]
        listed = [fiche.get("data-fiche") for fiche in page.xpath("//main//*[@data-fiche]")]
        assert sorted(listed) == sorted(entree.id for entree in atlas.entrees)


def test_pictures_are_hidden_or_named(pages: list[Page]) -> None:
    wrong = []
    for page in pages:
        for svg in page.xpath("//*[local-name()='svg'][not(ancestor::*[local-name()='svg'])]"):
            named = svg.get("role") and svg.get("aria-labelledby")
            wrong += [page] if svg.get("aria-hidden") != "true" and not named else []
        wrong += [page for image in page.xpath("//img") if image.get("alt") is None]
    assert wrong == []


def test_tables_have_a_caption_and_headers(pages: list[Page]) -> None:
    wrong = []
    for page in pages:
        for table in page.xpath("//table"):
            scopes = table.xpath(".//th/@scope")
            prose = bool(table.xpath("ancestor::article[contains(@class,'prose')]"))
            if not table.xpath(".//th") or (not prose and (not table.xpath("caption") or not scopes)):
                wrong.append(page)
    assert wrong == []


@pytest.mark.parametrize("langue", [*LANGUES_DU_SITE, ""])
def test_html_has_no_parse_error(site_web: Path, pages: list[Page], langue: str) -> None:
    """The parsing algorithm of the HTML standard, every error that it names, on every page."""
    wrong = []
    for page in pages:
        if page.langue == langue:
            parser = html5lib.HTMLParser()
            parser.parse(page.brut)
            wrong += [(page, position, code) for position, code, _ in parser.errors[:2]]
    assert wrong == []


def test_lists_hold_only_items(pages: list[Page]) -> None:
    """What html5lib lets pass: children that the standard forbids in lists and tables.

    A list without items is wrong where somebody would read it; a hidden one waits for a script to fill it.
    """
    forbidden = "//ul/*[not(self::li)] | //ol/*[not(self::li)] | //dl/*[not(self::dt or self::dd or self::div)]"
    blocks = "self::p or self::div or self::ul or self::section or self::article or self::table or self::dl"
    wrong = [(page, found.tag) for page in pages for found in page.xpath(forbidden)]
    wrong += [(page, found.tag) for page in pages for found in page.xpath(f"//span/*[{blocks}] | //p/*[{blocks}]")]
    wrong += [(page, "dl") for page in pages for found in page.xpath("//dl[not(dt or div/dt)]")]
    empty = "//*[self::ul or self::ol][not(li)][not(ancestor-or-self::*[@hidden])]"
    wrong += [(page, found.tag) for page in pages for found in page.xpath(empty)]
    assert wrong == []
