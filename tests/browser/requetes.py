"""What a browser asks of the network."""

from playwright.sync_api import BrowserContext, Page


def demandees(source: BrowserContext | Page) -> list[str]:
    """The addresses that are asked for from now on, in their order."""
    asked: list[str] = []
    source.on("request", lambda request: asked.append(request.url))
    return asked
