"""Places by name, and the letter under which a list files a name."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from carte_sociale.atlas.order import sort_key


def initial(name: str) -> str:
    """Return the letter under which an A–Z list files a name; `#` for figures."""
    first = sort_key(name)[:1].upper()
    return first if first.isalpha() else "#"


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
