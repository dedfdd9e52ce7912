"""The one place that calls git, which keeps what was written before."""

import os
import subprocess
from pathlib import Path

_SUR_PLACE = {"GIT_NO_LAZY_FETCH": "1"}
"""Objects that a partial clone has not are missing, rather than fetched from elsewhere."""


class GitAbsent(Exception):
    """Git is not installed, or cannot be run."""


class RevisionInconnue(Exception):
    """Git does not know the revision, or the project is not in a git repository."""


def git(racine: Path, *arguments: str, entree: bytes = b"", sur_place: bool = False) -> bytes | None:
    """Return what git answers in this folder to what it is given to read, None where it refuses.

    An archive then holds this folder only; `sur_place` fetches nothing. `GitAbsent` where there is no git.
    """
    try:
        answer = subprocess.run(
            ["git", *arguments],
            cwd=racine,
            env=os.environ | (_SUR_PLACE if sur_place else {}),
            input=entree,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise GitAbsent from None
    return answer.stdout if answer.returncode == 0 else None
