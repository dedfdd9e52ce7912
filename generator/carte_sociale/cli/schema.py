"""`carte schema`."""

import json
from datetime import date
from pathlib import Path

import click

from carte_sociale.cli.shared import find_project, loaded, shared_options
from carte_sociale.loading.project import read_data
from carte_sociale.model.structure import json_schema


@click.command(short_help="Écrit le schéma JSON d'une fiche.")
@shared_options
def schema(projet: Path, langue: str, aujourdhui: date) -> None:
    """Écrit le schéma JSON d'une fiche, pour la complétion dans les éditeurs."""
    del aujourdhui  # every command knows --date; a schema has no day
    donnees = loaded(read_data, find_project(projet, langue), langue)

    def terms(vocabulary: str) -> list[tuple[str, str]]:
        if vocabulary == "communes":
            return [(commune.slug, commune.nom[langue]) for commune in donnees.territoire.communes]
        return [(term.id, term.label[langue]) for term in donnees.vocabulaires[vocabulary]]

    click.echo(json.dumps(json_schema(terms), ensure_ascii=False, indent=2))
