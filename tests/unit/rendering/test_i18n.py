"""French words keep their high points on the line; other languages have none."""

from pathlib import Path

import pytest

from carte_sociale.rendering.i18n import translations

THEME = Path(__file__).parents[3] / "theme"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Urgence : qui appeler", "Urgence\u00a0: qui appeler"),
        ("Que « lieu de liens » veut dire ?", "Que «\u00a0lieu de liens\u00a0» veut dire\u00a0?"),
        ("appelez le 112, au 1:30", "appelez le 112, au 1:30"),
    ],
)
def test_no_line_begins_with_a_high_point(written: str, shown: str) -> None:
    assert translations(THEME, "fr").gettext(written) == shown


@pytest.mark.parametrize(("n", "shown"), [(0, "fiche\u00a0!"), (1, "fiche\u00a0!"), (2, "fiches\u00a0!")])
def test_french_counts_none_as_one(n: int, shown: str) -> None:
    assert translations(THEME, "fr").ngettext("fiche !", "fiches !", n) == shown


def test_dutch_has_no_space_before_a_colon() -> None:
    assert translations(THEME, "nl").gettext("Urgence : qui appeler") == "Noodgeval: wie bellen"
