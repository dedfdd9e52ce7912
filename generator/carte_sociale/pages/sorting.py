"""Order of names as readers of French and Dutch expect it: accents and capitals do not count."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from carte_sociale.atlas.entries import Entree


def sort_key(name: str) -> str:
    """Return what to sort a name by."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if c.isalnum() or c == " ").casefold().strip()


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


def by_name(entrees: Iterable[Entree], langue: str) -> list[Entree]:
    """Return entries by name in `langue` (their id decides between equals)."""
    return sorted(entrees, key=lambda e: (sort_key(e.fiche.nom.pour(langue).texte), e.id))
