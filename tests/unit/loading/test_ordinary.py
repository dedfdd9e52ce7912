"""What is said to be ordinary at a first look has nothing that a second look would find."""

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carte_sociale.loading import text as text_module
from carte_sociale.loading import yaml_reader
from carte_sociale.loading.document import Document
from carte_sociale.loading.ordinary import plain
from carte_sociale.loading.ordinary_yaml import VIDES, ordinary_data
from carte_sociale.loading.project import Donnees, read_data
from carte_sociale.loading.records import read_record
from carte_sociale.loading.secrecy import is_sensitive, lines_claim_secrecy, says_secret, surely_open
from carte_sociale.loading.text import FORBIDDEN, read_text
from carte_sociale.loading.yaml_reader import read_exactly

RACINE = Path(__file__).parents[3]
RECORDS = [path.read_text(encoding="utf-8") for path in sorted((RACINE / "organisations").rglob("*.yml"))]
tours = settings(max_examples=400, derandomize=True, database=None, deadline=None)

WORDS = st.sampled_from(
    (
        "confidentiel", "confidentieel", "Confidentiel", "CONFIDENTIAL", "confidentel", "vertrouwelijk", "geheim",
        "geheiim", "secret", "secrète", "secre\u0301te", "ſecret", "secretariat", "secrétaire", "discret", "concret",
        "adresse-secrete", "adresse", "adres", "address", "tenue", "reste", "stays", "is", "blijft", "refuge",
        "Refuges", "pour", "animaux", "vluchthuis", "violences-conjugales", "maison-d-accueil", "nom", "fr", "oui",
        "nl", "non", "conﬁdentiel", "CONFİDENTIEL", "confıdentiel", "œ", "ß", "ª", "³", "½",
    )
)  # fmt: skip
SIGNS = st.sampled_from(
    (":", " :", "  :", ": ", "：", "\n", "\n  ", " ", "\n- ", "\n# ", "#", '"', "'", "’", "«", "“", "{", "}", "[", "]",
     ",", "?", "-", "_", ";", "=", ".", "…", "–", "¨", "´", "\u00a0", "\u202f", "\t", "\x85", "\u2028", "\u0301", "*",
     "&a ", "!t ")
)  # fmt: skip
TEXTS = st.lists(WORDS | SIGNS | st.text(max_size=2), max_size=12).map("".join)


def test_an_ordinary_text_has_no_hidden_sign_and_no_other_space():
    seen = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000 and plain(chr(code)) is not None]
    assert {"a", "É", "œ", "’", "€", "\n", " "} <= set(seen)
    assert not [sign for sign in seen if FORBIDDEN.search(sign) or (sign.isspace() and sign not in "\n ")]


@pytest.mark.parametrize(("text", "expected"), [("Échoué à l'Été", b"echoue a l'ete"), ("œ’\n", b"0*\n")])
def test_plain(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize("text", ["a\tb", "a\u00a0b", "½", "Ł", "e\u0301", "：", "\x81"])
def test_not_plain(text):
    assert plain(text) is None


@tours
@given(text=TEXTS)
def test_what_is_surely_open_says_nothing_secret(text):
    seen = plain(text)
    if seen is not None and surely_open(seen):
        assert not is_sensitive(text)
        assert not any(lines_claim_secrecy(text.splitlines(), readable=readable) for readable in (True, False))


@pytest.mark.parametrize(
    "text",
    [
        "a: b\nconfidentiel: oui\n", "- geheim : ja", "{a: b, x: {confidentel: ja}}", "a: b, cnfidentiel  : oui",
        "a: b\nsecrèt ja", "a: «b»\n« Discret »", "fr: un refuge", "fr: son adresse\n  est tenue secrète",
        "nl: vluchthuis", "en: a secret address", "forme: adresse-secrete",
        "themes: [violences-conjugales]\nnature: maison-d-accueil",
    ],
)  # fmt: skip
def test_a_doubt(text):
    assert not surely_open(plain(text))


@tours
@given(text=TEXTS, around=st.sampled_from(RECORDS))
def test_ordinary_data_is_what_the_exact_reader_reads(text, around):
    at = len(text) * 37 % len(around)
    for written in (text, around[:at] + text + around[at:]):
        data = ordinary_data(written)
        if data is None or FORBIDDEN.search(written):
            continue
        reading, readable = read_exactly(Document("a.yml", ()), written)
        assert (readable, reading.problems, reading.root) == (True, [], data)
        assert not [key for path in reading.cles if says_secret(key := path[-1])]
        assert not [path for path in reading.places if _at(data, path) in VIDES]


def _at(data, path):
    for part in path:
        data = data[part]
    return data


@pytest.mark.parametrize(
    "text",
    [
        "a: &b c", "a: *b", "a: !t b", "a: 1\na: 2", "? [a]\n: b", "a: [", "a: \"\\x00\"", "a: b\n---\nc: d", "a:",
        "a: ~", "- ''", "confidentiel: oui", "&a\nb: c", "!t\nb: c", "a", "", "# a",
        "[" * 14 + "]" * 14, "&a b: c", "a: {b: }",
    ],
)  # fmt: skip
def test_what_has_to_be_looked_at(text):
    assert ordinary_data(text) is None


def test_as_deep_as_a_file_may_be():
    assert ordinary_data("[" * 13 + "]" * 13) is not None


def test_most_records_are_ordinary():
    read = [read_text("organisations/region/a.yml", text.encode()) for text in RECORDS]
    assert sum(ordinary_data(text) is not None for _, text, _ in read) > 0.95 * len(RECORDS)
    assert sum((seen := plain(text)) is not None and surely_open(seen) for text in RECORDS) > 0.95 * len(RECORDS)


@pytest.fixture(scope="module")
def donnees() -> Donnees:
    return read_data(RACINE)


EXAMPLES = [path.read_bytes() for path in sorted((RACINE / "tests" / "examples").rglob("*.yml"))]
LINES = [
    "site: https://a.be\n  CONFIDENTIEL", "<<<<<<< a", "=======", "\ta: b", "sigle: « A »", "sigle: “A”", "sigle: ~",
    "sigle: a\u00a0b", "sigle: \u200ba", '"conf\\x69dentiel": oui', "contacts: {courriels: [{adresse: a@b.be}]}",
]  # fmt: skip
START = "nom: {fr: A}\nnature: cpas\nresume: {fr: Une adresse}\nsources: [{url: https://a.be}]\n"


@pytest.mark.parametrize("octets", [*EXAMPLES, *((START + line + "\n").encode() for line in LINES)])
def test_what_is_read_fast_is_what_is_read_exactly(donnees, octets):
    def everything():
        lue, problems = read_record("organisations/uccle/a.yml", octets, donnees)
        read = lue.document
        told = (read.lignes, read.donnees, read.places, read.cles, read.sensible, read.confidentiel)
        return told, lue.fiche, lue.ebauche, [repr(problem) for problem in problems]

    fast = everything()
    with patch.object(text_module, "plain", lambda _: None), patch.object(yaml_reader, "ordinary_data", lambda _: None):
        assert fast == everything()
