from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carte_sociale.asking import Brouillon, Choix, as_yaml, choices, exact, nearest
from carte_sociale.loading.project import Donnees, read_data

RACINE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def donnees() -> Donnees:
    return read_data(RACINE)


@pytest.fixture
def brouillon(donnees: Donnees) -> Brouillon:
    return Brouillon(donnees, date(2026, 11, 22))


def test_an_answer_without_error_is_taken(brouillon: Brouillon) -> None:
    assert brouillon.put(("nom", "fr"), "Maison") == []
    assert brouillon.put(("contacts", "telephones", 0, "numero"), "02 512 00 00") == []
    assert brouillon.donnees == {"nom": {"fr": "Maison"}, "contacts": {"telephones": [{"numero": "02 512 00 00"}]}}


def test_an_answer_with_an_error_is_not(brouillon: Brouillon) -> None:
    problems = brouillon.put(("contacts", "telephones", 0, "numero"), "12")
    assert [problem.code for problem in problems] == ["telephone-invalide"]
    assert brouillon.donnees == {}


def test_rules_are_asked_too_not_only_fields(brouillon: Brouillon) -> None:
    brouillon.put(("lieux", 0), {"id": "a", "forme": "adresse", "adresse": {"commune": "ixelles"}})
    problems = brouillon.put(("lieux", 0, "adresse", "code_postal"), "1000")
    assert [problem.code for problem in problems] == ["code-postal-commune"]
    assert brouillon.put(("lieux", 0, "adresse", "code_postal"), "1050") == []


def test_a_warning_is_said_and_the_answer_taken(brouillon: Brouillon) -> None:
    problems = brouillon.put(("contacts", "courriels", 0, "adresse"), "amina.diallo@exemple.be")
    assert [problem.code for problem in problems] == ["courriel-personnel"]
    assert "contacts" in brouillon.donnees


def test_an_address_is_refused_once_the_record_is_secret(brouillon: Brouillon) -> None:
    assert brouillon.put(("confidentiel",), "oui") == []
    problems = brouillon.put(("resume", "fr"), "Chaussée de Wavre, à Ixelles.")
    assert [problem.code for problem in problems] == ["secret-texte"]
    assert all("Wavre" not in p.message("fr") + p.suggestion("fr") + p.extrait + p.valeur for p in problems)


@pytest.mark.parametrize(
    ("vocabulaire", "mot", "id_"),
    [
        ("natures", "cpas", "cpas"),
        ("communes", "Elsene", "ixelles"),
        ("communes", "SAINT GILLES", "saint-gilles"),
        ("themes", "Mes dettes ?", None),
        ("communes", "", None),
    ],
)
def test_a_word_is_an_id_only_where_it_is_its_name(donnees: Donnees, vocabulaire: str, mot: str, id_: str) -> None:
    assert exact(donnees, vocabulaire, mot) == id_


def test_the_nearest_come_with_their_labels(donnees: Donnees) -> None:
    assert nearest(donnees, "communes", "molenbeck", "nl")[0] == Choix("molenbeek-saint-jean", "Sint-Jans-Molenbeek")
    assert "mediation-de-dettes" in [choice.id for choice in nearest(donnees, "themes", "dettes", "fr")]
    assert nearest(donnees, "themes", "zzzzzz", "fr") == []


def test_every_choice_has_words_in_every_language(donnees: Donnees) -> None:
    for vocabulaire in ("natures", "themes", "formes_lieu", "communes"):
        for langue in ("fr", "nl", "en"):
            assert all(choice.label for choice in choices(donnees, vocabulaire, langue))


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1)


@given(WORDS, WORDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_back(name: str, street: str) -> None:
    record = {"nom": {"fr": name}, "lieux": [{"id": "a", "adresse": {"rue": {"fr": street}, "code_postal": "1050"}}]}
    assert yaml.load(as_yaml(record).decode(), yaml.CBaseLoader) == record


def test_keys_stand_as_in_every_record() -> None:
    text = as_yaml({"sources": [{"url": "https://a.be"}], "confidentiel": "oui", "nom": {"fr": "a"}}).decode()
    assert text == "nom:\n  fr: a\nconfidentiel: oui\n\nsources:\n  - url: https://a.be\n"
