"""When professionals meet: dates told and repeated, and how long a repetition is believed."""

from datetime import date
from typing import Any

import pytest

from carte_sociale.atlas.meetings import JOURS, MOIS, RANGS, repeated, seances
from carte_sociale.loading.project import Donnees
from carte_sociale.model.dispositif import Repetition
from carte_sociale.model.reseau import Rencontre

BASE = {
    "id": "a",
    "nom": {"fr": "A"},
    "resume": {"fr": "a"},
    "organisateur": "brusano",
    "pour_qui": "membres",
    "sources": [{"etablit": "tout"}],
}


def days(donnees: Donnees, **parts: Any) -> list[date]:
    return list(repeated(Repetition.model_validate(parts, context=donnees)))


def test_names_of_days_months_and_ranks_are_those_of_the_vocabularies(donnees: Donnees) -> None:
    assert donnees.vocabulaires["jours"].ids == JOURS
    assert donnees.vocabulaires["mois"].ids == MOIS
    assert donnees.vocabulaires["rangs"].ids == tuple(RANGS)


@pytest.mark.parametrize(
    ("rang", "first"),
    [
        ("premier", [date(2026, 11, 3), date(2026, 12, 1)]),
        ("deuxieme", [date(2026, 11, 10), date(2026, 12, 8)]),
        ("dernier", [date(2026, 11, 24), date(2026, 12, 29)]),
        (None, [date(2026, 11, 3), date(2026, 11, 10)]),
    ],
)
def test_a_meeting_comes_back(donnees: Donnees, rang: str | None, first: list[date]) -> None:
    parts = {"jour": "mardi", "vu": "2026-11-01", **({"rang": rang} if rang else {})}
    found = days(donnees, **parts)
    assert found[:2] == first
    assert {day.weekday() for day in found} == {1}


def test_a_repetition_is_believed_for_a_year_and_no_longer_than_it_says(donnees: Donnees) -> None:
    found = days(donnees, jour="mardi", vu="2026-11-01")
    assert date(2027, 10, 26) <= found[-1] <= date(2027, 11, 1)
    assert days(donnees, jour="mardi", vu="2026-11-01", au="2026-11-10") == [date(2026, 11, 3), date(2026, 11, 10)]
    assert days(donnees, jour="mardi", vu="2026-11-01", du="2026-12-02")[0] == date(2026, 12, 8)


def test_months_without_a_meeting_are_left_out(donnees: Donnees) -> None:
    found = days(donnees, jour="mardi", rang="premier", vu="2026-06-01", sauf_mois=["juillet", "aout"])
    assert [day.month for day in found[:2]] == [6, 9]


def test_a_day_that_is_told_has_its_own_hours_and_stands_once(donnees: Donnees) -> None:
    meeting = Rencontre.model_validate(
        {
            **BASE,
            "heures": "09:30-12:00",
            "dates": [{"date": "2026-12-01", "heures": "14:00-16:00"}, "2026-11-20"],
            "repetition": {"jour": "mardi", "rang": "premier", "vu": "2026-11-01", "au": "2026-12-31"},
        },
        context=donnees,
    )
    found = [(s.jour.isoformat(), s.heures.debut.isoformat("minutes") if s.heures else None) for s in seances(meeting)]
    assert found == [("2026-11-03", "09:30"), ("2026-11-20", "09:30"), ("2026-12-01", "14:00")]
