"""Ties: told from both ends, the word of whoever declares them, confirmed, faded or contested."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.ties import by_kind

PAGE = "https://a.example/partenaires"


def tie(**parts: Any) -> dict[str, Any]:
    return {"type": "oriente-vers", "vers": "b", **parts}


def seen(atlas: Atlas, id_: str) -> list[tuple[str, str, bool]]:
    return [(t.autre.id, t.relation.type, t.entrant) for t in atlas.liens_de(atlas.par_id[id_]).attaches]


def test_a_tie_is_never_mirrored(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={"relations": [tie()]}, b={}, c={})
    assert seen(atlas, "a") == [("b", "oriente-vers", False)]
    assert seen(atlas, "b") == [("a", "oriente-vers", True)]
    assert not atlas.liens_de(atlas.par_id["c"])


@pytest.mark.parametrize(
    ("parts", "sources", "perime"),
    [
        ({"declare_le": "2025-03-01"}, [], date(2026, 3, 1)),
        ({"declare_le": "2025-03-01", "confirme_le": "2026-02-01"}, [], date(2027, 2, 1)),
        ({"declare_le": "2024"}, [], date(2025, 12, 31)),
        ({"declare_par": PAGE}, [{"url": PAGE, "date": "2025-03-01"}], date(2026, 3, 1)),
        ({"declare_par": PAGE}, [{"url": PAGE}], None),
        ({}, [], None),
    ],
)
def test_an_unconfirmed_tie_fades_a_year_after_it_was_declared(
    atlas_of: Callable[..., Atlas], parts: dict[str, Any], sources: list[dict[str, str]], perime: date | None
) -> None:
    more = {"sources": sources} if sources else {}
    atlas = atlas_of(a={"relations": [tie(**parts)], **more}, b={})
    (attache,) = atlas.liens_de(atlas.par_id["a"]).attaches
    assert attache.perime == perime


@pytest.mark.parametrize(("type_", "heard"), [(None, True), ("oriente-vers", True), ("partenaire", False)])
def test_the_other_end_may_contest_a_tie_and_both_pages_say_so(
    atlas_of: Callable[..., Atlas], type_: str | None, heard: bool
) -> None:
    contests = [{"de": "a", "type": type_}] if type_ else [{"de": "a"}]
    atlas = atlas_of(a={"relations": [tie()]}, b={"contestations": contests})
    for end in "ab":
        (attache,) = atlas.liens_de(atlas.par_id[end]).attaches
        assert (attache.contestee is not None) is heard


def test_ties_are_grouped_by_kind_and_direction(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(
        a={"relations": [tie(), tie(type="partenaire"), tie(vers="c")]},
        b={"relations": [{"type": "partenaire", "vers": "a"}]},
        c={},
    )
    groups = by_kind(atlas.liens_de(atlas.par_id["a"]).attaches)
    assert [(kind, entrant, [t.autre.id for t in ties]) for kind, entrant, ties in groups] == [
        ("oriente-vers", False, ["b", "c"]),
        ("partenaire", False, ["b"]),
        ("partenaire", True, ["b"]),
    ]


def test_ties_of_some_records_are_those_with_an_end_among_them_each_once(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(
        a={"relations": [tie(), tie(vers="c")]},
        b={"contestations": [{"de": "a"}]},
        c={"relations": [tie(type="partenaire", vers="a")]},
        d={"relations": [tie(vers="c")]},
    )
    found = atlas.fils_de([atlas.par_id["a"], atlas.par_id["b"]])
    told = [(f.de.id, f.relation.type, f.vers.id, f.contestee is not None) for f in found]
    assert told == [
        ("a", "oriente-vers", "b", True),
        ("a", "oriente-vers", "c", False),
        ("c", "partenaire", "a", False),
    ]
    assert {f.perime for f in found} == {None}
