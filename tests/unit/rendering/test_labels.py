from collections.abc import Callable

import pytest
from markupsafe import Markup

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.rendering.labels import labels


@pytest.fixture
def said(atlas_of: Callable[..., Atlas]) -> dict[str, Callable[..., Markup]]:
    return labels(atlas_of(), "nl")


def test_terms_are_one_line_of_words(said: dict[str, Callable[..., Markup]]) -> None:
    assert said["libelle"]("langues", "fr") == "Frans"
    assert said["termes"]("langues", ("fr", "nl")) == "Frans · Nederlands"
    assert said["termes"]("langues", ()) == ""


def test_words_are_escaped_once(said: dict[str, Callable[..., Markup]]) -> None:
    assert said["noms_des_communes"](("ixelles", "evere"), " & ") == "Elsene &amp; Evere"


def test_an_unknown_id_is_an_error(said: dict[str, Callable[..., Markup]]) -> None:
    with pytest.raises(KeyError):
        said["libelle"]("langues", "martien")
    with pytest.raises(KeyError):
        said["noms_des_quartiers"]((0,), ", ")
