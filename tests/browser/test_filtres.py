"""Openings that may be asked for: now, this evening, this week-end, or at a chosen day and hour."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from carte_sociale.building import build_site
from carte_sociale.mkdocs_plugin import read_prose
from carte_sociale.model.fields import LANGUES_DU_SITE

from ..conftest import copier_projet_fictif
from .mots import lus
from .service import servi

MARDI, VENDREDI, SAMEDI = "2026-11-24T10:00", "2026-11-27T22:30", "2026-11-28T15:00"
FICHE = """\
nom: {{fr: {nom}}}
nature: association
resume: {{fr: Une aide inventée pour les essais.}}
services:
  - id: accueil
    nom: {{fr: Accueil de {nom}}}
    themes: [colis-alimentaires]
{horaires}verification: {{date: 2026-11-02, role: benevole, moyen: telephone}}
sources:
  - url: https://{id}.example/accueil
    date: "2026-10"
fictif: oui
"""
HEURES = {
    "bonne-nuit": "24/7",
    "cantine-du-midi": "lun-ven 12h-14h",
    "repas-du-soir": "mar 19h-20h30",
    "samedi-solidaire": "sam 10h-12h",
    "sans-horaire": None,
}
OUVERTS = {
    "1": {"bonne-nuit"},
    "soir": {"bonne-nuit", "repas-du-soir"},
    "week-end": {"bonne-nuit", "samedi-solidaire"},
}
"""Who is open on the Tuesday at 10, on its evening, on the week-end after it."""


@pytest.fixture(scope="module")
def adresse_heures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of records that differ by their hours alone, beside the three invented ones."""
    racine = copier_projet_fictif(tmp_path_factory.mktemp("heures") / "projet")
    for id_, quand in HEURES.items():
        hours = f'    horaires:\n      - quand: "{quand}"\n        date_source: "2026-10"\n' if quand else ""
        text = FICHE.format(id=id_, nom=id_.replace("-", " ").capitalize(), horaires=hours)
        (racine / "organisations" / "region" / f"{id_}.yml").write_text(text, encoding="utf-8")
    site = racine.parent / "site"
    done = build_site(racine, site, lambda: read_prose(racine), date(2026, 11, 22))
    assert not done.refusee, done.problemes
    with servi(Path(site)) as url:
        yield url


def _open(page: Page, adresse: str, choix: str, langue: str = "fr") -> None:
    page.goto("about:blank")
    page.goto(f"{adresse}{langue}/recherche/#{choix}")
    _ready(page)


def _ready(page: Page) -> None:
    page.locator("[data-filtres]:not([hidden])").wait_for(state="attached")
    page.locator("html[data-recherche=prete]").wait_for(state="attached")


def _found(page: Page) -> set[str]:
    return set(page.locator("[data-resultats] [data-fiche]").evaluate_all("(l) => l.map((a) => a.dataset.fiche)"))


def _chosen(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).fragment)


def _chips(page: Page) -> list[str]:
    return [lus(chip).removesuffix("enlever").strip() for chip in page.locator("[data-choisis] a").all()]


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
@pytest.mark.parametrize("valeur", ["1", "soir", "week-end"])
def test_a_choice_of_hours_narrows_counts_and_is_taken_back(
    page: Page, adresse_heures: str, langue: str, valeur: str
) -> None:
    _open(page, adresse_heures, f"theme=colis-alimentaires&moment={MARDI}", langue)
    every = _found(page)
    assert set(HEURES) <= every
    page.locator("[data-filtres] summary").click()
    radio = page.locator(f"input[name=filtre-ouvert][value='{valeur}']")
    label = page.locator(f"label[for={radio.get_attribute('id')}]")
    (promised,) = re.findall(r"\((\d+)\)$", lus(label))
    radio.check()
    expect(page).to_have_url(re.compile(f"ouvert={valeur}"))
    _ready(page)
    assert _chosen(page)["ouvert"] == [valeur]
    assert _found(page) == OUVERTS[valeur]
    assert int(promised) == len(OUVERTS[valeur])
    assert re.match(r"\d+", lus(page.locator("[data-nombre][role=status]")))[0] == promised
    words = re.sub(r" \(\d+\)$", "", lus(label))
    assert words in lus(page.locator("[data-nombre]"))
    chip = page.locator("[data-choisis] a", has_text=words)
    (unsaid,) = re.findall(r"^\+ (\d+)", lus(page.locator("[data-muets]")))
    page.locator("[data-muets]").click()
    _ready(page)
    assert OUVERTS[valeur] | {"sans-horaire"} <= _found(page)
    assert len(_found(page)) == len(OUVERTS[valeur]) + int(unsaid)
    first = page.locator("[data-resultats] [data-fiche]").first.get_attribute("data-fiche")
    assert first in OUVERTS[valeur]
    chip.click()
    _ready(page)
    assert "ouvert" not in _chosen(page)
    assert _found(page) == every
    assert page.locator("#filtre-ouvert-tous").is_checked()


def test_a_chip_says_the_hours_that_it_stands_for(page: Page, adresse_heures: str) -> None:
    said = {
        f"ouvert=soir&moment={MARDI}": "Ouvert en soirée, entre 18:00 et 22:00",
        f"ouvert=week-end&moment={MARDI}": "Ouvert ce week-end, samedi 28 novembre ou dimanche 29 novembre",
        f"ouvert=week-end&moment={SAMEDI}": "Ouvert ce week-end, d'ici la fin du dimanche 29 novembre",
        f"ouvert=soir&moment={VENDREDI}": "Ouvert ce soir (soirée passée)",
        f"ouvert=1&moment={MARDI}": "Ouvert à ce moment-là",
    }
    for choix, words in said.items():
        _open(page, adresse_heures, choix)
        assert _chips(page)[0] == words
        assert _chips(page)[1].startswith("Le ")
    page.locator("[data-choisis] a", has_text="Le mardi 24 novembre 2026 à 10:00").click()
    _ready(page)
    assert _chosen(page) == {"ouvert": ["1"]}
    assert _chips(page) == ["Ouvert maintenant"]


def test_what_is_left_of_a_stretch_counts(page: Page, adresse_heures: str) -> None:
    _open(page, adresse_heures, f"ouvert=week-end&moment={SAMEDI}")
    assert _found(page) == {"bonne-nuit"}
    _open(page, adresse_heures, "ouvert=soir&moment=2026-11-24T20:29")
    assert _found(page) == {"bonne-nuit", "repas-du-soir"}
    _open(page, adresse_heures, "ouvert=soir&moment=2026-11-24T20:30")
    assert _found(page) == {"bonne-nuit"}


@pytest.mark.parametrize(
    ("choix", "dit"),
    [
        (f"ouvert=soir&moment={VENDREDI}", "soirée passée"),
        ("ouvert=week-end&moment=2099-01-05T10:00", "notre calendrier ne va pas si loin"),
        ("ouvert=minuit", "minuit"),
    ],
)
def test_what_nobody_can_know_is_unknown_and_said(page: Page, adresse_heures: str, choix: str, dit: str) -> None:
    _open(page, adresse_heures, choix)
    assert _found(page) == set()
    said = lus(page.locator("[data-nombre]"))
    assert said.startswith("Aucun dont nous soyons sûrs pour ")
    assert dit in said
    words = lus(page.locator("[data-muets]"))
    total = re.fullmatch(r"\+ (\d+) dont nous ne connaissons pas l'heure", words)
    assert total, words
    assert int(total[1]) >= len(HEURES)


def test_a_choice_that_gives_nothing_cannot_be_taken(page: Page, adresse_heures: str) -> None:
    """Only the noon canteen, on the evening of a Tuesday: it is surely closed."""
    _open(page, adresse_heures, f"q=Cantine+du+midi&moment={MARDI}")
    assert _found(page) == {"cantine-du-midi"}
    page.locator("[data-filtres] summary").click()
    assert lus(page.locator("label[for=filtre-ouvert-soir]")).endswith("(0 : ne donne rien)")
    assert page.locator("#filtre-ouvert-soir").is_disabled()


def test_the_keyboard_goes_through_the_hours(page: Page, adresse_heures: str) -> None:
    _open(page, adresse_heures, f"theme=colis-alimentaires&moment={MARDI}")
    page.locator("[data-filtres] summary").click()
    page.locator("#filtre-ouvert-tous").focus()
    for valeur in ("1", "soir", "week-end"):
        page.keyboard.press("ArrowDown")
        expect(page).to_have_url(re.compile(f"ouvert={valeur}"))
        _ready(page)
        assert _found(page) == OUVERTS[valeur]
        assert page.evaluate("document.activeElement.value") == valeur
    assert page.locator("fieldset > legend", has_text="Quand").count() == 1
