"""The catalogue of messages: whole, in three languages, with the same marks, and nothing in it that nobody says."""

import ast
import re
import string
from pathlib import Path

import pytest

from carte_sociale.loading.document import Document
from carte_sociale.problems import Gravite, Problem, catalogue

SOURCE = Path(__file__).resolve().parents[2] / "generator" / "carte_sociale"
LANGUES = {"fr", "nl", "en"}
CODE = re.compile(r"[a-z]+\d*(?:-[a-z0-9]+)*")
SAYS_A_CODE = {"probleme", "a", "refusal", "_matching"}
JARGON = ("string", "parse", "mapping", "token", "scalar", "null", "unicode", "regex", "array", "boolean", "payload")


def _marks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _strings_of_code() -> set[str]:
    """Every string of the source that looks like a code (docstrings do not)."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.add(node.value)
    return found


def _codes_said() -> set[str]:
    """Codes that the source gives directly to what makes a problem or a refusal."""
    said = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in SAYS_A_CODE:
                said |= {
                    arg.value
                    for arg in node.args
                    if isinstance(arg, ast.Constant) and isinstance(arg.value, str) and re.fullmatch(CODE, arg.value)
                    if "-" in arg.value or arg is node.args[0]
                }
    return said


def test_every_code_of_the_source_has_a_message():
    assert _codes_said() - set(catalogue()) == set()


def test_every_message_is_said_somewhere():
    forms = {f"attendu-{form}" for form in ("texte", "liste", "bloc", "nombre")}
    assert set(catalogue()) - _strings_of_code() - forms == set()


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_entry_is_whole(code):
    entry = catalogue()[code]
    parts = {"gravite", "message", "suggestion"}
    assert parts <= set(entry)
    assert Gravite(entry["gravite"])
    for part in set(entry) - {"gravite"}:
        assert set(entry[part]) == LANGUES
        marks = {langue: _marks(text) for langue, text in entry[part].items()}
        assert marks["fr"] == marks["nl"] == marks["en"]
        assert all(text == text.strip() and text for text in entry[part].values())
    assert all(part in _marks(entry[part]["fr"]) for part in set(entry) - parts)


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_no_word_of_programmers(code):
    words = " ".join(text for part in ("message", "suggestion") for text in catalogue()[code][part].values())
    words = words.replace("« Unicode »", "").replace("“Unicode”", "")
    assert [word for word in JARGON if re.search(rf"\b{word}s?\b", words, re.IGNORECASE)] == []


def test_suggestion_takes_the_near_value_when_there_is_one():
    near = Problem("a.yml", 1, 1, "cle-inconnue", contexte={"cle": "nomm", "proche": "nom"})
    far = Problem("a.yml", 1, 1, "cle-inconnue", contexte={"cle": "x", "proche": "", "attendus": "nom, nature"})
    assert near.suggestion("fr") == "Vouliez-vous dire « nom: » ?"
    assert "nom, nature" in far.suggestion("nl")


def test_context_by_language():
    problem = Problem("a.yml", 1, 1, "doublon-probable", contexte={"autre": "b.yml", "raison": {"fr": "x", "nl": "y"}})
    assert problem.message("fr").endswith("x.")
    assert problem.message("nl").endswith("y.")
    assert problem.message("en").endswith("….")


def test_problems_sort_by_place():
    later, first = Problem("a.yml", 2, 1, "fichier-vide"), Problem("a.yml", 1, 9, "tabulation")
    assert sorted([later, first]) == [first, later]


def test_sensitive_document_repeats_nothing():
    document = Document("a.yml", ("confidentiel: oui", "rue: SECRET"), sensible=True)
    problem = document.a("cle-inconnue", 2, 1, chemin=("SECRET",), valeur="SECRET", cle="SECRET", attendus="nom")
    shown = [problem.champ, problem.valeur, problem.extrait]
    shown += [text for langue in LANGUES for text in (problem.message(langue), problem.suggestion(langue))]
    assert not any("SECRET" in text for text in shown)
    assert "nom" in problem.suggestion("fr")
