"""YAML text to data of strings with positions, from PyYAML's C parser.

Every scalar stays a string until its field converts it: `safe_load` turns `12:30` into 750, `0123` into 83 and `no`
into False, and lets a duplicate key overwrite in silence. Anchors, aliases, tags and several documents in a file are
problems: a reader of the file should see each fact where it stands.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from carte_sociale.loading.document import Chemin, Document, Place, Reperes
from carte_sociale.loading.ordinary_yaml import PROFONDEUR_MAX, ordinary_data
from carte_sociale.loading.syntax import syntax_problem
from carte_sociale.loading.text import FORBIDDEN
from carte_sociale.problems import Problem


class _TooDeep(Exception):
    """Raised and caught here: reading stops, since the time that libyaml takes grows with the square of the depth."""


@dataclass(slots=True)
class _Reading:
    document: Document
    problems: list[Problem] = field(default_factory=list)
    places: dict[Chemin, Place] = field(default_factory=dict)
    cles: dict[Chemin, Place] = field(default_factory=dict)
    root: Any = None


def read_yaml(document: Document, text: str) -> tuple[Document, list[Problem]]:
    """Return the file with its data (none where YAML cannot read it) and its problems; `text` is from `read_text`."""
    data = ordinary_data(text)
    if data is not None:
        return replace(document, donnees=data, reperes=partial(_reperes, text), ordinaire=True), []
    reading, readable = read_exactly(document, text)
    if not readable:
        return document, reading.problems
    found = partial(Reperes, reading.places, reading.cles)
    return replace(document, donnees=reading.root, reperes=found), reading.problems


@lru_cache(maxsize=8)
def _reperes(text: str) -> Reperes:
    """Where the values and keys of an ordinary file stand, read again: few have a problem to place."""
    reading, _ = read_exactly(Document("", ()), text)
    return Reperes(reading.places, reading.cles)


def read_exactly(document: Document, text: str) -> tuple[_Reading, bool]:
    """Return what the exact reader finds, and whether it could read to the end."""
    reading = _Reading(document)
    try:
        events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    reading.problems.append(document.a("yaml-plusieurs-documents", *_place(event)))
                    break
            elif isinstance(event, NodeEvent):
                reading.root = _node(reading, event, events, ())
    except _TooDeep:
        return reading, False
    except yaml.YAMLError as error:
        reading.problems.append(syntax_problem(document, error))
        return reading, False
    return reading, True


def _place(event: Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _node(reading: _Reading, event: Event, events: Any, path: Chemin) -> Any:
    place = _place(event)
    reading.places[path] = place
    _refuse_marks(reading, event, place, path)
    if isinstance(event, ScalarEvent):
        if hidden := FORBIDDEN.search(event.value):
            code = f"U+{ord(hidden[0]):04X}"
            reading.problems.append(reading.document.a("caractere-interdit", *place, chemin=path, caractere=code))
        return event.value
    if isinstance(event, AliasEvent):
        return ""
    if len(path) > PROFONDEUR_MAX:
        reading.problems.append(reading.document.a("yaml-trop-profond", *place, limite=PROFONDEUR_MAX))
        raise _TooDeep
    if isinstance(event, SequenceStartEvent):
        return _sequence(reading, events, path)
    return _mapping(reading, events, path)


def _refuse_marks(reading: _Reading, event: Event, place: Place, path: Chemin) -> None:
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
        reading.problems.append(reading.document.a("yaml-ancre", *place, chemin=path))
    if getattr(event, "tag", None):
        reading.problems.append(reading.document.a("yaml-etiquette", *place, chemin=path))


def _sequence(reading: _Reading, events: Any, path: Chemin) -> list[Any]:
    items: list[Any] = []
    while not isinstance(event := next(events), CollectionEndEvent):
        items.append(_node(reading, event, events, (*path, len(items))))
    return items


def _mapping(reading: _Reading, events: Any, path: Chemin) -> dict[str, Any]:
    items: dict[str, Any] = {}
    while not isinstance(event := next(events), CollectionEndEvent):
        place = _place(event)
        if not isinstance(event, ScalarEvent):
            reading.problems.append(reading.document.a("cle-illisible", *place, chemin=path))
            _node(reading, event, events, (*path, "?"))
            _node(reading, next(events), events, (*path, "?"))
            continue
        key = event.value
        here = (*path, key)
        _refuse_marks(reading, event, place, here)
        if key in items:
            first, second = reading.cles[here][0], next(events)
            is_block = isinstance(second, CollectionStartEvent) and not second.flow_style
            code = "bloc-double" if is_block else "cle-double"
            reading.problems.append(reading.document.a(code, *place, chemin=here, valeur=key, cle=key, premiere=first))
            _node(_Reading(reading.document), second, events, here)
            continue
        reading.cles[here] = place
        items[key] = _node(reading, next(events), events, here)
    return items
