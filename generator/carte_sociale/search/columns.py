"""What is known of every record, as columns of small numbers: 10,000 records in a hundred kilobytes.

Records stand in the order of their names, which is their rank everywhere in the index. A column is one text: an item a
record, items parted by commas, the numbers of an item by full stops, in base 36: a browser parts it in milliseconds,
and gzip makes of it what it makes of bytes.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.notices import Listable

LOT = 40
"""Cards of a lot: some ten kilobytes on the wire, a fifth of a second on a slow phone."""
_CHIFFRES = "0123456789abcdefghijklmnopqrstuvwxyz"


def base(atlas: Atlas[Any], ordre: Sequence[Listable], lots: Sequence[str]) -> bytes:
    """Return the columns that every search reads, as JSON: `themes`, `natures`, `publics`, `communes`, `quartiers`.

    Their numbers are ranks in the lexicon, codes for quartiers. `lots`: the names of the files of cards, in the order
    that `in_lots` gives.
    """
    vocabulaires = atlas.donnees.vocabulaires
    themes, natures, publics = (_ranks(vocabulaires[name].ids) for name in ("themes", "natures", "publics"))
    communes = _ranks([commune.slug for commune in atlas.donnees.territoire.communes])
    return orjson.dumps(
        {
            "nombre": len(ordre),
            "themes": column([themes[id_] for id_ in e.themes] for e in ordre),
            "natures": column([natures[e.nature]] for e in ordre),
            "publics": column([publics[id_] for id_ in e.criteres.publics] for e in ordre),
            "communes": column([communes[slug] for slug in e.communes] for e in ordre),
            "quartiers": column(e.quartiers for e in ordre),
            "lots": lots,
        }
    )


def names(ordre: Iterable[Listable], langue: str) -> bytes:
    """Return the names of records as JSON: `noms` in a language; `autres`, those of other languages, parted by `|`."""
    written = [e.nom for e in ordre]
    shown = [nom.pour(langue).texte for nom in written]
    others = [
        "|".join(sorted(set(nom.par_langue().values()) - {here})) for nom, here in zip(written, shown, strict=True)
    ]
    return orjson.dumps({"noms": shown, "autres": others})


def in_lots(ordre: Sequence[Listable], themes: Sequence[str]) -> list[list[int]]:
    """Return the ranks of records in lots of `LOT`, those of one main theme together; the browser does the same.

    Who asks for one thing then loads one lot, or a few.
    """
    order = _ranks(themes)
    groups: dict[int, list[int]] = {}
    for rank, entree in enumerate(ordre):
        groups.setdefault(order[entree.themes[0]] if entree.themes else len(order), []).append(rank)
    return [
        members[start : start + LOT] for _, members in sorted(groups.items()) for start in range(0, len(members), LOT)
    ]


def _ranks(ids: Sequence[str]) -> dict[str, int]:
    return {id_: rank for rank, id_ in enumerate(ids)}


def column(items: Iterable[Iterable[int]]) -> str:
    """Return numbers, none below zero, as a column."""
    return ",".join(".".join([_base36(number) for number in item]) for item in items)


def _base36(number: int) -> str:
    digits = _CHIFFRES[number % 36]
    while number := number // 36:
        digits = _CHIFFRES[number % 36] + digits
    return digits
