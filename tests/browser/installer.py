"""Makes sure that a Chromium is there for the tests, and opens it. As a script: exit code 1 and a reason where none is.

In this order: Playwright's own if it is there or can be fetched, else the system's, else Debian's package when we may
install it. Playwright's own and the first of the names below draw no window around a page: a page then costs a third
of the time, which is most of what the tests take. A missing browser is an error, never a skipped test.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

SANS_FENETRE = "chromium-headless-shell"
NOMS = (SANS_FENETRE, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = ["--no-sandbox", "--disable-dev-shm-usage"]
"""Containers run as root, without user namespaces and with a small /dev/shm."""
DEBIAN = ("apt-get", "install", "--yes", "--no-install-recommends")
PATIENCE = 600
"""Seconds after which a download is given up."""


def systeme() -> str | None:
    """The path of the system's Chromium."""
    return next((path for name in NOMS if (path := shutil.which(name))), None)


def ouvrir(playwright: Playwright) -> Browser:
    """Return a running browser: Playwright's own, else the system's. PlaywrightError where there is neither."""
    try:
        return playwright.chromium.launch(args=OPTIONS)
    except PlaywrightError:
        path = systeme()
        if path is None:
            raise
        return playwright.chromium.launch(executable_path=path, args=OPTIONS)


def presente() -> bool:
    """Whether Playwright's own Chromium has been fetched already."""
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    folder = own.parents[2]
    return own.exists() or any(folder.glob("chromium_headless_shell-*/INSTALLATION_COMPLETE"))


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, timeout=PATIENCE, capture_output=True, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def installer() -> bool:
    """Install a Chromium if need be; return whether one is there."""
    if presente() or _run(sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"):
        return True
    if not shutil.which(SANS_FENETRE) and os.geteuid() == 0 and shutil.which("apt-get"):
        _run("apt-get", "update")
        if not _run(*DEBIAN, SANS_FENETRE) and systeme() is None:
            _run(*DEBIAN, "chromium")
    return systeme() is not None


def principal() -> int:
    """Install, try it once, and say what is wrong."""
    if not installer():
        sys.stderr.write(
            "Aucun Chromium : ni celui de Playwright, ni celui du système. Installez le paquet « chromium ».\n"
        )
        return 1
    try:
        with sync_playwright() as playwright:
            ouvrir(playwright).close()
    except PlaywrightError as error:
        sys.stderr.write(f"Chromium est là mais ne s'ouvre pas : {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(principal())
