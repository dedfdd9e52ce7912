"""What a rule may look at: every record read, what they are read against, and the date of today."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from carte_sociale.atlas.streets import StreetIndex
from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.project import Donnees
from carte_sociale.loading.records import VIDES, FicheLue
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.territory import Territoire


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


@dataclass(frozen=True, eq=False)
class Contexte:
    """Compared by identity: there is one a run. `production` comes from `editeur.yml`."""

    lues: tuple[FicheLue, ...]
    donnees: Donnees
    index: TerritoryIndex
    aujourdhui: date
    production: bool
    demandee: Callable[[str], bool] = lambda _: False
    """Whether a file is one that this run is about: a fault that two files share is said of that one."""

    @cached_property
    def fiches(self) -> Mapping[str, FicheLue]:
        """Every record file by id, readable or not: a tie to a record with an error is not a tie to nothing."""
        return {lue.id: lue for lue in self.lues}

    @cached_property
    def textes(self) -> Mapping[str, tuple[TexteLu, ...]]:
        """Every text of every record, by file."""
        return {lue.document.fichier: tuple(_texts(lue.document.donnees, ())) for lue in self.lues}

    @property
    def rues(self) -> StreetIndex:
        """Streets by name."""
        return _street_index(self.donnees.territoire)


@cache
def _street_index(territoire: Territoire) -> StreetIndex:
    """One index a territory: while pages are served, records are checked again at each change, streets never change."""
    return StreetIndex(territoire.rues)


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
