"""From one place: its quartier, its commune, whom they go with; then how much lies within some distances."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote_plus, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from carte_sociale.model.fields import LANGUES_DU_SITE

from .axe import violations
from .mots import lus
from .requetes import demandees

RIBAUCOURT = "Rue de Ribaucourt, Molenbeek-Saint-Jean"
GAND = "Chaussée de Gand, Koekelberg"
FLAGEY = "50.82781,4.37212"
HORS_REGION = "50.70,4.60"
DEDUIT = {"fr": "(déduit, à confirmer)", "nl": "(afgeleid, te bevestigen)", "en": "(inferred, to be confirmed)"}


def _open(page: Page, adresse: str, choix: str, langue: str = "fr") -> Locator:
    """Open the search at a choice; return the part about a place, open where there is one."""
    page.goto("about:blank")
    page.goto(f"{adresse}{langue}/recherche/#{choix}")
    return _shown(page)


def _shown(page: Page) -> Locator:
    page.locator("form[data-entiere]").wait_for(state="attached")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")
    part = page.locator("[data-situation]")
    if part.locator("details:not([open])").count():
        part.locator("summary").click()
    return part


def _links(part: Locator, kind: str) -> list[str]:
    """Slugs that a part leads to, of one kind of page."""
    hrefs = part.locator(f"a[href*='/{kind}/']").evaluate_all("(l) => l.map((a) => new URL(a.href).pathname)")
    return [href.split("/")[-2] for href in hrefs]


def _rings(page: Page) -> list[int]:
    """How many the distances promise, nearest first."""
    items = [lus(item) for item in page.locator("[data-rayons] li").all()]
    return [int(number) for item in items for number in re.findall(r"\) ?: (\d+)$", item)]


def _count(page: Page) -> int:
    number = re.match(r"\d+", lus(page.locator("[data-nombre]")))
    return int(number[0]) if number else 0


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_a_street_says_its_quartiers_and_whom_they_go_with(page: Page, adresse: str, langue: str) -> None:
    part = _open(page, adresse, f"rue={RIBAUCOURT}", langue)
    named = "de Ribaucourtstraat, Sint-Jans-Molenbeek" if langue == "nl" else RIBAUCOURT
    assert lus(part.locator("summary")).startswith(f"{named}. ")
    assert lus(page.locator("[data-choisis] a").first).startswith(named)
    assert set(_links(part, "quartiers")) == {"quartier-maritime", "molenbeek-historique"}
    assert _links(part, "communes") == ["molenbeek-saint-jean"]
    assert _links(part, "organisations") == ["cpas-de-molenbeek-saint-jean"]
    assert part.locator("a[href^='tel:']").count() == 1
    assert _links(part, "dispositifs") == ["clss-centre-historique"]
    assert _links(part, "bassins") == ["centre-ouest"]
    for kind in ("dispositifs", "bassins"):
        row = part.locator("dl > div", has=page.locator(f"a[href*='/{kind}/']"))
        assert DEDUIT[langue] in lus(row)
    only_there = part.locator("dl > div", has=page.locator("a[href*='/dispositifs/']")).locator("dt")
    assert "Molenbeek" in lus(only_there)  # the contract is of one of its two quartiers
    page.locator("[data-situation] a[href*='/quartiers/quartier-maritime/']").click()
    expect(page.locator("body")).to_have_attribute("data-page", "quartier")


def test_words_are_careful(page: Page, adresse: str) -> None:
    words = lus(_open(page, adresse, f"rue={RIBAUCOURT}"))
    assert "vous pouvez demander de l'aide où vous voulez" in words
    assert "rien n'est attribué d'après une adresse" in words
    assert re.search(r"\b(votre|vos) (CPAS|quartier|commune|bassin|référente)", words) is None
    assert "Référente-quartier : adresse pas encore connue" in words


def test_a_street_of_several_quartiers_and_communes(page: Page, adresse: str) -> None:
    """The contract of Koekelberg covers the commune; the street goes on elsewhere under the same name."""
    part = _open(page, adresse, f"rue={GAND}")
    assert "Cette rue traverse plusieurs quartiers" in lus(part)
    assert _links(part, "quartiers") == ["koekelberg", "gare-de-l-ouest"]
    assert _links(part, "organisations") == ["cpas-de-koekelberg"]
    whole = part.locator("dl > div", has=page.locator("a[href*='/clss-koekelberg/']"))
    assert "(pour toute la commune)" in lus(whole)
    assert lus(whole.locator("dt")) == "Contrat local social-santé"
    assert _links(part, "bassins") == ["nord"]  # of the commune: the other quartier lies mostly in Molenbeek
    others = [lus(chip) for chip in part.locator(".puces a").all()]
    assert "Chaussée de Gand, Molenbeek-Saint-Jean" in others
    assert GAND not in others
    assert len(others) == len(set(others))
    part.locator(".puces a", has_text="Molenbeek-Saint-Jean").click()
    expect(page).to_have_url(re.compile("Molenbeek"))
    part = _shown(page)
    assert _links(part, "organisations") == ["cpas-de-molenbeek-saint-jean"]


@pytest.mark.parametrize(
    ("langue", "nom"),
    [("fr", "de Ribaucourtstraat, Sint-Jans-Molenbeek"), ("en", "Steenweg op Gent, Koekelberg"), ("nl", GAND)],
)
def test_an_address_names_its_street_in_any_language(page: Page, adresse: str, langue: str, nom: str) -> None:
    part = _open(page, adresse, f"rue={nom}", langue)
    commune = "koekelberg" if "Koekelberg" in nom else "molenbeek-saint-jean"
    assert _links(part, "communes") == [commune]
    named = {"fr": RIBAUCOURT, "en": GAND, "nl": "Gentsesteenweg, Koekelberg"}[langue]
    assert lus(page.locator("[data-choisis] a").first).startswith(named)


def test_a_whole_commune_goes_with_a_street_in_any_quartier_of_it(page: Page, adresse: str) -> None:
    part = _open(page, adresse, "rue=Avenue des Gloires Nationales, Koekelberg")
    assert _links(part, "quartiers")[0] != "koekelberg"
    assert "clss-koekelberg" in _links(part, "dispositifs")
    part = _open(page, adresse, "commune=koekelberg")
    assert _links(part, "dispositifs") == ["clss-koekelberg"]


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_a_position_says_in_which_quartier_it_may_be(page: Page, adresse: str, langue: str) -> None:
    part = _open(page, adresse, f"pres={FLAGEY}", langue)
    assert _links(part, "quartiers")[0] == "flagey-malibran"
    assert _links(part, "communes") == ["ixelles"]
    assert _links(part, "organisations") == ["cpas-d-ixelles-guichets-premieres-demandes"]
    assert set(_links(part, "bassins")) == {"sud"}
    assert page.locator("[data-dehors]").is_hidden()


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_a_position_outside_says_so(page: Page, adresse: str, langue: str) -> None:
    part = _open(page, adresse, f"pres={HORS_REGION}", langue)
    assert part.is_hidden()
    said = page.locator("[data-dehors][role=status]")
    assert {"fr": "hors de la Région", "nl": "buiten het Brussels", "en": "outside the Brussels"}[langue] in lus(said)
    assert _rings(page) == [0, 0, 0]
    assert page.locator("[data-rayons] a").count() == 0
    assert page.locator("[data-resultats] [data-fiche]").count() > 0


@pytest.mark.parametrize(
    ("choix", "communes", "quartiers"),
    [
        ("q=1081", ["koekelberg"], []),
        ("commune=bruxelles", ["bruxelles"], []),
        ("quartier=basilique", ["koekelberg", "jette", "ganshoren"], ["basilique"]),
        ("q=Flagey", ["ixelles"], ["flagey-malibran"]),
    ],
)
def test_a_place_that_is_no_point_has_no_distances(
    page: Page, adresse: str, choix: str, communes: list[str], quartiers: list[str]
) -> None:
    part = _open(page, adresse, choix)
    assert _links(part, "communes") == communes
    assert _links(part, "quartiers") == quartiers
    assert len(_links(part, "organisations")) == len(communes)
    assert _links(part, "bassins")
    assert page.locator("[data-rayons]").is_hidden()


def test_no_place_no_part(page: Page, adresse: str) -> None:
    _open(page, adresse, f"rue={RIBAUCOURT}")
    page.locator("#q").fill("dentiste")
    page.evaluate("location.hash = 'q=dentiste'")
    expect(page.locator("[data-situation]")).to_be_hidden()
    expect(page.locator("[data-rayons]")).to_be_hidden()


# --- within some distances ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_each_distance_gives_what_it_promises(page: Page, adresse: str, langue: str) -> None:
    _open(page, adresse, f"rue={RIBAUCOURT}", langue)
    every = _count(page)
    promised = _rings(page)
    assert len(promised) == 3
    assert promised == sorted(promised)
    assert 0 < promised[1] < every
    (without,) = re.findall(r"^\+ (\d+) ", lus(page.locator("[data-rayons] li").last))
    assert page.locator("[data-marche]").is_visible()
    for rayon, number, minutes in zip(("300", "500", "1000"), promised, (5, 9, 17), strict=True):
        page.locator(f"[data-rayons] a[href*='rayon={rayon}'], [data-rayons] a[aria-current]").first.click()
        expect(page).to_have_url(re.compile(f"rayon={rayon}\\b"))
        _shown(page)
        assert _count(page) == number
        assert _rings(page) == promised
        current = page.locator("[data-rayons] [aria-current=true]")
        assert f"({minutes} min)" in lus(current)
        near = page.locator("[data-resultats] .pourquoi").all_inner_texts()
        assert near
        assert all(int(re.search(r"\d+", said)[0]) <= minutes for said in near), near
        assert re.match(r"\+ (\d+) ", lus(page.locator("[data-muets]")))[1] == without
        current.click()
        _shown(page)
        assert "rayon" not in parse_qs(urlsplit(page.url).fragment)
        assert _count(page) == every


def test_those_without_an_address_are_apart_and_may_be_seen(page: Page, adresse: str) -> None:
    _open(page, adresse, f"rue={RIBAUCOURT}&rayon=300")
    near = _count(page)
    words = re.fullmatch(r"\+ (\d+) sans adresse connue", lus(page.locator("[data-muets]")))
    assert words
    page.locator("[data-muets]").click()
    _shown(page)
    assert _count(page) == near + int(words[1])
    chip = page.locator("[data-choisis] a", has_text="À moins de 300 m, 5 min à pied")
    assert chip.count() == 1
    page.locator("[data-choisis] a", has_text=RIBAUCOURT).click()  # a distance from nowhere is none
    expect(page.locator("[data-trouve]")).to_be_hidden()
    assert "rayon" not in unquote_plus(urlsplit(page.url).fragment)


def test_distances_combine_with_other_choices(page: Page, adresse: str) -> None:
    _open(page, adresse, f"rue={RIBAUCOURT}&theme=mediation-de-dettes")
    promised = _rings(page)
    _open(page, adresse, f"rue={RIBAUCOURT}&theme=mediation-de-dettes&rayon=1000")
    assert _count(page) == promised[2]
    themes = page.locator("[data-resultats] [data-fiche]").evaluate_all("(l) => l.map((a) => a.dataset.themes)")
    assert all("mediation-de-dettes" in found.split() for found in themes)


# --- what it costs, and for everybody -------------------------------------------------------------------------------


def test_nothing_of_it_is_read_before_a_place_is_given_nor_tells_which(
    contexte: Callable[..., BrowserContext], adresse: str
) -> None:
    context = contexte()
    asked = demandees(context)
    page = context.new_page()
    page.goto(f"{adresse}fr/recherche/")
    index = page.locator("[data-recherche-index]").evaluate("(f) => JSON.parse(f.dataset.rechercheIndex)")
    _open(page, adresse, "q=dentiste")
    own = (index["reperes"], index["fond"])
    assert [url for url in asked if any(name in url for name in own)] == []
    _open(page, adresse, f"rue={RIBAUCOURT}&rayon=500")
    assert sum(index["reperes"] in url for url in asked) == 1
    assert not any(index["fond"] in url for url in asked)
    _open(page, adresse, f"pres={FLAGEY}")
    assert sum(index["fond"] in url for url in asked) == 1
    sent = [url.partition("#")[0] for url in asked]
    told = re.compile(r"ribaucourt|flagey|50\.8|4\.37|rayon", re.IGNORECASE)
    assert [url for url in sent if told.search(unquote_plus(url))] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_results_do_without_what_cannot_be_had(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}fr/recherche/")
    index = page.locator("[data-recherche-index]").evaluate("(f) => JSON.parse(f.dataset.rechercheIndex)")
    page.route(f"**/{index['reperes']}.js", lambda route: route.abort())
    part = _open(page, adresse, f"rue={RIBAUCOURT}")
    assert part.is_hidden()
    assert page.locator("[data-resultats] [data-fiche]").count() == 10


def test_from_a_folder(contexte: Callable[..., BrowserContext], site_cle_usb: Path) -> None:
    page = contexte().new_page()
    page.goto(f"{site_cle_usb.as_uri()}/nl/recherche/index.html#pres={FLAGEY}")
    part = _shown(page)
    part.locator("a[href*='/quartiers/flagey-malibran/index.html']").click()
    expect(page.locator("body")).to_have_attribute("data-page", "quartier")
    page.goto(f"{site_cle_usb.as_uri()}/nl/communes/molenbeek-saint-jean/rues/index.html")
    page.locator("li", has_text="de Ribaucourtstraat").locator("a").first.click()
    expect(page.locator("body")).to_have_attribute("data-page", "quartier")


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_without_script_a_street_is_found_from_the_search(
    contexte: Callable[..., BrowserContext], adresse: str, langue: str
) -> None:
    page = contexte(java_script_enabled=False).new_page()
    page.goto(f"{adresse}{langue}/recherche/")
    assert page.locator("[data-situation], [data-rayons], [data-dehors]").locator("visible=true").count() == 0
    page.locator("#rues ~ ul a[href*='molenbeek-saint-jean']").click()
    expect(page.locator("body")).to_have_attribute("data-page", "rues")
    page.locator("nav.lettres a", has_text=re.compile("^R$")).click()
    street = page.locator("ul.rues li", has_text="Ribaucourt").first
    assert "Ribaucourt" in lus(street)
    street.locator("a").first.click()
    expect(page.locator("body")).to_have_attribute("data-page", "quartier")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_axe_finds_nothing(contexte: Callable[..., BrowserContext], adresse: str, langue: str, scheme: str) -> None:
    """With the part about a place and the choices open, a distance taken; outside the Region."""
    page = contexte(color_scheme=scheme).new_page()
    for choix in (f"rue={GAND}&rayon=500", f"pres={HORS_REGION}"):
        _open(page, adresse, choix, langue)
        page.locator("[data-filtres] summary").click()
        assert violations(page) == []


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_runs_out_of_a_small_screen(contexte: Callable[..., BrowserContext], adresse: str, width: int) -> None:
    page = contexte(viewport={"width": width, "height": 640}).new_page()
    for langue in LANGUES_DU_SITE:
        for choix in (f"rue={GAND}&rayon=500&ouvert=week-end", f"pres={FLAGEY}"):
            _open(page, adresse, choix, langue)
            page.locator("[data-filtres] summary").click()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto(f"{adresse}{langue}/communes/bruxelles/rues/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_was_opened_stays_open_while_choices_change(page: Page, adresse: str) -> None:
    part = _open(page, adresse, f"rue={RIBAUCOURT}")
    page.locator("[data-filtres] summary").click()
    page.locator("#filtre-gratuit").check()
    _ready = page.locator("html[data-recherche=prete]")
    _ready.wait_for(state="attached")
    expect(page).to_have_url(re.compile("gratuit=1"))
    assert part.locator("details[open]").count() == 1
    assert page.evaluate("document.activeElement.id") == "filtre-gratuit"
