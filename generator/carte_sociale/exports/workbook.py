"""Who does what, for a spreadsheet (XLSX).

xlsxwriter makes the workbook: styles, header, filter, widths, paper. Its lines are made a record at a time and put in
its sheet: it would take 1.5 s for 20,000 lines, and a line stands in three files (Region, commune, bassin).
A text is written as text, so that nothing in a record is a formula. A place given more than 60 days ago shows as to be
asked again, on the day that the file is opened.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from carte_sociale.atlas.freshness import DISPONIBILITE_JOURS
from carte_sociale.exports.who import COLONNES, Case

_FEUILLE = "xl/worksheets/sheet1.xml"
_ORIGINE = date(1899, 12, 30)
"""The day that spreadsheets count from."""
_CREE = datetime(2026, 1, 1)
"""When every file says that it was made: the same bytes at each build."""
_DATE_DU_ZIP = (1980, 1, 1, 0, 0, 0)
_ILLISIBLES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML cannot hold."""
_ROW = b"<row>"
_LARGEURS = (32, 32, 28, 28, 24, 20, 18, 20, 20, 16, 18, 12, 14, 36, 14, 40, 40, 14, 14)
_A3 = 8
_DATE_STYLE, _TEXT_STYLE = 1, 2
"""Styles of cells, in the order in which `_template` gives them."""


def xlsx_line(cells: Iterable[Case]) -> bytes:
    """Return a line of the sheet."""
    return _ROW + "".join(map(_cell, cells)).encode() + b"</row>"


def as_xlsx(lines: Iterable[bytes]) -> bytes:
    """Return a workbook of lines."""
    body = b"".join(lines)
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_template(body.count(_ROW)))) as template,
        zipfile.ZipFile(made, "w") as book,
    ):
        for name in template.namelist():
            content = template.read(name)
            whole = _filled(content, body) if name == _FEUILLE else content
            book.writestr(zipfile.ZipInfo(name, _DATE_DU_ZIP), whole, zipfile.ZIP_DEFLATED, 1)
    return made.getvalue()


def _cell(cell: Case) -> str:
    if isinstance(cell, date):
        return f'<c s="{_DATE_STYLE}"><v>{(cell - _ORIGINE).days}</v></c>'
    text = _ILLISIBLES.sub("", cell).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<c s="{_TEXT_STYLE}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _filled(sheet: bytes, body: bytes) -> bytes:
    """Return a sheet with lines after its header, in the place of those that it has."""
    header, _, rest = sheet.partition(b"</row>")
    return header + b"</row>" + body + rest[rest.index(b"</sheetData>") :]


def _template(lines: int) -> bytes:
    """Return a workbook with room for this many lines."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"title": "Qui fait quoi", "created": _CREE})
    of_dates = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    of_text = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet = book.add_worksheet("Qui fait quoi")
    last = len(COLONNES) - 1
    for column, width in enumerate(_LARGEURS):
        sheet.set_column(column, column, width)
    sheet.write_blank(max(lines, 1), 0, None, of_dates)
    sheet.write_blank(max(lines, 1), last, None, of_text)  # so the sheet says how large it is
    sheet.write_row(0, 0, COLONNES, bold)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, lines, last)
    if lines:
        _ask_again(book, sheet, lines)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&LTéléphonez avant d'envoyer quelqu'un.&RPage &P / &N")
    book.close()
    return made.getvalue()


def _ask_again(book: xlsxwriter.Workbook, sheet: Worksheet, lines: int) -> None:
    place, said = COLONNES.index("De la place ?"), COLONNES.index("Dit le")
    cell = xl_rowcol_to_cell(1, said, col_abs=True)
    rule = f"=AND(ISNUMBER({cell}),TODAY()-{cell}>{DISPONIBILITE_JOURS})"
    shown = book.add_format({"italic": True, "num_format": ';;;"à redemander"'})
    sheet.conditional_format(1, place, lines, place, {"type": "formula", "criteria": rule, "format": shown})
