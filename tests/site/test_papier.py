"""Line 39 of the requirements: every record on paper leads back to its page, in one language or in two."""

from tests.lecture_qr import lire_qr

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE

from .lecture import Page, cible

CODE = "//*[local-name()='svg'][@class='qr']"


def _code(page: Page) -> list[str]:
    (svg,) = page.xpath(CODE)
    (path,) = svg.xpath("./*[local-name()='path']")
    return lire_qr(path.get("d"), svg.get("viewBox") or svg.get("viewbox"))


def test_code_of_every_record_page_is_its_address(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    site = atlas.donnees.editeur.site_url
    for langue in LANGUES_DU_SITE:
        for entree in atlas.entrees:
            page = par_adresse[routes.address("organisation", langue, entree.id)]
            assert _code(page) == [site + page.adresse] == page.xpath("//link[@rel='canonical']/@href"), page
            assert site + page.adresse in page.texte("//*[@class='pied-papier']"), page


def test_record_page_leads_to_its_sheet_and_to_a_list(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    for langue in LANGUES_DU_SITE:
        for entree in atlas.entrees:
            page = par_adresse[routes.address("organisation", langue, entree.id)]
            sheet, kept = page.xpath("//*[contains(@class,'vers-papier')]//a/@href")
            assert cible(page, sheet)[0] == routes.papier(entree.id), page
            assert cible(page, kept) == (routes.address("liste", langue), f"fiches={entree.id}"), page


def test_sheet_speaks_french_and_dutch_and_leads_to_the_french_page(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    site = atlas.donnees.editeur.site_url
    for entree in atlas.entrees:
        page = par_adresse[routes.papier(entree.id)]
        url = site + routes.address("organisation", "fr", entree.id)
        assert _code(page) == [url], page
        assert url in page.texte("//*[@class='pied-papier']"), page
        assert page.xpath("//section/@lang") == ["fr", "nl"], page
        for section in page.xpath("//section"):
            phones = section.xpath(".//a[starts-with(@href,'tel:')]/@href")
            assert phones == [f"tel:{phone.numero.appel}" for phone in entree.telephones], page
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"], page


def test_sheet_says_in_each_language_what_was_never_checked(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    said = {"fr": "Jamais vérifié auprès de l'organisation.", "nl": "Nooit nagevraagd bij de organisatie."}
    for entree in atlas.entrees:
        page = par_adresse[routes.papier(entree.id)]
        for langue, words in said.items():
            dates = page.texte(f"//section[@lang='{langue}']/*[@class='dates']")
            assert (words in dates) == (entree.fiche.verification is None), page


def test_sheet_of_a_secret_address_is_its_phone(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    secret = [entree for entree in atlas.entrees if entree.fiche.confidentiel]
    assert secret
    for entree in secret:
        page = par_adresse[routes.papier(entree.id)]
        for section in page.xpath("//section"):
            assert section.xpath(".//h3") == [], page
            assert len(section.xpath(".//li")) == max(1, len(entree.telephones)), page
            assert {href[:4] for href in section.xpath(".//@href")} <= {"tel:"}, page


def test_sheet_of_a_flagged_theme_has_a_way_out(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    flagged = {entree.id for entree in atlas.entrees if atlas.signales(entree)}
    assert flagged
    found = {entree.id for entree in atlas.entrees if par_adresse[routes.papier(entree.id)].xpath("//a[@data-sortie]")}
    assert found == flagged
