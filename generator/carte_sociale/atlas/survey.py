"""What to go through in a quartier in an afternoon: what the list holds there theme by theme, what to check first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.coverage import Couverture, coverage
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.freshness import VERIFICATION_TELEPHONER_MOIS
from carte_sociale.model.fields import DatePartielle
from carte_sociale.model.territory import Quartier


@dataclass(frozen=True, slots=True)
class ThemeVu:
    """One theme seen from a quartier; `sans_point` have no place on the map: by phone, itinerant, address unknown."""

    theme: str
    couverture: Couverture[Entree]
    sans_point: tuple[Entree, ...]


@dataclass(frozen=True, slots=True)
class AVerifier:
    """A record to check: when it was last checked, and its most recent source; None where nobody said."""

    entree: Entree
    verifie: date | None
    source: DatePartielle | None


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


def to_check(seen: Iterable[ThemeVu], aujourdhui: date) -> list[AVerifier]:
    """Return the records within a walk that were never checked, or long ago, the first to check first.

    Never checked ones come before those checked longest ago; then those whose most recent source is the oldest.
    """
    from dateutil.relativedelta import relativedelta

    near = {e.id: e for vu in seen for e in (*vu.couverture.a_pas, *vu.couverture.a_pied)}
    limit = aujourdhui - relativedelta(months=VERIFICATION_TELEPHONER_MOIS)
    found = [_check(entree) for entree in near.values()]
    old = (check for check in found if check.verifie is None or check.verifie < limit)
    return sorted(
        old,
        key=lambda check: (
            check.verifie or date.min,
            check.source.au_plus_tot if check.source else date.min,
            check.entree.id,
        ),
    )


def _check(entree: Entree) -> AVerifier:
    verification = entree.fiche.verification
    dates = [source.date for source in entree.fiche.sources if source.date]
    latest = max(dates, key=lambda day: day.au_plus_tot, default=None)
    return AVerifier(entree, verification.date if verification else None, latest)
