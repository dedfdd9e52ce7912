"""How soon a slow phone shows something: every kind of page, three times, medians (line 36 of the requirements).

    make bench-navigateur

The profile is ours: 400 kbit/s, 400 ms of latency, a processor four times slower, nothing cached. Times depend on the
machine: they are printed and written to `.carte/navigateur.json`, and no test reads them.
"""

import json
import statistics
import tempfile
from pathlib import Path
from typing import Any

from commun import MESURES, one_of_each, published
from playwright.sync_api import Browser, sync_playwright

TOURS = 3
DEBIT = 400_000 / 8
"""Bytes a second."""
LATENCE = 400
"""Milliseconds."""
PROCESSEUR = 4
FCP_MAX = 1400
"""Milliseconds: our budget."""
FCP = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


def measured(browser: Browser, url: str) -> dict[str, float]:
    """Return one reading of a page: `fcp` in milliseconds, `octets` on the wire, `requetes`."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2, locale="fr-BE")
    page = context.new_page()
    session = context.new_cdp_session(page)
    finished: list[dict[str, Any]] = []
    session.on("Network.loadingFinished", lambda event: finished.append(event))  # Playwright marks what it calls
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    limits = {"offline": False, "latency": LATENCE, "downloadThroughput": DEBIT, "uploadThroughput": DEBIT}
    session.send("Network.emulateNetworkConditions", limits)
    session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSEUR})
    page.goto(url, wait_until="networkidle", timeout=120_000)
    page.wait_for_function(f"({FCP}) !== null")
    reading = {
        "fcp": float(page.evaluate(FCP)),
        "octets": sum(event["encodedDataLength"] for event in finished),
        "requetes": len(finished),
    }
    context.close()
    return reading


def main() -> None:
    """Print and write the medians."""
    from installer import ouvrir

    results: dict[str, dict[str, float]] = {}
    print(f"{'page':>18} {'FCP (ms)':>9} {'octets':>8} {'requêtes':>9}")
    with tempfile.TemporaryDirectory() as folder, published(Path(folder)) as (url, site), sync_playwright() as play:
        browser = ouvrir(play)
        for kind, address in one_of_each(site).items():
            readings = [measured(browser, url + address) for _ in range(TOURS)]
            found = {key: statistics.median(reading[key] for reading in readings) for key in readings[0]}
            results[kind] = found
            late = "  au-delà du budget" if found["fcp"] > FCP_MAX else ""
            print(f"{kind:>18} {found['fcp']:9.0f} {found['octets']:8.0f} {found['requetes']:9.0f}{late}", flush=True)
        browser.close()
    MESURES.mkdir(exist_ok=True)
    (MESURES / "navigateur.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
