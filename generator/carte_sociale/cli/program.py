"""The commands together, one module each, imported when asked for: whoever checks one record waits for no template."""

from importlib import import_module

import click
from click.exceptions import NoSuchCommand

from carte_sociale.cli.french import speak_french
from carte_sociale.langues import LANGUES_DU_SITE

speak_french()  # before any option is made: click words some of them when they are

COMMANDES = ("valider", "construire", "servir", "controler", "nouvelle", "reseau", "couverture", "horaires", "schema")
"""Each is a function of the module of its name."""


class _Commandes(click.Group):
    """The commands, in their order."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as error:
            raise NoSuchCommand(error.command_name, possibilities=COMMANDES, ctx=ctx) from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDES:
            return None
        command: click.Command = getattr(import_module(f"carte_sociale.cli.{cmd_name}"), cmd_name)
        return command


@click.group(
    cls=_Commandes,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
)
@click.option("--langue", type=click.Choice(LANGUES_DU_SITE), help="La langue des messages, pour toute commande.")
@click.option("--date", "aujourdhui", metavar="AAAA-MM-JJ", help="Le jour à prendre pour aujourd'hui.")
@click.pass_context
def main(context: click.Context, langue: str | None, aujourdhui: str | None) -> None:
    """Carte sociale : des fiches YAML à un site en trois langues."""
    given = {name: value for name, value in (("langue", langue), ("aujourdhui", aujourdhui)) if value}
    context.default_map = {**dict.fromkeys(COMMANDES, given), "reseau": {"verifier": given}}
