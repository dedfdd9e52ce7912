"""Comparisons: the list of sheets, and each of them, with who does what it compares."""

from collections.abc import Iterator
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.order import sort_key
from carte_sociale.model.comparaison import Chose, Comparaison
from carte_sociale.model.renvoi import Renvoi
from carte_sociale.pages.linked import Lien, link_to
from carte_sociale.pages.page import Page
from carte_sociale.routes import address


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the list of comparisons and the page of each."""
    sheets = sorted(
        atlas.donnees.explications.comparaisons.values(), key=lambda sheet: (sort_key(sheet.titre[langue]), sheet.id)
    )
    yield Page(
        address("comparaisons", langue),
        langue,
        "comparaisons",
        "pages/comparaisons.html",
        {
            "pour_tous": [sheet for sheet in sheets if not sheet.professionnels],
            "pour_professionnels": [sheet for sheet in sheets if sheet.professionnels],
        },
    )
    for sheet in sheets:
        yield _sheet(atlas, sheet, langue)


def _sheet(atlas: Atlas[Any], sheet: Comparaison, langue: str) -> Page:
    reasons = (atlas.terme("themes", theme).signale for chose in sheet.choses for theme in chose.themes)
    return Page(
        address("comparaison", langue, sheet.id),
        langue,
        "comparaison",
        "pages/comparaison.html",
        {
            "comparaison": sheet,
            "lignes": [[atlas.lignes[id_] for id_ in chose.lignes if id_ in atlas.lignes] for chose in sheet.choses],
            "liens": [_links(atlas, chose, langue) for chose in sheet.choses],
            "fiches": [_records(atlas, chose, langue) for chose in sheet.choses],
            "vers": [question.vers and link_to(atlas, question.vers, langue) for question in sheet.questions],
        },
        signalee=tuple(dict.fromkeys(reason for reason in reasons if reason)),
    )


def _links(atlas: Atlas[Any], chose: Chose, langue: str) -> list[Lien]:
    """The pages of the themes and of the dispositifs that a thing is."""
    named = [*(Renvoi("theme", id_) for id_ in chose.themes), *(Renvoi("dispositif", id_) for id_ in chose.dispositifs)]
    return [link_to(atlas, renvoi, langue) for renvoi in named]


def _records(atlas: Atlas[Any], chose: Chose, langue: str) -> list[Any]:
    return atlas.par_nom((entree for nature in chose.natures for entree in atlas.par_nature[nature]), langue)
