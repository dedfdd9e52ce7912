"""The site while somebody edits it: served on this machine, rebuilt when a file changes, open pages reload.

The reloading script comes from the server's own address, so the pages' policy (`default-src 'self'`) allows it, and
nothing of it is ever in the built site. A page asks for the next version and the answer waits until there is one.
"""

import queue
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from urllib.parse import urlsplit

from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from carte_sociale import routes

ICI = "127.0.0.1"
DOSSIERS_SUIVIS = ("organisations", "content", "theme")
SCRIPT = "/__carte/recharge.js"
VERSION = "/__carte/version"
ATTENTE = 20.0
"""Seconds that a page waits for an answer before it asks again."""
CALME = 0.3
"""Seconds without a change after which a series of changes (an editor's save, a `git pull`) is over."""
REPRISE = 0.5
"""Seconds after which a wait is taken up again: a Ctrl-C that comes just before it blocks would not wake it."""

_RELOADER = f"""const vue = new URL(document.currentScript.src).searchParams.get("v");
async function suivre() {{
  for (;;) {{
    try {{
      const reponse = await fetch("{VERSION}?v=" + vue);
      if (reponse.ok && (await reponse.text()) !== vue) return location.reload();
    }} catch {{
      await new Promise((fini) => setTimeout(fini, 1000));
    }}
  }}
}}
suivre();
""".encode()

_PAS_ENCORE = (
    '<!doctype html><meta charset="utf-8"><title>…</title><p>Pas encore de site : voyez le terminal.'
    '<p lang="nl">Nog geen site: kijk in de terminal.<p lang="en">No site yet: look at the terminal.'
).encode()
"""What is shown before the first whole site."""


class Version:
    """Which build is the last; another after every `next`, and after a new start of the server."""

    def __init__(self) -> None:
        self._start, self._count, self._changed = secrets.token_hex(4), 0, Condition()

    @property
    def now(self) -> str:
        """The last version."""
        return f"{self._start}-{self._count}"

    def next(self) -> None:
        """Say that there is a new site."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def after(self, seen: str, seconds: float) -> str:
        """Return the first version other than `seen`, or `seen` when none comes in time."""
        with self._changed:
            self._changed.wait_for(lambda: self.now != seen, timeout=seconds)
            return self.now


class _Pages(SimpleHTTPRequestHandler):
    """The files of a folder, with the reloading script in pages. `HEAD` answers as `GET` does, without a body."""

    def __init__(self, *args: object, version: Version, **kwargs: object) -> None:
        self.version = version
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a request."""
        address = urlsplit(self.path)
        if address.path == SCRIPT:
            self._answer(HTTPStatus.OK, "text/javascript; charset=utf-8", _RELOADER)
        elif address.path == VERSION:
            seen = address.query.removeprefix("v=")
            self._answer(HTTPStatus.OK, "text/plain", self.version.after(seen, ATTENTE).encode())
        else:
            self._page_or_file()

    do_HEAD = do_GET

    def _page_or_file(self) -> None:
        version = self.version.now  # before the file is read: a build in between is then one more reload, not one less
        path = Path(self.translate_path(self.path))
        asked = urlsplit(self.path).path
        if path.is_dir() and not asked.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{asked.strip('/')}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        file = path / "index.html" if path.is_dir() else path
        status = HTTPStatus.OK
        if not file.is_file():
            file, status = Path(self.directory) / routes.INTROUVABLE, HTTPStatus.NOT_FOUND
        try:
            content = file.read_bytes()
        except OSError:  # no site yet, or the file went away just now
            self._answer(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", _with_script(_PAS_ENCORE, version))
            return
        kind = self.guess_type(str(file))
        if kind == "text/html":
            content, kind = _with_script(content, version), "text/html; charset=utf-8"
        self._answer(status, kind, content)

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for the problems of records."""


def _with_script(page: bytes, version: str) -> bytes:
    script = f'<script src="{SCRIPT}?v={version}" defer></script>'.encode()
    before, body, after = page.rpartition(b"</body>")
    return before + script + body + after if body else page + script


class _Server(ThreadingHTTPServer):
    """Pages that wait for the next version must not keep the program alive, and one that is closed is no failure."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves before the end of an answer is nothing to report."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(site: Path, version: Version, port: int) -> Iterator[str]:
    """Serve a folder on 127.0.0.1 and give its address; port 0 takes a free one. OSError where the port is taken."""
    server = _Server((ICI, port), partial(_Pages, directory=str(site), version=version))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield f"http://{ICI}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Changes(FileSystemEventHandler):
    """The files that changed, gathered while they do."""

    _TYPES = frozenset({EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED})

    def __init__(self) -> None:
        self._paths: queue.SimpleQueue[str] = queue.SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a file; a folder says nothing of its own, and an editor's own files are not content."""
        if event.event_type in self._TYPES and not event.is_directory:
            for path in (event.src_path, event.dest_path):
                name = Path(str(path)).name
                if name and not name.startswith((".", "#")) and not name.endswith(("~", ".swp", ".tmp")):
                    self._paths.put(str(path))

    def wait(self) -> list[Path]:
        """Return the files that changed, sorted, once they have stopped changing. Waits for the first one."""
        found = {self._first()}
        while True:
            try:
                found.add(self._paths.get(timeout=CALME))
            except queue.Empty:
                return sorted(map(Path, found))

    def _first(self) -> str:
        while True:
            with suppress(queue.Empty):
                return self._paths.get(timeout=REPRISE)


@contextmanager
def watched(racine: Path) -> Iterator[Changes]:
    """Watch what a site is made of, below a project."""
    changes, observer = Changes(), Observer()
    for folder in DOSSIERS_SUIVIS:
        if (racine / folder).is_dir():
            observer.schedule(changes, str(racine / folder), recursive=True)
    observer.start()
    try:
        yield changes
    finally:
        observer.stop()
        observer.join()
