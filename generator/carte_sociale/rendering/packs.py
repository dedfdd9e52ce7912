"""Fragments of records on disk, for lists to take: one file a process, written once and read by place.

Each piece is checked by its CRC when it is read, so that a damaged file is told from a good one.
"""

import mmap
import os
from pathlib import Path
from zlib import crc32

from carte_sociale.disk import write_all

Piece = tuple[str, int, int, int]
"""Name of the pack, place and length in bytes, CRC."""
_BLOCK = 1 << 22
PREFIXE = "fragments-"


class PackAbime(ValueError):
    """A pack is not what was written."""


class PackRefuse(OSError):
    """The disk has no room for a pack: the build may do without keeping any."""


class PackWriter:
    """Writes pieces to a pack of its own, made with the first one. PackRefuse where the disk refuses."""

    def __init__(self, dossier: Path) -> None:
        self._folder, self._handle, self._name = dossier, -1, ""
        self._pending: list[bytes] = []
        self._waiting = self._place = 0

    def add(self, content: bytes) -> Piece:
        """Add a piece and return where it is."""
        if self._handle < 0:
            self._name = PREFIXE + os.urandom(8).hex()
            try:
                self._handle = os.open(self._folder / self._name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except OSError as error:
                raise self._refused(error) from error
        piece = (self._name, self._place, len(content), crc32(content))
        self._pending.append(content)
        self._place += len(content)
        self._waiting += len(content)
        if self._waiting > _BLOCK:
            self.flush()
        return piece

    def flush(self) -> None:
        """Write what waits."""
        content = b"".join(self._pending)
        self._pending, self._waiting = [], 0
        try:
            write_all(self._handle, content)
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> PackRefuse:
        return PackRefuse(error.errno, error.strerror, str(self._folder / self._name))


class PackReader:
    """Reads pieces of any pack of a folder."""

    def __init__(self, dossier: Path) -> None:
        self._folder = dossier
        self._maps: dict[str, mmap.mmap] = {}
        self._good: set[Piece] = set()

    def read(self, piece: Piece) -> bytes:
        """Return a piece. PackAbime where it is not what was written, or is not there."""
        name, place, length, crc = piece
        content = self._map(name)[place : place + length]
        if piece not in self._good:
            if len(content) != length or crc32(content) != crc:
                raise PackAbime(name)
            self._good.add(piece)
        return content

    def _map(self, name: str) -> mmap.mmap:
        if name not in self._maps:
            try:
                with (self._folder / name).open("rb") as file:
                    self._maps[name] = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            except (OSError, ValueError) as error:
                raise PackAbime(name) from error
        return self._maps[name]
