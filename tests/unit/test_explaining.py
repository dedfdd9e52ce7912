from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carte_sociale.explaining import JOURS, explain
from carte_sociale.horaires import Feries, Periode, Vacances

NOEL = date(2026, 12, 25)
FERIES = Feries(
    date(2026, 1, 1), date(2026, 12, 31), {NOEL: "noel"}, {"noel": {"fr": "Noël", "nl": "Kerstmis", "en": "Christmas"}}
)
AUTOMNE = {"fr": (date(2026, 10, 19), date(2026, 11, 1)), "nl": (date(2026, 11, 2), date(2026, 11, 8))}
VACANCES = {
    langue: Vacances(langue, date(2026, 1, 1), date(2026, 12, 31), (Periode("automne", *AUTOMNE[langue]),))
    for langue in ("fr", "nl")
}


def days(texte: str, premier: date) -> list[str]:
    explained = explain(texte, FERIES, VACANCES, premier, "fr")
    assert explained.compris
    return [" ".join(line.split()).replace("\u00a0", " ") for line in explained.jours[2:]]


def test_three_states_on_a_public_holiday() -> None:
    assert days("Mo-Fr 09:00-12:00", NOEL)[0].endswith(
        "on ne sait pas (Noël, un jour férié dont l'horaire ne parle pas)"
    )
    assert days("Mo-Fr 09:00-12:00; PH off", NOEL)[0].endswith("fermé (Noël, jour férié)")
    assert days("Mo-Fr 09:00-12:00; PH 10:00-11:00", NOEL)[0].endswith("10 h à 11 h (Noël, jour férié)")


def test_days_beyond_the_calendars_are_unknown() -> None:
    said = days("Mo-Su 09:00-12:00", date(2026, 12, 30))
    assert [line.endswith("nos calendriers ne vont pas jusque-là)") for line in said] == [False] * 2 + [True] * 5


@pytest.mark.parametrize(
    ("langue", "words"),
    [("fr", "l'horaire dit lui-même"), ("nl", "de uren zeggen zelf"), ("en", "the hours themselves say")],
)
def test_a_day_that_the_hours_leave_open_is_said_so(langue: str, words: str) -> None:
    explained = explain("Mo-Fr 09:00-12:00; Sa unknown", FERIES, VACANCES, date(2026, 10, 30), langue)
    assert [words in line for line in explained.jours[2:]] == [False, True, False, False, False, False, False]


def test_hours_of_term_time_say_both_calendars_only_where_they_differ() -> None:
    said = days("Mo-Fr 09:00-12:00; SH off", date(2026, 10, 30))
    assert said[0] == (
        "vendredi 30 octobre écoles francophones : fermé (vacances scolaires) ; écoles néerlandophones : 9 h à 12 h"
    )
    later = days("Mo-Fr 09:00-12:00; SH off", date(2026, 11, 9))
    assert later[0] == "lundi 9 novembre 9 h à 12 h"


@pytest.mark.parametrize("langue", ["fr", "nl", "en"])
@given(texte=st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_is_answered_and_underlined_where_it_stands(langue: str, texte: str) -> None:
    explained = explain(texte, FERIES, VACANCES, NOEL, langue)
    if explained.compris:
        assert len(explained.jours) == JOURS + 2
    else:
        shown, carets = explained.lignes[1], explained.lignes[2]
        assert set(carets.strip()) == {"^"}
        assert len(carets) <= len(shown) + 1
