"""Streets as an A–Z list reads them: "Rue de Ribaucourt" stands under R, not under "rue" with half of the others."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from carte_sociale.atlas.order import initial, sort_key
from carte_sociale.model.territory import Rue

_VOIES = frozenset({
    *("allée", "allées", "avenue", "boulevard", "carrefour", "carré", "chaussée", "chemin", "cité", "clos", "cours"),
    *("drève", "esplanade", "espace", "galerie", "impasse", "mail", "parvis", "passage", "passerelle", "piste"),
    *("place", "placette", "pont", "porte", "promenade", "quai", "rampe", "rond-point", "rond", "route", "rue"),
    *("sentier", "square", "tunnel", "venelle", "voie", "dreef", "kaai", "laan", "plein", "steenweg", "weg"),
})  # fmt: skip
"""First words, French or Dutch, that say what a street is and not which one."""
_QUALITES = frozenset({"petite", "petit", "grande", "grand", "vieille", "vieux", "ancienne", "ancien", "nouvelle"})
"""What may stand before these: "Petite rue des Bouchers" is filed as "Rue des Bouchers"."""
_LIAISONS = frozenset(
    {"à", "au", "aux", "de", "des", "du", "la", "le", "les", "point", "op", "van", "der", "den", "het", "'t"}
)
"""Small words between; written with a capital they belong to a name ("De Smet")."""
_ELISIONS = ("d'", "d’", "l'", "l’")
"""Their short forms."""


@dataclass(frozen=True)
class RuesDeCommune:
    """The streets of one commune; `slug` is the commune's, and tells one list from another."""

    slug: str
    rues: tuple[Rue, ...] = field(repr=False)

    def par_lettre(self, langue: str) -> list[tuple[str, list[Rue]]]:
        """Return the streets by the letter under which their name in `langue` is filed, in the order of what is left of
        it once "rue de la" is left out; figures (`#`) first."""
        letters: defaultdict[str, list[Rue]] = defaultdict(list)
        for rue in sorted(self.rues, key=lambda rue: _order(rue, langue)):
            letters[initial(distinctive(rue.nom[langue]))].append(rue)
        return sorted(letters.items())


def by_commune(rues: Iterable[Rue]) -> dict[str, RuesDeCommune]:
    """Return the streets of each commune that has some, by its slug."""
    found: defaultdict[str, list[Rue]] = defaultdict(list)
    for rue in rues:
        found[rue.commune].append(rue)
    return {slug: RuesDeCommune(slug, tuple(here)) for slug, here in found.items()}


def distinctive(name: str) -> str:
    """Return the part of a street's name that tells it from others; the whole name where nothing would be left."""
    words = name.split()
    first = 1 if len(words) > 1 and words[0].casefold() in _QUALITES and words[1].casefold() in _VOIES else 0
    if words[first].casefold() in _VOIES:
        first += 1
    elif words[0] not in _LIAISONS:
        return name
    while first < len(words) and words[first] in _LIAISONS:
        first += 1
    rest = " ".join(words[first:])
    for elision in _ELISIONS:
        rest = rest.removeprefix(elision)
    return rest or name


def _order(rue: Rue, langue: str) -> tuple[str, str, str, str, float, float]:
    """By what tells a street from others, then by its whole name; streets of one name by their other name."""
    name, other = rue.nom[langue], rue.nom["nl" if langue != "nl" else "fr"]
    return sort_key(distinctive(name)), sort_key(name), sort_key(other), other, rue.lat, rue.lon
