"""`carte controler`."""

from pathlib import Path

import click

from carte_sociale.cli.shared import MauvaisUsage, language_of_environment, readable
from carte_sociale.cli.words import said
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.rendering.manifest import differences, read_manifest

_MONTRES = 20
"""Paths of a kind that are shown."""


@click.command(short_help="Compare un site publié, ou une copie, à son empreinte.")
@click.argument("dossier", metavar="DOSSIER", default="site", type=click.Path(path_type=Path))
@click.option(
    "--langue",
    type=click.Choice(LANGUES_DU_SITE),
    default=language_of_environment,
    help="La langue des messages ; celle de l'environnement si rien n'est dit.",
)
@click.pass_context
def controler(contexte: click.Context, dossier: Path, langue: str) -> None:
    """Dit si chaque fichier d'un site est comme il a été construit ; site/ si rien n'est dit.

    SHA256SUMS, à la racine du site, donne l'empreinte de chacun ; `sha256sum --check` la lit aussi.
    """
    known = read_manifest(dossier)
    if known is None:
        raise MauvaisUsage("sans-empreinte", langue, chemin=dossier)
    with readable(langue):
        found = differences(dossier, known)
    for key, names in (
        ("manque", found.manquants),
        ("altere", found.alteres),
        ("etranger", found.etrangers),
    ):
        for name in names[:_MONTRES]:
            click.echo(said(key, langue, fichier=ascii(name)[1:-1] if not name.isprintable() else name))
        if len(names) > _MONTRES:
            click.echo(said("et-encore", langue, nombre=len(names) - _MONTRES))
    click.echo(said("different" if found else "conforme", langue, nombre=len(known)))
    contexte.exit(1 if found else 0)
