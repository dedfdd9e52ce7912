"""A real record after some slips or some malice, made from a number: the same number makes the same file, anywhere.

Bytes are flipped, cut, doubled, put in, saved in another encoding; keys are moved, deleted, renamed, written twice,
values replaced by others of the same records, nested thirty deep or made huge.
"""

import gzip
import random
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

RACINE = Path(__file__).resolve().parents[2]
DOSSIERS = ("organisations", "tests/examples", "tests/projet-fictif/organisations")

SIGNES = (
    "\x00", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u200b", "\u200d", "\u202e", "\u2028", "\u2066", "\ufeff",
    "\ufe0f", "\U000e0041", "\U0001f468\u200d\U0001f469", "e\u0301" * 40, "\ud800", "\ufffe", "\t", "\r", "\n", "\n  ",
    ": ", "- ", "#", " #", "'", '"', "“", "{", "}", "[", "]", ",", "&a ", "*a", "!!python/object:os.system ", "|\n",
    ">-\n", "? ", "---\n", "...\n", "%YAML 1.2\n", "<<: *a", "<<<<<<< a\n", "=======\n", "~", "null", "nan", "1e400",
    "-1", "0x1F", "2026-02-30", "9999-12-31", "12:30", "%s", "{0}", "{{ 7 * 7 }}", "<script>", "../../", "\\",
    "\\ud800", "confidentiel: oui\n", "confidentiel non", "24/7", "Mo-Su 00:00-24:00 open \"a\"",
    "1er lundi du mois 9h-12h", "lun-ven 9h-12h; sauf", "PH off", "02 529 41 20", "112", "1" * 400, "a@b.be",
    "https://a.be/?a=%", "50.84", "4.35",
)  # fmt: skip


LONGUEUR_MAX = 150_000
"""Bytes: a larger file is only refused for its size, which takes the same time whatever it holds."""


@cache
def sources() -> tuple[tuple[str, bytes], ...]:
    """Every record of the repository, real, invented or wrong on purpose: (name, bytes), in the order of names."""
    files = sorted(path for folder in DOSSIERS for path in (RACINE / folder).rglob("*.yml"))
    return tuple((path.relative_to(RACINE).as_posix(), path.read_bytes()) for path in files)


@cache
def _values() -> tuple[Any, ...]:
    """Every value of every record that YAML reads: texts, lists and blocks."""
    found: list[Any] = []

    def gather(value: Any) -> None:
        found.append(value)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            gather(inner)

    for data in _records():
        for value in data.values():
            gather(value)
    return tuple(found)


@cache
def _records() -> tuple[dict[str, Any], ...]:
    return tuple(_data(octets) for _, octets in sources())


@cache
def _by_key() -> dict[str, list[Any]]:
    """Every value of every record by its key, wherever that key stands."""
    found: dict[str, list[Any]] = {}
    for block in (*_records(), *_values()):
        for key, value in block.items() if isinstance(block, dict) else ():
            found.setdefault(key, []).append(value)
    return found


@cache
def _keys() -> tuple[str, ...]:
    return tuple(sorted(_by_key()))


def _data(octets: bytes) -> dict[str, Any]:
    try:
        data = yaml.load(octets, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeError):
        return {}
    return data if isinstance(data, dict) else {}


def mutated(seed: int) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that a number makes; every fourth one is likely to be still valid."""
    rng = random.Random(seed)
    name, octets = rng.choice(sources())
    if seed % 4 == 0 and name.startswith("organisations") and (data := _data(octets)):
        data.pop("relations", None)
        for _ in range(rng.randint(1, 3)):
            _same_key_of_another(rng, data)
        return name, _written(rng, data)
    if rng.random() < 0.55 and (data := _data(octets)):
        for _ in range(rng.randint(1, 4)):
            rng.choice(STRUCTURE)(rng, data)
        octets = _written(rng, data)
    if rng.random() < 0.55 or octets == dict(sources())[name]:
        for _ in range(rng.randint(1, 5)):
            octets = rng.choice(OCTETS)(rng, octets)[:LONGUEUR_MAX]
    return name, octets[:LONGUEUR_MAX]


def _written(rng: random.Random, data: Any) -> bytes:
    flow = rng.choice([False, False, False, None, True])
    width = rng.choice([40, 100, 100_000])
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=width)
    return text.encode()


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


# --- bytes ----------------------------------------------------------------------------------------------------------


def _flip(rng: random.Random, octets: bytes) -> bytes:
    some = bytearray(octets)
    for _ in range(rng.randint(1, 8)):
        if some:
            some[rng.randrange(len(some))] ^= 1 << rng.randrange(8)
    return bytes(some)


def _chunk(rng: random.Random, octets: bytes, longest: int = 400) -> tuple[int, int]:
    start = rng.randint(0, len(octets))
    return start, min(len(octets), start + rng.randint(0, longest))


def _cut_out(rng: random.Random, octets: bytes) -> bytes:
    start, end = _chunk(rng, octets)
    return octets[:start] + octets[end:]


def _cut_short(rng: random.Random, octets: bytes) -> bytes:
    return octets[: rng.randint(0, len(octets))]


def _noise(rng: random.Random, octets: bytes) -> bytes:
    start, _ = _chunk(rng, octets)
    return octets[:start] + rng.randbytes(rng.randint(1, 12)) + octets[start:]


def _sign(rng: random.Random, octets: bytes) -> bytes:
    start, _ = _chunk(rng, octets)
    return octets[:start] + rng.choice(SIGNES).encode("utf-8", "surrogatepass") + octets[start:]


def _sign_many_times(rng: random.Random, octets: bytes) -> bytes:
    start, _ = _chunk(rng, octets)
    sign = rng.choice(SIGNES).encode("utf-8", "surrogatepass")
    return octets[:start] + sign * (rng.choice([100, 1_000, 1_000, 20_000, 90_000]) // len(sign)) + octets[start:]


def _twice(rng: random.Random, octets: bytes) -> bytes:
    start, end = _chunk(rng, octets)
    place, _ = _chunk(rng, octets)
    return octets[:place] + octets[start:end] * rng.choice([1, 1, 1, 2, 50]) + octets[place:]


def _line(rng: random.Random, octets: bytes) -> bytes:
    """A line gone, twice, elsewhere, or further to the right."""
    lines = octets.split(b"\n")
    line = lines.pop(rng.randrange(len(lines)))
    slip = rng.randrange(4)
    if slip:
        lines.insert(rng.randint(0, len(lines)), b" " * rng.choice([0, 0, 1, 2, 4]) + line)
    if slip == 2:
        lines.insert(rng.randint(0, len(lines)), line)
    return b"\n".join(lines)


def _whole(rng: random.Random, octets: bytes) -> bytes:
    """The whole file saved by another program."""
    text = octets.decode("utf-8", "replace")
    way = rng.randrange(12)
    if way < 7:
        codec = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "utf-7")[way]
        return text.encode(codec, "replace")
    if way == 7:
        return octets.replace(b"\n", rng.choice([b"\r\n", b"\r", b"\n\n", b"\r\r\n", b"\x85"]))
    if way == 8:
        return b"\xef\xbb\xbf" * rng.randint(1, 2) + octets
    if way == 9:
        return text.encode("utf-8").decode("cp1252", "replace").encode("utf-8")
    if way == 10:
        return gzip.compress(octets, mtime=0)
    return octets * rng.choice([2, 3, 40]) if rng.randrange(2) else octets.replace(b"  ", b"\t")


def _quotes(rng: random.Random, octets: bytes) -> bytes:
    one, other = rng.choice([(b'"', b""), (b'"', b"'"), (b'"', "”".encode()), (b"'", "’".encode()), (b": ", b":")])
    return octets.replace(one, other, rng.randint(1, 6))


OCTETS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _flip, _cut_out, _cut_short, _noise, _sign, _sign, _sign_many_times, _twice, _line, _line, _whole, _quotes,
)  # fmt: skip


# --- structure ------------------------------------------------------------------------------------------------------


def _holders(value: Any) -> list[Any]:
    """Every block and list that is not empty, the outermost first."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] * bool(inner) + [holder for one in inner for holder in _holders(one)]


def _somewhere(rng: random.Random, data: Any) -> tuple[Any, Any]:
    """A block or a list, and a key or an index of it."""
    holder = rng.choice(_holders(data) or [{"nom": ""}])
    return holder, rng.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))


def _delete(rng: random.Random, data: Any) -> None:
    holder, place = _somewhere(rng, data)
    del holder[place]


def _other_value(rng: random.Random, data: Any) -> None:
    holder, place = _somewhere(rng, data)
    holder[place] = deepcopy(rng.choice(_values()))


def _same_key_of_another(rng: random.Random, data: Any) -> None:
    """Likely to stay valid: the value that the same key has in another record."""
    holder = rng.choice([holder for holder in _holders(data) if isinstance(holder, dict)] or [data])
    key = rng.choice(list(holder) or ["nom"])
    holder[key] = deepcopy(rng.choice(_by_key().get(key, _values())))


def _other_key(rng: random.Random, data: Any) -> None:
    holder, place = _somewhere(rng, data)
    if isinstance(holder, dict):
        holder[rng.choice(_keys())] = holder.pop(place)


def _moved(rng: random.Random, data: Any) -> None:
    holder, place = _somewhere(rng, data)
    value = holder.pop(place)
    target = rng.choice(_holders(data) or [data])
    if isinstance(target, dict):
        target[place if isinstance(place, str) else rng.choice(_keys())] = value
    else:
        target.insert(rng.randint(0, len(target)), value)


def _other_form(rng: random.Random, data: Any) -> None:
    """A text where a list was, a list where a block was, nothing where something was."""
    holder, place = _somewhere(rng, data)
    value = holder[place]
    holder[place] = rng.choice([[value], {"fr": value}, str(value)[:500], "", [], {}, [[value]], {"": value}])


def _nested(rng: random.Random, data: Any) -> None:
    holder, place = _somewhere(rng, data)
    for depth in range(rng.choice([5, 12, 13, 30])):
        holder[place] = [holder[place]] if depth % 2 else {rng.choice(_keys()): holder[place]}


def _huge(rng: random.Random, data: Any) -> None:
    holder, place = _somewhere(rng, data)
    signs = [sign for sign in SIGNES if sign != "\ud800"]  # YAML's own writer refuses half a character
    words = ["a", "lun 9h ", "rue de la ", "1 ", "<a ", "mardi et ", "9h-12h ", "é", "Rue Haute 1, "]
    piece = rng.choice([*signs, *words])
    holder[place] = piece * (rng.choice([100, 1_000, 1_000, 20_000, 90_000]) // len(piece))


def _long_list(rng: random.Random, data: Any) -> None:
    holder, place = _somewhere(rng, data)
    value = holder[place]
    items = value if isinstance(value, list) and value else [value if isinstance(value, str) else "a"]
    times = min(rng.choice([2, 2, 10, 10, 400, 20_000]), 1 + 100_000 // len(repr(items)))
    holder[place] = [deepcopy(item) for _ in range(times) for item in items]


STRUCTURE: tuple[Callable[[random.Random, Any], None], ...] = (
    _delete, _other_value, _other_value, _same_key_of_another, _same_key_of_another, _other_key, _moved, _other_form,
    _nested, _huge, _long_list,
)  # fmt: skip
