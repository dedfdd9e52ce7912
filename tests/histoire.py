"""A small git repository whose commits have the days that a test says."""

import os
import subprocess
from pathlib import Path


class Depot:
    """A repository in a folder: files change, then a commit takes them all."""

    def __init__(self, racine: Path) -> None:
        self.racine = racine
        racine.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, quand: str = "") -> str:
        """Run git, at a moment; return what it says."""
        identity = ["-c", "user.name=Essai", "-c", "user.email=essai@carte.example", "-c", "commit.gpgsign=false"]
        dates = {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z", "GIT_COMMITTER_DATE": quand} if quand else {}
        done = subprocess.run(
            ["git", *identity, *arguments],
            cwd=self.racine,
            env=os.environ | dates,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def commit(self, quand: str) -> str:
        """Commit whatever changed; a day alone is its noon in Brussels' winter. Return the commit."""
        moment = quand if "T" in quand else f"{quand}T12:00:00+01:00"
        self.git("add", "--all", ".")
        self.git("commit", "--quiet", "--allow-empty", "--message", quand, quand=moment)
        return self.git("rev-parse", "HEAD")

    def ecrire(self, nom: str, texte: str) -> None:
        """Write a file."""
        path = self.racine / nom
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texte, encoding="utf-8")

    def effacer(self, nom: str) -> None:
        """Remove a file."""
        (self.racine / nom).unlink()
