"""The pure parts of a kept list: its address, where records are by their id, what is sent, a week in words."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carte_sociale.atlas.atlas import build_atlas
from carte_sociale.loading.project import read_project
from carte_sociale.search.casiers import casier

from .conftest import Lance

RACINE = Path(__file__).parents[3]
MODULE = "components/liste/{}.js"
LIMITE = 20
SLUG = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True)


def _call(node: Lance, module: str, name: str, *calls: list[Any], **options: Any) -> list[Any]:
    """What a function of a module answers to several calls."""
    ask = f"(calls, module) => calls.map((args) => module.{name}(...args))"
    found: list[Any] = node(MODULE.format(module), ask, list(calls), **options)
    return found


def test_an_address_is_read_in_its_order_without_what_is_no_id(node: Lance) -> None:
    assert _call(
        node,
        "adresse",
        "lire",
        ["#fiches=b,a,c"],
        ["#moment=2026-11-24T10:00&fiches=b%2Ca"],
        ["#fiches=a,,A,a b,../x,<i>,é,a,b-"],
        ["#fiches="],
        ["#contenu"],
        [""],
    ) == [["b", "a", "c"], ["b", "a"], ["a"], [], [], []]


@settings(max_examples=5, deadline=None)
@given(lists=st.lists(st.lists(SLUG, unique=True, min_size=1, max_size=LIMITE), min_size=40, max_size=40))
def test_what_is_written_is_read_again(node: Lance, lists: list[list[str]]) -> None:
    written = _call(node, "adresse", "ecrire", *[[ids, "#fiches=z&moment=2026-11-24"] for ids in lists])
    assert written == [f"#fiches={','.join(ids)}&moment=2026-11-24" for ids in lists]
    assert _call(node, "adresse", "lire", *[[address] for address in written]) == lists


def test_nothing_of_an_empty_list_or_of_an_anchor_stays_in_the_address(node: Lance) -> None:
    assert _call(node, "adresse", "ecrire", [[], "#fiches=a"], [["a"], "#contenu"], [["a"]]) == [
        "#", "#fiches=a", "#fiches=a",
    ]  # fmt: skip


def test_places_are_added_once_up_to_the_limit_taken_away_and_moved(node: Lance) -> None:
    full = [f"p{n}" for n in range(LIMITE)]
    assert _call(node, "adresse", "ajouter", [["a"], "b"], [["a", "b"], "a"], [full[1:], "x"], [full, "x"]) == [
        ["a", "b"], ["a", "b"], [*full[1:], "x"], full,
    ]  # fmt: skip
    assert _call(node, "adresse", "enlever", [["a", "b", "c"], "b"], [["a"], "x"]) == [["a", "c"], ["a"]]
    abc = ["a", "b", "c"]
    moves = [[abc, "c", -1], [abc, "a", 1], [abc, "a", -1], [abc, "c", 1], [abc, "a", 9]]
    assert _call(node, "adresse", "deplacer", *moves) == [
        ["a", "c", "b"], ["b", "a", "c"], abc, abc, ["b", "c", "a"],
    ]  # fmt: skip


def test_no_path_of_the_computer_is_ever_where_others_open_a_list(node: Lance) -> None:
    folder = "file:///home/zoe/cle/fr/liste/index.html#fiches=a&moment=2026-01-01"
    known, example = "https://carte.brussels/fr/liste/", "https://carte-sociale.example/fr/liste/"
    served = "https://carte.brussels/essai/fr/liste/#fiches=a"
    assert _call(
        node,
        "adresse",
        "lienDe",
        [["a", "b"], {"adresse": folder, "publiee": known}],
        [["a"], {"adresse": folder, "publiee": example}],
        [["a"], {"adresse": folder, "publiee": "https://www.example.org/fr/liste/"}],
        [["a"], {"adresse": folder, "publiee": "https://exemple-example.be/fr/liste/"}],
        [["a", "b"], {"adresse": served, "publiee": example}],
    ) == [
        f"{known}#fiches=a,b", "", "", "https://exemple-example.be/fr/liste/#fiches=a",
        "https://carte.brussels/essai/fr/liste/#fiches=a,b",
    ]  # fmt: skip


def test_browser_and_program_look_in_the_same_pigeonhole(node: Lance) -> None:
    ids = [entree.id for entree in build_atlas(read_project(RACINE)).entrees]
    calls = [[id_, count] for id_ in ids for count in (1, 7, 24, 834)]
    assert len(calls) > 1000
    assert _call(node, "empreinte", "casier", *calls) == [casier(id_, count) for id_, count in calls]


@pytest.fixture
def envoyes() -> list[dict[str, Any]]:
    return [
        {"nom": "Free Clinic", "contact": "02 512 13 14", "adresses": ["Chaussée de Wavre, 154, Ixelles", "Ailleurs"]},
        {"nom": "Refuge", "contact": "02 512 00 01", "adresses": []},
        {"nom": "Le banc", "contact": "", "adresses": []},
    ]  # fmt: skip


CAUTION = "Téléphonez avant de venir : les heures changent."


def test_a_message_says_name_number_address_then_the_link(node: Lance, envoyes: list[dict[str, Any]]) -> None:
    link = "https://carte.brussels/fr/liste/#fiches=a,b"
    whole, alone = _call(node, "message", "message", [envoyes, link], [envoyes[:1], ""])
    assert whole == (
        "1. Free Clinic\n02 512 13 14 · Chaussée de Wavre, 154, Ixelles / Ailleurs\n\n"
        "2. Refuge\n02 512 00 01\n\n3. Le banc\n\n" + CAUTION + "\n\nLa liste, à jour :\n" + link
    )
    assert alone == "1. Free Clinic\n02 512 13 14 · Chaussée de Wavre, 154, Ixelles / Ailleurs\n\n" + CAUTION


def test_messages_open_on_any_phone(node: Lance) -> None:
    assert _call(node, "message", "sms", ["a & b\n#x=1?"]) == ["sms:?&body=a%20%26%20b%0A%23x%3D1%3F"]
    assert _call(node, "message", "courriel", ["Ma liste?", "a\nb"]) == ["mailto:?subject=Ma%20liste%3F&body=a%0D%0Ab"]


WEEK = [[540, 720, 780, 1020], [540, 720, 780, 1020], [], [540, 720], [540, 720], [], []]
TUESDAY = 20781
"""24 November 2026, in days since 1970."""


def _packed(week: list[list[int]], days: int = 400) -> dict[str, Any]:
    return {"d": "2026-01-01", "n": days, "s": week}


def test_a_week_is_said_in_a_few_words_and_only_when_it_may_be_trusted(node: Lance) -> None:
    night = [[0, 1440]] * 7
    hours = [
        ["", _packed(WEEK), ""],
        ["par téléphone", _packed([[600, 1500], *[[]] * 6]), "Écoute"],
        ["", _packed(night), ""],
        ["", _packed([[]] * 7), ""],
        ["", _packed(WEEK, days=10), ""],
        ["", None, ""],
    ]
    (said,) = _call(node, "semaine", "semaines", [hours, [TUESDAY, 600]])
    assert said == [
        "lun–mar 9:00–12:00, 13:00–17:00; jeu–ven 9:00–12:00",
        "Écoute, par téléphone\u00a0: lun 10:00–1:00",
        "jour et nuit",
        "fermé",
    ]
    dutch = {"langue": "nl", "mots": {}, "feries": {}, "noms": {}}
    (said,) = _call(node, "semaine", "semaines", [hours[:1], [TUESDAY, 600]], carte=dutch)
    assert said == ["ma–di 9:00–12:00, 13:00–17:00; do–vr 9:00–12:00"]


def test_a_code_is_drawn_run_by_run(node: Lance) -> None:
    rows = [[True, True, False, True], [False] * 4, [False, True, True, True]]
    assert _call(node, "qr", "traits", [rows]) == ["M0 0.5h2M3 0.5h1M1 2.5h3"]
