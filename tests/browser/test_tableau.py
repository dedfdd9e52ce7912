"""Who does what: sorted and filtered in the browser, shared by its address, whole without script, printed as seen."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from carte_sociale.atlas.order import sort_key

from .requetes import demandees

VISIBLES = "() => [...document.querySelectorAll('.tableau tbody tr')].filter((tr) => tr.getClientRects().length)"
HORS_CASE = """() => [...document.querySelectorAll('.tableau :is(th, td)')]
  .filter((c) => c.scrollWidth > c.clientWidth + 1).map((c) => c.textContent.trim()).slice(0, 5)"""
"""Cells whose words are wider than they are."""
NOMS = f"() => ({VISIBLES})().map((tr) => tr.cells[0].textContent.trim())"


@pytest.fixture
def large(contexte: Callable[..., BrowserContext], adresse: str) -> Page:
    page = contexte(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{adresse}fr/professionnels/")
    return page


def _count(page: Page) -> int:
    return page.evaluate(f"({VISIBLES})().length")


def _values(page: Page, cle: str) -> list[list[str]]:
    """The ids that the lines on show carry."""
    return page.evaluate(
        f"(cle) => ({VISIBLES})().map((tr) => (tr.querySelector(`[data-${{cle}}]`)?.dataset[cle] ?? '').split(' '))",
        cle,
    )


def _choose(page: Page, cle: str, rang: int = 1) -> str:
    select = page.locator(f"#filtre-{cle}")
    value = select.locator("option:not([value^='famille.'])").nth(rang).get_attribute("value")
    assert value
    select.select_option(value)
    return value


@pytest.mark.parametrize("cle", ["theme", "public", "acces", "langue", "commune", "quartier"])
def test_each_choice_keeps_its_lines_and_says_how_many(large: Page, cle: str) -> None:
    total = _count(large)
    value = _choose(large, cle)
    found = _values(large, cle)
    expected = large.evaluate(
        "([cle, v]) => [...document.querySelectorAll(`.tableau tbody [data-${cle}]`)]"
        ".filter((e) => e.dataset[cle].split(' ').includes(v)).length",
        [cle, value],
    )
    assert 0 < len(found) == expected < total
    assert all(value in ids for ids in found)
    assert re.findall(r"\d+", large.locator(".compte").inner_text())[:2] == [str(len(found)), str(total)]


def test_the_question_of_a_newcomer(large: Page) -> None:
    """Who, in this commune, takes people without papers; and who of them without appointment?"""
    large.locator("#filtre-public").select_option("sans-papiers")
    commune = next(slug for ids in _values(large, "commune") for slug in ids if slug != "sans-adresse")
    large.locator("#filtre-commune").select_option(commune)
    assert _count(large) > 0
    assert all("sans-papiers" in ids for ids in _values(large, "public"))
    assert all(commune in ids for ids in _values(large, "commune"))
    expected = sum("sans-rendez-vous" in ids for ids in _values(large, "acces"))
    large.locator("#filtre-acces").select_option("sans-rendez-vous")
    assert _count(large) == expected
    fragment = urlsplit(large.url).fragment
    assert fragment == f"public=sans-papiers&commune={commune}&acces=sans-rendez-vous"


def test_silence_is_no_refusal(large: Page) -> None:
    """Lines that say nothing of the public or the way in are counted apart, and kept when asked for."""
    large.locator("#filtre-public").select_option("sans-papiers")
    large.locator("#filtre-acces").select_option("sans-rendez-vous")
    sure = _count(large)
    (unsaid,) = re.findall(r"Pour (\d+) autres", large.locator(".compte").inner_text())
    large.locator("#filtre-inconnus").check()
    assert _count(large) == sure + int(unsaid) > sure
    for public, acces in zip(_values(large, "public"), _values(large, "acces"), strict=True):
        assert {"sans-papiers", "tout-public"} & set(public) or public == [""]
        assert "sans-rendez-vous" in acces or acces == [""]
    assert "Pour " not in large.locator(".compte").inner_text()
    assert urlsplit(large.url).fragment == "public=sans-papiers&acces=sans-rendez-vous&inconnus=1"
    large.reload()
    assert _count(large) == sure + int(unsaid)
    large.locator(".effacer").click()
    assert not large.locator("#filtre-inconnus").is_checked()


def test_accents_and_capitals_do_not_count(large: Page) -> None:
    counts = []
    for word in ("médiation", "MEDIATION", " mediation "):
        large.locator("#filtre-q").fill(word)
        counts.append(_count(large))
    assert counts[0] == counts[1] == counts[2] > 0
    large.locator("#filtre-q").fill("zzzz")
    assert _count(large) == 0
    assert "Notre liste n'a rien" in large.locator(".compte").inner_text()


def test_columns_are_sorted_both_ways_and_say_so(large: Page) -> None:
    header = large.locator("th[data-colonne='nom']")
    assert header.get_attribute("aria-sort") == "ascending"
    names = large.evaluate(NOMS)
    header.locator("button").click()
    assert header.get_attribute("aria-sort") == "descending"
    reversed_names = large.evaluate(NOMS)
    assert [sort_key(n)[:3] for n in (reversed_names[0], reversed_names[-1])] == [
        sort_key(n)[:3] for n in (names[-1], names[0])
    ]
    service = large.locator("th[data-colonne='service']")
    service.locator("button").click()
    assert header.get_attribute("aria-sort") is None
    assert service.get_attribute("aria-sort") == "ascending"
    assert "Trié par «\u00a0Service\u00a0»" in large.locator(".compte").text_content()
    cells = large.evaluate(f"() => ({VISIBLES})().map((tr) => tr.cells[1].textContent.trim())")
    known = [cell for cell in cells if cell != "nous ne savons pas"]
    assert cells[: len(known)] == known
    assert known == large.evaluate(
        "(cells) => cells.sort(new Intl.Collator('fr', { numeric: true, sensitivity: 'base' }).compare)", known
    )


def test_keyboard_alone(large: Page) -> None:
    large.locator("#filtre-q").focus()
    large.keyboard.type("dettes")
    assert _count(large) > 0
    large.keyboard.press("Tab")
    assert large.evaluate("document.activeElement.id") == "filtre-theme"
    large.locator("th[data-colonne='commune'] button").focus()
    large.keyboard.press("Enter")
    assert large.locator("th[data-colonne='commune']").get_attribute("aria-sort") == "ascending"
    assert large.evaluate("document.activeElement.closest('th').dataset.colonne") == "commune"


def test_address_shares_the_lines_and_no_request_tells_them(
    contexte: Callable[..., BrowserContext], adresse: str, large: Page
) -> None:
    _choose(large, "theme", 3)
    large.locator("#filtre-q").fill("aide")
    large.locator("th[data-colonne='commune'] button").click()
    names, fragment = large.evaluate(NOMS), urlsplit(large.url).fragment
    context = contexte(viewport={"width": 1280, "height": 900})
    requests = demandees(context)
    other = context.new_page()
    other.goto(f"{adresse}fr/professionnels/#{fragment}")
    assert other.evaluate(NOMS) == names
    assert other.locator("#filtre-q").input_value() == "aide"
    assert [url for url in requests if "aide" in url.partition("#")[0] or urlsplit(url).query] == []
    assert other.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_address_is_followed_and_an_anchor_is_no_choice(large: Page) -> None:
    total = _count(large)
    large.evaluate("location.hash = 'public=sans-papiers'")
    large.wait_for_function(f"({VISIBLES})().length < {total}")
    some = _count(large)
    large.evaluate("location.hash = 'contenu'")
    large.wait_for_timeout(100)
    assert _count(large) == some
    large.evaluate("location.hash = 'public=personne-ne-connait'")
    large.wait_for_function(f"({VISIBLES})().length === {total}")


def test_all_is_cleared_at_once(large: Page) -> None:
    total, names = _count(large), large.evaluate(NOMS)
    _choose(large, "public")
    large.locator("#filtre-q").fill("a")
    large.locator("th[data-colonne='service'] button").click()
    large.get_by_role("button", name="Tout effacer").click()
    assert _count(large) == total
    assert large.evaluate(NOMS) == names
    assert "#" not in large.url


def test_whole_and_without_dead_tools_when_scripts_are_off(
    contexte: Callable[..., BrowserContext], adresse: str
) -> None:
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{adresse}fr/professionnels/#public=sans-papiers")
    assert page.locator(".tableau tbody tr").count() > 400
    assert all(row.is_visible() for row in page.locator(".tableau tbody tr").all()[:30])
    assert page.locator("main button, main input, main select").count() == 0


def test_a_line_is_a_block_on_a_phone(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/professionnels/")
    label = page.locator(".tableau tbody td[data-theme]").first
    silent = page.locator(".tableau tbody td:has(i)").first
    assert "nous ne savons pas" in silent.inner_text()
    assert silent.is_visible()
    assert label.evaluate("(td) => getComputedStyle(td, '::before').content").startswith('"Thèmes')
    assert label.evaluate("(td) => getComputedStyle(td).display") == "block"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_paper_holds_the_lines_chosen_on_a3(large: Page) -> None:
    def pages() -> tuple[int, set[str]]:
        pdf = large.pdf(prefer_css_page_size=True)
        boxes = {match.decode() for match in re.findall(rb"/MediaBox\s*\[([^\]]+)\]", pdf)}
        return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)), boxes

    whole, boxes = pages()
    (box,) = boxes
    _, _, width, height = map(float, box.split())
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (420, 297)
    large.locator("#filtre-public").select_option("sans-papiers")
    assert pages()[0] < whole
    large.emulate_media(media="print")
    assert large.evaluate("getComputedStyle(document.querySelector('.tableau thead')).display") == "table-header-group"
    assert not large.locator(".outils").is_visible()
    assert large.locator(".compte").is_visible()
    assert not large.locator(".vers-csv").first.is_visible()
    foot = large.locator(".papier-seul")
    assert foot.locator("b").inner_text().endswith("/fr/professionnels/#public=sans-papiers")
    assert re.search("60 jours.*Téléphonez avant", foot.inner_text())


def test_paper_is_one_sheet_wide_with_the_columns_that_are_on_show(large: Page) -> None:
    large.set_viewport_size({"width": round(400 / 25.4 * 96), "height": 1000})  # an A3 between its margins
    large.emulate_media(media="print")
    assert large.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert large.evaluate(HORS_CASE) == []
    large.emulate_media(media="screen")
    large.locator("details.colonnes summary").click()
    large.get_by_role("checkbox", name="Langues").uncheck()
    large.emulate_media(media="print")
    assert not large.locator("th[data-colonne='langue']").is_visible()
    assert large.locator("th[data-colonne='acces']").is_visible()
    assert large.evaluate(HORS_CASE) == []
