"""When the funding of projects ends, for the whole Region: a list of years, and a page for each, month by month."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.fundings import echeances, sans_fin
from carte_sociale.pages.network import by_name, records_of
from carte_sociale.pages.page import Page
from carte_sociale.routes import address


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the list of years and of projects without a known end, then the page of each year."""
    projets = by_name(atlas.donnees.reseau.projets, langue)
    years = echeances(projets)
    counts = {year: len({echeance.projet.id for echeance in found}) for year, found in years.items()}
    unknown = sans_fin(projets)
    contexte = {"annees": counts, "sans_fin": unknown, "fiches": records_of(atlas, unknown)}
    yield Page(address("echeances", langue), langue, "echeances", "pages/echeances.html", contexte)
    for year, found in years.items():
        months = [(month, list(ends)) for month, ends in groupby(found, key=lambda echeance: echeance.mois)]
        own = {
            "annee": year,
            "mois": months,
            "autres": [other for other in counts if other != year],
            "fiches": records_of(atlas, [echeance.projet for echeance in found]),
        }
        adresse = address("echeances-annee", langue, str(year))
        yield Page(adresse, langue, "echeances-annee", "pages/echeances-annee.html", own)
