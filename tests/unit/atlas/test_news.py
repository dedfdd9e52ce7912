"""What is new and what nobody has checked for long, from dated facts alone."""

from collections.abc import Callable
from datetime import date
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.news import least_checked, news


def checked(day: str) -> dict[str, Any]:
    return {"verification": {"date": day, "role": "benevole", "moyen": "visite"}}


def sources(*dates: str) -> dict[str, Any]:
    return {"sources": [{"url": "https://a.example", "date": day} for day in dates]}


def test_dated_facts_come_newest_first_and_are_news_for_90_days(atlas_of: Callable[..., Atlas]) -> None:
    room = {"id": "s", "nom": {"fr": "s"}, "themes": ["orientation"]}
    room |= {"disponibilite": {"etat": "complet", "date": "2026-10-01"}}
    atlas = atlas_of(
        a={**checked("2026-09-01"), "services": [room]},
        b={"relations": [{"type": "partenaire", "vers": "a", "confirme_le": "2026-11-01"}]},
        c={},
    )
    found = news(atlas.entrees)
    assert [(n.entree.id, n.sorte, n.jour.isoformat()) for n in found] == [
        ("b", "lien", "2026-11-01"),
        ("a", "place", "2026-10-01"),
        ("a", "verifie", "2026-09-01"),
    ]
    assert found[0].jusqu_au == date(2027, 1, 30)


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
