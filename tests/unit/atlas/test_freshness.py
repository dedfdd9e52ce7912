"""Until when hours may say "open": the rules that keep somebody from a closed door."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carte_sociale.atlas.freshness import (
    DISPONIBILITE_JOURS,
    HORAIRE_SOURCE_MOIS,
    VERIFICATION_ANCIENNE_MOIS,
    VERIFICATION_TELEPHONER_MOIS,
    hours_trusted_until,
)
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.service import Horaire


def fiche(verified: str | None = None) -> Fiche:
    verification = {"verification": {"date": verified, "role": "r", "moyen": "m"}} if verified else {}
    return Fiche.model_validate(
        {
            "nom": {"fr": "a"},
            "nature": "cpas",
            "resume": {"fr": "a"},
            "sources": [{"url": "https://exemple.be"}],
            **verification,
        }
    )


def horaire(source: str | None = None, law: bool = False) -> Horaire:
    dated = {"date_source": source} if source else {}
    return Horaire.model_validate(
        {"quand": "24/7", **dated, **({"toujours_selon_la_loi": {"fr": "loi"}} if law else {})}
    )


def test_the_thresholds_are_those_of_the_map() -> None:
    assert (DISPONIBILITE_JOURS, VERIFICATION_TELEPHONER_MOIS, VERIFICATION_ANCIENNE_MOIS) == (60, 6, 12)
    assert HORAIRE_SOURCE_MOIS == 18


@pytest.mark.parametrize(
    ("verified", "source", "until"),
    [
        (None, None, None),
        (None, "2025-03-15", date(2026, 9, 15)),
        (None, "2025-03", date(2026, 9, 1)),
        (None, "2025", date(2026, 7, 1)),
        (None, "2024-08-31", date(2026, 2, 28)),
        (None, "1999", date(2000, 7, 1)),
        ("2026-01-10", None, date(2027, 1, 10)),
        ("2024-02-29", None, date(2025, 2, 28)),
        ("2026-01-10", "2019", date(2027, 1, 10)),
        ("2024-01-10", "2026-03-01", date(2027, 9, 1)),
    ],
)
def test_hours_are_trusted_for_a_while(verified: str | None, source: str | None, until: date | None) -> None:
    assert hours_trusted_until(fiche(verified), horaire(source)) == until


@pytest.mark.parametrize("source", [None, "2010"])
def test_hours_that_the_law_keeps_are_always_trusted(source: str | None) -> None:
    assert hours_trusted_until(fiche(), horaire(source, law=True)) == date.max


YEARS = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@given(verified=YEARS, source=YEARS)
def test_to_verify_never_makes_hours_less_sure(verified: date, source: date) -> None:
    alone = hours_trusted_until(fiche(), horaire(source.isoformat()))
    both = hours_trusted_until(fiche(verified.isoformat()), horaire(source.isoformat()))
    assert alone is not None
    assert both is not None
    assert both >= alone


@given(source=YEARS)
def test_a_less_precise_source_is_never_trusted_for_longer(source: date) -> None:
    untils = [hours_trusted_until(fiche(), horaire(source.isoformat()[:length])) for length in (4, 7, 10)]
    assert untils == sorted(untils, key=lambda day: day or date.min)
