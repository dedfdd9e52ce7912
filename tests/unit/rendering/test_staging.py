import os
from pathlib import Path
from threading import Event, Thread

import pytest

from carte_sociale import routes
from carte_sociale.rendering import staging
from carte_sociale.rendering.manifest import differences, read_manifest
from carte_sociale.rendering.staging import Draft, drafted, may_replace

PRECEDENT = ".site.precedent"


@pytest.fixture(params=["exchange", "two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With the system's exchange of two folders, and without."""
    if request.param == "two steps":
        monkeypatch.setattr(staging, "_exchanged", lambda one, other: False)
    return str(request.param)


def old_site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "ancien.html").write_text("ancien", encoding="utf-8")
    return site


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def build(site: Path, **files: str) -> None:
    """Build a site of these files: `a_b` stands for `a/b.html`."""
    with drafted(site) as draft:
        contents = {f"{name.replace('_', '/')}.html": text.encode() for name, text in files.items()}
        draft.publish({name: draft.write(name, content) for name, content in contents.items()})


def contents(folder: Path) -> dict[str, str]:
    found = {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}
    del found[routes.MANIFESTE]
    return found


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path: Path, way: str) -> None:
    site = old_site(tmp_path)
    with drafted(site) as draft:
        empreintes = {"neuf.html": draft.write("neuf.html", b"neuf")}
        assert draft.folder.parent == tmp_path
        assert names(site) == ["ancien.html"]
        draft.publish(empreintes)
    assert contents(site) == {"neuf.html": "neuf"}
    assert names(tmp_path) == [PRECEDENT, "site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    site = tmp_path / "a" / "b" / "site"
    build(site, neuf="neuf")
    assert contents(site) == {"neuf.html": "neuf"}
    assert names(site.parent) == ["site"]


def test_a_site_follows_another_whatever_the_one_before_held(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    for files in ({"a_b": "1", "c": "1"}, {"a_b": "1"}, {"a_b": "2", "d_e": "x"}, {}, {"a_b": "1", "c": "1"}):
        build(site, **files)
        assert contents(site) == {f"{name.replace('_', '/')}.html": text for name, text in files.items()}
        assert not differences(site, read_manifest(site) or {})


def test_what_somebody_put_into_a_site_goes_with_the_next_two(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, a="1", b="1")
    (site / "a.html").write_text("changé à la main", encoding="utf-8")
    (site / "dossier").mkdir()
    (site / "dossier" / "ajout.txt").touch()
    (site / "b.html").unlink()
    (site / "b.html").symlink_to(tmp_path)
    (site / "dehors").symlink_to(tmp_path)
    for _ in range(3):
        build(site, a="1", b="1")
        assert contents(site) == {"a.html": "1", "b.html": "1"}
        assert not any(path.is_symlink() for path in site.rglob("*"))


def test_a_page_is_kept_only_where_it_is_what_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, a="1", b="1")
    known = read_manifest(site) or {}
    (site / "b.html").write_text("changé à la main", encoding="utf-8")
    with drafted(site) as draft:
        assert draft.keep("a.html", known["a.html"])
        assert not draft.keep("b.html", known["b.html"])
        assert not draft.keep("c.html", known["a.html"])
        assert (draft.folder / "a.html").read_bytes() == b"1"


def test_sites_that_share_a_file_do_not_share_its_next_content(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, a="1")
    known = read_manifest(site) or {}
    with drafted(site) as draft:
        draft.keep("a.html", known["a.html"])
        draft.publish(known)
    with drafted(site) as draft:
        draft.write("a.html", b"2")
        assert (site / "a.html").read_bytes() == b"1"


def test_a_failure_leaves_the_old_site_and_nothing_else(tmp_path: Path, way: str) -> None:
    site = old_site(tmp_path)
    with pytest.raises(IsADirectoryError), drafted(site) as draft:
        draft.publish({name: draft.write(name, b"") for name in ("neuf.html/encore.html", "neuf.html")})
    assert names(site) == ["ancien.html"]
    assert names(tmp_path) == ["site"]


def test_an_interruption_leaves_the_old_site(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    with pytest.raises(KeyboardInterrupt), drafted(site):
        raise KeyboardInterrupt
    assert names(tmp_path) == ["site"]


def test_a_draft_given_up_serves_the_next_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, a="1", b="1")
    build(site, a="1", b="1")
    with drafted(site) as draft:
        draft.write("b.html", b"2")
        draft.abandon(["b.html"])
    assert contents(site) == {"a.html": "1", "b.html": "1"}
    assert set(read_manifest(tmp_path / PRECEDENT) or {}) == {"a.html"}
    build(site, a="1", b="1")
    assert contents(site) == {"a.html": "1", "b.html": "1"}


def test_a_draft_that_a_killed_build_left_is_erased(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    Draft(site).write("à-moitié.html", b"")
    build(site, neuf="neuf")
    assert contents(site) == {"neuf.html": "neuf"}


def test_a_second_build_says_that_it_waits(tmp_path: Path) -> None:
    site, waits, done = tmp_path / "site", Event(), Event()

    def second() -> None:
        with drafted(site, waits.set):
            done.set()

    with drafted(site):
        other = Thread(target=second)
        other.start()
        assert waits.wait(10)
        assert not done.is_set()
    other.join(10)
    assert done.is_set()


def test_no_lock_outlives_its_build(tmp_path: Path) -> None:
    with drafted(tmp_path / "site"):
        assert names(tmp_path) == [".site.brouillon", ".site.verrou"]
    assert names(tmp_path) == []


def test_a_lock_that_a_killed_build_left_holds_nobody(tmp_path: Path) -> None:
    (tmp_path / ".site.verrou").touch()
    with drafted(tmp_path / "site", pytest.fail):
        pass


def test_the_old_site_comes_back_where_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = old_site(tmp_path)
    real = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name.endswith(".brouillon") and target == site:
            raise OSError(28, "No space left on device")
        return real(path, target)

    monkeypatch.setattr(staging, "_exchanged", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="No space"):
        build(site)
    assert names(site) == ["ancien.html"]


def test_a_link_stays_a_link(tmp_path: Path, way: str) -> None:
    site = old_site(tmp_path)
    link = tmp_path / "public"
    link.symlink_to(site)
    build(link, neuf="neuf")
    assert link.is_symlink()
    assert contents(link) == {"neuf.html": "neuf"}
    assert names(tmp_path) == [PRECEDENT, "public", "site"]


def test_others_may_read_the_site(tmp_path: Path) -> None:
    build(tmp_path / "site", a="1")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "site" / "a.html").stat().st_mode & 0o777 == 0o666 & ~_umask() & 0o644


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now


def test_only_a_site_an_empty_folder_or_nothing_may_be_replaced(tmp_path: Path) -> None:
    assert may_replace(tmp_path / "absent")
    folder = tmp_path / "dossier"
    folder.mkdir()
    assert may_replace(folder)
    (folder / routes.INTROUVABLE).touch()
    assert not may_replace(folder)
    (folder / "data").mkdir()
    (folder / routes.DONNEES["json"]).touch()
    assert may_replace(folder)
    assert not may_replace(folder / routes.INTROUVABLE)


def test_a_folder_that_git_keeps_is_not_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "data").mkdir(parents=True)
    for name in (routes.INTROUVABLE, routes.DONNEES["json"]):
        (site / name).touch()
    assert may_replace(site)
    (site / ".git").touch()
    assert not may_replace(site)


def test_the_old_site_that_a_kill_left_aside_comes_back(tmp_path: Path) -> None:
    """Killed between the two steps, where the system cannot exchange two folders."""
    site = tmp_path / "site"
    build(site, a="un")
    aside = tmp_path / ".site.brouillon.ancien"
    site.rename(aside)
    with drafted(site):
        assert contents(site)["a.html"] == "un"
    assert not aside.exists()
    site.rename(aside)
    build(site, a="deux")
    assert contents(site)["a.html"] == "deux"
    aside.mkdir(exist_ok=True)
    build(site, a="trois")
    assert names(tmp_path) == sorted([PRECEDENT, "site"])


def test_an_empty_manifest_is_none(tmp_path: Path) -> None:
    (tmp_path / routes.MANIFESTE).touch()
    assert read_manifest(tmp_path) is None
