"""The streets of the Region, for who knows where they are and not what the place is called: one file, read when asked.

Nothing outside is asked where a street is; 5,959 streets in both languages weigh about a hundred kilobytes on the wire.
"""

import orjson

from carte_sociale.model.territory import Territoire
from carte_sociale.search.columns import ORIGINE, PAS, column, steps


def streets(territoire: Territoire) -> bytes:
    """Return the streets as JSON, sorted by commune and name.

    `noms` and `noms_nl` (empty where it is the same); columns `communes` (rank), `quartiers` (codes) and `points`
    (steps of `pas` degrees north and east of `origine`).
    """
    ranks = {commune.slug: rank for rank, commune in enumerate(territoire.communes)}
    rues = sorted(
        territoire.rues, key=lambda rue: (rue.nom["fr"] or rue.nom["nl"], ranks[rue.commune], rue.lat, rue.lon)
    )
    french = [rue.nom["fr"] or rue.nom["nl"] for rue in rues]
    dutch = [rue.nom["nl"] if rue.nom["nl"] != name else "" for rue, name in zip(rues, french, strict=True)]
    return orjson.dumps(
        {
            "noms": french,
            "noms_nl": dutch,
            "communes": column([ranks[rue.commune]] for rue in rues),
            "quartiers": column(rue.quartiers for rue in rues),
            "points": column(steps(rue.lat, rue.lon) for rue in rues),
            "origine": ORIGINE,
            "pas": PAS,
        }
    )
