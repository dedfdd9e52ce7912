"""The search page as tests handle it: opened at a choice, typed into, read."""

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, Route, expect

from .mots import lus


def attendre(page: Page) -> None:
    page.locator("html[data-recherche=prete]").wait_for(state="attached")


def attendre_tout(page: Page) -> None:
    """Wait until the words of every language, the names and the choices are there."""
    attendre(page)
    page.locator("form[data-entiere]").wait_for(state="attached")
    attendre(page)


def fichiers(page: Page) -> dict[str, Any]:
    """What the page names of its index."""
    named: dict[str, Any] = json.loads(
        page.locator("[data-recherche-index]").get_attribute("data-recherche-index") or ""
    )
    return named


def retenir(page: Page, adresse: str, which: Callable[[dict[str, Any]], str]) -> list[Route]:
    """Open the French search page, where a file of the index does not come until its route goes on; return routes."""
    held: list[Route] = []
    page.goto(f"{adresse}fr/recherche/")
    page.route(f"**/{which(fichiers(page))}.js", lambda route: held.append(route))
    return held


def ouvrir(page: Page, adresse: str, choix: str, langue: str = "fr") -> None:
    """Open the search page at a choice (`q=loyer`), as another page or a friend would."""
    page.goto("about:blank")
    page.goto(f"{adresse}{langue}/recherche/#{choix}")
    attendre_tout(page)


def taper(page: Page, words: str) -> None:
    """Type words into the search, once it suggests all that it can."""
    champ = page.locator("#q")
    champ.focus()
    page.locator("form[data-entiere]").wait_for()
    champ.fill("")
    champ.press_sequentially(words)


def chercher(page: Page, words: str) -> None:
    taper(page, words)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"[#&]q="))
    attendre_tout(page)


def trouvees(page: Page) -> list[str]:
    ids = page.locator("[data-resultats] [data-fiche]").evaluate_all(
        "(cards) => cards.map((card) => card.dataset.fiche)"
    )
    assert len(set(ids)) == len(ids)
    return ids


def compte(page: Page) -> int:
    """The number that the status says; nothing where it says none."""
    number = re.match(r"\d+", lus(page.locator("[data-nombre][role=status]")))
    return int(number[0]) if number else 0


def choisis(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).fragment)


def proposees(page: Page) -> list[str]:
    return [lus(option) for option in page.locator("[role=listbox] [role=option]").all()]


def ecrit(option: Locator) -> str:
    """The words of an option, which nothing shows until its list is open."""
    return (option.text_content() or "").replace("\u00a0", " ").strip()
