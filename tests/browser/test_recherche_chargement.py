"""What is loaded, when, and what happens where it does not come; no word leaves the browser."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Response, Route, expect

from carte_sociale.model.fields import LANGUES_DU_SITE

from .mots import lus
from .recherche import attendre, attendre_tout, chercher, choisis, compte, fichiers, ouvrir, retenir, taper, trouvees
from .requetes import demandees

PREMIERS_RESULTATS = 77_500
"""Bytes of the page and of its first results, less the headers of eleven answers (80 kB with them)."""


@pytest.mark.parametrize(
    ("langue", "mots"), [("fr", "rue ribocourt"), ("nl", "ribaucourtstraat"), ("en", "rue de ribaucour")]
)
def test_a_street_leads_to_its_quartier_and_costs_nothing_before(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str, mots: str
) -> None:
    context = contexte()
    asked = demandees(context)
    page = context.new_page()
    page.goto(f"{adresse}{langue}/recherche/")
    rues = fichiers(page)["rues"]
    taper(page, "dentist")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if rues in url] == []
    taper(page, mots)
    street = page.locator("[role=option]", has_text="Ribaucourt")
    street.first.wait_for()
    assert len([url for url in asked if rues in url]) == 1
    assert "Molenbeek" in lus(street.first)
    street.first.click()
    attendre_tout(page)
    assert set(choisis(page)) == {"rue"}
    assert compte(page) > 0


@pytest.mark.parametrize(
    ("langue", "mots"), [("fr", "colis alimentaires"), ("nl", "voedselpakketten"), ("en", "food parcels")]
)
def test_the_page_and_its_first_results_are_light(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str, mots: str
) -> None:
    """Nothing cached, compressed as servers do; what comes after the first cards is left out."""
    context = contexte()
    responses: list[Response] = []
    context.on("response", lambda answer: responses.append(answer))
    page = context.new_page()
    page.goto(f"{adresse}{langue}/recherche/")
    page.wait_for_load_state("networkidle")
    page.locator("#q").fill(mots)
    page.keyboard.press("Enter")
    attendre(page)
    named = fichiers(page)
    later = [named[part] for part in ("criteres", "endroits", "noms")]
    later += [name for autre, name in named["lexiques"].items() if autre != langue]
    first = [answer for answer in responses if not any(name in answer.url for name in later)]
    assert len(trouvees(page)) > 5
    assert len(first) > 6
    assert sum(len(gzip.compress(answer.body(), 6)) for answer in first) <= PREMIERS_RESULTATS


def test_the_signs_of_cards_are_drawn(page: Page, adresse: str) -> None:
    """They come apart from the cards, once for all of them."""
    ouvrir(page, adresse, "q=loyer")
    signs = page.locator("[data-resultats] article svg")
    assert signs.count() > 10
    assert signs.locator("path").count() >= signs.count()
    assert page.locator("[data-resultats] article svg:not(.icone)").count() == 0


def test_network_cut_after_load(contexte: Callable[..., BrowserContext], adresse: str) -> None:
    """What was loaded is searched and shown; what cannot be had is said, and asked for again."""
    context = contexte()
    page = context.new_page()
    ouvrir(page, adresse, "theme=mediation-de-dettes")
    debts = trouvees(page)
    context.set_offline(True)
    chercher(page, "surendettement")
    assert set(trouvees(page)) & set(debts)
    chercher(page, "avortement")
    total = compte(page)
    said = lus(page.locator("[data-nombre]"))
    lost = re.search(r"Le réseau manque\. Pas montrés : (\d+)$", said)
    assert lost, said
    assert len(trouvees(page)) + int(lost[1]) == total
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
    attendre_tout(page)
    assert compte(page) > 0


def test_from_a_folder(contexte: Callable[..., BrowserContext], site_cle_usb: Path) -> None:
    page = contexte().new_page()
    page.goto(f"{site_cle_usb.as_uri()}/nl/recherche/index.html")
    page.locator("#q").focus()
    page.wait_for_timeout(1500)
    chercher(page, "schuldn")
    assert compte(page) > 0
    chercher(page, "Ribaucourtstraat")
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
        chercher(page, mots)
    page.locator("[data-filtres] summary").click()
    page.locator("#filtre-commune").select_option(index=1)
    attendre(page)
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


def _asked(page: Page) -> list[str]:
    """The files of the index that a page asks for from now on, by their names."""
    names: list[str] = []

    def note(request: Request) -> None:
        names.extend(re.findall(r"/recherche/([0-9a-f]{12})\.js$", request.url))

    page.on("request", note)
    return names


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_reading_the_page_loads_the_words_of_its_language_alone(page: Page, adresse: str, langue: str) -> None:
    """They are the same whatever will be asked; what nobody uses costs nobody anything."""
    asked = _asked(page)
    page.goto(f"{adresse}{langue}/recherche/", wait_until="networkidle")
    assert asked == [fichiers(page)["lexiques"][langue]]


def test_who_asks_at_once_gets_cards_before_anything_else(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/", wait_until="networkidle")
    index = fichiers(page)
    others = {name for langue, name in index["lexiques"].items() if langue != "fr"}
    rest = {index["noms"], index["criteres"], index["endroits"], *others}
    assert index["heures"] == index["base"]
    asked = _asked(page)
    page.locator("#q").focus()
    page.keyboard.insert_text("loyer")
    page.keyboard.press("Enter")
    attendre_tout(page)
    assert asked[0] == index["base"]
    lots = len(asked) - 1 - len(rest)
    assert 1 <= lots <= 10
    assert set(asked[1 + lots :]) == rest
    assert len(set(asked)) == len(asked)


def test_who_writes_for_a_while_is_offered_names_and_other_languages(page: Page, adresse: str) -> None:
    """A second after the first words are there nobody has asked: the line is free."""
    page.goto(f"{adresse}fr/recherche/", wait_until="networkidle")
    for words, meant in (("infor", "Infor Drogues"), ("zelfmoord", "Je pense à mourir")):
        taper(page, words)
        expect(page.locator("[role=option]", has_text=meant)).to_be_visible()
    assert page.locator("[data-trouve]").is_hidden()


@pytest.mark.parametrize("ferme", [False, True])
def test_late_names_are_offered_to_who_still_wants_them(page: Page, adresse: str, ferme: bool) -> None:
    held = retenir(page, adresse, lambda index: index["noms"])
    champ, option = page.locator("#q"), page.locator("[role=option]", has_text="Infor Drogues")
    with page.expect_request(f"**/{fichiers(page)['noms']}.js"):
        champ.focus()
    champ.press_sequentially("infor")
    expect(page.locator("[role=option]").first).to_be_visible()
    assert option.count() == 0
    if ferme:
        page.keyboard.press("Escape")
    held[0].continue_()
    page.locator("form[data-entiere]").wait_for()
    if ferme:
        page.wait_for_timeout(200)
        assert page.locator("[role=listbox]").is_hidden()
    else:
        expect(option).to_be_visible()


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
