"""What the model says of itself: which keys are known where, and the JSON Schema of a record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, get_args

from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.fields import Modele, OneOf
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


@cache
def parents_of_key() -> dict[str, tuple[str, ...]]:
    """Return for each key of the model the blocks that may hold it (`services`, `lieux.adresse`…)."""
    parents: dict[str, tuple[str, ...]] = {}
    for path, model in _models(Fiche, ()):
        for key in model.model_fields:
            parents[key] = (*parents.get(key, ()), ".".join(path))
    return parents


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
    roots = (Fiche, Dispositif, Projet, Mutualisation, Rencontre)
    return frozenset(name for root in roots for name in _named(root.model_json_schema()))


def _named(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "x-vocabulaire" in node:
            yield node["x-vocabulaire"]
        node = list(node.values())
    for value in node if isinstance(node, list) else ():
        yield from _named(value)


def json_schema(ids: Callable[[str], Iterable[tuple[str, str]]]) -> dict[str, Any]:
    """Return the JSON Schema of a record; `ids` gives (id, label) of a vocabulary, shown by editors as completion."""
    schema = Fiche.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Fiche de la carte sociale"
    _expand(schema, ids)
    return schema


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
