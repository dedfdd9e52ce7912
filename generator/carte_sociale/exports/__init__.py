"""Everything the site publishes beside its pages."""

from collections.abc import Callable, Iterable, Mapping

from carte_sociale import routes
from carte_sociale.exports.icalendar import calendars
from carte_sociale.exports.sitemap import robots, sitemap
from carte_sociale.exports.tables import Morceaux, as_csv, as_geojson, as_json, pieces
from carte_sociale.model.editeur import Editeur

DONNEES: Mapping[str, Callable[[Editeur, Iterable[Morceaux]], bytes]] = {
    routes.DONNEES["geojson"]: as_geojson,
    routes.DONNEES["json"]: as_json,
    routes.DONNEES["csv"]: lambda _, morceaux: as_csv(morceaux),
}
"""What makes each data file of what records add to it, by the path of the file."""


__all__ = ["DONNEES", "Morceaux", "calendars", "pieces", "robots", "sitemap"]
