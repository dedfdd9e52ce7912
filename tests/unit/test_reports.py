import json

import pytest

from carte_sociale.problems import Problem
from carte_sociale.reports import FORMATS, Bilan, as_github, as_json, as_markdown, as_text, one_line, summary

ERREUR = Problem(
    "organisations/a/x.yml",
    4,
    9,
    "valeur-hors-vocabulaire",
    "nature",
    "cpass",
    "nature: cpass",
    {"vocabulaire": "natures", "proche": "cpas", "attendus": "cpas, …"},
)
AVERTISSEMENT = Problem("organisations/a/x.yml", 6, 1, "manque-nl", "resume", "", "resume:", {"cle": "resume"})
BILAN = Bilan(2, [ERREUR, AVERTISSEMENT])
COMPARE = Bilan(2, [ERREUR, AVERTISSEMENT], frozenset({AVERTISSEMENT}))


def test_the_text_underlines_the_place_and_counts() -> None:
    lines = as_text(BILAN, "fr").splitlines()
    assert lines[0] == "organisations/a/x.yml:4:9  erreur  [valeur-hors-vocabulaire]"
    assert lines[1] == "    4 | nature: cpass"
    assert lines[2].index("^") == lines[1].index("cpass")
    assert "À faire : " in lines[4]
    assert lines[-1] == "fiches lues : 2, erreurs : 1, avertissements : 1."


def test_a_column_beyond_the_excerpt_is_marked_at_its_end() -> None:
    far = Problem("x.yml", 1, 500, "manque-nl", "resume", "", "court", {"cle": "resume"})
    excerpt, caret = as_text(Bilan(1, [far]), "fr").splitlines()[1:3]
    assert caret.index("^") == len(excerpt)


@pytest.mark.parametrize(
    ("langue", "words"), [("fr", "Tout est en ordre."), ("nl", "Alles is"), ("en", "All is well.")]
)
def test_nothing_wrong_is_said(langue: str, words: str) -> None:
    assert words in summary(Bilan(3, []), langue)
    assert words not in summary(BILAN, langue)


def test_only_errors_block() -> None:
    assert BILAN.invalide
    assert not Bilan(1, [AVERTISSEMENT]).invalide


def test_one_line_is_what_editors_click_on() -> None:
    assert one_line(ERREUR, "nl").startswith("organisations/a/x.yml:4:9: fout: ")
    assert "\n" not in one_line(ERREUR, "nl")


def test_a_github_annotation_says_what_was_there_before() -> None:
    new, old, _ = as_github(COMPARE, "fr").splitlines()
    assert ",title=valeur-hors-vocabulaire::" in new
    assert ",title=manque-nl (déjà là)::" in old
    assert "déjà là" not in as_github(BILAN, "fr")


def test_github_annotations_escape_what_would_end_them() -> None:
    odd = Problem(
        "organisations/100%,a:b\n.yml", 3, 7, "valeur-hors-vocabulaire", "nature", "a%b\r\n::error::c", "",
        {"vocabulaire": "natures", "attendus": "x"},
    )  # fmt: skip
    annotation, total = as_github(Bilan(1, [odd]), "fr").split("\n")
    place, _, words = annotation.removeprefix("::").partition("::")
    assert place == "error file=organisations/100%25%2Ca%3Ab%0A.yml,line=3,col=7,title=valeur-hors-vocabulaire"
    assert "a%25b" in words
    assert "\r" not in annotation
    assert total == "fiches lues : 1, erreurs : 1, avertissements : 0."


def test_github_tells_warnings_from_errors() -> None:
    assert [line.split(" ")[0] for line in as_github(BILAN, "fr").splitlines()[:2]] == ["::error", "::warning"]


def test_markdown_puts_what_is_new_first_and_folds_the_rest() -> None:
    text = as_markdown(COMPARE, "fr")
    new, old = text.split("<details>")
    assert "Ce que cette modification amène" in new
    assert "❌" in new
    assert "⚠️" not in new
    assert old.startswith("<summary>Ce qui était déjà là (1)</summary>\n\n| |")
    assert old.endswith("</details>")


def test_markdown_cells_hold_whatever_a_record_holds() -> None:
    odd = Problem(
        "organisations/a/x.yml", 1, 1, "valeur-hors-vocabulaire", "nature", "a|b <img src=x> @equipe\n# titre", "",
        {"vocabulaire": "natures", "attendus": "x"},
    )  # fmt: skip
    table = as_markdown(Bilan(1, [odd]), "fr").split("\n\n")[2].splitlines()
    assert len(table) == 3
    assert table[2].replace("\\|", "").count("|") == 5
    assert "<img" not in table[2]
    assert "@equipe" not in table[2]


def test_markdown_of_nothing_is_short() -> None:
    assert (
        as_markdown(Bilan(2, []), "en")
        == "### Check of the records\n\nrecords read: 2, errors: 0, warnings: 0. All is well."
    )


def test_json_says_what_is_new_only_where_it_was_compared() -> None:
    plain, compared = (json.loads(as_json(bilan, "en"))["problemes"] for bilan in (BILAN, COMPARE))
    assert all("nouveau" not in row for row in plain)
    assert [row["nouveau"] for row in compared] == [True, False]
    assert [row["gravite"] for row in plain] == ["erreur", "avertissement"]


@pytest.mark.parametrize("langue", ["fr", "nl", "en"])
def test_every_format_speaks_every_language(langue: str) -> None:
    for format_ in FORMATS.values():
        assert AVERTISSEMENT.message(langue) in format_(BILAN, langue)


ETRANGE = Problem(
    "organisations/uccle/la\nmaison\x1b[31m\u202e`|\udce9.yml", 1, 9, "valeur-hors-vocabulaire", "nature\x1b[0m",
    "[ici](https://a.be) ![](https://b.be/c.png) *d* #1", "nature: \x1b]0;titre\x07\u202e",
    {"vocabulaire": "natures", "attendus": "x"},
)  # fmt: skip


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_of_a_file_steers_a_terminal(format_: str) -> None:
    text = FORMATS[format_](Bilan(1, [ETRANGE]), "fr")
    text.encode()
    assert {sign for sign in text if not sign.isprintable()} <= {"\n", "\u200b", "\xa0"}


def test_a_strange_name_is_written_out_on_one_line() -> None:
    name = r"organisations/uccle/la\nmaison\x1b[31m\u202e`|\udce9.yml"
    assert as_text(Bilan(1, [ETRANGE]), "fr").startswith(f"{name}:1:9  erreur")
    assert one_line(ETRANGE, "fr").startswith(f"{name}:1:9: erreur")
    assert f"| `` {name.replace('|', chr(92) + '|')}:1:9 `` |" in as_markdown(Bilan(1, [ETRANGE]), "fr")


def test_json_and_github_keep_the_name_that_a_machine_looks_for() -> None:
    assert json.loads(as_json(Bilan(1, [ETRANGE]), "fr"))["problemes"][0]["fichier"] == ETRANGE.fichier
    assert as_github(Bilan(1, [ETRANGE]), "fr").startswith(
        r"::error file=organisations/uccle/la%0Amaison\x1b[31m\u202e`|\udce9.yml,line=1"
    )


def test_the_mark_stays_below_its_place_whatever_the_line_holds() -> None:
    excerpt, caret = as_text(Bilan(1, [ETRANGE]), "fr").splitlines()[1:3]
    assert excerpt.startswith("    1 | nature:  ]0;titre")
    assert caret.index("^") == len("    1 | nature: ")


def test_markdown_makes_no_link_and_tells_nobody() -> None:
    row = as_markdown(Bilan(1, [ETRANGE]), "fr").splitlines()[-1]
    assert r"\[ici\](https" in row
    assert r"!\[\](https" in row
    assert r"\*d\*" in row
    assert "#1" not in row
