"""The search as a visitor meets it: on a phone, with keys, without network, and nothing told to anybody."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, Request, Route, expect

from carte_sociale.model.fields import LANGUES_DU_SITE

from .mots import lus
from .service import servi
from .test_axe import REGLES

AXE = Axe()
MOMENT = "2026-11-24T10:00"
"""A Tuesday on which one of the invented records is open."""
FAUTES = [
    ("fr", "huisier", "mediation-de-dettes", r"Suggestions : \d+\."),
    ("nl", "schuldn", "mediation-de-dettes", r"Suggesties: \d+\."),
    ("en", "hungr", "colis-alimentaires", r"Suggestions: \d+\."),
]
"""A language, a need as somebody in a hurry spells it, the theme that is meant, and what is announced."""
DANGERS = [
    ("fr", "je veux mourir", "centre-de-prevention-du-suicide"),
    ("fr", "mon mari me frappe", "ecoute-violences-conjugales"),
    ("nl", "ik wil dood", "ligne-1813-prevention-du-suicide-neerlandais"),
    ("nl", "mijn man slaat mij", "1712-ligne-sur-la-violence-neerlandais"),
    ("en", "I want to die", "centre-de-prevention-du-suicide"),
    ("en", "my husband hits me", "ecoute-violences-conjugales"),
]
"""A language, words that speak of danger, and the line that answers first."""


@pytest.fixture(scope="module")
def adresse_fictive(site_fictif: Path) -> Iterator[str]:
    with servi(site_fictif) as url:
        yield url


def _ready(page: Page) -> None:
    page.locator("html[data-recherche=prete]").wait_for(state="attached")


def _whole(page: Page) -> None:
    """Wait until the words of every language, the names and the choices are there."""
    _ready(page)
    page.locator("[data-filtres]:not([hidden])").wait_for(state="attached")
    _ready(page)


def _holding(page: Page, adresse: str, which: Callable[[dict[str, Any]], str]) -> list[Route]:
    """Open the French search page, where a file of the index does not come until its route goes on; return routes."""
    held: list[Route] = []
    page.goto(f"{adresse}fr/recherche/")
    index = json.loads(page.locator("[data-recherche-index]").get_attribute("data-recherche-index") or "")
    page.route(f"**/{which(index)}.js", lambda route: held.append(route))
    return held


def _open(page: Page, adresse: str, choix: str, langue: str = "fr") -> None:
    """Open the search page at a choice (`q=loyer`), as another page or a friend would."""
    page.goto("about:blank")
    page.goto(f"{adresse}{langue}/recherche/#{choix}")
    _whole(page)


def _typed(page: Page, words: str) -> None:
    """Type words into the search, once it is ready to suggest."""
    champ = page.locator("#q")
    champ.focus()
    page.wait_for_load_state("networkidle")
    champ.fill("")
    champ.press_sequentially(words)


def _search(page: Page, words: str) -> None:
    _typed(page, words)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"[#&]q="))
    _whole(page)


def _found(page: Page) -> list[str]:
    ids = page.locator("[data-resultats] [data-fiche]").evaluate_all(
        "(cards) => cards.map((card) => card.dataset.fiche)"
    )
    assert len(set(ids)) == len(ids)
    return ids


def _count(page: Page) -> int:
    """The number that the status says; nothing where it says none."""
    number = re.match(r"\d+", lus(page.locator("[data-nombre][role=status]")))
    return int(number[0]) if number else 0


def _chosen(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).fragment)


def _options(page: Page) -> list[str]:
    return [lus(option) for option in page.locator("[role=listbox] [role=option]").all()]


def _written(option: Locator) -> str:
    """The words of an option, which nothing shows until its list is open."""
    return (option.text_content() or "").replace("\u00a0", " ").strip()


# --- typing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("langue", "mots", "theme", "annonce"), FAUTES)
def test_misspelt_need_is_suggested_then_answered(
    page: Page, adresse: str, langue: str, mots: str, theme: str, annonce: str
) -> None:
    page.goto(f"{adresse}{langue}/recherche/")
    champ = page.locator("#q")
    assert champ.get_attribute("aria-expanded") == "false"
    _typed(page, mots)
    assert champ.get_attribute("role") == "combobox"
    assert champ.get_attribute("aria-autocomplete") == "list"
    assert champ.get_attribute("aria-expanded") == "true"
    liste = page.locator(f"#{champ.get_attribute('aria-controls')}")
    assert liste.get_attribute("role") == "listbox"
    assert liste.get_attribute("aria-label")
    assert liste.is_visible()
    first = liste.locator("[role=option]").first
    assert re.search(r" \d+ \w+$", lus(first).replace("\n", " "))
    expect(page.locator("form > [role=status]")).to_have_text(re.compile(annonce.replace(" :", "\u00a0:")))
    page.keyboard.press("Enter")
    _whole(page)
    assert _chosen(page) == {"q": [mots]}
    assert champ.get_attribute("aria-expanded") == "false"
    assert len(_found(page)) == min(10, _count(page)) > 0
    themes = page.locator("[data-resultats] [data-fiche]").first.get_attribute("data-themes") or ""
    assert theme in themes.split()


def test_arrows_go_round_through_the_field_and_enter_takes_what_is_marked(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/")
    champ = page.locator("#q")
    _typed(page, "molenb")
    count = len(_options(page))
    assert count > 1
    assert champ.get_attribute("aria-activedescendant") is None
    marked = []
    for _ in range(count + 1):
        page.keyboard.press("ArrowDown")
        marked.append(champ.get_attribute("aria-activedescendant"))
        selected = page.locator("[role=option][aria-selected=true]")
        assert [option.get_attribute("id") for option in selected.all()] == ([marked[-1]] if marked[-1] else [])
        assert page.evaluate("document.activeElement.id") == "q"
        assert champ.input_value() == "molenb"
    assert marked == [*[f"suggestions-{rank}" for rank in range(count)], None]
    page.keyboard.press("ArrowUp")
    assert champ.get_attribute("aria-activedescendant") == f"suggestions-{count - 1}"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert "Molenbeek-Saint-Jean" in _options(page)[0]
    page.keyboard.press("Enter")
    _whole(page)
    assert _chosen(page) == {"commune": ["molenbeek-saint-jean"]}
    assert _count(page) > 0


def test_nothing_is_taken_that_was_not_asked_for(page: Page, adresse: str) -> None:
    """Escape closes and keeps the words; leaving closes; an arrow opens again; what is typed is what is searched."""
    page.goto(f"{adresse}fr/recherche/")
    liste, champ = page.locator("[role=listbox]"), page.locator("#q")
    _typed(page, "loyer")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert not liste.is_visible()
    assert champ.input_value() == "loyer"
    assert champ.get_attribute("aria-expanded") == "false"
    assert champ.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert liste.is_visible()
    page.keyboard.press("Tab")
    assert not liste.is_visible()
    assert champ.input_value() == "loyer"
    assert urlsplit(page.url).fragment == ""
    champ.fill("l")
    assert not liste.is_visible()
    champ.fill("xqzwv")
    assert not liste.is_visible()


@pytest.mark.parametrize("doigt", [True, False])
def test_a_suggestion_is_taken_by_a_press(contexte: Callable[..., BrowserContext], adresse: str, doigt: bool) -> None:
    page = contexte(has_touch=doigt).new_page()
    page.goto(f"{adresse}nl/recherche/")
    _typed(page, "schuldn")
    option = page.locator("[role=option]").first
    box = option.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    (promised,) = re.findall(r"\d+", lus(option))
    if doigt:
        option.tap()
    else:
        option.click()
    _whole(page)
    assert _chosen(page) == {"theme": ["mediation-de-dettes"]}
    assert _count(page) == int(promised)
    assert not page.locator("[role=listbox]").is_visible()


def test_new_words_take_the_place_of_a_need_that_was_chosen(page: Page, adresse: str) -> None:
    _open(page, adresse, "theme=mediation-de-dettes&commune=ixelles")
    _search(page, "dentiste")
    assert _chosen(page) == {"q": ["dentiste"], "commune": ["ixelles"]}


def test_more_are_shown_and_the_focus_goes_to_the_first_of_them(page: Page, adresse: str) -> None:
    _open(page, adresse, "q=Molenbeek")
    total = _count(page)
    before = _found(page)
    assert len(before) == 10 < total
    page.locator("[data-plus]").click()
    expect(page.locator("[data-resultats] [data-fiche]")).to_have_count(min(20, total))
    assert _found(page)[:10] == before
    focused = page.evaluate("document.activeElement.closest('[data-fiche]').dataset.fiche")
    assert focused == _found(page)[10]


# --- the address ----------------------------------------------------------------------------------------------------


def test_address_is_kept_followed_and_gone_back_to(page: Page, adresse: str) -> None:
    _open(page, adresse, "q=loyer")
    first = _found(page)
    assert page.locator("#q").input_value() == "loyer"
    _search(page, "dentiste")
    second = _found(page)
    assert second != first
    page.go_back()
    expect(page.locator("#q")).to_have_value("loyer")
    _ready(page)
    assert _found(page) == first
    page.go_forward()
    expect(page.locator("#q")).to_have_value("dentiste")
    _ready(page)
    assert _found(page) == second
    page.evaluate("location.hash = 'theme=mediation-de-dettes'")
    expect(page.locator("#q")).to_have_value("")
    _ready(page)
    assert "mediation-de-dettes" in (
        page.locator("[data-resultats] [data-fiche]").first.get_attribute("data-themes") or ""
    )
    page.evaluate("location.hash = ''")
    expect(page.locator("[data-trouve]")).to_be_hidden()
    assert page.locator("[data-parcourir]").is_visible()
    assert page.locator("html[data-recherche]").count() == 0


def test_an_anchor_is_no_choice(page: Page, adresse: str) -> None:
    """The skip link writes its anchor into the address: what was found stays, and so do the choices."""
    _open(page, adresse, "q=loyer&commune=ixelles")
    found = _found(page)
    page.locator("a.saut").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#contenu$"))
    page.wait_for_timeout(200)
    assert _found(page) == found
    page.locator("#q").fill("dentiste")
    page.keyboard.press("Enter")
    assert _chosen(page) == {"q": ["dentiste"], "commune": ["ixelles"]}


def test_words_of_an_old_link_go_behind_the_hash(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/?q=loyer+trop+cher")
    _whole(page)
    assert urlsplit(page.url).query == ""
    assert _chosen(page) == {"q": ["loyer trop cher"]}
    assert page.locator("#q").input_value() == "loyer trop cher"
    assert page.evaluate("history.length") == 2  # about:blank and this page


def test_late_streets_do_not_cover_what_was_asked_next(page: Page, adresse: str) -> None:
    held: list[Route] = []
    page.goto(f"{adresse}fr/recherche/")
    rues = json.loads(page.locator("[data-recherche-index]").get_attribute("data-recherche-index") or "")["rues"]
    page.route(f"**/{rues}.js", lambda route: held.append(route))
    page.evaluate("location.hash = 'q=rue+Ribaucourt'")
    page.wait_for_timeout(500)
    page.evaluate("location.hash = 'q=dentiste'")
    _whole(page)
    found = _found(page)
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_timeout(500)
    _ready(page)
    assert _found(page) == found
    assert "dentiste" in lus(page.locator("[data-nombre]"))


# --- danger, and nothing found --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("langue", "mots", "ligne"), DANGERS)
def test_danger_shows_who_answers_and_a_way_out(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str, mots: str, ligne: str
) -> None:
    context = contexte()
    context.route(
        "https://www.wikipedia.org/**", lambda route: route.fulfill(body="ailleurs", content_type="text/plain")
    )
    page = context.new_page()
    page.goto(f"{adresse}{langue}/recherche/")
    _search(page, "xqzwv")
    entries = page.evaluate("history.length")
    assert page.locator(".sortie").count() == 0
    _search(page, mots)
    assert page.evaluate("history.length") == entries
    assert page.locator("[data-danger] [data-fiche]").first.get_attribute("data-fiche") == ligne
    assert page.locator("[data-danger] a[href^='tel:']").first.is_visible()
    assert 1 <= page.locator("[data-danger] [data-fiche]").count() <= 4
    assert page.locator(".sortie").count() == 1
    page.evaluate("window.scrollTo(0, document.querySelector('[data-resultats]').getBoundingClientRect().bottom - 700)")
    box = page.locator(".sortie").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert -1 <= box["y"] < 100
    page.locator(".sortie").click()
    page.wait_for_url("https://www.wikipedia.org/")
    page.go_back()
    assert page.url == f"{adresse}{langue}/recherche/"  # not the words that spoke of danger
    expect(page.locator("[data-trouve]")).to_be_hidden()
    assert page.locator("#q").input_value() == ""


def test_way_out_by_shift_counts_once_and_goes_with_the_danger(
    contexte: Callable[..., BrowserContext], adresse: str
) -> None:
    context = contexte()
    context.route(
        "https://www.wikipedia.org/**", lambda route: route.fulfill(body="ailleurs", content_type="text/plain")
    )
    page = context.new_page()
    _open(page, adresse, "q=suicide")
    for words in ("violence conjugale", "suicide"):
        _search(page, words)
    assert page.locator(".sortie").count() == page.locator(".sortie-bloc [role=status]").count() == 1
    _search(page, "loyer")
    assert page.locator(".sortie").count() == 0
    page.locator("#q").blur()
    for _ in range(4):
        page.keyboard.press("Shift")
    assert page.url.startswith(adresse)
    _search(page, "suicide")
    page.locator("#q").blur()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.locator(".sortie__appuis--2").count() == 1
    page.keyboard.press("Shift")
    page.wait_for_url("https://www.wikipedia.org/")


def test_danger_in_another_language_leaves_no_entry_before_its_words_are_there(page: Page, adresse: str) -> None:
    """On a slow network the words of the page's own language come first: they cannot tell what Dutch ones say."""
    held = _holding(page, adresse, lambda index: index["lexiques"]["nl"])
    page.locator("#q").fill("zelfmoord")
    page.keyboard.press("Enter")
    _ready(page)
    for _ in range(50):
        if held:
            break
        page.wait_for_timeout(100)
    held[0].continue_()
    _whole(page)
    page.locator(".sortie").wait_for()
    assert page.evaluate("history.length") == 2


def test_themes_with_a_way_out_have_it_here_too(page: Page, adresse: str) -> None:
    """What the theme's own page covers (drugs, sexuality) is covered here: the bar alone where no line is for it."""
    for theme in ("addictions", "ivg"):
        _open(page, adresse, f"theme={theme}")
        assert page.locator(".sortie").is_visible(), theme
    assert page.locator("[data-danger] [data-fiche]").count() == 0


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_nothing_found_is_no_dead_end(page: Page, adresse: str, langue: str) -> None:
    _open(page, adresse, "q=xqzwv", langue)
    assert "xqzwv" in lus(page.locator("[data-nombre]"))
    assert _found(page) == []
    assert page.locator("[data-danger] a[href^='tel:']").first.is_visible()
    assert page.locator("[data-danger] a[href$='/lieux-de-liens/']").is_visible()
    assert page.locator("[data-parcourir]").is_visible()
    assert page.locator(".sortie").count() == 0


# --- choices --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cle", ["theme", "public", "langue", "commune", "quartier"])
def test_each_choice_leaves_what_it_said(page: Page, adresse: str, cle: str) -> None:
    _open(page, adresse, "q=logement")
    page.locator("[data-filtres] summary").click()
    total = _count(page)
    for rank in (1, -1):
        select = page.locator(f"#filtre-{cle}")
        option = select.locator("option").nth(rank)
        value = option.get_attribute("value") or ""
        said = re.fullmatch(r"(.+) \((\d+)\)", _written(option))
        assert said
        select.select_option(value)
        _ready(page)
        assert _chosen(page) == {"q": ["logement"], cle: [value]}
        assert _count(page) == int(said[2]) <= total
        assert said[1] in lus(page.locator("[data-choisis]"))
        assert said[1] in lus(page.locator("[data-nombre]"))
        if cle == "theme":
            themes = page.locator("[data-resultats] [data-fiche]").evaluate_all("(f) => f.map((e) => e.dataset.themes)")
            assert all(value in ids.split() for ids in themes)
        select.select_option("")
        _ready(page)
        assert _count(page) == total


def test_choices_combine_and_are_taken_back_one_by_one(page: Page, adresse: str) -> None:
    _open(page, adresse, "theme=mediation-de-dettes")
    one = _count(page)
    page.locator("[data-filtres] summary").click()
    page.locator("#filtre-commune").select_option("ixelles")
    _ready(page)
    assert 0 < _count(page) < one
    assert _chosen(page) == {"theme": ["mediation-de-dettes"], "commune": ["ixelles"]}
    chips = page.locator("[data-choisis] a")
    assert chips.all_text_contents() == ["Payer mes dettes enlever", "Ixelles enlever"]
    chips.nth(1).focus()
    page.keyboard.press("Enter")
    _ready(page)
    assert _chosen(page) == {"theme": ["mediation-de-dettes"]}
    assert _count(page) == one
    assert page.locator("#filtre-commune").input_value() == ""
    assert page.evaluate("document.activeElement.closest('[data-trouve]') !== null")
    chips.first.click()
    expect(page.locator("[data-trouve]")).to_be_hidden()
    assert urlsplit(page.url).fragment == ""


def test_a_choice_that_leaves_nothing_says_so_before_the_click(page: Page, adresse: str) -> None:
    """None of the real hours may be trusted: nobody is said to be open, and how many do not say is there to ask for."""
    _open(page, adresse, "theme=mediation-de-dettes")
    total = _count(page)
    page.locator("[data-filtres] summary").click()
    said = lus(page.locator("label[for=filtre-ouvert]"))
    assert said == f"Ouvert maintenant (0 ; à demander : {total})"
    seen = set()
    for label in page.locator("[data-facettes] label[for]:has(.note:not(:empty))").all():
        number = re.search(r"\((\d+|0 ; à demander : \d+|0 : ne donne rien)\)$", lus(label))
        assert number, lus(label)
        box = page.locator(f"#{label.get_attribute('for')}")
        assert box.is_disabled() == ("rien" in number[1])
        seen.add(re.sub(r"[1-9]\d*", "n", number[1]))
    assert {"n", "0 ; à demander : n"} <= seen
    for option in page.locator("[data-facettes] select:not(#filtre-theme) option:not([value=''])").all():
        assert "(0)" not in _written(option)


def test_silence_is_no_refusal(page: Page, adresse: str) -> None:
    _open(page, adresse, "q=logement")
    page.locator("[data-filtres] summary").click()
    (promised,) = re.findall(r"\((\d+)\)", lus(page.locator("label[for=filtre-acces]")))
    page.locator("#filtre-acces").check()
    _ready(page)
    assert _chosen(page) == {"q": ["logement"], "acces": ["sans-rendez-vous"]}
    sure = _count(page)
    assert sure == int(promised) > 0
    button = page.locator("[data-muets]")
    unsaid = re.fullmatch(r"\+ (\d+) dont nous ne le savons pas : à demander", lus(button))
    assert unsaid
    assert button.get_attribute("aria-pressed") == "false"
    before = _found(page)
    button.click()
    _ready(page)
    assert _count(page) == sure + int(unsaid[1])
    assert _chosen(page)["inconnus"] == ["1"]
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    _ready(page)
    assert _found(page) == before


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_open_at_a_chosen_hour(page: Page, adresse_fictive: str, langue: str) -> None:
    """One invented record is open on Tuesday at 10; of others nobody knows."""
    _open(page, adresse_fictive, f"ouvert=1&moment={MOMENT}", langue)
    assert _found(page) == ["maison-des-tilleuls"]
    assert page.locator("[data-fiche=maison-des-tilleuls]").first.get_attribute("data-ouvert") == "oui"
    (unsaid,) = re.findall(r"\+ (\d+)", lus(page.locator("[data-muets]")))
    page.locator("[data-muets]").click()
    _ready(page)
    states = page.locator("[data-resultats] [data-fiche]").evaluate_all("(f) => f.map((e) => e.dataset.ouvert)")
    assert states == ["oui", *["inconnu"] * int(unsaid)]
    _open(page, adresse_fictive, "ouvert=1&moment=2026-11-24T13:00", langue)
    assert "maison-des-tilleuls" not in _found(page)


def test_a_day_and_an_hour_are_chosen_in_the_form(page: Page, adresse_fictive: str) -> None:
    _open(page, adresse_fictive, "moment=2026-11-24T20:00&theme=mediation-de-dettes")
    page.locator("[data-filtres] summary").click()
    assert page.locator("#filtre-ouvert").is_disabled()
    page.locator("#filtre-moment").fill(MOMENT)
    _ready(page)
    assert _chosen(page)["moment"] == [MOMENT]
    assert page.locator("#filtre-ouvert").is_checked()
    assert _found(page) == ["maison-des-tilleuls"]


# --- streets --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("langue", "mots"), [("fr", "rue ribocourt"), ("nl", "ribaucourtstraat"), ("en", "rue de ribaucour")]
)
def test_a_street_leads_to_its_quartier_and_costs_nothing_before(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str, mots: str
) -> None:
    context = contexte()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(f"{adresse}{langue}/recherche/")
    rues = json.loads(page.locator("[data-recherche-index]").get_attribute("data-recherche-index") or "")["rues"]
    _typed(page, "dentist")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if rues in url] == []
    _typed(page, mots)
    street = page.locator("[role=option]", has_text="Ribaucourt")
    street.first.wait_for()
    assert len([url for url in asked if rues in url]) == 1
    assert "Molenbeek" in lus(street.first)
    street.first.click()
    _whole(page)
    assert set(_chosen(page)) == {"rue"}
    assert _count(page) > 0


# --- without network, without a server, without script --------------------------------------------------------------


def test_network_cut_after_load(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    """What was loaded is searched and shown; what cannot be had is said, and asked for again."""
    context = contexte()
    page = context.new_page()
    _open(page, adresse, "theme=mediation-de-dettes")
    debts = _found(page)
    context.set_offline(True)
    _search(page, "surendettement")
    assert set(_found(page)) & set(debts)
    _search(page, "avortement")
    total = _count(page)
    said = lus(page.locator("[data-nombre]"))
    lost = re.search(r"Le réseau manque\. Pas montrés : (\d+)$", said)
    assert lost, said
    assert len(_found(page)) + int(lost[1]) == total
    context.set_offline(False)
    page.get_by_role("button", name="Réessayer").click()
    expect(page.locator("[data-resultats] [data-fiche]")).to_have_count(min(10, total))
    assert "réseau" not in lus(page.locator("[data-nombre]"))
    assert not page.get_by_role("button", name="Réessayer").is_visible()
    assert page.evaluate("document.activeElement.matches('[data-nombre]')")  # the button that was pressed is gone


@pytest.mark.parametrize("panne", ["coupure", "portail"])
def test_index_that_does_not_come_is_said_and_tried_again(page: Page, adresse: str, panne: str) -> None:
    """Neither a cut network nor the sign-in page of a public Wi-Fi leaves anybody waiting."""

    def fail(route: Route) -> None:
        if panne == "coupure":
            route.abort()
        else:
            route.fulfill(body="<p>Connectez-vous</p>", content_type="text/html")

    page.route(re.compile(r"/recherche/[0-9a-f]{12}\.js$"), fail)
    page.goto(f"{adresse}fr/recherche/#q=loyer")
    expect(page.locator("[data-nombre]")).to_have_text(re.compile("n'a pas pu se charger"))
    assert page.locator("[data-parcourir]").is_visible()
    page.unroute_all()
    page.locator("#q").fill("loyer")
    page.keyboard.press("Enter")
    _whole(page)
    assert _count(page) > 0


def test_from_a_folder(contexte: Callable[..., BrowserContext], site_cle_usb: Path) -> None:
    page = contexte().new_page()
    page.goto(f"{site_cle_usb.as_uri()}/nl/recherche/index.html")
    page.locator("#q").focus()
    page.wait_for_timeout(1500)
    _search(page, "schuldn")
    assert _count(page) > 0
    _search(page, "Ribaucourtstraat")
    assert "Ribaucourtstraat" in lus(page.locator("[data-nombre]"))
    page.locator("[data-filtres] summary").click()
    assert page.locator("#filtre-theme option").count() > 1
    name = lus(page.locator("[data-resultats] h3 a").first)
    page.locator("[data-resultats] h3 a").first.click()
    page.locator("body[data-page=organisation], body[data-page=lieu-de-liens]").wait_for()
    assert lus(page.locator("h1")).startswith(name.split("\n")[0])


def test_no_request_carries_a_word_or_leaves_the_host(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    context = contexte()
    requests: list[Request] = []
    context.on("request", lambda request: requests.append(request))
    page = context.new_page()
    page.goto(f"{adresse}fr/recherche/")
    words = ("huissier", "rue Ribaucourt", "je veux mourir", "avortement Ixelles")
    for mots in words:
        _search(page, mots)
    page.locator("[data-filtres] summary").click()
    page.locator("#filtre-commune").select_option(index=1)
    _ready(page)
    page.locator("[data-resultats] h3 a").first.click()
    page.wait_for_load_state("networkidle")
    assert len(requests) > 10
    allowed = re.compile(
        re.escape(urlsplit(adresse).path) + r"(fr/(recherche|organisations/[a-z0-9-]+)/"
        r"|ressources/[a-z-]+(-[0-9a-f]{10})?\.(js|css|svg)|recherche/[0-9a-f]{12}\.js)"
    )
    for request in requests:
        parts = urlsplit(request.url)
        if parts.scheme == "data":
            continue
        assert parts.netloc == urlsplit(adresse).netloc
        assert parts.query == ""
        assert allowed.fullmatch(parts.path), parts.path
        assert request.method == "GET"
        told = " ".join(request.headers.values()).casefold()
        assert [mots for mots in words if mots.split()[0].casefold() in told] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_names_of_files_do_not_say_what_was_asked_before_it_was(
    contexte: Callable[..., BrowserContext], adresse: str
) -> None:
    """Reading the page loads nothing of the index: what nobody uses costs nobody anything."""
    context = contexte()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(f"{adresse}fr/recherche/", wait_until="networkidle")
    assert [url for url in asked if re.search(r"/recherche/[0-9a-f]{12}\.js$", url)] == []


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_without_script_lists_lead_and_nothing_is_dead(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str
) -> None:
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{adresse}{langue}/recherche/#q=loyer")
    assert not page.locator("form").is_visible()
    assert not page.locator("[data-trouve]").is_visible()
    assert page.locator(".sortie").count() == 0
    assert page.locator("[data-parcourir]").is_visible()
    assert page.locator("#besoins ~ ul a[href*='/themes/#']").count() > 10
    for kind in ("quartiers", "organisations"):
        assert page.locator(f"[data-parcourir] a[href$='/{kind}/']").count() == 1
    assert page.locator("main :is(button, input, select):visible").count() == 0


# --- for everybody --------------------------------------------------------------------------------------------------


def _violations(page: Page) -> list[tuple[str, str]]:
    found = AXE.run(page, options=REGLES).response["violations"]
    return [(violation["id"], node["html"][:160]) for violation in found for node in violation["nodes"][:3]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_axe_finds_nothing(contexte: Callable[..., BrowserContext], adresse: str, langue: str, scheme: str) -> None:
    """With suggestions open and one marked, with results and filters open, with help lines, with nothing found."""
    page = contexte(color_scheme=scheme).new_page()
    page.goto(f"{adresse}{langue}/recherche/")
    _typed(page, "molenb")
    page.keyboard.press("ArrowDown")
    assert page.locator("[role=option][aria-selected=true]").is_visible()
    assert _violations(page) == []
    _open(page, adresse, "q=Molenbeek&theme=mediation-de-dettes&inconnus=1", langue)
    page.locator("[data-filtres] summary").click()
    assert page.locator("#filtre-moment").is_visible()
    assert _violations(page) == []
    for choix in ("q=suicide", "q=xqzwv"):
        _open(page, adresse, choix, langue)
        assert _violations(page) == []


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_runs_out_of_a_small_screen(contexte: Callable[..., BrowserContext], adresse: str, width: int) -> None:
    page = contexte(viewport={"width": width, "height": 640}).new_page()
    for langue in LANGUES_DU_SITE:
        _open(page, adresse, "q=Molenbeek&theme=mediation-de-dettes", langue)
        page.locator("[data-filtres] summary").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        _typed(page, "kinder" if langue == "nl" else "child")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_keyboard_alone_from_the_top_to_a_record(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}en/recherche/")

    def tab_to(selector: str, limit: int) -> None:
        for _ in range(limit):
            page.keyboard.press("Tab")
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(selector)

    tab_to("#q", 15)
    page.wait_for_load_state("networkidle")
    page.keyboard.type("hungr")
    page.keyboard.press("Enter")
    _whole(page)
    assert page.evaluate("document.activeElement.id") == "q"
    tab_to("[data-filtres] summary", 8)
    page.keyboard.press("Enter")
    tab_to("#filtre-theme", 15)
    page.keyboard.press("Escape")
    page.locator("[data-filtres] summary").focus()
    page.keyboard.press("Enter")
    tab_to("[data-resultats] h3 a", 8)
    name = page.evaluate("document.activeElement.textContent")
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") > 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/**")
    assert name.split(" (")[0] in page.locator("h1").inner_text()


def test_focus_stays_when_results_are_written_anew(page: Page, adresse: str) -> None:
    """On a slow network the words of other languages come after the first results, which are then ordered anew."""
    held = _holding(page, adresse, lambda index: index["noms"])
    page.locator("#q").fill("loyer")
    page.keyboard.press("Enter")
    _ready(page)
    first = page.locator("[data-resultats] h3 a").first
    first.focus()
    href = first.get_attribute("href")
    held[0].continue_()
    _whole(page)
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement.getAttribute('href')") == href
