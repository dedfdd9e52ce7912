"""`make captures`: a picture of every kind of page at 360 and 1280 px, light and dark, in three languages.

The invented records of the style guide are all there in French, at the moment for which they were written.
"""

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

from carte_sociale import routes
from carte_sociale.building import build_site
from carte_sociale.mkdocs_plugin import read_prose
from carte_sociale.model.fields import LANGUES_DU_SITE

RACINE = Path(__file__).parents[2]
SORTIE = RACINE / "captures"
LARGEURS = (360, 1280)
HAUTEUR_MAX = 3000
"""Pixels: a list of three hundred records says nothing more further down."""
HAUTEUR_DU_GUIDE = 16000
"""Pixels: the most that a browser draws in one picture; the guide's last components are cut on a phone."""
MOMENT = "#moment=2026-11-24T10:00"


def photographier(browser: Browser, url: str, adresses: dict[str, str], sortie: Path) -> int:
    """Write `SORTE-LANGUE-LARGEUR-SCHEME.png` for every page; return how many."""
    count = 0
    for width in LARGEURS:
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page = context.new_page()
            for name, address in adresses.items():
                page.goto(url + address)
                limit = HAUTEUR_DU_GUIDE if name.startswith("guide-de-style") else HAUTEUR_MAX
                height = min(page.evaluate("document.documentElement.scrollHeight"), limit)
                clip = {"x": 0, "y": 0, "width": width, "height": height}
                page.screenshot(path=sortie / f"{name}-{width}-{scheme}.png", full_page=True, clip=clip)
                count += 1
            context.close()
    return count


def _addresses(site: Path) -> dict[str, str]:
    """What to photograph, by the name of the picture."""
    kinds = une_de_chaque(site)
    found = {
        f"{kind}-{ll}": f"{ll}/{address}{MOMENT if kind in routes.DU_GUIDE else ''}"
        for kind, address in kinds.items()
        for ll in LANGUES_DU_SITE
    }
    guide = LANGUES_DU_SITE[0] + "/guide-de-style"
    for folder in sorted(path for path in (site / guide).glob("*") if path.is_dir()):
        found[f"exemple-{folder.name}"] = f"{guide}/{folder.name}/{MOMENT}"
    for sheet in sorted(path for path in site.glob("papier/*") if path.is_dir())[:1]:
        found["papier"] = f"papier/{sheet.name}/"
    return found | {"langues": "", "introuvable": "404.html"}


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
        addresses = _addresses(site)
        with sync_playwright() as playwright, servi(site, "/") as url:
            photographier(ouvrir(playwright), url, addresses, SORTIE)
    return 0


if __name__ == "__main__":
    sys.exit(principal())
