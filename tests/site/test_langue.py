"""Lines 1 to 6 of the requirements: which language a page speaks, and how it says so."""

import re
from collections import defaultdict

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE

from .lecture import Page, cible

PROPRES = {"fr": "Français", "nl": "Nederlands", "en": "English"}
MOTS_PAR_PHRASE = 15
"""Words of a sentence of an easy summary, at most: our number (line 7)."""
ANNONCES = {
    "fr": {"fr": "(texte en français)", "nl": "(texte en néerlandais)", "en": "(texte en anglais)"},
    "nl": {"fr": "(tekst in het Frans)", "nl": "(tekst in het Nederlands)", "en": "(tekst in het Engels)"},
    "en": {"fr": "(text in French)", "nl": "(text in Dutch)", "en": "(text in English)"},
}


def test_page_speaks_the_language_of_its_address(generales: list[Page]) -> None:
    wrong = [
        page
        for page in generales
        if page.racine.get("lang") != page.langue
        or page.racine.get("dir") != "ltr"
        or page.racine.find("body").get("data-langue") != page.langue
    ]
    assert wrong == []


def test_page_without_language_marks_every_passage(pages: list[Page]) -> None:
    outside = [page for page in pages if not page.generale and page.sorte != "papier"]
    assert [page.adresse for page in outside] == ["404.html", ""]
    for page in outside:
        spoken = {element.get("lang") for element in page.xpath("//main//*[@lang]")}
        assert spoken == set(LANGUES_DU_SITE)
        unmarked = list(page.xpath("//main//text()[normalize-space()][not(ancestor::*[@lang][ancestor::main])]"))
        assert {t.strip() for t in unmarked} <= {"·", "112"}


def test_alternates_are_absolute_and_reciprocal(generales: list[Page], atlas: Atlas) -> None:
    site = atlas.donnees.editeur.base
    graph: dict[str, dict[str, str]] = {}
    for page in generales:
        links = page.xpath("//head/link[@rel='alternate']")
        graph[site + page.adresse] = {link.get("hreflang"): link.get("href") for link in links}
        if not page.indexee:
            assert links == [], page
    for page in generales:
        if page.indexee:
            expected = {langue: site + routes.in_language(page.adresse, langue) for langue in LANGUES_DU_SITE}
            assert graph[site + page.adresse] == {**expected, "x-default": site}, page
            assert all(graph[other] == graph[site + page.adresse] for other in expected.values()), page


def test_canonical_is_the_page_itself(generales: list[Page], atlas: Atlas) -> None:
    site = atlas.donnees.editeur.base
    wrong = [
        page
        for page in generales
        if page.xpath("//head/link[@rel='canonical']/@href") != ([site + page.adresse] if page.indexee else [])
    ]
    assert wrong == []


def test_switcher_leads_to_the_same_page(generales: list[Page]) -> None:
    for page in generales:
        items = page.xpath("//header[contains(@class,'entete')]//nav[contains(@class,'langues')]//li/*")
        assert [item.text_content() for item in items] == list(PROPRES.values()), page
        for code, item in zip(PROPRES, items, strict=True):
            assert item.get("lang") == code, page
            if code == page.langue:
                assert (item.tag, item.get("aria-current")) == ("span", "true"), page
            else:
                assert cible(page, item.get("href"))[0] == routes.in_language(page.adresse, code), page


def test_fallback_text_is_marked_and_announced(generales: list[Page]) -> None:
    wrong: list[tuple[Page, str]] = []
    for page in generales:
        for note in page.xpath("//*[contains(concat(' ', @class, ' '), ' repli ')]"):
            passage = note.getprevious()
            langue = passage.get("lang") if passage is not None else None
            if langue == page.langue or note.text_content().strip() != ANNONCES[page.langue].get(langue):
                wrong.append((page, note.text_content()))
    assert wrong == []


def test_text_of_a_record_in_another_language_is_marked(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    """The summary of every record, on its own page: in the language of the page, or marked and announced."""
    fallbacks: dict[str, int] = defaultdict(int)
    for langue in LANGUES_DU_SITE:
        for entree in atlas.entrees:
            page = par_adresse[routes.address("organisation", langue, entree.id)]
            passage = entree.fiche.resume.pour(langue)
            resume = page.xpath("//p[@class='resume']")[0]
            if not passage.repli:
                assert resume.xpath(".//@lang") == [], page
                continue
            fallbacks[langue] += 1
            assert resume.xpath(".//span[@lang]/@lang") == [passage.langue], page
            assert " ".join(resume.text_content().split()).endswith(ANNONCES[langue][passage.langue]), page
    assert all(count < len(atlas.entrees) for count in fallbacks.values())


def test_name_in_another_language_is_marked(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    for langue in LANGUES_DU_SITE:
        for entree in atlas.entrees:
            page = par_adresse[routes.address("organisation", langue, entree.id)]
            passage = entree.fiche.nom.pour(langue)
            marked = page.xpath("//h1/span[@lang]/@lang")
            assert marked == ([passage.langue] if passage.repli else []), page


def test_lang_attributes_are_codes_that_exist(pages: list[Page], atlas: Atlas) -> None:
    known = set(atlas.donnees.vocabulaires["langues"].ids) | set(LANGUES_DU_SITE)
    assert {code for page in pages for code in page.xpath("//@lang")} <= known


def test_easy_summary_has_short_sentences(generales: list[Page], atlas: Atlas) -> None:
    """Every theme, alone and in a commune, and the emergency page say first, in short sentences, what to do."""
    summarised = [page for page in generales if page.sorte in {"theme", "urgence", "lieux-de-liens"}]
    themes = len(atlas.donnees.vocabulaires["themes"].ids)
    for langue in LANGUES_DU_SITE:
        kinds = [page.sorte for page in summarised if page.langue == langue]
        assert kinds.count("theme") >= themes
        assert kinds.count("urgence") == kinds.count("lieux-de-liens") == 1
    long = []
    for page in summarised:
        (summary,) = page.xpath("//main/*[contains(concat(' ', @class, ' '), ' facile ')]")
        assert page.xpath("//main/h1")[0].getnext() is summary, page
        paragraphs = [" ".join(p.text_content().split()) for p in summary.xpath("p")]
        sentences = [s for text in paragraphs for s in re.split(r"(?<=[.!?])\s+", text)]
        assert len(sentences) >= 2, page
        long += [(page, s) for s in sentences if len(re.findall(r"\w[\w'’-]*", s)) > MOTS_PAR_PHRASE]
    assert long == []


UN_MOT = {"nl": (r"\b(?:zorg)?bekkens?\b", r"\bzorgzones?\b"), "en": (r"\bmunicipalit(?:y|ies)\b", r"\bcommunes?\b")}
"""One thing has one word: the other word, and that of the official names (or of nearly every sentence)."""


def test_a_territory_is_called_one_way_in_a_language(generales: list[Page]) -> None:
    for langue, (other, ours) in UN_MOT.items():
        said = [(page, page.texte("//main")) for page in generales if page.langue == langue]
        assert any(re.search(ours, text, re.IGNORECASE) for _, text in said)
        assert [page for page, text in said if re.search(other, text, re.IGNORECASE)] == []
