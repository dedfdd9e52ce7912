"""Everything the site publishes beside its pages."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.scopes import named
from carte_sociale.exports.icalendar import calendars
from carte_sociale.exports.sitemap import robots, sitemap
from carte_sociale.exports.tables import Morceaux, as_csv, as_geojson, as_json, pieces
from carte_sociale.exports.who import as_csv as who_csv
from carte_sociale.exports.who import csv_line, lines_of
from carte_sociale.exports.workbook import as_xlsx, xlsx_line
from carte_sociale.model.editeur import Editeur

DONNEES: Mapping[str, Callable[[Editeur, Iterable[Morceaux]], bytes]] = {
    routes.DONNEES["geojson"]: as_geojson,
    routes.DONNEES["json"]: as_json,
    routes.DONNEES["csv"]: lambda _, morceaux: as_csv(morceaux),
}
"""What makes each data file of what records add to it, by the path of the file."""

QUI_FAIT_QUOI: Mapping[str, Callable[[Iterable[bytes]], bytes]] = {"xlsx": as_xlsx, "csv": who_csv}
"""What makes each file of who does what of the lines that records add to it, by its form; the slowest first."""


def lines_by_part(atlas: Atlas[Any], entree: Entree) -> dict[str, bytes]:
    """Return what a record adds to the files of who does what, by form and part (`atlas.scopes.named`)."""
    lines = lines_of(atlas, entree)
    return {
        named(form, portee): b"".join(some)
        for form, write in (("csv", csv_line), ("xlsx", xlsx_line))
        for portee, some in atlas.portees.par_service(entree, [write(cells) for cells in lines]).items()
    }


__all__ = ["DONNEES", "QUI_FAIT_QUOI", "Morceaux", "calendars", "lines_by_part", "pieces", "robots", "sitemap"]
