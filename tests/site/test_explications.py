"""Comparisons, the glossary and its words: each page says what its file says, what it speaks of leads back to it."""

from collections import Counter

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.glossary import VOCABULAIRES
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.routes import address

from .lecture import Page, cible


def _leads_to(page: Page, chemin: str = "//main") -> set[str]:
    """Addresses of the site that a part of a page links to."""
    return {cible(page, href)[0].lstrip("/") for href in page.xpath(f"{chemin}//a/@href") if ":" not in href}


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_a_sheet_answers_first_and_sets_its_things_side_by_side(
    par_adresse: dict[str, Page], atlas: Atlas, langue: str
) -> None:
    for sheet in atlas.donnees.explications.comparaisons.values():
        page = par_adresse[address("comparaison", langue, sheet.id)]
        assert page.sorte == "comparaison"
        after = page.xpath("//main/h1/following-sibling::*")
        first = after.pop(0) if sheet.danger else None
        assert (first is None) == (page.xpath("//*[contains(@class,'danger-de-mort')]") == [])
        if first is not None:  # whoever reads in danger finds the number before the answer, and presses it
            assert first.xpath(".//a/@href")[-1].startswith("tel:1"), page
        assert after[0].get("class") == "resume", page
        heads = page.xpath("//table[contains(@class,'cote-a-cote')]/thead/tr/th[@id]/@id")
        assert heads == [chose.id for chose in sheet.choses], page
        for row in page.xpath("//table[contains(@class,'cote-a-cote')]/tbody/tr"):
            assert [len(row.xpath("./th")), len(row.xpath("./td[@data-label]"))] == [1, len(heads)], page
        assert {source.url for source in sheet.sources} <= set(page.xpath("//ul[@class='sources']//a/@href"))
        told = " ".join(page.texte("//main").split())
        plain = told.replace("\xa0", " ").replace("\u202f", " ")
        for doute in sheet.doutes:
            assert doute[langue] in plain, page


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_what_a_sheet_compares_leads_back_to_it(par_adresse: dict[str, Page], atlas: Atlas, langue: str) -> None:
    linked = 0
    for sheet in atlas.donnees.explications.comparaisons.values():
        ours = address("comparaison", langue, sheet.id)
        ties = sheet.liens
        back = [address("theme", langue, id_) for sort, id_ in ties if sort == "themes"]
        back += [address("dispositif", langue, id_) for sort, id_ in ties if sort == "dispositifs"]
        back += [
            address("dispositif", langue, d.id) for d in atlas.donnees.reseau.dispositifs if ("types", d.type) in ties
        ]
        for entree in atlas.entrees:
            if ("natures", entree.nature) in ties or any(("themes", theme) in ties for theme in entree.themes):
                back.append(address("organisation", langue, entree.id))
        assert back, sheet.id
        missing = [a for a in back if ours not in _leads_to(par_adresse[a], "//p[contains(@class,'semblables')]")]
        assert missing == [], sheet.id
        linked += len(back)
    assert linked > 150


def test_a_sheet_lists_the_records_of_its_natures(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    for sheet in atlas.donnees.explications.comparaisons.values():
        found = _leads_to(par_adresse[address("comparaison", "fr", sheet.id)])
        for nature in (id_ for sort, id_ in sheet.liens if sort == "natures"):
            assert {address("organisation", "fr", e.id) for e in atlas.par_nature[nature]} <= found, (sheet.id, nature)


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_the_glossary_says_every_word_once(par_adresse: dict[str, Page], atlas: Atlas, langue: str) -> None:
    page = par_adresse[address("glossaire", langue)]
    said = Counter(" ".join(dd.text_content().split()) for dd in page.xpath("//dl[contains(@class,'glossaire')]//dd"))
    said += Counter(dt.text_content().strip() for dt in page.xpath("//dl[contains(@class,'glossaire')]//dt"))
    assert [text for text, count in said.items() if count > 1] == []
    anchors = set(page.xpath("//dl[contains(@class,'glossaire')]/div/@id"))
    assert set(atlas.glossaire.mots) <= anchors
    assert len(anchors) > 200
    sorts = {sort: name for name, sort in VOCABULAIRES.items()}
    same = {f"{sorts[link.sorte]}-{link.id}" for mot in atlas.glossaire.mots.values() for link in mot.est}
    assert same & anchors == set()


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_the_page_of_a_word_leads_on(par_adresse: dict[str, Page], atlas: Atlas, langue: str) -> None:
    main = [mot for mot in atlas.glossaire.mots.values() if mot.page]
    for mot in main:
        page = par_adresse[address("mot", langue, mot.id)]
        assert page.texte("//main/h1") == mot.mot[langue]
        led = _leads_to(page)
        for link in (*mot.est, *mot.voir):
            if link.sorte in ("theme", "dispositif", "comparaison"):
                assert address(link.sorte, langue, link.id) in led, page
            if link.sorte == "nature":
                assert {address("organisation", langue, e.id) for e in atlas.par_nature[link.id]} <= led, page


def test_a_word_in_a_page_is_a_link_described_by_its_definition(pages: list[Page], atlas: Atlas) -> None:
    shown = Counter()
    for page in (page for page in pages if page.sorte != "guide-de-style"):
        for link in page.xpath("//*[@class='mot']/a"):
            (bubble,) = link.getparent().xpath("./*[@role='tooltip']")
            assert link.get("aria-describedby") == bubble.get("id"), page
            mot = atlas.glossaire.mots[bubble.get("id").removeprefix("mot-")]
            assert bubble.text_content().replace("\xa0", " ").endswith(mot.definition[page.langue].replace("\xa0", " "))
            shown[page.sorte] += 1
    assert shown["quartier"] > 300
    assert shown["dispositif"] > 30


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_the_glossary_says_what_it_was_read_in_and_that_nobody_checked_it(
    par_adresse: dict[str, Page], atlas: Atlas, langue: str
) -> None:
    page = par_adresse[address("glossaire", langue)]
    sourced = {id_: mot for id_, mot in atlas.glossaire.mots.items() if mot.sources}
    assert len(sourced) > 80
    for id_, mot in sourced.items():
        links = page.xpath(f"//div[@id='{id_}']//*[contains(@class, 'source')]/a/@href")
        assert links == [str(source.url) for source in mot.sources], id_
    assert len(page.xpath("//*[contains(@class, 'glossaire')]//*[contains(@class, 'source')]")) == len(sourced)
    (said,) = page.xpath("//main/p[@class='note']")
    assert str(len(sourced)) in said.text_content()
