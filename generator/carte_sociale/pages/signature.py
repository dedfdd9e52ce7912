"""What a page shows, in a digest: as long as it stays the same, the page is not rendered again.

A record counts by the digest of its file. Terms, quartiers and whatever else comes from the project's data count by
their id alone: a change in those data, in a template or in the program has everything rendered again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any

from carte_sociale.atlas.notices import Notice
from carte_sociale.pages.page import Page

_RECORDS = {Notice}
_PLAIN = (str, int, float, bool, type(None))
_IDENTITY = ("id", "slug", "code")
_SHAPES: dict[type, tuple[bytes, str, tuple[str, ...]]] = {}


def signature(page: Page) -> bytes:
    """Return the digest of all that a page is made of, for one program, theme and data."""
    parts: list[bytes] = []
    _walk(page.contexte, parts)
    own = (page.adresse, page.langue, page.sorte, page.gabarit, page.signalee, page.jsonld, page.indexee, page.exemples)
    _walk(own, parts)
    return blake2b(b"\0".join(parts), digest_size=20).digest()


def _walk(value: Any, parts: list[bytes]) -> None:
    if type(value) is Notice:
        parts.append(value.empreinte)
    elif isinstance(value, _PLAIN):
        parts.append(repr(value).encode("utf-8", "surrogatepass"))
    elif isinstance(value, Mapping):
        _walk_all((part for pair in value.items() for part in pair), parts, b"{")
    elif isinstance(value, tuple | list):
        if value and set(map(type, value)) == _RECORDS:  # most lists, and the longest ones
            parts += (b"[", *[notice.empreinte for notice in value], b"]")
        else:
            _walk_all(value, parts, b"[")
    elif isinstance(value, frozenset | set):
        _walk_all(sorted(value), parts, b"(")
    else:
        _walk_thing(value, parts)


def _walk_all(values: Iterable[Any], parts: list[bytes], mark: bytes) -> None:
    parts.append(mark)
    for value in values:
        _walk(value, parts)
    parts.append(b"]")


def _walk_thing(value: Any, parts: list[bytes]) -> None:
    kind = type(value)
    if kind not in _SHAPES:
        _SHAPES[kind] = _shape(kind)
    name, identity, attributes = _SHAPES[kind]
    parts.append(name)
    if identity:
        parts.append(str(getattr(value, identity)).encode())
    else:
        _walk_all([getattr(value, attribute) for attribute in attributes], parts, b"<")


def _shape(kind: type) -> tuple[bytes, str, tuple[str, ...]]:
    """A class: its name, the attribute that tells one of its things from another, else all that they are made of."""
    name = f"{kind.__module__}.{kind.__qualname__}"
    known = {part.name for part in fields(kind)} if is_dataclass(kind) else set(getattr(kind, "model_fields", ()))
    identity = next((attribute for attribute in _IDENTITY if attribute in known), "")
    if name.startswith("carte_sociale.pages."):
        identity = ""  # what a page made of data: all of it counts
    return name.encode(), identity, tuple(sorted(known))
