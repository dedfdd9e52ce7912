"""Serves a built site on this machine, below a path, so that nothing in it can count on standing at a root."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CHEMIN = "/sous/un/chemin/"
RACINE = "/"


class _Fichiers(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, chemin: str, **options: object) -> None:
        self.chemin = chemin
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.chemin):
            return str(Path(self.directory) / "absent")
        return super().translate_path("/" + path.removeprefix(self.chemin))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Serveur(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle of a file, as one without network does, is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def servi(dossier: Path, chemin: str = CHEMIN) -> Iterator[str]:
    """Give the address of a folder while it is served."""
    server = _Serveur(("127.0.0.1", 0), partial(_Fichiers, directory=str(dossier), chemin=chemin))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{chemin}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
