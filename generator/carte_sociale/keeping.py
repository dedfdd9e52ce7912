"""What one run keeps for the next, in the user's own cache folder: it saves time and can be erased at any moment.

A kept thing is read back only where its key (everything that it was made of) and the digest of its bytes are right, so
that a stale, cut, corrupt or foreign copy is as good as none. It is not kept in the project, whose files other people
propose: nobody can plant one there.
"""

import contextlib
import fcntl
import os
import pickle
import tempfile
from collections.abc import Container, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from carte_sociale.disk import files_below

_NAME = "carte-sociale"
_MAGIC = b"carte sociale 1\n"
_DIGEST = 32
_VERROU = "verrou"


def kept_folder(racine: Path) -> Path | None:
    """Return the folder that keeps what is made of a project; None where there can be none.

    Only this user may read it, and it is trusted only where it belongs to this user.
    """
    base = os.environ.get("XDG_CACHE_HOME", "")
    root = Path(base) if base.startswith("/") else Path(os.path.expanduser("~")) / ".cache"
    folder = root / _NAME / sha256(os.fsencode(racine.resolve())).hexdigest()[:16]
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mine = not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
    except (OSError, RuntimeError):
        return None
    return folder if mine and os.access(folder, os.W_OK) else None


def clear(folder: Path, wanted: Container[str] = ()) -> None:
    """Remove the files of a kept folder but those wanted, and the lock; what cannot be removed stays."""
    for path in folder.iterdir():
        if path.name != _VERROU and path.name not in wanted:
            with contextlib.suppress(OSError):
                path.unlink()


def load(path: Path, key: bytes) -> Any:
    """Return what was kept under this key, None where nothing usable is."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    head = _MAGIC + sha256(key).digest()
    start = len(head) + _DIGEST
    if not content.startswith(head) or sha256(memoryview(content)[start:]).digest() != content[len(head) : start]:
        return None
    try:
        return pickle.loads(memoryview(content)[start:])
    except Exception:  # made by another version of a library: whatever it says, it is not usable
        return None


def store(path: Path, key: bytes, thing: Any) -> None:
    """Keep a thing under a key, whole or not at all; what cannot be kept is not."""
    payload = pickle.dumps(thing, protocol=5)
    with contextlib.suppress(OSError):
        draft = tempfile.NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False)  # noqa: SIM115
        try:
            with draft:
                draft.write(_MAGIC + sha256(key).digest() + sha256(payload).digest())
                draft.write(payload)
            os.replace(draft.name, path)
        except OSError:
            os.unlink(draft.name)
            raise


@contextmanager
def reserved(folder: Path) -> Iterator[bool]:
    """Say whether this run alone uses a kept folder, until the end of the block; not where it cannot be locked."""
    with contextlib.ExitStack() as stack:
        try:
            lock = stack.enter_context((folder / _VERROU).open("a"))
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            alone = True
        except OSError:
            alone = False
        yield alone


def digest_of(*folders: Path) -> bytes:
    """Return a digest of the names and contents of some files, and of all below some folders (but Python's caches)."""
    whole = sha256()
    for folder in folders:
        for relative, path in _files(folder):
            name, content = os.fsencode(relative), path.read_bytes()
            whole.update(b"%d %d " % (len(name), len(content)) + name + content)
    return whole.digest()


def _files(folder: Path, seen: frozenset[Path] = frozenset()) -> Iterator[tuple[str, Path]]:
    """Give what a reader would read: links too, and what is in folders that they lead to, but not round in circles."""
    here = folder.resolve()
    if folder.is_file():
        yield "", folder
    elif folder.is_dir() and here not in seen:
        for name, entry in sorted(files_below(folder), key=lambda pair: pair[0]):
            if entry.is_dir():
                inside = _files(folder / name, seen | {here})
                yield from ((f"{name}/{deeper}", path) for deeper, path in inside)
            elif entry.is_file() and "__pycache__/" not in name:
                yield name, folder / name
