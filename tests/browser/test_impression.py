"""Line 39 of the requirements: paper keeps what a reader carries, and drops the furniture of the screen."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Page

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE

from .mots import lus
from .service import servi

IMPRIMEES = (
    "organisation", "lieu-de-liens", "quartier", "theme", "urgence", "professionnels", "reseau", "rencontre",
    "comparaison", "couverture-quartier", "dispositif", "mot", "mutualisation", "premiere-semaine", "projet",
    "quartier-pro", "rencontres",
)  # fmt: skip
AVEC_CODE = (
    "comparaison", "couverture-quartier", "couverture-theme", "dispositif", "mot", "mutualisation", "mutualisations",
    "premiere-semaine", "projet", "projets", "quartier-pro", "rencontre", "rencontres", "reseau",
)  # fmt: skip
"""Kinds whose sheet says where its page is up to date, beside the title."""
MEUBLES = (
    ".entete", ".pied nav", ".pied .lignes", "nav.fil", ".sommaire", ".ecran", ".sortie-bloc", ".sortie",
    ".sortie-aide", ".saut", ".vers-papier", ".outils", ".etat", ".sortes", ".prochaine",
)  # fmt: skip
A4 = {"viewport": {"width": 794, "height": 1123}}
PAR_LOT = 30
"""Sheets printed together: Chromium takes as long for thirty as for three alone."""

FEUILLES = """async (addresses) => {
  const parse = async (a) => new DOMParser().parseFromString(await (await fetch(a)).text(), "text/html");
  const sheets = (await Promise.all(addresses.map(parse))).map((read) => {
    const sheet = document.createElement("div");
    sheet.style.breakBefore = "page";
    sheet.append(...read.body.children);
    return sheet;
  });
  document.body.replaceChildren(...sheets);
}"""
"""Puts the bodies of several pages of one kind in the page, each on paper of its own."""

PALES = """() => {
  const light = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    const [R, G, B] = [r, g, b].map((c) => linear((255 - a * (255 - c)) / 255));
    return 0.2126 * R + 0.7152 * G + 0.0722 * B;
  };
  const limit = light("rgb(89, 89, 89)");
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = texts.nextNode()); ) {
    const e = node.parentElement;
    if (!node.data.trim() || !e.getClientRects().length || e.closest(".carte-quartier .lieu")) continue;
    const style = getComputedStyle(e);
    if (light(e.closest("svg") ? style.fill : style.color) > limit + 1e-6) found.add(node.data.trim());
  }
  return [...found].slice(0, 5);
}"""
"""Text lighter than #595959 on white; the numbers of the map are white on black, and printed so."""


def _sheets(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def _too_long(page: Page, addresses: list[str]) -> list[str]:
    """Print pages of one kind, many at once; where a sheet is too many, find whose it is."""
    page.goto(addresses[0])
    long = []
    for start in range(0, len(addresses), PAR_LOT):
        lot = addresses[start : start + PAR_LOT]
        page.evaluate(FEUILLES, lot)
        if _sheets(page.pdf(prefer_css_page_size=True)) == len(lot):
            continue
        for address in lot:
            page.evaluate(FEUILLES, [address])
            if _sheets(page.pdf(prefer_css_page_size=True)) != 1:
                long.append(address)
    return long


@pytest.mark.parametrize("langue", [*LANGUES_DU_SITE, ""])
def test_every_record_is_one_a4(
    contexte: Callable[..., BrowserContext], adresse: str, atlas: Atlas, langue: str
) -> None:
    """In each language, and in French and Dutch together."""
    place = (lambda id_: routes.address("organisation", langue, id_)) if langue else routes.papier
    page = contexte(**A4).new_page()
    assert _too_long(page, [adresse + place(entree.id) for entree in atlas.entrees]) == []


def test_two_sheets_are_counted_as_two(contexte: Callable[..., BrowserContext], adresse: str, atlas: Atlas) -> None:
    """The proof that the count above sees a sheet too many: a record made longer than its paper."""
    page = contexte(**A4, bypass_csp=True).new_page()
    page.goto(adresse + routes.address("organisation", "fr", atlas.entrees[0].id))
    assert _sheets(page.pdf(prefer_css_page_size=True)) == 1
    page.add_style_tag(content="@media print { .chapeau { padding-block-end: 20cm !important } }")
    assert _sheets(page.pdf(prefer_css_page_size=True)) == 2


@pytest.mark.parametrize("rang", [0, 90, 180, -1])
def test_printed_code_decodes(contexte: Callable[..., BrowserContext], adresse: str, atlas: Atlas, rang: int) -> None:
    """What a phone sees of the paper, in one language and in two."""
    entree = atlas.entrees[rang]
    page = contexte(**A4, color_scheme="dark").new_page()
    site = atlas.donnees.editeur.site_url
    for place, expected in (
        (routes.address("organisation", "nl", entree.id), routes.address("organisation", "nl", entree.id)),
        (routes.papier(entree.id), routes.address("organisation", "fr", entree.id)),
    ):
        page.goto(adresse + place)
        page.emulate_media(media="print", color_scheme="dark")
        seen = np.asarray(Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("L"))
        assert [found.text for found in zxingcpp.read_barcodes(seen)] == [site + expected]
        page.emulate_media(media="screen")


@pytest.mark.parametrize("sorte", [*IMPRIMEES, "papier"])
def test_paper_is_read_in_black_and_white(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], atlas: Atlas, sorte: str
) -> None:
    page = contexte(**A4, color_scheme="dark").new_page()
    page.goto(adresse + (routes.papier(atlas.entrees[0].id) if sorte == "papier" else f"fr/{sortes[sorte]}"))
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(PALES) == []


def test_code_is_for_paper(contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]) -> None:
    page = contexte(**A4).new_page()
    page.goto(f"{adresse}fr/{sortes['organisation']}")
    assert not page.locator(".qr").is_visible()
    assert page.locator(".vers-papier").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".qr").is_visible()
    assert page.locator(".pied-papier").inner_text().count("https://") == 1


def test_quartier_on_paper_keeps_its_map(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    page = contexte(**A4).new_page()
    page.goto(f"{adresse}fr/{sortes['quartier']}")
    page.emulate_media(media="print")
    assert page.locator(".carte-quartier svg").first.is_visible()
    assert page.locator(".fiche").first.is_visible()
    assert page.locator(".licence").is_visible()


def test_a_card_that_nobody_checked_says_on_paper_to_phone_first(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    page = contexte(**A4).new_page()
    page.goto(f"{adresse}fr/{sortes['quartier']}")
    cards = page.locator(".fiche:not([data-verifie]):has(a[href^='tel:'])")
    assert cards.count() > 0
    assert not page.locator(".sur-papier").first.is_visible()  # on a screen the state says it
    page.emulate_media(media="print")
    for card in cards.all():
        assert "Téléphonez avant de venir" in lus(card.locator(".fiche__pied"))


@pytest.mark.parametrize(
    ("moment", "dit"),
    [
        ("2026-11-28", "Après 6 mois, téléphonez avant de venir."),
        ("2027-08-01", "Téléphonez avant de venir."),
        ("2028-08-01", "C'est ancien : téléphonez avant de venir."),
    ],
)
def test_a_card_that_was_checked_says_on_paper_when_to_phone_first(
    contexte: Callable[..., BrowserContext], site_fictif: Path, moment: str, dit: str
) -> None:
    """Fresh today, a sheet hangs on a wall for a year: it keeps the rule that is true on any day."""
    page = contexte(**A4).new_page()
    with servi(site_fictif) as adresse:
        page.goto(f"{adresse}fr/quartiers/matonge/#moment={moment}T10:00")
        page.emulate_media(media="print")
        rule = page.locator(".fiche[data-verifie] .fiche__pied .regle").first
        assert rule.is_visible()
        kept = rule.evaluate("(r) => r.textContent + getComputedStyle(r, '::after').content")
        assert kept.replace("\u00a0", " ").replace("none", "").strip(' "') == dit


@pytest.mark.parametrize("sorte", IMPRIMEES)
def test_page_prints(contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], sorte: str) -> None:
    page = contexte(**A4).new_page()
    page.goto(f"{adresse}fr/{sortes[sorte]}")
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    assert _sheets(pdf) >= 1
    page.emulate_media(media="print")
    shown = [name for name in MEUBLES if any(e.is_visible() for e in page.locator(name).all())]
    assert shown == []
    assert page.locator("h1").is_visible()
    assert page.locator(".bandeau").is_visible()


def test_dark_scheme_does_not_reach_paper(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    """White letters on white paper would be nothing at all."""
    page = contexte(color_scheme="dark").new_page()
    page.goto(f"{adresse}fr/{sortes['organisation']}")
    page.emulate_media(media="print", color_scheme="dark")
    red, green, blue = re.findall(r"\d+", page.evaluate("getComputedStyle(document.querySelector('main p')).color"))[:3]
    assert max(int(red), int(green), int(blue)) < 128


@pytest.mark.parametrize("sorte", AVEC_CODE)
def test_sheet_says_beside_its_title_where_it_is_up_to_date(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], atlas: Atlas, sorte: str
) -> None:
    page = contexte(**A4).new_page()
    page.goto(f"{adresse}nl/{sortes[sorte]}")
    assert not page.locator(".pied-papier").is_visible()
    page.emulate_media(media="print")
    foot, title = page.locator(".pied-papier"), page.locator("h1")
    assert atlas.donnees.editeur.site_url + f"nl/{sortes[sorte]}" in foot.inner_text()
    assert abs(foot.bounding_box()["y"] - title.bounding_box()["y"]) < 20
    seen = np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("L"))
    assert [found.text for found in zxingcpp.read_barcodes(seen)] == [
        atlas.donnees.editeur.site_url + f"nl/{sortes[sorte]}"
    ]


@pytest.mark.parametrize(
    "sorte", ["couverture-quartier", "couverture-theme", "premiere-semaine", "professionnels", "quartier-pro"]
)
def test_sheet_that_is_filled_in_says_the_day(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], sorte: str
) -> None:
    page = contexte(**A4).new_page()
    page.goto(f"{adresse}fr/{sortes[sorte]}#moment=2026-12-02T10:00")
    page.emulate_media(media="print")
    assert "imprimé le 2 décembre 2026" in page.locator("main").inner_text().replace("\u00a0", " ")


FORMATS = {
    "couverture-quartier": {(210, 297)},
    "premiere-semaine": {(210, 297)},
    "professionnels": {(420, 297)},
    "quartier-pro": {(210, 297), (297, 210)},
    "qui-fait-quoi": {(420, 297)},
}
"""Millimetres of the sheets, by kind of page."""


@pytest.mark.parametrize("sorte", FORMATS)
def test_only_the_great_tables_ask_for_an_a3(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str], sorte: str
) -> None:
    """A quartier's own table fits an A4 turned round, among sheets that are not."""
    page = contexte(**A4).new_page()
    page.goto(f"{adresse}fr/{sortes[sorte]}")
    if sorte in {"professionnels", "qui-fait-quoi"}:  # six hundred lines take long, and say no more
        page.evaluate("document.querySelectorAll('.tableau tbody tr:nth-child(n+60)').forEach((tr) => tr.remove())")
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", page.pdf(prefer_css_page_size=True))
    assert {(round(float(w) / 72 * 25.4), round(float(h) / 72 * 25.4)) for w, h in boxes} == FORMATS[sorte]


def test_drawing_of_ties_is_on_paper_too(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    page = contexte(**A4).new_page()
    page.goto(f"{adresse}fr/{sortes['reseau']}")
    page.emulate_media(media="print")
    arcs = page.locator(".fils__arcs .fil path:first-child, .cle .fil path:first-child")
    assert arcs.count() > 2
    assert all(arc.bounding_box() and arc.bounding_box()["width"] > 10 for arc in arcs.all())


def test_words_of_a_heading_come_again_on_the_next_sheet(
    contexte: Callable[..., BrowserContext], adresse: str, sortes: dict[str, str]
) -> None:
    """What is in a button is not drawn in a heading that is repeated."""
    page = contexte(**A4).new_page()
    page.goto(f"{adresse}fr/{sortes['professionnels']}")
    page.emulate_media(media="print")
    shown = page.locator(".tableau thead button").evaluate_all("(all) => all.map((b) => getComputedStyle(b).display)")
    assert shown
    assert set(shown) == {"contents"}
