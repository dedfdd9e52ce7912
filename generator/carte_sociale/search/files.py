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
from carte_sociale.search.columns import base, criteria, in_lots, names
from carte_sociale.search.hours import hours
from carte_sociale.search.lexicon import lexicon
from carte_sociale.search.streets import streets

_LONGUEUR = 12
_HEURES_MAX = 8_000
"""Bytes of hours that the first file may hold; beyond, they come with the criteria, after the first results."""


@dataclass(frozen=True, slots=True)
class Communs:
    """The names of the files that every language reads: the lexicon of each, and the streets."""

    lexiques: Mapping[str, str]
    rues: str


@dataclass(frozen=True, slots=True)
class Index:
    """The names of the files that the search of one language begins with; lots are named in the base."""

    communs: Communs
    base: str
    criteres: str
    noms: str


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


def write_common(atlas: Atlas[Any], write: Callable[[str, bytes], None]) -> Communs:
    """Write what every language reads, each file with its address; return what names it."""
    writer = _Writer(write)
    lexiques = {langue: writer.put(lexicon(atlas.donnees, langue)) for langue in atlas.langues}
    return Communs(lexiques, writer.put(streets(atlas.donnees.territoire)))


def write_index(
    atlas: Atlas[Any],
    langue: str,
    communs: Communs,
    cards: Callable[[Sequence[Listable]], Sequence[bytes]],
    write: Callable[[str, bytes], None],
) -> Index:
    """Write the files of one language, one after the other; return what names them.

    `cards` gives the HTML of some records, as the search page shows it.
    """
    writer = _Writer(write)
    order = atlas.par_nom(atlas.entrees, langue)
    lots = []
    for members in in_lots(order, atlas.donnees.vocabulaires["themes"].ids):
        html = cards([order[rank] for rank in members])
        lots.append(writer.put(orjson.dumps([card.decode() for card in html])))
    when = hours(atlas.donnees, order)
    light = len(orjson.dumps(when)) <= _HEURES_MAX
    first = base(atlas, order, langue, when if light else {}, lots)
    second = criteria(atlas, order, langue, {} if light else when)
    return Index(communs, *(writer.put(data) for data in (first, second, names(order, langue))))
