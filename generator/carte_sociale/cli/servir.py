"""`carte servir`."""

from contextlib import ExitStack
from datetime import date
from pathlib import Path

import click

from carte_sociale.building import build_site
from carte_sociale.cli.construire import DOSSIERS
from carte_sociale.cli.shared import MauvaisUsage, find_project, readable, shared_options
from carte_sociale.cli.words import said
from carte_sociale.mkdocs_plugin import read_prose
from carte_sociale.problems import visible
from carte_sociale.rendering.staging import may_replace
from carte_sociale.reports import Bilan, as_text, summary
from carte_sociale.routes import Edition
from carte_sociale.serving import Version, served, watched


@click.command(short_help="Montre le site sur cette machine pendant qu'on modifie.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    default=8000,
    help="Le port sur 127.0.0.1 ; 8000 si rien n'est dit, 0 pour un port libre.",
)
@shared_options
def servir(port: int, projet: Path, langue: str, aujourdhui: date) -> None:
    """Construit le site, le montre sur cette machine et suit ce que vous modifiez.

    Une fiche avec une erreur laisse en place le dernier site entier, et dit quoi corriger.
    """
    racine = find_project(projet, langue)
    site = (racine / DOSSIERS[Edition.WEB]).resolve()
    with readable(langue):
        if not may_replace(site):
            raise MauvaisUsage("sortie-refusee", langue, chemin=site)
    version = Version()
    try:
        with ExitStack() as stack:
            changes = stack.enter_context(watched(racine))
            address = _open(stack, site, version, port, langue)
            if _build(racine, site, langue, aujourdhui):
                version.next()
            click.echo(said("servi", langue, adresse=address))
            while True:
                changed = changes.wait()
                click.echo(said("change", langue, fichiers=_names(changed, racine)))
                if _build(racine, site, langue, aujourdhui):
                    version.next()
    except KeyboardInterrupt:
        click.echo(said("arrete", langue))


def _open(stack: ExitStack, site: Path, version: Version, port: int, langue: str) -> str:
    try:
        return stack.enter_context(served(site, version, port))
    except OSError as error:
        raise MauvaisUsage("port-pris", langue, port=port, raison=error.strerror or error) from error


def _names(paths: list[Path], racine: Path) -> str:
    names = [path.relative_to(racine).as_posix() if path.is_relative_to(racine) else path.name for path in paths]
    return visible(", ".join(names[:5])) + (", …" if len(names) > 5 else "")


def _build(racine: Path, site: Path, langue: str, day: date) -> bool:
    """Build once and return whether there is a new site; what is wrong is said, and the last whole one stays."""
    try:
        done = build_site(racine, site, lambda: read_prose(racine), day)
    except Exception as error:  # a template in the middle of an edit may fail in any way
        reason = f"{type(error).__name__} : {error}"
        click.echo(said("panne", langue, raison=reason), err=True)
        return False
    bilan = Bilan(done.fiches, done.problemes)
    if done.refusee:
        click.echo(as_text(bilan, langue), err=True)
        click.echo(said("non-construit", langue), err=True)
        return False
    click.echo(summary(bilan, langue))
    return True
