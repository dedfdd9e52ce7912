"""Sources of the theme to what a browser reads: one script and one style sheet a name, bundled and made small.

esbuild does it in a fortieth of a second. It comes from npm at a pinned version, and its program runs without Node.
An installed wheel carries the result instead (`hatch_build.py`).
"""

import subprocess
import tempfile
from pathlib import Path

PRETS = "bundles"
"""Folder of a wheel's theme that holds the bundles; a checkout has none."""
COMMUN = "carte"
"""Name of the style sheet of every page; the others are those of `theme/components/NAME/NAME.css` that stand alone."""
FEUILLES_A_PART = frozenset({"carte-quartier", "guide", "liste", "papier", "recherche", "tableau"})
"""Components that few pages show: their style is a sheet of its own."""
FEUILLES_COMMUNES = {
    "trouver": ("accueil", "besoins", "chercher", "endroits", "glossaire", "lettres", "lignes", "sommaire"),
}
"""Sheets of several components: what the pages that lead to a record share, and the record itself has no use for."""
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
        sheet.write_text("\n".join(part.read_text(encoding="utf-8").strip() for part in parts), encoding="utf-8")
        sheets.append(sheet)
    entries = [*sorted((theme / "scripts").glob("*.js")), *sheets]
    outputs = [f"{entry.stem}={entry}" for entry in entries]
    options = ["--bundle", "--minify", "--format=iife", "--charset=utf8", f"--target={_CIBLE}", "--log-level=error"]
    command = [_esbuild(theme), *outputs, *options, f"--outdir={dossier / 'pret'}"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise ThemeIllisible(done.stderr.strip())


def style_sources(theme: Path) -> dict[str, list[Path]]:
    """Return the sources of every style sheet: `assets/*.css` in the order of their names, then each component's."""
    components = {path.parent.name: path for path in sorted((theme / "components").glob("*/*.css"))}
    named = {sheet: [sheet] for sheet in FEUILLES_A_PART} | FEUILLES_COMMUNES
    apart = {
        sheet: [components[name] for name in names if name in components] for sheet, names in sorted(named.items())
    }
    elsewhere = {path for parts in apart.values() for path in parts}
    common = sorted((theme / "assets").glob("*.css"))
    common += [path for path in components.values() if path not in elsewhere]
    return {COMMUN: common} | {sheet: parts for sheet, parts in apart.items() if parts}


def _esbuild(theme: Path) -> str:
    found = next((theme.parent / "node_modules" / "@esbuild").glob("*/bin/esbuild"), None)
    if found is None:
        raise ThemeIllisible("node_modules/@esbuild : lancez `make site`, qui l'installe")
    return str(found)
