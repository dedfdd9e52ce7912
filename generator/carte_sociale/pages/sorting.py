"""Places by name."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from carte_sociale.atlas.order import sort_key
from carte_sociale.model.territory import Commune, Quartier


class Nomme(Protocol):
    """A commune or a quartier: a name by language."""

    @property
    def nom(self) -> Mapping[str, str]:
        """The name, in every language of the site."""
        ...


N = TypeVar("N", bound=Nomme)


def places_by_name(places: Iterable[N], langue: str) -> list[N]:
    """Return communes or quartiers by their name in `langue`."""
    return sorted(places, key=lambda place: sort_key(place.nom[langue]))


def by_commune(
    communes: Iterable[Commune], quartiers: Sequence[Quartier], langue: str
) -> list[tuple[Commune, list[Quartier]]]:
    """Return communes by name, each with the quartiers that lie mostly in it, by name too."""
    return [
        (commune, places_by_name((q for q in quartiers if q.commune_principale == commune.slug), langue))
        for commune in places_by_name(communes, langue)
    ]
