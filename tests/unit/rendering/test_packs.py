from pathlib import Path

import pytest

from carte_sociale.rendering.packs import PackAbime, PackReader, PackRefuse, PackWriter


def test_pieces_are_read_where_they_were_written(tmp_path: Path) -> None:
    writer = PackWriter(tmp_path)
    pieces = {content: writer.add(content) for content in (b"un", b"", b"deux" * 2_000_000, b"trois")}
    writer.flush()
    reader = PackReader(tmp_path)
    assert all(reader.read(piece) == content for content, piece in pieces.items())


def test_nothing_is_made_for_nothing(tmp_path: Path) -> None:
    PackWriter(tmp_path).flush()
    assert list(tmp_path.iterdir()) == []


def test_damage_is_told_from_what_was_written(tmp_path: Path) -> None:
    writer = PackWriter(tmp_path)
    piece, other = writer.add(b"un"), writer.add(b"deux")
    writer.flush()
    (pack,) = tmp_path.iterdir()
    for content in (b"umdeux", b"undeu", b""):
        pack.write_bytes(content)
        with pytest.raises(PackAbime):
            [PackReader(tmp_path).read(found) for found in (piece, other)]
    pack.unlink()
    with pytest.raises(PackAbime):
        PackReader(tmp_path).read(piece)


def test_a_disk_that_refuses_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackRefuse) as refused:
        PackWriter(tmp_path / "absent").add(b"a")
    assert str(refused.value.filename).startswith(str(tmp_path / "absent"))
