"""How long an editor waits for what they saved: `carte servir` at work, a record saved, the page read anew."""

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import nous
from corpus import JOUR

from carte_sociale.serving import VERSION


@contextmanager
def served(project: Path, cache: Path) -> Iterator[str]:
    """Serve a project, once its site is built; give the address."""
    command = [str(nous.CARTE), "servir", "--port=0", f"--projet={project}", f"--date={JOUR}"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield next(found[0] for line in process.stdout if (found := re.search(r"http://\S+/", line)))
        finally:
            process.terminate()


def until_shown(address: str, change: Callable[[], None]) -> float:
    """Make a change and return the seconds until an open page is told of the new site."""
    version = address.rstrip("/") + VERSION
    with urlopen(version) as answer:
        before = answer.read().decode()
    start = time.perf_counter()
    change()
    while True:
        with urlopen(f"{version}?v={before}") as answer:
            if answer.read().decode() != before:
                return time.perf_counter() - start
