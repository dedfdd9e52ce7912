"""A new site is written aside and takes the old one's place in one step, whole or not at all.

The site before the last one is kept beside it (`.site.precedent`) and becomes the next draft: a build then writes what
changed since, however large the site is. A folder of 40,000 pages is made anew in two seconds, links included, and
erased in four.

Whether a file still holds what was written is seen without reading it: the fraction of a second of its date comes from
its digest. A hand that changes it sets another date; an older version put back, its date kept, has the fraction of what
it holds. Where a system keeps no fractions, every file is written again.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from carte_sociale import routes
from carte_sociale.disk import files_below, write_all
from carte_sociale.processes import Aside
from carte_sociale.rendering.manifest import Empreintes, read_manifest, written

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
_SECONDE = 1_000_000_000
"""Nanoseconds."""

T = TypeVar("T")


def may_replace(sortie: Path) -> bool:
    """Return whether nothing but a site of ours would be lost: `--sortie .` must not take the records away.

    OSError where the folder cannot be read.
    """
    if not os.path.lexists(sortie):
        return True
    if not sortie.is_dir() or os.path.lexists(sortie / ".git"):
        return False
    return not any(sortie.iterdir()) or all(
        (sortie / name).is_file() for name in (routes.INTROUVABLE, routes.DONNEES["json"])
    )


class Draft:
    """The folder that becomes the site, and what of the sites before it can be kept."""

    def __init__(self, sortie: Path) -> None:
        self._sortie = sortie
        self._before = sortie.with_name(f".{sortie.name}.precedent")
        self.folder = sortie.with_name(f".{sortie.name}.brouillon")
        self._published = False
        self._begin()

    def _begin(self) -> None:
        _mend_two_steps(self.folder, self._sortie)
        if os.path.lexists(self.folder):
            _erase(self.folder)  # left by a build that was killed: nobody knows what it holds
        known = read_manifest(self._before)
        if known is None:
            if os.path.lexists(self._before):
                _erase(self._before)
            self.folder.mkdir()
            self.folder.chmod(0o755)
            self._scan, self._known = None, {}
        else:
            self._known = known
            self._before.rename(self.folder)
            (self.folder / routes.MANIFESTE).unlink()
            self._scan = Aside(lambda: _changes(self.folder, known))

    def survey(self) -> None:
        """Find out what stands in the draft, now rather than with the first file."""
        self.present  # noqa: B018

    @cached_property
    def present(self) -> dict[str, str]:
        """What stands in the draft as a site before wrote it, by path; what did not come from us is taken away."""
        if self._scan is None:
            return {}
        lost, foreign = self._scan.result()
        for name in foreign:
            self._take_away(name)
        return {name: digest for name, digest in self._known.items() if name not in lost}

    @cached_property
    def _old(self) -> Empreintes:
        return read_manifest(self._sortie) or {}

    def write(self, name: str, content: bytes, *, anew: bool = False) -> str:
        """Write a file unless it is there, and return its digest. OSError where the disk refuses.

        `anew` where this build, in whatever process, has written or kept it before: what the draft began with is gone.
        """
        digest = sha256(content).hexdigest()
        if anew or self.present.get(name) != digest:
            self._put(name, content, digest)
        return digest

    def keep(self, name: str, digest: str) -> bool:
        """Have a file of the sites before in the draft, if one of them has it with this digest; say whether it is."""
        if self.present.get(name) == digest:
            return True
        if self._old.get(name) != digest:
            return False
        try:
            content = (self._sortie / name).read_bytes()
            if sha256(content).hexdigest() != digest:
                return False
            self._placed(name, lambda path: os.link(self._sortie / name, path))
        except FileNotFoundError:
            return False
        except OSError as error:
            if error.errno not in (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP):
                raise
            self._put(name, content, digest)
        return True

    def publish(self, empreintes: Empreintes, *, keep: bool = True) -> None:
        """Leave in the draft these files and no other, and have it take the site's place; `keep` the one before."""
        for name in self.present.keys() - empreintes.keys():
            self._take_away(name)
        (self.folder / routes.MANIFESTE).write_bytes(written(empreintes))
        if _swap(self.folder, self._sortie):
            if keep:
                self.folder.rename(self._before)
            else:
                _erase(self.folder)
        self._published = True

    def abandon(self, touched: Iterable[str] = ()) -> None:
        """Give the draft up: the site stays, and what of the draft was not touched serves the next one.

        `touched` are the files that `write` or `keep` may have made: what they hold now is not what the draft began
        with.
        """
        gone = frozenset(touched)
        known = {name: digest for name, digest in self.present.items() if name not in gone}
        if known:
            (self.folder / routes.MANIFESTE).write_bytes(written(known))
            self.folder.rename(self._before)

    def close(self) -> None:
        """Leave no draft behind."""
        if self._scan is not None:
            self._scan.give_up()
        if not self._published and self.folder.exists():
            _erase(self.folder)

    def _put(self, name: str, content: bytes, digest: str) -> None:
        handle = self._placed(name, lambda path: os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644))
        try:
            write_all(handle, content)
            now = time.time_ns() // _SECONDE * _SECONDE + _fraction(digest)
            os.utime(handle, ns=(now, now))
        except OSError as error:
            raise OSError(error.errno, error.strerror, f"{self.folder}/{name}") from error
        finally:
            os.close(handle)

    def _placed(self, name: str, make: Callable[[str], T]) -> T:
        """Make a file where there is none: its folder is made, and one of an older site goes, which may share it."""
        path = f"{self.folder}/{name}"
        try:
            return make(path)
        except FileExistsError:
            os.unlink(path)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)  # another process may make it at the same moment
        return make(path)

    def _take_away(self, name: str) -> None:
        path = self.folder / name
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == self.folder:
                break
            try:
                parent.rmdir()
            except OSError:
                break


@contextmanager
def drafted(sortie: Path, wait: Callable[[], None] = lambda: None) -> Iterator[Draft]:
    """Give a draft of the site, alone: where another build writes this one, `wait` is called and the other ends first.

    A link to a folder stays a link, and its folder is replaced. OSError where the disk refuses.
    """
    sortie = sortie.resolve()
    sortie.parent.mkdir(parents=True, exist_ok=True)
    with _alone(sortie.with_name(f".{sortie.name}.verrou"), wait):
        draft = Draft(sortie)
        try:
            yield draft
        finally:
            draft.close()


@contextmanager
def _alone(path: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold a lock that the system takes back from a build that was killed; its file goes with the last who held it."""
    while True:
        with path.open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                wait()
                fcntl.flock(lock, fcntl.LOCK_EX)
            if path.exists() and os.path.samestat(os.fstat(lock.fileno()), path.stat()):
                try:
                    yield
                finally:
                    path.unlink(missing_ok=True)
                return


def _changes(dossier: Path, known: Empreintes) -> tuple[set[str], list[str]]:
    """Return which files of a site are gone or were touched since they were written, and those that are no more ours.

    What is no plain file was touched.
    """
    lost, foreign = set(known), []
    for name, entry in files_below(dossier):
        plain = name in lost and entry.is_file(follow_symlinks=False)
        if plain and entry.stat(follow_symlinks=False).st_mtime_ns % _SECONDE == _fraction(known[name]):
            lost.remove(name)
        else:
            foreign.append(name)
    return lost, foreign


def _fraction(digest: str) -> int:
    """Return the nanoseconds of the date of a file that holds what has this digest."""
    return int(digest[:15], 16) % _SECONDE


def _erase(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _swap(draft: Path, sortie: Path) -> bool:
    """Put the draft in the site's place; return whether the old site now stands in the draft's."""
    if not sortie.exists():
        draft.rename(sortie)
        return False
    if not _exchanged(draft, sortie):
        _replace_in_two_steps(draft, sortie)
    return True


def _replace_in_two_steps(draft: Path, sortie: Path) -> None:
    """Where the system cannot exchange two folders: the old site comes back if the new one cannot take its place."""
    old = _aside(draft)
    sortie.rename(old)
    try:
        draft.rename(sortie)
    except OSError:
        old.rename(sortie)
        raise
    old.rename(draft)


def _aside(draft: Path) -> Path:
    return draft.with_name(f"{draft.name}.ancien")


def _mend_two_steps(draft: Path, sortie: Path) -> None:
    """Put the old site back that a build killed between the two steps has left aside."""
    old = _aside(draft)
    if os.path.lexists(old):
        if sortie.exists():
            _erase(old)
        else:
            old.rename(sortie)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one system call (Linux's renameat2); False where the system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
