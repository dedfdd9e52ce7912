"""Rules on all records together work from facts that were read elsewhere: in another process, or by an earlier run."""

import pickle
from datetime import date

import pytest

from carte_sociale.loading.records import read_record
from carte_sociale.rules import Contexte, faits_de, said_once, verifier, verifier_ensemble, verifier_fiche

JOUR = date(2026, 11, 30)
PHONE = "contacts: {telephones: [{numero: 02 529 41 20}]}\n"
NUMBER = "numero_entreprise: 0417.497.106\n"


@pytest.fixture
def lues(base, donnees):
    tie = f"relations: [{{vers: nulle-part, type: {min(donnees.ids('relations'))}}}]\nanciens_ids: [a]\n"
    texts = {
        "organisations/bruxelles/a.yml": base + PHONE,
        "organisations/bruxelles/b.yml": base + PHONE + NUMBER,
        "organisations/evere/A.yml": base + NUMBER,
        "organisations/region/c.yml": base + tie,
        "organisations/region/rue-neuve-1.yml": base + "confidentiel: oui\nadresse: x\n",
        "organisations/region/d.yml": "nom: [",
    }
    return tuple(read_record(name, text.encode(), donnees)[0] for name, text in texts.items())


def test_facts_that_travelled_give_the_same_problems(lues, donnees, index):
    whole = Contexte.des_lues(lues, donnees, index, JOUR, False)
    faits = pickle.loads(pickle.dumps(tuple(faits_de(lue) for lue in lues)))
    asked = []

    def document(fichier):
        asked.append(fichier)
        return next(lue.document for lue in lues if lue.document.fichier == fichier)

    travelled = Contexte(donnees, index, JOUR, False, faits, document)
    problems = verifier_ensemble(travelled)
    assert {"doublon-probable", "id-double", "fiche-inconnue", "ancien-id-pris", "numero-entreprise-double"} == {
        problem.code for problem in problems
    }
    assert problems == verifier_ensemble(whole)
    assert set(asked) == {problem.fichier for problem in problems}


def test_rules_on_one_record_need_no_other(lues, donnees, index):
    whole = Contexte.des_lues(lues, donnees, index, JOUR, False)
    alone = Contexte(donnees, index, JOUR, False)
    found = [problem for lue in lues for problem in verifier_fiche(lue, alone)]
    together = verifier_ensemble(whole)
    assert sorted([*said_once(found, together), *together]) == verifier(whole)
    assert found


def test_facts_name_no_hidden_file(lues):
    hidden = [faits for lue in lues if (faits := faits_de(lue)).nom_tu]
    assert [faits.id for faits in hidden] == ["rue-neuve-1"]
    assert not any("rue-neuve" in name for name in hidden[0].nom.values())
