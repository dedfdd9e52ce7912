"""What would betray the people who read: a page that says more than is known (`domain.md`'s rules, on every page)."""

import re
from pathlib import Path

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.completeness import is_stub
from carte_sociale.model.fields import LANGUES_DU_SITE

from .lecture import Page

OUVERT = re.compile(
    r"ouvert (?:maintenant|en ce moment)|actuellement ouvert|ferme à \d|ouvre (?:à|dans) \d"
    r"|nu open|momenteel open|sluit om \d|opent om \d"
    r"|open now|currently open|closes at \d|opens at \d",
    re.IGNORECASE,
)
ETIQUETTE = {"fr": "fiche incomplète", "nl": "onvolledige fiche", "en": "incomplete record"}
JAMAIS_VERIFIE = "//section[@aria-labelledby='fraicheur']"
MACHINE = (b"/work/", b"/home/", b"/tmp/", b"/root/", b"site-packages", b"localhost", b"127.0.0.1", b"Traceback")


def test_demonstration_is_said_on_every_page(pages: list[Page], atlas: Atlas) -> None:
    production = atlas.donnees.editeur.production
    wrong = [page for page in pages if len(page.xpath("//*[@class='bandeau']")) != (not production)]
    assert wrong == []


def test_no_state_is_claimed_without_script(pages: list[Page]) -> None:
    states = {state for page in pages for state in page.xpath("//@data-etat")}
    assert states == {"inconnu"}
    assert {state for page in pages for state in page.xpath("//@data-ouvert")} == {"inconnu"}


def test_every_service_has_its_opening_mark(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    for langue in LANGUES_DU_SITE:
        for entree in atlas.entrees:
            page = par_adresse[routes.address("organisation", langue, entree.id)]
            assert page.xpath("//@data-ouverture") == [situe.service.id for situe in entree.services], page


def test_no_page_says_open_now(pages: list[Page]) -> None:
    assert [(page, found.group()) for page in pages if (found := OUVERT.search(page.texte()))] == []


def test_stub_is_labelled_wherever_it_is_a_card(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    stubs = [entree for entree in atlas.entrees if is_stub(entree.fiche)]
    for langue in LANGUES_DU_SITE:
        for entree in atlas.entrees:
            page = par_adresse[routes.address("organisation", langue, entree.id)]
            labels = [" ".join(e.text_content().split()) for e in page.xpath("//h1/..//span[@class='etiquette']")]
            assert (ETIQUETTE[langue] in labels) == (entree in stubs), page


def test_unverified_record_says_so(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    words = {"fr": "Personne ne les a encore vérifiées", "nl": "Niemand heeft", "en": "Nobody has"}
    for langue, said in words.items():
        for entree in atlas.entrees:
            page = par_adresse[routes.address("organisation", langue, entree.id)]
            assert (said in page.texte(JAMAIS_VERIFIE)) == (entree.fiche.verification is None), page


def test_hours_say_where_they_come_from(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    """Every block of hours of a record that nobody verified carries its source's date, or says that it has none."""
    for langue in LANGUES_DU_SITE:
        for entree in atlas.entrees:
            page = par_adresse[routes.address("organisation", langue, entree.id)]
            blocks = page.xpath("//*[@class='horaire']")
            assert len(blocks) == sum(len(situe.service.horaires) for situe in entree.services), page
            for block in blocks:
                if entree.fiche.verification is None:
                    notes = [note.text_content().strip() for note in block.xpath("./p[contains(@class,'note')]")]
                    assert any(notes), page


def test_every_record_names_its_sources(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    for langue in LANGUES_DU_SITE:
        for entree in atlas.entrees:
            page = par_adresse[routes.address("organisation", langue, entree.id)]
            linked = page.xpath("//ul[@class='sources']//a/@href")
            assert linked == [source.url for source in entree.fiche.sources], page


def test_fictional_record_is_never_unmarked(atlas: Atlas) -> None:
    assert [entree.id for entree in atlas.entrees if entree.fiche.fictif] == []


def test_no_confidential_record_has_a_place(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    for entree in atlas.entrees:
        if entree.fiche.confidentiel:
            assert entree.communes == ()
            assert entree.quartiers == ()
            for langue in LANGUES_DU_SITE:
                page = par_adresse[routes.address("organisation", langue, entree.id)]
                assert page.xpath("//*[@id='lieux'] | //*[@class='adresse'] | //*[@class='quartier']") == [], page
                assert "openstreetmap.org/?mlat" not in page.brut, page


def test_no_amount_of_funding_and_no_rank(pages: list[Page]) -> None:
    """Fundings have dates, never amounts (`domain.md`, rule 2)."""
    amount = re.compile(r"€|\bEUR\b|euros?\b")
    sections = ((p, s) for p in pages for s in p.xpath("//section[@aria-labelledby='professionnels']"))
    assert [page for page, section in sections if amount.search(section.text_content())] == []


def test_no_path_of_a_machine_in_any_file(site_web: Path) -> None:
    wrong = [
        (path.relative_to(site_web).as_posix(), trace)
        for path in site_web.rglob("*")
        if path.is_file()
        for content in [path.read_bytes()]
        for trace in MACHINE
        if trace in content
    ]
    assert wrong == []


def test_no_template_or_python_leftover_is_shown(pages: list[Page]) -> None:
    leftover = re.compile(r"\{\{|\}\}|\{%|%\}|%\([a-z_]+\)s|\bNone\b(?! of)|\bUndefined\b|<built-in|&amp;[a-z]+;")
    wrong = []
    for page in pages:
        text = page.texte()
        found = leftover.search(text)
        if found:
            wrong.append((page, text[max(0, found.start() - 40) : found.end() + 40]))
    assert wrong == []


def test_no_space_before_a_comma_or_a_point(pages: list[Page]) -> None:
    """Templates leave such spaces easily; they read as carelessness."""
    found = re.compile(r"\w ,|\w \.(?:\s|$)|\( | \)|,,|\.\.(?!\.)")
    wrong = []
    for page in pages:
        for element in page.xpath("//main//*[self::p or self::li or self::dd or self::h1 or self::h2 or self::h3]"):
            if element.xpath(".//ul | .//ol | .//p"):
                continue
            text = " ".join(element.text_content().split())
            if found.search(text):
                wrong.append((page, text[:120]))
    assert wrong == []
