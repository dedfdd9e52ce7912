"""Line 10 of the requirements: valid HTML, as html-validate reads it, on every kind of page in every language.

`CARTE_TOUTES_LES_PAGES=1` (`make test-complet`) reads every page of the site instead.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from carte_sociale import routes

from .lecture import Page

RACINE = Path(__file__).parents[2]
REGLAGE = Path(__file__).with_name("htmlvalidate.json")
TOUTES = os.environ.get("CARTE_TOUTES_LES_PAGES") == "1"
RAISONS = {
    "doctype-style": "HTML takes both cases; ours is the shorter one for compression, all pages alike.",
    "long-title": "A title is made of names that organisations chose: none is cut (line 9).",
    "no-trailing-whitespace": "Templates leave blanks at ends of lines; nobody reads them and gzip drops them.",
    "tel-non-breaking": "Numbers are shown as they are written (line 29); the style sheet keeps them on a line.",
}
"""Why a rule of html-validate is off or changed."""


def _problems(files: list[Path]) -> list[tuple[str, int, str, str]]:
    """File, line, rule and message of everything that html-validate finds."""
    node = Path(sys.executable).with_name("node")
    program = RACINE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "rapport.json"  # a pipe would cut what is longer than its buffer
        command = [node, program, "--config", REGLAGE, "--formatter", f"json={report}", *files]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert report.exists(), done.stderr
        found = json.loads(report.read_text(encoding="utf-8"))
    return [
        (page["filePath"], message["line"], message["ruleId"], message["message"])
        for page in found
        for message in page["messages"]
    ]


def _chosen(pages: list[Page]) -> list[Page]:
    """The longest page of every kind in each language (prose: every page), since it shows what others hide."""
    if TOUTES:
        return pages
    longest: dict[tuple[str, str, str], Page] = {}
    for page in pages:
        key = (page.langue, page.sorte, page.adresse if page.sorte == "prose" else "")
        if key not in longest or len(page.brut) > len(longest[key].brut):
            longest[key] = page
    return list(longest.values())


def test_pages_are_valid(pages: list[Page], site_web: Path) -> None:
    chosen = _chosen(pages)
    assert len(chosen) > 90
    assert _problems([site_web / routes.file_of(page.adresse) for page in chosen]) == []


def test_number_stays_on_a_line(site_web: Path) -> None:
    (sheet,) = (site_web / routes.RESSOURCES).glob("carte-??????????.css")
    assert re.search(r"a\[href\^=.?tel:.?\]\{white-space:nowrap\}", sheet.read_text(encoding="utf-8"))


def test_every_change_of_the_rules_has_a_reason() -> None:
    assert set(json.loads(REGLAGE.read_text(encoding="utf-8"))["rules"]) == set(RAISONS)


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<p id=a>a</p><p id=a>b</p>", "no-dup-id"),
        ("<ul><p>a</p></ul>", "element-permitted-content"),
        ("<p>a</b></p>", "close-order"),
    ],
)
def test_what_is_wrong_is_found(tmp_path: Path, html: str, rule: str) -> None:
    file = tmp_path / "a.html"
    file.write_text(f'<!doctype html><html lang="fr"><head><title>a</title></head><body>{html}</body></html>')
    assert rule in {found for _, _, found, _ in _problems([file])}
