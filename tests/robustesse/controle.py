"""The whole check of one file, as `carte valider` does it, and what must hold of its answer whatever the file is."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading.explications import Explications
from carte_sociale.loading.network import Reseau
from carte_sociale.loading.project import Donnees, read_data
from carte_sociale.loading.records import FicheLue, read_record
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.problems import Gravite, Problem, catalogue
from carte_sociale.reports import FORMATS, Bilan
from carte_sociale.rules import Contexte, verifier

RACINE = Path(__file__).resolve().parents[2]
FICHIER = "organisations/uccle/essai.yml"
AUTRE = "organisations/uccle/aide-a-domicile-uccloise.yml"
ADMIS = {"\n", "\xa0", "\u202f", "\u200b"}
"""Signs that Python does not call printable and that reports hold: the blanks of our own messages, and what Markdown
needs so that nobody is told that a record names them."""
AUJOURDHUI = date(2026, 11, 30)


@cache
def _referentiel() -> tuple[Donnees, TerritoryIndex, FicheLue]:
    """The real data, and another record, so that what two records share is looked at too."""
    donnees = read_data(RACINE)
    donnees = replace(donnees, reseau=Reseau(), explications=Explications())  # they name records of ours
    source = sorted((RACINE / "organisations" / "uccle").glob("*.yml"))[0]
    return donnees, TerritoryIndex(donnees.territoire), read_record(AUTRE, source.read_bytes(), donnees)[0]


def problems_of(octets: bytes, fichier: str = FICHIER) -> tuple[FicheLue, list[Problem]]:
    """Return a file as it is read, and every problem that reading and rules find in it."""
    donnees, index, autre = _referentiel()
    lue, problems = read_record(fichier, octets, donnees)
    return lue, sorted(problems + verifier(Contexte.des_lues((lue, autre), donnees, index, AUJOURDHUI, True)))


def steps(octets: bytes) -> Iterator[bool]:
    """Check a file and every report of it, one command's work a step; each step says whether it may be published.

    AssertionError where something is off: every problem has a place inside the file and words in three languages,
    every report keeps its form, and no sign of the file steers a terminal.
    """
    lue, problems = problems_of(octets)
    valid = lue.fiche is not None and not any(problem.gravite is Gravite.ERREUR for problem in problems)
    assert lue.fiche is not None or problems
    yield valid
    lines = lue.document.lignes or [line.decode("latin-1") for line in octets.split(b"\n")]
    for problem in problems:
        assert problem.code in catalogue()
        if problem.fichier == FICHIER:
            assert 1 <= problem.ligne <= max(1, len(lines)), problem
            assert 1 <= problem.colonne <= len(lines[problem.ligne - 1]) + 2, problem
    for langue in LANGUES_DU_SITE:
        yield valid
        assert all(problem.message(langue) and problem.suggestion(langue) for problem in problems)
        for anciens in (None, frozenset(problems[::2])):
            for name in FORMATS:
                yield valid
                check_report(name, Bilan(1, problems, anciens), langue)


def check_report(name: str, bilan: Bilan, langue: str) -> None:
    """One report in one language: its form holds whatever the problems say."""
    text, count = FORMATS[name](bilan, langue), len(bilan.problemes)
    text.encode()  # what no terminal and no file can hold would stop the command
    assert text.replace("\n", "").isprintable() or not {c for c in text if not c.isprintable()} - ADMIS, name
    if name == "github":
        annotations = text.split("\n")[:-1]
        assert len(annotations) == count
        assert all(line.startswith(("::error file=", "::warning file=")) for line in annotations)
    elif name == "json":
        assert len(json.loads(text)["problemes"]) == count
    elif name == "markdown":
        assert sum(line.startswith(("| ❌", "| ⚠️")) for line in text.split("\n")) == count
