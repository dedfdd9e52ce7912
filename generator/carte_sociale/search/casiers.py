"""Records in pigeonholes by their id, for a list that somebody keeps in an address: each with its card and its facts.

Who opens a list of five places asks for five pigeonholes and what names them: neither the columns of every record, nor
lots of cards by theme. A pigeonhole holds several records, and which ones follows from a digest of their ids, so that a
request does not say which of them was kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.notices import Listable

PLACES = 12
"""Records of a pigeonhole, on average: some four kilobytes on the wire."""
IDS = 400
"""Ids of a file: what a name that was chosen leads to."""
_FNV_DEPART, _FNV_FACTEUR, _FNV_TAILLE = 0x811C9DC5, 0x01000193, 1 << 32
_DIT = {"publics": "publics", "langues": "langues", "frais": "frais", "pmr": "pmr"}
"""Criteria whose words a comparison says, and their vocabularies; the card says the others."""
_SECRETE = "adresse-secrete"
"""Form of place of a record that no map may show (`Listable.hors_carte`)."""


def casier(id_: str, nombre: int) -> int:
    """Return the pigeonhole of an id among `nombre` (FNV-1a on 32 bits); `empreinte.js` does the same."""
    digest = _FNV_DEPART
    for byte in id_.encode():
        digest = (digest ^ byte) * _FNV_FACTEUR % _FNV_TAILLE
    return digest % nombre


def en_casiers(atlas: Atlas[Any], ordre: Sequence[Listable]) -> list[tuple[list[Listable], dict[str, str]]]:
    """Return the pigeonholes: the records of each in the order given, and former ids with the ids they have now."""
    count = max(1, -(-len(ordre) // PLACES))
    made: list[tuple[list[Listable], dict[str, str]]] = [([], {}) for _ in range(count)]
    for entree in ordre:
        made[casier(entree.id, count)][0].append(entree)
    for ancien, id_ in sorted(atlas.redirections.items()):
        made[casier(ancien, count)][1][ancien] = id_
    return made


def contenu(
    atlas: Atlas[Any], langue: str, entrees: Sequence[Listable], anciens: Mapping[str, str], cartes: Sequence[bytes]
) -> dict[str, Any]:
    """Return what a pigeonhole holds, by id: for a former id the one of today, else the card and the facts.

    `carte` is HTML. `publics`, `langues`, `frais`, `pmr` are words, none where nothing is said; `sans_condition` is
    True where a service asks nothing of anybody, None where none says; `signale`: whether its pages have a quick exit;
    `protege`: whether its address must stay secret, in which case paper gives the name and the phone alone.
    """
    held: dict[str, Any] = dict(anciens)
    for entree, carte in zip(entrees, cartes, strict=True):
        held[entree.id] = {
            "carte": carte.decode(),
            **{field: list(_words(atlas, langue, entree, field)) for field in _DIT},
            "sans_condition": entree.criteres.inconditionnel,
            "signale": bool(atlas.signales(entree)),
            "protege": entree.hors_carte == _SECRETE,
        }
    return held


def _words(atlas: Atlas[Any], langue: str, entree: Listable, field: str) -> Iterator[str]:
    for id_ in getattr(entree.criteres, field):
        yield atlas.terme(_DIT[field], id_).label[langue]
