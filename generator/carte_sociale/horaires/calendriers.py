"""Public and school holidays as values, built from plain parsed data (dates as ISO text or dates)."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal


@dataclass(frozen=True)
class Feries:
    """Public holidays by date: ``jours`` gives the id of each, ``noms`` the name of an id in fr, nl, en.

    Complete from ``du`` to ``au``; nothing is known outside.
    """

    du: date
    au: date
    jours: Mapping[date, str]
    noms: Mapping[str, Mapping[str, str]]

    def __hash__(self) -> int:
        return hash((self.du, self.au, tuple(sorted(self.jours.items()))))


@dataclass(frozen=True, slots=True)
class Periode:
    """One school holiday, both days included; ``a_confirmer`` when only a second-hand source gives it."""

    id: str
    du: date
    au: date
    a_confirmer: bool = False


@dataclass(frozen=True)
class Vacances:
    """School holidays of one community (``fr`` or ``nl``), in order; complete from ``du`` to ``au``."""

    communaute: Literal["fr", "nl"]
    du: date
    au: date
    periodes: tuple[Periode, ...]

    @cached_property
    def _debuts(self) -> list[date]:
        return [periode.du for periode in self.periodes]

    def periode(self, jour: date) -> Periode | None:
        """The school holiday in which the day lies, None outside."""
        rang = bisect_right(self._debuts, jour) - 1
        return self.periodes[rang] if rang >= 0 and jour <= self.periodes[rang].au else None


def lire_feries(donnees: Mapping[str, Any]) -> Feries:
    """The public holidays of ``jours_feries.yml`` once parsed. Raises ValueError or KeyError on a broken file."""
    return Feries(
        _date(donnees["du"]),
        _date(donnees["au"]),
        {_date(ligne["date"]): str(ligne["id"]) for ligne in donnees["jours"]},
        {str(cle): dict(noms) for cle, noms in donnees["noms"].items()},
    )


def lire_vacances(donnees: Mapping[str, Any]) -> Vacances:
    """The school holidays of one community: the part ``fr`` or ``nl`` of ``vacances_scolaires.yml`` once parsed.

    Raises ValueError or KeyError on a broken file.
    """
    communaute = str(donnees["communaute"])
    if communaute not in ("fr", "nl"):
        raise ValueError(communaute)
    periodes = [
        Periode(
            str(ligne["id"]),
            _date(ligne["du"]),
            _date(ligne["au"]),
            str(ligne.get("a_confirmer", "")).lower() == "true",
        )
        for ligne in donnees["periodes"]
    ]
    return Vacances(
        "fr" if communaute == "fr" else "nl",
        _date(donnees["du"]),
        _date(donnees["au"]),
        tuple(sorted(periodes, key=lambda periode: periode.du)),
    )


def _date(valeur: object) -> date:
    return valeur if isinstance(valeur, date) else date.fromisoformat(str(valeur))
