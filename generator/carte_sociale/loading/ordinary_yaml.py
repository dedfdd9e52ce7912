"""Ordinary YAML to data of strings, fast: no positions, and no answer for a file with anything to say about it.

The events are those of the exact reader (`yaml_reader`), from the same C parser, so that no two readers of YAML can
disagree; only their positions are left aside. Measured on the real records, a record: 0.29 ms with positions, 0.17 ms
here, 0.08 ms for the parser in Rust of `py-yaml12`, which reads another YAML (1.2) and turns `0123` and `1.50` into
numbers whose writing is lost: 0.09 ms are not worth two grammars. PyYAML's own `CBaseLoader` takes 0.34 ms.
"""

from collections.abc import Callable
from typing import Any

from yaml import CBaseLoader, YAMLError
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from carte_sociale.loading.secrecy import says_secret

VIDES = ("", "~", "null")
"""How YAML writes a value that nobody filled in."""

PROFONDEUR_MAX = 12
"""Blocks within blocks that a file may have: the time that libyaml takes grows with the square of the depth."""


class _Doubt(Exception):
    """Raised and caught here: the exact reader shall tell."""


def ordinary_data(text: str) -> Any:
    """Return the data of a text that `read_text` let through; None where the exact reader has to look.

    It has where anything but one document of plain mappings, lists and scalars stands there: an anchor, an alias, a
    tag, a key twice or that is no scalar, a fault, an escape (it may hide a forbidden sign), too many levels; and where
    a value is missing, or a key says that something is secret.
    """
    if "\\" in text:
        return None
    try:
        read = CBaseLoader(text).get_event
        _expect(read, StreamStartEvent)
        _expect(read, DocumentStartEvent)
        data = _collection(read, read(), 0)
        _expect(read, DocumentEndEvent)
        _expect(read, StreamEndEvent)
    except (_Doubt, YAMLError):
        return None
    return data


def _expect(read: Callable[[], Any], kind: type) -> None:
    if type(read()) is not kind:
        raise _Doubt


def _collection(read: Callable[[], Any], event: Any, depth: int) -> Any:
    kind = type(event)
    if depth > PROFONDEUR_MAX or (kind is not MappingStartEvent and kind is not SequenceStartEvent):
        raise _Doubt
    if event.anchor is not None or event.tag is not None:
        raise _Doubt
    return (_mapping if kind is MappingStartEvent else _sequence)(read, depth + 1)


def _mapping(read: Callable[[], Any], depth: int) -> dict[str, Any]:
    items: dict[str, Any] = {}
    while type(event := read()) is ScalarEvent:
        key = event.value
        if key in items or event.anchor is not None or event.tag is not None or says_secret(key):
            raise _Doubt
        event = read()
        items[key] = _scalar(event) if type(event) is ScalarEvent else _collection(read, event, depth)
    if type(event) is not MappingEndEvent:
        raise _Doubt
    return items


def _sequence(read: Callable[[], Any], depth: int) -> list[Any]:
    items: list[Any] = []
    while type(event := read()) is not SequenceEndEvent:
        items.append(_scalar(event) if type(event) is ScalarEvent else _collection(read, event, depth))
    return items


def _scalar(event: ScalarEvent) -> str:
    value: str = event.value
    if event.anchor is not None or event.tag is not None or value in VIDES:
        raise _Doubt
    return value
