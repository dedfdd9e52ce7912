"""A compiled schedule as the few numbers that a page carries to the browser (`theme/scripts/lib/horaire.js`).

A record page may weigh 15 kB in all, and most schedules differ from their week on public holidays only: these are
one flag, since every script knows their dates. Other days that differ stand as runs.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeVar

from .calendriers import Feries, Vacances
from .compilation import Compile, Fermeture, Motif, compiler
from .regles import Heures

T = TypeVar("T")


@lru_cache(maxsize=8192)
def paquet(
    osm: str, debut: date, fin: date, feries: Feries, vacances: Vacances | None, fermetures: tuple[Fermeture, ...]
) -> dict[str, Any]:
    """Return a normal OSM string compiled (`compiler`) and packed; equal ones share what is returned, to be read only.

    Of 10,000 records, hours differ in some hundreds of ways, each trusted until a few days.
    """
    return compacter(compiler(osm, debut, fin, feries=feries, vacances=vacances, fermetures=fermetures), feries)


def compacter(compile_: Compile, feries: Feries) -> dict[str, Any]:
    """Return the schedule as JSON can hold it; days count from `d`, minutes from Brussels midnight.

    `d` first day (ISO date), `n` number of days known; `s` the week, Monday first, each day a flat list of starts
    and ends; `f` whether public holidays are unknown where nothing else is said; `x` runs of days that differ:
    [first, last, hours or None]; `m` why, for runs of days in school holidays or a closure: [first, last, kind];
    `u` how far into the next day an unknown one may last by rules that are not of every week.
    """
    holidays = [day for day in feries.jours if compile_.debut <= day <= compile_.horizon]
    unknown = [day for day in holidays if compile_.heures(day) is None]
    by_default = len(unknown) * 2 > len(holidays)

    def usual(day: date) -> Heures | None:
        return None if by_default and day in feries.jours else compile_.semaine[day.weekday()]

    first = compile_.debut.toordinal()
    days = sorted({*compile_.exceptions, *(holidays if by_default else ())})
    plain = [compile_.semaine[day.weekday()] for day in (compile_.debut + timedelta(n) for n in range(7))]
    runs = _runs(first, [(day, compile_.heures(day), usual(day)) for day in days], plain)
    kinds = [(day, _kind(motif), "") for day, motif in sorted(compile_.motifs.items())]
    motifs = _runs(first, kinds, [""] * 7)
    packed: dict[str, Any] = {
        "d": compile_.debut.isoformat(),
        "n": compile_.horizon.toordinal() - first + 1,
        "s": [_flat(hours) for hours in compile_.semaine],
    }
    if by_default:
        packed["f"] = 1
    if exceptions := [[first, last, None if hours is None else _flat(hours)] for first, last, hours in runs]:
        packed["x"] = exceptions
    if reasons := [[first, last, kind] for first, last, kind in motifs]:
        packed["m"] = reasons
    if compile_.nuit:
        packed["u"] = compile_.nuit
    return packed


def _flat(hours: Heures) -> list[int]:
    return [minute for span in hours for minute in span]


def _kind(motif: Motif | None) -> str:
    return motif.genre if motif and motif.genre != "ferie" else ""


def _runs(first: int, days: Sequence[tuple[date, T, T]], plain: Sequence[T]) -> Iterator[tuple[int, int, T]]:
    """Yield (first, last, value) for days whose value is not the usual one; a run may bridge days that have its value
    anyway, as the weekends of a closed summer.

    `days` are those that may differ: (day, value, usual value), sorted. On any other, the value is the usual one, that
    of `plain`: seven values, from the weekday of the day counted 0, whose ordinal is `first`.
    """
    start, end, held, seen = -1, -1, None, -1
    for day, here, usual in days:
        position = day.toordinal() - first
        bridged = all(plain[between % 7] == held for between in range(seen + 1, position)[:7])
        if start >= 0 and (here != held or not bridged):
            yield start, end, held  # type: ignore[misc]
            start = -1
        if here != usual:
            if start < 0:
                start, held = position, here
            end = position
        seen = position
    if start >= 0:
        yield start, end, held  # type: ignore[misc]
