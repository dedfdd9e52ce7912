"""What went wrong where YAML cannot be read: the slip that somebody most likely made, at the line where it stands.

YAML's parser stops where it understands nothing any more, which is often far below the slip; so the plain slips are
looked for first, from the top of the file down to that place.
"""

import re
from dataclasses import dataclass
from functools import cache

import yaml

from carte_sociale.loading.corrections import line_requoted, line_with_quotes
from carte_sociale.loading.document import Document
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.structure import parents_of_key
from carte_sociale.problems import Problem

_SYNTAX = (
    ("mapping values are not allowed", "yaml-deux-points"),
    ("found unexpected end of stream", "yaml-guillemet-ouvert"),
    ("found unexpected document indicator", "yaml-guillemet-ouvert"),
    ("found unknown escape", "yaml-barre-oblique"),
    ("cannot start any token", "yaml-caractere-reserve"),
    ("did not find expected ','", "yaml-crochet-ouvert"),
    ("did not find expected node content", "yaml-crochet-ouvert"),
    ("did not find expected '-'", "yaml-indentation"),
    ("did not find expected key", "yaml-indentation"),
    ("could not find expected ':'", "yaml-deux-points-manquant"),
    ("undefined alias", "yaml-ancre"),
    ("did not find expected alphabetic", "yaml-caractere-reserve"),
)

_LONGEST = 200
"""Characters of the longest line that is repeated as it should be."""

_CLOSED_TOO_SOON = re.compile(
    r"[:,\[{-]\s*(?:'[^']*'(?:[^\s,\]}'#:]|\s+[^\s,\]}#:])|\"(?:[^\"\\]|\\.)*\"\s*[^\s,\]}#:])"
)
_COLON_IN_BRACES = re.compile(r"[{,]\s*\w+:\s+[^\s\"'{\[,}][^\"{\[,}]*:\s")
_STUCK_COLON = re.compile(r"(\s*(?:- )?[a-z_]+):([^\s/:].{0,80})")
_KEY_AT_START = re.compile(r"\s+[\w-]+:")
_KEY_LINE = re.compile(r"(\s*)((?:- +)?)([A-Za-z_]+):(?:\s|$)")
_NO_COLON = re.compile(r"(\s*(?:- +)?)([a-z_]+)(?:\s+(\S.*?))?\s*")
_STUCK_DASH = re.compile(r"(\s*)-([a-z_]+:(?:\s.*|$))")
_QUOTE_OPEN = re.compile(r"\s*(?:- +)?[A-Za-z_]+:\s+((\"|')(?:(?!\2).)*)")
_IN_BRACES = re.compile(r"\{\s*([a-z_]+):")


@dataclass(frozen=True, slots=True)
class _Slip:
    """A slip found by its look: `ligne` and `mieux` (the line as it should be) go to the message."""

    code: str
    ligne: int
    colonne: int
    mieux: str


def syntax_problem(document: Document, error: yaml.YAMLError) -> Problem:
    """Return the problem that an error of YAML's parser stands for."""
    mark = getattr(error, "problem_mark", None)
    ligne, colonne = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    ligne = min(ligne, len(document.lignes))
    code = next((code for part, code in _SYNTAX if part in str(error)), "yaml-illisible")
    if slip := _slip(document.lignes, code, ligne):
        proche = "" if document.sensible else slip.mieux.strip()[:_LONGEST]
        return document.a(slip.code, slip.ligne, slip.colonne, proche=proche)
    if code in ("yaml-guillemet-ouvert", "yaml-crochet-ouvert") and (context := getattr(error, "context_mark", None)):
        ligne, colonne = min(context.line + 1, len(document.lignes)), context.column + 1
    code = _likelier(code, document.lignes, ligne, colonne)
    mend = {"yaml-deux-points": line_with_quotes, "yaml-guillemet-interieur": line_requoted}.get(code)
    proche = mend(document.lignes[ligne - 1]) if mend and not document.sensible else ""
    ecrit, retrait = _indents(document.lignes, ligne) if code == "yaml-indentation" else ("", "")
    return document.a(code, ligne, colonne, proche=proche, ecrit=ecrit, retrait=retrait)


def _slip(lines: tuple[str, ...], code: str, ligne: int) -> _Slip | None:
    """Return a plain slip at the place where YAML stopped or above it."""
    near = range(ligne, max(0, ligne - 3), -1)
    if code in ("yaml-deux-points-manquant", "yaml-deux-points"):
        for number in near:
            if stuck := _STUCK_COLON.fullmatch(lines[number - 1]):
                better = f"{stuck[1]}: {stuck[2]}"[:100]
                return _Slip("yaml-espace-manquante", number, stuck.end(1) + 1, better)
    for number in range(1, ligne + 1):
        if slip := _open_quote(lines, number):
            return slip
    for number in near:
        if dash := _STUCK_DASH.fullmatch(lines[number - 1][:_LONGEST]):
            return _Slip("yaml-tiret-colle", number, dash.end(1) + 1, f"- {dash[2]}")
        if slip := _comma_left_out(lines[number - 1][:_LONGEST], number):
            return slip
    if code in ("yaml-deux-points-manquant", "yaml-deux-points", "yaml-indentation"):
        for number in near:
            if slip := _colon_left_out(lines[number - 1], number):
                return slip
    return None


def _open_quote(lines: tuple[str, ...], number: int) -> _Slip | None:
    """A quotation mark that is still open where the next line begins with a key."""
    line = lines[number - 1]
    match = _QUOTE_OPEN.fullmatch(line)
    if match is None or number >= len(lines) or match[1].endswith("\\"):
        return None
    following = _KEY_LINE.match(lines[number])
    if following is None or following[3] not in parents_of_key():
        return None
    return _Slip("yaml-guillemet-ouvert", number, match.start(1) + 1, line.rstrip() + match[2])


def _comma_left_out(line: str, number: int) -> _Slip | None:
    """`{fr: Accueil nl: Onthaal}`: a key of the same block where no comma stands before it."""
    first = _IN_BRACES.search(line)
    if first is None:
        return None
    for match in re.finditer(r"(?<=[^\s,{:\[])(\s+)([a-z_]+):(?=\s)", line[first.end() :]):
        if match[2] in _sisters(first[1]) - {first[1]}:
            place = first.end() + match.start(1)
            return _Slip("yaml-virgule-manquante", number, place + 1, f"{line[:place]},{line[place:]}")
    return None


@cache
def _sisters(key: str) -> frozenset[str]:
    """Return the keys that may stand in a block beside this one."""
    if key in LANGUES_DU_SITE:
        return frozenset(LANGUES_DU_SITE)
    blocks = set(parents_of_key().get(key, ()))
    return frozenset(k for k, parents in parents_of_key().items() if blocks & set(parents)) - set(LANGUES_DU_SITE)


def _colon_left_out(line: str, number: int) -> _Slip | None:
    """A line that begins with a known key, then a value or nothing, and has no colon."""
    match = _NO_COLON.fullmatch(line[:_LONGEST])
    if match is None or match[2] not in parents_of_key() or match[2] in LANGUES_DU_SITE:
        return None
    if re.search(r":(?:\s|$)", line):
        return None
    better = f"{match[1].strip()} {match[2]}: {match[3] or ''}".strip()
    return _Slip("yaml-deux-points-manquant", number, match.end(2) + 1, better)


def _indents(lines: tuple[str, ...], ligne: int) -> tuple[str, str]:
    """Return how many spaces a line begins with and how many it should, where a line above makes that plain."""
    spaces = len(lines[ligne - 1]) - len(lines[ligne - 1].lstrip(" "))
    columns: list[int] = []
    ceiling = 1_000
    for line in reversed(lines[: ligne - 1]):
        key = _KEY_LINE.match(line)
        if key is None or len(key[1]) >= ceiling:
            continue
        columns += [len(key[1]) + len(key[2])] + [len(key[1])] * bool(key[2])
        ceiling = len(key[1])
    near = min(columns, key=lambda column: (abs(column - spaces), columns.index(column)), default=spaces)
    return (str(spaces), str(near)) if 0 < abs(near - spaces) <= 2 else ("", "")


def _likelier(code: str, lines: tuple[str, ...], ligne: int, colonne: int) -> str:
    """Return what most likely went wrong, where YAML's own words fit several slips."""
    line = lines[ligne - 1]
    if code in ("yaml-indentation", "yaml-crochet-ouvert") and _CLOSED_TOO_SOON.search(line[:2000]):
        return "yaml-guillemet-interieur"
    if code == "yaml-crochet-ouvert" and _COLON_IN_BRACES.search(line[:2000]):
        return "yaml-deux-points"
    first_colon = _KEY_AT_START.match(line)
    if code == "yaml-deux-points" and first_colon and first_colon.end() == colonne:
        return "yaml-indentation"  # the colon of a key that stands further right than its sisters
    return code
