import pytest

from carte_sociale.loading.corrections import (
    address_line,
    bracketed,
    correction,
    digits_wanted,
    letter_for_digit,
    line_with_quotes,
    one_line_address,
    quoted,
    slug,
)


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("date-invalide", "31/12/2026", "2026-12-31"),
        ("date-invalide", "1.2.2026", "2026-02-01"),
        ("date-invalide", "2026/3/1", "2026-03-01"),
        ("date-invalide", "03/2026", "2026-03"),
        ("date-invalide", "mars 2026", "2026-03"),
        ("date-invalide", "1er août 2026", "2026-08-01"),
        ("date-invalide", "12 maart 2026", "2026-03-12"),
        ("date-invalide", "31/02/2026", ""),
        ("date-invalide", "hier", ""),
        ("courriel-invalide", "info @ exemple.be", "info@exemple.be"),
        ("courriel-invalide", "mailto:info@exemple.be", "info@exemple.be"),
        ("courriel-invalide", "info[at]exemple.be", "info@exemple.be"),
        ("courriel-invalide", "a@b.be, c@d.be", ""),
        ("courriel-invalide", "info", ""),
        ("adresse-web-invalide", "www.exemple.be", "https://www.exemple.be"),
        ("adresse-web-invalide", "https:/exemple.be/a", "https://exemple.be/a"),
        ("adresse-web-invalide", "https//exemple.be", "https://exemple.be"),
        ("adresse-web-invalide", "javascript:alert(1)", ""),
        ("adresse-web-invalide", "ftp://exemple.be", ""),
        ("telephone-invalide", "02 529 41 20 / 02 529 41 21", "02 529 41 20"),
        ("telephone-invalide", "02 529 41 20 (le matin)", "02 529 41 20"),
        ("telephone-invalide", "02 529 41", ""),
        ("code-postal-invalide", "B-1070", "1070"),
        ("code-postal-invalide", "1070 Anderlecht", "1070"),
        ("code-postal-invalide", "107", ""),
        ("coordonnee-invalide", "50,8467", "50.8467"),
        ("coordonnee-invalide", "50.8467° N", "50.8467"),
        ("coordonnee-invalide", "nord", ""),
        ("identifiant-invalide", "Été à Bœuf", "ete-a-boeuf"),
        ("telephone-invalide", "0" * 500, ""),
        ("oui-non-attendu", "peut-être", ""),
    ],
)
def test_correction(code, value, expected):
    assert correction(code, value) == expected


def test_lines_to_copy():
    assert slug("CPAS d'Uccle – Œuvre") == "cpas-d-uccle-oeuvre"
    assert quoted('a "b"') == '"a \\"b\\""'
    assert line_with_quotes("  fr: Accueil: le lundi") == 'fr: "Accueil: le lundi"'
    assert line_with_quotes('  fr: "Accueil": le lundi') == ""
    assert bracketed("themes", "logement, sante", str) == "themes: [logement, sante]"
    assert bracketed("langues", "Fr, NL, fr", str.lower) == "langues: [fr, nl]"
    assert bracketed("themes", "a: b", str) == ""


@pytest.mark.parametrize(
    ("value", "mended"),
    [("O2 529 41 20", "02 529 41 20"), ("047O 12 34 56", "0470 12 34 56"), ("02 529 4l 20", "02 529 41 20")],
)
def test_a_letter_for_a_digit(value, mended):
    assert letter_for_digit(value)[1] == mended


@pytest.mark.parametrize("value", ["demander au CPAS", "Olivia", "02 529 41 20", "O2 529"])
def test_no_letter_for_a_digit(value):
    assert letter_for_digit(value) == ("", "")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("02 529 41 2", "9"), ("0470 12 34 5", "10"), ("0800 123", "8–9"), ("02 529 41 20", ""), ("0800 35 243", ""),
     ("112", ""), ("+32 2 529 41", ""), ("rue Haute 02", "")],
)  # fmt: skip
def test_digits_wanted(value, wanted):
    assert digits_wanted(value) == wanted


@pytest.mark.parametrize("value", ["Rue du Conseil", "1050 Ixelles", "Rue du Conseil 1", "", "a" * 500])
def test_what_is_no_whole_address_is_not_cut(value):
    assert one_line_address(value) == {}


def test_an_address_on_one_line_is_cut():
    parts = one_line_address("Elsensesteenweg 12 bus 3, 1050 Elsene")
    assert parts == {
        "rue": "Elsensesteenweg", "numero": "12", "boite": "3", "code_postal": "1050", "commune": "Elsene"
    }  # fmt: skip
    assert address_line("adresse", parts, "ixelles").startswith('adresse: {rue: {nl: "Elsensesteenweg"}, numero: "12"')
