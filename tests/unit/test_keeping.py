from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carte_sociale.keeping import clear, digest_of, kept_folder, load, reserved, store


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "chose"
    store(path, b"cle", {"a": (1, "é")})
    return path


def test_what_was_kept_is_found_under_its_key_only(kept: Path) -> None:
    assert load(kept, b"cle") == {"a": (1, "é")}
    assert load(kept, b"autre") is None
    assert load(kept.with_name("absente"), b"cle") is None


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), cut=st.booleans())
def test_a_damaged_copy_is_as_good_as_none(kept: Path, place: float, bit: int, cut: bool) -> None:
    """Nothing of it is even read as an object: a pickle may run anything."""
    store(kept, b"cle", {"a": (1, "é")})
    content = bytearray(kept.read_bytes())
    at = int(place * len(content))
    content[at] ^= 1 << bit
    kept.write_bytes(content[:at] if cut else content)
    assert load(kept, b"cle") is None


@pytest.mark.parametrize("content", [b"", b"\x80\x05.", b"cos\nsystem\n(S'exit 1'\ntR."])
def test_a_foreign_file_is_as_good_as_none(kept: Path, content: bytes) -> None:
    kept.write_bytes(content)
    assert load(kept, b"cle") is None


def test_what_cannot_be_kept_is_not(tmp_path: Path) -> None:
    store(tmp_path / "absent" / "chose", b"cle", 1)
    (tmp_path / "fichier").touch()
    store(tmp_path / "fichier" / "chose", b"cle", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["fichier"]


def test_each_project_has_a_folder_that_only_its_user_reads(tmp_path: Path) -> None:
    one, other = kept_folder(tmp_path / "un"), kept_folder(tmp_path / "deux")
    assert one is not None
    assert other is not None
    assert one != other
    assert one.stat().st_mode & 0o777 == 0o700
    assert tmp_path not in one.parents


def test_a_folder_of_somebody_else_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getuid", lambda: 12_345)
    assert kept_folder(tmp_path) is None


@pytest.mark.parametrize("home", ["", "relatif", "/dev/null"])
def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    monkeypatch.setenv("HOME", "/dev/null")
    assert kept_folder(tmp_path) is None


def test_one_run_alone_uses_a_folder(tmp_path: Path) -> None:
    with reserved(tmp_path) as first, reserved(tmp_path) as second:
        assert (first, second) == (True, False)
    with reserved(tmp_path) as again:
        assert again


def test_a_folder_that_cannot_be_locked_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "verrou").mkdir()
    with reserved(tmp_path) as alone:
        assert not alone
    with reserved(tmp_path / "absent") as alone:
        assert not alone


def test_clearing_leaves_what_is_wanted_and_what_cannot_go(tmp_path: Path) -> None:
    for name in ("chose", "chose.a1b2", "voulue"):
        store(tmp_path / name, b"cle", 1)
    (tmp_path / "dossier").mkdir()
    with reserved(tmp_path):
        clear(tmp_path, {"voulue"})
        assert {path.name for path in tmp_path.iterdir()} == {"voulue", "dossier", "verrou"}


def test_a_digest_sees_what_links_lead_to(tmp_path: Path) -> None:
    """A folder of vocabularies may stand elsewhere: it is read through its link, so it counts."""
    inside, outside = tmp_path / "dedans", tmp_path / "dehors"
    inside.mkdir()
    outside.mkdir()
    (inside / "lien").symlink_to(outside)
    (outside / "retour").symlink_to(inside)
    seen = {digest_of(inside)}
    for content in ("un", "deux"):
        (outside / "terme.yml").write_text(content, encoding="utf-8")
        seen.add(digest_of(inside))
    assert len(seen) == 3


def test_a_digest_sees_names_contents_and_borders(tmp_path: Path) -> None:
    seen = {digest_of(tmp_path)}
    for name, content in (("a", ""), ("a", "b"), ("ab", ""), ("c/a", "b")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
        seen.add(digest_of(tmp_path))
    assert len(seen) == 5
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").touch()
    assert digest_of(tmp_path) in seen
