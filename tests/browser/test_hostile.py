"""Pages of hostile records in a real Chromium, over http and from a folder: nothing of a text runs.

The policy that would stop a script written in a page is put aside, so that a text that became one would run.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from carte_sociale import routes

from ..robustesse.conftest import SiteHostile
from .service import servi

RACINE = Path(__file__).parents[2]
LISTES = (
    "fr/", "nl/organisations/", "fr/recherche/", "fr/carte/", "en/urgence/", "fr/professionnels/", "nl/themes/",
    "fr/communes/ixelles/", "en/lieux-de-liens/", "papier/hostile-1/", "index.html",
)  # fmt: skip
MOTS_HOSTILES = '<img src=x onerror=window.__xss=1> " onmouseover="window.__xss=1'
ANCRES = (
    "#q=<img/src=x/onerror=window.__xss=1>&theme=<svg/onload=window.__xss=1>&tri=__proto__",
    "#moment=<b>", "#moment=2026-99-99T99:99", "#%00%ff", "#constructor",
)  # fmt: skip
"""What a link to our pages may carry behind its sign."""


@pytest.fixture(params=["http", "file"])
def origine(request: pytest.FixtureRequest, site_hostile: SiteHostile) -> Iterator[str]:
    if request.param == "http":
        with servi(site_hostile.dossier) as url:
            yield url
    else:
        yield site_hostile.dossier.as_uri() + "/"


@pytest.fixture
def journal(contexte: Callable[..., BrowserContext], origine: str) -> tuple[Page, list[str]]:
    """A page, and everything that it should not have done."""
    page = contexte(bypass_csp=True).new_page()
    wrong: list[str] = []
    page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("console", lambda said: said.type in ("error", "warning") and wrong.append(f"console: {said.text}"))
    page.on("request", lambda asked: asked.url.startswith(origine) or wrong.append(f"request: {asked.url}"))
    page.on("popup", lambda other: wrong.append(f"window: {other.url}"))
    return page, wrong


def _address(origine: str, site: SiteHostile, adresse: str) -> str:
    return origine + (routes.file_of(adresse) if origine.startswith("file") or adresse == "index.html" else adresse)


def _intact(page: Page, wrong: list[str], adresse: str) -> None:
    """Wave a mouse over everything, focus everything, then ask."""
    page.evaluate(
        """() => { for (const element of document.querySelectorAll("*")) {
            for (const name of ["mouseover", "mouseenter", "focus", "toggle", "error"])
                element.dispatchEvent(new Event(name, { bubbles: true }));
            if (element.tagName === "DETAILS") element.open = true;
        } }"""
    )
    assert page.evaluate("window.__xss") is None, adresse
    assert (
        page.evaluate("document.querySelectorAll('zq-mal, [zq-attr], [onerror], [onload], iframe, base').length") == 0
    )
    assert page.evaluate("Object.prototype.zq") is None
    assert wrong == [], adresse


def test_a_text_from_right_to_left_turns_no_number_round(contexte: Callable[..., BrowserContext]) -> None:
    """Beside words in Arabic the groups of a phone number would change places."""
    page = contexte().new_page()
    css = (RACINE / "theme/assets/10-base.css").read_text(encoding="utf-8")
    page.set_content(f"<style>{css}</style><p dir=ltr>مرحبا <a href=tel:+3225120034>02 512 00 34</a> مرحبا</p>")
    places = page.evaluate(
        """() => { const text = document.querySelector("a").firstChild; return [0, 3, 7, 10].map((at) => {
            const range = document.createRange(); range.setStart(text, at); range.setEnd(text, at + 1);
            return range.getBoundingClientRect().left; }); }"""
    )
    assert places == sorted(places)


def test_records_run_nothing(journal: tuple[Page, list[str]], origine: str, site_hostile: SiteHostile) -> None:
    page, wrong = journal
    for rang, id_ in list(enumerate(site_hostile.donnees))[origine.startswith("file") :: 2]:
        langue = ("fr", "nl", "en")[rang % 3]
        page.goto(_address(origine, site_hostile, routes.address("organisation", langue, id_)))
        _intact(page, wrong, id_)
        assert "zq" in page.inner_text("h1")


def test_lists_run_nothing(journal: tuple[Page, list[str]], origine: str, site_hostile: SiteHostile) -> None:
    page, wrong = journal
    for adresse in LISTES:
        page.goto(_address(origine, site_hostile, adresse))
        _intact(page, wrong, adresse)


def test_the_tools_of_the_table_write_texts_alone(
    journal: tuple[Page, list[str]], origine: str, site_hostile: SiteHostile
) -> None:
    """Filters, sorting and their status are made of what the table says, and of what somebody types."""
    page, wrong = journal
    table = _address(origine, site_hostile, "fr/professionnels/")
    page.goto(table)
    rows = page.locator("[data-tableau] tbody tr").count()
    assert rows > len(site_hostile.donnees)
    for button in page.locator("[data-tableau] th button").all():
        button.click()
    page.fill("#filtre-q", MOTS_HOSTILES)
    for choice in page.locator("select").all():
        choice.select_option(index=choice.locator("option").count() - 1)
    _intact(page, wrong, "table")
    record = _address(origine, site_hostile, "fr/organisations/hostile-0/")
    for start in (table, record):
        for ancre in ANCRES[: 1 if origine.startswith("file") else None]:
            page.goto(start + ancre)
            page.reload()
            _intact(page, wrong, start + ancre)
