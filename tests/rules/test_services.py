import pytest

SERVICE = "services:\n  - id: s\n    nom: {fr: Aide, nl: Hulp}\n    themes: []\n"  # lines 5 to 8
LIEUX = "lieux:\n  - {id: accueil, forme: telephone}\n"


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (SERVICE, []),
        (SERVICE + "  - {id: t, nom: {fr: Repas, nl: Maaltijd}, themes: []}\n", []),
        (SERVICE + "  - {id: s, nom: {fr: Repas, nl: Maaltijd}, themes: []}\n", ["service-double@9:10"]),
    ],
)
def test_service_ids(codes, extra, expected):
    assert codes(extra) == expected


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("    lieux: [accueil]\n", []),
        ("    lieux: [acceuil]\n", ["lieu-inconnu@9:13"]),
        ("    horaires: [{lieux: [accueil], quand: lun 9h-12h}]\n", []),
        ("    horaires: [{lieux: [accueil], quand: }]\n", ["horaire-sans-rien@9:16", "champ-vide@9:35"]),
        ("    horaires: [{lieux: [la-bas], quand: lun 9h-12h}]\n", ["lieu-inconnu@9:25"]),
    ],
)
def test_places_exist(codes, extra, expected):
    assert codes(SERVICE + extra + LIEUX) == expected


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        ("{etat: complet, date: 2026-11-20}", []),
        ("{etat: complet, date: 2026-10-01}", []),  # 60 days before 30 November
        ("{etat: complet, date: 2026-09-30}", ["disponibilite-ancienne@9:42"]),
        ("{etat: complet}", ["disponibilite-sans-date@9:27"]),
        ("{etat: complet, date: 2026-11}", ["date-incomplete@9:42"]),
        ("{etat: plein, date: 2026-11-20}", ["valeur-hors-vocabulaire@9:27"]),
        ("{etat: complet, date: 2027-11-20}", ["date-future@9:42"]),
    ],
)
def test_room_is_dated(codes, room, expected):
    assert codes(f"{SERVICE}    disponibilite: {room}\n") == expected


@pytest.mark.parametrize(
    ("closure", "expected"),
    [
        ("{du: 2026-12-24, au: 2027-01-03}", []),
        ("{du: 2026-12-24, au: 2026-12-24}", []),
        ("{du: 2026-12-24, au: 2026-01-03}", ["fermeture-inversee@9:39"]),
        ("{du: 2026-07-01, au: 2026-07-31}", ["fermeture-passee@9:39"]),
        ("{du: 24/12/2026, au: 2027-01-03}", ["date-invalide@9:23"]),
        ("{du: 2026-02-30, au: 2027-01-03}", ["date-inexistante@9:23"]),
    ],
)
def test_closures_are_possible(codes, closure, expected):
    assert codes(f"{SERVICE}    fermetures: [{closure}]\n") == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("{type: strict, communes: [uccle]}", []),
        ("{type: strict, precision: {fr: le bas de la ville, nl: het lage deel}}", []),
        ("{type: souple}", []),
        ("{type: strict}", ["perimetre-sans-zone@9:23"]),
        ("{type: strict, quartiers: [999]}", ["quartier-inconnu@9:43"]),
    ],
)
def test_strict_perimeter(codes, zone, expected):
    assert codes(f"{SERVICE}    perimetre: {zone}\n") == expected
