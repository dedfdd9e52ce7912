from collections.abc import Callable
from typing import Any

import pytest
from tests.rendu import rendered

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages import tables


def helps(commune: str | None) -> dict[str, Any]:
    places = [{"id": "l", "forme": "adresse", "adresse": {"commune": commune}}] if commune else []
    return {"lieux": places, "services": [{"id": "s", "nom": {"fr": "s"}, "themes": ["eau"]}]}


def test_a_table_too_long_for_a_screen_leads_to_those_of_communes(
    atlas_of: Callable[..., Atlas], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "FICHES_MAX", 1)
    atlas = atlas_of(ligne=helps(None), a=helps("uccle"), b=helps("uccle"))
    pages = {page.adresse: page for page in tables.pages(atlas, "nl")}
    shown = {adresse: [e.id for e in page.contexte["entrees"]] for adresse, page in pages.items()}
    assert shown["nl/professionnels/"] == ["ligne"]  # no commune has it: it is found here alone
    assert shown["nl/professionnels/communes/uccle/"] == ["a", "b"]
    assert shown["nl/professionnels/bassins/sud/"] == []
    html = rendered(atlas, pages.values())
    told = "Deze tabel zou te lang zijn voor een scherm."
    assert {adresse for adresse in shown if told in html[f"{adresse}index.html"]} == {
        "nl/professionnels/",
        "nl/professionnels/bassins/sud/",
    }
    bassin = html["nl/professionnels/bassins/sud/index.html"]
    assert "<table" not in bassin
    assert '<details class="autres-tableaux" open>' in bassin
    assert 'href="../../../../nl/professionnels/communes/uccle/"' in bassin


def test_a_table_that_fits_has_everything(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(ligne=helps(None), a=helps("uccle"), b=helps("uccle"))
    found = {page.adresse: [e.id for e in page.contexte["entrees"]] for page in tables.pages(atlas, "nl")}
    assert found["nl/professionnels/"] == ["a", "b", "ligne"]
    assert found["nl/professionnels/bassins/sud/"] == ["a", "b"]
