"""Line 31 of the requirements: the way out is quick, by a press or by Shift three times, and leaves no way back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

AILLEURS = "https://www.wikipedia.org/"
SIGNALEE = "fr/themes/violences-conjugales/"


@pytest.fixture
def suivie(contexte: Callable[..., BrowserContext]) -> Page:
    context = contexte()
    context.route(f"{AILLEURS}**", lambda route: route.fulfill(body="ailleurs", content_type="text/plain"))
    return context.new_page()


def _presses(page: Page, count: int) -> None:
    for _ in range(count):
        page.keyboard.press("Shift")


def test_a_press_replaces_the_page(suivie: Page, adresse: str) -> None:
    suivie.goto(f"{adresse}fr/themes/")
    suivie.goto(adresse + SIGNALEE)
    suivie.locator("a.sortie").click()
    suivie.wait_for_url(AILLEURS)
    assert suivie.evaluate("document.referrer") == ""
    suivie.go_back()
    assert suivie.url == f"{adresse}fr/themes/"  # the flagged page is not what Back gives


def test_shift_three_times(suivie: Page, adresse: str) -> None:
    suivie.goto(adresse + SIGNALEE)
    _presses(suivie, 1)
    status = suivie.locator(".sortie-bloc [role=status]")
    assert status.inner_text() == "Majuscule, appuyez encore 2 fois pour quitter."
    _presses(suivie, 1)
    assert status.inner_text() == "Majuscule, appuyez encore 1 fois pour quitter."
    assert suivie.locator(".sortie__appuis").get_attribute("class") == "sortie__appuis sortie__appuis--2"
    _presses(suivie, 1)
    suivie.wait_for_url(AILLEURS)


def test_shift_three_times_must_be_within_five_seconds(suivie: Page, adresse: str) -> None:
    suivie.clock.install()
    suivie.goto(adresse + SIGNALEE)
    _presses(suivie, 2)
    suivie.clock.run_for(5100)
    assert suivie.locator(".sortie-bloc [role=status]").inner_text() == ""
    _presses(suivie, 2)
    assert suivie.url == adresse + SIGNALEE


def test_capitals_are_no_way_out(suivie: Page, adresse: str) -> None:
    suivie.goto(adresse + SIGNALEE)
    for letter in "ABCD":
        suivie.keyboard.press(f"Shift+{letter}")
    assert suivie.locator(".sortie-bloc [role=status]").inner_text() in {
        "", "Majuscule, appuyez encore 2 fois pour quitter.",
    }  # fmt: skip
    assert suivie.url == adresse + SIGNALEE


def test_the_page_is_covered_at_once(suivie: Page, adresse: str) -> None:
    """In the same moment as the third press: while the other site is slow to come, nothing of this one is left."""
    suivie.goto(adresse + SIGNALEE)
    three = """() => {
      for (let n = 0; n < 3; n += 1) dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));
      return [document.documentElement.className, getComputedStyle(document.body).display];
    }"""
    assert suivie.evaluate(three) == ["cachee", "none"]


def test_second_skip_link_leaves_too(suivie: Page, adresse: str) -> None:
    suivie.goto(adresse + SIGNALEE)
    suivie.keyboard.press("Tab")
    suivie.keyboard.press("Tab")
    assert suivie.evaluate("document.activeElement.matches('a.saut[data-sortie]')")
    suivie.keyboard.press("Enter")
    suivie.wait_for_url(AILLEURS)


def test_without_script_the_link_works(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    context = contexte(java_script_enabled=False)
    context.route(f"{AILLEURS}**", lambda route: route.fulfill(body="ailleurs", content_type="text/plain"))
    page = context.new_page()
    page.goto(adresse + SIGNALEE)
    page.locator("a.sortie").click()
    page.wait_for_url(AILLEURS)


def test_shift_does_nothing_elsewhere(suivie: Page, adresse: str) -> None:
    suivie.goto(f"{adresse}fr/themes/manger-repas/")
    _presses(suivie, 4)
    assert suivie.locator("a[data-sortie]").count() == 0
    assert suivie.url.startswith(adresse)
