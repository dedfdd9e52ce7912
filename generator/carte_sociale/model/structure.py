"""What the model says of itself: which keys are known where, and the JSON Schema of a record."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, get_args, get_origin

from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.fields import Modele, OneOf
from carte_sociale.model.partie import EnUnMot
from carte_sociale.model.reseau import Mutualisation, Projet, Rencontre


def model_at(path: Iterable[str | int], root: type[Modele] = Fiche) -> type[Modele] | None:
    """Return the model that a path of a file leads to, None where it leads to a plain value or nowhere."""
    return _model_at(tuple(part for part in path if not isinstance(part, int)), root)


@lru_cache(maxsize=4096)
def _model_at(keys: tuple[str, ...], root: type[Modele]) -> type[Modele] | None:
    model: type[Modele] | None = root
    for part in keys:
        if model is None or part not in model.model_fields:
            return None
        model = _model_in(model.model_fields[part].annotation)
    return model


def _model_in(annotation: Any) -> type[Modele] | None:
    if isinstance(annotation, type) and issubclass(annotation, Modele):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def vocabulary_at(path: Sequence[str | int], root: type[Modele] = Fiche) -> str:
    """Return the name of the vocabulary that the items of a list come from, empty where they come from none."""
    model = model_at(path[:-1], root)
    if model is None or path[-1] not in model.model_fields:
        return ""
    marks = (
        mark for part in get_args(model.model_fields[path[-1]].annotation) for mark in getattr(part, "__metadata__", ())
    )
    return next((mark.vocabulaire for mark in marks if isinstance(mark, OneOf)), "")


SORTES: Mapping[str, type[Modele]] = {
    "fiche": Fiche,
    "dispositif": Dispositif,
    "projet": Projet,
    "mutualisation": Mutualisation,
    "rencontre": Rencontre,
}
"""Every sort of file that a person writes, by its name in the singular."""
DU_RESEAU = frozenset({Dispositif, Projet, Mutualisation, Rencontre})
"""Files of the network, whose name is their id: nobody writes it twice."""


@cache
def parents_of_key(root: type[Modele] = Fiche) -> dict[str, tuple[str, ...]]:
    """Return for each key of a sort of file the blocks that may hold it (`services`, `lieux.adresse`…)."""
    parents: dict[str, tuple[str, ...]] = {}
    for path, model in _models(root, ()):
        for key in written_keys(model):
            parents[key] = (*parents.get(key, ()), ".".join(path))
    return parents


@cache
def known_keys() -> frozenset[str]:
    """Return the keys of every sort of file."""
    return frozenset(key for root in SORTES.values() for key in parents_of_key(root))


def written_keys(model: type[Modele]) -> tuple[str, ...]:
    """Return the keys of a block, without the id that a file of the network has from its name."""
    return tuple(key for key in model.model_fields if key != "id" or model not in DU_RESEAU)


def is_translated(path: Sequence[str | int], root: type[Modele]) -> bool:
    """Return whether a path leads to a text that every language of the site has to have."""
    keys = tuple(part for part in path if not isinstance(part, int))
    holder = model_at(keys[:-1], root) if keys else None
    field = holder.model_fields.get(keys[-1]) if holder else None
    return field is not None and _holds_dict(field.annotation)


def _holds_dict(annotation: Any) -> bool:
    return get_origin(annotation) is dict or any(_holds_dict(part) for part in get_args(annotation))


def _models(model: type[Modele], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], type[Modele]]]:
    yield path, model
    for key, info in model.model_fields.items():
        inner = _model_in(info.annotation)
        if inner is not None:
            yield from _models(inner, (*path, key))


DU_TERRITOIRE = frozenset({"bassins", "communes", "quartiers"})
"""Vocabularies without a file of their own: their ids are the slugs of places."""


def vocabularies() -> frozenset[str]:
    """Return the names of the vocabularies that a record or a file of the network draws on, with places."""
    return frozenset(name for root in SORTES.values() for name in _named(root.model_json_schema()))


def _named(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "x-vocabulaire" in node:
            yield node["x-vocabulaire"]
        node = list(node.values())
    for value in node if isinstance(node, list) else ():
        yield from _named(value)


def json_schema(ids: Callable[[str], Iterable[tuple[str, str]]], sorte: str = "fiche") -> dict[str, Any]:
    """Return the JSON Schema of a sort of file (`SORTES`); `ids` gives (id, label) of a vocabulary, for completion."""
    model = SORTES[sorte]
    schema = model.model_json_schema()
    if model in DU_RESEAU:
        del schema["properties"]["id"]
        schema["required"].remove("id")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"{sorte.capitalize()} de la carte sociale"
    _one_word(schema)
    _expand(schema, ids)
    return schema


def _one_word(schema: dict[str, Any]) -> None:
    """Let one word stand for the blocks that it may stand for (`EnUnMot`)."""
    for name, block in schema.get("$defs", {}).items():
        model = _one_word_models().get(name)
        if model is not None:
            word = dict(block["properties"][model.SEUL])
            word.pop("default", None)
            schema["$defs"][name] = {"anyOf": [word, block]}


@cache
def _one_word_models() -> dict[str, type[EnUnMot]]:
    models = (model for root in SORTES.values() for _, model in _models(root, ()))
    return {model.__name__: model for model in models if issubclass(model, EnUnMot)}


def _expand(node: Any, ids: Callable[[str], Iterable[tuple[str, str]]]) -> None:
    if isinstance(node, dict):
        vocabulary = node.pop("x-vocabulaire", None)
        if vocabulary:
            node.update(oneOf=[{"const": id_, "title": label} for id_, label in ids(vocabulary)])
        for value in list(node.values()):
            _expand(value, ids)
    elif isinstance(node, list):
        for value in node:
            _expand(value, ids)
