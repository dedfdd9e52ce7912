"""Everything the site publishes beside its pages."""

from collections.abc import Iterable, Iterator
from typing import Any

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.exports.sitemap import robots, sitemap
from carte_sociale.exports.tables import as_csv, as_geojson, as_json


def data_files(atlas: Atlas[Any], indexees: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the data files, the sitemap of the addresses in `indexees` and robots.txt, as (path, content)."""
    editeur = atlas.donnees.editeur
    site = editeur.site_url.rstrip("/") + "/"
    yield routes.DONNEES["geojson"], as_geojson(atlas)
    yield routes.DONNEES["json"], as_json(atlas)
    yield routes.DONNEES["csv"], as_csv(atlas)
    yield routes.PLAN_DU_SITE, sitemap(site, indexees)
    yield routes.ROBOTS, robots(site, editeur.production)
