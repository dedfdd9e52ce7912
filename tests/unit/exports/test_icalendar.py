"""Calendars of meetings, read back with the library that reads them elsewhere."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from tests.unit.conftest import RACINE

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.meetings import JOURS, MOIS, RANGS, repeated, seances
from carte_sociale.exports.icalendar import calendars
from carte_sociale.loading.network import FichierDeReseau, Reseau
from carte_sociale.loading.project import Donnees, read_data
from carte_sociale.model.reseau import Rencontre

BASE = {
    "id": "midi",
    "nom": {"fr": "Midi", "nl": "Middag"},
    "resume": {"fr": "On se parle, puis on mange ; c'est tout.", "nl": "Men praat."},
    "communes": ["ixelles"],
    "organisateur": {"nom": {"fr": "Un comité"}},
    "pour_qui": "membres",
    "sources": [{"etablit": "tout", "date": "2026-10"}],
}
REPETITION = {"jour": "mardi", "rang": "deuxieme", "vu": "2026-10-05"}
BRUXELLES = ZoneInfo("Europe/Brussels")


def written(atlas: Atlas, donnees: Donnees, **parts: Any) -> dict[str, bytes]:
    rencontre = Rencontre.model_validate(BASE | parts, context=donnees)
    reseau = Reseau((FichierDeReseau(None, rencontre),))  # type: ignore[arg-type]
    return dict(calendars(replace(atlas, donnees=replace(donnees, reseau=reseau))))


def events(content: bytes) -> list[Event]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def days(event: Event) -> list[date]:
    """The days of an event as a calendar shows them: its rule, less its exceptions."""
    start = event["DTSTART"].dt
    if "RRULE" not in event:
        return [start.date() if isinstance(start, datetime) else start]
    first = start if isinstance(start, datetime) else datetime.combine(start, time())
    rule = event["RRULE"].to_ical().decode()
    found = [day.date() for day in rrulestr(rule, dtstart=first)]
    left_out = event.get("EXDATE", [])
    moments = [d.dt for part in (left_out if isinstance(left_out, list) else [left_out]) for d in part.dts]
    return [day for day in found if day not in {m.date() if isinstance(m, datetime) else m for m in moments}]


def test_a_calendar_is_where_a_meeting_is_active_and_nowhere_else(
    atlas_of: Callable[..., Atlas], donnees: Donnees
) -> None:
    found = written(atlas_of(), donnees, dates=["2026-12-01"])
    assert [name for name in found if "communes" in name] == ["data/rencontres/communes/ixelles.ics"]
    crossing = {q.slug for q in donnees.territoire.quartiers if "ixelles" in dict(q.communes)}
    assert {n.rpartition("/")[2] for n in found if "quartiers" in n} == {f"{slug}.ics" for slug in crossing}


def test_a_meeting_without_a_day_has_a_calendar_that_waits(atlas_of: Callable[..., Atlas], donnees: Donnees) -> None:
    content = written(atlas_of(), donnees, annonces="https://exemple.be")["data/rencontres/communes/ixelles.ics"]
    assert events(content) == []
    assert [zone["TZID"] for zone in Calendar.from_ical(content).walk("VTIMEZONE")] == ["Europe/Brussels"]


def test_what_an_event_says(atlas_of: Callable[..., Atlas], donnees: Donnees) -> None:
    parts = {"heures": "12h-13h30", "ou": {"fr": "Rue X, 1"}, "repetition": REPETITION}
    (event,) = events(written(atlas_of(), donnees, **parts)["data/rencontres/communes/ixelles.ics"])
    assert event["SUMMARY"] == "Midi / Middag"
    assert event["LOCATION"] == "Rue X, 1"
    assert "On se parle, puis on mange ; c'est tout." in event["DESCRIPTION"]
    assert "Men praat." in event["DESCRIPTION"]
    assert event["UID"].startswith("midi@")
    assert event["DTSTAMP"].dt == datetime(2026, 10, 31, tzinfo=UTC)  # October, at the latest
    assert event["DTSTART"].dt == datetime(2026, 10, 13, 12, tzinfo=BRUXELLES)
    assert event["DTEND"].dt == datetime(2026, 10, 13, 13, 30, tzinfo=BRUXELLES)
    assert event["RRULE"]["BYDAY"] == ["2TU"]
    assert event["RRULE"]["UNTIL"] == [datetime(2027, 9, 14, 10, tzinfo=UTC)]


def test_hours_that_nobody_knows_make_whole_days(atlas_of: Callable[..., Atlas], donnees: Donnees) -> None:
    content = written(atlas_of(), donnees, dates=["2026-12-01"], repetition=REPETITION)
    told, again = events(content["data/rencontres/communes/ixelles.ics"])
    assert (told["DTSTART"].dt, told["UID"].partition("@")[0]) == (date(2026, 12, 1), "midi-2026-12-01")
    assert again["DTSTART"].dt == date(2026, 10, 13)
    assert b"VALUE=DATE" in told.to_ical()


@pytest.mark.parametrize("heures", ["", "12h-13h30"])
def test_a_day_that_is_told_takes_the_place_of_a_repeated_one(
    atlas_of: Callable[..., Atlas], donnees: Donnees, heures: str
) -> None:
    parts = {"heures": heures} if heures else {}
    told = {"date": "2026-11-10", "heures": "18h-20h"}
    content = written(atlas_of(), donnees, dates=[told], repetition=REPETITION, **parts)
    own, again = events(content["data/rencontres/communes/ixelles.ics"])
    assert own["DTSTART"].dt == datetime(2026, 11, 10, 18, tzinfo=BRUXELLES)
    assert date(2026, 11, 10) not in days(again)
    assert date(2026, 12, 8) in days(again)


def test_the_hours_of_brussels_follow_the_season(atlas_of: Callable[..., Atlas], donnees: Donnees) -> None:
    content = written(atlas_of(), donnees, dates=["2026-12-01"])["data/rencontres/communes/ixelles.ics"]
    (zone,) = Calendar.from_ical(content).walk("VTIMEZONE")
    own = zone.to_tz()
    for day in (date(2026, 3, 29), date(2026, 7, 1), date(2026, 10, 24), date(2026, 10, 25), date(2026, 12, 1)):
        noon = datetime.combine(day, time(12))
        assert noon.replace(tzinfo=own).utcoffset() == noon.replace(tzinfo=BRUXELLES).utcoffset()


def test_the_same_file_makes_the_same_calendar(atlas_of: Callable[..., Atlas], donnees: Donnees) -> None:
    parts = {"heures": "12h-13h30", "dates": ["2026-12-01"], "repetition": REPETITION}
    assert written(atlas_of(), donnees, **parts) == written(atlas_of(), donnees, **parts)
    assert b"DTSTAMP:20261031" in written(atlas_of(), donnees, **parts)["data/rencontres/communes/ixelles.ics"]


def test_every_calendar_of_the_site_can_be_read(atlas: Atlas) -> None:
    found = dict(calendars(atlas))
    assert len(found) > 100
    for content in found.values():
        uids = [str(event["UID"]) for event in events(content)]
        assert len(set(uids)) == len(uids)


DATES = st.dates(date(2020, 1, 1), date(2030, 12, 31))
DONNEES = read_data(RACINE)


@given(
    jour=st.sampled_from(JOURS),
    rang=st.sampled_from([None, *RANGS]),
    sauf=st.sets(st.sampled_from(MOIS), max_size=11),
    vu=DATES,
    du=st.none() | DATES,
    au=st.none() | DATES,
    heures=st.sampled_from(["", "00:30-02:00", "12h-13h30", "23:00-23:59"]),
)
def test_a_repetition_gives_the_days_that_pages_tell(
    atlas_of: Callable[..., Atlas],
    jour: str,
    rang: str | None,
    sauf: set[str],
    vu: date,
    du: date | None,
    au: date | None,
    heures: str,
) -> None:
    repetition = {"jour": jour, "rang": rang, "sauf_mois": sorted(sauf), "vu": vu, "du": du, "au": au}
    parts = {"repetition": {k: v for k, v in repetition.items() if v}, **({"heures": heures} if heures else {})}
    rencontre = Rencontre.model_validate(BASE | parts, context=DONNEES)
    assert rencontre.repetition is not None
    expected = list(repeated(rencontre.repetition))
    assert [seance.jour for seance in seances(rencontre)] == expected
    content = written(atlas_of(), DONNEES, **parts)["data/rencontres/communes/ixelles.ics"]
    assert [day for event in events(content) for day in days(event)] == expected
