"""What is new in a quartier ages with the days: what is no longer news leaves the page, and the page says so."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect


def test_news_leave_the_page_after_90_days(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    """As many as the history of this project tells: none where there is no history."""
    page = contexte().new_page()
    page.goto(f"{adresse}fr/{sortes['quartier-pro']}")
    news = page.locator("[aria-labelledby=nouvelles]")
    told = sorted(time.get_attribute("datetime") or "" for time in news.locator("li > time").all())
    for day, some in ((told[-1] if told else "2026-11-28", bool(told)), ("2199-01-01", False)):
        page.goto(f"{adresse}fr/{sortes['quartier-pro']}#moment={day}T10:00")
        assert bool(news.locator("li:not([hidden])").count()) is some
        came = news.locator(".arrivees li:not([hidden])").count()
        expect(news.locator("details.arrivees:visible")).to_have_count(1 if came else 0)
        changed = news.locator("> ul > li:not([hidden])").count()
        expect(news.locator("> p:visible").filter(has_text="aucun changement")).to_have_count(0 if changed else 1)


def test_records_that_came_are_on_paper_without_being_unfolded(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    page = contexte().new_page()
    page.goto(f"{adresse}fr/{sortes['guide-de-style']}#moment=2026-11-01T10:00")
    came = page.locator(".arrivees li").first
    expect(came).to_be_hidden()
    page.emulate_media(media="print")
    expect(came).to_be_visible()
