"""A list of places kept in an address: from the search to the page that compares, prints, sends and calls."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import numpy as np
import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import BrowserContext, Page, Route, expect

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.loading.project import read_project
from carte_sociale.model.fields import LANGUES_DU_SITE

from .mots import lus
from .service import servi
from .test_axe import REGLES
from .test_clavier import FOCALISABLES, OU
from .test_mise_en_page import DEPASSE, ESPACEMENT, _is_wider
from .test_reseau import RIEN, TRACES

AXE = Axe()
LIMITE = 20
CINQ = ("waka-up", "hobo", "cire", "cpas-d-etterbeek", "ligue-des-familles")
"""Records of several kinds, none of which speaks of danger."""
SIGNALEE = "centre-de-prevention-du-suicide"
MOMENT = "moment=2026-11-24T10:00"
"""A Tuesday on which one of the invented records is open."""
FICTIVES = ("maison-des-tilleuls", "refuge-des-ormes", "le-banc-du-parc")
A4 = {"viewport": {"width": 794, "height": 1123}}
MOTS = {
    "fr": ("Ma liste", "Ma liste : 2 lieux", "pas dit : à demander", "Garder"),
    "nl": ("Mijn lijst", "Mijn lijst: 2 plekken", "niet gezegd: te vragen", "Bewaren"),
    "en": ("My list", "My list: 2 places", "not said: to be asked", "Keep"),
}
"""By language: the title, the line of the search page, what is unknown, the button."""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """What the site was made of."""
    return build_atlas(read_project(Path(__file__).parents[2]))


@pytest.fixture(scope="module")
def adresse_fictive(site_fictif: Path) -> Iterator[str]:
    with servi(site_fictif) as url:
        yield url


def _open(page: Page, adresse: str, ids: tuple[str, ...] | list[str], langue: str = "fr", suite: str = "") -> None:
    """Open a list as a friend would who was sent its address."""
    page.goto("about:blank")
    page.goto(f"{adresse}{langue}/liste/#fiches={','.join(ids)}{suite}")
    _ready(page)


def _ready(page: Page) -> None:
    page.locator("html[data-liste=prete]").wait_for(state="attached")


def _cards(page: Page) -> list[str]:
    found: list[str] = page.locator("[data-places] [data-fiche]").evaluate_all(
        "(cards) => cards.map((card) => card.dataset.fiche)"
    )
    return found


def _kept(page: Page) -> list[str]:
    """The ids of the address, once it is that of a list."""
    return [id_ for id_ in parse_qs(urlsplit(page.url).fragment).get("fiches", [""])[0].split(",") if id_]


def _press(page: Page, rank: int, name: str) -> None:
    page.locator(".place").nth(rank).get_by_role("button", name=re.compile(f"^{name}")).click()


# --- from the search ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_kept_results_stay_in_the_address_and_lead_to_the_list(page: Page, adresse: str, langue: str) -> None:
    title, line, _, keep = MOTS[langue]
    page.goto(f"{adresse}{langue}/recherche/#q=1050")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    expect(page.locator("[data-filtres]:not([hidden])")).to_be_attached()
    expect(page.locator("html[data-recherche=prete]")).to_be_attached()
    assert not page.locator("[data-ma-liste]").is_visible()
    buttons = page.locator("[data-resultats] .garder")
    assert buttons.count() == page.locator("[data-resultats] [data-fiche]").count() > 2
    names = page.locator("[data-resultats] .fiche__mots").all_inner_texts()
    assert [b.inner_text().replace("\n", " ") for b in buttons.all()] == [f"{keep} {name}" for name in names]
    entries = page.evaluate("history.length")
    chosen = []
    for rank in (1, 0):
        buttons.nth(rank).click()
        assert buttons.nth(rank).get_attribute("aria-pressed") == "true"
        assert page.evaluate("document.activeElement.className").endswith("garder")
        chosen.append(page.locator("[data-resultats] [data-fiche]").nth(rank).get_attribute("data-fiche"))
    assert parse_qs(urlsplit(page.url).fragment) == {"q": ["1050"], "garder": [",".join(chosen)]}
    assert page.evaluate("history.length") == entries
    link = page.locator("[data-ma-liste] a")
    assert lus(link) == line
    assert page.locator("[data-ma-liste][role=status]").count() == 1
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= 641  # under the thumb, wherever the page is
    link.click()
    page.wait_for_url(re.compile(f"/{langue}/liste/#fiches="))
    _ready(page)
    assert page.locator("h1").inner_text() == title
    assert _cards(page) == chosen == _kept(page)


def test_a_list_is_no_choice_and_survives_new_ones(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/#garder={CINQ[0]},{CINQ[1]}")
    expect(page.locator("[data-ma-liste] a")).to_have_text("Ma liste\u00a0: 2 lieux")
    assert page.locator("html[data-recherche]").count() == 0  # nothing is searched
    assert page.locator("[data-parcourir]").is_visible()
    page.locator("#q").fill("loyer")
    page.keyboard.press("Enter")
    page.locator("[data-filtres]:not([hidden])").wait_for(state="attached")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    page.locator("[data-filtres] summary").click()
    page.locator("#filtre-commune").select_option(index=1)
    kept = {"garder": [f"{CINQ[0]},{CINQ[1]}"]}
    fragment = parse_qs(urlsplit(page.url).fragment)
    assert fragment.items() > kept.items()
    assert set(fragment) == {"q", "commune", "garder"}
    assert not any(name in lus(page.locator("[data-choisis]")) for name in CINQ)
    page.evaluate("location.hash = 'q=dentiste'")  # an address that says nothing of it
    expect(page.locator("#q")).to_have_value("dentiste")
    assert parse_qs(urlsplit(page.url).fragment).items() > kept.items()
    page.locator("a.saut").first.focus()
    page.keyboard.press("Enter")  # an anchor takes the place of the choices
    page.locator(".garder").first.click()
    assert parse_qs(urlsplit(page.url).fragment)["q"] == ["dentiste"]
    expect(page.locator("[data-ma-liste] a")).to_have_text("Ma liste\u00a0: 3 lieux")
    page.locator(".garder").first.click()
    assert parse_qs(urlsplit(page.url).fragment).items() > kept.items()


def test_searches_beside_a_list_leave_no_trail(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/#q=loyer")
    page.locator("[data-filtres]:not([hidden])").wait_for(state="attached")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    page.locator(".garder").first.click()
    entries = page.evaluate("history.length")
    for words in ("dentiste", "avocat"):
        page.locator("#q").fill(words)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(f"q={words}"))
    assert page.evaluate("history.length") == entries


def test_a_full_list_says_so(page: Page, adresse: str, atlas: Atlas) -> None:
    full = [entree.id for entree in atlas.entrees if "logement" not in " ".join(entree.themes)][:LIMITE]
    page.goto(f"{adresse}fr/recherche/#q=1050&garder={','.join(full)}")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    button = page.locator(".garder[aria-pressed=false]").first
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert lus(page.locator("[data-ma-liste] .note")) == "Elle est pleine : 20 lieux au plus."
    assert parse_qs(urlsplit(page.url).fragment)["garder"] == [",".join(full)]
    others = [entree.id for entree in atlas.entrees][-3:]
    _open(page, adresse, [*full, *others])
    assert _cards(page) == full == _kept(page)
    assert lus(page.locator("[data-annonce]")) == "Une liste tient 20 lieux au plus : les autres n'y sont pas."


# --- the list -------------------------------------------------------------------------------------------------------


def test_order_is_the_visitors_own_and_the_focus_stays(page: Page, adresse: str) -> None:
    a, b, c = CINQ[:3]
    _open(page, adresse, [c, a, b])
    assert _cards(page) == [c, a, b]
    entries = page.evaluate("history.length")
    _press(page, 2, "Monter")
    assert _cards(page) == [c, b, a] == _kept(page)
    assert lus(page.locator("[data-annonce][role=status]")) == "Place 2 sur 3"
    assert page.evaluate("document.activeElement.closest('.place').querySelector('[data-fiche]').dataset.fiche") == b
    page.keyboard.press("Enter")
    assert _cards(page) == [b, c, a]
    assert "Descendre" in page.evaluate("document.activeElement.innerText")  # there is no higher rank to go to
    page.keyboard.press("Enter")
    assert _cards(page) == [c, b, a] == _kept(page)
    calls = page.locator("[data-appels] .appel__nom").all_inner_texts()
    assert calls == page.locator("[data-places] .fiche__mots").all_inner_texts()
    assert page.evaluate("history.length") == entries
    page.reload()
    _ready(page)
    assert _cards(page) == [c, b, a]


def test_what_is_taken_away_may_be_put_back_where_it_was(page: Page, adresse: str) -> None:
    a, b, c = CINQ[:3]
    _open(page, adresse, [a, b, c])
    _press(page, 1, "Enlever")
    assert _cards(page) == [a, c] == _kept(page)
    assert page.locator(".place").nth(1).inner_text().startswith("Enlevé")
    assert page.evaluate("document.activeElement.innerText") == "Remettre"
    page.keyboard.press("Enter")
    assert _cards(page) == [a, b, c] == _kept(page)
    page.get_by_role("button", name="Tout enlever").click()
    assert _kept(page) == []
    assert page.locator("[data-vide]").is_visible()
    assert not page.locator("[data-comparer]").is_visible()
    assert page.evaluate("document.activeElement.innerText") == "Remettre"
    page.keyboard.press("Enter")
    assert _cards(page) == [a, b, c] == _kept(page)
    assert not page.locator("[data-vide]").is_visible()


def test_an_anchor_takes_nothing_from_the_list(page: Page, adresse: str) -> None:
    """The skip link and the ways down the page lead there, and the address stays that of the list."""
    _open(page, adresse, CINQ[:2])
    page.locator("a.saut").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert _kept(page) == list(CINQ[:2])
    assert page.evaluate("document.activeElement.id") == "contenu"
    page.locator("[data-pleine] .sommaire a").nth(1).click()
    assert page.evaluate("document.activeElement.id") == "comparer"
    assert _kept(page) == list(CINQ[:2])
    assert _cards(page) == list(CINQ[:2])


def test_other_languages_get_the_list_too(page: Page, adresse: str) -> None:
    _open(page, adresse, CINQ[:2])
    _press(page, 0, "Descendre")
    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_url(re.compile("/nl/liste/"))
    _ready(page)
    assert _cards(page) == [CINQ[1], CINQ[0]]
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
    _ready(page)
    expect(page.locator("[data-places] [data-fiche]")).to_have_count(1)
    assert _cards(page) == ["medibus"] == _kept(page)
    assert champ.input_value() == ""
    champ.press_sequentially("medibus")
    page.locator("[role=option]").first.click()
    expect(page.locator("[data-annonce]")).to_have_text("Ce lieu est déjà dans la liste.")
    assert _cards(page) == ["medibus"]
    champ.fill("xqzwv")
    page.keyboard.press("Enter")
    expect(page.locator("form[data-liste] [role=status]")).to_have_text("Notre liste n'a pas ce nom.")


def test_what_is_gone_is_said_and_may_be_taken_away(page: Page, adresse: str) -> None:
    _open(page, adresse, ["n-existe-pas", CINQ[0]])
    assert _cards(page) == [CINQ[0]]
    assert "N'est plus dans notre liste : n-existe-pas" in lus(page.locator(".place").first)
    assert "n-existe-pas" not in (page.locator("[data-apercu]").text_content() or "")
    assert "n-existe-pas" not in page.locator("[data-adresse]").inner_text()
    _press(page, 0, "Enlever")
    assert _kept(page) == [CINQ[0]]


def test_a_renamed_place_is_followed(page: Page, adresse: str) -> None:
    """A former id in every pigeonhole: wherever the browser looks for it, it is led to the one of today."""

    def answer(route: Route) -> None:
        text = route.fetch().text()
        head, _, data = text.partition(",")
        if '"sans_condition":' in data and '"carte":' in data:
            text = f'{head},{{"ancien-nom":"{CINQ[0]}",{data[1:]}'
        route.fulfill(body=text, content_type="text/javascript")

    page.route(re.compile(r"/recherche/[0-9a-f]{12}\.js$"), answer)
    _open(page, adresse, ["ancien-nom", CINQ[1]])
    assert _cards(page) == [CINQ[0], CINQ[1]] == _kept(page)
    _open(page, adresse, [CINQ[1], CINQ[0], "ancien-nom"])
    assert _cards(page) == [CINQ[1], CINQ[0]] == _kept(page)


# --- compared, called -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_table_has_an_answer_to_every_question(page: Page, adresse: str, langue: str) -> None:
    _open(page, adresse, CINQ, langue)
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
    _open(page, adresse_fictive, FICTIVES, suite=f"&{MOMENT}")
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
    _open(page, adresse, CINQ[:3])
    second = page.locator(".appel").nth(1)
    second.get_by_label("appelé").check()
    second.get_by_label("Note").fill("rappeler jeudi zorblax")
    assert page.locator("#rien-garde").is_visible()
    described = second.get_by_label("Note").get_attribute("aria-describedby") or ""
    assert "rien-garde" in described.split()
    _press(page, 1, "Monter")
    first = page.locator(".appel").first
    assert first.get_by_label("appelé").is_checked()
    assert first.get_by_label("Note").input_value() == "rappeler jeudi zorblax"
    assert "zorblax" not in unquote(page.url)
    assert "zorblax" not in (page.locator("[data-apercu]").text_content() or "")
    assert not any("zorblax" in unquote(url) for url in asked)
    page.reload()
    _ready(page)
    assert page.locator(".appel input[type=text]").first.input_value() == ""


# --- sent, printed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_messages_say_what_is_shown_and_lead_back(page: Page, adresse: str, langue: str) -> None:
    _open(page, adresse, CINQ, langue)
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
    _open(page, adresse, CINQ[:2])
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
        _open(page, adresse, ids)
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
    _open(page, adresse, [entree.id for entree in longest[:6]], langue)
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
    _open(page, adresse, [entree.id for entree in atlas.entrees[:12]])
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True))) > 1


def test_paper_of_a_secret_address_says_a_name_and_a_number(page: Page, adresse_fictive: str) -> None:
    _open(page, adresse_fictive, FICTIVES, suite=f"&{MOMENT}")
    page.emulate_media(media="print")
    items = page.locator("[data-feuille] ol > li")
    assert items.nth(1).inner_text().split("\n") == ["Refuge des Ormes (exemple) 02 512 00 01"] or (
        items.nth(1).locator("p").count() == 0
    )
    assert "02 512 00 01" in items.nth(1).inner_text()
    assert items.nth(0).locator("p").count() == 3
    assert "lun–ven 9:00–12:00" in items.nth(0).inner_text()
    assert "24 novembre 2026" in page.locator("[data-feuille]").inner_text()


# --- honest and safe ------------------------------------------------------------------------------------------------


def test_a_place_of_danger_brings_a_way_out_and_leaves_no_trail(
    contexte: Callable[..., BrowserContext], adresse: str
) -> None:
    context = contexte()
    context.route(
        "https://www.wikipedia.org/**", lambda route: route.fulfill(body="ailleurs", content_type="text/plain")
    )
    page = context.new_page()
    page.goto(f"{adresse}fr/themes/")
    page.goto(f"{adresse}fr/liste/#fiches={CINQ[0]}")
    _ready(page)
    assert page.locator(".sortie").count() == 0
    assert not page.locator("[data-danger]").is_visible()
    page.evaluate(f"location.replace(location.href + ',{SIGNALEE}')")
    page.locator(".sortie").wait_for()
    assert page.locator("[data-danger]").is_visible()
    _press(page, 1, "Enlever")
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
        _open(page, adresse, ids)
        page.wait_for_load_state("networkidle")
    page.locator("#ajout").press_sequentially("hobo")
    page.locator("[role=option]").first.click()
    expect(page.locator("[data-places] [data-fiche]")).to_have_count(2)
    _press(page, 0, "Enlever")
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
    assert _kept(page) == list(CINQ[:2])
    assert not page.locator("[data-vide]").is_visible()
    page.locator("[data-panne] button").click()
    page.locator("[data-panne]").wait_for()
    context.set_offline(False)
    page.locator("[data-panne] button").click()
    _ready(page)
    assert _cards(page) == list(CINQ[:2])
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
    _ready(page)
    assert _cards(page) == list(CINQ)
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
    _ready(page)
    assert _cards(page) == list(CINQ)
    page.locator("#ajout").press_sequentially("caw brus")
    page.locator("[role=option]").first.click()
    expect(page.locator("[data-places] [data-fiche]")).to_have_count(6)
    assert errors == []


# --- everybody ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_axe_with_everything_open(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str, scheme: str
) -> None:
    for width in (360, 1280):
        page = contexte(color_scheme=scheme, viewport={"width": width, "height": 800}).new_page()
        _open(page, adresse, [*CINQ[:3], SIGNALEE, "n-existe-pas"], langue)
        page.locator("[data-voir-code]").click()
        page.locator(".code svg").wait_for()
        page.locator("[data-envoyer] summary").click()
        page.locator(".appel input[type=checkbox]").first.check()
        _press(page, 1, "(Enlever|Weghalen|Remove)")
        page.evaluate("window.scrollTo(0, 0)")  # the way out stays over what is scrolled below it
        found = AXE.run(page, options=REGLES).response["violations"]
        assert [(v["id"], node["html"][:160]) for v in found for node in v["nodes"][:3]] == []


def test_axe_on_results_that_are_kept(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}nl/recherche/#q=1050")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    page.locator(".garder").first.click()
    found = AXE.run(page, options=REGLES).response["violations"]
    assert [(v["id"], node["html"][:160]) for v in found for node in v["nodes"][:3]] == []


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_full_page_fits_a_narrow_screen(contexte: Callable[..., BrowserContext], adresse: str, langue: str) -> None:
    page = contexte(viewport={"width": 320, "height": 640}, bypass_csp=True).new_page()
    _open(page, adresse, [*CINQ[:3], SIGNALEE, "n-existe-pas-" + "a" * 60], langue)
    page.locator("[data-voir-code]").click()
    page.locator("[data-envoyer] summary").click()
    assert not _is_wider(page), page.evaluate(DEPASSE)
    page.add_style_tag(content=ESPACEMENT)
    assert not _is_wider(page), page.evaluate(DEPASSE)


def test_wide_table_scrolls_in_its_own_region(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    page = contexte(viewport={"width": 900, "height": 800}).new_page()
    _open(page, adresse, CINQ)
    region = page.get_by_role("region", name="Les lieux de la liste, côte à côte")
    assert region.get_attribute("tabindex") == "0"
    assert region.evaluate("e => e.scrollWidth > e.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert region.evaluate("e => e.scrollLeft") > 0


def test_tab_walks_through_a_full_list(page: Page, adresse: str) -> None:
    """Forward in the order of reading, always seen, and out at the end."""
    _open(page, adresse, [*CINQ[:2], SIGNALEE])
    page.evaluate("window.scrollTo(0, 0)")
    count = page.evaluate(FOCALISABLES)
    assert count > 40
    stops = []
    for _ in range(count):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(OU))
    assert None not in stops
    ranks = [rank for rank, _ in stops]
    assert ranks == sorted(set(ranks))
    assert [rank for rank, outlined in stops if not outlined] == []


def test_targets_are_large_enough_for_a_thumb(page: Page, adresse: str) -> None:
    _open(page, adresse, CINQ[:2])
    small = page.evaluate(
        """() => [...document.querySelectorAll('main button, .envois a, .appels a[href^="tel:"], .appels .champ')]
          .filter((e) => e.getClientRects().length && e.getBoundingClientRect().height < 43.5)
          .map((e) => e.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_without_script_the_page_leads_to_lists(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str
) -> None:
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{adresse}{langue}/liste/#fiches={CINQ[0]}")
    assert "JavaScript" in page.locator("[data-sans-script]").inner_text()
    links = [link.get_attribute("href") or "" for link in page.locator("[data-vide] a").all()]
    assert [link.split("/")[-2] for link in links] == ["recherche", "themes", "quartiers", "organisations"]
    assert not page.locator("#ajout").is_visible()
    assert not page.locator("[data-comparer]").is_visible()
