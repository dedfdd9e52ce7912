"""The moving map: what its markers stand for, and what the choices beside it leave."""

import random
from typing import Any

import pytest

from .conftest import Lance

GROUPES = "components/plan/groupes.js"
CHOIX = "components/plan/choix.js"
REPERES = "components/plan/reperes.js"
REGION = [4.2, 50.7, 4.6, 51.0]
VUE = """({ points, bornes, zoom }, { groupes }) =>
  groupes(points).vue(bornes, zoom).map((g) => ({ ...g, lieux: g.lieux() }))"""


def _points(count: int) -> list[dict[str, Any]]:
    rng = random.Random(20261128)
    return [
        {"lieu": n // 2, "ouvert": n % 3 == 0, "point": [rng.uniform(50.79, 50.91), rng.uniform(4.28, 4.45)]}
        for n in range(count)
    ]


@pytest.mark.parametrize("zoom", [10, 12, 15, 17])
def test_every_place_stands_behind_one_marker(node: Lance, zoom: int) -> None:
    points = _points(500)
    shown = node(GROUPES, VUE, {"points": points, "bornes": REGION, "zoom": zoom})
    assert sum(group["n"] for group in shown) == len(points)
    behind = {place for group in shown for place in group["lieux"]}
    assert behind == {point["lieu"] for point in points}
    assert sum(group["ouverts"] for group in shown) == sum(point["ouvert"] for point in points)
    assert len({group["cle"] for group in shown}) == len(shown)
    assert all(group["n"] == 1 or group["eclate"] > zoom for group in shown)


def test_places_that_share_a_door_never_fall_apart(node: Lance) -> None:
    door = [{"lieu": n, "point": [50.85, 4.35]} for n in range(4)]
    (group,) = node(GROUPES, VUE, {"points": door, "bornes": REGION, "zoom": 17})
    assert (group["n"], sorted(group["lieux"])) == (4, [0, 1, 2, 3])
    assert group["eclate"] > 17


def test_a_view_holds_its_own_places_only(node: Lance) -> None:
    points = [{"lieu": 0, "point": [50.85, 4.35]}, {"lieu": 1, "point": [50.80, 4.30]}]
    shown = node(GROUPES, VUE, {"points": points, "bornes": [4.34, 50.84, 4.36, 50.86], "zoom": 17})
    assert [group["lieux"] for group in shown] == [[0]]


LIEUX = [
    {"famille": "manger", "ouvert": "oui", "points": [1]},
    {"famille": "manger", "ouvert": "inconnu", "points": [1]},
    {"famille": "rue", "ouvert": "non", "points": [1]},
    {"famille": "rue", "ouvert": "oui", "points": [1]},
    {"famille": "", "ouvert": "inconnu", "points": [1]},
    {"famille": "rue", "ouvert": "oui", "points": []},
]
"""The last is reached by phone: the list shows it, the map and its counts do not."""


@pytest.mark.parametrize(
    ("choix", "gardes", "familles", "ouverts", "inconnus"),
    [
        ({"familles": [], "ouvert": False}, 6, {"manger": 2, "rue": 2, "": 1}, 2, 2),
        ({"familles": ["manger"], "ouvert": False}, 2, {"manger": 2, "rue": 2, "": 1}, 1, 1),
        ({"familles": [], "ouvert": True}, 3, {"manger": 1, "rue": 1}, 2, 2),
        ({"familles": ["manger", "rue"], "ouvert": True}, 3, {"manger": 1, "rue": 1}, 2, 1),
        ({"familles": ["argent"], "ouvert": False}, 0, {"manger": 2, "rue": 2, "": 1}, 0, 0),
    ],
)
def test_choices_leave_what_they_say(
    node: Lance, choix: dict[str, Any], gardes: int, familles: dict[str, int], ouverts: int, inconnus: int
) -> None:
    left = node(CHOIX, "({ lieux, choix }, { garder }) => garder(lieux, choix)", {"lieux": LIEUX, "choix": choix})
    assert len(left["gardes"]) == gardes
    assert left["comptes"] == {"familles": familles, "ouverts": ouverts, "inconnus": inconnus}


@pytest.mark.parametrize(
    ("ancre", "choix"),
    [
        ("", {"familles": [], "ouvert": False}),
        ("#famille=manger%2Crue&ouvert=1", {"familles": ["manger", "rue"], "ouvert": True}),
        ("#ouvert=1", {"familles": [], "ouvert": True}),
    ],
)
def test_choices_stand_in_the_address(node: Lance, ancre: str, choix: dict[str, Any]) -> None:
    both = "(ancre, { lireChoix, ecrireChoix }) => [lireChoix(ancre), ecrireChoix(lireChoix(ancre))]"
    assert node(CHOIX, both, ancre) == [choix, ancre]


def test_the_name_of_a_part_of_the_page_is_no_choice(node: Lance) -> None:
    assert node(CHOIX, "(ancre, { lireChoix }) => lireChoix(ancre)", "#ixelles") is None


def test_a_marker_is_named_after_its_place_and_its_state(node: Lance) -> None:
    place = "(lieu, { nomDuLieu }) => nomDuLieu(lieu)"
    assert node(REPERES, place, {"nom": "Accueil", "etat": "oui"}) == "Accueil, ouvert"
    assert node(REPERES, place, {"nom": "Accueil", "etat": "inconnu"}) == "Accueil, horaire inconnu"
    group = "(groupe, { nomDuGroupe }) => nomDuGroupe(groupe)"
    assert node(REPERES, group, {"n": 2, "ouverts": 1}) == "2 lieux, dont 1 ouvert"
    assert node(REPERES, group, {"n": 12, "ouverts": 3}) == "12 lieux, dont 3 ouverts"
    assert node(REPERES, group, {"n": 3, "ouverts": 0}) == "3 lieux"
