from pathlib import Path

import pytest

from carte_sociale import routes
from carte_sociale.rendering import staging
from carte_sociale.rendering.staging import may_replace, staged


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


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path: Path, way: str) -> None:
    site = old_site(tmp_path)
    with staged(site) as draft:
        (draft / "neuf.html").write_text("neuf", encoding="utf-8")
        assert draft.parent == tmp_path
        assert names(site) == ["ancien.html"]
    assert names(site) == ["neuf.html"]
    assert names(tmp_path) == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    site = tmp_path / "a" / "b" / "site"
    with staged(site) as draft:
        (draft / "neuf.html").touch()
    assert names(site) == ["neuf.html"]
    assert names(site.parent) == ["site"]


def test_a_failure_leaves_the_old_site_and_nothing_else(tmp_path: Path, way: str) -> None:
    site = old_site(tmp_path)
    with pytest.raises(FileNotFoundError), staged(site) as draft:
        (draft / "neuf.html" / "encore.html").touch()
    assert names(site) == ["ancien.html"]
    assert names(tmp_path) == ["site"]


def test_an_interruption_leaves_the_old_site(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    with pytest.raises(KeyboardInterrupt), staged(site):
        raise KeyboardInterrupt
    assert names(tmp_path) == ["site"]


def test_the_old_site_comes_back_where_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = old_site(tmp_path)
    real = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name.endswith(".brouillon"):
            raise OSError(28, "No space left on device")
        return real(path, target)

    monkeypatch.setattr(staging, "_exchanged", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="No space"), staged(site):
        pass
    assert names(site) == ["ancien.html"]


def test_a_link_stays_a_link(tmp_path: Path, way: str) -> None:
    site = old_site(tmp_path)
    link = tmp_path / "public"
    link.symlink_to(site)
    with staged(link) as draft:
        (draft / "neuf.html").touch()
    assert link.is_symlink()
    assert names(link) == ["neuf.html"]
    assert names(tmp_path) == ["public", "site"]


def test_others_may_read_the_site(tmp_path: Path) -> None:
    with staged(tmp_path / "site"):
        pass
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


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
