"""A compiled schedule as the few numbers that a page carries to the browser (`theme/scripts/lib/horaire.js`).

A record page may weigh 15 kB in all, and most schedules differ from their week on public holidays only: these are
one flag, since every script knows their dates. Other days that differ stand as runs.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar

from .calendriers import Feries
from .compilation import Compile, Motif
from .regles import Heures

T = TypeVar("T")


def compacter(compile_: Compile, feries: Feries) -> dict[str, Any]:
    """Return the schedule as JSON can hold it; days count from `d`, minutes from Brussels midnight.

    `d` first day (ISO date), `n` number of days known; `s` the week, Monday first, each day a flat list of starts
    and ends; `f` whether public holidays are unknown where nothing else is said; `x` runs of days that differ:
    [first, last, hours or None]; `m` why, for runs of days in school holidays or a closure: [first, last, kind].
    """
    known = [date.fromordinal(n) for n in range(compile_.debut.toordinal(), compile_.horizon.toordinal() + 1)]
    holidays = [day for day in known if day in feries.jours]
    unknown = [day for day in holidays if compile_.heures(day) is None]
    by_default = len(unknown) * 2 > len(holidays)

    def usual(day: date) -> Heures | None:
        return None if by_default and day in feries.jours else compile_.semaine[day.weekday()]

    runs = _runs(known, compile_.heures, usual)
    motifs = _runs(known, lambda day: _kind(compile_.motifs.get(day)), lambda _: "")
    packed: dict[str, Any] = {
        "d": compile_.debut.isoformat(),
        "n": len(known),
        "s": [_flat(hours) for hours in compile_.semaine],
    }
    if by_default:
        packed["f"] = 1
    if exceptions := [[first, last, None if hours is None else _flat(hours)] for first, last, hours in runs]:
        packed["x"] = exceptions
    if reasons := [[first, last, kind] for first, last, kind in motifs]:
        packed["m"] = reasons
    return packed


def _flat(hours: Heures) -> list[int]:
    return [minute for span in hours for minute in span]


def _kind(motif: Motif | None) -> str:
    return motif.genre if motif and motif.genre != "ferie" else ""


def _runs(days: list[date], value: Callable[[date], T], usual: Callable[[date], T]) -> Iterator[tuple[int, int, T]]:
    """Yield (first, last, value) for days whose value is not the usual one; a run may bridge days that have its value
    anyway, as the weekends of a closed summer."""
    start, end, held = -1, -1, None
    for position, day in enumerate(days):
        here = value(day)
        if start >= 0 and here != held:
            yield start, end, held  # type: ignore[misc]
            start = -1
        if here != usual(day):
            if start < 0:
                start, held = position, here
            end = position
    if start >= 0:
        yield start, end, held  # type: ignore[misc]
