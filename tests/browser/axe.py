"""What axe finds wrong on a page that is open."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
REGLES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def violations(page: Page, rules: dict = REGLES) -> list[tuple[str, str]]:
    """The rules that are broken, each with the first elements that break it."""
    found = AXE.run(page, options=rules).response["violations"]
    return [(violation["id"], node["html"][:160]) for violation in found for node in violation["nodes"][:3]]
