import threading
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from watchdog.events import (
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
)

from carte_sociale import serving
from carte_sociale.serving import SCRIPT, VERSION, Changes, Version, served, watched


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "fr").mkdir(parents=True)
    (folder / "fr" / "index.html").write_text("<html><body><p>bonjour</p></body></html>", encoding="utf-8")
    (folder / "404.html").write_text("<p>rien", encoding="utf-8")
    (folder / "style.css").write_text("p{}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return folder


def get(address: str, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


def test_pages_carry_the_script_and_files_are_as_they_are(site: Path) -> None:
    version = Version()
    with served(site, version, 0) as address:
        answer, page = get(address, "/fr/")
        script = f'<script src="{SCRIPT}?v={version.now}" defer></script>'
        assert page == f"<html><body><p>bonjour</p>{script}</body></html>"
        assert answer.getheader("Content-Type") == "text/html; charset=utf-8"
        assert answer.getheader("Cache-Control") == "no-store"
        assert get(address, "/style.css")[1] == "p{}"
        answer, code = get(address, SCRIPT)
        assert answer.getheader("Content-Type") == "text/javascript; charset=utf-8"
        assert VERSION in code
        assert "http" not in code
    assert "script" not in (site / "fr" / "index.html").read_text(encoding="utf-8")


def test_only_this_machine_is_served(site: Path) -> None:
    with served(site, Version(), 0) as address:
        assert urlsplit(address).hostname == "127.0.0.1"


@pytest.mark.parametrize("path", ["/nulle-part/", "/../secret.txt", "/%2e%2e/secret.txt", "/fr/../../secret.txt"])
def test_what_is_not_in_the_site_is_the_404_page(site: Path, path: str) -> None:
    with served(site, Version(), 0) as address:
        answer, page = get(address, path)
    assert answer.status == 404
    assert page.startswith("<p>rien<script")


@pytest.mark.parametrize("path", ["/fr", "//fr"])
def test_a_folder_without_its_slash_is_redirected_here(site: Path, path: str) -> None:
    with served(site, Version(), 0) as address:
        answer, _ = get(address, path)
    assert (answer.status, answer.getheader("Location")) == (301, "/fr/")


def test_a_folder_is_never_listed(site: Path) -> None:
    (site / "data").mkdir()
    with served(site, Version(), 0) as address:
        assert get(address, "/data/")[0].status == 404


def test_before_the_first_site_a_page_waits_for_it(tmp_path: Path) -> None:
    with served(tmp_path / "site", Version(), 0) as address:
        answer, page = get(address, "/fr/")
    assert answer.status == 404
    assert SCRIPT in page


def test_head_has_no_body(site: Path) -> None:
    with served(site, Version(), 0) as address:
        answer, body = get(address, "/fr/", "HEAD")
    assert (answer.status, body) == (200, "")


def test_a_page_that_waits_hears_of_the_next_site(site: Path) -> None:
    version = Version()
    seen = version.now
    with served(site, version, 0) as address:
        timer = threading.Timer(0.2, version.next)
        timer.start()
        assert get(address, f"{VERSION}?v={seen}")[1] == version.now != seen
        assert get(address, f"{VERSION}?v={seen}")[1] == version.now
        timer.join()


def test_a_page_that_waits_in_vain_asks_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "ATTENTE", 0.05)
    version = Version()
    with served(site, version, 0) as address:
        assert get(address, f"{VERSION}?v={version.now}")[1] == version.now


def test_another_start_is_another_version() -> None:
    assert Version().now != Version().now


def test_a_port_that_is_taken_is_a_failure(site: Path) -> None:
    with served(site, Version(), 0) as address, pytest.raises(OSError, match="in use"):
        served(site, Version(), urlsplit(address).port or 0).__enter__()


def test_reading_folders_and_the_files_of_editors_are_no_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "CALME", 0.01)
    changes = Changes()
    for event in (
        FileOpenedEvent("lu.yml"),
        FileClosedNoWriteEvent("lu.yml"),
        DirModifiedEvent("dossier"),
        FileModifiedEvent("dossier/.fiche.yml.swp"),
        FileCreatedEvent("dossier/fiche.yml~"),
        FileModifiedEvent("b.yml"),
        FileModifiedEvent("b.yml"),
        FileCreatedEvent("c.yml"),
        FileDeletedEvent("d.yml"),
        FileMovedEvent(".b.yml.part", "a.yml"),
    ):
        changes.dispatch(event)
    assert changes.wait() == [Path("a.yml"), Path("b.yml"), Path("c.yml"), Path("d.yml")]


def test_a_series_of_changes_is_one(tmp_path: Path) -> None:
    (tmp_path / "organisations" / "ixelles").mkdir(parents=True)
    with watched(tmp_path) as changes:
        for name in ("a.yml", "b.yml"):
            (tmp_path / "organisations" / "ixelles" / name).write_text("nom: a", encoding="utf-8")
        assert [path.name for path in changes.wait()] == ["a.yml", "b.yml"]
