from functools import partial

import pytest

GRAND_PLACE = "lat: 50.8467, lon: 4.3525"
LIEU = "lieux:\n  - id: a\n    forme: adresse\n"


def adresse(code: str, commune: str, rest: str = "") -> str:
    return f"{LIEU}    adresse: {{code_postal: {code}, commune: {commune}}}\n{rest}"


@pytest.fixture
def codes(codes):
    """The folder of the Region fits an address in any commune."""
    return partial(codes, fichier="organisations/region/le-relais.yml")


@pytest.mark.parametrize(
    ("code", "commune", "expected"),
    [
        ("1070", "anderlecht", []),
        ("1000", "bruxelles", []),
        ("1020", "bruxelles", []),
        ("1050", "bruxelles", []),  # avenue Louise: the Ville de Bruxelles with the postcode of Ixelles
        ("1050", "ixelles", []),
        ("1070", "ixelles", ["code-postal-commune@8:28"]),
        ("9000", "ixelles", ["code-postal-hors-region@8:28"]),
        ("B-1070", "anderlecht", ["code-postal-invalide@8:28"]),
    ],
)
def test_postcode_of_commune(codes, code, commune, expected):
    assert codes(adresse(code, commune)) == expected


def test_postcode_says_both_ways_out(verifie, base):
    problem = verifie({"organisations/ixelles/a.yml": base + adresse("1070", "ixelles")})[0]
    assert (problem.contexte["codes"], problem.contexte["autres"]) == ("1050", "anderlecht")


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ("lat: 50.8467, lon: 4.3525", []),
        ("lat: 4.3525, lon: 50.8467", ["coordonnees-inversees@9:21"]),
        ("lat: 51.0543, lon: 3.7174", ["coordonnees-hors-region@9:21"]),
        ("lat: 0, lon: 0", ["coordonnees-hors-region@9:21"]),
        ("lat: '50,8467', lon: 4.3525", ["coordonnee-invalide@9:21"]),
        ("lat: nan, lon: 4.35", ["coordonnee-invalide@9:21"]),
        ("lat: 1e999, lon: 4.35", ["coordonnee-invalide@9:21"]),
    ],
)
def test_point_in_region(codes, point, expected):
    position = f"    position: {{{point}, precision: adresse, origine: source}}\n"
    assert codes(adresse("1000", "bruxelles", position)) == expected


def test_swapped_point_gives_the_corrected_pair(verifie, base):
    position = "    position: {lat: 4.3525, lon: 50.8467, precision: rue, origine: source}\n"
    problem = verifie({"organisations/bruxelles/a.yml": base + adresse("1000", "bruxelles", position)})[0]
    assert problem.contexte["proche"] == "lat: 50.8467, lon: 4.3525"


@pytest.mark.parametrize(
    ("quartier", "precision", "expected"),
    [
        ("1", "adresse", []),
        ("1", "rue", []),
        ("34", "adresse", ["quartier-position@10:15"]),
        ("34", "rue", ["quartier-position-approximative@10:15"]),
        ("999", "adresse", ["quartier-inconnu@10:15"]),
        ("un", "adresse", ["attendu-nombre@10:15"]),
    ],
)
def test_quartier_of_point(codes, quartier, precision, expected):
    position = f"    position: {{{GRAND_PLACE}, precision: {precision}, origine: source}}\n    quartier: {quartier}\n"
    assert codes(adresse("1000", "bruxelles", position)) == expected


@pytest.mark.parametrize(
    ("precision", "expected"),
    [("adresse", ["commune-position@8:43"]), ("rue", ["commune-position-approximative@8:43"])],
)
def test_commune_of_point(codes, precision, expected):
    position = f"    position: {{{GRAND_PLACE}, precision: {precision}, origine: source}}\n"
    assert codes(adresse("1180", "uccle", position)) == expected


def test_point_just_over_the_border_of_a_commune_is_forgiven(codes):
    # Porte de Hal, on the border of Bruxelles and Saint-Gilles, 30 m at most from both.
    position = "    position: {lat: 50.8330, lon: 4.3452, precision: adresse, origine: source}\n"
    assert codes(adresse("1060", "saint-gilles", position)) == []
    assert codes(adresse("1000", "bruxelles", position)) == []


@pytest.mark.parametrize(
    ("forme", "rest", "expected"),
    [
        ("telephone", "", []),
        ("adresse", "", ["lieu-sans-adresse@7:12"]),
        ("telephone", "    adresse: {commune: uccle}\n", ["lieu-adresse-de-trop@7:12"]),
        ("en-ligne", "    adresse: {commune: uccle}\n", ["lieu-adresse-de-trop@7:12"]),
        ("dans-un-autre-lieu", "", ["lieu-sans-hote@7:12"]),
        ("dans-un-autre-lieu", "    adresse: {commune: uccle}\n", []),
        ("adress", "", ["valeur-hors-vocabulaire@7:12"]),
    ],
)
def test_form_agrees(codes, forme, rest, expected):
    assert codes(f"lieux:\n  - id: a\n    forme: {forme}\n{rest}") == expected


def test_place_ids(codes):
    assert codes("lieux:\n  - {id: a, forme: telephone}\n  - {id: b, forme: telephone}\n") == []
    assert codes("lieux:\n  - {id: a, forme: telephone}\n  - {id: a, forme: telephone}\n") == ["lieu-double@7:10"]


@pytest.mark.parametrize(
    ("rue", "commune", "expected"),
    [
        ("{fr: Rue Neuve}", "bruxelles", []),
        ("{nl: Nieuwstraat}", "bruxelles", []),
        ("{fr: Rue Neuvve}", "bruxelles", ["rue-inconnue@8:25"]),
        ("{fr: Rue du Chemin qui n'existe pas}", "bruxelles", ["rue-inconnue@8:25"]),
        ("{fr: Rue Américaine}", "evere", ["rue-autre-commune@8:25"]),
    ],
)
def test_known_street(codes, rue, commune, expected):
    assert codes(f"{LIEU}    adresse: {{rue: {rue}, commune: {commune}}}\n") == expected
