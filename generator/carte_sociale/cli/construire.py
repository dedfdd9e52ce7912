"""`carte construire`."""

import json
import shlex
from datetime import date
from functools import partial
from pathlib import Path

import click

from carte_sociale.building import build_site
from carte_sociale.cli.shared import MauvaisUsage, find_project, readable, resolved, shared_options
from carte_sociale.cli.words import said
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.prose import Prose
from carte_sociale.rendering.staging import may_replace
from carte_sociale.reports import Bilan, as_text, summary
from carte_sociale.routes import Edition

DOSSIERS = {Edition.WEB: "site", Edition.CLE_USB: "site-cle-usb"}
"""Where an edition goes when nothing is said."""


def _prose(racine: Path) -> tuple[Prose, ...]:
    from carte_sociale.mkdocs_plugin import read_prose  # another process imports MkDocs, while this one reads data

    return read_prose(racine)


def languages(_context: click.Context, _option: click.Parameter, text: str | None) -> tuple[str, ...]:
    """Return the languages named, in the order of the site; all of them where none is."""
    wanted = {part.strip() for part in text.split(",")} if text is not None else set(LANGUES_DU_SITE)
    if not wanted or not wanted <= set(LANGUES_DU_SITE):
        raise click.BadParameter(f"une ou plusieurs de {', '.join(LANGUES_DU_SITE)}, séparées par des virgules.")
    return tuple(langue for langue in LANGUES_DU_SITE if langue in wanted)


@click.command(short_help="Valide les fiches et construit le site.")
@click.option(
    "--sortie",
    type=click.Path(path_type=Path),
    metavar="DOSSIER",
    help="Le dossier du site ; site/ (ou site-cle-usb/) si rien n'est dit.",
)
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    default=Edition.WEB.value,
    help="web pour un serveur, cle-usb pour un dossier qu'on ouvre ; web si rien n'est dit.",
)
@click.option(
    "--langues",
    callback=languages,
    metavar="LL,LL",
    help="Les langues du site, par exemple fr,nl ; toutes si rien n'est dit.",
)
@click.option(
    "--processus",
    type=click.IntRange(1),
    metavar="N",
    help="Combien de processus y travaillent ; un par cœur si rien n'est dit.",
)
@click.option("--mesures", type=click.Path(path_type=Path), metavar="FICHIER", help="Écrit les durées dans ce fichier.")
@shared_options
@click.pass_context
def construire(
    contexte: click.Context,
    sortie: Path | None,
    edition: str,
    langues: tuple[str, ...],
    processus: int | None,
    mesures: Path | None,
    projet: Path,
    langue: str,
    aujourdhui: date,
) -> None:
    """Valide les fiches et construit le site ; avec une erreur, l'ancien site reste en place."""
    racine = find_project(projet, langue)
    with readable(langue):
        target = resolved(sortie or racine / DOSSIERS[Edition(edition)])
        if not may_replace(target):
            raise MauvaisUsage("sortie-refusee", langue, chemin=target)
        _check_measures(mesures, langue)
        done = build_site(
            racine,
            target,
            partial(_prose, racine),
            aujourdhui,
            Edition(edition),
            langues,
            processus,
            lambda: click.echo(said("autre-construction", langue, chemin=target), err=True),
        )
    bilan = Bilan(done.fiches, done.problemes)
    if done.refusee:
        click.echo(as_text(bilan, langue), err=True)
        click.echo(said("non-construit", langue), err=True)
        contexte.exit(1)
    if mesures:
        with readable(langue):
            mesures.write_text(json.dumps(done.mesures(), indent=2) + "\n", encoding="utf-8")
    click.echo(summary(bilan, langue))
    seconds = f"{sum(done.secondes.values()):.1f}"
    click.echo(said("construit", langue, pages=done.pages, langues=", ".join(langues), secondes=seconds))
    click.echo(said("ouvrir", langue, moyen=_how_to_open(target, Edition(edition), langue)))


def _check_measures(mesures: Path | None, langue: str) -> None:
    """Refuse before the build, not after it."""
    if mesures and (mesures.is_dir() or not mesures.absolute().parent.is_dir()):
        raise MauvaisUsage("mesures-refusees", langue, chemin=mesures)


def _how_to_open(target: Path, edition: Edition, langue: str) -> str:
    if edition is Edition.CLE_USB:
        return str(target / "index.html")
    command = f"python3 -m http.server --bind 127.0.0.1 --directory {shlex.quote(str(target))} 8000"
    return said("puis", langue, commande=command, adresse="http://127.0.0.1:8000/")
