"""A walk through a page with the Tab key."""

from playwright.sync_api import Page

FOCALISABLES = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter((e) => e.tabIndex >= 0 && e.getClientRects().length)
  .filter((e) => e.checkVisibility({ visibilityProperty: true })).length"""
OU = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  window.__rangs ??= new Map([...document.querySelectorAll('*')].map((node, rank) => [node, rank]));
  const style = getComputedStyle(e);
  return [window.__rangs.get(e), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0];
}"""


def avancer(page: Page, times: int) -> None:
    """Press Tab so many times: always forward in the order of reading, always seen."""
    stops = []
    for _ in range(times):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(OU))
    assert None not in stops
    ranks = [rank for rank, _ in stops]
    assert ranks == sorted(set(ranks))
    assert [rank for rank, outlined in stops if not outlined] == []
