"""What every command shares: options, the project's folder, today, and wrong uses said in one line."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from carte_sociale.cli.words import said
from carte_sociale.horaires import BRUXELLES
from carte_sociale.loading.files import FichierChange
from carte_sociale.loading.project import DonneesIllisibles
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.processes import ProcessusPerdu
from carte_sociale.reports import Bilan, as_text

_RAISONS = {
    errno.ENOSPC: "disque-plein",
    errno.EDQUOT: "disque-plein",
    errno.ENAMETOOLONG: "nom-trop-long",
    errno.ENOTDIR: "pas-un-dossier",
    errno.EEXIST: "pas-un-dossier",
    errno.ELOOP: "liens-en-boucle",
    errno.EILSEQ: "pas-du-texte",
}
"""What to say of a reason of the system that has nothing to do with rights."""
_PROJECT = ("organisations", "mkdocs.yml")

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


class MauvaisUsage(click.ClickException):
    """A wrong use, said in one line with what to do; exit code 2."""

    exit_code = 2

    def __init__(self, key: str, langue: str, **values: object) -> None:
        super().__init__(said(key, langue, **values))


def language_of_environment() -> str:
    """Return the language of the user's environment where the site has it, else French."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if code := os.environ.get(name, "")[:2]:
            return code if code in LANGUES_DU_SITE else LANGUES_DU_SITE[0]
    return LANGUES_DU_SITE[0]


def shared_options(command: F) -> F:
    """Add the options that every command knows: project, language, date."""
    for option in (
        click.option(
            "--date", "aujourdhui", callback=_day, metavar="AAAA-MM-JJ", help="Le jour à prendre pour aujourd'hui."
        ),
        click.option(
            "--langue",
            type=click.Choice(LANGUES_DU_SITE),
            default=language_of_environment,
            help="La langue des messages ; celle de l'environnement si rien n'est dit.",
        ),
        click.option(
            "--projet",
            type=click.Path(path_type=Path, exists=True, file_okay=False),
            metavar="DOSSIER",
            default=".",
            help="Le dossier du projet ; le dossier courant si rien n'est dit.",
        ),
    ):
        command = option(command)
    return command


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> date:
    """Return the day given, else today in Brussels."""
    if text is None:
        return datetime.now(BRUXELLES).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter("une date s'écrit AAAA-MM-JJ, par exemple 2026-11-22.") from None


def find_project(start: Path, langue: str) -> Path:
    """Return the nearest folder at or above `start` that holds a project."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if all((folder / name).exists() for name in _PROJECT):
            return folder
    raise MauvaisUsage("pas-un-projet", langue, chemin=start)


@contextmanager
def readable(langue: str) -> Iterator[None]:
    """Say in one line that a file or a folder cannot be read or written, or that a process was lost."""
    try:
        yield
    except ProcessusPerdu:
        raise MauvaisUsage("processus-perdu", langue) from None
    except FichierChange as changed:
        raise MauvaisUsage("fichier-change", langue, chemin=changed) from None
    except OSError as error:
        key = _RAISONS.get(error.errno or 0, "illisible")
        raise MauvaisUsage(key, langue, chemin=error.filename or ".", raison=error.strerror or error) from error


def resolved(path: Path) -> Path:
    """Return a path without links. OSError where links lead in a circle."""
    try:
        return path.resolve()
    except RuntimeError:  # what Python 3.11 and 3.12 say of such links
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None


def loaded(read: Callable[[Path], T], racine: Path, langue: str) -> T:
    """Return what `read` gives of the project; where `content/_data` is broken, say why and exit with 1."""
    try:
        with readable(langue):
            return read(racine)
    except DonneesIllisibles as broken:
        click.echo(as_text(Bilan(0, broken.problems), langue), err=True)
        raise click.exceptions.Exit(1) from None
