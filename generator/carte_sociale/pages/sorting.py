"""Places by name."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from carte_sociale.atlas.order import sort_key


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
