"""A new site is written aside and takes the old one's place in one step, whole or not at all."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from carte_sociale import routes

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def may_replace(sortie: Path) -> bool:
    """Return whether nothing but a site of ours would be lost: `--sortie .` must not take the records away.

    OSError where the folder cannot be read.
    """
    if not os.path.lexists(sortie):
        return True
    if not sortie.is_dir():
        return False
    return not any(sortie.iterdir()) or all(
        (sortie / name).is_file() for name in (routes.INTROUVABLE, routes.DONNEES["json"])
    )


@contextmanager
def staged(sortie: Path) -> Iterator[Path]:
    """Give a folder to write to, beside `sortie`; at the end it becomes `sortie`.

    After an exception the old one stays. A link to a folder stays a link, and its folder is replaced.
    """
    sortie = sortie.resolve()
    sortie.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{sortie.name}.", suffix=".brouillon", dir=sortie.parent))
    draft.chmod(0o755)
    try:
        yield draft
        _swap(draft, sortie)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _swap(draft: Path, sortie: Path) -> None:
    if not sortie.exists():
        draft.rename(sortie)
    elif not _exchanged(draft, sortie):
        _replace_in_two_steps(draft, sortie)


def _replace_in_two_steps(draft: Path, sortie: Path) -> None:
    """Where the system cannot exchange two folders: the old site comes back if the new one cannot take its place."""
    old = sortie.with_name(f"{draft.name}.ancien")
    sortie.rename(old)
    try:
        draft.rename(sortie)
    except OSError:
        old.rename(sortie)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one system call (Linux's renameat2); False where the system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
