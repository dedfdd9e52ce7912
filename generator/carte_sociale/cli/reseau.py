"""`carte reseau verifier`."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from carte_sociale.atlas.atlas import build_atlas
from carte_sociale.cli.shared import find_project, loaded, readable, shared_options
from carte_sociale.cli.words_reseau import GROUPES, dit
from carte_sociale.loading.project import read_project
from carte_sociale.problems import Problem
from carte_sociale.reports import as_cell, as_code, escaped
from carte_sociale.reviewing import questions


@click.group(short_help="Dit ce que le réseau laisse en question.", subcommand_metavar="COMMANDE [ARGUMENTS]...")
def reseau() -> None:
    """Les liens, projets, mutualisations, rencontres et dispositifs ensemble."""


def _as_text(groups: Sequence[tuple[str, Sequence[Problem]]], illisibles: int, langue: str) -> str:
    blocks = [
        f"{GROUPES[code][langue]} ({len(asked)})\n\n" + "\n\n".join(_lines(asked, langue)) for code, asked in groups
    ]
    return "\n\n\n".join([*blocks, _summary(groups, illisibles, langue)])


def _lines(asked: Sequence[Problem], langue: str) -> list[str]:
    return [f"{_place(p, langue)}\n  {p.message(langue)}\n  {p.suggestion(langue)}" for p in asked]


def _place(problem: Problem, langue: str) -> str:
    return f"{problem.nom_montre(langue)}:{problem.ligne}:{problem.colonne}"


def _summary(groups: Sequence[tuple[str, Sequence[Problem]]], illisibles: int, langue: str) -> str:
    count = sum(len(asked) for _, asked in groups)
    lines = [dit("questions" if count else "aucune-question", langue, nombre=count)]
    return "\n".join([*lines, *([dit("illisibles", langue, nombre=illisibles)] if illisibles else [])])


def _as_markdown(groups: Sequence[tuple[str, Sequence[Problem]]], illisibles: int, langue: str) -> str:
    parts = [f"### {dit('titre', langue)}", _summary(groups, illisibles, langue)]
    for code, asked in groups:
        parts.append(f"#### {GROUPES[code][langue]} ({len(asked)})")
        rows = (
            f"- [ ] {as_code(_place(p, langue))} {as_cell(f'{p.message(langue)} {p.suggestion(langue)}')}"
            for p in asked
        )
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def _as_json(groups: Sequence[tuple[str, Sequence[Problem]]], illisibles: int, langue: str) -> str:
    rows = [
        {
            "groupe": code,
            "fichier": problem.nom_montre(langue),
            "ligne": problem.ligne,
            "colonne": problem.colonne,
            "champ": problem.champ,
            "message": problem.message(langue),
            "suggestion": problem.suggestion(langue),
        }
        for code, asked in groups
        for problem in asked
    ]
    return escaped(json.dumps({"illisibles": illisibles, "questions": rows}, ensure_ascii=False, indent=2))


FORMATS: Mapping[str, Callable[[Sequence[tuple[str, Sequence[Problem]]], int, str], str]] = {
    "texte": _as_text,
    "json": _as_json,
    "markdown": _as_markdown,
}


@reseau.command(short_help="Liste ce qu'on peut demander aux uns et aux autres.")
@click.option(
    "--format", "format_", type=click.Choice(list(FORMATS)), default="texte", help="La forme de la liste ; texte sinon."
)
@shared_options
@click.pass_context
def verifier(contexte: click.Context, format_: str, projet: Path, langue: str, aujourdhui: date) -> None:
    """Liste ce que le réseau laisse en question, chaque fois avec son fichier, sa ligne et sa colonne.

    Les liens dits d'un seul côté, anciens ou contestés ; les projets dont le financement connu est passé ; les
    dispositifs et mutualisations sans contact ; les rencontres sans date à venir ; les quartiers sans dispositif.

    Ce sont des questions, pas des fautes : la commande finit par 0, quoi qu'elle trouve ; par 2 si les données ne
    peuvent pas être lues. Pour les fautes : carte valider.
    """
    try:
        project = loaded(read_project, find_project(projet, langue), langue)
    except click.exceptions.Exit:
        raise click.exceptions.Exit(2) from None
    with readable(langue):
        found = questions(project, build_atlas(project), aujourdhui)
    groups = [(code, list(asked)) for code, asked in groupby(found, key=lambda problem: problem.code)]
    unread = sum(lue.fiche is None for lue in project.lues)
    unread += sum(fichier.element is None for fichier in project.donnees.reseau.fichiers)
    click.echo(FORMATS[format_](groups, unread, langue))
    contexte.exit(0)
