"""Order of names as readers of French and Dutch expect it: accents and capitals do not count."""

import unicodedata
from collections.abc import Iterable

from carte_sociale.atlas.notices import Listable


def sort_key(name: str) -> str:
    """Return what to sort a name by."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if c.isalnum() or c == " ").casefold().strip()


def ranks(entrees: Iterable[Listable], langue: str) -> dict[str, int]:
    """Return the place of each record, by id, in the order of names in `langue`; ids decide between equals."""
    named = sorted((sort_key(entree.nom.pour(langue).texte), entree.id) for entree in entrees)
    return {id_: rank for rank, (_, id_) in enumerate(named)}
