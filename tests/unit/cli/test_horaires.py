import pytest

from carte_sociale.horaires import Code
from carte_sociale.problems import catalogue
from carte_sociale.rules.hours import CODES

from .conftest import Commande


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_what_is_understood_is_said_in_words_in_osm_and_for_seven_days(carte: Commande) -> None:
    result = carte("horaires", "lun-ven 9h-12h, sauf jours fériés", jour="2026-12-23")
    assert result.exit_code == 0
    assert lines(result.output) == [
        "Compris :",
        "lundi à vendredi : 9 h à 12 h",
        "fermé les jours fériés",
        "",
        "En écriture OSM : Mo-Fr 09:00-12:00; PH off",
        "",
        "Les 7 jours à partir du 23 décembre 2026 :",
        "mercredi 23 décembre 9 h à 12 h",
        "jeudi 24 décembre 9 h à 12 h",
        "vendredi 25 décembre fermé (Noël, jour férié)",
        "samedi 26 décembre fermé",
        "dimanche 27 décembre fermé",
        "lundi 28 décembre 9 h à 12 h",
        "mardi 29 décembre 9 h à 12 h",
    ]


@pytest.mark.parametrize(
    ("langue", "words"),
    [
        ("fr", "on ne sait pas (Noël, un jour férié dont l'horaire ne parle pas)"),
        ("nl", "niet bekend (Kerstmis, een feestdag waar de uren niets over zeggen)"),
        ("en", "not known (Christmas Day, a public holiday that the hours do not mention)"),
    ],
)
def test_a_holiday_that_is_not_mentioned_is_unknown(carte: Commande, langue: str, words: str) -> None:
    result = carte("horaires", "ma-vr 9u-12u", jour="2026-12-25", langue=langue)
    assert result.exit_code == 0
    assert words in result.output


def test_the_words_may_come_without_quotes(carte: Commande) -> None:
    assert "Mo-Fr 09:00-12:00" in carte("horaires", "lun-ven", "9h-12h").output


def test_a_day_beyond_the_calendars_is_unknown(carte: Commande) -> None:
    result = carte("horaires", "lun-ven 9h-12h", jour="2040-01-02")
    assert result.output.count("on ne sait pas (nos calendriers ne vont pas jusque-là)") == 7


def test_both_school_calendars_are_said_where_they_differ(carte: Commande) -> None:
    result = carte("horaires", "lun-ven 9h-12h, sauf vacances scolaires", jour="2026-10-19")
    assert "écoles francophones : fermé (vacances scolaires) ; écoles néerlandophones : 9" in result.output
    same = carte("horaires", "lun-ven 9h-12h, sauf vacances scolaires", jour="2026-09-07")
    assert "écoles" not in same.output.split("Les 7 jours")[1]


def test_a_trap_is_shown_with_the_better_version(carte: Commande) -> None:
    result = carte("horaires", "PH off; Mo-Fr 09:00-17:00")
    assert result.exit_code == 0
    assert "Attention : « PH off » ne sert à rien" in result.output
    assert '"Mo-Fr 09:00-17:00; PH off"' in result.output


def test_another_spelling_is_no_trap(carte: Commande) -> None:
    assert "Attention" not in carte("horaires", "Mo-Fr 9:00-17:00").output


@pytest.mark.parametrize("langue", ["fr", "nl", "en"])
def test_the_part_that_is_not_understood_is_underlined(carte: Commande, langue: str) -> None:
    result = carte("horaires", "lun-ven  9h-12h\ttip top", langue=langue)
    assert result.exit_code == 1
    said = result.output.splitlines()
    assert said[1:3] == ["  lun-ven 9h-12h tip top", "                 ^^^^^^^"]
    assert "tip top" in said[3]
    assert "13" in said[4]


def test_a_missing_part_has_a_caret_too(carte: Commande) -> None:
    result = carte("horaires", "")
    assert result.exit_code == 1
    assert result.output.splitlines()[2].strip() == "^"


def test_every_reason_has_words() -> None:
    assert set(CODES) == set(Code)
    assert set(CODES.values()) <= set(catalogue())
