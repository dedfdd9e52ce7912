"""`carte schema`."""

import json
from datetime import date
from pathlib import Path

import click

from carte_sociale.cli.shared import find_project, loaded, shared_options
from carte_sociale.loading.project import read_data
from carte_sociale.model.structure import DU_TERRITOIRE, SORTES, json_schema


@click.command(short_help="Écrit le schéma JSON d'une fiche, d'un projet…")
@click.option("--sorte", type=click.Choice(list(SORTES)), default="fiche", help="La sorte de fichier ; fiche sinon.")
@shared_options
def schema(sorte: str, projet: Path, langue: str, aujourdhui: date) -> None:
    """Écrit le schéma JSON d'une sorte de fichier, pour la complétion dans les éditeurs."""
    del aujourdhui  # every command knows --date; a schema has no day
    donnees = loaded(read_data, find_project(projet, langue), langue)

    def terms(vocabulary: str) -> list[tuple[str, str]]:
        if vocabulary in DU_TERRITOIRE:
            return [(place.slug, place.nom[langue]) for place in getattr(donnees.territoire, vocabulary)]
        return [(term.id, term.label[langue]) for term in donnees.vocabulaires[vocabulary]]

    click.echo(json.dumps(json_schema(terms, sorte), ensure_ascii=False, indent=2))
