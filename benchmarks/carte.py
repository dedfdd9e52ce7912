"""The moving map with 10,000 records: what it weighs, how soon it is there, and how smoothly it moves.

    make bench-carte

The map is dragged to and fro and brought closer, on this machine and with a processor four times slower; a frame is
the time from one picture to the next (16.7 ms at best). No graphics card: pictures are made by the processor.
"""

import argparse
import gzip
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import nous
import resultats
from commun import served
from corpus import JOUR
from playwright.sync_api import Page, sync_playwright

CORPUS = Path(__file__).with_name("corpus.py")
FICHES = 10_000
OCTETS_MAX = 200_000
"""Bytes that the map may cost, on the wire."""
LENTEURS = (1, 4)
PRETE = "[data-carte=prete]"


def moved(page: Page) -> list[float]:
    """Drag the map four times and come closer twice between; return the milliseconds of every frame."""
    page.evaluate(
        """() => {
          window.images = [];
          let avant = performance.now();
          const suivre = (la) => { window.images.push(la - avant); avant = la; requestAnimationFrame(suivre); };
          requestAnimationFrame(suivre);
        }"""
    )
    box = page.locator(".plan__carte").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for zoom in range(3):
        for way in (1, -1):
            page.mouse.move(x, y)
            page.mouse.down()
            page.mouse.move(x + way * box["width"] * 0.4, y + way * box["height"] * 0.3, steps=40)
            page.mouse.up()
            page.wait_for_timeout(300)
        if zoom < 2:
            page.click(".plan__commandes button >> nth=0")
            page.wait_for_timeout(400)
    frames: list[float] = page.evaluate("window.images")
    return frames[2:]


def measured(url: str, slowness: int) -> dict[str, Any]:
    """Return one reading: `octets` of the map alone, `prete` in milliseconds after the list was there, `images`."""
    from installer import ouvrir

    with sync_playwright() as play:
        browser = ouvrir(play)
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        bodies: list[bytes] = []
        page.on("response", lambda response: bodies.append(response.body()) if _of_the_map(response.url) else None)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowness})
        page.goto(f"{url}fr/carte/", timeout=120_000)
        page.wait_for_selector(PRETE, timeout=120_000)
        ready = page.evaluate("performance.now() - performance.timing.domInteractive + performance.timeOrigin")
        page.wait_for_timeout(1000)
        page.locator(".plan__carte").scroll_into_view_if_needed()
        found = {
            "octets": sum(len(gzip.compress(body, 6, mtime=0)) for body in bodies),
            "prete": ready,
            "images": moved(page),
            "marques": page.locator(".leaflet-marker-pane [role=button]").count(),
        }
        browser.close()
    return found


def _of_the_map(url: str) -> bool:
    name = url.rpartition("/")[2]
    return "/recherche/" in url or name.startswith("plan-")


def main() -> None:
    """Print the readings."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", type=Path, help="a site that was built already")
    asked = parser.parse_args()
    print(f"{resultats.machine()}. {FICHES} fiches.")
    with tempfile.TemporaryDirectory() as folder, served(asked.site or _built(Path(folder))) as url:
        for slowness in LENTEURS:
            reading = measured(url, slowness)
            frames = sorted(reading["images"])
            over = " (au-delà du budget)" if reading["octets"] > OCTETS_MAX else ""
            print(
                f"processeur ÷ {slowness} : {reading['octets'] / 1000:.0f} kB{over}, "
                f"prête en {reading['prete'] / 1000:.2f} s, {len(frames)} images, "
                f"médiane {statistics.median(frames):.1f} ms, 95 % en {frames[int(len(frames) * 0.95)]:.1f} ms, "
                f"la pire {frames[-1]:.0f} ms, {reading['marques']} repères"
            )


def _built(folder: Path) -> Path:
    corpus, site = folder / "corpus", folder / "site"
    subprocess.run([sys.executable, str(CORPUS), str(corpus), "--fiches", str(FICHES)], check=True)
    subprocess.run(nous.construire(corpus, site, "fr", folder / "mesures.json", jour=JOUR), check=True)
    return site


if __name__ == "__main__":
    main()
