"""What is new and what nobody has checked for long, from dated facts alone."""

from collections.abc import Callable
from datetime import date
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.changes import Changement
from carte_sociale.atlas.news import Nouvelle, apart, least_checked, news


def checked(day: str) -> dict[str, Any]:
    return {"verification": {"date": day, "role": "benevole", "moyen": "visite"}}


def sources(*dates: str) -> dict[str, Any]:
    return {"sources": [{"url": "https://a.example", "date": day} for day in dates]}


def room(day: str) -> dict[str, Any]:
    service = {"id": "s", "nom": {"fr": "s"}, "themes": ["orientation"]}
    return {"services": [service | {"disponibilite": {"etat": "complet", "date": day}}]}


def told(nouvelle: Nouvelle[Any]) -> tuple[str, list[tuple[str, str]]]:
    return nouvelle.entree.id, [(fait.sorte, fait.jour.isoformat()) for fait in nouvelle.faits]


def test_dated_facts_stand_on_one_line_a_record_the_newest_first(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(
        a={**checked("2026-09-01"), **room("2026-10-01")},
        b={"relations": [{"type": "partenaire", "vers": "a", "confirme_le": "2026-11-01"}]},
        c={},
    )
    found = news(atlas.entrees, {})
    assert [told(n) for n in found] == [
        ("b", [("lien", "2026-11-01")]),
        ("a", [("place", "2026-10-01"), ("verifie", "2026-09-01")]),
    ]
    assert found[0].jusqu_au == date(2027, 1, 30)


def test_what_changed_comes_before_the_check_of_the_same_day(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={**checked("2026-10-01"), **room("2026-10-01")})
    (found,) = news(atlas.entrees, {"a": Changement(date(2026, 10, 1), ("horaires",)), "z": Changement(date.min)})
    assert [(fait.sorte, fait.sujets) for fait in found.faits] == [
        ("change", ("horaires",)), ("place", ()), ("verifie", ()),
    ]  # fmt: skip


def test_a_fact_that_was_no_news_when_the_newest_one_came_is_left_out(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a=checked("2026-01-01"), b=checked("2026-07-03"))
    changes = {id_: Changement(date(2026, 10, 1), ("site",)) for id_ in "ab"}
    assert [told(n) for n in news(atlas.entrees, changes)] == [
        ("a", [("change", "2026-10-01")]),
        ("b", [("change", "2026-10-01"), ("verifie", "2026-07-03")]),
    ]


def test_records_that_only_came_stand_apart_by_day(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a=checked("2026-10-02"), b={}, c={}, d={}, e={})
    days = {"a": "2026-10-01", "b": "2026-10-01", "c": "2026-10-03", "d": "2026-10-01", "e": "2026-09-01"}
    more, came = apart(news(atlas.entrees, {id_: Changement(date.fromisoformat(day)) for id_, day in days.items()}), 3)
    assert [told(n) for n in more] == [("a", [("verifie", "2026-10-02"), ("ajoutee", "2026-10-01")])]
    assert [(a.jour.isoformat(), [e.id for e in a.entrees]) for a in came] == [
        ("2026-10-03", ["c"]), ("2026-10-01", ["b", "d"]),
    ]  # fmt: skip
    assert came[0].jusqu_au == date(2027, 1, 1)


def test_what_nobody_checked_asks_first_then_what_was_checked_long_ago(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(
        **{
            "recent": checked("2026-11-01"),
            "ancien": checked("2024-11-01"),
            "source-recente": sources("2026"),
            "source-ancienne": sources("2017", "2019"),
            "sans-date": {},
        }
    )
    assert [e.id for e in least_checked(atlas.entrees)] == [
        "sans-date",
        "source-ancienne",
        "source-recente",
        "ancien",
        "recent",
    ]
