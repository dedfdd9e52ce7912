"""May this be merged? One small generator for each rule; its docstring is the rule in one sentence."""

from collections.abc import Callable, Iterator

from carte_sociale.loading.records import FicheLue
from carte_sociale.problems import Problem
from carte_sociale.rules import (
    dates,
    duplicates,
    explications,
    files,
    funding,
    hours,
    names,
    network,
    people,
    places,
    relations,
    secrets,
    services,
    texts,
)
from carte_sociale.rules.context import Contexte
from carte_sociale.rules.facts import Faits, faits_de
from carte_sociale.rules.names import said_once

RegleFiche = Callable[[FicheLue, Contexte], Iterator[Problem]]
RegleEnsemble = Callable[[Contexte], Iterator[Problem]]

REGLES_FICHE: tuple[RegleFiche, ...] = (
    *names.REGLES_FICHE,
    *files.REGLES_FICHE,
    *secrets.REGLES_FICHE,
    *people.REGLES_FICHE,
    *places.REGLES_FICHE,
    *services.REGLES_FICHE,
    *hours.REGLES_FICHE,
    *dates.REGLES_FICHE,
    *funding.REGLES_FICHE,
    *relations.REGLES_FICHE,
    *texts.REGLES_FICHE,
)
REGLES_ENSEMBLE: tuple[RegleEnsemble, ...] = (
    *names.REGLES_ENSEMBLE,
    *relations.REGLES_ENSEMBLE,
    *network.REGLES_ENSEMBLE,
    *explications.REGLES_ENSEMBLE,
    *duplicates.REGLES_ENSEMBLE,
)


def verifier_fiche(lue: FicheLue, contexte: Contexte) -> list[Problem]:
    """Return what every rule on one record says of it, whatever the other records are."""
    return [problem for rule in REGLES_FICHE for problem in rule(lue, contexte)]


def verifier_ensemble(contexte: Contexte) -> list[Problem]:
    """Return what the rules on all records together say, from their facts (`contexte.faits`)."""
    return [problem for whole in REGLES_ENSEMBLE for problem in whole(contexte)]


def verifier(contexte: Contexte) -> list[Problem]:
    """Return what every rule says of every record at hand, sorted by place.

    Problems of bytes, YAML and fields are not here.
    """
    own = (problem for lue in contexte.lues for problem in verifier_fiche(lue, contexte))
    whole = verifier_ensemble(contexte)
    return sorted([*said_once(own, whole), *whole])


__all__ = [
    "REGLES_ENSEMBLE",
    "REGLES_FICHE",
    "Contexte",
    "Faits",
    "faits_de",
    "said_once",
    "verifier",
    "verifier_ensemble",
    "verifier_fiche",
]
