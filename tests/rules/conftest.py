"""Rules are tried on small YAML records, read by the real loader against the project's own data."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading.explications import Explications
from carte_sociale.loading.network import Reseau
from carte_sociale.loading.project import Donnees, read_data
from carte_sociale.loading.records import read_record
from carte_sociale.problems import Problem
from carte_sociale.rules import Contexte, verifier

RACINE = Path(__file__).resolve().parents[2]
AUJOURDHUI = date(2026, 11, 30)

Verifie = Callable[..., list[Problem]]


@pytest.fixture(scope="session")
def reseau_reel() -> Donnees:
    """The project's own data, with its network."""
    return read_data(RACINE)


@pytest.fixture(scope="session")
def donnees(reseau_reel: Donnees) -> Donnees:
    """The same without what names records of ours, which are not those of a test."""
    return replace(reseau_reel, reseau=Reseau(), explications=Explications())


@pytest.fixture(scope="session")
def index(donnees: Donnees) -> TerritoryIndex:
    return TerritoryIndex(donnees.territoire)


@pytest.fixture(scope="session")
def verifie(donnees: Donnees, index: TerritoryIndex) -> Verifie:
    """Return every problem of some files: `verifie({"organisations/x/a.yml": "nom: …"}, production=True)`."""

    def check(
        files: dict[str, str | bytes], *, production: bool = False, aujourdhui: date = AUJOURDHUI
    ) -> list[Problem]:
        lues, problems = [], []
        for name, text in files.items():
            lue, found = read_record(name, text.encode() if isinstance(text, str) else text, donnees)
            lues.append(lue)
            problems += found
        contexte = Contexte.des_lues(tuple(lues), donnees, index, aujourdhui, production)
        return sorted(problems + verifier(contexte))

    return check


BASE = """\
nom: {fr: Le Relais, nl: Het Relais}
nature: cpas
resume: {fr: Un lieu ouvert à tous., nl: Een plek voor iedereen.}
sources: [{url: https://exemple.be/relais, date: 2025-01}]
"""
"""Four lines without fault: what a test adds begins on line 5."""

FICHIER = "organisations/anderlecht/le-relais.yml"


@pytest.fixture(scope="session")
def base() -> str:
    return BASE


@pytest.fixture(scope="session")
def codes(verifie: Verifie) -> Callable[..., list[str]]:
    """Return `code@line:column` of each problem of the base record followed by some lines."""

    def check(extra: str = "", *, fichier: str = FICHIER, base: str = BASE, **options: object) -> list[str]:
        return [f"{p.code}@{p.ligne}:{p.colonne}" for p in verifie({fichier: base + extra}, **options)]

    return check
