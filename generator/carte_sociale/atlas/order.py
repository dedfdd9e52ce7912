"""Order of names as readers of French and Dutch expect it: accents and capitals do not count."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from carte_sociale.atlas.notices import Listable

_SIGNS = re.compile(r"[^\w ]|_")
"""What no name is sorted by; with NFKD, an accent is one."""


@lru_cache(maxsize=1 << 17)
def sort_key(name: str) -> str:
    """Return what to sort a name by."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    return _SIGNS.sub("", plain).casefold().strip()


def initial(name: str) -> str:
    """Return the letter under which an A–Z list files a name; `#` for figures."""
    first = sort_key(name)[:1].upper()
    return first if first.isalpha() else "#"


def ranks(entrees: Iterable[Listable], langue: str) -> dict[str, int]:
    """Return the place of each record, by id, in the order of names in `langue`; ids decide between equals."""
    named = sorted((sort_key(entree.nom.pour(langue).texte), entree.id) for entree in entrees)
    return {id_: rank for rank, (_, id_) in enumerate(named)}
