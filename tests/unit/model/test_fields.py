"""What each field makes of what people write: a value, or a refusal with a code."""

import math
from datetime import date
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from carte_sociale.model.fields import (
    AdresseWeb,
    CodePostal,
    Courriel,
    DatePartielle,
    DateSource,
    DeclarePar,
    Degres,
    Jour,
    Modele,
    Nombre,
    NumeroEntreprise,
    OneOf,
    OuiNon,
    Slug,
)
from carte_sociale.model.phones import NumeroTelephone, Telephone
from carte_sociale.problems import catalogue

FIELDS = {
    "DateSource": DateSource,
    "Jour": Jour,
    "Telephone": Telephone,
    "Courriel": Courriel,
    "AdresseWeb": AdresseWeb,
    "NumeroEntreprise": NumeroEntreprise,
    "OuiNon": OuiNon,
    "Degres": Degres,
    "Nombre": Nombre,
    "CodePostal": CodePostal,
    "Slug": Slug,
    "DeclarePar": DeclarePar,
}
ADAPTERS = {name: TypeAdapter(field) for name, field in FIELDS.items()}
ARABIC_YEAR, WIDE_YEAR = "٢٠٢٥", "２０２５"


def read(field: str, value: Any) -> Any:
    """Return the value, or the code of the refusal."""
    try:
        return ADAPTERS[field].validate_python(value)
    except ValidationError as error:
        return error.errors()[0]["type"]


# --- dates ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2025", DatePartielle(2025)),
        ("2025-01", DatePartielle(2025, 1)),
        ("2025-01-31", DatePartielle(2025, 1, 31)),
        (" 2025-01 ", DatePartielle(2025, 1)),
        ("2024-02-29", DatePartielle(2024, 2, 29)),
        ("1849", DatePartielle(1849)),
        ("2025-02-29", "date-invalide"),
        ("2025-13", "date-invalide"),
        ("2025-00", "date-invalide"),
        ("2025-01-00", "date-invalide"),
        ("2025-1-1", "date-invalide"),
        ("31/01/2025", "date-invalide"),
        ("2025-01-31T10:00", "date-invalide"),
        ("0000", "date-invalide"),
        ("0025", "date-invalide"),
        ("9999-12-31", "date-invalide"),
        (ARABIC_YEAR, "date-invalide"),
        (WIDE_YEAR, "date-invalide"),
        ("", "date-invalide"),
        (None, "date-invalide"),
        (["2025"], "date-invalide"),
    ],
)
def test_a_date_is_as_precise_as_its_source(written: Any, value: Any) -> None:
    assert read("DateSource", written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2025-01-31", date(2025, 1, 31)),
        ("2025-01", "date-incomplete"),
        ("2025", "date-incomplete"),
        ("2025-02-30", "date-invalide"),
        ("hier", "date-invalide"),
        (None, "date-invalide"),
    ],
)
def test_a_day_is_a_whole_date(written: Any, value: Any) -> None:
    assert read("Jour", written) == value


@pytest.mark.parametrize(
    ("partial", "iso", "earliest"),
    [
        (DatePartielle(2025), "2025", date(2025, 1, 1)),
        (DatePartielle(2025, 3), "2025-03", date(2025, 3, 1)),
        (DatePartielle(2025, 3, 9), "2025-03-09", date(2025, 3, 9)),
    ],
)
def test_a_partial_date_is_written_as_it_was_and_begins_somewhere(
    partial: DatePartielle, iso: str, earliest: date
) -> None:
    assert partial.iso == iso
    assert partial.au_plus_tot == earliest
    assert read("DateSource", iso) == partial
    assert read("DateSource", partial) is partial


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert read("Jour", day.isoformat()) == day
    assert read("DateSource", day.isoformat()).iso == day.isoformat()


# --- telephones -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("02 529 41 20", "+3225294120"),
        ("02/529.41.20", "+3225294120"),
        ("(02) 529 41 20", "+3225294120"),
        ("02–529–41–20", "+3225294120"),
        ("02\u00a0529\u202f41 20", "+3225294120"),
        ("+32 2 529 41 20", "+3225294120"),
        ("+32 (0)2 529 41 20", "+3225294120"),
        ("0032 2 529 41 20", "+3225294120"),
        ("0470 12 34 56", "+32470123456"),
        ("0475/12.34.56", "+32475123456"),
        ("070 233 208", "+3270233208"),
        ("078 15 15 15", "+3278151515"),
        ("0800 35 243", "+3280035243"),
        ("0800 30 030", "+3280030030"),
        ("+33 1 42 68 53 00", "+33142685300"),
        ("+31 20 555 1111", "+31205551111"),
        ("101", "101"),
        ("103", "103"),
        ("106", "106"),
        ("107", "107"),
        ("112", "112"),
        ("1 1 2", "112"),
        ("116 000", "116000"),
        ("1712", "1712"),
        ("1733", "1733"),
        ("1813", "1813"),
    ],
)
def test_a_number_is_shown_as_written_and_dialled_in_full(written: str, dialled: str) -> None:
    assert read("Telephone", f" {written} ") == NumeroTelephone(written, dialled)


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "+",
        "+32",
        "0",
        "12345",
        "999",
        "02 529 41 2",
        "02 529 41 200 000",
        "0999 12 34 56",
        "02 529 41 20 / 21",
        "112 ou 101",
        "abc 112",
        "1712x",
        "+1712",
        "+112",
        "*112#",
        "0800 FLOWERS",
        "02 529 41 20 ext 12",
        "02 529 41 20 x12",
        "02 529 41 20;ext=3",
        "02 529 41 20 (matin)",
        "Tel 02 529 41 20",
        "tel:+3225294120",
        "+3225294120;phone-context=a",
        "02\t529 41 20",
        "02 529\n41 20",
        "02 529 41 20\u200b",
        "٠٢ ٥٢٩ ٤١ ٢٠",
        "０２ ５２９ ４１ ２０",
        "9" * 300,
        "(" * 300,
    ],
)
def test_what_nobody_can_dial_is_refused(written: str) -> None:
    assert read("Telephone", written) == "telephone-invalide"


def test_a_number_that_is_no_text_is_refused() -> None:
    assert read("Telephone", ["112"]) == "attendu-texte"
    number = NumeroTelephone("112", "112")
    assert read("Telephone", number) is number


@given(st.from_regex(r"\+?[0-9()./ -]{1,20}", fullmatch=True))
def test_what_is_dialled_holds_only_what_a_keypad_has(written: str) -> None:
    number = read("Telephone", written)
    if isinstance(number, NumeroTelephone):
        assert set(number.appel) <= set("+0123456789")
        assert number.ecrit == written.strip()
    else:
        assert number == "telephone-invalide"


# --- mails and web addresses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    ["info@exemple.be", "INFO@Exemple.BE", "a.b+c_d@sous.exemple-deux.brussels", "a@xn--9ca.be", "a@b.xn--p1ai"],
)
def test_a_mailbox_is_kept_as_written(written: str) -> None:
    assert read("Courriel", written) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "info",
        "info@exemple",
        "@exemple.be",
        "a b@exemple.be",
        "info@@exemple.be",
        "info@exemple..be",
        "info@-exemple.be",
        "info@exemple-.be",
        "info@exemple.be.",
        "info@exemple.b",
        "info@exemple.1",
        "info@127.0.0.1",
        ".info@exemple.be",
        "info.@exemple.be",
        "in..fo@exemple.be",
        "a" * 65 + "@exemple.be",
        "a@" + "b" * 64 + ".be",
        "a@" + "b." * 130 + "be",
        "mailto:info@exemple.be",
        "<info@exemple.be>",
        "info@exemple.be, b@exemple.be",
        "info@exemple.be?bcc=b@exemple.be",
        "info@exemple.be\n",
        "info@exemple.be\nBcc: b@exemple.be",
        "info＠exemple.be",
        "é@exemple.be",
        "info@éxemple.be",
    ],
)
def test_what_is_no_mailbox_is_refused(written: str) -> None:
    assert read("Courriel", written) == "courriel-invalide"


@pytest.mark.parametrize(
    "written",
    [
        "https://exemple.be",
        "http://exemple.be/",
        "HTTPS://www.Exemple.be/Page",
        "https://exemple.brussels/a/b?c=d&e=%20#f",
        "https://exemple.be?x=1",
        "https://exemple.be:8080/x",
        "https://exemple.be/@compte",
        "https://exemple.be/santé",
        "https://xn--9ca.be/",
        "https://exemple.be/(a),b'c",
    ],
)
def test_a_web_address_is_kept_as_written(written: str) -> None:
    assert read("AdresseWeb", written) == written
    assert read("DeclarePar", written) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "exemple.be",
        "www.exemple.be",
        "//exemple.be",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)//https://exemple.be",
        "data:text/html,<script>",
        "ftp://exemple.be",
        "mailto:info@exemple.be",
        "file:///etc/passwd",
        "https://",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://exemple",
        "https://exemple..be",
        "https://-exemple.be",
        "https://.exemple.be",
        "https://exemple_x.be",
        "https://exemple.be:/",
        "https://exemple.be:٨٠/",
        "https://exemple.be:1234567/",
        "https://https://exemple.be",
        "https://exem ple.be",
        "https://exemple.be/a b",
        "https://exemple.be/\n",
        "https://exemple.be\\@autre.be",
        "https://exemple.be/\\x",
        'https://exemple.be/"onclick=',
        "https://exemple.be/<b>",
        "https://user:pass@exemple.be/",
        "https://user@exemple.be/",
        "https://exemple.be@autre.be/",
        "https://éxemple.be/",
        "https://" + "a" * 64 + ".be",
        "https://exemple.be/" + "a" * 2000,
    ],
)
def test_what_is_no_safe_web_address_is_refused(written: str) -> None:
    assert read("AdresseWeb", written) == "adresse-web-invalide"


# --- company numbers, postcodes, identifiers ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0207.373.429", "0207373429"),
        ("0207373429", "0207373429"),
        ("BE 0207.373.429", "0207373429"),
        ("207373429", "0207373429"),
        ("0207.373.428", "numero-entreprise-invalide"),
        ("٠٢٠٧٣٧٣٤٢٩", "numero-entreprise-invalide"),
        ("FR 0207.373.429", "numero-entreprise-invalide"),
        ("1" * 50, "numero-entreprise-invalide"),
        ("", "numero-entreprise-invalide"),
    ],
)
def test_a_company_number_has_right_check_digits(written: str, value: str) -> None:
    assert read("NumeroEntreprise", written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1000", "1000"),
        ("100", "code-postal-invalide"),
        ("0100", "code-postal-invalide"),
        ("10000", "code-postal-invalide"),
        ("B-1000", "code-postal-invalide"),
        ("١٠٠٠", "code-postal-invalide"),
        ("1000\n", "code-postal-invalide"),
    ],
)
def test_a_postcode_has_four_digits(written: str, value: str) -> None:
    assert read("CodePostal", written) == value


@pytest.mark.parametrize("written", ["", "A", "a_b", "a--b", "-a", "a-", "a b", "é", "a\n", "٣", "../a", "a.yml"])
def test_what_is_no_identifier_is_refused(written: str) -> None:
    assert read("Slug", written) == "identifiant-invalide"


@pytest.mark.parametrize("written", ["a", "a-b", "1813-ligne", "112"])
def test_an_identifier_is_kept_and_declares(written: str) -> None:
    assert read("Slug", written) == written
    assert read("DeclarePar", written) == written


@pytest.mark.parametrize("written", ["le CPAS", "javascript:x", ""])
def test_a_declaration_names_a_page_or_a_record(written: str) -> None:
    assert read("DeclarePar", written) == "adresse-web-invalide"


# --- yes and no, numbers --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["oui", "OUI", " Oui ", "ja", "yes", "true", "True", True])
def test_yes_in_three_languages(written: Any) -> None:
    assert read("OuiNon", written) is True


@pytest.mark.parametrize("written", ["non", "NON", "nee", "no", "false", False])
def test_no_in_three_languages(written: Any) -> None:
    assert read("OuiNon", written) is False


@pytest.mark.parametrize("written", ["", "o", "si", "peut-être", "0", "1", 1, None, [], "nein"])
def test_anything_else_is_neither(written: Any) -> None:
    assert read("OuiNon", written) == "oui-non-attendu"


@pytest.mark.parametrize(
    ("written", "value"), [("50.8467", 50.8467), (" 4.35 ", 4.35), ("-4.35", -4.35), ("+4", 4.0), (50.8, 50.8)]
)
def test_degrees_are_a_plain_decimal_number(written: Any, value: float) -> None:
    assert read("Degres", written) == value


@pytest.mark.parametrize(
    "written",
    [
        "",
        "50,84",
        "50.84°",
        "50° 50' 48\"",
        "nan",
        "NaN",
        "inf",
        "-inf",
        "Infinity",
        "1e3",
        "1e400",
        "1_0.5",
        "0x10",
        "5084.67",
        "٥٠.٨٤",
        "abc",
        math.nan,
        math.inf,
        True,
        None,
        ["50.8"],
    ],
)
def test_what_is_no_degree_is_refused(written: Any) -> None:
    assert read("Degres", written) == "coordonnee-invalide"


@given(st.floats(-180, 180).map(lambda x: round(x, 6)))
def test_every_position_is_read_back(degrees: float) -> None:
    assert read("Degres", f"{degrees:.6f}") == degrees


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("3", 3),
        (" 12 ", 12),
        (3, 3),
        ("-3", "attendu-nombre"),
        (-3, "attendu-nombre"),
        ("3.0", "attendu-nombre"),
        (3.0, "attendu-nombre"),
        ("1_0", "attendu-nombre"),
        ("+3", "attendu-nombre"),
        ("٣", "attendu-nombre"),
        ("²", "attendu-nombre"),
        ("trois", "attendu-nombre"),
        ("9" * 5000, "attendu-nombre"),
        ("", "attendu-nombre"),
        (True, "attendu-nombre"),
        (["3"], "attendu-nombre"),
    ],
)
def test_a_count_is_written_in_digits(written: Any, value: Any) -> None:
    assert read("Nombre", written) == value


# --- words of a vocabulary ------------------------------------------------------------------------------------------


class _Communes(Modele):
    commune: Annotated[str, OneOf("communes")]


class _Referentiel:
    def ids(self, vocabulaire: str) -> frozenset[str]:
        return {"communes": frozenset({"anderlecht", "uccle"})}[vocabulaire]


def test_a_commune_is_one_of_those_of_the_territory() -> None:
    assert _Communes.model_validate({"commune": " uccle "}, context=_Referentiel()).commune == "uccle"
    for wrong in ("Uccle", "liege", ""):
        with pytest.raises(ValidationError) as refused:
            _Communes.model_validate({"commune": wrong}, context=_Referentiel())
        assert [(e["type"], e["ctx"]["vocabulaire"]) for e in refused.value.errors()] == [
            ("valeur-hors-vocabulaire", "communes")
        ]


def test_without_vocabularies_at_hand_any_word_will_do() -> None:
    assert _Communes(commune="liege").commune == "liege"


# --- all of them ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", FIELDS)
@given(value=st.one_of(st.text(), st.none(), st.booleans(), st.integers(), st.floats(), st.lists(st.text())))
def test_no_value_breaks_a_field_and_each_refusal_has_its_words(field: str, value: Any) -> None:
    refused: set[str] = set()
    try:
        ADAPTERS[field].validate_python(value)
    except ValidationError as error:
        refused = {details["type"] for details in error.errors()}
    assert refused <= {*catalogue(), "string_type"}


@pytest.mark.parametrize("field", FIELDS)
@given(value=st.text("٠١٢٣٤٥٦٧٨٩۰۹०१２３²³", min_size=1))
def test_digits_of_other_scripts_are_no_digits(field: str, value: str) -> None:
    assert read(field, value) in catalogue()


def test_a_part_of_a_record_does_not_change_and_knows_its_keys() -> None:
    part = _Communes(commune="uccle")
    with pytest.raises(ValidationError):
        part.commune = "ixelles"  # type: ignore[misc]
    with pytest.raises(ValidationError) as refused:
        _Communes.model_validate({"commune": "uccle", "couleur": "bleu"})
    assert refused.value.errors()[0]["type"] == "extra_forbidden"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (DatePartielle(2024), date(2024, 12, 31)),
        (DatePartielle(2024, 2), date(2024, 2, 29)),
        (DatePartielle(2024, 2, 3), date(2024, 2, 3)),
        (DatePartielle(2024, 12), date(2024, 12, 31)),
    ],
)
def test_last_day_that_a_date_may_mean(when: DatePartielle, expected: date) -> None:
    assert when.au_plus_tard == expected
