"""Themes: all of them by family, one page each, and one for each commune where enough records are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.notices import Listable
from carte_sociale.model.territory import Commune
from carte_sociale.model.vocabulary import Terme
from carte_sociale.pages.nearby import touching_communes
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import places_by_name
from carte_sociale.routes import address
from carte_sociale.search.files import Communs

L = TypeVar("L", bound=Listable)

ORIENTATION = "orientation"
"""Theme for those who do not know what to ask, or for whom the list has nothing."""
FICHES_MAX = 300
"""Records that one page of a theme shows; beyond, an old phone would not open it, and communes have theirs alone."""


@dataclass(frozen=True, slots=True)
class Famille:
    """A family of needs with its themes, in the order of the vocabulary."""

    terme: Terme
    themes: tuple[Terme, ...]

    def parmi(self, entrees: Iterable[L]) -> list[L]:
        """Return the entries that answer one of its needs, in the same order."""
        ids = {theme.id for theme in self.themes}
        return [entree for entree in entrees if not ids.isdisjoint(entree.themes)]


@dataclass(frozen=True, slots=True)
class Groupe:
    """The records of one commune on the page of a theme: how many, and which, none where they have a page `apart`."""

    commune: Commune
    nombre: int
    entrees: Sequence[Any]

    @property
    def apart(self) -> bool:
        """Whether they are on a page of their own: a group has one record at least."""
        return not self.entrees


def families(atlas: Atlas[Any]) -> list[Famille]:
    """Return the families that have at least one theme."""
    themes = list(atlas.donnees.vocabulaires["themes"])
    found = (
        Famille(terme, tuple(theme for theme in themes if theme.famille == terme.id))
        for terme in atlas.donnees.vocabulaires["familles"]
    )
    return [famille for famille in found if famille.themes]


def pages(atlas: Atlas[Any], langue: str, plan: Communs | None = None) -> Iterator[Page]:
    """Yield the list of themes, each theme, and each theme in a commune with enough records.

    `plan` names the files that the moving map of their records reads; without it, there is none.
    """
    yield Page(address("themes", langue), langue, "themes", "pages/themes.html", {"familles": families(atlas)})
    with_page = {
        (theme, commune.slug)
        for commune in atlas.donnees.territoire.communes
        for theme in atlas.themes_de_commune(commune.slug)
    }
    touching = touching_communes(atlas, langue)
    for theme in atlas.donnees.vocabulaires["themes"]:
        here = {commune for id_, commune in with_page if id_ == theme.id}
        yield _theme(atlas, langue, theme, here, touching, plan)
    for id_, commune in sorted(with_page):
        yield _theme_in_commune(atlas, langue, atlas.terme("themes", id_), commune, touching[commune], plan)


def _theme(
    atlas: Atlas[Any],
    langue: str,
    theme: Terme,
    with_page: set[str],
    touching: Mapping[str, list[Commune]],
    plan: Communs | None,
) -> Page:
    entrees = atlas.par_theme[theme.id]
    apart = with_page if len(entrees) > FICHES_MAX else set()
    communes = places_by_name(atlas.donnees.territoire.communes, langue)
    here: defaultdict[str, list[Any]] = defaultdict(list)
    for entree in atlas.par_nom(entrees, langue):
        for commune in entree.communes or ("",):
            here[commune].append(entree)
    return Page(
        address("theme", langue, theme.id),
        langue,
        "theme",
        "pages/theme.html",
        {
            "theme": theme,
            "plan": plan,
            "groupes": [
                Groupe(commune, len(some), () if commune.slug in apart else some)
                for commune in communes
                if (some := here.get(commune.slug))
            ],
            "sans": [
                (c, [near for near in touching[c.slug] if near.slug in here]) for c in communes if c.slug not in here
            ],
            "regionales": here.get("", []),
            "nombre": len(entrees),
            "avec_page": with_page,
            "orientation": atlas.donnees.vocabulaires["themes"].get(ORIENTATION),
            "voisins": [atlas.terme("themes", voisin) for voisin in theme.voisins],
            "comparaisons": atlas.comparaisons_de(("themes", theme.id)),
        },
        signalee=(theme.signale,) if theme.signale else (),
    )


def _theme_in_commune(
    atlas: Atlas[Any], langue: str, theme: Terme, slug: str, touching: list[Commune], plan: Communs | None
) -> Page:
    entrees = atlas.par_nom((e for e in atlas.par_commune[slug] if theme.id in e.themes), langue)
    next_door = [(c, atlas.nombre(theme.id, c.slug)) for c in touching]
    elsewhere = atlas.par_nom((e for e in atlas.par_theme[theme.id] if not e.communes), langue)
    return Page(
        address("theme-commune", langue, theme.id, slug),
        langue,
        "theme",
        "pages/theme-commune.html",
        {
            "theme": theme,
            "plan": plan,
            "commune": atlas.donnees.territoire.commune(slug),
            "entrees": entrees,
            "a_cote": [(commune, count) for commune, count in next_door if count],
            "regionales": elsewhere,
        },
        signalee=(theme.signale,) if theme.signale else (),
    )
