"""`carte horaires`."""

from datetime import date
from pathlib import Path

import click

from carte_sociale.cli.shared import find_project, loaded, shared_options
from carte_sociale.explaining import explain
from carte_sociale.loading.project import read_data


@click.command(short_help="Dit ce que le programme comprend d'un horaire.")
@click.argument("horaire", nargs=-1, required=True, metavar="HORAIRE")
@shared_options
@click.pass_context
def horaires(contexte: click.Context, horaire: tuple[str, ...], projet: Path, langue: str, aujourdhui: date) -> None:
    """Dit ce que le programme comprend d'un horaire, et ce qu'il en fait pour les 7 jours qui viennent.

    HORAIRE s'écrit en français ou en néerlandais ("lun-ven 9h-12h, sauf jours fériés"), ou en écriture OSM.
    """
    donnees = loaded(read_data, find_project(projet, langue), langue)
    explained = explain(" ".join(horaire), donnees.feries, donnees.vacances, aujourdhui, langue)
    click.echo("\n".join([*explained.lignes, *explained.jours]))
    contexte.exit(0 if explained.compris else 1)
