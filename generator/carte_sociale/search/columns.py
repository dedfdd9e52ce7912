"""What is known of every record, as columns of small numbers: 10,000 records in a hundred kilobytes.

Records stand in the order of their names, which is their rank everywhere in the index. A column is one text: an item a
record, items parted by commas, the numbers of an item by full stops, in base 36: a browser parts it in milliseconds,
and gzip makes of it what it makes of bytes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import orjson

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Endroit
from carte_sociale.atlas.notices import Listable
from carte_sociale.search.lexicon import places

LOT = 20
"""Cards of a lot: some five kilobytes on the wire, a tenth of a second on a slow phone. With fewer, the names of the
lots would weigh more than the cards that nobody looks at."""
ORIGINE = (50.76, 4.24)
"""South-west corner of the Region (degrees WGS 84, latitude first), from which points count."""
PAS = 0.0001
"""Degrees of a step: about eleven metres north, seven east."""
_CHIFFRES = "0123456789abcdefghijklmnopqrstuvwxyz"


def base(
    atlas: Atlas[Any],
    ordre: Sequence[Listable],
    langue: str,
    heures: Mapping[str, Any],
    lots: Sequence[str],
    signes: Sequence[str] = (),
) -> bytes:
    """Return what every search reads, as JSON: `lieux`, and the columns of records.

    `lieux` as `places` gives them. `themes`, `natures`, `publics` are ranks in the lexicon, `communes` ranks in
    `lieux`, `quartiers` codes. `heures` as `hours` gives them, where they weigh little. `lots`: the names of the files
    of cards, in the order that `in_lots` gives; `signes`: the signs that those cards leave out (`Signes`).
    """
    vocabulaires = atlas.donnees.vocabulaires
    themes, natures, publics = (_ranks(vocabulaires[name].ids) for name in ("themes", "natures", "publics"))
    communes = _ranks([commune.slug for commune in atlas.donnees.territoire.communes])
    return orjson.dumps(
        {
            "nombre": len(ordre),
            "lieux": places(atlas.donnees, langue),
            "themes": column([themes[id_] for id_ in e.themes] for e in ordre),
            "natures": column([natures[e.nature]] for e in ordre),
            "publics": column([publics[id_] for id_ in e.criteres.publics] for e in ordre),
            "communes": column([communes[slug] for slug in e.communes] for e in ordre),
            "quartiers": column(e.quartiers for e in ordre),
            **heures,
            "lots": lots,
            "signes": signes,
        }
    )


def criteria(atlas: Atlas[Any], ordre: Sequence[Listable], langue: str) -> bytes:
    """Return the columns of what a search may be narrowed by, as JSON; read once the first results are shown.

    `acces`, `langues`, `frais`, `pmr`: ranks in the lists of [id, words] in `mots`. `sans_condition`: 1 where a service
    asks nothing of anybody, 0 where all do, nothing where none says. `de_la_place`, `complet`: the last day known, as
    days since 1970. Where services differ, the item has a part for each, parted by semicolons, and `themes` and
    `publics` (ranks in the lexicon) say whose they are; of other records the base tells.
    """
    vocabulaires = atlas.donnees.vocabulaires

    def said(of: Callable[[Any], Iterable[int]], *, alone: bool = True) -> str:
        """A column of what services say, or records whose services say the same, unless those are left `alone`."""
        parts = ((e.criteres.services or ((e.criteres,) if alone else ())) for e in ordre)
        return ",".join(";".join(_item(of(part)) for part in some) for some in parts)

    def ids(field: str, rank: Mapping[str, int], *, alone: bool = True) -> str:
        return said(lambda part: [rank[id_] for id_ in getattr(part, field)], alone=alone)

    def day(field: str) -> str:
        return said(lambda part: [days(known)] if (known := getattr(part, field)) else [])

    mots, found = {}, {}
    for field, vocabulary in (("acces", "modes_acces"), ("langues", "langues"), ("frais", "frais")):
        mots[field] = [[term.id, term.label[langue]] for term in vocabulaires[vocabulary]]
        found[field] = ids(field, _ranks(vocabulaires[vocabulary].ids))
    for field in ("themes", "publics"):
        found[field] = ids(field, _ranks(vocabulaires[field].ids), alone=False)
    mots["pmr"] = [[term.id, term.label[langue]] for term in vocabulaires["pmr"]]
    pmr = _ranks(vocabulaires["pmr"].ids)
    found |= {
        "pmr": column([pmr[id_] for id_ in e.criteres.pmr] for e in ordre),
        "sans_condition": said(lambda part: [] if part.inconditionnel is None else [int(part.inconditionnel)]),
        "de_la_place": day("de_la_place"),
        "complet": day("complet"),
    }
    return orjson.dumps({"mots": mots, **found})


def locations(atlas: Atlas[Any], ordre: Sequence[Listable]) -> bytes:
    """Return where records are, for distances and maps, as JSON.

    `points`: steps of `pas` degrees north and east of `origine`, two numbers a place that a map shows. `lieux`: how
    many places there are, with or without a point, then the ranks of the points that are not a door. `themes`: the rank
    of the main theme, by which a marker is drawn.
    """
    themes = _ranks(atlas.donnees.vocabulaires["themes"].ids)
    return orjson.dumps(
        {
            "origine": ORIGINE,
            "pas": PAS,
            "points": column(
                [step for place in e.endroits if place.point for step in steps(*place.point)] for e in ordre
            ),
            "lieux": column(_places(e.endroits) for e in ordre),
            "themes": column([themes[id_] for id_ in e.themes[:1]] for e in ordre),
        }
    )


def _places(endroits: Sequence[Endroit]) -> list[int]:
    shown = [place for place in endroits if place.point]
    return [len(endroits), *(rank for rank, place in enumerate(shown) if place.approximatif)]


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


def steps(lat: float, lon: float) -> tuple[int, int]:
    """Return a point (degrees WGS 84) as steps from `ORIGINE`, none below zero."""
    return max(0, round((lat - ORIGINE[0]) / PAS)), max(0, round((lon - ORIGINE[1]) / PAS))


def days(jour: str) -> int:
    """Return a day (ISO date) as days since 1970, as a browser counts."""
    return (date.fromisoformat(jour) - date(1970, 1, 1)).days


def _ranks(ids: Sequence[str]) -> dict[str, int]:
    return {id_: rank for rank, id_ in enumerate(ids)}


def column(items: Iterable[Iterable[int]]) -> str:
    """Return numbers, none below zero, as a column."""
    return ",".join(map(_item, items))


def _item(numbers: Iterable[int]) -> str:
    return ".".join([_base36(number) for number in numbers])


def _base36(number: int) -> str:
    digits = _CHIFFRES[number % 36]
    while number := number // 36:
        digits = _CHIFFRES[number % 36] + digits
    return digits
