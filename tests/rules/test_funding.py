from datetime import date

import pytest


@pytest.fixture(scope="module")
def grant(donnees):
    kind, who = min(donnees.ids("reconnaissances_types")), min(donnees.ids("pouvoirs"))
    return f"financements:\n  - type: {kind}\n    pouvoir: {who}\n"  # lines 5 to 7


@pytest.mark.parametrize(
    ("objet", "expected"),
    [
        ("soutien en 2024", []),
        ("subside de 25.000 €", ["montant-interdit@8:17"]),
        ("€ 25000 par an", ["montant-interdit@8:17"]),
        ("25 000 euros", ["montant-interdit@8:17"]),
        ("1,2 million", ["montant-interdit@8:17"]),
        ("12 EUR", ["montant-interdit@8:17"]),
        ("pour 25 places", []),
    ],
)
def test_no_amount(codes, grant, objet, expected):
    assert codes(f'{grant}    objet: {{fr: "{objet}", nl: x}}\n') == expected


def test_a_visitors_price_is_welcome(codes):
    service = "services:\n  - {id: s, nom: {fr: Repas, nl: Maaltijd}, themes: [], tarif: {texte: {fr: repas 2 €}}}\n"
    assert codes(service) == []


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("debut: 2024, fin: 2027", []),
        ("debut: 2027, fin: 2026", ["periode-inversee"]),
        ("fin: 2026-11-30", []),
        ("fin: 2026-11-29", ["financement-echu"]),
        ("fin: 2026", []),
        ("fin: 2025", ["financement-echu"]),
        ("fin: 2025, renouvellement: confirme", []),
        ("fin: 2025, renouvellement: echu-a-confirmer", []),
        ("fin: 2025, renouvellement: en-cours", ["financement-echu"]),
    ],
)
def test_end_asks_for_news(codes, grant, dates, expected):
    lines = "".join(f"    {part}\n" for part in dates.split(", "))
    assert [found.split("@")[0] for found in codes(grant + lines, aujourdhui=date(2026, 11, 30))] == expected
