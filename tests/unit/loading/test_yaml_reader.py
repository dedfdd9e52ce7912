import pytest

from carte_sociale.loading.text import read_text
from carte_sociale.loading.yaml_reader import read_yaml


def read(text):
    document, readable, problems = read_text("a.yml", text.encode())
    assert problems == []
    assert readable is not None
    return read_yaml(document, readable)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 12:30\n", {"a": "12:30"}),
        ("a: 0123\n", {"a": "0123"}),
        ("a: no\nb: ~\nc: 1e3\n", {"a": "no", "b": "~", "c": "1e3"}),
        ("a: 2026-01-31\n", {"a": "2026-01-31"}),
        ("a: [x, 'y', \"z\"]\n", {"a": ["x", "y", "z"]}),
        ("a:\n  b: >-\n    c\n    d\n", {"a": {"b": "c d"}}),
    ],
)
def test_every_scalar_stays_a_string(text, expected):
    document, problems = read(text)
    assert (document.donnees, problems) == (expected, [])


def test_places_of_values_and_keys():
    document, _ = read("nom: {fr: é, nl: b}\nlieux:\n  - id: c\n")
    assert document.places[("nom", "nl")] == (1, 18)
    assert document.cles[("nom", "nl")] == (1, 14)
    assert document.places[("lieux", 0, "id")] == (3, 9)


@pytest.mark.parametrize(
    ("text", "code", "ligne", "colonne"),
    [
        ("a: b: c\n", "yaml-deux-points", 1, 5),
        ('a: "b\nc: d\n', "yaml-guillemet-ouvert", 1, 4),
        ("a: 'b\nc: d\n", "yaml-guillemet-ouvert", 1, 4),
        ('a: "\\p"\n', "yaml-barre-oblique", 1, 5),
        ("a: @b\n", "yaml-caractere-reserve", 1, 4),
        ("a: `b\n", "yaml-caractere-reserve", 1, 4),
        ("a: [b, c\nd: e\n", "yaml-crochet-ouvert", 1, 4),
        ("a: {b: c\nd: e\n", "yaml-crochet-ouvert", 1, 4),
        ("a:\n  - b\n c: d\n", "yaml-indentation", 3, 2),
        ("a:\n    b: c\n  d: e\n", "yaml-indentation", 3, 3),
        ("a: b\nccc\nd: e\n", "yaml-deux-points-manquant", 3, 1),
        ("a:b\nc: d\n", "yaml-espace-manquante", 1, 2),
        ("a: {fr: b: c, nl: d}\n", "yaml-deux-points", 1, 4),
        ("a: 'l'eau'\n", "yaml-guillemet-interieur", 1, 7),
        ("a: &x b\n", "yaml-ancre", 1, 4),
        ("&x a: b\n", "yaml-ancre", 1, 1),
        ("a: *x\n", "yaml-ancre", 1, 4),
        ("a: !!str b\n", "yaml-etiquette", 1, 4),
        ("a: !b c\n", "yaml-etiquette", 1, 4),
        ("a: b\n---\nc: d\n", "yaml-plusieurs-documents", 2, 1),
        ("a: " + "[" * 14 + "]" * 14 + "\n", "yaml-trop-profond", 1, 16),
        ("a: b\na: c\n", "cle-double", 2, 1),
        ("a: {b: c, b: d}\n", "cle-double", 1, 11),
        ("? [a]\n: b\n", "cle-illisible", 1, 3),
        ('a: "x\\0y"\n', "caractere-interdit", 1, 4),
        ('a: "x\\ey"\n', "caractere-interdit", 1, 4),
    ],
)
def test_problem_with_its_place(text, code, ligne, colonne):
    _, problems = read(text)
    assert (code, ligne, colonne) in [(p.code, p.ligne, p.colonne) for p in problems]


def test_colon_in_a_text_offers_the_line_with_quotes():
    _, (problem,) = read("nom: Centre: accueil\n")
    assert problem.contexte["proche"] == 'nom: "Centre: accueil"'


def test_second_value_of_a_key_is_not_read_and_its_first_line_is_said():
    document, (problem,) = read("a: b\nc: d\na: e\n")
    assert document.donnees["a"] == "b"
    assert problem.contexte["premiere"] == 1
