"""The ties of a quartier: in the order of the alphabet, all of them in the table, one row a name in the drawing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.notices import notice_of
from carte_sociale.pages import ties
from carte_sociale.pages.page import Page
from carte_sociale.pages.signature import signature


def ici(nom: str, **parts: Any) -> dict[str, Any]:
    lieu = {
        "id": "p",
        "forme": "adresse",
        "adresse": {"commune": "ixelles", "origine": "source"},
        "position": {"lat": 50.8357, "lon": 4.3654, "precision": "adresse", "origine": "openstreetmap"},
    }
    return {"nom": {"fr": nom}, "lieux": [lieu], **parts}


def vers(*ids: str, **parts: Any) -> list[dict[str, Any]]:
    return [{"type": "oriente-vers", "vers": id_, **parts} for id_ in ids]


def page(atlas: Atlas) -> Page:
    return next(p for p in ties.pages(atlas, "fr") if p.adresse == "fr/professionnels/quartiers/matonge/reseau/")


@pytest.fixture
def quelques(atlas_of: Callable[..., Atlas]) -> Atlas:
    return atlas_of(
        a=ici("Zinneke", relations=[*vers("b", confirme_le="2026-01-01"), *vers("b", type="partenaire"), *vers("x")]),
        b=ici("Abri"),
        c=ici("Seul"),
        x={"nom": {"fr": "Dehors"}},
        y={"nom": {"fr": "Ailleurs"}, "relations": vers("b", type="finance")},
    )


def test_names_stand_by_the_alphabet_those_of_the_quartier_first(quelques: Atlas) -> None:
    contexte = page(quelques).contexte
    dessin = contexte["dessin"]
    assert [e.id for e in dessin.ici] == ["b", "a"]
    assert [e.id for e in dessin.ailleurs] == ["y", "x"]
    assert [e.id for e in contexte["sans_lien"]] == ["c"]
    assert (dessin.rangs, dessin.entier) == (6, True)


def test_rows_count_the_headings_and_arcs_go_from_who_declares(quelques: Atlas) -> None:
    arcs = page(quelques).contexte["dessin"].arcs
    assert [(a.de, a.vers, a.sorte, a.incertain, a.rang) for a in arcs] == [
        (2, 1, "oriente-vers", False, 0),
        (2, 1, "partenaire", True, 1),
        (2, 5, "oriente-vers", True, 0),
        (4, 1, "finance", True, 0),
    ]


def test_the_table_holds_every_tie_by_kind(quelques: Atlas) -> None:
    groupes = page(quelques).contexte["groupes"]
    assert [(g.sorte, [(f.de.id, f.vers.id) for f in g.fils], g.dehors) for g in groupes] == [
        ("finance", [("y", "b")], ()),
        ("partenaire", [("a", "b")], ()),
        ("oriente-vers", [("a", "b"), ("a", "x")], ()),
    ]


def test_a_quartier_without_ties_has_its_page(atlas_of: Callable[..., Atlas], donnees: Any) -> None:
    pages = list(ties.pages(atlas_of(), "nl"))
    assert len(pages) == len(donnees.territoire.quartiers)
    assert {(p.contexte["groupes"] == [], p.contexte["dessin"].arcs) for p in pages} == {(True, ())}


def test_many_names_keep_the_drawing_inside_and_the_table_whole(atlas_of: Callable[..., Atlas]) -> None:
    outside = {f"x{rank:02}": {"nom": {"fr": f"X {rank:02}"}} for rank in range(ties.SEUIL)}
    back = {"y": {"nom": {"fr": "Y"}, "relations": vers("a")}}
    atlas = atlas_of(a=ici("A", relations=vers("b", *outside)), b=ici("B"), **outside, **back)
    contexte = page(atlas).contexte
    assert not contexte["dessin"].entier
    assert [e.id for e in contexte["dessin"].ici] == ["a", "b"]
    assert contexte["dessin"].ailleurs == ()
    (groupe,) = contexte["groupes"]
    assert [(f.de.id, f.vers.id) for f in groupe.fils] == [("a", "b")]
    told = [(e.id, declares, [(f.de.id, f.vers.id) for f in fils]) for e, declares, fils in groupe.dehors]
    assert told == [("a", True, [("a", id_) for id_ in outside]), ("a", False, [("y", "a")])]


def test_a_contested_tie_is_not_drawn_as_a_sure_one(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a=ici("A", relations=vers("b", confirme_le="2026-01-01")), b=ici("B", contestations=[{"de": "a"}]))
    (arc,) = page(atlas).contexte["dessin"].arcs
    assert arc.incertain


def test_the_page_changes_with_its_records_and_with_no_other(atlas_of: Callable[..., Atlas]) -> None:
    def mark(**parts: Any) -> bytes:
        """The signature as a build takes it: of notices, each with the digest of its file."""
        whole = atlas_of(**records | parts)
        notices = tuple(notice_of(e, repr(e.fiche).encode()) for e in whole.entrees)
        return signature(page(replace(whole, entrees=notices)))

    records = {"a": ici("A", relations=vers("b")), "b": ici("B"), "c": {}}
    before = mark()
    assert mark(c={"nom": {"fr": "C"}}) == before
    assert mark(b=ici("B bis")) != before
    assert mark(a=ici("A", relations=vers("b", formalite="charte"))) != before
    assert mark(c={"relations": vers("b")}) != before
