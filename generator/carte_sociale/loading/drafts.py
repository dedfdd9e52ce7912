"""What can be read of a record in spite of its errors, so that one run says every problem of it, not the first ones.

Only rules read a draft; pages never do. A part that a field refused is left out with nothing moved: items of a list
keep their indexes, since problems are placed by them. So a refused item takes its whole list away.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from carte_sociale.loading.document import Chemin
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.fields import Referentiel

_TOURS = 8
_SANS_NOM = {"fr": "?"}
_STAND_INS: dict[str, Any] = {
    "nom": _SANS_NOM,
    "texte": _SANS_NOM,
    "themes": [],
    "forme": "adresse-inconnue",
    "champ": "nom",
}


def draft(data: dict[str, Any], referentiel: Referentiel) -> Fiche | None:
    """Return the record without its refused parts; None where nothing of it holds.

    A required key that is missing gets a stand-in, which no rule reads: rules on texts read the file itself.
    """
    left, filled = deepcopy(data), set[Chemin]()
    nature = min(referentiel.ids("natures"), default="?")
    stand_in = {"nom": _SANS_NOM, "nature": nature, "resume": _SANS_NOM, "sources": [{"url": "https://a.invalid"}]}
    for _ in range(_TOURS):
        try:
            return Fiche.model_validate({**stand_in, **left}, context=referentiel)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                loc: Chemin = tuple(details["loc"])
                if details["type"] != "missing":
                    _drop(left, loc)
                elif loc not in filled and _fill(left, loc):
                    filled.add(loc)
                else:
                    _drop(left, loc[:-1])
    return None


def _fill(data: dict[str, Any], path: Chemin) -> bool:
    """Give a required key of an item its stand-in, so that one slip does not take the whole list away."""
    holder, key = _at(data, path[:-1]), str(path[-1])
    if not isinstance(holder, dict) or key not in (*_STAND_INS, "id"):
        return False
    holder[key] = f"sans-id-{path[-2]}" if key == "id" else _STAND_INS[key]
    return True


def _drop(data: dict[str, Any], path: Chemin) -> None:
    """Remove what stands at `path`, or the list that holds it."""
    keys = path
    while keys and isinstance(keys[-1], int):
        keys = keys[:-1]
    holder = _at(data, keys[:-1])
    if keys and isinstance(holder, dict):
        holder.pop(str(keys[-1]), None)


def _at(data: Any, path: Iterable[str | int]) -> Any:
    for part in path:
        if isinstance(data, dict) and part in data:
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
