"""Does a file say, however clumsily, that its address must stay secret?

Two answers. *Sensitive*: nothing of the file is repeated, at the slightest sign. *Confidential*: the file claims a
secret address, so the secret rules apply to it, even where the flag is misspelt, has no colon, or YAML cannot read it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from carte_sociale.loading.corrections import unaccented

CLE = "confidentiel"
FORME_SECRETE = "adresse-secrete"
OUI = frozenset({"oui", "true", "ja", "yes", "vrai", "1"})
_NON = frozenset({"non", "false", "nee", "neen", "no", "faux", "0"})

CLES_SECRETES = frozenset(
    {
        "adresse", "position", "quartier", "quartiers", "hote", "itinerance", "chemin", "commune", "communes", "rue",
        "code_postal", "lat", "lon", "acces_physique", "adres", "straat", "postcode", "gemeente", "wijk", "address",
        "street",
    }
)  # fmt: skip
"""Keys that say where; `adresse` under `courriels` is a mailbox."""

_KEY = re.compile(r"(?:^|[^\w-]|(?<=\s)-)([\w-]{5,24})[\"']?\s*:", re.MULTILINE)
_SECRET_WORDS = (CLE, "confidential", "confidentieel", "vertrouwelijk", FORME_SECRETE, "geheim", "secret")
"""Ways to say that an address must stay secret, the right one first; slips of the pen are forgiven."""
_SECRET_LIKENESS = 80
_START = r"confid|vertrouwel|geheim|secret(?!a)|discret"
"""How such words begin, without accents; a secretariat keeps no secret."""
_FLAG = re.compile(rf"([^\w#]*)(?:{_START})[\w-]*[\s\"'»”’]*([:;=]?)([^#]*)")
_VIOLENCE = "violences-conjugales"
_SHELTERS = frozenset({"hebergement-d-urgence", "maison-d-accueil"})
_REFUGE = re.compile(
    r"\brefuges?\b(?!\s+pour\s+(?:animaux|chats|chiens))|"
    r"\badresse\s+(?:est\s+|reste\s+)?(?:tenue\s+)?(?:secr[èe]te|confidentielle)\b|"
    r"\bvluchthuis|\bgeheim\s+adres|\badres\s+(?:is|blijft)\s+geheim|"
    r"\b(?:secret|confidential)\s+address|\baddress\s+(?:is|stays)\s+(?:secret|confidential)",
    re.IGNORECASE,
)
"""Words by which a text calls itself a refuge, or an address a secret."""
_SIGNS = (
    b"confid", b"vertrouwel", b"geheim", b"secret", b"discret", b"refuge", b"vluchthuis", _VIOLENCE.encode(),
)  # fmt: skip
"""What none of the patterns of this module can do without, in a text as `ordinary.plain` gives it."""
_PLAIN_FLAG = re.compile(rf"\n[^\w#\n]*(?:{_START})".encode())
_PLAIN_REFUGE = re.compile(_REFUGE.pattern.replace("[èe]", "e").encode())
_KEYS_KEPT = 4096
"""Keys whose likeness to words of secrecy is remembered: a few dozen make every record."""
_MARKS = " \t\"'«»“”‘’,;.}"
_LONGEST_ANSWER, _LONGEST_WORD = 40, 12
"""Characters of an answer after a colon, and without one: a longer rest is a sentence that begins with the word."""


def surely_open(plain: bytes) -> bool:
    """Return whether a text (as `ordinary.plain` gives it) surely says nothing of a secret address.

    Then `is_sensitive` and `lines_claim_secrecy` find nothing in it; where this says no, they tell.
    """
    if any(map(plain.__contains__, _SIGNS)) and _may_say_secret(plain):
        return False
    *before_colons, _ = plain.replace(b"\n", b" ").replace(b" :", b":").split(b":")
    return not any(map(_may_be_secret_key, {text.rpartition(b" ")[2] for text in before_colons}))


def _may_say_secret(plain: bytes) -> bool:
    if _PLAIN_FLAG.search(b"\n" + plain) or _PLAIN_REFUGE.search(plain) or FORME_SECRETE.encode() in plain:
        return True
    return shelters_victims(id_ for id_ in (_VIOLENCE, *_SHELTERS) if id_.encode() in plain)


@lru_cache(maxsize=_KEYS_KEPT)
def _may_be_secret_key(word: bytes) -> bool:
    return not word or any(says_secret(key) for key in _KEY.findall(word.decode("ascii") + ":"))


def is_sensitive(text: str) -> bool:
    """Return whether a file says that its address is secret, or is about a refuge: then nothing of it is repeated."""
    lower = text.lower()
    if calls_itself_refuge(text) or shelters_victims(id_ for id_ in (_VIOLENCE, *_SHELTERS) if id_ in lower):
        return True
    if FORME_SECRETE in lower or any(says_secret(key) for key in set(_KEY.findall(lower))):
        return True
    return any(_FLAG.match(line) for line in _plain_lines(text.splitlines()))


def calls_itself_refuge(text: str) -> bool:
    """Return whether a text calls itself a refuge, or an address a secret."""
    return _REFUGE.search(text) is not None


def shelters_victims(words: Iterable[str]) -> bool:
    """Return whether ids of themes and nature are those of a shelter for victims of a partner's violence."""
    found = frozenset(words)
    return _VIOLENCE in found and not _SHELTERS.isdisjoint(found)


def data_is_sensitive(data: Any) -> bool:
    """Return whether the data read says so, where the text hid it (an escaped letter, a key on two lines)."""
    return isinstance(data, dict) and any(says_secret(key) for key in data)


def lines_claim_secrecy(lines: Iterable[str], *, readable: bool) -> bool:
    """Return whether a line is such a flag: `confidentiel true`, `confidentiel; oui`, `CONFIDENTIEL`.

    In a file that YAML reads, a flag with a colon is a key of the data (`data_claims_secrecy`), and a word alone,
    further in, may be part of a text.
    """
    for line in _plain_lines(lines):
        if match := _FLAG.match(line):
            sign, answer = match[2], match[3].strip(_MARKS)
            if answer in _NON:
                continue
            alone = not sign and len(answer) <= _LONGEST_WORD and (not readable or not match[1].strip("\"'«“‘"))
            if answer in OUI or alone or (sign and not readable and len(answer) <= _LONGEST_ANSWER):
                return True
        elif not readable and any(says_secret(key) for key in _KEY.findall(line)):
            return True
    return False


def data_claims_secrecy(data: Any) -> bool:
    """Return whether a key of the data, anywhere, says that it is secret and is not answered by a plain no."""
    return any(value not in _NON for value in _answers(data))


def is_plain_flag(data: Any) -> bool:
    """Return whether the flag is written as it should be: `confidentiel: oui`, at the root."""
    return isinstance(data, dict) and str(data.get(CLE, "")).strip().lower() in OUI


def says_where(path: Sequence[str | int]) -> bool:
    """Return whether a path is that of a key that says where, or goes through one."""
    words = [str(part).lower() for part in path]
    return any(word in CLES_SECRETES for word in words[: words.index("courriels") if "courriels" in words else None])


def in_secret_place(data: Any, path: Sequence[str | int]) -> bool:
    """Return whether a path stands in a place whose form is `adresse-secrete`, in a record with a public one too."""
    places = data.get("lieux") if isinstance(data, dict) else None
    if len(path) < 2 or path[0] != "lieux" or not isinstance(places, list) or not isinstance(path[1], int):
        return False
    place = places[path[1]]
    return isinstance(place, dict) and place.get("forme") == FORME_SECRETE


def _plain_lines(lines: Iterable[str]) -> Iterator[str]:
    return (unaccented(line.lower()) for line in lines if not line.lstrip().startswith("#"))


@lru_cache(maxsize=_KEYS_KEPT)
def says_secret(key: str) -> bool:
    """Return whether a key says, however clumsily, that something is secret."""
    from rapidfuzz import fuzz

    plain = unaccented(key.strip().lower()).replace("_", "-")
    if "confid" in plain or re.match(_START, plain):
        return True
    return any(fuzz.ratio(plain, word) >= _SECRET_LIKENESS for word in _SECRET_WORDS)


def _answers(data: Any) -> Iterator[str]:
    """Values of the keys that say secret; a list or a block counts as one."""
    if isinstance(data, dict):
        for key, value in data.items():
            if says_secret(str(key)):
                yield value.strip().lower() if isinstance(value, str) else "…"
            else:
                yield from _answers(value)
    elif isinstance(data, list):
        for value in data:
            yield from _answers(value)
