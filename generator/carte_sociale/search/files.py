"""The files of the index: scripts, since a page that is opened from a folder may load nothing else.

Each is named after a digest of what it holds, so that a browser may keep it for good, and so that no request says what
somebody asked for: `carteIndex("…", {…})`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import orjson

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.notices import Listable
from carte_sociale.search.background import background
from carte_sociale.search.casiers import IDS, contenu, en_casiers
from carte_sociale.search.columns import base, criteria, in_lots, locations, names
from carte_sociale.search.hours import Regle, hours
from carte_sociale.search.legend import legend
from carte_sociale.search.lexicon import lexicon
from carte_sociale.search.signes import Signes
from carte_sociale.search.streets import streets
from carte_sociale.search.territory import Reperes, territory

_LONGUEUR = 12
_HEURES_MAX = 8_000
"""Bytes of hours that the first file may hold; beyond, they are a file of their own, read after the first results."""


@dataclass(frozen=True, slots=True)
class Communs:
    """The names of the files that every language reads: the lexicon of each, the streets, and what maps are made of."""

    lexiques: Mapping[str, str]
    rues: str
    fond: str
    legende: str


@dataclass(frozen=True, slots=True)
class Index:
    """The names of the files that the search of one language begins with; lots are named in the base.

    `heures` is the base itself where hours weigh little. `casiers` names what a kept list reads: the pigeonholes by
    rank, and ids in the order of names.
    """

    communs: Communs
    base: str
    criteres: str
    endroits: str
    heures: str
    noms: str
    reperes: str
    casiers: str


class _Writer:
    """Writes files under a digest of what they hold."""

    def __init__(self, write: Callable[[str, bytes], None]) -> None:
        self._write = write

    def put(self, data: bytes) -> str:
        """Write data (JSON) as a script and return its name; two signs that end a line of old scripts are escaped."""
        safe = data.replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")
        name = sha256(safe).hexdigest()[:_LONGUEUR]
        self._write(f"{routes.INDEX}{name}.js", b'carteIndex("%b",%b)\n' % (name.encode(), safe))
        return name


def write_common(atlas: Atlas[Any], icone: Callable[[str], str], write: Callable[[str, bytes], None]) -> Communs:
    """Write what every language reads, each file with its address; return what names it.

    `icone` gives the SVG of an icon by its name.
    """
    writer = _Writer(write)
    return Communs(
        lexiques={langue: writer.put(lexicon(atlas.donnees, langue)) for langue in atlas.langues},
        rues=writer.put(streets(atlas.donnees.territoire)),
        fond=writer.put(background(atlas.donnees.territoire)),
        legende=writer.put(legend(atlas.donnees.vocabulaires, icone)),
    )


def write_index(
    atlas: Atlas[Any],
    langue: str,
    communs: Communs,
    cards: Callable[[Sequence[Listable]], Sequence[bytes]],
    landmarks: Reperes,
    paquets: Mapping[Regle, bytes],
    write: Callable[[str, bytes], None],
) -> Index:
    """Write the files of one language, one after the other; return what names them.

    `cards` gives the HTML of some records, `landmarks` that of what goes with a place, as the search page shows them;
    `paquets` are the packs of their hours.
    """
    writer = _Writer(write)
    order = atlas.par_nom(atlas.entrees, langue)
    lots = []
    signes = Signes()
    for members in in_lots(order, atlas.donnees.vocabulaires["themes"].ids):
        html = cards([order[rank] for rank in members])
        lots.append(writer.put(orjson.dumps([signes.apart(card.decode()) for card in html])))
    when = hours(atlas.donnees, order, paquets)
    light = len(orjson.dumps(when)) <= _HEURES_MAX
    first = writer.put(base(atlas, order, langue, when if light else {}, lots, signes.connus))
    kept = [
        writer.put(orjson.dumps(contenu(atlas, langue, members, anciens, cards(members))))
        for members, anciens in en_casiers(atlas, order)
    ]
    ids = [
        writer.put(orjson.dumps([entree.id for entree in order[start : start + IDS]]))
        for start in range(0, len(order), IDS)
    ]
    return Index(
        communs,
        base=first,
        criteres=writer.put(criteria(atlas, order, langue)),
        endroits=writer.put(locations(atlas, order)),
        heures=first if light else writer.put(orjson.dumps(when)),
        noms=writer.put(names(order, langue)),
        reperes=writer.put(territory(atlas, langue, landmarks)),
        casiers=writer.put(orjson.dumps({"casiers": kept, "ids": ids, "pas": IDS})),
    )
