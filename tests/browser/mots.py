"""Words as a visitor reads them."""

from playwright.sync_api import Locator


def lus(element: Locator) -> str:
    """The words of an element; the space that does not break before a colon counts as a space."""
    return element.inner_text().replace("\u00a0", " ").strip()
