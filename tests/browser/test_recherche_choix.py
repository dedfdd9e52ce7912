"""Results narrowed by choices: each leaves what it said, and silence is no refusal."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from carte_sociale.model.fields import LANGUES_DU_SITE

from .mots import lus
from .recherche import attendre, choisis, compte, ecrit, ouvrir, trouvees

MOMENT = "2026-11-24T10:00"
"""A Tuesday on which one of the invented records is open."""


@pytest.mark.parametrize("cle", ["theme", "public", "langue", "commune", "quartier"])
def test_each_choice_leaves_what_it_said(page: Page, adresse: str, cle: str) -> None:
    ouvrir(page, adresse, "q=logement")
    page.locator("[data-filtres] summary").click()
    total = compte(page)
    for rank in (1, -1):
        select = page.locator(f"#filtre-{cle}")
        option = select.locator("option").nth(rank)
        value = option.get_attribute("value") or ""
        said = re.fullmatch(r"(.+) \((\d+)\)", ecrit(option))
        assert said
        select.select_option(value)
        attendre(page)
        assert choisis(page) == {"q": ["logement"], cle: [value]}
        assert compte(page) == int(said[2]) <= total
        assert said[1] in lus(page.locator("[data-choisis]"))
        assert said[1] in lus(page.locator("[data-nombre]"))
        if cle == "theme":
            themes = page.locator("[data-resultats] [data-fiche]").evaluate_all("(f) => f.map((e) => e.dataset.themes)")
            assert all(value in ids.split() for ids in themes)
        select.select_option("")
        attendre(page)
        assert compte(page) == total


def test_choices_combine_and_are_taken_back_one_by_one(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "theme=mediation-de-dettes")
    one = compte(page)
    page.locator("[data-filtres] summary").click()
    page.locator("#filtre-commune").select_option("ixelles")
    attendre(page)
    assert 0 < compte(page) < one
    assert choisis(page) == {"theme": ["mediation-de-dettes"], "commune": ["ixelles"]}
    chips = page.locator("[data-choisis] a")
    assert chips.all_text_contents() == ["Payer mes dettes enlever", "Ixelles enlever"]
    chips.nth(1).focus()
    page.keyboard.press("Enter")
    attendre(page)
    assert choisis(page) == {"theme": ["mediation-de-dettes"]}
    assert compte(page) == one
    assert page.locator("#filtre-commune").input_value() == ""
    assert page.evaluate("document.activeElement.closest('[data-trouve]') !== null")
    chips.first.click()
    expect(page.locator("[data-trouve]")).to_be_hidden()
    assert urlsplit(page.url).fragment == ""


def test_a_choice_that_leaves_nothing_says_so_before_the_click(page: Page, adresse: str) -> None:
    """None of the real hours may be trusted: nobody is said to be open, and how many do not say is there to ask for."""
    ouvrir(page, adresse, "theme=mediation-de-dettes")
    total = compte(page)
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
        assert "(0)" not in ecrit(option)


def test_silence_is_no_refusal(page: Page, adresse: str) -> None:
    ouvrir(page, adresse, "q=logement")
    page.locator("[data-filtres] summary").click()
    (promised,) = re.findall(r"\((\d+)\)", lus(page.locator("label[for=filtre-acces]")))
    page.locator("#filtre-acces").check()
    attendre(page)
    assert choisis(page) == {"q": ["logement"], "acces": ["sans-rendez-vous"]}
    sure = compte(page)
    assert sure == int(promised) > 0
    button = page.locator("[data-muets]")
    unsaid = re.fullmatch(r"\+ (\d+) dont nous ne le savons pas : à demander", lus(button))
    assert unsaid
    assert button.get_attribute("aria-pressed") == "false"
    before = trouvees(page)
    button.click()
    attendre(page)
    assert compte(page) == sure + int(unsaid[1])
    assert choisis(page)["inconnus"] == ["1"]
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    attendre(page)
    assert trouvees(page) == before


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_open_at_a_chosen_hour(page: Page, adresse_fictive: str, langue: str) -> None:
    """One invented record is open on Tuesday at 10; of others nobody knows."""
    ouvrir(page, adresse_fictive, f"ouvert=1&moment={MOMENT}", langue)
    assert trouvees(page) == ["maison-des-tilleuls"]
    assert page.locator("[data-fiche=maison-des-tilleuls]").first.get_attribute("data-ouvert") == "oui"
    (unsaid,) = re.findall(r"\+ (\d+)", lus(page.locator("[data-muets]")))
    page.locator("[data-muets]").click()
    attendre(page)
    states = page.locator("[data-resultats] [data-fiche]").evaluate_all("(f) => f.map((e) => e.dataset.ouvert)")
    assert states == ["oui", *["inconnu"] * int(unsaid)]
    ouvrir(page, adresse_fictive, "ouvert=1&moment=2026-11-24T13:00", langue)
    assert "maison-des-tilleuls" not in trouvees(page)


def test_a_day_and_an_hour_are_chosen_in_the_form(page: Page, adresse_fictive: str) -> None:
    ouvrir(page, adresse_fictive, "moment=2026-11-24T20:00&theme=mediation-de-dettes")
    page.locator("[data-filtres] summary").click()
    assert page.locator("#filtre-ouvert").is_disabled()
    page.locator("#filtre-moment").fill(MOMENT)
    attendre(page)
    assert choisis(page)["moment"] == [MOMENT]
    assert page.locator("#filtre-ouvert").is_checked()
    assert trouvees(page) == ["maison-des-tilleuls"]
