import pytest


@pytest.mark.parametrize(
    ("fichier", "expected"),
    [
        ("organisations/uccle/cpas-d-uccle.yml", []),
        ("organisations/uccle/1712.yml", []),
        ("organisations/uccle/CPAS.yml", ["nom-de-fichier@1:1"]),
        ("organisations/uccle/cpas d'uccle.yml", ["nom-de-fichier@1:1"]),
        ("organisations/uccle/santé.yml", ["nom-de-fichier@1:1"]),
        ("organisations/uccle/cpas_uccle.yml", ["nom-de-fichier@1:1"]),
        ("organisations/uccle/cpas.yaml", ["nom-de-fichier@1:1"]),
    ],
)
def test_name_of_file(codes, fichier, expected):
    assert codes(fichier=fichier) == expected


def test_name_of_file_offers_the_right_one(verifie, base):
    problem = verifie({"organisations/uccle/Santé d'Uccle.yml": base})[0]
    assert problem.contexte["proche"] == "sante-d-uccle.yml"


def test_same_name_in_two_folders_and_in_another_case(verifie, base):
    names = ["organisations/evere/a.yml", "organisations/uccle/a.yml", "organisations/forest/A.yml"]
    found = [(p.fichier, p.code, p.contexte.get("autre")) for p in verifie(dict.fromkeys(names, base))]
    assert ("organisations/uccle/a.yml", "id-double", "organisations/evere/a.yml") in found
    assert ("organisations/forest/A.yml", "id-double", "organisations/evere/a.yml") in found
    assert not any(fichier == "organisations/evere/a.yml" and code == "id-double" for fichier, code, _ in found)


@pytest.mark.parametrize(
    ("extra", "production", "expected"),
    [
        ("fictif: oui\n", False, []),
        ("fictif: oui\n", True, ["fictif-en-production@5:1"]),
        ("fictif: non\n", True, []),
        ("", True, []),
    ],
)
def test_fictional_in_production(codes, extra, production, expected):
    assert codes(extra, production=production) == expected


@pytest.mark.parametrize(
    ("champ", "expected"),
    [
        ("horaires", []),
        ("services.horaires", []),
        ("lieux[0].adresse", []),
        ("horaire d'été", ["doute-champ-inconnu@5:18"]),
        ("xyz", ["doute-champ-inconnu@5:18"]),
    ],
)
def test_doubt_names_a_key(codes, champ, expected):
    assert codes(f'doutes: [{{champ: "{champ}", texte: {{fr: a, nl: b}}}}]\n') == expected
