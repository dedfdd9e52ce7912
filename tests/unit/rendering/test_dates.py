from collections.abc import Callable
from datetime import date

import pytest

from carte_sociale.model.fields import DatePartielle
from carte_sociale.rendering.dates import dated_of, dated_since, dated_until, written_date


@pytest.mark.parametrize(
    ("langue", "said"), [("fr", "1er septembre 2026"), ("nl", "1 september 2026"), ("en", "1 September 2026")]
)
def test_dates_are_written_in_words(langue: str, said: str) -> None:
    assert written_date(date(2026, 9, 1), langue) == said


@pytest.mark.parametrize(
    ("value", "said"), [((2026, None, None), "2026"), ((2026, 3, None), "mars 2026"), ((2026, 3, 5), "5 mars 2026")]
)
def test_partial_dates_are_as_precise_as_they_are(value: tuple[int, int | None, int | None], said: str) -> None:
    assert written_date(DatePartielle(*value), "fr") == said


JOUR, MOIS, AN = DatePartielle(2026, 3, 5), DatePartielle(2026, 8), DatePartielle(2026)


@pytest.mark.parametrize(
    ("say", "langue", "said"),
    [
        (dated_of, "fr", ("du 5 mars 2026", "d'août 2026", "de 2026")),
        (dated_of, "nl", ("van 5 maart 2026", "van augustus 2026", "van 2026")),
        (dated_of, "en", ("of 5 March 2026", "of August 2026", "of 2026")),
        (dated_since, "fr", ("depuis le 5 mars 2026", "depuis août 2026", "depuis 2026")),
        (dated_since, "en", ("since 5 March 2026", "since August 2026", "since 2026")),
        (dated_until, "fr", ("jusqu'au 5 mars 2026", "jusqu'en août 2026", "jusqu'en 2026")),
        (dated_until, "nl", ("tot en met 5 maart 2026", "tot en met augustus 2026", "tot en met 2026")),
    ],
)
def test_dates_take_the_little_words_of_their_language(
    say: Callable[[DatePartielle, str], str], langue: str, said: tuple[str, str, str]
) -> None:
    assert tuple(say(value, langue) for value in (JOUR, MOIS, AN)) == said
