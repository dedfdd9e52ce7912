"""The pages of what joins services: every tie is told, nothing is counted or ranked, calendars are where pages lead."""

import re
from pathlib import Path

import pytest
from icalendar import Calendar

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.meetings import seances
from carte_sociale.model.fields import LANGUES_DU_SITE

from .lecture import Page, cible


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_the_table_of_a_quartier_tells_every_tie_of_its_records(
    par_adresse: dict[str, Page], atlas: Atlas, langue: str
) -> None:
    """Counted from the records themselves: a tie with an end in the quartier is a row there."""
    told = 0
    for quartier in atlas.donnees.territoire.quartiers:
        here = {entree.id for entree in atlas.par_quartier[quartier.code]}
        expected = {
            (entree.id, relation.type, relation.vers)
            for entree in atlas.entrees
            for relation in entree.relations
            if here & {entree.id, relation.vers}
        }
        page = par_adresse[f"{langue}/professionnels/quartiers/{quartier.slug}/reseau/"]
        rows = [
            (_id(row.find("th").find("a")), body.get("class").removeprefix("sorte-"), _id(row.xpath("./td[2]/a")[0]))
            for body in page.xpath("//table[@class='fils-tableau']/tbody")
            for row in body.xpath("./tr[td]")
        ]
        assert set(rows) == expected, quartier.slug
        assert len(page.xpath("//main//*[@class='fils__arcs']/*")) == len(rows)
        told += len(rows)
    assert told > 20


def _id(link: object) -> str:
    return str(link.get("href")).rstrip("/").rpartition("/")[2]  # type: ignore[attr-defined]


def test_names_of_a_drawing_stand_by_the_alphabet_and_lead_to_records(pages: list[Page]) -> None:
    drawn = [page for page in pages if page.sorte == "reseau" and page.xpath("//*[@class='fils']")]
    assert drawn
    for page in drawn:
        for group in page.xpath("//div[@class='fils__noms']/ul"):
            ids = [_id(link) for link in group.xpath("./li/a")]
            assert len(set(ids)) == len(ids)
        numbers = re.findall(r"\d+ (?:liens?|partenaires?)", page.texte("//main"))
        assert numbers == [], page


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_meetings_hold_their_days_for_the_script(par_adresse: dict[str, Page], atlas: Atlas, langue: str) -> None:
    listed = par_adresse[f"{langue}/rencontres/"]
    for rencontre in atlas.donnees.reseau.rencontres:
        page = par_adresse[f"{langue}/rencontres/{rencontre.id}/"]
        days = [seance.jour.isoformat() for seance in seances(rencontre)]
        (own,) = page.xpath("//main//@data-seances")
        assert [day.partition("/")[0] for day in own.split()] == days
        assert own in listed.xpath("//li/@data-seances")


def test_calendars_are_where_pages_lead_and_hold_the_days(site_web: Path, pages: list[Page], atlas: Atlas) -> None:
    linked = {
        cible(page, href)[0]
        for page in pages
        if page.sorte in {"rencontre", "rencontres"}
        for href in page.xpath("//main//a/@href")
        if href.endswith(".ics")
    }
    there = {path.relative_to(site_web).as_posix() for path in (site_web / "data" / "rencontres").rglob("*.ics")}
    assert linked == there
    assert len(there) > 100
    for name in there:
        content = (site_web / name).read_bytes()
        assert len(Calendar.from_ical(content).walk("VCALENDAR")) == 1
        assert max(map(len, content.split(b"\r\n"))) <= 75


def test_no_page_of_the_network_says_closed_or_tells_an_amount(pages: list[Page]) -> None:
    kinds = {"projet", "projets", "mutualisation", "mutualisations", "rencontre", "rencontres", "reseau", "dispositif"}
    for page in pages:
        if page.sorte in kinds:
            assert "€" not in page.texte("//main"), page
            assert page.xpath("//main//*[@data-fin]//text()[contains(., 'fermé')]") == [], page


MOTS_QUI_JUGENT = {
    "fr": r"ce qui manque|défavoris|quartiers? à problèmes|zones? prioritaires?|classement|sous-équip",
    "nl": r"wat (?:er )?ontbreekt|achtergesteld|kansarm|probleemwijk|rangschikking|onderbediend",
    "en": r"what is missing|deprived|disadvantaged area|problem area|ranking|underserved",
}
"""A page tells what our list has, and what people find useful: never what a quartier is short of, nor who is first."""


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_no_page_for_professionals_judges_a_quartier(pages: list[Page], langue: str) -> None:
    kinds = {
        "quartier-pro", "quartiers-pro", "premiere-semaine", "couverture", "couverture-quartier", "couverture-theme",
        "reseau", "projet", "projets", "mutualisation", "mutualisations", "rencontre", "rencontres", "dispositif",
        "dispositifs", "comparaison", "comparaisons", "mot", "professionnels", "qui-fait-quoi",
    }  # fmt: skip
    read = [page for page in pages if page.sorte in kinds and page.adresse.startswith(f"{langue}/")]
    assert {page.sorte for page in read} == kinds
    said = ((page, re.search(MOTS_QUI_JUGENT[langue], page.texte("//main"), re.IGNORECASE)) for page in read)
    assert [(page, found.group()) for page, found in said if found] == []


def test_a_roof_says_how_old_its_desks_are(pages: list[Page]) -> None:
    roofs = [roof for page in pages if page.sorte == "quartier-pro" for roof in page.xpath("//*[@class='toit'][.//dl]")]
    assert roofs
    for roof in roofs:
        (age,) = roof.xpath("./p[@class='note'][2]")
        assert any(char.isdigit() for char in age.text_content())
