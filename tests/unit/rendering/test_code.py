"""Templates are compiled once, and again when their source changes."""

from collections.abc import Callable

import pytest
from jinja2 import DictLoader, Environment

from carte_sociale.rendering.code import Codes


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that Jinja compiles."""
    sources: list[str] = []
    made: Callable[..., object] = Environment._parse

    def parse(self: Environment, source: str, *place: object) -> object:
        sources.append(source)
        return made(self, source, *place)

    monkeypatch.setattr(Environment, "_parse", parse)
    return sources


def shown(codes: Codes, source: str) -> str:
    return Environment(loader=DictLoader({"a": source}), bytecode_cache=codes).get_template("a").render()


def test_code_is_made_once_for_every_environment(compiled: list[str]) -> None:
    codes = Codes()
    assert [shown(codes, "x"), shown(codes, "x")] == ["x", "x"]
    assert compiled == ["x"]


def test_a_source_that_changed_is_compiled_anew(compiled: list[str]) -> None:
    codes = Codes()
    assert [shown(codes, "x"), shown(codes, "y"), shown(codes, "x")] == ["x", "y", "x"]
    assert compiled == ["x", "y"]


def test_the_next_build_finds_what_this_one_made(compiled: list[str]) -> None:
    codes, later = Codes(), Codes()
    shown(codes, "x")
    assert codes.nouveaux
    later.conserves |= codes.conserves
    assert [shown(later, "x"), shown(later, "x"), later.nouveaux] == ["x", "x", False]
    assert shown(later, "y") == "y"
    assert compiled == ["x", "y"]


@pytest.mark.parametrize("damage", [b"", b"j2", b"what another version made"])
def test_what_cannot_be_read_is_made_anew(damage: bytes) -> None:
    codes, later = Codes(), Codes()
    shown(codes, "x")
    later.conserves |= dict.fromkeys(codes.conserves, damage)
    assert shown(later, "x") == "x"
    assert later.conserves == codes.conserves
