"""From the bytes of a file to text that YAML can read, or to what is wrong with them."""

import re

from carte_sociale.loading.document import Document
from carte_sociale.loading.ordinary import plain
from carte_sociale.loading.secrecy import is_sensitive, lines_claim_secrecy, surely_open
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.structure import known_keys
from carte_sociale.problems import Problem

TAILLE_MAX = 100_000
"""Bytes of the largest record that is read; the largest real one is under 10,000. To answer twice as many, all of them
wrong, takes two seconds."""

TAILLE_MAX_DONNEES = 4_000_000
"""Bytes of the largest file of `content/_data` that is read."""

IMAGE = {"fr": "une image", "nl": "een beeld", "en": "a picture"}
DOCUMENT = {"fr": "un document Word ou PDF", "nl": "een Word- of pdf-document", "en": "a Word or PDF document"}

_HEAD = 400
"""Bytes at the start of a file that tell its encoding."""
_TAB_BLOCK = 100
"""Lines above one that begins with a tab where the first such line is looked for."""
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
_ALONE = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    r"\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff"
    r"\U0001d173-\U0001d17a\U000e0000-\U0010ffff"
)
_ACCENT = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
FORBIDDEN = re.compile(
    rf"[{_ALONE}]|(?<![\u0600-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?=[\u200c\u200d])|{_ACCENT}(?={_ACCENT}{{4}})|"
    r"(?<![#*0-9\u00a9\u00ae\u200d\u2010-\U0010ffff])[\ufe00-\ufe0f]"
)
"""Control characters, and what nobody sees or can read: zero-width and blank signs, soft hyphens, breaks of line only
YAML counts, turns of direction, invisible tags, private signs, heaps of accents.

Joiners (U+200C, U+200D) and choices of form (U+FE0F) stay where Persian, Hindi and emoji need them, and not in a word
of ours, where they would hide from a search.
"""
_SIGNATURES = {
    **dict.fromkeys((b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*"), IMAGE),
    **dict.fromkeys((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"), DOCUMENT),
}
"""How files that hold no text begin: photos, then PDF, Word (with any zip) and RTF."""
_CURLY = re.compile(r"(\s*(?:- +)?(?:([A-Za-z_]+):\s+|(?<=- )))([“”„«»])([^\"\\“”„«»]*)[“”„«»]\s*")
_TO_LOOK_AT = ("<" * 7, ">" * 7, "|" * 7, "=" * 7, *"“”„«»")
"""What lines of an ordinary text may hold that has to be told, or straightened."""
_INDENT_TAB = re.compile(r"[ ]*\t")
_INDENT_OTHER = re.compile(r"[ ]*[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def read_text(fichier: str, octets: bytes, limite: int = TAILLE_MAX) -> tuple[Document, str | None, list[Problem]]:
    """Return the file without data, its text (None where it cannot be read) and its problems."""
    empty = Document(fichier, ())
    if octets.startswith(tuple(_SIGNATURES)):
        sort = next(sort for start, sort in _SIGNATURES.items() if octets.startswith(start))
        return empty, None, [empty.a("fichier-pas-texte", 1, 1, sorte=sort)]
    if len(octets) > limite:
        empty = _unread(fichier, (), octets[:limite].decode("utf-8", "replace"))
        return empty, None, [empty.a("fichier-trop-gros", 1, 1, limite=limite // 1000)]
    if _is_utf16(octets):
        empty = _unread(fichier, (), octets.decode("latin-1"))
        return empty, None, [empty.a("encodage-utf16", 1, 1)]
    try:
        text = octets.decode("utf-8")
    except UnicodeDecodeError as error:
        line = octets.count(b"\n", 0, error.start) + 1
        column = error.start - (octets.rfind(b"\n", 0, error.start) + 1) + 1
        empty = _unread(fichier, (), octets.decode("latin-1") + "\n" + octets.decode("utf-8", "ignore"))
        return empty, None, [empty.a("encodage", line, column)]
    bom = text.startswith("\ufeff")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = tuple(text.split("\n"))
    seen = plain(text)
    document = Document(fichier, lines) if seen is not None and surely_open(seen) else _unread(fichier, lines, text)
    problems = [document.a("marque-bom", 1, 1)] if bom else []
    if seen is not None and seen.strip() and not any(sign in text for sign in _TO_LOOK_AT):
        return document, text, problems
    if not text.strip():
        return document, None, [*problems, document.a("fichier-vide", 1, 1)]
    blocking = _one_a_conflict(
        [problem for number, line in enumerate(lines, start=1) for problem in _line_problems(document, number, line)],
        lines,
    )
    if blocking:
        return document, None, problems + blocking
    straight, curly = _straightened(document)
    return document, straight, problems + curly


def _is_utf16(octets: bytes) -> bool:
    """Return whether a file was saved as UTF-16 or UTF-32.

    Without its mark, every second byte of Latin letters is NUL; a terminal would show such lines as plain text.
    """
    if octets[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    return any(half and half.count(0) > len(half) / 2 for half in (octets[1:_HEAD:2], octets[0:_HEAD:2]))


def _one_a_conflict(problems: list[Problem], lines: tuple[str, ...]) -> list[Problem]:
    """Say each conflict once, at its first mark."""
    kept: list[Problem] = []
    within = False
    for problem in problems:
        if problem.code != "conflit-de-fusion":
            kept.append(problem)
            continue
        sign = lines[problem.ligne - 1][0]
        if not within:
            kept.append(problem)
        within = sign == "<" or (within and sign != ">")
    return kept


def _straightened(document: Document) -> tuple[str, list[Problem]]:
    """Return the text with straight quotation marks where Word's stand around a value, and a problem for each.

    What is within is read all the same, so that one slip has one answer. In a text people may quote as they like.
    """
    problems: list[Problem] = []
    lines = list(document.lignes)
    for number, line in enumerate(document.lignes, start=1):
        match = _CURLY.fullmatch(line) if len(line) <= 500 and not line.isascii() else None
        if match is None or (match[2] or "") in LANGUES_DU_SITE or not match[4].strip():
            continue
        if match[2] and match[2] not in known_keys():
            continue
        value = f'"{match[4].strip()}"'
        lines[number - 1] = f'{match[1]}"{match[4]}"'
        proche = "" if document.sensible else f"{match[1].strip()} {value}"[:200]
        problems.append(document.a("guillemets-courbes", number, match.start(3) + 1, proche=proche))
    return "\n".join(lines), problems


def _unread(fichier: str, lines: tuple[str, ...], text: str) -> Document:
    """The file with what its lines say of secrecy; YAML may tell more (`records.read_document`).

    NUL is dropped: Latin letters saved as UTF-16 or UTF-32 are then themselves, were a byte lost on the way.
    """
    text = text.replace("\x00", "")
    claims = lines_claim_secrecy(text.splitlines(), readable=False)
    return Document(fichier, lines, sensible=claims or is_sensitive(text), confidentiel=claims)


def _line_problems(document: Document, number: int, line: str) -> list[Problem]:
    if _CONFLICT.match(line):
        return [document.a("conflit-de-fusion", number, 1)]
    if match := _INDENT_TAB.match(line):
        mended = "" if document.sensible or len(line) > 100 else _with_spaces(document.lignes, number)
        return [document.a("tabulation", number, match.end(), proche=mended)]
    if match := _INDENT_OTHER.match(line):
        return [document.a("espace-speciale", number, match.end())]
    if match := FORBIDDEN.search(line):
        return [document.a("caractere-interdit", number, match.start() + 1, caractere=f"U+{ord(match[0]):04X}")]
    return []


def _with_spaces(lines: tuple[str, ...], number: int) -> str:
    """Return a line that begins with tabs with the spaces that the lines above it call for."""
    first = number
    while first > max(1, number - _TAB_BLOCK) and (_INDENT_TAB.match(lines[first - 2]) or not lines[first - 2].strip()):
        first -= 1
    deeper = _tabs(lines[number - 1]) - _tabs(lines[first - 1])
    text = lines[number - 1].strip()
    spaces = max(0, _indent_below(lines[first - 2], text) + 2 * deeper) if first > 1 else 0
    return (" " * spaces + text).replace("\t", "  ")


def _tabs(line: str) -> int:
    return line[: len(line) - len(line.lstrip())].count("\t")


def _indent_below(line: str, text: str) -> int:
    """Return how many spaces a text needs under a line: two more where that line opens a block."""
    spaces = len(line) - len(line.lstrip())
    item = line.lstrip().startswith("- ")
    if item and text.startswith("- "):
        return spaces
    return spaces + 2 * item + 2 * line.rstrip().endswith(":")
