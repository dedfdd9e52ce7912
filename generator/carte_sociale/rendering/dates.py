"""Dates in the words of each language, as precise as they are."""

from functools import cache
from typing import Any

from babel.dates import format_date, get_day_names

from carte_sociale.model.fields import DatePartielle

_LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "en": "en_GB"}
_OF = {"nl": "van", "en": "of"}
_SINCE = {"fr": "depuis", "nl": "sinds", "en": "since"}
_UNTIL = {"nl": "tot en met", "en": "until"}
_PRECISIONS = {1: "y", 2: "MMMM y", 3: "d MMMM y"}


def week_days(langue: str) -> list[str]:
    """Return the names of the days, from Monday."""
    days = get_day_names(locale=_LOCALES[langue])
    return [days[day].capitalize() for day in range(7)]


@cache
def written_date(value: Any, langue: str) -> str:
    """Return a date, or a `DatePartielle` as precise as it is, in words: "mars 2026"."""
    precision = 3
    if isinstance(value, DatePartielle):
        precision = 1 + (value.mois is not None) + (value.jour is not None)
        value = value.au_plus_tot
    text = str(format_date(value, _PRECISIONS[precision], locale=_LOCALES[langue]))
    return f"1er{text[1:]}" if langue == "fr" and text.startswith("1 ") else text


def _to_the_day(value: Any) -> bool:
    return not isinstance(value, DatePartielle) or value.jour is not None


def dated_of(value: Any, langue: str) -> str:
    """Return "du 5 mars 2026", "de mars 2026", "d'avril 2026", "de 2026", in the words of each language."""
    text = written_date(value, langue)
    if langue != "fr":
        return f"{_OF[langue]} {text}"
    if _to_the_day(value):
        return f"du {text}"
    return f"d'{text}" if text[0] in "ao" else f"de {text}"


def dated_since(value: Any, langue: str) -> str:
    """Return "depuis le 5 mars 2026", "depuis mars 2026"."""
    text = written_date(value, langue)
    article = "le " if langue == "fr" and _to_the_day(value) else ""
    return f"{_SINCE[langue]} {article}{text}"


def dated_until(value: Any, langue: str) -> str:
    """Return "jusqu'au 5 mars 2026", "jusqu'en mars 2026"."""
    text = written_date(value, langue)
    if langue != "fr":
        return f"{_UNTIL[langue]} {text}"
    return f"jusqu'au {text}" if _to_the_day(value) else f"jusqu'en {text}"
