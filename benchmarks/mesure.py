"""One command measured: seconds by the clock, memory of all its processes together, what it wrote.

Memory is what the processes hold of their own, a page that several share counted once (`Pss_Anon` and `Pss_Shmem` of
`smaps_rollup`), with the files that the one of them that maps most has mapped (`RssFile`): no other process of the
machine changes it. It is read every 50 ms, more rarely where reading takes more than a twentieth of that.
"""

import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.05
"""Seconds between two readings of memory, at least."""
PART = 20
"""How many times longer the pause is than the reading."""


@dataclass(frozen=True, slots=True)
class Mesure:
    """What a run took and wrote: seconds, bytes of memory at the worst moment, pages, files, bytes; 0 unmeasured."""

    secondes: float
    memoire: int = 0
    pages: int = 0
    fichiers: int = 0
    octets: int = 0


class CommandeRatee(RuntimeError):
    """The command failed; the message is what it said."""


def measured(command: list[str], folder: Path, output: Path, cache: Path | None = None) -> Mesure:
    """Run a command in `folder` and return what it took and what it left in `output`.

    With `cache`, the folder of a user's caches (`XDG_CACHE_HOME`), it finds what earlier runs left there and around
    `output`. Without, it finds nothing: no cache, and the folder that holds `output` empty.
    """
    with tempfile.TemporaryDirectory() as empty:
        if cache is None:
            shutil.rmtree(output.parent, ignore_errors=True)
            output.parent.mkdir()
        os.sync()  # what the run before left to write is not this one's
        environment = {**os.environ, "XDG_CACHE_HOME": str(cache or empty)}
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        peak = _Peak(process.pid)
        peak.start()
        said, _ = process.communicate()
        seconds = time.perf_counter() - start
        peak.over.set()
        peak.join()
    if process.returncode:
        raise CommandeRatee(f"{' '.join(command)}\n{said}")
    return Mesure(seconds, peak.octets, *_written(output))


def _written(folder: Path) -> tuple[int, int, int]:
    sizes = [(name.endswith(".html"), os.path.getsize(os.path.join(where, name)))
             for where, _, names in os.walk(folder) for name in names]  # fmt: skip
    return sum(page for page, _ in sizes), len(sizes), sum(size for _, size in sizes)


class _Peak(threading.Thread):
    """Reads the memory of a process and of all below it, until `over`."""

    def __init__(self, pid: int) -> None:
        super().__init__()
        self.pid, self.octets, self.over = pid, 0, threading.Event()

    def run(self) -> None:
        pause = 0.0
        while not self.over.wait(pause):
            start = time.perf_counter()
            held = [_held(pid) for pid in _tree(self.pid)]
            whole = sum(own for own, _ in held) + max(mapped for _, mapped in held)
            self.octets = max(self.octets, whole)
            pause = max(PAUSE, PART * (time.perf_counter() - start))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for thread in Path(f"/proc/{pid}/task").glob("*"):
        for child in _text(pid, f"task/{thread.name}/children").split():
            yield from _tree(int(child))


def _held(pid: int) -> tuple[int, int]:
    """Return bytes of a process's own, its part of those that it shares with others included, and bytes of files."""
    own = sum(int(kilobytes) for kilobytes in re.findall(r"Pss_(?:Anon|Shmem): +(\d+)", _text(pid, "smaps_rollup")))
    mapped = sum(int(kilobytes) for kilobytes in re.findall(r"RssFile:\s+(\d+)", _text(pid, "status")))
    return 1024 * own, 1024 * mapped


def _text(pid: int, name: str) -> str:
    """What a file of `/proc` says, nothing where the process has just ended."""
    try:
        return Path(f"/proc/{pid}/{name}").read_text()
    except OSError:
        return ""
