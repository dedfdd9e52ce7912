from datetime import date

import pytest

from carte_sociale.rules.dates import months_before


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-30", []),
        ("2026-12-01", ["date-future@5:22"]),
        ("2026-05-30", []),
        ("2026-05-29", ["verification-ancienne@5:22"]),
        ("2025-11-30", ["verification-ancienne@5:22"]),
        ("2025-11-29", ["verification-tres-ancienne@5:22"]),
    ],
)
def test_verification(codes, donnees, day, expected):
    role, moyen = min(donnees.ids("verification_roles")), min(donnees.ids("verification_moyens"))
    assert codes(f"verification: {{date: {day}, role: {role}, moyen: {moyen}}}\n") == expected


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("presentation: {texte: {fr: a, nl: b}, date: 2027}\n", ["date-future@5:45"]),
        ("presentation: {texte: {fr: a, nl: b}, date: 2026-11}\n", []),
        (
            "services:\n  - {id: s, nom: {fr: a, nl: b}, themes: [], tarif: {texte: {fr: c}, date_source: 2026-12}}\n",
            ["date-future@6:83"],
        ),
        (
            "services:\n  - {id: s, nom: {fr: a, nl: b}, themes: [],"
            " horaires: [{quand: lun 9h-9h30, date_source: 2030}]}\n",
            ["date-future@6:91"],
        ),
    ],
)
def test_not_in_the_future(codes, extra, expected):
    assert codes(extra) == expected


def test_sources_of_the_future(verifie, base):
    text = base.replace("date: 2025-01", "date: 2027-01, consulte: 2027-02-03")
    found = [(p.code, p.champ) for p in verifie({"organisations/uccle/a.yml": text})]
    assert found == [("date-future", "sources[0].date"), ("date-future", "sources[0].consulte")]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
    ],
)
def test_months_before(day, months, expected):
    assert months_before(day, months) == expected


def test_another_today(codes):
    text = "presentation: {texte: {fr: a, nl: b}, date: 2026-11}\n"
    assert codes(text, aujourdhui=date(2026, 10, 31)) == ["date-future@5:45"]
