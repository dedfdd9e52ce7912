"""Lighthouse on every kind of page, as published, on its slow-phone profile; exit code 1 where a bar is missed.

    make bench-lighthouse [PAGES="accueil urgence"]

`benchmarks/package.json` pins Lighthouse; neither `make site` nor `make test` installs it. The performance of a page is
the median of as many rounds as `TOURS` says; the other categories do not vary.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from commun import MESURES, one_of_each, published
from playwright.sync_api import sync_playwright

ICI = Path(__file__).parent
TOURS = int(os.environ.get("TOURS", "1"))
SEUILS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}
OPTIONS = "--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu"


def audited(url: str, chromium: str) -> dict[str, Any]:
    """Return Lighthouse's report on a page. CalledProcessError where it cannot read it."""
    program = ICI / "node_modules" / "lighthouse" / "cli" / "index.js"
    node = Path(sys.executable).with_name("node")
    options = ["--output=json", "--quiet", f"--only-categories={','.join(SEUILS)}", f"--chrome-flags={OPTIONS}"]
    environment = {**os.environ, "CHROME_PATH": chromium}
    command = [str(node), str(program), url, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=300)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def scores(reports: list[dict[str, Any]]) -> dict[str, int]:
    """Return the scores of a page, 0 to 100, by category."""
    return {
        name: round(100 * statistics.median(report["categories"][name]["score"] or 0 for report in reports))
        for name in SEUILS
    }


def faults(report: dict[str, Any], categories: list[str]) -> list[str]:
    """Return what lowers the score of these categories: audit, and the elements that it names."""
    found = []
    for name in categories:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = audit.get("details", {}).get("items", [])[:2]
                seen = [item.get("node", {}).get("snippet", "") for item in items]
                found.append(f"{name} : {audit['id']} ({audit['score']}) {audit.get('displayValue', '')} {seen}")
    return found


def chromium() -> str:
    """The path of a Chromium: the system's, else Playwright's own."""
    from installer import systeme

    with sync_playwright() as play:
        return systeme() or play.chromium.executable_path


def main() -> int:
    """Print a table, write it to `.carte/lighthouse.json`, and say what misses a bar."""
    wanted = sys.argv[1:]
    browser = chromium()
    results: dict[str, dict[str, int]] = {}
    missed = 0
    print(f"{'page':>18} " + " ".join(f"{name:>15}" for name in SEUILS))
    with tempfile.TemporaryDirectory() as folder, published(Path(folder)) as (url, site):
        for kind, address in one_of_each(site).items():
            if wanted and kind not in wanted:
                continue
            reports = [audited(url + address, browser) for _ in range(TOURS)]
            results[kind] = scores(reports)
            low = [name for name, bar in SEUILS.items() if results[kind][name] < bar]
            missed += bool(low)
            print(f"{kind:>18} " + " ".join(f"{score:>15}" for score in results[kind].values()), flush=True)
            for fault in faults(reports[0], low):
                print(f"{'':>18} {fault}", flush=True)
    MESURES.mkdir(exist_ok=True)
    (MESURES / "lighthouse.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
