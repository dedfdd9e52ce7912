"""The style guide: its invented records are valid, and every component shows what its examples promise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import lxml.html
import pytest
from tests.rendu import rendered

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.invented import invented_atlas
from carte_sociale.loading.explications import Explications
from carte_sociale.loading.invented import read_invented, read_invented_network
from carte_sociale.loading.network import Reseau
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.pages import guide, shared_pages
from carte_sociale.pages.guide import isolated
from carte_sociale.rendering.guide import DOSSIER, EXEMPLES, read_guide
from carte_sociale.rendering.places import theme_folder
from carte_sociale.routes import address
from carte_sociale.rules import Contexte, verifier

THEME = theme_folder()
JOUR = date(2026, 11, 24)
"""The examples are of that time: what is "lately" then is old in 2031."""
INVENTE = {"fr": "exemple inventé", "nl": "verzonnen voorbeeld", "en": "invented example"}
ETATS_VOULUS = {
    ("manque-fr", "dans-une-autre-langue"),
    ("verification-ancienne", "ferme-sauf-le-jeudi"),
    ("verification-tres-ancienne", "verifie-il-y-a-deux-ans"),
    ("disponibilite-ancienne", "complet"),
    ("lieu-sans-hote", "financement-echu"),
    ("financement-echu", "financement-echu"),
}
"""What the rules warn of is the state that the record is there to show."""


@pytest.fixture(scope="module")
def atlas(atlas_of: Callable[..., Atlas]) -> Atlas:
    return atlas_of()


@pytest.fixture(scope="module")
def fichiers(atlas: Atlas) -> dict[str, str]:
    """Every page of the guide, by address."""
    read = read_guide(THEME, atlas)
    pages = [page for langue in LANGUES_DU_SITE for page in guide.pages(read, langue)]
    written = rendered(atlas, pages)
    return {page.adresse: written[page.adresse + "index.html"] for page in pages}


def _composants() -> list[str]:
    folders = sorted(path for path in (THEME / "components").iterdir() if path.name != "guide")
    return [folder.name for folder in folders if (folder / f"{folder.name}.html").exists()]


def _inventees(dossier: Path, atlas: Atlas) -> Atlas:
    return invented_atlas(read_invented(dossier, atlas.donnees)[0], atlas)


def _texte(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_invented_records_are_valid(atlas: Atlas) -> None:
    donnees = replace(atlas.donnees, reseau=Reseau(), explications=Explications())  # they name real records
    lues, problems = read_invented(THEME / DOSSIER, donnees)
    problems += verifier(Contexte.des_lues(lues, donnees, atlas.index, JOUR, production=False))
    assert {(p.code, Path(p.fichier).stem) for p in problems} == ETATS_VOULUS
    assert {str(p.gravite) for p in problems} == {"avertissement"}


def test_invented_record_that_does_not_say_so_is_refused(atlas: Atlas, tmp_path: Path) -> None:
    (tmp_path / "organisations").mkdir()
    record = THEME / DOSSIER / "organisations" / "evere" / "horaire-inconnu.yml"
    text = record.read_text(encoding="utf-8")
    (tmp_path / "organisations" / "a.yml").write_text(text, encoding="utf-8")
    assert list(_inventees(tmp_path, atlas).par_id) == ["a"]
    for broken in (text.replace("fictif: oui", ""), "nom: ["):
        (tmp_path / "organisations" / "a.yml").write_text(broken, encoding="utf-8")
        with pytest.raises(ValueError, match=r"a\.yml"):
            _inventees(tmp_path, atlas)


@pytest.mark.parametrize(("mark", "broken"), [("fictif: oui", ""), ("nom:", "nome:")])
def test_invented_network_that_does_not_say_so_is_refused(atlas: Atlas, tmp_path: Path, mark: str, broken: str) -> None:
    text = (THEME / DOSSIER / "rencontres" / "midi-des-voisins.yml").read_text(encoding="utf-8")
    (tmp_path / "rencontres").mkdir()
    (tmp_path / "rencontres" / "a.yml").write_text(text, encoding="utf-8")
    assert [r.id for r in read_invented_network(tmp_path, atlas.donnees).rencontres] == ["a"]
    (tmp_path / "rencontres" / "a.yml").write_text(text.replace(mark, broken), encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.yml"):
        read_invented_network(tmp_path, atlas.donnees)


@pytest.mark.parametrize("composant", _composants())
def test_component_has_examples(composant: str) -> None:
    assert (THEME / "components" / composant / EXEMPLES).is_file()


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_example_holds_what_it_promises(fichiers: dict[str, str], langue: str) -> None:
    page = lxml.html.document_fromstring(fichiers[address("guide-de-style", langue)])
    shown = page.find_class("exemple")
    assert len(shown) > 40
    for example in shown:
        promise = " ".join(example.get("data-promet").split())
        (frame,) = example.find_class("exemple__cadre")
        values = [value for element in frame.iter() for value in element.attrib.values()]
        assert promise, example.get("id")
        assert promise in _texte(frame) or any(promise in value for value in values), (example.get("id"), promise)
        (mark,) = example.xpath("./h3/*[@class='etiquette']")
        assert mark.text == INVENTE[langue]


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_every_state_is_a_card_and_a_whole_page(fichiers: dict[str, str], atlas: Atlas, langue: str) -> None:
    page = lxml.html.document_fromstring(fichiers[address("guide-de-style", langue)])
    states = [li.get("id").removeprefix("etat-") for li in page.xpath("//ul[@class='guide__etats']/li")]
    invented = _inventees(THEME / DOSSIER, atlas)
    assert sorted(states) == [entree.id for entree in invented.entrees]
    for entree in invented.entrees:
        (card,) = page.xpath("//li[@id=$id]", id=f"etat-{entree.id}")
        assert f"../../{address('exemple', langue, entree.id)}" in card.xpath(".//a/@href")
        assert INVENTE[langue] in _texte(card)
        whole = lxml.html.document_fromstring(fichiers[address("exemple", langue, entree.id)])
        assert whole.find("body").get("data-page") == "exemple"
        assert INVENTE[langue] in _texte(whole.find_class("chapeau")[0])
        assert entree.fiche.nom.pour(langue).texte in _texte(whole.find(".//h1"))


def test_guide_is_found_by_nobody(fichiers: dict[str, str]) -> None:
    for text in fichiers.values():
        assert '<meta name="robots" content="noindex">' in text
        assert "application/ld+json" not in text
        assert 'rel="canonical"' not in text


def test_guide_is_a_page_of_a_demonstration_only(atlas: Atlas) -> None:
    """`building` gives no guide in production; then no page of it exists."""
    kinds = {page.sorte for page in shared_pages(atlas, (), None)}
    assert kinds & {"guide-de-style", "exemple"} == set()
    kinds = {page.sorte for page in shared_pages(atlas, (), read_guide(THEME, atlas))}
    assert kinds >= {"guide-de-style", "exemple"}


def test_fragment_may_stand_twice_in_a_page() -> None:
    fragment = (
        '<section aria-labelledby="t u"><h2 id="t">a</h2><b id="u"></b><a href="#t">b</a>'
        '<a href="#ailleurs">c</a></section>'
        '<nav aria-label="x"></nav>'
    )
    assert isolated(fragment, "p") == (
        '<div role="group" aria-labelledby="p-t p-u"><h2 id="p-t">a</h2><b id="p-u"></b><a href="#p-t">b</a>'
        '<a href="#ailleurs">c</a></div><div role="group" aria-label="x"></div>'
    )
