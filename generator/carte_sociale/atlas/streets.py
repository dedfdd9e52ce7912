"""Streets by name: which quartiers does "bd Léopold II" in Molenbeek run through?

A street name is compared without case, accents or punctuation, in French or Dutch, and with the usual
abbreviations of its first word spelled out.
"""

import re
from collections.abc import Iterable, Sequence

from carte_sociale.loading.corrections import unaccented
from carte_sociale.model.territory import Rue

ABREVIATIONS = {
    "av": "avenue",
    "bd": "boulevard",
    "bld": "boulevard",
    "bvd": "boulevard",
    "ch": "chaussee",
    "chee": "chaussee",
    "pl": "place",
    "r": "rue",
    "sq": "square",
}
RESSEMBLANCE_MINIMALE = 84.0
"""Of 100 (rapidfuzz `ratio`): below it another street is meant, not a slip of the pen."""


def street_key(name: str) -> str:
    """The name as it is compared: lower case, no accents, one space between words, first word spelled out."""
    words = re.findall(r"[a-z0-9]+", unaccented(name.casefold()).replace("œ", "oe"))
    if words:
        words[0] = ABREVIATIONS.get(words[0], words[0])
    return " ".join(words)


class StreetIndex:
    """Streets by their French or Dutch name. Answers are in the order of the file: by name, then commune."""

    def __init__(self, streets: Iterable[Rue]) -> None:
        self._by_key: dict[str, list[Rue]] = {}
        for street in streets:
            for key in dict.fromkeys(street_key(name) for name in (street.nom["fr"], street.nom["nl"])):
                self._by_key.setdefault(key, []).append(street)
        self._first_words = frozenset(key.partition(" ")[0] for key in self._by_key)

    def named(self, name: str, commune: str | None = None) -> tuple[Rue, ...]:
        """The streets of that name, in one commune (slug) or in all; empty when the name is unknown there."""
        found = self._by_key.get(street_key(name), ())
        return tuple(s for s in found if commune is None or s.commune == commune)

    def begins(self, word: str) -> bool:
        """Return whether the name of a street begins with a word of a text, as `street_key` leaves it."""
        return ABREVIATIONS.get(word, word) in self._first_words

    def known(self, words: Sequence[str]) -> bool:
        """Return whether some words of a text, each as `street_key` leaves it, are the name of a street."""
        return " ".join([ABREVIATIONS.get(words[0], words[0]), *words[1:]]) in self._by_key

    def closest(self, name: str, commune: str | None = None) -> Rue | None:
        """The street whose name is most like a misspelt one, or None when none is close enough."""
        from rapidfuzz import fuzz, process

        keys = [
            k for k, streets in self._by_key.items() if commune is None or any(s.commune == commune for s in streets)
        ]
        best = process.extractOne(street_key(name), keys, scorer=fuzz.ratio, score_cutoff=RESSEMBLANCE_MINIMALE)
        return None if best is None else self.named(best[0], commune)[0]
