"""The code is drawn as readers need it: its margin, its modules, nothing more."""

import pytest
from tests.lecture_qr import lire_qr

from carte_sociale.rendering.qr import MARGE, code_qr

URL = "https://carte-sociale.example/nl/organisations/{}/"


@pytest.mark.parametrize(
    "slug", ["a", "cpas-de-saint-josse-ten-noode", "a" * 200, "justibus-permanence-juridique-mobile"]
)
def test_a_code_decodes_to_its_address(slug: str) -> None:
    url = URL.format(slug)
    code = code_qr(url)
    assert lire_qr(code.trace, code.cadre) == [url]


def test_four_modules_are_left_white_on_every_side() -> None:
    code = code_qr(URL.format("a"))
    assert MARGE == 4
    assert code.cote in range(21, 178, 4)
    assert code.cadre == f"-4 -4 {code.cote + 8} {code.cote + 8}"


@pytest.mark.parametrize(("letters", "side"), [(53, 29), (54, 33), (78, 33), (79, 37)])
def test_the_code_is_the_smallest_that_holds_the_address(letters: int, side: int) -> None:
    """ISO/IEC 18004, table 7: what versions 3 and 4 hold at level L."""
    assert code_qr("a" * letters).cote == side


def test_the_path_begins_at_the_finder_and_strokes_every_row() -> None:
    code = code_qr(URL.format("a"))
    assert code.trace.startswith("M0 0.5h7m")
    assert code.trace.count(".5h") == code.cote


def test_too_long_an_address_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        code_qr("https://carte-sociale.example/" + "é" * 3000)
