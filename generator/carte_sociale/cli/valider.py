"""`carte valider`."""

from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from carte_sociale.cli.shared import MauvaisUsage, find_project, readable, resolved, shared_options
from carte_sociale.comparison import files_changed, problems_at, unchanged
from carte_sociale.loading.git import GitAbsent, RevisionInconnue
from carte_sociale.loading.network import network_names
from carte_sociale.loading.project import DONNEES
from carte_sociale.problems import Problem
from carte_sociale.reading import check
from carte_sociale.reports import FORMATS, Bilan


@click.command(short_help="Dit ce qui ne va pas dans les fiches, et quoi écrire.")
@click.argument("chemins", nargs=-1, metavar="[CHEMIN]...", type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", type=click.Choice(list(FORMATS)), default="texte", help="La forme du rapport ; texte sinon."
)
@click.option("--depuis", metavar="REV", help="Dit ce que le changement depuis cette révision de git a amené.")
@shared_options
@click.pass_context
def valider(
    contexte: click.Context,
    chemins: tuple[Path, ...],
    format_: str,
    depuis: str | None,
    projet: Path,
    langue: str,
    aujourdhui: date,
) -> None:
    """Dit tout ce qui ne va pas dans les fiches, et quoi écrire à la place.

    Les fiches, et les projets, mutualisations, rencontres et dispositifs de content/_data.

    Sans CHEMIN, tous ; avec, seulement les problèmes de ces fichiers ou dossiers.
    """
    racine = find_project(projet, langue)
    wanted = frozenset(_inside(racine, path, langue) for path in chemins)
    changed = frozenset[str]() if depuis is None or wanted else _changed(racine, depuis, langue)

    def about(name: str) -> bool:
        return _is_wanted(name, wanted) if wanted else name in changed

    with readable(langue):
        files, problems = check(racine, aujourdhui, about)
    old: frozenset[Problem] | None = None
    if depuis is not None:
        before = _before(racine, depuis, lambda folder: check(folder, aujourdhui, about, keep=False)[1], langue)
        old = unchanged(problems, before)
    if wanted and files is not None:  # without its data nothing was checked, and that has to be said whatever was asked
        files = tuple(name for name in (*files, *network_names(racine / DONNEES, racine)) if _is_wanted(name, wanted))
        problems = [problem for problem in problems if _is_wanted(problem.fichier, wanted)]
    bilan = Bilan(len(files or ()), problems, old)
    click.echo(FORMATS[format_](bilan, langue))
    contexte.exit(1 if bilan.invalide else 0)


def _before(racine: Path, revision: str, check_at: Callable[[Path], list[Problem]], langue: str) -> list[Problem]:
    with _from_git(revision, langue), readable(langue):
        return list(problems_at(racine, revision, check_at))


def _changed(racine: Path, revision: str, langue: str) -> frozenset[str]:
    with _from_git(revision, langue):
        return files_changed(racine, revision)


@contextmanager
def _from_git(revision: str, langue: str) -> Iterator[None]:
    try:
        yield
    except GitAbsent:
        raise MauvaisUsage("git-absent", langue) from None
    except RevisionInconnue:
        raise MauvaisUsage("revision-inconnue", langue, revision=revision) from None


def _inside(racine: Path, path: Path, langue: str) -> str:
    """Return a path given by the user as the project names it."""
    with readable(langue):
        true = resolved(path)
    if not true.exists():
        raise MauvaisUsage("chemin-absent", langue, chemin=path)
    if not true.is_relative_to(racine):
        raise MauvaisUsage("chemin-dehors", langue, chemin=path, projet=racine.name)
    return true.relative_to(racine).as_posix()


def _is_wanted(name: str, wanted: Container[str]) -> bool:
    """Whether a file is one of those asked for, or in a folder of theirs; `.` is the whole project."""
    while name and name not in wanted:
        name = name.rpartition("/")[0]
    return bool(name) or "." in wanted
