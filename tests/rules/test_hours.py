import pytest

from carte_sociale.horaires import Code, CodePiege
from carte_sociale.rules.hours import CODES, PIEGES

SERVICE = "services:\n  - id: s\n    nom: {fr: Aide, nl: Hulp}\n    themes: []\n    horaires:\n"  # lines 5 to 9


@pytest.mark.parametrize(
    ("quand", "expected"),
    [
        ("lun-ven 9h-12h et 13h-17h, sauf jours fériés", []),
        ("ma en do 9u-12u", []),
        ("Mo-Fr 09:00-17:00; PH off", []),
        ("24/7", []),
        ("lun-ven 9h-12h sur rendez-vous", ["horaire-acces@10:32"]),
        ("lun-ven", ["horaire-heures-manquantes@10:17"]),
        ("9h-12h", ["horaire-jours-manquants@10:17"]),
        ("lun 9h", ["horaire-fin-manquante@10:21"]),
        ("lun-ven 9-12", ["horaire-heure-sans-unite@10:25"]),
        ("lun-ven le matin", ["horaire-moment-sans-heure@10:28"]),
        ("quand il fait beau", ["horaire-mot-inconnu@10:17"]),
        ("di 9:00-10:00", ["horaire-langue-ambigue@10:17"]),
        ("Mo 25:00-26:00", ["horaire-heure-impossible@10:20"]),
        ("PH off; Mo-Fr 09:00-17:00", ["piege-ordre-feries@10:17"]),
        ("Mo-Fr 17:00-09:00", ["piege-fin-avant-debut@10:17"]),
        ("Mo-Fr off", ["piege-n-ouvre-rien@10:17"]),
        ("Mo-Fr 9:00-12:00", []),  # another spelling of the same hours is no trap
    ],
)
def test_hours(codes, quand, expected):
    assert codes(f'{SERVICE}      - quand: "{quand}"\n') == expected


def test_trap_offers_the_corrected_hours(verifie, base):
    text = f"{base}{SERVICE}      - quand: PH off; Mo-Fr 09:00-17:00\n"
    problem = verifie({"organisations/uccle/a.yml": text})[0]
    assert problem.contexte["proche"] == "Mo-Fr 09:00-17:00; PH off"


def test_hours_over_two_lines_are_placed_at_their_beginning(codes):
    found = codes(f"{SERVICE}      - quand: >-\n          lun-ven\n          9h-12h sur rendez-vous\n")
    assert found == ["horaire-acces@10:16"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- texte: {fr: deux jours par semaine, nl: twee dagen per week}", []),
        ("- {canal: telephone}", ["horaire-sans-rien@10:9"]),
        ("- {}", ["horaire-sans-rien@10:9"]),
    ],
)
def test_hours_say_something(codes, line, expected):
    assert codes(f"{SERVICE}      {line}\n") == expected


def test_every_reason_and_every_trap_has_its_words():
    assert set(CODES) == set(Code)
    assert set(CodePiege) - set(PIEGES) == {CodePiege.ECRITURE, CodePiege.ILLISIBLE}


@pytest.mark.parametrize(
    ("nature", "quand", "expected"),
    [
        ("ligne-d-urgence", "24/7", []),
        ("ligne-d-ecoute", "24h/24, 7j/7, jours fériés compris", []),
        ("ligne-d-ecoute", "lun-ven 9h-17h", ["loi-hors-ligne-d-aide@11:9"]),
        ("cpas", "24/7", ["loi-hors-ligne-d-aide@11:9"]),
    ],
)
def test_the_law_keeps_open_only_a_help_line_day_and_night(codes, base, nature, quand, expected):
    law = f'      - quand: "{quand}"\n        toujours_selon_la_loi: {{fr: loi, nl: wet}}\n'
    assert codes(SERVICE + law, base=base.replace("nature: cpas", f"nature: {nature}")) == expected
