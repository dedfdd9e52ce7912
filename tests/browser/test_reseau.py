"""Lines 24, 30, 34 and 35 of the requirements: what a page asks of the network, and what it leaves behind."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext

from .requetes import demandees
from .sortes import SORTES

TRACES = """async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  bases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  travailleurs: (await navigator.serviceWorker.getRegistrations()).length,
})"""
REQUETES = {"carte": 11, "guide-de-style": 10}
"""Who opens the map has asked for it, and its six files, and the style guide shows every component at once; every other
page shows itself in eight requests."""
RIEN = {"cookies": "", "local": 0, "session": 0, "bases": 0, "caches": 0, "travailleurs": 0}


@pytest.mark.parametrize("sorte", SORTES)
def test_page_asks_only_its_own_site(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], sorte: str
) -> None:
    context = contexte()
    requests = demandees(context)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{adresse}fr/{sortes[sorte]}", wait_until="networkidle")
    assert {urlsplit(url).netloc for url in requests if not url.startswith("data:")} == {urlsplit(adresse).netloc}
    assert [url for url in requests if urlsplit(url).query] == []
    assert len(requests) <= REQUETES.get(sorte, 8)
    assert errors == []
    assert context.cookies() == []
    assert page.evaluate(TRACES) == RIEN


def test_web_font_is_never_used(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    page = contexte().new_page()
    page.goto(f"{adresse}fr/")
    assert page.evaluate("document.fonts.size") == 0
