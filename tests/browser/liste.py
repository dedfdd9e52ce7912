"""A list of places as tests handle it: opened at its address, read, changed."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

LIMITE = 20
CINQ = ("waka-up", "hobo", "cire", "cpas-d-etterbeek", "ligue-des-familles")
"""Records of several kinds, none of which speaks of danger."""
SIGNALEE = "centre-de-prevention-du-suicide"
MOMENT = "moment=2026-11-24T10:00"
"""A Tuesday on which one of the invented records is open."""
FICTIVES = ("maison-des-tilleuls", "refuge-des-ormes", "le-banc-du-parc")
MOTS = {
    "fr": ("Ma liste", "Ma liste : 2 lieux", "pas dit : à demander", "Garder"),
    "nl": ("Mijn lijst", "Mijn lijst: 2 plekken", "niet gezegd: te vragen", "Bewaren"),
    "en": ("My list", "My list: 2 places", "not said: to be asked", "Keep"),
}
"""By language: the title, the line of the search page, what is unknown, the button."""


def ouvrir(page: Page, adresse: str, ids: tuple[str, ...] | list[str], langue: str = "fr", suite: str = "") -> None:
    """Open a list as a friend would who was sent its address."""
    page.goto("about:blank")
    page.goto(f"{adresse}{langue}/liste/#fiches={','.join(ids)}{suite}")
    attendre(page)


def attendre(page: Page) -> None:
    page.locator("html[data-liste=prete]").wait_for(state="attached")


def cartes(page: Page) -> list[str]:
    found: list[str] = page.locator("[data-places] [data-fiche]").evaluate_all(
        "(cards) => cards.map((card) => card.dataset.fiche)"
    )
    return found


def gardees(page: Page) -> list[str]:
    """The ids of the address, once it is that of a list."""
    return [id_ for id_ in parse_qs(urlsplit(page.url).fragment).get("fiches", [""])[0].split(",") if id_]


def presser(page: Page, rank: int, name: str) -> None:
    page.locator(".place").nth(rank).get_by_role("button", name=re.compile(f"^{name}")).click()
