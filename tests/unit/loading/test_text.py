import pytest

from carte_sociale.loading.text import TAILLE_MAX, read_text


@pytest.mark.parametrize(
    ("octets", "expected"),
    [
        (b"nom: a\n", []),
        (b"nom: a\r\nsigle: b\r\n", []),
        ("nom: é\n".encode(), []),
        (b"", [("fichier-vide", 1, 1)]),
        (b" \n\n", [("fichier-vide", 1, 1)]),
        (b"\xef\xbb\xbfnom: a\n", [("marque-bom", 1, 1)]),
        ("nom: a\nsigle: é\n".encode("latin-1"), [("encodage", 2, 8)]),
        ("nom: a\n".encode("utf-16"), [("encodage-utf16", 1, 1)]),
        ("nom: a\n".encode("utf-16-be"), [("encodage-utf16", 1, 1)]),
        ("nom: é\n".encode("utf-16-le"), [("encodage-utf16", 1, 1)]),
        ("nom: é\n".encode("utf-32-le"), [("encodage-utf16", 1, 1)]),
        (b"nom: a\x00b\n", [("caractere-interdit", 1, 7)]),
        ("nom: a\u200bb\n".encode(), [("caractere-interdit", 1, 7)]),
        ("nom: a\u2028b\n".encode(), [("caractere-interdit", 1, 7)]),
        ("nom: a\u202eb\n".encode(), [("caractere-interdit", 1, 7)]),
        ("nom: a\ufeffb\n".encode(), [("caractere-interdit", 1, 7)]),
        (b"nom:\n\tfr: a\n", [("tabulation", 2, 1)]),
        (b"nom:\n  \tfr: a\n", [("tabulation", 2, 3)]),
        ("nom:\n\u00a0 fr: a\n".encode(), [("espace-speciale", 2, 1)]),
        (b"<<<<<<< HEAD\nnom: a\n=======\nnom: b\n>>>>>>> x\n", [("conflit-de-fusion", 1, 1)]),
        (b"nom: ======= a\n", []),
        (b"x" * (TAILLE_MAX + 1), [("fichier-trop-gros", 1, 1)]),
    ],
)
def test_bytes(octets, expected):
    _, text, problems = read_text("a.yml", octets)
    assert [(p.code, p.ligne, p.colonne) for p in problems] == expected
    assert (text is None) == any(code != "marque-bom" for code, _, _ in expected)


def test_tab_offers_the_line_with_spaces():
    _, _, (problem,) = read_text("a.yml", b"nom:\n\tfr: a\n")
    assert problem.contexte["proche"] == "  fr: a"


@pytest.mark.parametrize(
    ("above", "line", "expected"),
    [
        ("services:\n  - id: a\n    acces: [telephone]\n", "\tfrais: gratuit", "    frais: gratuit"),
        ("services:\n  - id: a\n", "\tfrais: gratuit", "    frais: gratuit"),
        ("    horaires:\n", "\t- quand: lun 9h-12h", "      - quand: lun 9h-12h"),
        ("    publics:\n      - jeunes\n", "\t- adultes", "      - adultes"),
        ("", "\tnom: a", "nom: a"),
    ],
)
def test_the_spaces_offered_are_those_of_the_block(above, line, expected):
    _, _, (problem,) = read_text("a.yml", f"{above}{line}\n".encode())
    assert problem.contexte["proche"] == expected


def test_a_second_tab_stands_deeper_than_the_first():
    _, _, problems = read_text("a.yml", b"contacts:\n\tcourriels:\n\n\t\t- adresse: a@b.be\n")
    assert [problem.contexte["proche"] for problem in problems] == ["  courriels:", "    - adresse: a@b.be"]
