"""What to go through in a quartier in an afternoon: what the list holds there theme by theme, what to check first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.coverage import Couverture, coverage
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.freshness import VERIFICATION_TELEPHONER_MOIS
from carte_sociale.atlas.news import least_checked
from carte_sociale.model.territory import Quartier


@dataclass(frozen=True, slots=True)
class ThemeVu:
    """One theme seen from a quartier; `sans_point` have no place on the map: by phone, itinerant, address unknown."""

    theme: str
    couverture: Couverture[Entree]
    sans_point: tuple[Entree, ...]


def survey(atlas: Atlas[Entree], quartier: Quartier) -> list[ThemeVu]:
    """Return every theme, in the order of the vocabulary.

    Without a place on the map count those of the whole Region, and those of a commune that the quartier crosses.
    """
    communes = frozenset(slug for slug, _ in quartier.communes)

    def here(entree: Entree) -> bool:
        return entree.hors_carte is not None and (not entree.communes or not communes.isdisjoint(entree.communes))

    themes = atlas.donnees.vocabulaires["themes"].ids
    near = coverage(atlas.entrees, themes, [quartier], atlas.index)
    return [ThemeVu(theme, near[quartier.code, theme], tuple(filter(here, atlas.par_theme[theme]))) for theme in themes]


def to_check(seen: Iterable[ThemeVu], aujourdhui: date) -> list[Entree]:
    """Return the records within a walk that were never checked, or long ago, in the order of `least_checked`."""
    from dateutil.relativedelta import relativedelta

    near = {e.id: e for vu in seen for e in (*vu.couverture.a_pas, *vu.couverture.a_pied)}
    limit = aujourdhui - relativedelta(months=VERIFICATION_TELEPHONER_MOIS)
    return least_checked(e for e in near.values() if e.verifie is None or e.verifie < limit)
