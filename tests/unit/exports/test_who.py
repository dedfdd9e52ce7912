"""Who does what as files: every line says what is not known, when to ask again, and runs nothing in a spreadsheet."""

import csv
import io
import re
import zipfile
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
import time_machine

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.exports import lines_by_part
from carte_sociale.exports.who import COLONNES, INCONNU, as_csv, lines_of
from carte_sociale.exports.workbook import as_xlsx, xlsx_line

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
IXELLES = {"id": "ixelles", "forme": "adresse", "adresse": {"commune": "ixelles"}}
JETTE = {"id": "jette", "forme": "adresse", "adresse": {"commune": "jette"}}
SERVICE = {
    "id": "s",
    "nom": {"fr": "Aide"},
    "themes": ["ecoute", "mediation-de-dettes"],
    "publics": ["sans-papiers"],
    "acces": ["sans-rendez-vous"],
    "langues": ["ar", "fr"],
    "frais": "gratuit",
    "disponibilite": {"etat": "complet", "date": "2026-11-01"},
}
FORMULES = ["=1+1", "+32 2", "-1", "@SUM(A1)", "\t=1", "a;=1"]


def lines(atlas: Atlas, id_: str = "a") -> list[dict[str, Any]]:
    return [dict(zip(COLONNES, cells, strict=True)) for cells in lines_of(atlas, atlas.par_id[id_])]


def rows_of(content: bytes) -> list[list[str]]:
    """The cells of a workbook as text; what stands in them as numbers keeps its digits."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert book.testzip() is None
        tree = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        shared = [t.text or "" for t in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{MAIN}t")]
    found = []
    for row in tree.iter(f"{MAIN}row"):
        cells = []
        for cell in row.iter(f"{MAIN}c"):
            text = "".join(part.text or "" for part in cell.iter() if part.tag in (f"{MAIN}t", f"{MAIN}v"))
            cells.append(shared[int(text)] if cell.get("t") == "s" else text)
        found.append(cells)
    return found


def made(atlas: Atlas, portee: str = "") -> tuple[bytes, bytes]:
    pieces = [lines_by_part(atlas, entree) for entree in atlas.entrees]
    suffix = f"@{portee}" if portee else ""
    return tuple(
        write(piece.get(f"{form}{suffix}", piece[form]) for piece in pieces)
        for form, write in (("csv", as_csv), ("xlsx", as_xlsx))
    )


def test_a_service_fills_the_columns_of_the_table(atlas_of: Any) -> None:
    contacts = {"telephones": [{"numero": "02 512 34 56"}]}
    verified = {"date": "2026-05-10", "role": "benevole", "moyen": "telephone"}
    sources = [{"url": "https://a.be", "date": "2025-03"}]
    (line,) = lines(
        atlas_of(
            a={
                "lieux": [IXELLES],
                "services": [SERVICE],
                "contacts": contacts,
                "verification": verified,
                "sources": sources,
            }
        )
    )
    assert (line["Service"], line["Publics"], line["Commune"]) == ("Aide", "Personnes sans papiers", "Ixelles")
    assert line["Thèmes"].count(" · ") == line["Langues"].count(" · ") == 1
    assert line["Téléphone"] == "02 512 34 56"
    assert (line["De la place ?"], line["Dit le"]) == ("Complet", date(2026, 11, 1))
    assert line["Vérifié le"] == date(2026, 5, 10)
    assert line["Date de la source"] == "2025-03"
    assert line["À confirmer"] == "vérification à refaire après le 10/11/2026 ; place à redemander après le 31/12/2026"
    assert line["Page"].endswith("/fr/organisations/a/")


def test_what_is_not_said_is_said_to_be_unknown(atlas_of: Any) -> None:
    bare = {"id": "s", "nom": {"fr": "Aide"}, "themes": ["ecoute"], "disponibilite": {"etat": "ouvert"}}
    (line,) = lines(atlas_of(a={"services": [bare]}))
    unknown = ("Publics", "Accès", "Langues", "Prix", "Téléphone", "De la place ?", "Dit le", "Date de la source")
    assert {column: line[column] for column in unknown} == dict.fromkeys(unknown, INCONNU)
    assert (line["Commune"], line["Vérifié le"]) == ("sans adresse", "pas encore vérifié")
    assert "téléphonez avant d'envoyer quelqu'un" in line["À confirmer"]
    (line,) = lines(atlas_of(a={}))
    assert (line["Service"], line["Thèmes"]) == (INCONNU, INCONNU)
    assert all(cell != "" for cell in line.values())


def test_a_secret_place_stands_in_no_line_and_no_commune(atlas_of: Any) -> None:
    atlas = atlas_of(
        a={"lieux": [{"id": "refuge", "forme": "telephone"}], "services": [SERVICE], "confidentiel": "oui"}
    )
    (line,) = lines(atlas)
    assert (line["Commune"], line["Quartier"]) == ("sans adresse", "sans adresse")
    assert set(lines_by_part(atlas, atlas.par_id["a"])) == {"csv", "xlsx"}
    assert "refuge" not in "".join(content.decode("utf-8-sig", "ignore") for content in made(atlas))


def test_both_forms_say_the_same(atlas_of: Any) -> None:
    as_text, book = made(atlas_of(a={"lieux": [IXELLES], "services": [SERVICE]}, b={"nom": {"fr": 'B & <b> "é"'}}))
    table = list(csv.reader(io.StringIO(as_text.decode("utf-8-sig"))))
    rows = rows_of(book)
    assert as_text.startswith(b"\xef\xbb\xbf")
    assert table[0] == rows[0] == list(COLONNES)
    said = COLONNES.index("Dit le")
    assert [row[:said] for row in rows] == [row[:said] for row in table]
    assert table[1][said] == "2026-11-01"
    assert date(1899, 12, 30).toordinal() + int(rows[1][said]) == date(2026, 11, 1).toordinal()
    assert len(rows) == 3


@pytest.mark.parametrize("words", FORMULES)
def test_no_cell_is_a_formula(atlas_of: Any, words: str) -> None:
    as_text, book = made(atlas_of(a={"services": [{**SERVICE, "nom": {"fr": words}}]}))
    (cell,) = (row["Service"] for row in csv.DictReader(io.StringIO(as_text.decode("utf-8-sig"))))
    assert not re.search(r"(^|[;\t\r\n])\s*[=+\-@]", cell)
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet.partition("<conditionalFormatting")[0]
    assert rows_of(book)[1][1].strip() == words.strip()


def test_a_text_that_xml_cannot_hold_leaves_a_book_that_opens() -> None:
    assert rows_of(as_xlsx([xlsx_line(["a\x00\x0bb", " <&> "])]))[1] == ["ab", " <&> "]


def test_the_same_records_make_the_same_bytes_on_any_day(atlas_of: Any) -> None:
    atlas = atlas_of(a={"lieux": [IXELLES], "services": [SERVICE]})
    before = made(atlas)
    with time_machine.travel("2031-02-03 04:05"):
        assert made(atlas) == before


def test_a_commune_has_the_lines_of_its_own_services(atlas_of: Any) -> None:
    here = {**SERVICE, "id": "ici", "nom": {"fr": "Ici"}, "lieux": ["ixelles"]}
    there = {**SERVICE, "id": "la", "nom": {"fr": "Là"}, "lieux": ["jette"]}
    atlas = atlas_of(a={"lieux": [IXELLES, JETTE], "services": [here, there]})
    for portee, wanted in (("", ["Ici", "Là"]), ("communes/ixelles", ["Ici"]), ("communes/jette", ["Là"])):
        as_text, book = made(atlas, portee)
        assert [row["Service"] for row in csv.DictReader(io.StringIO(as_text.decode("utf-8-sig")))] == wanted
        assert [row[1] for row in rows_of(book)[1:]] == wanted


@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_sheet_is_ready_to_use(count: int) -> None:
    book = as_xlsx([xlsx_line(["x"] * len(COLONNES))] * count)
    assert len(rows_of(book)) == 1 + count
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    last = f"S{1 + count}"
    assert 'state="frozen"' in sheet
    assert f'<autoFilter ref="A1:{last}"/>' in sheet
    assert f'<dimension ref="A1:S{1 + max(count, 1)}"/>' in sheet
    assert f'max="{len(COLONNES)}"' in sheet  # neighbours of one width share an element
    assert ("TODAY()" in sheet) == (count > 0)
