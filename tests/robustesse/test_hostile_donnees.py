"""Hostile texts in what machines read: JSON, GeoJSON, CSV, structured data, packed attributes, mails, the sitemap."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import lxml.etree
import lxml.html
import pytest

from carte_sociale import routes
from carte_sociale.model.fields import LANGUES_DU_SITE

from .conftest import SiteHostile

FORMULES = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
MAILS = "a?bcc=mal%40mal.example&b=c#d{e}'@asbl.example"
"""A mailbox that may exist, and that a careless link would make two of."""


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(inner)


def _planted_in(value: Any, site: SiteHostile) -> set[str]:
    """Every text of some data that was planted, each just as it was; AssertionError for one that changed."""
    known = {plante.texte for plante in site.plantes}
    found = {text for text in _texts(value) if "zq" in text}
    assert found <= known, sorted(found - known)[:3]
    return found


def _pages(site: SiteHostile, langue: str) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    for id_ in site.donnees:
        path = site.dossier / routes.file_of(routes.address("organisation", langue, id_))
        yield id_, lxml.html.document_fromstring(path.read_bytes(), parser=parser)


@pytest.mark.parametrize("name", ["json", "geojson"])
def test_data_files_say_what_was_written(site_hostile: SiteHostile, name: str) -> None:
    raw = (site_hostile.dossier / routes.DONNEES[name]).read_bytes()
    data = json.loads(raw)
    assert len(_planted_in(data, site_hostile)) > 100
    rows = data["fiches"] if name == "json" else [feature["properties"] for feature in data["features"]]
    for row in rows:
        source = site_hostile.donnees[row["id"]]
        assert row["nom"] == source["nom"]
        assert [service["nom"] for service in row["services"]] == [service["nom"] for service in source["services"]]
    if name == "geojson":
        assert {feature["geometry"]["type"] for feature in data["features"]} == {"Point"}


def test_structured_data_say_what_was_written(site_hostile: SiteHostile) -> None:
    for langue in LANGUES_DU_SITE:
        for id_, page in _pages(site_hostile, langue):
            (block,) = page.xpath("//script[@type='application/ld+json']")
            assert not {"<", ">", "&"} & set(block.text)
            data = json.loads(block.text)
            assert data["name"] == site_hostile.donnees[id_]["nom"][langue]
            assert data["description"] == site_hostile.donnees[id_]["resume"][langue]
            assert {text for text in _texts(data) if "zq" in text}
            assert set(data) <= {"@context", "@type", "@id", "name", "description", "url", "telephone", "email"} | {
                "sameAs", "location", "makesOffer",
            }  # fmt: skip


def test_packed_hours_hold_a_name_as_it_was_written(site_hostile: SiteHostile) -> None:
    names = set()
    for page in (page for langue in LANGUES_DU_SITE for _, page in _pages(site_hostile, langue)):
        for packed in page.xpath("//@data-horaire | //@data-horaires"):
            names |= _planted_in(json.loads(packed), site_hostile)
    assert len(names) > 10


# --- spreadsheets ---------------------------------------------------------------------------------------------------


def _rows(site: SiteHostile, delimiter: str) -> list[list[str]]:
    text = (site.dossier / routes.DONNEES["csv"]).read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula_however_a_spreadsheet_parts_them(site_hostile: SiteHostile, delimiter: str) -> None:
    """Excel takes the separator of the country: in Belgium a semicolon, and a line is parted there."""
    csv.field_size_limit(10_000_000)
    cells = [cell for row in _rows(site_hostile, delimiter) for cell in row]
    assert len(cells) > 50
    assert [cell[:60] for cell in cells if cell.strip().startswith(FORMULES)] == []
    lines = [line for cell in cells for line in cell.splitlines()]
    assert [line[:60] for line in lines if line.startswith(FORMULES)] == []


def test_a_cell_says_what_was_written(site_hostile: SiteHostile) -> None:
    head, *rows = _rows(site_hostile, ",")
    assert {len(row) for row in rows} == {len(head)}
    assert len(rows) == sum(len(data["services"]) for data in site_hostile.donnees.values())
    for row in rows:
        cells = dict(zip(head, row, strict=True))
        source = site_hostile.donnees[cells["id"]]
        assert cells["nom_fr"].replace("'", "") == source["nom"]["fr"].replace("'", "")
        assert cells["service"].replace("'", "") in {s["nom"]["fr"].replace("'", "") for s in source["services"]}


# --- mails and other links ------------------------------------------------------------------------------------------


def test_a_mail_is_ready_and_goes_to_nobody_else(site_hostile: SiteHostile) -> None:
    for langue in LANGUES_DU_SITE:
        for id_, page in _pages(site_hostile, langue):
            (mail,) = page.xpath("//a[starts-with(@href, 'mailto:erreurs@') and contains(@href, '?')]/@href")
            link = urlsplit(mail)
            assert (link.scheme, link.path, link.fragment) == ("mailto", "erreurs@carte.example", "")
            fields = parse_qs(link.query, strict_parsing=True)
            assert set(fields) == {"subject", "body"}
            (subject,) = fields["subject"]
            assert subject.endswith(" ".join(site_hostile.donnees[id_]["nom"][langue].split()))
            assert not {"\r", "\n"} & set(subject)
            assert routes.address("organisation", langue, id_) in fields["body"][0]


def test_an_address_of_mail_adds_no_reader(site_hostile: SiteHostile) -> None:
    """On the page, on cards and in the table."""
    links = [
        link
        for path in site_hostile.dossier.rglob("*.html")
        if "guide-de-style" not in path.parts  # its own invented records
        if b"mailto:" in (raw := path.read_bytes())
        for link in lxml.html.document_fromstring(raw).xpath("//a[starts-with(@href, 'mailto:')]")
        if "?subject=" not in link.get("href")
    ]
    assert len(links) > 20
    for link in links:
        address = urlsplit(link.get("href"))
        assert (address.query, address.fragment) == ("", "")
        assert unquote(address.path) in {MAILS, "erreurs@carte.example"}
    assert MAILS in {unquote(urlsplit(link.get("href")).path) for link in links}


def test_a_phone_is_dialled_and_nothing_else(site_hostile: SiteHostile) -> None:
    for langue in LANGUES_DU_SITE:
        for _, page in _pages(site_hostile, langue):
            numbers = page.xpath("//a[starts-with(@href, 'tel:') or starts-with(@href, 'sms:')]/@href")
            assert numbers
            assert all(number.partition(":")[2].lstrip("+").isdecimal() for number in numbers)


def test_the_sitemap_is_read_and_names_pages_alone(site_hostile: SiteHostile) -> None:
    root = lxml.etree.parse(site_hostile.dossier / routes.PLAN_DU_SITE).getroot()
    places = [element.text for element in root.iter("{*}loc")]
    links = [element.get("href") for element in root.iter("{*}link")]
    assert len(places) > 300
    for place in [*places, *links]:
        name = routes.file_of(place.removeprefix("https://carte-sociale.example/"))
        assert (site_hostile.dossier / name).is_file(), place
