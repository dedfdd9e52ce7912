"""Sources of the theme to what a browser reads: one script and one style sheet a name, bundled and made small.

esbuild does it in a fortieth of a second. It comes from npm at a pinned version, and its program runs without Node.
An installed wheel carries the result instead (`hatch_build.py`).
"""

import os
import subprocess
import tempfile
from pathlib import Path

PRETS = "bundles"
"""Folder of a wheel's theme that holds the bundles; a checkout has none."""
COMMUN = "carte"
"""Name of the style sheet of every page; the others are those of `theme/components/NAME/*.css` that stand alone."""
FEUILLES_A_PART = frozenset({"comparaison", "danger", "fils", "liste", "mot", "papier", "recherche", "tableau"})
"""Components that few pages show: their style is a sheet of its own."""
FEUILLES_COMMUNES = {
    "carte-quartier": ("couleurs-carte", "carte-quartier", "couverture"),
    "guide": ("comparaison", "danger", "fils", "guide", "mot"),
    "plan": ("couleurs-carte", "plan"),
    "professionnels": ("interlocuteurs", "nouvelles", "sommaire"),
    "reseau": ("element",),
    "trouver": ("accueil", "besoins", "chercher", "endroits", "glossaire", "lettres", "lignes", "sommaire"),
}
"""Sheets of several components: what the pages that lead to a record share, and the record itself has no use for; the
palette of maps with each of the two kinds of map; what few pages show, with the guide that shows all of it."""
FEUILLES_TIERCES = {"plan": ("leaflet/dist/leaflet.css",)}
"""Sheets of npm packages that a sheet of ours begins with. Their pictures are left out: we show none of them."""
_CIBLE = "es2018"
"""What browsers of phones that are eight years old understand."""

Bundles = dict[str, bytes]
"""What was bundled, by file name: `fiche.js`, `carte.css`."""


class ThemeIllisible(OSError):
    """A source of the theme is broken, or what bundles it is not installed; the message says which."""


def bundles(theme: Path) -> Bundles:
    """Return the bundles of a theme. ThemeIllisible where it cannot be."""
    ready = theme / PRETS
    if ready.is_dir():
        return {path.name: path.read_bytes() for path in sorted(ready.iterdir())}
    with tempfile.TemporaryDirectory(prefix="carte-sociale-") as folder:
        make_bundles(theme, Path(folder))
        return {path.name: path.read_bytes() for path in sorted(Path(folder).glob("pret/*"))}


def make_bundles(theme: Path, dossier: Path) -> None:
    """Bundle a theme into `dossier/pret`. ThemeIllisible where it cannot be."""
    sheets = []
    for name, parts in style_sources(theme).items():
        sheet = dossier / f"{name}.css"
        first = [f'@import "{part}";' for part in FEUILLES_TIERCES.get(name, ())]
        text = "\n".join([*first, *(part.read_text(encoding="utf-8").strip() for part in parts)])
        sheet.write_text(text, encoding="utf-8")
        sheets.append(sheet)
    entries = [*sorted((theme / "scripts").glob("*.js")), *sheets]
    outputs = [f"{entry.stem}={entry}" for entry in entries]
    options = ["--bundle", "--minify", "--format=iife", "--charset=utf8", f"--target={_CIBLE}", "--log-level=error"]
    command = [_esbuild(theme), *outputs, *options, "--loader:.png=empty", f"--outdir={dossier / 'pret'}"]
    packages = {**os.environ, "NODE_PATH": str(theme.parent / "node_modules")}  # sheets stand outside the project
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=packages)
    if done.returncode:
        raise ThemeIllisible(done.stderr.strip())


def style_sources(theme: Path) -> dict[str, list[Path]]:
    """Return the sources of every style sheet: `assets/*.css` in the order of their names, then each component's."""
    found = sorted((theme / "components").glob("*/*.css"))
    named = {sheet: (sheet,) for sheet in FEUILLES_A_PART} | FEUILLES_COMMUNES
    apart = {
        sheet: [path for name in names for path in found if path.parent.name == name]
        for sheet, names in sorted(named.items())
    }
    elsewhere = {path for parts in apart.values() for path in parts}
    common = sorted((theme / "assets").glob("*.css"))
    common += [path for path in found if path not in elsewhere]
    return {COMMUN: common} | {sheet: parts for sheet, parts in apart.items() if parts}


def _esbuild(theme: Path) -> str:
    found = next((theme.parent / "node_modules" / "@esbuild").glob("*/bin/esbuild"), None)
    if found is None:
        raise ThemeIllisible("node_modules/@esbuild : lancez `make site`, qui l'installe")
    return str(found)
