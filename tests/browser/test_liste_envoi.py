"""A list leaves the page: as a message, an address, a code, a sheet of paper."""

import io
import re
from collections.abc import Callable
from urllib.parse import unquote

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE

from .liste import CINQ, FICTIVES, LIMITE, MOMENT, MOTS, ouvrir

A4 = {"viewport": {"width": 794, "height": 1123}}


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_messages_say_what_is_shown_and_lead_back(page: Page, adresse: str, langue: str) -> None:
    ouvrir(page, adresse, CINQ, langue)
    names = page.locator("[data-places] .fiche__mots").all_inner_texts()
    page.locator("[data-envoyer] summary").click()
    text = page.locator("[data-apercu]").inner_text()
    link = f"{adresse}{langue}/liste/#fiches={','.join(CINQ)}"
    assert text.endswith(f"\n{link}")
    assert [line.partition(". ")[2] for line in text.splitlines() if re.match(r"\d+\. ", line)] == names
    for phone in page.locator("[data-places] a[href^='tel:']").all():
        assert phone.inner_text() in text
    sms = page.locator("[data-sms]").get_attribute("href") or ""
    assert sms.startswith("sms:?&body=")
    assert unquote(sms.removeprefix("sms:?&body=")) == page.locator("[data-apercu]").text_content()
    mail = page.locator("[data-mail]").get_attribute("href") or ""
    subject, _, body = mail.removeprefix("mailto:?subject=").partition("&body=")
    assert unquote(subject) == MOTS[langue][0]
    assert unquote(body).replace("\r\n", "\n") == page.locator("[data-apercu]").text_content()


def test_address_is_copied_or_selected(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    context = contexte()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    ouvrir(page, adresse, CINQ[:2])
    link = f"{adresse}fr/liste/#fiches={','.join(CINQ[:2])}"
    page.locator("[data-copier]").click()
    expect(page.locator("[data-annonce]")).to_have_text("Adresse copiée.")
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.locator("[data-copier]").click()
    expect(page.locator("[data-annonce]")).to_contain_text("copiez-la avec votre appareil")
    assert page.evaluate("String(getSelection())") == link


def _codes(page: Page) -> list[str]:
    seen = np.asarray(Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("L"))
    return [found.text for found in zxingcpp.read_barcodes(seen)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_code_opens_the_same_list_even_a_full_one(
    contexte: Callable[..., BrowserContext], adresse: str, atlas: Atlas, scheme: str
) -> None:
    page = contexte(color_scheme=scheme).new_page()
    page.goto(f"{adresse}fr/liste/")
    for ids in (list(CINQ), [entree.id for entree in atlas.entrees[:LIMITE]]):
        ouvrir(page, adresse, ids)
        button = page.get_by_role("button", name="Code QR")
        assert button.get_attribute("aria-expanded") == "false"
        button.click()
        page.locator(".code svg").wait_for()
        assert button.get_attribute("aria-expanded") == "true"
        assert _codes(page) == [f"{adresse}fr/liste/#fiches={','.join(ids)}"]
        side = [int(n) for n in (page.locator(".code svg").get_attribute("viewBox") or "").split()]
        assert side[0] == side[1] == -4  # modules of white
        button.click()
        assert not page.locator(".code svg").is_visible()


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_up_to_six_places_are_one_sheet(
    contexte: Callable[..., BrowserContext], adresse: str, atlas: Atlas, langue: str
) -> None:
    """Even those of which most is said."""
    longest = sorted(atlas.entrees, key=lambda e: -len(e.fiche.resume.pour(langue).texte) - 30 * len(e.lieux))
    page = contexte(**A4, color_scheme="dark", device_scale_factor=2).new_page()
    ouvrir(page, adresse, [entree.id for entree in longest[:6]], langue)
    page.locator("[data-feuille] svg").wait_for(state="attached")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True))) == 1
    page.emulate_media(media="print", color_scheme="dark")
    sheet = page.locator("[data-feuille]")
    assert sheet.locator("ol > li").count() == 6
    for entree, item in zip(longest, sheet.locator("ol > li").all(), strict=False):
        words = item.inner_text()
        assert entree.fiche.nom.pour(langue).texte in words
        for phone in entree.telephones[:1]:
            assert phone.numero.ecrit in words
    assert not page.locator("h1").is_visible()
    assert not page.locator("[data-comparer]").is_visible()
    assert _codes(page) == [f"{adresse}{langue}/liste/#fiches={','.join(e.id for e in longest[:6])}"]


def test_twelve_places_take_more_sheets(contexte: Callable[..., BrowserContext], adresse: str, atlas: Atlas) -> None:
    """The proof that the count above sees a sheet too many."""
    page = contexte(**A4).new_page()
    ouvrir(page, adresse, [entree.id for entree in atlas.entrees[:12]])
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True))) > 1


def test_paper_of_a_secret_address_says_a_name_and_a_number(page: Page, adresse_fictive: str) -> None:
    ouvrir(page, adresse_fictive, FICTIVES, suite=f"&{MOMENT}")
    page.emulate_media(media="print")
    items = page.locator("[data-feuille] ol > li")
    assert items.nth(1).inner_text().split("\n") == ["Refuge des Ormes (exemple) 02 512 00 01"] or (
        items.nth(1).locator("p").count() == 0
    )
    assert "02 512 00 01" in items.nth(1).inner_text()
    assert items.nth(0).locator("p").count() == 3
    assert "lun–ven 9:00–12:00" in items.nth(0).inner_text()
    assert "24 novembre 2026" in page.locator("[data-feuille]").inner_text()
