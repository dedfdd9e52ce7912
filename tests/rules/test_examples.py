"""Whole files: a file that is added under `tests/examples` is a test more.

The first line of each file of `negatives/` says what must be found: `# attendu: code@line:column, …`.
"""

from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
POSITIVES = sorted((EXAMPLES / "positives").glob("*.yml"))
NEGATIVES = sorted((EXAMPLES / "negatives").glob("*.yml"))
MARK = "# attendu: "


def _found(verifie, path):
    problems = verifie({f"organisations/region/{path.name}": path.read_bytes()})
    return [f"{p.code}@{p.ligne}:{p.colonne}" for p in problems]


@pytest.mark.parametrize("path", POSITIVES, ids=lambda path: path.stem)
def test_positive(verifie, path):
    assert _found(verifie, path) == []


@pytest.mark.parametrize("path", NEGATIVES, ids=lambda path: path.stem)
def test_negative(verifie, path):
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith(MARK)
    assert _found(verifie, path) == first.removeprefix(MARK).split(", ")


def test_there_are_twenty_at_least():
    assert len(NEGATIVES) >= 20


@pytest.mark.parametrize("path", NEGATIVES, ids=lambda path: path.stem)
def test_every_problem_has_something_to_do(verifie, path):
    problems = verifie({f"organisations/region/{path.name}": path.read_bytes()})
    assert all(p.message(langue) and p.suggestion(langue) for p in problems for langue in ("fr", "nl", "en"))
