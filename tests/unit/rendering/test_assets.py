"""What pages link to: bundled, small, named after its content, in the words of each language."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from carte_sociale.horaires import Feries
from carte_sociale.rendering import bundles as module
from carte_sociale.rendering.assets import gather_assets
from carte_sociale.rendering.bundles import ThemeIllisible, bundles, make_bundles, style_sources
from carte_sociale.rendering.places import theme_folder

FERIES = Feries(
    date(2026, 1, 1),
    date(2026, 12, 31),
    {date(2026, 12, 25): "noel"},
    {"noel": dict.fromkeys(("fr", "nl", "en"), "Noël")},
)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A small theme of its own, in a checkout that has esbuild."""
    root = tmp_path / "projet"
    for name, text in {
        "theme/assets/10-base.css": "b { color: blue }",
        "theme/assets/00-jetons.css": "a { color: red }",
        "theme/components/lieu/lieu.css": "c { color: red }",
        "theme/components/tableau/tableau.css": "d { color: red }",
        "theme/components/lieu/lieu.js": 'const _ = (t) => CARTE.mots[t];\nexport const dit = () => _("Accueil");',
        "theme/scripts/page.js": 'import { dit } from "../components/lieu/lieu.js";\ndocument.title = dit();',
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    shutil.copytree(theme_folder() / "locales", root / "theme" / "locales")
    (root / "node_modules").symlink_to(theme_folder().parent / "node_modules")
    return root / "theme"


def test_sheets_hold_their_parts_in_order_and_are_small(theme: Path) -> None:
    made = bundles(theme)
    assert made["carte.css"].strip() == b"a{color:red}b{color:#00f}c{color:red}"
    assert made["tableau.css"].strip() == b"d{color:red}"
    assert list(style_sources(theme)) == ["carte", "tableau"]


def test_sheet_of_several_components_is_apart_from_the_common_one(theme: Path) -> None:
    for name in ("lignes", "besoins"):
        (theme / "components" / name).mkdir()
        (theme / "components" / name / f"{name}.css").write_text(f".{name} {{ color: red }}", encoding="utf-8")
    sources = style_sources(theme)
    assert list(sources) == ["carte", "tableau", "trouver"]
    assert [path.parent.name for path in sources["trouver"]] == ["besoins", "lignes"]
    made = bundles(theme)
    assert made["trouver.css"].strip() == b".besoins,.lignes{color:red}"
    assert b".lignes" not in made["carte.css"]


def test_sheet_of_the_map_begins_with_leaflets_own_and_needs_no_picture(theme: Path) -> None:
    for folder, name in (("couleurs-carte", "couleurs-carte"), ("plan", "plan"), ("plan", "reperes")):
        (theme / "components" / folder).mkdir(exist_ok=True)
        (theme / "components" / folder / f"{name}.css").write_text(f".{name} {{ color: red }}", encoding="utf-8")
    sources = style_sources(theme)
    assert [path.name for path in sources["plan"]] == ["couleurs-carte.css", "plan.css", "reperes.css"]
    assert [path.name for path in sources["carte-quartier"]] == ["couleurs-carte.css"]
    made = bundles(theme)
    assert not {name for name in made if not name.endswith((".js", ".css"))}
    sheet = made["plan.css"].decode()
    assert ".leaflet-tile" in sheet
    assert sheet.strip().endswith(".couleurs-carte,.plan,.reperes{color:red}")
    assert set(re.findall(r"url\(([^)]*)\)", sheet)) <= {"", "#default#VML"}
    assert "@import" not in sheet
    assert b"leaflet" not in made["carte.css"]


def test_a_name_changes_with_the_content_alone(theme: Path) -> None:
    first, files = gather_assets(theme, FERIES)
    assert gather_assets(theme, FERIES) == (first, files)
    (theme / "components/lieu/lieu.css").write_text("c { color: blue }", encoding="utf-8")
    second, _ = gather_assets(theme, FERIES)
    assert second["fr"].feuilles["carte"] != first["fr"].feuilles["carte"]
    assert second["fr"].feuilles["tableau"] == first["fr"].feuilles["tableau"]
    assert second["fr"].scripts == first["fr"].scripts


def test_a_script_knows_the_words_of_its_language_and_the_holidays(theme: Path) -> None:
    assets, files = gather_assets(theme, FERIES)
    known = {}
    for langue, linked in assets.items():
        head, _, rest = files[linked.scripts["page"]].decode().partition(";\n")
        known[langue] = json.loads(head.removeprefix("(()=>{const CARTE="))
        assert "document.title" in rest
    assert known["nl"]["mots"] == {"Accueil": "Startpagina"}
    assert known["fr"]["mots"] == {}
    assert known["en"]["feries"] == {"2026-12-25": "noel"}
    assert known["fr"]["seuils"] == {
        "telephoner_mois": 6,
        "ancienne_mois": 12,
        "disponibilite_jours": 60,
        "detour": 1.3,
    }


def test_a_word_that_a_script_gets_later_is_translated(theme: Path) -> None:
    """`carte servir` builds many times in one process."""
    gather_assets(theme, FERIES)
    (theme / "components/lieu/lieu.js").write_text(
        'const _ = (t) => CARTE.mots[t];\nexport const dit = () => _("Langues");', encoding="utf-8"
    )
    assets, files = gather_assets(theme, FERIES)
    assert b'{"Langues":"Talen"}' in files[assets["nl"].scripts["page"]]


def test_what_a_wheel_carries_is_read_without_esbuild(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = bundles(theme)
    make_bundles(theme, theme.parent)
    (theme.parent / "pret").rename(theme / module.PRETS)
    (theme.parent / "node_modules").unlink()
    assert bundles(theme) == made


def test_a_broken_source_and_a_missing_program_are_said(theme: Path) -> None:
    script = theme / "scripts/page.js"
    script.write_text("const = 1", encoding="utf-8")
    with pytest.raises(ThemeIllisible, match=r"page\.js:1:6"):
        bundles(theme)
    (theme.parent / "node_modules").unlink()
    with pytest.raises(ThemeIllisible, match="make site"):
        bundles(theme)
