"""A list is honest and safe: a way out, no trace, without network, from a folder."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from carte_sociale.model.fields import LANGUES_DU_SITE

from .liste import CINQ, SIGNALEE, attendre, cartes, gardees, ouvrir, presser
from .mots import lus
from .test_reseau import RIEN, TRACES


def test_a_place_of_danger_brings_a_way_out_and_leaves_no_trail(ailleurs: None, page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/themes/")
    page.goto(f"{adresse}fr/liste/#fiches={CINQ[0]}")
    attendre(page)
    assert page.locator(".sortie").count() == 0
    assert not page.locator("[data-danger]").is_visible()
    page.evaluate(f"location.replace(location.href + ',{SIGNALEE}')")
    page.locator(".sortie").wait_for()
    assert page.locator("[data-danger]").is_visible()
    presser(page, 1, "Enlever")
    assert page.locator(".sortie").count() == 0
    page.keyboard.press("Enter")  # put back
    assert page.locator(".sortie").count() == page.locator(".sortie-bloc [role=status]").count() == 1
    page.evaluate("window.scrollTo(0, 2000)")
    box = page.locator(".sortie").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert -1 <= box["y"] < 100
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://www.wikipedia.org/")
    page.go_back()
    assert page.url == f"{adresse}fr/themes/"


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_page_says_where_the_list_is_and_links_to_safety(page: Page, adresse: str, langue: str) -> None:
    page.goto(f"{adresse}{langue}/liste/")
    words = {"fr": "historique", "nl": "geschiedenis", "en": "history"}[langue]
    note = page.locator("main > .note")
    assert words in note.inner_text()
    assert (note.locator("a").get_attribute("href") or "").endswith("/securite/")


def test_nothing_kept_or_typed_is_asked_or_stored(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    context = contexte()
    asked: list[tuple[str, str | None]] = []
    context.on("request", lambda request: asked.append((request.url, request.post_data)))
    page = context.new_page()
    page.goto(f"{adresse}fr/liste/")
    page.wait_for_load_state("networkidle")
    assert len([url for url, _ in asked if not url.startswith("data:")]) <= 8
    for ids in (CINQ, (SIGNALEE, "n-existe-pas")):
        ouvrir(page, adresse, ids)
        page.wait_for_load_state("networkidle")
    page.locator("#ajout").press_sequentially("hobo")
    page.locator("[role=option]").first.click()
    expect(page.locator("[data-places] [data-fiche]")).to_have_count(2)
    presser(page, 0, "Enlever")
    page.locator("[data-voir-code]").click()
    own = urlsplit(adresse).netloc
    for url, body in asked:
        if url.startswith(("data:", "about:")):
            continue
        assert urlsplit(url).netloc == own
        assert urlsplit(url).query == ""
        assert urlsplit(url).fragment == "" or urlsplit(url).path.endswith("/liste/")  # what Chromium logs of the page
        assert body is None
        path = urlsplit(url).path
        assert not any(id_ in path for id_ in (*CINQ, SIGNALEE, "hobo", "n-existe-pas")), url
    names = [urlsplit(url).path.rpartition("/")[2] for url, _ in asked if "/recherche/" in url]
    assert len(names) > 5
    assert all(re.fullmatch(r"[0-9a-f]{12}\.js", name) for name in names)
    assert context.cookies() == []
    assert page.evaluate(TRACES) == RIEN


def test_without_network_the_list_waits_in_its_address(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    context = contexte()
    page = context.new_page()
    page.goto(f"{adresse}fr/liste/")
    context.set_offline(True)
    page.evaluate(f"location.hash = 'fiches={CINQ[0]},{CINQ[1]}'")
    page.locator("[data-panne]").wait_for()
    assert "toujours dans l'adresse" in lus(page.locator("[data-panne]"))
    assert gardees(page) == list(CINQ[:2])
    assert not page.locator("[data-vide]").is_visible()
    page.locator("[data-panne] button").click()
    page.locator("[data-panne]").wait_for()
    context.set_offline(False)
    page.locator("[data-panne] button").click()
    attendre(page)
    assert cartes(page) == list(CINQ[:2])
    assert not page.locator("[data-panne]").is_visible()
    context.set_offline(True)
    page.locator("#ajout").focus()
    expect(page.locator("[data-annonce]")).to_have_text("Le réseau manque\u00a0: réessayez dans un moment.")
    context.set_offline(False)
    page.locator("#ajout").press_sequentially("hobo")
    page.locator("[role=option]").first.wait_for()


def test_from_a_folder_nothing_of_the_computer_is_sent(
    contexte: Callable[..., BrowserContext], site_cle_usb: Path
) -> None:
    page = contexte().new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site_cle_usb.as_uri()}/fr/liste/index.html#fiches={','.join(CINQ)}")
    attendre(page)
    assert cartes(page) == list(CINQ)
    sent = [page.locator(f"[data-{name}]").get_attribute("href") or "" for name in ("sms", "mail")]
    text = page.locator("[data-apercu]").text_content() or ""
    for said in (text, *map(unquote, sent)):
        assert "Waka Up" in said
        assert "file:" not in said
        assert str(site_cle_usb) not in said
        assert "liste/" not in said  # the example's address leads nowhere
    assert page.locator("[data-sans-lien]").is_visible()
    assert not page.locator("[data-copier]").is_visible()
    assert not page.locator("[data-voir-code]").is_visible()
    page.get_by_role("link", name="English").click()
    page.wait_for_url(re.compile("/en/liste/index.html#fiches="))
    attendre(page)
    assert cartes(page) == list(CINQ)
    page.locator("#ajout").press_sequentially("caw brus")
    page.locator("[role=option]").first.click()
    expect(page.locator("[data-places] [data-fiche]")).to_have_count(6)
    assert errors == []
