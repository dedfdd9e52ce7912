"""Our search beside Pagefind, MiniSearch and Orama: the same records, the same words, on a slow phone.

    make bench-recherche                    the real records, 200, 2 000 and 10 000 invented ones
    make bench-recherche-100k               ours alone among 100 000, in French: a build of some twenty minutes

Each engine finds the same documents (`documents.py`), as its own guide has it (`pairs/`), in French; ours is the
search page of a built site. Three rounds, in each of which every engine is visited once; medians. One visit before
them, without limits, counts for nothing but bytes: where those alone would take more than `PATIENCE`, no slow phone
waits for them.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import nous
import qualite
import recit
import yaml
from commun import served
from corpus import JOUR, write_project
from documents import documents, is_answered, judged
from installer import ouvrir
from navigateur import DEBIT
from playwright.sync_api import Browser, sync_playwright
from telephone import PATIENCE, visit

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.loading.project import read_project
from carte_sociale.model.fields import LANGUES_DU_SITE

ICI = Path(__file__).parent
RACINE = ICI.parents[1]
PAIRS = ("pagefind", "minisearch", "orama")
NOUS = {"nous": "fr", "nous-3": "fr,nl,en"}
"""Ours, by the languages of the site: words of the other languages come after the first results."""
TOURS = 3


@dataclass(frozen=True, slots=True)
class Essai:
    """What is visited: a folder that is served, the address of its page, and the files of its index, in bytes."""

    dossier: Path
    adresse: str
    index: int


def built(name: str, project: Path, atlas: Atlas[Any], folder: Path) -> Essai:
    """Write the index of an engine, and the page that searches it."""
    site = folder / name
    if name in NOUS:
        command = nous.construire(project, site, NOUS[name], jour=None if project == RACINE else JOUR)
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder / f"cache-{name}")}
        subprocess.run(command, check=True, env=environment, capture_output=True)
        return Essai(site, "fr/recherche/", _size(site / routes.INDEX))
    return _indexed(name, atlas, "fr", site)


def _indexed(name: str, atlas: Atlas[Any], langue: str, site: Path) -> Essai:
    source = site.with_suffix(".json")
    source.write_text(json.dumps(documents(atlas, langue)), encoding="utf-8")
    program = ICI / "pairs" / "indexer.mjs"
    options = ["--max-old-space-size=12000", str(program), name, langue, str(source), str(site)]
    subprocess.run([str(qualite.NODE), *options], check=True)
    page = sum((site / file).stat().st_size for file in ("index.html", "page.js", "moteur.js"))
    return Essai(site, "", _size(site) - page)


def _size(folder: Path) -> int:
    """Bytes of an index on disk; of Pagefind's interfaces, which no page here loads, none."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files if not {"ui", "highlight"} & set(path.stem.split("-")))


def compare(fiches: int, names: list[str], folder: Path) -> dict[str, Any]:
    """Build and visit every engine for some records; return the readings by engine."""
    project = folder / "projet" if fiches else RACINE
    if fiches:
        write_project(project, fiches)
    atlas = build_atlas(read_project(project))
    tried: dict[str, Essai] = {}
    found: dict[str, Any] = {}
    for name in names:
        try:
            tried[name] = built(name, project, atlas, folder)
        except subprocess.CalledProcessError as failed:  # at 100,000 records, a text longer than JavaScript's may be
            print(f"  {name} : {failed}", file=sys.stderr)
        found[name] = {"index": tried[name].index if name in tried else None, "tours": []}
    with sync_playwright() as play:
        browser = ouvrir(play)
        for tour in range(TOURS + 1):
            for name, essai in tried.items():
                if not _hopeless(found[name]):
                    found[name]["tours" if tour else "essai"] = _visited(browser, essai, found[name]["tours"], tour)
            said = _said({name: found[name] for name in tried})
            print(f"  {recit.size_of(fiches, len(atlas.entrees))}, tour {tour} : {said}", flush=True)
        browser.close()
    return {"fiches": fiches, "nombre": len(atlas.entrees), "moteurs": found}


def _visited(browser: Browser, essai: Essai, before: list[Any], tour: int) -> Any:
    with served(essai.dossier) as url:
        reading = visit(browser, url + essai.adresse, slow=tour > 0)
    return [*before, reading] if tour else reading


def _hopeless(found: dict[str, Any]) -> bool:
    """Whether the bytes alone, or the round before, took more than `PATIENCE`."""
    if found["tours"] and found["tours"][-1]["secondes"] is None:
        return True
    return "essai" in found and found["essai"]["octets"] / DEBIT > PATIENCE


def _said(found: dict[str, Any]) -> str:
    last = {name: (figures["tours"] or [figures["essai"]])[-1] for name, figures in found.items()}
    return ", ".join(f"{name} {reading['secondes'] or PATIENCE:.2f} s" for name, reading in last.items())


def judge(names: list[str], folder: Path) -> dict[str, dict[str, float]]:
    """Return the share of the queries, 0 to 1, that each engine answers in its first five: `reglage`, `temoin`.

    Ours twice, as a whole and by its records alone, which are judged as those of the others are; and five records that
    anybody might draw, since some themes are everywhere.
    """
    queries = yaml.safe_load((ICI / "requetes.yml").read_text(encoding="utf-8"))
    atlas = build_atlas(read_project(RACINE))
    records = judged(atlas)
    good: dict[str, list[float]] = {}
    if "nous" in names:
        good["nous"], good["nous-fiches"] = _ours(atlas, queries, records, folder)
    good |= {name: _theirs(name, atlas, queries, records, folder) for name in names if name in PAIRS}
    good["hasard"] = [_by_chance(query["attend"], records) for query in queries]
    held = [bool(query.get("temoin")) for query in queries]
    return {
        name: {
            part: statistics.mean(ok for ok, apart in zip(oks, held, strict=True) if apart == wanted)
            for part, wanted in (("reglage", False), ("temoin", True))
        }
        for name, oks in good.items()
    }


def _by_chance(expected: dict[str, list[str]], records: dict[str, Any]) -> float:
    """How likely five records drawn at random answer a query."""
    wrong = sum(not is_answered(expected, [id_], records) for id_ in records)
    return 1 - math.comb(wrong, qualite.PREMIERES) / math.comb(len(records), qualite.PREMIERES)


def _ours(
    atlas: Atlas[Any], queries: list[dict[str, Any]], records: dict[str, Any], folder: Path
) -> tuple[list[float], list[float]]:
    data = qualite.data(atlas)
    path = folder / "nous.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    pairs = list(zip(queries, qualite.answers(path, queries)["reponses"], strict=True))
    whole = [float(qualite.is_answered(query, reply["premieres"], data["fiches"])) for query, reply in pairs]
    return whole, [float(is_answered(query["attend"], reply["fiches"], records)) for query, reply in pairs]


def _theirs(
    name: str, atlas: Atlas[Any], queries: list[dict[str, Any]], records: dict[str, Any], folder: Path
) -> list[float]:
    """What another engine answers: each query to the index of its language."""
    good: dict[int, float] = {}
    with sync_playwright() as play:
        browser = ouvrir(play)
        for langue in LANGUES_DU_SITE:
            essai = _indexed(name, atlas, langue, folder / f"{name}-{langue}")
            with served(essai.dossier) as url:
                page = browser.new_page()
                page.goto(url)
                for rank, query in enumerate(queries):
                    if query["langue"] == langue:
                        ids = page.evaluate("async (q) => (await trouver(q)).map(({ id }) => id)", query["q"])
                        good[rank] = float(is_answered(query["attend"], ids, records))
        browser.close()
    return [good[rank] for rank in range(len(queries))]


def main() -> None:
    """Compare at every size, and write what was measured."""
    parser = argparse.ArgumentParser(description="Compare notre recherche à celle d'autres moteurs.")
    sizes = [recit.REELLES, 200, 2000, 10_000]
    parser.add_argument("--fiches", type=int, nargs="+", default=sizes, help="0 : les vraies fiches")
    parser.add_argument("--avec", nargs="+", default=[*NOUS, *PAIRS], choices=[*NOUS, *PAIRS])
    given = parser.parse_args()
    for fiches in given.fiches:
        with tempfile.TemporaryDirectory() as folder:
            recit.keep(fiches, compare(fiches, given.avec, Path(folder)))
    if recit.REELLES in given.fiches:
        with tempfile.TemporaryDirectory() as folder:
            recit.keep_quality(judge(given.avec, Path(folder)))
    recit.write()


if __name__ == "__main__":
    main()
