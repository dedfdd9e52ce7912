"""The schema that gives completion in editors is the one of today's model and vocabularies."""

from pathlib import Path

from click.testing import CliRunner

from carte_sociale.cli import main

RACINE = Path(__file__).parents[2]


def test_committed_schema_is_current() -> None:
    shown = CliRunner().invoke(main, ["schema", "--langue", "fr", "--projet", str(RACINE)])
    assert shown.exit_code == 0
    committed = (RACINE / ".vscode" / "fiche.schema.json").read_text(encoding="utf-8")
    assert committed == shown.output, "lancez `make schema`"
