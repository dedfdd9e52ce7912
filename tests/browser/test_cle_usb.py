"""The folder edition, opened as a file: pages show as on a server, and links work by a press."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Request

QUITTEE = "net::ERR_ABORTED"
"""What Chromium says of an icon it was still reading when the next link was pressed: nothing is missing."""


def test_a_walk_through_the_folder(contexte: Callable[..., BrowserContext], site_cle_usb: Path) -> None:
    root = site_cle_usb.as_uri()
    context = contexte()
    failed: list[tuple[str, str | None]] = []

    def note(request: Request) -> None:
        if request.failure != QUITTEE:
            failed.append((request.url, request.failure))

    context.on("requestfailed", note)
    page = context.new_page()
    page.goto(f"{root}/index.html")
    page.get_by_role("link", name="Nederlands").click()
    assert page.url == f"{root}/nl/index.html"
    page.locator("#menu a").nth(3).click()
    assert page.url == f"{root}/nl/quartiers/index.html"
    page.locator("main .quartiers a").first.click()
    assert page.locator("body").get_attribute("data-page") == "quartier"
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("footer a", has_text="CSV").evaluate("link => link.href.startsWith('file://') || error()")
    page.locator("main h3 a").first.click()
    assert page.locator("h1").inner_text()
    page.go_back()
    page.locator("a.saut").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
    assert failed == []


def test_style_is_applied(contexte: Callable[..., BrowserContext], site_cle_usb: Path) -> None:
    page = contexte().new_page()
    for address in ("index.html", "404.html", "fr/index.html", "fr/urgence/index.html"):
        page.goto(f"{site_cle_usb.as_uri()}/{address}")
        assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", address
