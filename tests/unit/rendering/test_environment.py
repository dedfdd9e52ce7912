import pytest
from jinja2 import UndefinedError

from carte_sociale.rendering.environment import make_environment
from carte_sociale.rendering.icons import icon
from carte_sociale.rendering.places import theme_folder


def test_text_is_escaped_and_an_unknown_name_is_an_error() -> None:
    environment = make_environment(theme_folder(), "fr", {})
    assert environment.from_string("{{ x }}").render(x="<b>&") == "&lt;b&gt;&amp;"
    with pytest.raises(UndefinedError):
        environment.from_string("{{ nowhere }}").render()


def test_icon_is_silent_and_an_unknown_one_is_an_error() -> None:
    svg = icon("material/phone")
    assert 'aria-hidden="true"' in svg
    assert "style=" not in svg
    with pytest.raises(FileNotFoundError):
        icon("material/no-such-icon")
