"""Who does what, for the Region, each commune and each bassin: the page and its files hold the same services."""

import csv
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.scopes import REGION
from carte_sociale.exports.who import COLONNES
from carte_sociale.model.fields import LANGUES_DU_SITE

from .lecture import Page, cible

LIGNES = "//table[@data-tableau]/tbody/tr"
COLONNES_DE_LA_PAGE = 11


def address_of(portee: str, langue: str) -> str:
    return f"{langue}/professionnels/" + ("" if portee == REGION else f"{portee}/")


@pytest.fixture(scope="module")
def portees(atlas: Atlas) -> tuple[str, ...]:
    return atlas.portees.cles


def test_a_commune_shows_the_services_given_there_and_no_other(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    """Counted from the records themselves."""

    def services_in(entree: Entree, commune: str) -> int:
        places = {lieu.lieu.id for lieu in entree.lieux if lieu.commune == commune}
        given = [s for s in entree.fiche.services if places & set(s.lieux or [lieu.lieu.id for lieu in entree.lieux])]
        return len(given) if entree.fiche.services else int(bool(places))

    for commune in atlas.donnees.territoire.communes:
        expected = {entree.id: services_in(entree, commune.slug) for entree in atlas.entrees}
        for langue in LANGUES_DU_SITE:
            shown = [
                str(id_)
                for id_ in par_adresse[address_of(f"communes/{commune.slug}", langue)].xpath(f"{LIGNES}/@data-fiche")
            ]
            assert {id_: shown.count(id_) for id_ in set(shown)} == {id_: n for id_, n in expected.items() if n}


def test_the_region_shows_every_service(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    count = sum(max(1, len(entree.services)) for entree in atlas.entrees)
    for langue in LANGUES_DU_SITE:
        assert len(par_adresse[address_of(REGION, langue)].xpath(LIGNES)) == count


def test_no_cell_is_silent(par_adresse: dict[str, Page], portees: tuple[str, ...]) -> None:
    for langue in LANGUES_DU_SITE:
        for portee in portees:
            page = par_adresse[address_of(portee, langue)]
            rows = page.xpath(LIGNES)
            assert {len(row) for row in rows} <= {COLONNES_DE_LA_PAGE}
            assert [row.get("data-fiche") for row in rows for cell in row if not cell.text_content().strip()] == []
    words = [cell.text_content() for cell in par_adresse[address_of(REGION, "fr")].xpath(f"{LIGNES}/td//i")]
    assert set(words) <= {"nous ne savons pas", "pas encore vérifié", "sans adresse"}


def test_tables_lead_to_one_another(par_adresse: dict[str, Page], portees: tuple[str, ...], atlas: Atlas) -> None:
    def links(address: str) -> set[str]:
        return {cible(par_adresse[address], str(href))[0] for href in par_adresse[address].xpath("//main//a/@href")}

    for langue in LANGUES_DU_SITE:
        region = address_of(REGION, langue)
        parts = {address_of(portee, langue) for portee in portees if portee != REGION}
        assert parts <= links(region)
        for portee in portees[1:]:
            table, place = address_of(portee, langue), f"{langue}/{portee}/"
            assert {region, place} <= links(table)
            assert table in links(place)
        for bassin in atlas.donnees.territoire.bassins:
            table = address_of(f"bassins/{bassin.slug}", langue)
            assert {address_of(f"communes/{c.commune}", langue) for c in bassin.communes} <= links(table)
        for commune in atlas.donnees.territoire.communes:
            around = links(address_of(f"communes/{commune.slug}", langue)) & parts
            assert any("/bassins/" in address for address in around)
            assert any("/communes/" in address for address in around), commune.slug


def test_files_hold_the_lines_of_their_page(
    site_web: Path, par_adresse: dict[str, Page], portees: tuple[str, ...]
) -> None:
    for portee in portees:
        page = par_adresse[address_of(portee, "fr")]
        rows = [" ".join(row[0].text_content().split()) for row in page.xpath(LIGNES)]
        as_text = (site_web / routes.qui_fait_quoi(portee, "csv")).read_bytes().decode("utf-8-sig")
        lines = list(csv.DictReader(io.StringIO(as_text)))
        assert lines == [] or tuple(lines[0]) == COLONNES
        assert [len(line) for line in lines] == [len(COLONNES)] * len(rows)
        assert sorted(" ".join(line["Organisation"].split()).lstrip("'") for line in lines) == sorted(rows)
        assert all(line[column] for line in lines for column in COLONNES)
        with zipfile.ZipFile(site_web / routes.qui_fait_quoi(portee, "xlsx")) as book:
            sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        assert len(list(sheet.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}row"))) == 1 + len(rows)
        files = {cible(page, str(href))[0] for href in page.xpath("//main//a[@download]/@href")}
        assert files == {routes.qui_fait_quoi(portee, form) for form in ("csv", "xlsx")}
    written = {path.relative_to(site_web).as_posix() for path in (site_web / "data/qui-fait-quoi").rglob("*.*")}
    assert written == {routes.qui_fait_quoi(portee, form) for portee in portees for form in ("csv", "xlsx")}
