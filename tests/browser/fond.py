"""A page of these tests that holds the map: its scripts and its sheet are the theme's, bundled as for the site."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from carte_sociale.horaires import Feries
from carte_sociale.model.territory import Territoire
from carte_sociale.rendering.assets import Assets, gather_assets
from carte_sociale.rendering.places import theme_folder
from carte_sociale.search.background import background

from .service import RACINE, servi

SCRIPT = """
import * as L from "leaflet";
import { poserFond } from "../components/plan/fond.js";
import { proposerRues } from "../components/plan/tuiles.js";
const element = document.querySelector("[data-carte]");
const carte = L.map(element, { zoomAnimation: false, fadeAnimation: false }).setView([50.8503, 4.3517], 14);
window.carte = carte;
const lienQuartier = (slug) => `quartiers/${slug}/`;
const fond = window.fond = poserFond(L, carte, DONNEES, { langue: CARTE.langue, lienQuartier });
if (element.dataset.rues) proposerRues(L, carte, fond, JSON.parse(element.dataset.rues));
element.dataset.carte = "prete";
"""
PAGE = """<!doctype html>
<html lang="{langue}"><head><meta charset="utf-8"><title>Essai</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:{images}">
<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">
<link rel="stylesheet" href="{commune}"><link rel="stylesheet" href="{plan}"><link rel="stylesheet" href="page.css">
<script defer src="donnees.js"></script><script defer src="{script}"></script>
</head><body><main><div data-carte=""{rues}></div></main></body></html>
"""
ICI, PARC, CANAL = (255, 254, 250), (211, 228, 195), (146, 188, 214)
"""Of the light scheme: `--carte-ici`, `--carte-parc`, `--carte-canal` (couleurs-carte.css)."""


@pytest.fixture(scope="session")
def monte(tmp_path_factory: pytest.TempPathFactory, territoire_reel: Territoire) -> tuple[Path, dict[str, Assets]]:
    """A folder with all that the page loads: what the theme bundles, with a script of these tests, and the data."""
    racine = tmp_path_factory.mktemp("plan")
    shutil.copytree(theme_folder(), racine / "theme")
    (racine / "node_modules").symlink_to(theme_folder().parent / "node_modules")
    (racine / "theme" / "scripts" / "essai.js").write_text(SCRIPT, encoding="utf-8")
    assets, files = gather_assets(racine / "theme", Feries(date(2026, 1, 1), date(2026, 12, 31), {}, {}), rues=True)
    for name, content in files.items():
        (racine / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (racine / "site" / name).write_bytes(content)
    (racine / "site" / "page.css").write_text("body { margin: 0 } [data-carte] { block-size: 100vh }", encoding="utf-8")
    (racine / "site" / "donnees.js").write_bytes(b"window.DONNEES=" + background(territoire_reel))
    return racine / "site", assets


Ouvre = Callable[..., Page]


@pytest.fixture
def ouvre(monte: tuple[Path, dict[str, Assets]], contexte: Callable[..., BrowserContext]) -> Iterator[Ouvre]:
    """Opens the page, served or from the folder; `images` is what its policy allows, `demandes` what it asks."""
    folder, assets = monte
    with servi(folder, RACINE) as served:

        def open_page(
            rues: dict[str, Any] | None = None,
            images: str = "",
            langue: str = "fr",
            context: BrowserContext | None = None,
            demandes: list[str] | None = None,
            adresse: str = served,
        ) -> Page:
            told = {**rues, "script": assets[langue].scripts["rues"]} if rues else None
            text = PAGE.format(
                langue=langue,
                images=f" {images}" if images else "",
                commune=assets[langue].feuilles["carte"],
                plan=assets[langue].feuilles["plan"],
                script=assets[langue].scripts["essai"],
                rues=f' data-rues="{escape(json.dumps(told))}"' if told else "",
            )
            (folder / "index.html").write_text(text, encoding="utf-8")
            page = (context or contexte(viewport={"width": 800, "height": 600})).new_page()
            if demandes is not None:
                page.on("request", lambda request: demandes.append(request.url))
            page.goto(f"{adresse}index.html")
            expect(page.locator("[data-carte=prete]")).to_be_visible()
            return page

        yield open_page


def colours(page: Page, volet: str = "fond") -> set[tuple[int, ...]]:
    """The colours of the canvas of a pane."""
    found = page.evaluate(
        """(volet) => {
          const toile = document.querySelector(`.leaflet-${volet}-pane canvas`);
          const { data } = toile.getContext("2d").getImageData(0, 0, toile.width, toile.height);
          const couleurs = new Set();
          for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) couleurs.add(data.slice(i, i + 3).join());
          return [...couleurs];
        }""",
        volet,
    )
    return {tuple(map(int, colour.split(","))) for colour in found}
