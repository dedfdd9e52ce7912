from collections.abc import Callable

import pytest
from tests.rendu import record_pages

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.model.prose import Prose
from carte_sociale.pages import glossaire, organisations, pages_of_record, shared_pages, written
from carte_sociale.pages.page import Page


def test_former_id_has_a_page_that_is_not_indexed(atlas_of: Callable[..., Atlas]) -> None:
    pages = list(organisations.redirections(atlas_of(nouveau={"anciens_ids": ["ancien"]}), "nl"))
    (old,) = pages
    assert old.adresse == "nl/organisations/ancien/"
    assert (old.sorte, old.indexee, old.contexte["entree"].id) == ("redirection", False, "nouveau")


def page_of(atlas: Atlas[Entree], entree: Entree) -> Page:
    return next(pages_of_record(atlas, entree, atlas.liens_de(entree)))


def test_lieu_de_liens_is_its_own_kind(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={"lieu_de_liens": {"venir_librement": "oui"}}, b={})
    assert [page_of(atlas, e).sorte for e in atlas.entrees] == ["lieu-de-liens", "organisation"]


def test_ties_are_shown_from_both_ends(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={"relations": [{"type": "partenaire", "vers": "b"}]}, b={})
    pages = [page_of(atlas, entree) for entree in atlas.entrees]
    found = [[(kind, entrant, ties[0].autre.id) for kind, entrant, ties in page.contexte["attaches"]] for page in pages]
    assert found == [[("partenaire", False, "b")], [("partenaire", True, "a")]]


def test_a_centre_shows_the_whole_of_each_desk(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={"guichets": [{"fiche": "b", "ou": {"fr": "à gauche"}}]}, b={})
    ((desk, guichet),) = page_of(atlas, atlas.par_id["a"]).contexte["guichets"]
    assert (desk.id, guichet.ou.fr) == ("b", "à gauche")


def test_prose_without_an_address_is_refused() -> None:
    with pytest.raises(ValueError, match=r"content/fr/inconnu\.md"):
        list(written.pages((Prose("fr", "inconnu", "t", "d", "<p>x</p>"),), "fr"))


def test_glossary_anchors_are_unique(atlas_of: Callable[..., Atlas]) -> None:
    glossary = next(glossaire.pages(atlas_of(), "en"))
    anchors = [line.ancre for _, lines in glossary.contexte["lettres"] for line in lines]
    assert len(anchors) == len(set(anchors)) > 100


def test_no_two_pages_share_an_address(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={})
    addresses = [page.adresse for page in (*shared_pages(atlas, (), None), *record_pages(atlas))]
    assert len(addresses) == len(set(addresses))
