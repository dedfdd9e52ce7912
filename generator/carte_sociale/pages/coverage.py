"""What our list holds near each quartier: by quartier, by theme, and what asks to be checked. Never "a lack"."""

from collections.abc import Iterator, Mapping
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.news import least_checked
from carte_sociale.model.territory import Quartier
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import by_commune
from carte_sociale.pages.themes import families
from carte_sociale.routes import address


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the list of themes, the coverage of each theme (a map and a table), and that of each quartier."""
    territoire = atlas.donnees.territoire
    themes = atlas.donnees.vocabulaires["themes"]
    quartiers = [quartier for quartier in territoire.quartiers if quartier.habite]
    found = atlas.couverture
    communes = by_commune(territoire.communes, quartiers, langue)
    kinds = families(atlas)
    elsewhere = {theme.id: _without_a_point(atlas, theme.id, langue) for theme in themes}
    yield Page(
        address("couverture", langue),
        langue,
        "couverture",
        "pages/couverture.html",
        {"familles": kinds, "communes": communes},
    )
    for theme in themes:
        yield Page(
            address("couverture-theme", langue, theme.id),
            langue,
            "couverture-theme",
            "pages/couverture-theme.html",
            {
                "theme": theme,
                "communes": [(c, [(q, found[q.code, theme.id]) for q in some]) for c, some in communes],
                "sans_adresse": elsewhere[theme.id],
            },
        )
    counted = {theme: len(some) for theme, some in elsewhere.items()}
    for quartier in quartiers:
        here = {theme.id: found[quartier.code, theme.id] for theme in themes}
        yield _quartier(atlas, quartier, langue, {"familles": kinds, "couverture": here, "sans_adresse": counted})


def _without_a_point(atlas: Atlas[Any], theme: str, langue: str) -> list[Any]:
    """Records of a theme that are near nobody: by phone, itinerant, with a secret address, or of which we know none."""
    return atlas.par_nom((e for e in atlas.par_theme[theme] if e.hors_carte), langue)


def _quartier(atlas: Atlas[Any], quartier: Quartier, langue: str, found: Mapping[str, Any]) -> Page:
    territoire = atlas.donnees.territoire
    return Page(
        address("couverture-quartier", langue, quartier.slug),
        langue,
        "couverture-quartier",
        "pages/couverture-quartier.html",
        {
            "quartier": quartier,
            "communes": [territoire.commune(slug) for slug, _ in quartier.communes],
            **found,
            "a_verifier": least_checked(atlas.par_quartier[quartier.code]),
        },
    )
