"""From bytes to a record or to problems with a place; the vocabulary is a small one of the test."""

import pytest

from carte_sociale.loading.records import read_record

GOOD = """\
nom: {fr: Le Relais, nl: Het Relais}
nature: cpas
resume: {fr: a, nl: b}
sources: [{url: https://exemple.be}]
"""


class Words:
    def ids(self, vocabulaire):
        return frozenset({"cpas", "uccle"})

    def plus_proches(self, vocabulaire, valeur):
        return ["cpas"] if valeur.startswith("c") else []


def read(text):
    lue, problems = read_record("organisations/x/le-relais.yml", text.encode(), Words())
    return lue, sorted(problems)


def found(text):
    return [(p.code, p.ligne, p.colonne) for p in read(text)[1]]


def test_a_record_without_fault():
    lue, problems = read(GOOD)
    assert problems == []
    assert lue.id == "le-relais"
    assert lue.fiche is not None
    assert lue.ebauche is lue.fiche


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sigle: LR\n", []),
        ("sigle:\n", [("champ-vide", 5, 1)]),
        ("sigle: ~\n", [("champ-vide", 5, 1)]),
        ("statut: cp\n", [("valeur-hors-vocabulaire", 5, 9)]),
        ("traductions_a_relire:\n  -\n", [("element-vide", 6, 4)]),
        ("sigles: LR\n", [("cle-inconnue", 5, 1)]),
        ("horaires: lun\n", [("cle-mal-placee", 5, 1)]),
        ("prenom: Jo\n", [("cle-nominative", 5, 1)]),
        ("sigle: [a]\n", [("attendu-texte", 5, 8)]),
        ("lieux: a\n", [("attendu-liste", 5, 8)]),
        ("contacts: a\n", [("attendu-bloc", 5, 11)]),
        ("contacts: {telephones: [a]}\n", [("attendu-bloc", 5, 25)]),
        ("presentation: {texte: a}\n", [("texte-sans-langue", 5, 23)]),
        ("presentation: {texte: {fr: }}\n", [("texte-vide", 5, 23), ("champ-vide", 5, 24)]),
        ("presentation: {texte: {fr: a, b, nl: c}}\n", [("virgule-dans-texte", 5, 31)]),
        ("presentation: {texte: {fr: a, b: d}}\n", [("virgule-dans-texte", 5, 31)]),
        ("presentation: {}\n", [("champ-manquant", 5, 1)]),
        ("fictif: peut-être\n", [("oui-non-attendu", 5, 9)]),
        ("fictif: ja\n", []),
        ("numero_entreprise: 0417.497.106\n", []),
        ("numero_entreprise: 0417.497.107\n", [("numero-entreprise-invalide", 5, 20)]),
        ("anciens_ids: [Le Relais]\n", [("identifiant-invalide", 5, 15)]),
        ("presentation: {texte: {fr: a}, date: 2026-13}\n", [("date-inexistante", 5, 38)]),
        ("presentation: {texte: {fr: a}, date: '2026'}\n", []),
    ],
)
def test_one_line(line, expected):
    assert found(GOOD + line) == expected


@pytest.mark.parametrize(
    ("numero", "expected"),
    [
        ("02 529 41 20", []),
        ("+32 2 529 41 20", []),
        ("0470/12.34.56", []),
        ("0800 35 243", []),
        ("112", []),
        ("1733", []),
        ("107", []),
        ("1712", []),
        ("+33 1 42 68 53 00", []),
        ("02 529 41", ["telephone-chiffres"]),
        ("02 529 41 20 ou 21", ["telephone-invalide"]),
        ("appelez-nous", ["telephone-invalide"]),
        ("999999", ["telephone-invalide"]),
        ("[02]", ["attendu-texte"]),
    ],
)
def test_phone(numero, expected):
    text = f"{GOOD}contacts: {{telephones: [{{numero: {numero}}}]}}\n"
    assert [code for code, _, _ in found(text)] == expected


@pytest.mark.parametrize(
    ("site", "ok"),
    [
        ("https://exemple.be", True),
        ("http://www.exemple.be/a?b=c#d", True),
        ("www.exemple.be", False),
        ("javascript:alert(1)", False),
        ("ftp://exemple.be", False),
        ("https://exemple", False),
        ("https://exemple.be/a b", False),
        ("data:text/html,x", False),
        ("//exemple.be", False),
    ],
)
def test_web_address(site, ok):
    codes = [code for code, _, _ in found(f'{GOOD}contacts: {{site: "{site}"}}\n')]
    assert codes == ([] if ok else ["adresse-web-invalide"])


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("nom", [("champ-manquant", 1, 1)]),
        ("nature", [("champ-manquant", 1, 1)]),
        ("sources", [("champ-manquant", 1, 1)]),
    ],
)
def test_required_keys(missing, expected):
    text = "".join(line for line in GOOD.splitlines(keepends=True) if not line.startswith(f"{missing}:"))
    assert found(text) == expected


def test_a_required_key_without_value_is_said_once_at_its_key():
    assert found(GOOD.replace("nature: cpas", "nature:")) == [("champ-manquant", 2, 8)]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ("[]", [("liste-vide", 4, 10)]),
        ("[{url: exemple}]", [("adresse-web-invalide", 4, 17)]),  # refused, not empty
        ("[{titre: a}]", [("champ-manquant", 4, 11)]),
        ("[https://exemple.be]", [("attendu-bloc", 4, 11)]),
    ],
)
def test_sources(sources, expected):
    assert found(GOOD.replace("[{url: https://exemple.be}]", sources)) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "fichier-vide"),
        ("# rien\n", "fichier-que-commentaires"),
        ("- a\n", "racine-sans-cles"),
        ("a\n", "racine-sans-cles"),
    ],
)
def test_no_record_at_all(text, code):
    lue, problems = read(text)
    assert [p.code for p in problems] == [code]
    assert (lue.fiche, lue.ebauche) == (None, None)


def test_suggestions_are_corrected_lines():
    text = GOOD.replace("resume: {fr: a, nl: b}", "resume: Un lieu ouvert") + "naturre: cpas\n"
    words = {p.code: p.suggestion("fr") for p in read(text)[1]}
    assert 'resume: {fr: "Un lieu ouvert"}' in words["texte-sans-langue"]
    assert words["cle-inconnue"] == "Vouliez-vous dire « nature: » ?"


def test_nearest_word_of_the_vocabulary_then_the_list():
    near, far = read(GOOD.replace("cpas", "cpass"))[1][0], read(GOOD.replace("cpas", "x"))[1][0]
    assert near.contexte["proche"] == "cpas"
    assert far.contexte["attendus"] == "cpas, uccle"


def test_a_draft_keeps_what_can_be_read():
    lue, _ = read(GOOD + "lieux: [{id: a, forme: cpas}]\nservices: [{id: B!, nom: {fr: x}, themes: []}]\n")
    assert lue.fiche is None
    assert lue.ebauche is not None
    assert [lieu.id for lieu in lue.ebauche.lieux] == ["a"]
    assert [service.nom.fr for service in lue.ebauche.services] == ["x"]


def test_a_draft_moves_no_item_of_a_list():
    lue, _ = read(GOOD + "services: [{nom: {fr: x}}, {id: b, nom: {fr: y}, themes: [], frais: zzz}]\n")
    assert lue.ebauche is not None
    assert [(service.nom.fr, service.frais) for service in lue.ebauche.services] == [("x", None), ("y", None)]


@pytest.mark.parametrize(
    ("service", "code", "words"),
    [
        ("horaires: {lundi: 9h-12h, mardi: 13h-16h}", "attendu-liste", '- quand: "lundi 9h-12h; mardi 13h-16h"'),
        ("horaires: [{quand: [lundi 9h-12h, mardi 13h]}]", "attendu-texte", 'quand: "lundi 9h-12h; mardi 13h"'),
        ("horaires: [{quand: {lundi: 9h-12h}}]", "attendu-texte", 'quand: "lundi 9h-12h"'),
        ("horaires: {quand: lun 9h-12h}", "attendu-liste", "- quand: lun 9h-12h"),
        ("horaires: {lundi: [9h-12h]}", "attendu-liste", "Mettez un tiret"),
        ("langues: 'cpass, uccle'", "attendu-liste", "langues: [cpas, uccle]"),
        ("langues: oui", "attendu-liste", "langues: [oui]"),
        ("disponibilite: complet", "attendu-bloc", "{etat: complet, date: AAAA-MM-JJ}"),
        ("fermetures: [du 24 au 31]", "attendu-bloc", "« - {du: AAAA-MM-JJ, au: AAAA-MM-JJ} »"),
        ("perimetre: {type: cpas, quartiers: [Matonge]}", "attendu-nombre", "Retirez « quartiers »"),
    ],
)
def test_a_plain_value_gets_the_block_to_write(service, code, words):
    problems = read(f"{GOOD}services: [{{id: a, nom: {{fr: x}}, themes: [], {service}}}]\n")[1]
    assert [(p.code, words in p.suggestion("fr")) for p in problems] == [(code, True)]


def test_a_list_without_its_dash_gets_its_first_line():
    (problem,) = read(GOOD + "lieux:\n  id: accueil\n  forme: cpas\n")[1]
    assert "« - id: accueil »" in problem.suggestion("fr")
