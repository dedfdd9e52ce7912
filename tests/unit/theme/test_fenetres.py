"""Open at some time of a stretch: the same as asking for each of its minutes; and which hours a choice stands for."""

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from carte_sociale.horaires import Compris, Fermeture, compacter, compiler, comprendre
from carte_sociale.loading.project import Donnees, read_project
from carte_sociale.search.columns import column

from .conftest import Lance
from .test_horaire import CHOISIS, _rules

RACINE = Path(__file__).parents[3]
ORIGINE = date(1970, 1, 1)
MODULE = "components/recherche/{}.js"
LENT = """async (cases, { ouvertDans }) => {
  const { deplier, etat } = await import(HORAIRE);
  return cases.map(([packed, feries, stretches]) => {
    const horaire = deplier(packed, feries);
    return stretches.map(([[premier, debut], [dernier, fin]]) => {
      const dits = new Set();
      for (let n = debut; n < (dernier - premier) * 1440 + fin; n += 1)
        dits.add(etat(horaire, [premier + Math.floor(n / 1440), n % 1440]).etat);
      const lent = dits.has("oui") ? "oui" : dits.has("inconnu") ? "inconnu" : "non";
      return [ouvertDans(horaire, [premier, debut], [dernier, fin]), lent];
    });
  });
}"""


def jour(iso: str) -> int:
    return (date.fromisoformat(iso) - ORIGINE).days


@pytest.fixture(scope="module")
def donnees() -> Donnees:
    return read_project(RACINE).donnees


def test_as_asking_for_each_minute(node: Lance, donnees: Donnees) -> None:
    rng = random.Random(20261128)
    texts = [*CHOISIS, *(_rules(rng) for _ in range(40))]
    osm = [one.osm for one in map(comprendre, texts) if isinstance(one, Compris)]
    first, last = date(2026, 10, 1), date(2027, 1, 31)
    closed = (Fermeture(date(2026, 12, 24), date(2027, 1, 3)),)
    feries = {day.isoformat(): id_ for day, id_ in donnees.feries.jours.items()}
    cases = []
    for text in osm:
        for calendar, closures in ((donnees.vacances["fr"], ()), (None, closed)):
            compiled = compiler(text, first, last, feries=donnees.feries, vacances=calendar, fermetures=closures)
            cases.append([compacter(compiled, donnees.feries), feries, _stretches(rng)])
    horaire = (RACINE / "theme/scripts/lib/horaire.js").as_uri()
    answers = node("scripts/lib/dans.js", LENT.replace("HORAIRE", repr(horaire)), cases)
    said = [answer for answered in answers for answer in answered]
    assert len(said) > 1000
    for (packed, _, stretches), answered in zip(cases, answers, strict=True):
        for stretch, (quick, slow) in zip(stretches, answered, strict=True):
            assert quick == slow, (packed, stretch)
    assert {quick for quick, _ in said} == {"oui", "non", "inconnu"}


def _stretches(rng: random.Random) -> list[list[list[int]]]:
    """Evenings and week-ends, holidays among them; any stretch; both ends of what is known; nothing at all."""
    found = [
        [[jour(day), 1080], [jour(day), 1320]]
        for day in (
            "2026-11-24",
            "2026-11-27",
            "2026-11-11",
            "2026-12-24",
            "2026-12-25",
            "2027-01-31",
            "2027-02-01",
            "2026-09-30",
        )
    ]
    found += [[[jour(day), 0], [jour(day) + 2, 0]] for day in ("2026-11-28", "2026-12-26", "2027-01-30")]
    for _ in range(8):
        start = jour("2026-09-29") + rng.randrange(0, 130)
        found.append([[start, rng.randrange(1440)], [start + rng.randrange(1, 3), rng.randrange(1440)]])
    return [*found, [[jour("2026-11-24"), 600], [jour("2026-11-24"), 600]]]


@pytest.mark.parametrize(
    ("nom", "moment", "attendu"),
    [
        ("soir", ("2026-11-24", 600), [("2026-11-24", 1080), ("2026-11-24", 1320)]),
        ("soir", ("2026-11-24", 1140), [("2026-11-24", 1140), ("2026-11-24", 1320)]),
        ("soir", ("2026-11-24", 1319), [("2026-11-24", 1319), ("2026-11-24", 1320)]),
        ("soir", ("2026-11-24", 1320), None),
        ("week-end", ("2026-11-23", 0), [("2026-11-28", 0), ("2026-11-30", 0)]),
        ("week-end", ("2026-11-27", 1439), [("2026-11-28", 0), ("2026-11-30", 0)]),
        ("week-end", ("2026-11-28", 0), [("2026-11-28", 0), ("2026-11-30", 0)]),
        ("week-end", ("2026-11-28", 840), [("2026-11-28", 840), ("2026-11-30", 0)]),
        ("week-end", ("2026-11-29", 0), [("2026-11-29", 0), ("2026-11-30", 0)]),
        ("week-end", ("2026-11-29", 1439), [("2026-11-29", 1439), ("2026-11-30", 0)]),
        ("week-end", ("2026-12-31", 600), [("2027-01-02", 0), ("2027-01-04", 0)]),
        ("toString", ("2026-11-24", 600), None),
        ("demain", ("2026-11-24", 600), None),
    ],
)
def test_which_hours_a_choice_stands_for(
    node: Lance, nom: str, moment: tuple[str, int], attendu: list[tuple[str, int]] | None
) -> None:
    ask = "([nom, moment], { fenetre }) => fenetre(nom, moment)"
    found = node(MODULE.format("fenetres"), ask, [nom, [jour(moment[0]), moment[1]]])
    assert found == (attendu and [[jour(day), minute] for day, minute in attendu])


def test_words_say_the_hours(node: Lance) -> None:
    ask = "(cases, { motsDeFenetre }) => cases.map((one) => motsDeFenetre(...one))"
    tuesday, saturday = jour("2026-11-24"), jour("2026-11-28")
    carte = {"langue": "fr", "mots": {}, "feries": {"2026-12-25": "noel", "2027-01-01": "nouvel-an"}, "noms": {}}
    found = node(
        MODULE.format("fenetres"),
        ask,
        [
            ["1", [tuesday, 600], False],
            ["1", [tuesday, 600], True],
            ["soir", [tuesday, 600], False],
            ["soir", [tuesday, 1165], True],
            ["soir", [tuesday, 1330], False],
            ["week-end", [tuesday, 600], False],
            ["week-end", [saturday, 600], False],
            ["week-end", [saturday + 1, 0], False],
            ["week-end", [jour("2027-12-30"), 600], True],
            ["soir", [jour("2025-06-01"), 600], True],
            ["minuit", [tuesday, 600], False],
        ],
        carte=carte,
    )
    assert found == [
        "Ouvert maintenant",
        "Ouvert à ce moment-là",
        "Ouvert ce soir, entre 18:00 et 22:00",
        "Ouvert en soirée, entre 19:25 et 22:00",
        "Ouvert ce soir (soirée passée)",
        "Ouvert ce week-end, samedi 28 novembre ou dimanche 29 novembre",
        "Ouvert ce week-end, d'ici la fin du dimanche 29 novembre",
        "Ouvert ce week-end, d'ici la fin du dimanche 29 novembre",
        "Ouvert ce week-end (notre calendrier ne va pas si loin)",
        "Ouvert en soirée (notre calendrier ne va pas si loin)",
        "minuit",
    ]


def test_a_record_is_asked_in_person_first_then_by_phone(node: Lance) -> None:
    """Over a stretch as at a moment; nothing is known of one that is over, nor beyond the days that are trusted."""
    tuesday = jour("2026-11-24")
    evenings, mornings = [1140, 1260], [540, 720]

    def pack(hours: list[int]) -> dict[str, Any]:
        return {"d": "2026-11-23", "n": 100, "s": [hours] * 7}

    # Packs, days trusted, by phone or not: in person, by phone, both, trusted for one day, nothing.
    records = [[0, 100, 0], [0, 100, 1], [1, 100, 0, 0, 100, 1], [1, 1, 0, 0, 100, 1], [0, 1, 0], []]
    base = {"paquets": [pack(evenings), pack(mornings)], "heures": column(records)}
    ask = """([base, whens], { etats }) => {
      const etat = etats(base);
      return whens.map((quand) => [0, 1, 2, 3, 4, 5].map((rang) => etat(rang, quand)));
    }"""
    evening = [[tuesday, 1080], [tuesday, 1320]]
    whens = [[tuesday, 1200], [tuesday, 600], evening, None, [[tuesday, 0], [tuesday, 500]], [tuesday, 1200], evening]
    found = node(MODULE.format("etats"), ask, [base, whens])
    assert found[0] == ["oui", "oui", "non", "oui", "inconnu", "inconnu"]
    assert found[1] == ["non", "non", "oui", "non", "inconnu", "inconnu"]
    assert found[2] == ["oui", "oui", "non", "oui", "inconnu", "inconnu"]
    assert found[3] == ["inconnu"] * 6
    assert found[4] == ["non", "non", "non", "non", "inconnu", "inconnu"]
    assert (found[5], found[6]) == (found[0], found[2])
