"""The `carte` command: arguments, exit codes and the terminal. The only place that prints or exits."""

from carte_sociale.cli.program import main

__all__ = ["main"]
