"""A list of places kept in an address: ordered, added to, compared, called."""

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from carte_sociale.model.fields import LANGUES_DU_SITE

from .liste import CINQ, FICTIVES, MOMENT, MOTS, attendre, cartes, gardees, ouvrir, presser
from .mots import lus


def test_order_is_the_visitors_own_and_the_focus_stays(page: Page, adresse: str) -> None:
    a, b, c = CINQ[:3]
    ouvrir(page, adresse, [c, a, b])
    assert cartes(page) == [c, a, b]
    entries = page.evaluate("history.length")
    presser(page, 2, "Monter")
    assert cartes(page) == [c, b, a] == gardees(page)
    assert lus(page.locator("[data-annonce][role=status]")) == "Place 2 sur 3"
    assert page.evaluate("document.activeElement.closest('.place').querySelector('[data-fiche]').dataset.fiche") == b
    page.keyboard.press("Enter")
    assert cartes(page) == [b, c, a]
    assert "Descendre" in page.evaluate("document.activeElement.innerText")  # there is no higher rank to go to
    page.keyboard.press("Enter")
    assert cartes(page) == [c, b, a] == gardees(page)
    calls = page.locator("[data-appels] .appel__nom").all_inner_texts()
    assert calls == page.locator("[data-places] .fiche__mots").all_inner_texts()
    assert page.evaluate("history.length") == entries
    page.reload()
    attendre(page)
    assert cartes(page) == [c, b, a]


def test_what_is_taken_away_may_be_put_back_where_it_was(page: Page, adresse: str) -> None:
    a, b, c = CINQ[:3]
    ouvrir(page, adresse, [a, b, c])
    presser(page, 1, "Enlever")
    assert cartes(page) == [a, c] == gardees(page)
    assert page.locator(".place").nth(1).inner_text().startswith("Enlevé")
    assert page.evaluate("document.activeElement.innerText") == "Remettre"
    page.keyboard.press("Enter")
    assert cartes(page) == [a, b, c] == gardees(page)
    page.get_by_role("button", name="Tout enlever").click()
    assert gardees(page) == []
    assert page.locator("[data-vide]").is_visible()
    assert not page.locator("[data-comparer]").is_visible()
    assert page.evaluate("document.activeElement.innerText") == "Remettre"
    page.keyboard.press("Enter")
    assert cartes(page) == [a, b, c] == gardees(page)
    assert not page.locator("[data-vide]").is_visible()


def test_an_anchor_takes_nothing_from_the_list(page: Page, adresse: str) -> None:
    """The skip link and the ways down the page lead there, and the address stays that of the list."""
    ouvrir(page, adresse, CINQ[:2])
    page.locator("a.saut").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert gardees(page) == list(CINQ[:2])
    assert page.evaluate("document.activeElement.id") == "contenu"
    page.locator("[data-pleine] .sommaire a").nth(1).click()
    assert page.evaluate("document.activeElement.id") == "comparer"
    assert gardees(page) == list(CINQ[:2])
    assert cartes(page) == list(CINQ[:2])


def test_other_languages_get_the_list_too(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, CINQ[:2])
    presser(page, 0, "Descendre")
    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_url(re.compile("/nl/liste/"))
    attendre(page)
    assert cartes(page) == [CINQ[1], CINQ[0]]
    assert page.locator("[data-nombre]").inner_text() == "2 plekken"


def test_a_place_is_added_by_its_name(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/liste/")
    champ = page.locator("#ajout")
    champ.focus()
    page.wait_for_load_state("networkidle")
    champ.press_sequentially("medib")
    assert champ.get_attribute("role") == "combobox"
    page.locator("[role=option]").first.wait_for()
    assert lus(page.locator("[role=option]").first) == "Médibus"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    attendre(page)
    expect(page.locator("[data-places] [data-fiche]")).to_have_count(1)
    assert cartes(page) == ["medibus"] == gardees(page)
    assert champ.input_value() == ""
    champ.press_sequentially("medibus")
    page.locator("[role=option]").first.click()
    expect(page.locator("[data-annonce]")).to_have_text("Ce lieu est déjà dans la liste.")
    assert cartes(page) == ["medibus"]
    champ.fill("xqzwv")
    page.keyboard.press("Enter")
    expect(page.locator("form[data-liste] [role=status]")).to_have_text("Notre liste n'a pas ce nom.")


def test_what_is_gone_is_said_and_may_be_taken_away(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, ["n-existe-pas", CINQ[0]])
    assert cartes(page) == [CINQ[0]]
    assert "N'est plus dans notre liste : n-existe-pas" in lus(page.locator(".place").first)
    assert "n-existe-pas" not in (page.locator("[data-apercu]").text_content() or "")
    assert "n-existe-pas" not in page.locator("[data-adresse]").inner_text()
    presser(page, 0, "Enlever")
    assert gardees(page) == [CINQ[0]]


def test_a_renamed_place_is_followed(page: Page, adresse: str) -> None:
    """A former id in every pigeonhole: wherever the browser looks for it, it is led to the one of today."""

    def answer(route: Route) -> None:
        text = route.fetch().text()
        head, _, data = text.partition(",")
        if '"sans_condition":' in data and '"carte":' in data:
            text = f'{head},{{"ancien-nom":"{CINQ[0]}",{data[1:]}'
        route.fulfill(body=text, content_type="text/javascript")

    page.route(re.compile(r"/recherche/[0-9a-f]{12}\.js$"), answer)
    ouvrir(page, adresse, ["ancien-nom", CINQ[1]])
    assert cartes(page) == [CINQ[0], CINQ[1]] == gardees(page)
    ouvrir(page, adresse, [CINQ[1], CINQ[0], "ancien-nom"])
    assert cartes(page) == [CINQ[1], CINQ[0]] == gardees(page)


# --- compared, called -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_table_has_an_answer_to_every_question(page: Page, adresse: str, langue: str) -> None:
    ouvrir(page, adresse, CINQ, langue)
    unsaid = MOTS[langue][2]
    table = page.locator("[data-comparer]")
    assert (
        table.locator("thead th[scope=col]").all_inner_texts()
        == page.locator("[data-places] .fiche__mots").all_inner_texts()
    )
    rows = table.locator("tbody tr")
    assert rows.count() == 11
    unsaid_ones = 0
    for row in rows.all():
        assert row.locator("th[scope=row]").count() == 1
        cells = row.locator("td")
        words = [lus(cell) for cell in cells.all()]
        assert all(words)
        assert len(words) == len(CINQ) or (len(words) == 1 and words == [unsaid])
        assert sum(int(cell.get_attribute("colspan") or 1) for cell in cells.all()) == len(CINQ)
        unsaid_ones += sum(unsaid in word for word in words)
    assert unsaid_ones > 2
    assert table.locator("a[href^='tel:']").count() == page.locator("[data-places] a[href^='tel:']").count() > 2


def test_table_says_what_cards_say_at_that_moment(page: Page, adresse_fictive: str) -> None:
    ouvrir(page, adresse_fictive, FICTIVES, suite=f"&{MOMENT}")
    cards = page.locator("[data-places] .etat")
    states = [card.get_attribute("data-etat") for card in cards.all()]
    assert states == ["oui", "inconnu", "inconnu"]
    for there in ("[data-comparer] .etat", "[data-appels] .etat"):
        shown = page.locator(there)
        assert [e.get_attribute("data-etat") for e in shown.all()] == states
        assert [lus(e) for e in shown.all()] == [lus(card) for card in cards.all()]
    week = page.locator("[data-comparer] tbody tr").nth(1).locator("td").first
    assert lus(week).endswith("lun–ven 9:00–12:00")
    assert MOMENT.partition("=")[2] in unquote(page.url)  # a change of the list keeps the moment that was asked for
    page.evaluate("location.hash = location.hash.replace('2026-11-24', '2026-11-29')")
    expect(cards.first).to_have_attribute("data-etat", "non")
    expect(page.locator("[data-comparer] .etat").first).to_have_attribute("data-etat", "non")


def test_ticks_and_notes_stay_with_their_place_and_nowhere_else(
    contexte: Callable[..., BrowserContext], adresse: str
) -> None:
    context = contexte()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page = context.new_page()
    ouvrir(page, adresse, CINQ[:3])
    second = page.locator(".appel").nth(1)
    second.get_by_label("appelé").check()
    second.get_by_label("Note").fill("rappeler jeudi zorblax")
    assert page.locator("#rien-garde").is_visible()
    described = second.get_by_label("Note").get_attribute("aria-describedby") or ""
    assert "rien-garde" in described.split()
    presser(page, 1, "Monter")
    first = page.locator(".appel").first
    assert first.get_by_label("appelé").is_checked()
    assert first.get_by_label("Note").input_value() == "rappeler jeudi zorblax"
    assert "zorblax" not in unquote(page.url)
    assert "zorblax" not in (page.locator("[data-apercu]").text_content() or "")
    assert not any("zorblax" in unquote(url) for url in asked)
    page.reload()
    attendre(page)
    assert page.locator(".appel input[type=text]").first.input_value() == ""
