"""Themes: all of them by family, one page each, and one for each commune where enough records are."""

from collections.abc import Iterator
from dataclasses import dataclass

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.model.vocabulary import Terme
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import by_name, places_by_name
from carte_sociale.routes import address


@dataclass(frozen=True, slots=True)
class Famille:
    """A family of needs with its themes, in the order of the vocabulary."""

    terme: Terme
    themes: tuple[Terme, ...]


def families(atlas: Atlas) -> list[Famille]:
    """Return the families that have at least one theme."""
    themes = list(atlas.donnees.vocabulaires["themes"])
    found = (
        Famille(terme, tuple(theme for theme in themes if theme.famille == terme.id))
        for terme in atlas.donnees.vocabulaires["familles"]
    )
    return [famille for famille in found if famille.themes]


def pages(atlas: Atlas, langue: str) -> Iterator[Page]:
    """Yield the list of themes, each theme, and each theme in a commune with enough records."""
    yield Page(address("themes", langue), langue, "themes", "pages/themes.html", {"familles": families(atlas)})
    with_page = {
        (theme, commune.slug)
        for commune in atlas.donnees.territoire.communes
        for theme in atlas.themes_de_commune(commune.slug)
    }
    for theme in atlas.donnees.vocabulaires["themes"]:
        yield _theme(atlas, langue, theme, {commune for id_, commune in with_page if id_ == theme.id})
    for id_, commune in sorted(with_page):
        yield _theme_in_commune(atlas, langue, atlas.terme("themes", id_), commune)


def _theme(atlas: Atlas, langue: str, theme: Terme, with_page: set[str]) -> Page:
    entrees = atlas.par_theme[theme.id]
    communes = places_by_name(atlas.donnees.territoire.communes, langue)
    groups = [(c, by_name((e for e in entrees if c.slug in e.communes), langue)) for c in communes]
    return Page(
        address("theme", langue, theme.id),
        langue,
        "theme",
        "pages/theme.html",
        {
            "theme": theme,
            "groupes": [(commune, found) for commune, found in groups if found],
            "regionales": by_name((e for e in entrees if not e.communes), langue),
            "nombre": len(entrees),
            "avec_page": with_page,
            "voisins": [atlas.terme("themes", voisin) for voisin in theme.voisins],
        },
        signalee=(theme.signale,) if theme.signale else (),
    )


def _theme_in_commune(atlas: Atlas, langue: str, theme: Terme, slug: str) -> Page:
    entrees: list[Entree] = by_name((e for e in atlas.par_commune[slug] if theme.id in e.themes), langue)
    elsewhere = by_name((e for e in atlas.par_theme[theme.id] if not e.communes), langue)
    return Page(
        address("theme-commune", langue, theme.id, slug),
        langue,
        "theme",
        "pages/theme-commune.html",
        {
            "theme": theme,
            "commune": atlas.donnees.territoire.commune(slug),
            "entrees": entrees,
            "regionales": elsewhere,
        },
        signalee=(theme.signale,) if theme.signale else (),
    )
