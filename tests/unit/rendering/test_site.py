import gc
import json
from collections.abc import Callable

import pytest
from tests.rendu import record_pages, rendered, rendering

from carte_sociale.atlas.atlas import Atlas

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}\"'&"


@pytest.fixture
def page(atlas_of: Callable[..., Atlas]) -> Callable[..., str]:
    """The page of one record, from its parts."""

    def one(langue: str = "fr", **parts: object) -> str:
        atlas = atlas_of(a=parts)
        return rendered(atlas, record_pages(atlas))[f"{langue}/organisations/a/index.html"]

    return one


def service(**parts: object) -> list[dict[str, object]]:
    return [{"id": "s", "nom": {"fr": "Accueil"}, "themes": ["eau"], **parts}]


def test_hostile_text_stays_text(page: Callable[..., str]) -> None:
    html = page(nom={"fr": HOSTILE}, resume={"fr": HOSTILE})
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "{{ 7*7 }}" in html
    assert html.count("</script>") == 1  # the structured data
    block = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(block)["name"] == HOSTILE


def test_fallback_is_marked_and_announced(page: Callable[..., str]) -> None:
    html = page(langue="en", resume={"nl": "Een warme plek"})
    assert '<span lang="nl">Een warme plek</span> <span class="repli">(text in Dutch)</span>' in html


def test_verification_is_dated_and_marked(page: Callable[..., str]) -> None:
    html = page(verification={"date": "2026-03-05", "role": "editeur", "moyen": "telephone"})
    assert 'data-verifie="2026-03-05"' in html
    assert 'Vérifié le <time datetime="2026-03-05">5 mars 2026</time>' in html
    assert "Après 6 mois, téléphonez avant de venir." in html


def test_hours_state_is_unknown_without_script(page: Callable[..., str]) -> None:
    html = page(services=service(horaires=[{"quand": "Mo-Fr 09:00-12:00"}]))
    assert 'data-ouverture="s" data-etat="inconnu"' in html
    assert "9:00 – 12:00" in html
    assert "que personne n'a vérifiée" in html
    assert 'data-horaire=\'["",null,""]\'' in html


def test_availability_shows_its_date_and_what_to_do(page: Callable[..., str]) -> None:
    waiting = {"etat": "complet", "date": "2026-10-01", "en_attendant": {"fr": "Appelez le 1733."}}
    html = page(services=service(disponibilite=waiting))
    assert '<time datetime="2026-10-01">1er octobre 2026</time>' in html
    assert "(après 60 jours, à redemander)" in html
    assert "Appelez le 1733." in html
    undated = page(services=service(disponibilite={"etat": "ouvert"}))
    assert "Nous ne le savons pas" in undated


def test_record_without_anything_says_so(page: Callable[..., str]) -> None:
    html = page()
    assert "fiche incomplète" in html
    assert "Nous ne connaissons pas encore ses services." in html


def test_fictional_record_is_labelled(page: Callable[..., str]) -> None:
    assert "exemple inventé" in page(fictif="oui")
    assert "exemple inventé" not in page()


def test_forty_services_all_show(page: Callable[..., str]) -> None:
    many = [{"id": f"s{n}", "nom": {"fr": f"Service {n}"}, "themes": ["eau"]} for n in range(40)]
    html = page(services=many)
    assert html.count('class="service"') == 40


def test_a_page_is_forgotten_as_soon_as_it_is_made(atlas_of: Callable[..., Atlas]) -> None:
    """A build looks for no circles of objects (`without_collections`), so that no page may leave any."""
    atlas = atlas_of(a={"services": service(horaires=[{"quand": "Mo-Fr 09:00-12:00"}])})
    rendu, pages = rendering(atlas), list(record_pages(atlas))
    for page in pages:
        rendu.fichier(page)  # what the first ones leave is kept: templates, parts of the skeleton
    gc.collect()
    gc.disable()
    try:
        for page in pages:
            rendu.fichier(page)
        assert gc.collect() == 0
    finally:
        gc.enable()
