"""Folders walked and bytes written: what the standard library leaves to each caller."""

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Give every file below a folder, links too, by relative path, `/` between folders; no link is followed.

    In no order. OSError where a folder cannot be read.
    """
    pending = [""]
    while pending:
        prefix = pending.pop()
        with os.scandir(folder / prefix) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{prefix}{entry.name}/")
                else:
                    yield prefix + entry.name, entry


def write_all(handle: int, content: bytes) -> None:
    """Write all bytes to an open file: the system may take a part at a time. OSError where the disk refuses."""
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]
