"""The search page: its index, what it says of danger or where nothing is found, and lists without script."""

from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import places_by_name
from carte_sociale.pages.themes import families
from carte_sociale.routes import address
from carte_sociale.search.files import Index

DANGERS = ("suicide", "violence")
"""What a theme may warn of (`Terme.signale`) that somebody at the end of a line answers at once."""
SECOURS = 2
"""Help lines that stand above results that speak of such a theme."""
SANS_RESULTAT = "social"
"""The group of `lignes-d-aide.yml` whose lines know where to go when our list does not."""


def page(atlas: Atlas[Any], langue: str, index: Index | None) -> Page:
    """Return the search page of a language."""
    return Page(
        address("recherche", langue),
        langue,
        "recherche",
        "pages/recherche.html",
        {
            "index": index,
            "secours": _lines(atlas, langue),
            "sans_resultat": next(
                (
                    [atlas.lignes[id_] for id_ in groupe.fiches if id_ in atlas.lignes]
                    for groupe in atlas.donnees.lignes_d_aide
                    if groupe.groupe == SANS_RESULTAT
                ),
                [],
            ),
            "familles": families(atlas),
            "communes": places_by_name(atlas.donnees.territoire.communes, langue),
            "nombre": len(atlas.entrees),
        },
    )


def _lines(atlas: Atlas[Any], langue: str) -> list[tuple[Entree, list[str]]]:
    """The help lines for words that speak of danger, each once, with the ids of the themes that it is for.

    For each theme the first lines in their order, those that speak the language before others.
    """
    ids = dict.fromkeys(id_ for groupe in atlas.donnees.lignes_d_aide for id_ in groupe.fiches)
    lines = [atlas.lignes[id_] for id_ in ids if id_ in atlas.lignes]
    lines.sort(key=lambda line: langue not in line.langues)
    found: dict[str, list[str]] = {}
    for theme in atlas.donnees.vocabulaires["themes"]:
        if theme.signale in DANGERS:
            for line in [line for line in lines if theme.id in line.themes][:SECOURS]:
                found.setdefault(line.id, []).append(theme.id)
    return [(line, found[line.id]) for line in lines if line.id in found]
