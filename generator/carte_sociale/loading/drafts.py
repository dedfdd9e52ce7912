"""What can be read of a file in spite of its errors, so that one run says every problem of it, not the first ones.

Only rules read a draft; pages never do. A part that a field refused is left out with nothing moved: items of a list
keep their indexes, since problems are placed by them. So a refused item takes its whole list away.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import ValidationError

from carte_sociale.loading.document import Chemin
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.fields import Modele, Referentiel

M = TypeVar("M", bound=Modele)

_TOURS = 8
_SANS_NOM = {"fr": "?"}
_SANS_NOM_TRADUIT = {"fr": "?", "nl": "?", "en": "?"}
_QUELQU_UN = {"nom": _SANS_NOM, "lien": "source"}
_VOCABULAIRES = {
    "nature": "natures", "type": "dispositifs_types", "quoi": "mutualisations_objets", "pour_qui": "rencontres_publics",
}  # fmt: skip
_STAND_INS: dict[str, Any] = {
    "nom": _SANS_NOM,
    "texte": _SANS_NOM,
    "themes": [],
    "forme": "adresse-inconnue",
    "champ": "nom",
}


def draft(data: dict[str, Any], modele: type[M], referentiel: Referentiel) -> M | None:
    """Return a file without its refused parts; None where nothing of it holds.

    A required key that is missing gets a stand-in, which no rule reads: rules on texts read the file itself.
    """
    left, filled = deepcopy(data), set[Chemin]()
    stand_in = _stand_in(modele, referentiel)
    for _ in range(_TOURS):
        try:
            return modele.model_validate({**stand_in, **left}, context=referentiel)
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


def _stand_in(modele: type[Modele], referentiel: Referentiel) -> dict[str, Any]:
    """Return a value for each key that a file of this sort must have."""
    words = {key: min(referentiel.ids(vocabulary), default="?") for key, vocabulary in _VOCABULAIRES.items()}
    text = _SANS_NOM if modele is Fiche else _SANS_NOM_TRADUIT
    source = {"url": "https://a.invalid"} if modele is Fiche else {"etablit": "?"}
    known = {
        **words, "quoi": [words["quoi"]], "nom": text, "resume": text, "sources": [source], "porteur": _QUELQU_UN,
        "organisateur": _QUELQU_UN,
    }  # fmt: skip
    required = (key for key, field in modele.model_fields.items() if field.is_required())
    return {key: known[key] for key in required if key in known}


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
    elif keys:
        _drop(data, keys[:-1])  # one word that stands for a block


def _at(data: Any, path: Iterable[str | int]) -> Any:
    for part in path:
        if isinstance(data, dict) and part in data:
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
