"""Help and wrong uses, of every command."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from carte_sociale.cli import main

from .conftest import Commande

COMMANDES = ("construire", "controler", "couverture", "horaires", "nouvelle", "reseau", "schema", "servir", "valider")
ANGLAIS = re.compile(
    r"\b(usage|error|try|help|show|missing|invalid|such|value|directory|file|command|commands|exist|required|the|is)\b"
)


def without_options(text: str) -> str:
    return re.sub(r"--?[a-z-]+", "", text).lower()


def test_the_commands_are_those_of_the_interface() -> None:
    assert sorted(main.list_commands(click.Context(main))) == sorted(COMMANDES)


@pytest.mark.parametrize("arguments", [["--help"], *([name, "-h"] for name in COMMANDES)])
def test_help_is_in_french(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert result.output.startswith("Utilisation : ")
    assert not ANGLAIS.search(without_options(result.output)), result.output


def test_every_option_says_what_it_does() -> None:
    for name in COMMANDES:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, (name, option.name)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["valde"], "La commande 'valde' n'existe pas. Vouliez-vous dire 'valider' ?"),
        (["valider", "--formt=json"], "L'option '--formt' n'existe pas. Vouliez-vous dire '--format' ?"),
        (["valider", "--format", "xml"], "'xml' ne fait pas partie de 'texte', 'github', 'json', 'markdown'."),
        (["valider", "--format"], "Il manque la valeur de l'option '--format'."),
        (["valider", "--date", "22/11/2026"], "une date s'écrit AAAA-MM-JJ"),
        (["valider", "--langue", "de"], "'de' ne fait pas partie de 'fr', 'nl', 'en'."),
        (["valider", "--projet", "/nulle-part"], "Dossier '/nulle-part' n'existe pas."),
        (["valider", "nulle-part"], "« nulle-part » n'existe pas."),
        (["valider", "/"], "« / » n'est pas dans le projet"),
        (["construire", "--edition", "papier"], "'papier' ne fait pas partie de 'web', 'cle-usb'."),
        (["construire", "ici"], "Argument de trop (ici)"),
        (["construire", "--sortie", "mkdocs.yml"], "contient autre chose qu'un site"),
        (["construire", "--mesures", "nulle-part/mesures.json"], "Donnez un fichier d'un dossier qui existe"),
        (["construire", "--mesures", "content"], "Donnez un fichier d'un dossier qui existe"),
        (["servir", "--port", "http"], "'http' n'est pas un nombre entier."),
        (["servir", "--port", "70000"], "70000 n'est pas dans 0<=x<=65535."),
        (["horaires"], "Il manque l'argument 'HORAIRE'."),
    ],
)
def test_a_wrong_use_exits_with_2_and_says_what_to_do(carte: Commande, arguments: list[str], words: str) -> None:
    result = CliRunner(env={"LC_ALL": "fr_BE.UTF-8"}).invoke(main, arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert isinstance(result.exception, SystemExit)
    assert not re.search(r"\b(Error|Usage|Invalid|Missing|No such|Traceback)\b", result.output)


@pytest.mark.parametrize("command", [name for name in COMMANDES if name not in ("horaires", "controler")])
def test_outside_a_project_every_command_says_where_to_go(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for langue, words in (("fr", "avec --projet"), ("nl", "met --projet"), ("en", "with --projet")):
        rest = {"couverture": ["--quartier", "matonge"], "reseau": ["verifier"]}.get(command, [])
        result = CliRunner().invoke(main, [command, *rest, "--langue", langue])
        assert result.exit_code == 2
        assert words in result.output


def test_a_project_is_found_from_a_folder_inside_it(carte: Commande, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("organisations/ixelles")
    result = carte("valider", "maison-des-tilleuls.yml")
    assert (result.exit_code, result.output[:15]) == (0, "fiches lues : 1")


@pytest.mark.parametrize("before", [True, False])
def test_language_and_date_stand_before_or_after_the_command(projet_fictif: Path, before: bool) -> None:
    options = ["--langue", "nl", "--date", "2026-11-22"]
    rest = ["valider", "--projet", str(projet_fictif)]
    result = CliRunner().invoke(main, [*options, *rest] if before else [*rest, *options])
    assert result.exit_code == 0
    assert result.output.startswith("gelezen fiches: 3")
