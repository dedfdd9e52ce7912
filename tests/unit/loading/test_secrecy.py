"""What makes a file sensitive (nothing of it repeated), and what makes it claim a secret address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carte_sociale.loading.secrecy import (
    data_claims_secrecy,
    is_plain_flag,
    is_sensitive,
    lines_claim_secrecy,
    says_where,
)
from carte_sociale.problems import name_says_where

FLAGS = [
    "confidentiel: true",
    "confidentiel true",
    "confidentiel; true",
    "confidentiel = true",
    "confidentiel:true",
    "CONFIDENTIEL",
    "Confidentiel : Vrai",
    "  confidentiel: true",
    '"confidentiel": true',
    "- confidentiel: oui",
    "confidentieel: ja",
    "vertrouwelijk: ja",
    "vertrouwelijk ja",
    "geheim",
    "secret oui",
    "secrète: oui",
    "discret: oui",
    "confidentiel: ture",
    "confidentiel:",
    "\u00a0confidentiel oui",
]


@pytest.mark.parametrize("flag", FLAGS)
def test_a_flag_in_a_file_that_cannot_be_read(flag):
    text = f"nom: {{fr: A\nrue: [\n{flag}\n"
    assert is_sensitive(text)
    assert lines_claim_secrecy(text.splitlines(), readable=False)


@pytest.mark.parametrize("line", ["confidentiel true", "CONFIDENTIEL", '"confidentiel" oui', "  confidentiel true"])
def test_a_flag_without_colon_that_yaml_took_for_text(line):
    assert lines_claim_secrecy(["site: https://a.be", line], readable=True)


@pytest.mark.parametrize(
    "line",
    [
        "      confidentiel et gratuit, sans rendez-vous",
        "      discret ; on vient sans dire son nom",
        "      secret",
        "      Secrétariat social",
        "secretaris: ja",
        "confidentiel: non",
        "vertrouwelijk: nee",
        "# confidentiel: oui",
        "  # discret",
        "un accueil confidentiel",
    ],
)
def test_no_flag(line):
    assert not lines_claim_secrecy([line], readable=True)


def test_a_line_that_begins_with_the_word_is_masked_even_where_it_claims_nothing():
    assert is_sensitive("resume:\n  fr: >-\n    Un accueil\n    confidentiel et gratuit\n")
    assert not is_sensitive("resume: {fr: Un accueil confidentiel et gratuit}\n# confidentiel ?\n")


@pytest.mark.parametrize(
    ("data", "claims"),
    [
        ({"confidentiel": "oui"}, True),
        ({"confidentiel": "ture"}, True),
        ({"confidentiel": ""}, True),
        ({"confidentiel": "peut-être"}, True),
        ({"confidentiel": ["oui"]}, True),
        ({"vertrouwelijk": "true"}, True),
        ({"discret": "oui"}, True),
        ({"lieux": [{"confidentiel": "oui"}]}, True),
        ({"cofidentiel": "oui"}, True),
        ({"confidentiel": "non"}, False),
        ({"confidentiel": " Nee "}, False),
        ({"secteur": "oui", "secretariat": "oui"}, False),
        (["confidentiel"], False),
        (None, False),
    ],
)
def test_data(data, claims):
    assert data_claims_secrecy(data) is claims


def test_the_flag_as_it_should_be():
    assert is_plain_flag({"confidentiel": "oui"})
    assert not any(is_plain_flag(data) for data in ({"Confidentiel": "oui"}, {"confidentiel": "ture"}, [], None))


@pytest.mark.parametrize(
    ("text", "sensitive"),
    [
        ("Un refuge à adresse secrète", True),
        ("L'adresse reste confidentielle.", True),
        ("Een vluchthuis", True),
        ("Het adres blijft geheim", True),
        ("The address is secret", True),
        ("nature: maison-d-accueil\nthemes: [violences-conjugales]", True),
        ("themes: [violences-conjugales]", False),
        ("nature: maison-d-accueil", False),
        ("Aide aux réfugiés", False),
        ("Help for refugees", False),
        ("Un refuge pour animaux", False),
    ],
)
def test_a_refuge_is_sensitive_before_anybody_says_so(text, sensitive):
    assert is_sensitive(text) is sensitive


def test_keys_that_say_where():
    assert says_where(("lieux", 0, "adresse", "rue", "fr"))
    assert says_where(("Adres",))
    assert not says_where(("contacts", "courriels", 0, "adresse"))
    assert not says_where(("lieux", 0, "forme"))


@pytest.mark.parametrize(
    ("stem", "tells"),
    [("refuge-rue-haute", True), ("opvang-hoogstraat", True), ("refuge-47bis", True), ("refuge-femmes", False)],
)
def test_name_of_a_file(stem, tells):
    assert name_says_where(stem) is tells


@given(st.text(max_size=200), st.booleans())
def test_any_text_gets_an_answer_and_a_claim_is_always_masked(text, readable):
    lines = text.splitlines()
    assert not lines_claim_secrecy(lines, readable=readable) or is_sensitive(text)
