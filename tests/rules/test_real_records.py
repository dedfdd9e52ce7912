"""Every record of the project, in every run."""

from datetime import date
from pathlib import Path

import pytest

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading.files import FICHES
from carte_sociale.loading.project import Projet, read_project
from carte_sociale.problems import Gravite
from carte_sociale.rules import Contexte, verifier
from carte_sociale.rules.secrets import is_confidential

RACINE = Path(__file__).resolve().parents[2]
AUJOURDHUI = date(2026, 11, 30)


@pytest.fixture(scope="module")
def projet() -> Projet:
    return read_project(RACINE)


@pytest.fixture(scope="module")
def problems(projet):
    index = TerritoryIndex(projet.donnees.territoire)
    return sorted(projet.problemes + verifier(Contexte.des_lues(projet.lues, projet.donnees, index, AUJOURDHUI, True)))


def test_there_are_records(projet):
    assert len(projet.lues) >= 160
    assert len({lue.id for lue in projet.lues}) == len(projet.lues)


def test_no_error_even_in_production(problems):
    errors = [f"{p.fichier}:{p.ligne}: {p.message('fr')}" for p in problems if p.gravite is Gravite.ERREUR]
    assert errors == []


def test_warnings_stay_few(problems, projet):
    """A list of warnings that nobody reads protects nobody: fewer than one for ten records."""
    assert len(problems) < len(projet.lues) / 10


def test_confidential_records_stand_apart(projet):
    secret = [lue for lue in projet.lues if is_confidential(lue)]
    assert secret
    assert {str(Path(lue.document.fichier).parent) for lue in secret} == {f"{FICHES}/region"}
    assert all(lieu.adresse is None and lieu.position is None for lue in secret for lieu in lue.fiche.lieux)


def test_nothing_claims_a_verification_that_did_not_take_place(projet):
    assert [lue.id for lue in projet.lues if lue.fiche and lue.fiche.verification] == []
