"""The server in a process of its own, driven as a browser and an editor drive it; builds are stand-ins."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from carte_sociale.serving import SCRIPT, VERSION

from .conftest import JOUR, Commande

RECORD = Path("organisations/ixelles/maison-des-tilleuls.yml")
PROGRAM = """
from pathlib import Path
from carte_sociale import cli
from carte_sociale.building import Construction
from carte_sociale.cli import servir
from carte_sociale.reading import check
from carte_sociale.rendering.staging import drafted

def build(racine, site, prose, day):
    files, problems = check(racine, day)
    done = Construction(problems, len(files))
    if not done.refusee:
        if (racine / "content" / "casse.html").exists():
            raise KeyError("casse")
        words = (racine / "organisations/ixelles/maison-des-tilleuls.yml").read_bytes()
        with drafted(site) as draft:
            pages = {"fr/index.html": b"<body>" + words + b"</body>", "404.html": b"<body>?</body>",
                     "data/organisations.json": b"{}"}
            draft.publish({name: draft.write(name, content) for name, content in pages.items()})
    return done

servir.build_site = build
cli.main()
"""


class Served:
    """A server that runs: what it says, and what a browser gets."""

    def __init__(self, process: subprocess.Popen[str], errors: Path) -> None:
        self.process, self.errors = process, errors
        assert process.stdout is not None
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
                break

    def get(self, path: str) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def version(self) -> str:
        found = re.search(r"[?]v=([^\"]+)", self.get("/fr/")[1])
        assert found is not None
        return found[1]

    def said(self, words: str) -> bool:
        """Whether the terminal says some words within half a minute."""
        end = time.monotonic() + 30
        while words not in self.errors.read_text(encoding="utf-8"):
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def stop(self) -> str:
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=30)[0]


@pytest.fixture
def served(projet_fictif: Path, tmp_path: Path) -> Iterator[Served]:
    command = [sys.executable, "-c", PROGRAM, "servir", "--port", "0", "--date", JOUR, "--langue", "fr"]
    errors = tmp_path / "erreurs.txt"
    with errors.open("w") as file:
        process = subprocess.Popen(
            command, cwd=projet_fictif, stdout=subprocess.PIPE, stderr=file, text=True, encoding="utf-8"
        )
        yield Served(process, errors)
        process.kill()
        process.communicate()


def test_an_edit_reaches_the_open_page_and_ctrl_c_ends_cleanly(served: Served, projet_fictif: Path) -> None:
    status, page = served.get("/fr/")
    assert status == 200
    script = re.search(r'<script src="([^"]+)" defer></script></body>', page)
    assert script is not None
    assert urlsplit(script[1]).path == SCRIPT
    seen = urlsplit(script[1]).query
    record = projet_fictif / RECORD
    record.write_text(record.read_text(encoding="utf-8").replace("(exemple)", "(modifié)"), encoding="utf-8")
    _, version = served.get(f"{VERSION}?{seen}")  # answers when the new site is there
    assert version != seen.removeprefix("v=")
    assert "(modifié)" in served.get("/fr/")[1]
    out = served.stop()
    assert served.process.returncode == 0
    assert f"Modifié : {RECORD}" in out
    assert out.endswith("Arrêté.\n")
    assert served.errors.read_text(encoding="utf-8") == ""


def test_a_broken_record_is_said_and_the_last_good_site_stays(served: Served, projet_fictif: Path) -> None:
    before, version = served.get("/fr/"), served.version()
    record, good = projet_fictif / RECORD, (projet_fictif / RECORD).read_text(encoding="utf-8")
    record.write_text(good + "couleur: vert\n", encoding="utf-8")
    assert served.said("[cle-inconnue]")
    assert served.get("/fr/") == before
    casse = projet_fictif / "content" / "casse.html"
    casse.write_text("{% if", encoding="utf-8")
    record.write_text(good, encoding="utf-8")
    assert served.said("KeyError")
    assert served.get("/fr/") == before
    casse.unlink()
    assert served.get(f"{VERSION}?v={version}")[1] != version  # answers when the new site is there
    served.stop()
    assert served.process.returncode == 0
    assert "Traceback" not in served.errors.read_text(encoding="utf-8")


def test_a_port_that_is_taken_is_said(carte: Commande, served: Served) -> None:
    result = carte("servir", "--port", str(served.port))
    assert result.exit_code == 2
    assert "Donnez-en un autre avec --port." in result.output


def test_a_folder_that_is_no_site_is_left_alone(carte: Commande) -> None:
    Path("site").mkdir()
    Path("site/a-moi.txt").write_text("à moi", encoding="utf-8")
    assert carte("servir", "--port", "0").exit_code == 2
    assert Path("site/a-moi.txt").is_file()
