"""The command as a user runs it, in a project of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from carte_sociale.cli import main

JOUR = "2026-11-22"
Commande = Callable[..., Result]


@pytest.fixture
def carte(projet_fictif: Path, monkeypatch: pytest.MonkeyPatch) -> Commande:
    """Run `carte ARGUMENTS` in the invented project, in French, on 22 November 2026. An exception is a failure."""
    monkeypatch.chdir(projet_fictif)

    def run(*arguments: str, entree: str = "", jour: str = JOUR, langue: str = "fr") -> Result:
        result = CliRunner().invoke(main, [*arguments, "--date", jour, "--langue", langue], input=entree)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run
