"""What a change brought in: the problems of today against those of an earlier revision."""

import io
import os
import re
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from carte_sociale.loading.git import RevisionInconnue, git
from carte_sociale.problems import Problem


def problems_at(racine: Path, revision: str, check: Callable[[Path], Sequence[Problem]]) -> Sequence[Problem]:
    """Return the problems that the project had at a revision.

    `GitAbsent` or `RevisionInconnue` (`loading.git`) where git cannot tell; OSError where the disk is full.
    """
    _refuse_unknown(racine, revision)
    archive = git(racine, "archive", "--format=tar", revision)
    with tempfile.TemporaryDirectory(prefix="carte-sociale-") as folder:
        # No archive where the project's folder was not there yet, and one that is none where the whole tree was empty.
        with suppress(tarfile.ReadError), tarfile.open(fileobj=io.BytesIO(archive or b"")) as tar:
            tar.extractall(folder, filter=_files_only)
        return check(Path(folder))


def files_changed(racine: Path, revision: str) -> frozenset[str]:
    """Return the files of the project that are new or not the same since a revision, `/` between folders.

    `GitAbsent` or `RevisionInconnue` (`loading.git`) where git cannot tell.
    """
    _refuse_unknown(racine, revision)
    changed = git(racine, "diff", "--name-only", "--relative", "-z", revision, "--", ".") or b""
    added = git(racine, "ls-files", "--others", "--exclude-standard", "-z", "--", ".") or b""
    return frozenset(os.fsdecode(name) for name in (changed + added).split(b"\0") if name)


def _refuse_unknown(racine: Path, revision: str) -> None:
    known = revision and not revision.startswith("-")
    if not known or git(racine, "rev-parse", "--verify", f"{revision}^{{commit}}") is None:
        raise RevisionInconnue(revision)


def _files_only(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Leave links out: one that points outside would stop the whole extraction."""
    return tarfile.data_filter(member, folder) if member.isfile() or member.isdir() else None


def unchanged(today: Sequence[Problem], before: Iterable[Problem]) -> frozenset[Problem]:
    """Return the problems of today that were there before, wherever their line has moved to since.

    A problem is known again by its record, its key and its value; then, where an item was put before it in a list or
    the file went to another folder, by all but those.
    """
    kept: list[Problem] = []
    left, rest = list(before), list(today)
    for identity in (_exact, _moved):
        known: defaultdict[tuple[str, ...], list[Problem]] = defaultdict(list)
        for problem in left:
            known[identity(problem)].append(problem)
        found = [problem for problem in rest if known[identity(problem)] and known[identity(problem)].pop()]
        left = [problem for same in known.values() for problem in same]
        rest = [problem for problem in rest if problem not in found]
        kept += found
    return frozenset(kept)


def _exact(problem: Problem) -> tuple[str, ...]:
    return problem.fichier, problem.code, problem.champ, problem.valeur


def _moved(problem: Problem) -> tuple[str, ...]:
    name = PurePosixPath(problem.fichier).name
    return name, problem.code, re.sub(r"\[\d+\]", "", problem.champ), problem.valeur
