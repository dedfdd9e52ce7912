"""What both browser benchmarks need: the site as it would be published, served as servers do; a page of each kind."""

import gzip
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

from carte_sociale.building import build_site
from carte_sociale.mkdocs_plugin import read_prose

RACINE = Path(__file__).parents[1]
sys.path.insert(0, str(RACINE / "tests" / "browser"))
MESURES = RACINE / ".carte"
"""Where figures are written; the folder is not committed."""
COMPRESSES = (".html", ".css", ".js", ".svg", ".xml", ".json", ".geojson", ".csv", ".txt")


class _CommeUnServeur(SimpleHTTPRequestHandler):
    """Compresses what a server compresses, and lets browsers keep what is named after its content."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        text = path.suffix in COMPRESSES
        content = _compressed(path) if text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)) + ("; charset=utf-8" if text else ""))
        if text:
            self.send_header("Content-Encoding", "gzip")
        days = 365 if path.parent.name == "ressources" else 0
        self.send_header("Cache-Control", f"max-age={days * 86400}")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@lru_cache(maxsize=256)
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@contextmanager
def published(folder: Path) -> Iterator[tuple[str, Path]]:
    """Build the site of this project as if it were published (`production: oui`), and serve it.

    Give its address, that ends with `/`, and its folder. Its pages name the address of `editeur.yml` as their own.
    """
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")  # what a build keeps goes with this folder
    site = folder / "site"
    project = _copy(folder / "projet")
    today = datetime.now(ZoneInfo("Europe/Brussels")).date()
    done = build_site(project, site, lambda: read_prose(project), today)
    if done.refusee:
        raise SystemExit("\n".join(str(problem) for problem in done.problemes if problem.gravite == "erreur"))
    with served(site) as url:
        yield url, site


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder as a server does; give its address, that ends with `/`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_CommeUnServeur, directory=str(site)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _copy(project: Path) -> Path:
    project.mkdir()
    for name in ("content", "organisations"):
        shutil.copytree(RACINE / name, project / name)
    shutil.copy(RACINE / "mkdocs.yml", project)
    publisher = project / "content" / "_data" / "editeur.yml"
    text = publisher.read_text(encoding="utf-8")
    publisher.write_text(text.replace("\nproduction: non\n", "\nproduction: oui\n"), encoding="utf-8")
    return project


def one_of_each(site: Path) -> dict[str, str]:
    """Return a French address below the site, by kind of page."""
    from sortes import une_de_chaque

    return {kind: f"fr/{address}" for kind, address in une_de_chaque(site).items()} | {"langues": ""}
