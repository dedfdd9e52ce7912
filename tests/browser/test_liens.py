"""What joins services, with and without script: ties chosen by kind, the next date of meetings, fundings that end."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page

GUIDE = "fr/guide-de-style/"
LIEUX = """(list) => [...list.querySelectorAll('li a')].map((a) => {
  const box = a.closest('li').getBoundingClientRect();
  return [box.top, box.height];
})"""
BOUTS = """(svg) => [...svg.querySelectorAll('.pointe')].map((path) => {
  const box = path.getBoundingClientRect();
  return box.top + box.height / 2;
})"""


def guide(contexte: Callable[..., BrowserContext], adresse: str, moment: str, script: bool = True) -> Page:
    page = contexte(java_script_enabled=script).new_page()
    page.goto(f"{adresse}{GUIDE}#moment={moment}")
    return page


def names(list_: Locator) -> list[str]:
    return list_.locator("> li > a").all_inner_texts()


@pytest.mark.parametrize(
    ("moment", "first", "said"),
    [
        ("2026-11-24T10:00", "Midi des voisins", "Prochaine date : mardi 8 décembre 2026, 12:00–13:30"),
        ("2026-12-08T13:00", "Midi des voisins", "Prochaine date : mardi 8 décembre 2026, 12:00–13:30"),
        ("2026-12-08T14:00", "Midi des voisins", "Prochaine date : mardi 12 janvier 2027, 12:00–13:30"),
        ("2027-03-01T10:00", "Assemblée des services", "Prochaine date : jeudi 4 mars 2027, 09:30–12:00"),
    ],
)
def test_the_meeting_that_comes_next_is_first_and_says_when(
    contexte: Callable[..., BrowserContext], adresse: str, moment: str, first: str, said: str
) -> None:
    page = guide(contexte, adresse, moment)
    listed = page.locator("#ex-rencontres [data-par-date]")
    assert names(listed)[0] == first
    assert listed.locator("> li").first.locator(".prochaine").inner_text().replace("\u00a0", " ") == said


def test_another_moment_sorts_again(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    page = guide(contexte, adresse, "2027-03-01T10:00")
    page.evaluate("location.hash = 'moment=2027-03-05T10:00'")
    page.wait_for_function("document.querySelector('#ex-rencontres li a').textContent.includes('Midi')")
    assert names(page.locator("#ex-rencontres [data-par-date]")) == ["Midi des voisins", "Assemblée des services"]
    past = page.locator("#ex-rencontres li").last.locator(".prochaine")
    assert past.inner_text() == "Les dates que nous connaissons sont passées."


def test_what_a_year_old_source_said_is_to_be_confirmed_and_past_days_leave(
    contexte: Callable[..., BrowserContext], adresse: str
) -> None:
    page = guide(contexte, adresse, "2026-11-24T10:00")
    told = page.locator("#ex-quand-midi-des-voisins [data-douteux] .regle")
    assert "après un an" in told.inner_text()
    assert page.locator("#ex-quand-assemblee-des-services .dates li:visible").count() == 1
    page.evaluate("location.hash = 'moment=2027-10-06'")
    page.wait_for_function("document.querySelector('[data-douteux] .regle').textContent.includes('plus d')")
    assert told.inner_text().replace("\u00a0", " ") == "(à confirmer : plus d'un an)"
    assert page.locator("#ex-quand-assemblee-des-services .dates li:visible").count() == 0


def test_paper_has_the_days_to_come_with_their_year(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    """A sheet is read later: "next" would not be true any more, a day with its year is."""
    page = guide(contexte, adresse, "2026-11-24T10:00")
    told = page.locator("#ex-rencontres .sur-papier")
    assert not told.is_visible()
    page.emulate_media(media="print")
    assert told.inner_text().replace("\u00a0", " ") == "Dates connues : 4 mars 2027, 09:30–12:00"
    assert page.locator("#ex-rencontres .prochaine:visible").count() == 0
    page.evaluate("location.hash = 'moment=2027-03-05'")
    page.locator("#ex-rencontres .sur-papier[hidden]").wait_for(state="attached")
    assert not told.is_visible()


def test_without_script_meetings_stand_by_name_with_their_rule(
    contexte: Callable[..., BrowserContext], adresse: str
) -> None:
    page = guide(contexte, adresse, "2026-11-24T10:00", script=False)
    assert names(page.locator("#ex-rencontres [data-par-date]")) == ["Assemblée des services", "Midi des voisins"]
    assert page.locator(".prochaine:visible").count() == 0
    assert "le deuxième mardi du mois" in page.locator("#ex-quand-midi-des-voisins").inner_text()
    assert page.locator("#ex-quand-assemblee-des-services .dates li:visible").count() == 2


def test_a_funding_that_ends_this_year_is_marked_and_a_past_one_is_to_be_confirmed(
    contexte: Callable[..., BrowserContext], adresse: str
) -> None:
    page = guide(contexte, adresse, "2026-11-24T10:00")
    fundings = page.locator("#ex-projets .financement")
    ends, ended = fundings.all_inner_texts()
    assert "se termine cette année" in ends
    assert "se termine cette année" not in ended
    assert "financement échu, à confirmer" in ended
    page.evaluate("location.hash = 'moment=2027-01-01'")
    page.wait_for_function("!document.querySelector('#ex-projets .financement .etiquette:not([hidden])')")
    assert [" (financement échu, à confirmer)" in text for text in fundings.all_inner_texts()] == [True, True]


@pytest.mark.parametrize("script", [True, False])
def test_kinds_of_ties_are_chosen_without_script(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], script: bool
) -> None:
    page = contexte(java_script_enabled=script).new_page()
    page.goto(f"{adresse}fr/{sortes['reseau']}")
    every = page.locator(".fils .fil").count()
    box = page.locator(".sortes input").first
    kind = box.get_attribute("value")
    assert page.locator(".fils-tableau tbody:visible").count() > 1
    box.focus()
    page.keyboard.press("Space")
    assert page.locator(".fils-tableau tbody:visible").count() == 1
    assert page.locator(f".fils-tableau .sorte-{kind}").is_visible()
    assert page.locator(".fils .fil:visible").count() == page.locator(f".fils .sorte-{kind}").count() < every
    page.keyboard.press("Space")
    assert page.locator(".fils .fil:visible").count() == every


@pytest.mark.parametrize(("width", "size"), [(360, "100%"), (360, "200%"), (1280, "100%")])
def test_arrows_point_at_the_rows_of_names(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], width: int, size: str
) -> None:
    """Whatever names wrap to: rows are as high as the highest, and every arrow ends inside one."""
    page = contexte(viewport={"width": width, "height": 640}, bypass_csp=True).new_page()
    page.goto(f"{adresse}fr/{sortes['reseau']}")
    page.add_style_tag(content=f"html {{ font-size: {size} !important; }}")
    rows = page.locator(".fils").first.evaluate(LIEUX)
    heights = [height for _, height in rows]
    assert max(heights) - min(heights) < 1
    for y in page.locator(".fils__arcs").first.evaluate(BOUTS):
        assert any(top + height * 0.4 < y < top + height * 0.8 for top, height in rows), y


def test_paper_keeps_the_drawing_and_the_table(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    page = contexte(viewport={"width": 794, "height": 1123}, color_scheme="dark").new_page()
    page.goto(f"{adresse}fr/{sortes['reseau']}")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".fils__arcs").is_visible()
    assert page.locator(".fils-tableau").is_visible()
    stroke = page.locator(".fils .fil path").first.evaluate("(path) => getComputedStyle(path).stroke")
    assert stroke == "rgb(0, 0, 0)"


def test_kinds_of_ties_are_chosen_with_keys_in_the_drawing_and_in_the_table(
    page: Page, adresse: str, sortes: dict[str, str]
) -> None:
    page.goto(f"{adresse}fr/{sortes['reseau']}")
    first = page.locator(".sortes input").first
    kind = first.get_attribute("value")
    shown = ":is(.fils__arcs .fil, .fils-tableau tbody)"
    others = page.locator(f"{shown}:not(.sorte-{kind})")
    assert others.count() > 0
    first.focus()
    page.keyboard.press("Space")
    assert first.is_checked()
    assert not any(e.is_visible() for e in others.all())
    assert all(e.is_visible() for e in page.locator(f"{shown}.sorte-{kind}").all())
    page.keyboard.press("Space")
    assert all(e.is_visible() for e in others.all())
