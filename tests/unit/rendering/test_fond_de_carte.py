"""A deployer's streets in the pages: what the map is told, and what the browser may ask of another site."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.background import FondDeCarte
from carte_sociale.model.prose import Prose
from carte_sociale.pages.page import Page
from carte_sociale.rendering.assets import gather_assets
from carte_sociale.rendering.places import theme_folder
from carte_sociale.rendering.site import Rendu
from carte_sociale.routes import Edition

SEULE = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'none'\">\n"
)
"""What every page says, to the byte, where no other site is asked for anything."""
GABARIT = """{% extends "layouts/base.html" %}
{% from "components/plan/rues.html" import rues %}
{% block titre %}Essai{% endblock %}
{% block avec_plan %}PLAN{% endblock %}
{% block contenu %}<h1>Essai</h1><div data-carte{{ rues(ici) }}></div>{% endblock %}
"""
TUILES = {
    "adresse": "https://tuiles.exemple.be/{z}/{x}/{y}.png?a=1&b=2",
    "qui": {"fr": "l'association « A & B »", "nl": "de vereniging"},
    "attribution": "© <b>Exemple</b>",
    "zoom_max": "17",
}

Montre = Callable[..., dict[str, str]]


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The theme with two pages of its own: one with the map, one without."""
    racine = tmp_path_factory.mktemp("fond")
    shutil.copytree(theme_folder(), racine / "theme")
    (racine / "node_modules").symlink_to(theme_folder().parent / "node_modules")
    for name, plan in (("avec", "oui"), ("sans", "")):
        text = GABARIT.replace("PLAN", plan)
        (racine / "theme" / "pages" / f"{name}.html").write_text(text, encoding="utf-8")
    return racine / "theme"


@pytest.fixture
def montre(theme: Path, atlas_of: Callable[..., Atlas]) -> Montre:
    """Pages in a language, with a background or without: two with a map or none, and two that somebody wrote."""

    def pages(fond: dict[str, Any] | None, langue: str = "fr") -> dict[str, str]:
        atlas = atlas_of()
        read = FondDeCarte.model_validate(fond) if fond else None
        editeur = atlas.donnees.editeur.model_copy(update={"fond_de_carte": read})
        atlas = replace(atlas, donnees=replace(atlas.donnees, editeur=editeur))
        assets, _ = gather_assets(theme, atlas.donnees.feries, rues=True)
        rendu = Rendu(atlas, theme, Edition.WEB, assets)
        made = [Page(f"{langue}/{name}/", langue, "carte", f"pages/{name}.html") for name in ("avec", "sans")]
        for name in ("vie-privee", "methode"):
            prose = Prose(langue, name, "Essai", "", "<p>Une page.</p>")
            made.append(Page(f"{langue}/{name}/", langue, "prose", "pages/prose.html", {"prose": prose}))
        return {page.adresse.split("/")[1]: rendu.fichier(page)[1].decode() for page in made}

    return pages


def policy(page: str) -> str:
    (line,) = [line for line in page.splitlines(keepends=True) if "Content-Security-Policy" in line]
    return line


def told(page: str) -> dict[str, Any]:
    """What the script reads in `data-rues`."""
    value: dict[str, Any] = json.loads(html.document_fromstring(page).xpath("//*[@data-carte]/@data-rues")[0])
    return value


@pytest.mark.parametrize("fond", [None, {"pmtiles": "../fonds/b.pmtiles"}])
def test_without_another_site_the_policy_is_what_it_was_to_the_byte(montre: Montre, fond: dict[str, Any]) -> None:
    for page in montre(fond).values():
        assert policy(page) == SEULE


def test_pages_with_the_map_alone_may_ask_the_tile_server_for_pictures(montre: Montre) -> None:
    pages = montre({"tuiles": TUILES})
    assert len(pages) == 4
    assert {policy(page) for name, page in pages.items() if name != "avec"} == {SEULE}
    assert policy(pages["avec"]) == SEULE.replace("data:;", "data: https://tuiles.exemple.be;")


def test_the_map_is_told_nothing_without_the_option(montre: Montre) -> None:
    assert "<div data-carte></div>" in montre(None)["avec"]


@pytest.mark.parametrize(
    ("langue", "qui", "de"),
    [("fr", "l'association « A & B »", "fr"), ("nl", "de vereniging", "nl"), ("en", "l'association « A & B »", "fr")],
)
def test_the_map_is_told_who_receives_the_request_and_in_which_words(
    montre: Montre, langue: str, qui: str, de: str
) -> None:
    page = montre({"tuiles": TUILES}, langue)["avec"]
    assert told(page) == {
        "adresse": TUILES["adresse"],
        "qui": qui,
        "langue": de,
        "attribution": "© <b>Exemple</b>",
        "zoom_max": 17,
    }
    assert "<b>" not in page.partition("<main")[2].partition("</main>")[0]


def test_the_map_is_told_where_the_file_and_its_script_are(montre: Montre, theme: Path) -> None:
    page = montre({"pmtiles": "../fonds/b.pmtiles"}, "nl")["avec"]
    assert told(page)["pmtiles"] == "../../../fonds/b.pmtiles"
    assert told(page)["script"].startswith("../../ressources/rues-nl-")
    assert set(told(page)) == {"pmtiles", "script"}


@pytest.mark.parametrize(
    ("langue", "qui"),
    [("fr", "l'association « A & B »."), ("en", '<span lang="fr">l\'association « A & B »</span>.')],
)
def test_the_page_on_privacy_names_who_receives_the_request_where_somebody_does(
    montre: Montre, langue: str, qui: str
) -> None:
    said = montre({"tuiles": TUILES}, langue)
    title = {"fr": "Les rues sur la carte", "en": "The streets on the map"}[langue]
    assert f"<h2>{title}</h2>" in said["vie-privee"]
    assert qui in unescape(said["vie-privee"]).replace("\u00a0", " ")
    assert title not in said["methode"]
    for fond in (None, {"pmtiles": "b.pmtiles"}):
        assert title not in montre(fond, langue)["vie-privee"]
