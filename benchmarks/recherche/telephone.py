"""A slow phone that opens a search page and types: what it receives and waits for, and how long its processor works.

400 kbit/s, 400 ms of latency, a processor four times slower, nothing cached. Seconds run from the first key, with
which an index begins to load, to the first results shown; a key's milliseconds are all that the page's thread does for
it. Keys are typed once everything is there, and once more on a page that was just opened, as its index comes.
"""

import statistics
from typing import Any

from navigateur import DEBIT, LATENCE, PROCESSEUR
from playwright.sync_api import Browser, CDPSession, Page

DEMANDE = "colis alimentaires"
"""What is asked first, all at once: an answer in every engine, at every size."""
REQUETE = "medecin sans papiers"
"""What is typed then, key by key: twenty letters, as people type them."""
PATIENCE = 180
"""Seconds after which nobody waits any longer."""
CALME = 250
"""Milliseconds without a request after which a page has all that it fetches."""
REPOS = 25
"""Milliseconds of work during them below which a page has nothing left to prepare."""
FRAPPE = 120
"""Milliseconds between two keys of somebody who types fast."""
GUET = """window.taches = [];
new PerformanceObserver((l) => l.getEntries().forEach((e) => taches.push(e.duration))).observe({ type: "longtask" });
window.attentes = [];
window.retards = [];
addEventListener("input", ({ timeStamp }) => {
  retards.push(performance.now() - timeStamp);
  if (!window.asynchrone) attentes.push(performance.now() - timeStamp);
});"""
PREMIERS = """([mots, patience]) => new Promise((dire) => {
  const racine = document.documentElement;
  const champ = document.querySelector("#q");
  const debut = performance.now();
  const fin = () => requestAnimationFrame(() => dire(performance.now() - debut));
  new MutationObserver(() => racine.dataset.recherche === "prete" && fin()).observe(racine, { attributes: true });
  setTimeout(() => dire(null), patience * 1000);
  window.taches.length = 0;
  champ.focus();
  champ.value = mots;
  if (champ.form) champ.form.requestSubmit();
  else champ.dispatchEvent(new Event("input"));
})"""


class _Wire:
    """What a page receives: bytes so far, requests that are under way."""

    def __init__(self, session: CDPSession) -> None:
        self._bytes: dict[str, float] = {}
        self._open: set[str] = set()
        session.on("Network.requestWillBeSent", lambda event: self._open.add(event["requestId"]))
        session.on("Network.dataReceived", self._received)
        for name in ("Finished", "Failed"):
            session.on(f"Network.loading{name}", self._ended)
        session.send("Network.enable")

    def _received(self, event: dict[str, Any]) -> None:
        id_ = event["requestId"]
        self._bytes[id_] = self._bytes.get(id_, 0) + event["encodedDataLength"]

    def _ended(self, event: dict[str, Any]) -> None:
        self._open.discard(event["requestId"])
        if "encodedDataLength" in event:
            self._bytes[event["requestId"]] = event["encodedDataLength"]

    @property
    def octets(self) -> float:
        return sum(self._bytes.values())

    def settle(self, page: Page) -> None:
        """Wait until nothing is under way, `PATIENCE` at most."""
        for _ in range(PATIENCE * 1000 // CALME):
            page.wait_for_timeout(CALME)
            if not self._open:
                return

    def rest(self, page: Page, session: CDPSession) -> None:
        """Wait until the page also has nothing left to prepare of what it received."""
        for _ in range(PATIENCE * 1000 // CALME):
            start = _worked(session)
            self.settle(page)
            if _worked(session) - start < REPOS:
                return


def visit(browser: Browser, url: str, *, slow: bool = True) -> dict[str, Any]:
    """Return one reading of a search page; `secondes` is None where nothing came within `PATIENCE`.

    `page`: bytes before the first key. `octets`: bytes from it to the first results; `suite`: bytes after them.
    `secondes` to the first results. `touche`, `pire`: milliseconds of work a key, median and worst, less what
    the page does when nobody types. `attente`, `longue`: milliseconds from a key to its results, median and worst.
    `tache`: milliseconds of the longest task from the first key until all was loaded. `retard`: the longest that a key
    waits for the page's thread while the index comes, on a page that was just opened.
    """
    page, session, wire = _opened(browser, url, slow)
    before = wire.octets
    spent = page.evaluate(PREMIERS, [DEMANDE, PATIENCE])
    first = wire.octets - before
    found: dict[str, Any] = {"page": before, "octets": first, "secondes": spent and spent / 1000}
    if spent is not None:
        wire.rest(page, session)
        found |= {"suite": wire.octets - before - first, "tache": max(page.evaluate("taches"), default=0)}
        found |= _typed(page, session, wire)
    page.context.close()
    return found | ({"retard": _delay(browser, url, slow)} if spent is not None else {})


def _opened(browser: Browser, url: str, slow: bool) -> tuple[Page, CDPSession, _Wire]:
    """A search page that has all that it fetches before the first key."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2, locale="fr-BE")
    page = context.new_page()
    session = context.new_cdp_session(page)
    wire = _Wire(session)
    page.add_init_script(GUET)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})  # whatever else the machine does
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    if slow:
        limits = {"offline": False, "latency": LATENCE, "downloadThroughput": DEBIT, "uploadThroughput": DEBIT}
        session.send("Network.emulateNetworkConditions", limits)
        session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSEUR})
    page.goto(url, timeout=120_000)
    wire.settle(page)
    return page, session, wire


def _delay(browser: Browser, url: str, slow: bool) -> float:
    """The longest that a key waits, of two queries typed one after the other as soon as the page is there."""
    page, _, _ = _opened(browser, url, slow)
    page.focus("#q")
    for query in (REQUETE, DEMANDE):
        page.evaluate("document.querySelector('#q').value = ''")
        page.keyboard.type(query, delay=FRAPPE)
    longest: float = max(page.evaluate("retards"))
    page.context.close()
    return longest


def _typed(page: Page, session: CDPSession, wire: _Wire) -> dict[str, Any]:
    """What the keys of the query cost, typed one by one once everything is there."""
    page.evaluate("document.querySelector('#q').value = ''")
    page.focus("#q")
    idle = statistics.median(_work(page, session, wire, "") for _ in range(5))
    page.evaluate("attentes.length = 0")
    spent = [_work(page, session, wire, letter) - idle for letter in REQUETE]
    waits = page.evaluate("attentes")
    typed = {"touche": statistics.median(spent), "pire": max(spent)}
    return typed | {"attente": statistics.median(waits), "longue": max(waits)}


def _work(page: Page, session: CDPSession, wire: _Wire, key: str) -> float:
    """Milliseconds that the page's main thread works for a key, or for none."""
    start = _worked(session)
    if key:
        page.keyboard.type(key)
    wire.settle(page)
    return _worked(session) - start


def _worked(session: CDPSession) -> float:
    """Milliseconds that the main thread has worked so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * metric["value"] for metric in metrics if metric["name"] == "TaskDuration")
