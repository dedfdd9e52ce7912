"""What a rule may look at: what records are read against, the date of today, and a few facts of every record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Any, Self

from carte_sociale.atlas.streets import StreetIndex
from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading.document import Chemin, Document
from carte_sociale.loading.ordinary_yaml import VIDES
from carte_sociale.loading.project import Donnees
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.territory import Territoire
from carte_sociale.rules.facts import Faits, faits_de


@dataclass(frozen=True, slots=True)
class TexteLu:
    """A text of a record as it is written, in one language, with its place."""

    chemin: Chemin
    langue: str
    texte: str

    @property
    def bloc(self) -> Chemin:
        """Path of the text that holds it in its languages."""
        return self.chemin[:-1]


def _unread(fichier: str) -> Document:
    return Document(fichier, ())


@dataclass(frozen=True, eq=False)
class Contexte:
    """Compared by identity: there is one a run. `production` comes from `editeur.yml`.

    Rules on one record need the first four only. `faits` are those of every record, in the order of files; `document`
    gives a file again where a problem is to be placed in it.
    """

    donnees: Donnees
    index: TerritoryIndex
    aujourdhui: date
    production: bool
    faits: tuple[Faits, ...] = ()
    document: Callable[[str], Document] = _unread
    demandee: Callable[[str], bool] = lambda _: False
    """Whether a file is one that this run is about: a fault that two files share is said of that one."""
    lues: tuple[FicheLue, ...] = ()

    @classmethod
    def des_lues(
        cls,
        lues: tuple[FicheLue, ...],
        donnees: Donnees,
        index: TerritoryIndex,
        aujourdhui: date,
        production: bool,
        demandee: Callable[[str], bool] = lambda _: False,
    ) -> Self:
        """Return the context of records that are all at hand."""
        faits = tuple(faits_de(lue) for lue in lues)
        documents = {lue.document.fichier: lue.document for lue in lues}
        return cls(donnees, index, aujourdhui, production, faits, documents.__getitem__, demandee, lues)

    @cached_property
    def par_id(self) -> Mapping[str, Faits]:
        """Facts of every record by id, readable or not: a tie to a record with an error is not a tie to nothing."""
        return {faits.id: faits for faits in self.faits}

    @property
    def rues(self) -> StreetIndex:
        """Streets by name."""
        return _street_index(self.donnees.territoire)


@cache
def _street_index(territoire: Territoire) -> StreetIndex:
    """One index a territory: while pages are served, records are checked again at each change, streets never change."""
    return StreetIndex(territoire.rues)


@lru_cache(maxsize=8)
def textes_de(lue: FicheLue) -> tuple[TexteLu, ...]:
    """Return every text of a record, in the order of the file; rules run record by record, so few are kept."""
    return tuple(_texts(lue.document.donnees, ()))


def _texts(value: Any, path: Chemin) -> list[TexteLu]:
    found: list[TexteLu] = []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        if isinstance(inner, str):
            if key in LANGUES_DU_SITE and inner.strip():
                found.append(TexteLu((*path, key), str(key), inner))
        else:
            found += _texts(inner, (*path, key))
    return found


def is_written(lue: FicheLue, path: Chemin) -> bool:
    """Return whether the file gives this key a value, even one that was refused: then nothing is missing."""
    value = lue.document.donnees
    for part in path:
        if isinstance(value, dict):
            value = value.get(str(part))
        else:
            value = value[part] if isinstance(value, list) and isinstance(part, int) and part < len(value) else None
    return value not in (None, *VIDES)


def strings(value: Any, path: Chemin = ()) -> list[tuple[Chemin, str]]:
    """Return every value of a file's data with its path."""
    if isinstance(value, str):
        return [(path, value)]
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, inner in pairs for found in strings(inner, (*path, key))]
