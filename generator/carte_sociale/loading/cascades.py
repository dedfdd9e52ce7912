"""One slip, one answer: refusals that only follow from another one are not said."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from carte_sociale.loading.document import Chemin
from carte_sociale.loading.keys import nearest_key
from carte_sociale.model.fields import Modele
from carte_sociale.model.structure import model_at


def unindented_blocks(data: Any, empty: Iterable[Chemin], root: type[Modele]) -> dict[Chemin, list[str]]:
    """Return for each empty key whose lines stand beside it, and not under it, the keys of those lines.

    `adresse:` with nothing, then `rue:` and `commune:` at the same indent.
    """
    blocks: dict[Chemin, list[str]] = {}
    for path in empty:
        inner, outer = model_at(path, root), model_at(path[:-1], root)
        beside = _at(data, path[:-1])
        if inner is None or outer is None or not isinstance(beside, dict):
            continue
        keys = list(beside)
        after = keys[keys.index(path[-1]) + 1 :]
        strays = [key for key in after if key in inner.model_fields and key not in outer.model_fields]
        if strays:
            blocks[path] = strays
    return blocks


def misspelt_keys(errors: Iterable[ErrorDetails]) -> dict[Chemin, list[str]]:
    """Return the keys that pydantic does not know, by the block that holds them."""
    found: dict[Chemin, list[str]] = {}
    for error in errors:
        if error["type"] == "extra_forbidden":
            found.setdefault(tuple(error["loc"][:-1]), []).append(str(error["loc"][-1]))
    return found


def follows(
    misspelt: Mapping[Chemin, list[str]], details: ErrorDetails, blocks: dict[Chemin, list[str]], root: type[Modele]
) -> bool:
    """Return whether an error of pydantic follows from a block that is not indented, or from a key misspelt.

    `misspelt` as `misspelt_keys` gives it: looked up, since a list of thousands of blocks may lack a key in each.
    """
    path: Chemin = tuple(details["loc"])
    if details["type"] == "extra_forbidden":
        return any(path[:-1] == block[:-1] and path[-1] in strays for block, strays in blocks.items())
    if details["type"] != "missing":
        return False
    if path in blocks:
        return True
    return any(nearest_key(key, model_at(path[:-1], root))[0] == path[-1] for key in misspelt.get(path[:-1], ()))


def _at(data: Any, path: Chemin) -> Any:
    for part in path:
        if isinstance(data, dict):
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
