"""The commands together, one module each."""

import click

from carte_sociale.cli.construire import construire
from carte_sociale.cli.horaires import horaires
from carte_sociale.cli.nouvelle import nouvelle
from carte_sociale.cli.schema import schema
from carte_sociale.cli.servir import servir
from carte_sociale.cli.valider import valider
from carte_sociale.model.fields import LANGUES_DU_SITE


@click.group(
    commands=[valider, construire, servir, nouvelle, horaires, schema],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
)
@click.option("--langue", type=click.Choice(LANGUES_DU_SITE), help="La langue des messages, pour toute commande.")
@click.option("--date", "aujourdhui", metavar="AAAA-MM-JJ", help="Le jour à prendre pour aujourd'hui.")
@click.pass_context
def main(context: click.Context, langue: str | None, aujourdhui: str | None) -> None:
    """Carte sociale : des fiches YAML à un site en trois langues."""
    given = {name: value for name, value in (("langue", langue), ("aujourdhui", aujourdhui)) if value}
    context.default_map = dict.fromkeys(main.commands, given)
