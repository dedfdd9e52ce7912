"""Lines added to a record that exists: nothing else of it changes, comments and layout included."""

import re
from collections.abc import Mapping, Sequence

import yaml

_KEY = re.compile(r"([a-z_]+):(.*)")
_BEFORE = (
    "contestations",
    "guichets",
    "verification",
    "doutes",
    "traductions_a_relire",
    "sources",
    "confidentiel",
    "fictif",
)
"""Keys that stand after `relations` in every record."""


class Inajoutable(Exception):
    """The record is laid out in a way that no line can be added to for certain; the message is what to write in it."""


def with_relation(octets: bytes, relation: Mapping[str, str]) -> tuple[bytes, str]:
    """Return a record with one more relation, the last of its list, and the lines that were added.

    `Inajoutable` where what is read back would not be the record with this relation and nothing else.
    """
    text = octets.decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    item = "".join(
        yaml.safe_dump({key: value}, allow_unicode=True, width=10**6) for key, value in relation.items()
    ).splitlines()
    added = [f"  - {item[0]}", *(f"    {line}" for line in item[1:])]
    shown = "\n".join(["relations:", *added])
    place = _block(lines, "relations")
    if place is None:
        new = _with_block(lines, ["relations:", *added])
    else:
        first, last = place
        indent = next(
            (len(line) - len(line.lstrip()) for line in lines[first + 1 : last] if line.lstrip()[:2] == "- "), None
        )
        if indent is None or lines[first].split("#")[0].strip() != "relations:":
            raise Inajoutable(shown)
        moved = [" " * indent + line.removeprefix("  ") for line in added]
        new = [*lines[:last], *moved, *lines[last:]]
    content = end.join(new).encode("utf-8")
    if not _only_adds(octets, content, relation):
        raise Inajoutable(shown)
    return content, shown


def _block(lines: Sequence[str], key: str) -> tuple[int, int] | None:
    """Return the line of a key of the root, and the line after its block; None where it is not there."""
    first = next((n for n, line in enumerate(lines) if (m := _KEY.match(line)) and m[1] == key), None)
    if first is None:
        return None
    last = first + 1
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.strip() and not line.startswith((" ", "-", "#")):
            break
        if line.strip() and not line.startswith("#"):
            last = number + 1
    return first, last


def _with_block(lines: Sequence[str], block: Sequence[str]) -> list[str]:
    """Return the lines with a new block before the first key that stands after it, or at the end."""
    after = next((n for n, line in enumerate(lines) if (m := _KEY.match(line)) and m[1] in _BEFORE), None)
    if after is None:
        kept = list(lines)
        while kept and not kept[-1].strip():
            kept.pop()
        return [*kept, "", *block, ""]
    while after and lines[after - 1].startswith("#"):
        after -= 1
    gap = [] if after and not lines[after - 1].strip() else [""]
    return [*lines[:after], *gap, *block, "", *lines[after:]]


def _only_adds(before: bytes, after: bytes, relation: Mapping[str, str]) -> bool:
    try:
        old, new = (yaml.load(octets, yaml.CBaseLoader) for octets in (before, after))
    except yaml.YAMLError:
        return False
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    return new == {**old, "relations": [*(old.get("relations") or []), dict(relation)]}
