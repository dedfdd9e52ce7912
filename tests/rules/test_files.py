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


def test_same_name_but_for_its_accents_is_said_once_with_a_free_name(verifie, base):
    names = ["organisations/evere/ecole.yml", "organisations/uccle/École.yml", "organisations/region/ecole-uccle.yml"]
    (problem,) = [p for p in verifie(dict.fromkeys(names, base)) if "nom-de" in p.code or p.code == "id-double"]
    assert (problem.fichier, problem.code) == ("organisations/uccle/École.yml", "id-double")
    assert problem.contexte["proche"] == "ecole-uccle-2.yml"


@pytest.mark.parametrize(
    ("fichier", "expected"),
    [
        ("organisations/uccle/sous-dossier/a.yml", []),
        ("organisations/uccle/Sous dossier/a.yml", []),
        ("organisations/uccle/Sous: dossier/a.yml", ["nom-de-dossier@1:1"]),
        ("organisations/uccle/sous\ndossier/a.yml", ["nom-de-dossier@1:1"]),
        ("organisations/uccle/sous\u200bdossier/a.yml", ["nom-de-dossier@1:1"]),
        ("organisations/uccle/dossier./a.yml", ["nom-de-dossier@1:1"]),
        ("organisations/uccle/nul/a.yml", ["nom-de-dossier@1:1"]),
        ("organisations/uc|cle/a.yml", ["nom-de-dossier@1:1"]),
    ],
)
def test_folder_that_some_computers_refuse(codes, fichier, expected):
    assert codes(fichier=fichier) == expected


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
