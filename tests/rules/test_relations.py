import pytest


@pytest.fixture(scope="module")
def kind(donnees):
    return min(donnees.ids("relations"))


def _codes(problems):
    return [(p.fichier[-5], p.code, p.ligne, p.colonne) for p in problems]


@pytest.mark.parametrize(
    ("vers", "declare", "expected"),
    [
        ("b", "b", []),
        ("b", "https://exemple.be", []),
        ("b", "a", []),
        ("bb", "b", [("a", "fiche-inconnue", 6, 11)]),
        ("b", "inconnue", [("a", "fiche-inconnue", 7, 18)]),
        ("a", "b", [("a", "relation-avec-soi", 6, 11)]),
        ("B!", "b", [("a", "identifiant-invalide", 6, 11)]),
        ("b", "pas une adresse", [("a", "adresse-web-invalide", 7, 18)]),
    ],
)
def test_relations(verifie, base, kind, vers, declare, expected):
    tie = f"relations:\n  - vers: {vers}\n    declare_par: {declare}\n    type: {kind}\n"
    files = {"organisations/uccle/a.yml": base + tie, "organisations/uccle/b.yml": base.replace("Relais", "Phare")}
    assert _codes(verifie(files)) == expected


@pytest.mark.parametrize(
    ("hote", "expected"),
    [("b", []), ("c", [("a", "fiche-inconnue", 6, 46)]), ("a", [("a", "relation-avec-soi", 6, 46)])],
)
def test_host(verifie, base, hote, expected):
    place = f"lieux:\n  - {{id: x, forme: dans-un-autre-lieu, hote: {hote}}}\n"
    files = {"organisations/uccle/a.yml": base + place, "organisations/uccle/b.yml": base.replace("Relais", "Phare")}
    assert _codes(verifie(files)) == expected


def test_tie_to_a_record_with_an_error_is_not_a_tie_to_nothing(verifie, base, kind):
    tie = f"relations: [{{vers: b, type: {kind}}}]\n"
    found = verifie({"organisations/uccle/a.yml": base + tie, "organisations/uccle/b.yml": "nom: [\n"})
    assert [p.fichier for p in found] == ["organisations/uccle/b.yml"]


def test_nearest_record_is_offered(verifie, base, kind):
    tie = f"relations: [{{vers: le-phar, type: {kind}}}]\n"
    files = {"organisations/uccle/a.yml": base + tie, "organisations/uccle/le-phare.yml": base.replace("Relais", "X")}
    assert [p.contexte["proche"] for p in verifie(files)] == ["le-phare"]


@pytest.mark.parametrize(
    ("of_a", "of_b", "expected"),
    [
        ("vieux", "ancien", []),
        ("vieux", "vieux", [("a", "ancien-id-pris", 5, 15), ("b", "ancien-id-pris", 5, 15)]),
        ("b", "ancien", [("a", "ancien-id-pris", 5, 15)]),
        ("a", "ancien", [("a", "ancien-id-pris", 5, 15)]),
    ],
)
def test_former_ids(verifie, base, of_a, of_b, expected):
    files = {
        "organisations/uccle/a.yml": f"{base}anciens_ids: [{of_a}]\n",
        "organisations/uccle/b.yml": f"{base.replace('Relais', 'Phare')}anciens_ids: [{of_b}]\n",
    }
    assert _codes(verifie(files)) == expected
