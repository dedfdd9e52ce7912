"""The style sheets: logical properties only (line 3), nothing loaded, nothing that hides the focus."""

import re
from pathlib import Path

import pytest
import tinycss2

THEME = Path(__file__).parents[2] / "theme"
FEUILLES = sorted((THEME / "assets").glob("*.css")) + sorted((THEME / "components").glob("*/*.css"))

COTES = "left|right|top|bottom"
PHYSIQUES = re.compile(
    rf"(?:{COTES}|(?:min-|max-)?(?:width|height)"
    rf"|(?:margin|padding|scroll-margin|scroll-padding)-(?:{COTES})"
    rf"|border-(?:{COTES})(?:-(?:width|style|color))?"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|overflow-[xy]|overscroll-behavior-[xy]|contain-intrinsic-(?:width|height)|resize-[xy])"
)
SANS_FORME_LOGIQUE = {"overflow-x"}
"""Written physically because no browser of an old phone knows the logical name (`overflow-inline`: Firefox alone)."""
VALEURS_PHYSIQUES = {
    "text-align": {"left", "right"},
    "float": {"left", "right"},
    "clear": {"left", "right"},
    "caption-side": {"left", "right"},
    "resize": {"horizontal", "vertical"},
}
QUATRE_COTES = {"margin", "padding", "inset", "border-width", "border-style", "border-color", "scroll-padding"}
"""With four values that differ left from right, these are physical."""


def _declarations(rules: list, media: str = "") -> list[tuple[str, str, list]]:
    found = []
    for rule in rules:
        if rule.type == "at-rule" and rule.content is not None:
            prelude = tinycss2.serialize(rule.prelude).strip()
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            found += _declarations(inner, f"@{rule.at_keyword} {prelude}")
        elif rule.type == "qualified-rule":
            selector = f"{media} {tinycss2.serialize(rule.prelude).strip()}".strip()
            parsed = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
            assert [item for item in parsed if item.type == "error"] == [], selector
            found += [(selector, item.lower_name, item.value) for item in parsed]
    return found


@pytest.fixture(scope="module", params=FEUILLES, ids=lambda path: path.stem)
def feuille(request: pytest.FixtureRequest) -> list:
    rules = tinycss2.parse_stylesheet(
        request.param.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True
    )
    assert [rule for rule in rules if rule.type == "error"] == []
    return rules


def test_there_are_style_sheets() -> None:
    assert len(FEUILLES) > 5


def test_properties_are_logical(feuille: list) -> None:
    physical = [
        (selector, name)
        for selector, name, _ in _declarations(feuille)
        if PHYSIQUES.fullmatch(name) and name not in SANS_FORME_LOGIQUE
    ]
    assert physical == []


def test_values_are_logical(feuille: list) -> None:
    physical = []
    for selector, name, value in _declarations(feuille):
        words = {token.lower_value for token in value if token.type == "ident"}
        physical += [(selector, name, word) for word in words & VALEURS_PHYSIQUES.get(name, set())]
        parts = tinycss2.serialize(value).split("!")[0].split()
        if name in QUATRE_COTES and "(" not in "".join(parts) and len(parts) == 4 and parts[1] != parts[3]:
            physical.append((selector, name, " ".join(parts)))
    assert physical == []


def test_nothing_is_loaded(feuille: list) -> None:
    at_rules = {rule.at_keyword for rule in feuille if rule.type == "at-rule"}
    assert at_rules <= {"media", "supports"}
    assert [s for s, _, value in _declarations(feuille) if any(t.type == "url" for t in value)] == []
    functions = {t.lower_name for _, _, value in _declarations(feuille) for t in value if t.type == "function"}
    assert functions & {"url", "src", "image-set", "image", "cross-fade"} == set()


def test_focus_is_never_taken_away(feuille: list) -> None:
    """`main` alone: it is focused by the skip link, and its outline would frame the whole page."""
    removed = [
        selector
        for selector, name, value in _declarations(feuille)
        if name in {"outline", "outline-style"} and tinycss2.serialize(value).strip() in {"none", "0"}
    ]
    assert set(removed) <= {"main:focus"}


def test_motion_is_asked_for_only_where_it_is_wanted(feuille: list) -> None:
    moving = {"animation", "animation-name", "transition", "scroll-behavior"}
    wrong = [s for s, name, _ in _declarations(feuille) if name in moving and "prefers-reduced-motion" not in s]
    assert wrong == []


def test_sizes_of_text_follow_the_visitor(feuille: list) -> None:
    """Pixels would ignore the size that a visitor chose; drawings count in their own units, paper in points."""
    wrong = [
        (selector, tinycss2.serialize(value))
        for selector, name, value in _declarations(feuille)
        if name in {"font-size", "font"}
        and "@media print" not in selector
        and not re.search(r"\.carte-quartier\b", selector)
        and any(token.type == "dimension" and token.lower_unit in {"px", "pt"} for token in value)
    ]
    assert wrong == []


def test_colours_are_tokens() -> None:
    """A colour written outside the tokens (and the map's own palette, and paper) escapes the dark scheme."""
    wrong = []
    for path in FEUILLES:
        if path.parent.name == "assets" and path.name.startswith("00-"):
            continue
        rules = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
        wrong += [
            (path.name, selector, name)
            for selector, name, value in _declarations(rules)
            if not name.startswith("--") and "@media print" not in selector and any(t.type == "hash" for t in value)
        ]
    assert wrong == []
