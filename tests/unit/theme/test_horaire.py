"""The browser answers as Python does: the same schedules, the same instants, the same state, hour and reason."""

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from carte_sociale.horaires import BRUXELLES, Compile, Compris, Etat, Fermeture, compacter, compiler, comprendre, etat
from carte_sociale.loading.project import Donnees, read_project

from .conftest import Lance

RACINE = Path(__file__).parents[3]
ORIGINE = date(1970, 1, 1)
CHOISIS = (
    "24/7",
    "24/7; PH 00:00-24:00",
    "Mo-Fr 09:00-12:00,13:00-17:00; PH off",
    "Mo-Fr 09:00-17:00",
    "PH off; Mo-Fr 09:00-17:00",
    "Mo-Su 18:00-02:00",
    "Fr,Sa 22:00-06:00; PH 10:00-12:00",
    "Sa 23:00-03:00",
    "We[1,3] 14:00-16:00",
    "Sep-Jun Mo-Fr 09:00-11:00; Jul-Aug Mo,We 10:00-12:00",
    "Mo-Fr 08:00-18:00; SH off",
    "SH Mo-Fr 10:00-16:00",
    "Mo-Th 00:00-24:00; Fr 00:00-12:00",
    "Dec 20-Jan 05 off; Mo-Fr 09:00-16:00",
    "Fr,Sa 20:00-04:00; Mo-Th 09:00-16:00; Su unknown",
    "Mo-Fr 17:00-22:00, PH Mo-Fr 16:00-08:00",
    "Sep-Jun Mo-Su 17:00-20:00; Jul-Aug Mo-Su 17:00-03:00",
)
DEMANDE = """(cases, { deplier, etat }) => cases.map(([packed, feries, moments]) => {
  const horaire = deplier(packed, feries);
  return moments.map((moment) => etat(horaire, moment));
})"""


def _rules(rng: random.Random) -> str:
    days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "Mo-Fr", "Sa,Su", "PH", "Tu,Th"]
    parts = []
    for _ in range(rng.randint(1, 4)):
        start = rng.randrange(0, 23) * 60
        end = start + rng.randrange(60, 720, 30)
        hours = f"{start // 60:02d}:00-{end // 60 % 24:02d}:{end % 60:02d}"
        parts.append(f"{rng.choice(days)} {rng.choice((hours, hours, hours, 'off'))}")
    return "; ".join(parts)


@pytest.fixture(scope="module")
def donnees() -> Donnees:
    return read_project(RACINE).donnees


@pytest.fixture(scope="module")
def compiles(donnees: Donnees) -> list[Compile]:
    """Schedules chosen, drawn at random, and those of the real records, with and without closures and calendars."""
    rng = random.Random(20261124)
    records = (lue.fiche for lue in read_project(RACINE).lues if lue.fiche)
    real = {hours.quand for fiche in records for service in fiche.services for hours in service.horaires if hours.quand}
    read = [comprendre(text) for text in (*CHOISIS, *(_rules(rng) for _ in range(150)), *sorted(real))]
    osm = [one.osm for one in read if isinstance(one, Compris)]
    closed = (Fermeture(date(2026, 7, 15), date(2026, 8, 15)),)
    first, last = date(2026, 1, 1), date(2027, 3, 31)
    return [
        compiler(text, first, last, feries=donnees.feries, vacances=calendar, fermetures=closures)
        for text in osm
        for calendar, closures in ((donnees.vacances["fr"], ()), (None, closed))
    ]


def _moments(rng: random.Random, feries: dict[date, str]) -> list[datetime]:
    """Instants anywhere, and around what is hard: midnight, holidays and their eves, clock changes, both ends."""
    start = datetime(2025, 12, 30, tzinfo=UTC)
    found = [start + timedelta(minutes=rng.randrange(0, 460 * 1440)) for _ in range(40)]
    hard = [
        date(2026, 3, 28),
        date(2026, 3, 29),
        date(2026, 10, 25),
        date(2026, 10, 26),
        date(2027, 3, 28),
        date(2027, 3, 31),
    ]
    hard += rng.sample(sorted(day for day in feries if day.year in (2026, 2027)), 6)
    for day in hard:
        for minute in (-1, 0, 1, 60, 119, 121, 180, 540, 720, 1439, 1440):
            wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
            found.append(wall.replace(tzinfo=BRUXELLES).astimezone(UTC).astimezone(BRUXELLES))
    return found


def _wall(instant: datetime) -> list[int]:
    here = instant.astimezone(BRUXELLES)
    return [(here.date() - ORIGINE).days, here.hour * 60 + here.minute]


def _existing(moment: list[int] | None) -> datetime | None:
    """The wall-clock time of a [day, minute]; one that a spring clock skips is the first that exists."""
    if moment is None:
        return None
    wall = datetime.combine(ORIGINE, datetime.min.time()) + timedelta(days=moment[0], minutes=moment[1])
    back = wall.replace(tzinfo=BRUXELLES).astimezone(UTC).astimezone(BRUXELLES).replace(tzinfo=None)
    return wall if back == wall else wall.replace(minute=0) + timedelta(hours=1)


def _said(answer: dict[str, Any]) -> tuple[Any, ...]:
    return (
        answer["etat"],
        _existing(answer.get("jusqua")),
        answer.get("ensuite"),
        _existing(answer.get("prochaine")),
        answer.get("raison") or "",
    )


def _expected(state: Etat) -> tuple[Any, ...]:
    def wall(instant: datetime | None) -> datetime | None:
        return instant and instant.astimezone(BRUXELLES).replace(tzinfo=None)

    return (
        state.etat,
        wall(state.jusqu_a),
        state.ensuite,
        wall(state.prochaine),
        state.raison.genre if state.raison else "",
    )


def test_browser_and_python_agree(node: Lance, donnees: Donnees, compiles: list[Compile]) -> None:
    rng = random.Random(7)
    feries = {day.isoformat(): id_ for day, id_ in donnees.feries.jours.items()}
    asked = [(compiled, _moments(rng, dict(donnees.feries.jours))) for compiled in compiles]
    cases = [[compacter(one, donnees.feries), feries, [_wall(m) for m in moments]] for one, moments in asked]
    answers = node("scripts/lib/horaire.js", DEMANDE, cases)
    count, states = 0, set()
    for (compiled, moments), given in zip(asked, answers, strict=True):
        for moment, answer in zip(moments, given, strict=True):
            expected = _expected(etat(compiled, moment))
            assert _said(answer) == expected, (compiled.osm, moment.isoformat())
            count += 1
            states.add(expected[0])
    assert count > 20_000
    assert states == {"oui", "non", "inconnu"}


@pytest.mark.parametrize("fuseau", ["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"])
def test_brussels_time_whatever_the_visitors_zone(node: Lance, fuseau: str) -> None:
    instants = [datetime(2026, 3, 29, 0, 59, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)]
    instants += [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)]
    instants += [datetime(2026, 12, 31, 23, 0, tzinfo=UTC), datetime(2026, 6, 30, 22, 0, tzinfo=UTC)]
    body = "(stamps, { bruxelles }) => stamps.map((stamp) => bruxelles(new Date(stamp)))"
    answers = node("scripts/lib/temps.js", body, [instant.timestamp() * 1000 for instant in instants], fuseau=fuseau)
    assert answers == [_wall(instant) for instant in instants]


@pytest.mark.parametrize(
    ("hash_", "expected"),
    [
        ("#moment=2026-12-25T10:05", [(date(2026, 12, 25) - ORIGINE).days, 605]),
        ("#theme=a&moment=2026-12-25", [(date(2026, 12, 25) - ORIGINE).days, 0]),
        ("#moment=2026-12-25T23%3A59", [(date(2026, 12, 25) - ORIGINE).days, 1439]),
    ],
)
def test_moment_of_the_address(node: Lance, hash_: str, expected: list[int]) -> None:
    assert node("scripts/lib/temps.js", "(hash, { maintenant }) => maintenant(hash)", hash_) == expected


def test_a_packed_schedule_is_small(donnees: Donnees) -> None:
    """What a page carries: a flag for the holidays, one run for a closed summer."""
    plain = compiler("Mo-Fr 09:00-17:00", date(2026, 1, 1), date(2030, 12, 31), feries=donnees.feries, vacances=None)
    week = [[540, 1020]] * 5 + [[], []]
    assert compacter(plain, donnees.feries) == {"d": "2026-01-01", "n": 1826, "s": week, "f": 1}
    closed = (Fermeture(date(2026, 7, 1), date(2026, 8, 31)),)
    summer = compiler(
        "Mo-Fr 09:00-17:00; PH off",
        date(2026, 1, 1),
        date(2026, 12, 31),
        feries=donnees.feries,
        vacances=None,
        fermetures=closed,
    )
    packed = compacter(summer, donnees.feries)
    assert "f" not in packed
    assert packed["m"] == [[181, 242, "fermeture"]]
    assert [run for run in packed["x"] if run[0] <= 181 <= run[1]] == [[181, 242, []]]
