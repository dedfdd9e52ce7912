"""The first screen of a small phone answers: who, what, open or not, how to reach it, how to get in.

Every real record, in every language, with the exit bar of flagged themes where there is one.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE

CACHEES = """() => {
  const bar = document.querySelector('.sortie-bloc');
  const top = bar ? bar.getBoundingClientRect().bottom : 0;
  const parts = {
    nom: 'h1', fait: '.chapeau .resume', etat: '[data-etat-fiche]', joindre: '.essentiel > :first-child',
    lieu: '.essentiel > :nth-child(2)', acces: '.essentiel .acces',
  };
  return Object.entries(parts).filter(([, selector]) => {
    const element = document.querySelector(selector);
    if (!element || !element.textContent.trim()) return true;
    const box = element.getBoundingClientRect();
    return box.top < top || box.bottom > innerHeight || box.height < 10;
  }).map(([part, selector]) => [part, Math.round(document.querySelector(selector)?.getBoundingClientRect().bottom)]);
}"""


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_every_record_answers_in_its_first_screen(
    contexte: Callable[..., BrowserContext], adresse: str, atlas: Atlas, langue: str
) -> None:
    page = contexte(viewport={"width": 360, "height": 640}).new_page()
    missing = {}
    for entree in atlas.entrees:
        page.goto(f"{adresse}{langue}/organisations/{entree.id}/")
        if found := page.evaluate(CACHEES):
            missing[entree.id] = found
        if entree.telephones:
            first = page.locator(".essentiel > :first-child a").first
            assert first.get_attribute("href") == f"tel:{entree.telephones[0].numero.appel}", entree.id
    assert missing == {}
