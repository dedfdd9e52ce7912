"""`make captures`: a picture of every kind of page at 360 and 1280 px, light and dark, in three languages."""

import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from installer import ouvrir
from playwright.sync_api import Browser, sync_playwright
from service import servi
from sortes import une_de_chaque

from carte_sociale.building import build_site
from carte_sociale.mkdocs_plugin import read_prose
from carte_sociale.model.fields import LANGUES_DU_SITE

RACINE = Path(__file__).parents[2]
SORTIE = RACINE / "captures"
LARGEURS = (360, 1280)
HAUTEUR_MAX = 3000
"""Pixels: a list of three hundred records says nothing more further down."""


def photographier(browser: Browser, url: str, adresses: dict[str, str], sortie: Path) -> int:
    """Write `SORTE-LANGUE-LARGEUR-SCHEME.png` for every page; return how many."""
    count = 0
    for width in LARGEURS:
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page = context.new_page()
            for name, address in adresses.items():
                page.goto(url + address)
                height = min(page.evaluate("document.documentElement.scrollHeight"), HAUTEUR_MAX)
                clip = {"x": 0, "y": 0, "width": width, "height": height}
                page.screenshot(path=sortie / f"{name}-{width}-{scheme}.png", full_page=True, clip=clip)
                count += 1
            context.close()
    return count


def principal() -> int:
    """Build the site aside, and photograph it into `captures/`, emptied first."""
    shutil.rmtree(SORTIE, ignore_errors=True)
    SORTIE.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        today = datetime.now(ZoneInfo("Europe/Brussels")).date()
        done = build_site(RACINE, site, lambda: read_prose(RACINE), today)
        if done.refusee:
            return 1
        kinds = une_de_chaque(site)
        addresses = {f"{kind}-{ll}": f"{ll}/{address}" for kind, address in kinds.items() for ll in LANGUES_DU_SITE}
        addresses |= {"langues": "", "introuvable": "404.html"}
        with sync_playwright() as playwright, servi(site, "/") as url:
            photographier(ouvrir(playwright), url, addresses, SORTIE)
    return 0


if __name__ == "__main__":
    sys.exit(principal())
