import re
from collections.abc import Callable
from typing import Any

import pytest
from tests.rendu import rendered

from carte_sociale.atlas.atlas import SEUIL_THEME_COMMUNE, Atlas
from carte_sociale.pages import pages_of_record, themes


def helps(*ids: str, commune: str = "uccle") -> dict[str, Any]:
    return {
        "lieux": [{"id": "l", "forme": "adresse", "adresse": {"commune": commune}}],
        "services": [{"id": "s", "nom": {"fr": "s"}, "themes": list(ids)}],
    }


def addresses(atlas: Atlas) -> set[str]:
    return {page.adresse for page in themes.pages(atlas, "fr") if page.adresse.count("/") == 4}


def test_theme_in_a_commune_needs_three_records(atlas_of: Callable[..., Atlas]) -> None:
    two = {f"f{n}": helps("logement-accompagne") for n in range(SEUIL_THEME_COMMUNE - 1)}
    assert addresses(atlas_of(**two)) == set()
    three = two | {"g": helps("logement-accompagne")}
    assert addresses(atlas_of(**three)) == {"fr/themes/logement-accompagne/uccle/"}
    elsewhere = two | {"g": helps("logement-accompagne", commune="forest")}
    assert addresses(atlas_of(**elsewhere)) == set()


def test_flagged_theme_flags_its_pages_and_records(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a=helps("violences-conjugales"), b=helps("eau"))
    flagged = {page.adresse for page in themes.pages(atlas, "fr") if page.signalee}
    assert "fr/themes/violences-conjugales/" in flagged
    assert "fr/themes/eau/" not in flagged
    a, b = (list(pages_of_record(atlas, entree, atlas.liens_de(entree))) for entree in atlas.entrees)
    assert all(page.signalee for page in a)
    assert not any(page.signalee for page in b)


def test_record_without_place_is_offered_everywhere(atlas_of: Callable[..., Atlas]) -> None:
    line = {"services": [{"id": "s", "nom": {"fr": "s"}, "themes": ["eau"]}]}
    atlas = atlas_of(ligne=line, **{f"f{n}": helps("eau") for n in range(SEUIL_THEME_COMMUNE)})
    pages = {page.adresse: page.contexte for page in themes.pages(atlas, "fr")}
    assert [e.id for e in pages["fr/themes/eau/"]["regionales"]] == ["ligne"]
    assert [e.id for e in pages["fr/themes/eau/uccle/"]["regionales"]] == ["ligne"]


def test_families_have_themes(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of()
    found = themes.families(atlas)
    assert all(famille.themes for famille in found)
    assert sum(len(famille.themes) for famille in found) == len(atlas.donnees.vocabulaires["themes"].ids)


def test_commune_without_any_is_told_what_is_next_door(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a=helps("eau", commune="schaerbeek"))
    context = next(p.contexte for p in themes.pages(atlas, "fr") if p.adresse == "fr/themes/eau/")
    without = {commune.slug: [near.slug for near in found] for commune, found in context["sans"]}
    assert "schaerbeek" not in without
    assert len(without) == 18
    assert without["evere"] == ["schaerbeek"]
    assert without["uccle"] == []


def test_theme_in_a_commune_counts_what_is_next_door(atlas_of: Callable[..., Atlas]) -> None:
    here = {f"f{n}": helps("eau", commune="evere") for n in range(SEUIL_THEME_COMMUNE)}
    atlas = atlas_of(a=helps("eau", commune="schaerbeek"), b=helps("eau", commune="uccle"), **here)
    context = next(p.contexte for p in themes.pages(atlas, "fr") if p.adresse == "fr/themes/eau/evere/")
    assert [(commune.slug, count) for commune, count in context["a_cote"]] == [("schaerbeek", 1)]


def test_a_theme_too_long_for_a_phone_leads_to_the_pages_of_communes(
    atlas_of: Callable[..., Atlas], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = {f"f{n}": helps("eau", commune="evere") for n in range(SEUIL_THEME_COMMUNE)}
    atlas = atlas_of(alone=helps("eau"), **here)
    page = {}
    for most in (len(atlas.entrees), len(atlas.entrees) - 1):
        monkeypatch.setattr(themes, "FICHES_MAX", most)
        (page[most],) = (p for p in themes.pages(atlas, "fr") if p.adresse == "fr/themes/eau/")
    groups = [
        [(g.commune.slug, g.nombre, len(g.entrees), g.apart) for g in p.contexte["groupes"]] for p in page.values()
    ]
    assert groups == [
        [("evere", 3, 3, False), ("uccle", 1, 1, False)],
        [("evere", 3, 0, True), ("uccle", 1, 1, False)],
    ]
    html = rendered(atlas, [page[most]])["fr/themes/eau/index.html"]
    assert html.count('<a href="../../../fr/themes/eau/evere/">') == 2  # among the communes, and where its cards were
    assert re.findall(r'data-fiche="(\w+)"', html) == ["alone"]
