"""What an address asks for that nobody can read is said, left aside, and the rest is searched."""

import pytest
from playwright.sync_api import Page, expect

from carte_sociale.model.fields import LANGUES_DU_SITE

from .mots import lus
from .recherche import chercher, choisis, compte, ouvrir, trouvees

DIT = {"fr": "Nous n'avons pas compris", "nl": "Dit begrepen we niet", "en": "We did not understand"}
ILLISIBLES = [
    ("rue=zzzzz", "rue « zzzzz »"),
    ("pres=abc", "position « abc »"),
    ("pres=999,999", "position « 999,999 »"),
    ("pres=95,4.3", "position « 95,4.3 »"),
    ("moment=bla", "moment « bla »"),
    ("moment=2026-12-25T99:99", "moment « 2026-12-25T99:99 »"),
    ("moment=2026-02-31T10:00", "moment « 2026-02-31T10:00 »"),
    ("theme=bla", "besoin « bla »"),
    ("commune=bla", "commune « bla »"),
    ("quartier=bla", "quartier « bla »"),
    ("public=bla", "pour qui « bla »"),
    ("langue=bla", "langue « bla »"),
]


@pytest.mark.parametrize(("choix", "dit"), ILLISIBLES)
def test_what_is_not_understood_is_said_and_left_aside(page: Page, adresse: str, choix: str, dit: str) -> None:
    ouvrir(page, adresse, "q=loyer")
    every, found = compte(page), trouvees(page)
    expect(page.locator("[data-ecarts]")).to_be_hidden()
    ouvrir(page, adresse, f"q=loyer&{choix}")
    said = page.locator("[data-ecarts][role=status]")
    assert lus(said) == f"Nous n'avons pas compris : {dit}. Nous cherchons sans."
    assert (compte(page), trouvees(page)) == (every, found)
    expect(page.locator("[data-choisis]")).to_be_hidden()
    chercher(page, "dentiste")
    assert choisis(page) == {"q": ["dentiste"]}
    expect(said).to_be_hidden()


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_where_nothing_is_left_the_page_says_where_to_begin(page: Page, adresse: str, langue: str) -> None:
    for choix in ("rue=zzzzz", "moment=bla", "theme=bla&pres=abc"):
        page.goto("about:blank")
        page.goto(f"{adresse}{langue}/recherche/#{choix}")
        said = page.locator("[data-ecarts]")
        expect(said).to_contain_text(DIT[langue])
        expect(page.locator("[data-trouve]")).to_be_hidden()
        assert page.locator("[data-parcourir]").is_visible()
    page.evaluate("location.hash = ''")
    expect(said).to_be_hidden()


def test_several_are_said_together_and_hold_no_markup(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "q=loyer&theme=<b>x</b>&pres=<img src=x>")
    assert "position « <img src=x> », besoin « <b>x</b> »" in lus(page.locator("[data-ecarts]"))
    assert page.locator("[data-ecarts] *").count() == 0


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_a_moment_after_the_calendar_is_told_from_one_within(page: Page, adresse: str, langue: str) -> None:
    ouvrir(page, adresse, "q=loyer&moment=2099-12-01T10:00", langue)
    known = {"fr": "Nous ne savons pas encore quels jours seront fériés", "nl": "feestdagen", "en": "public holidays"}
    assert known[langue] in lus(page.locator("[data-ecarts]"))
    first = {"fr": "1er décembre 2099", "nl": "1 december 2099", "en": "1 December 2099"}
    assert first[langue] in lus(page.locator("[data-choisis]")).replace("\n", " ")
    ouvrir(page, adresse, "q=loyer&moment=2026-12-01T10:00", langue)
    expect(page.locator("[data-ecarts]")).to_be_hidden()


def test_french_writes_the_first_of_a_month_and_no_other_day_so(page: Page, adresse: str) -> None:
    for jour, dit in (("2026-12-01", "mardi 1er décembre 2026"), ("2026-12-11", "vendredi 11 décembre 2026")):
        ouvrir(page, adresse, f"q=loyer&moment={jour}T10:00")
        assert dit in lus(page.locator("[data-nombre]"))


def test_a_point_outside_is_said_before_what_is_far_from_it(page: Page, adresse: str) -> None:
    """Above the choices, with the nearest first all the same, and no quartier."""
    ouvrir(page, adresse, "pres=51.05,3.72")
    said = page.locator("[data-dehors][role=status]")
    assert lus(said) == "Ce point est hors de la Région de Bruxelles-Capitale : notre liste s'arrête là."
    expect(said).to_be_in_viewport()
    assert said.evaluate("(p) => Boolean(p.compareDocumentPosition(document.querySelector('.bande')) & 4)")
    expect(page.locator("[data-situation]")).to_be_hidden()
    expect(page.locator("[data-vers-situation]")).to_be_hidden()
    far = [float(text.split()[1].replace(",", ".")) for text in page.locator(".pourquoi").all_inner_texts()]
    assert far == sorted(far)
    assert far[0] > 30
