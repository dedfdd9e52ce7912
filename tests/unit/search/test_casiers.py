"""Pigeonholes: every record in one, found by its id alone; former ids lead to those of today."""

from collections.abc import Callable
from pathlib import Path

import pytest

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.loading.project import read_project
from carte_sociale.search.casiers import PLACES, casier, contenu, en_casiers

RACINE = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def reel() -> Atlas:
    return build_atlas(read_project(RACINE))


def test_pigeonhole_of_an_id_is_the_digest_of_the_books() -> None:
    """FNV-1a on 32 bits, as its authors give it: "" is 0x811c9dc5, "a" 0xe40c292c, "foobar" 0xbf9cf968."""
    whole = 1 << 32
    assert [casier(text, whole) for text in ("", "a", "foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]


def test_every_record_stands_once_where_its_id_says(reel: Atlas) -> None:
    order = reel.par_nom(reel.entrees, "fr")
    made = en_casiers(reel, order)
    assert len(made) == -(-len(order) // PLACES) > 20
    assert sorted(entree.id for members, _ in made for entree in members) == sorted(e.id for e in order)
    for rank, (members, _) in enumerate(made):
        assert all(casier(entree.id, len(made)) == rank for entree in members)
        assert [order.index(entree) for entree in members] == sorted(order.index(entree) for entree in members)
    assert max(len(members) for members, _ in made) <= 3 * PLACES


def test_order_of_files_changes_nothing(reel: Atlas) -> None:
    order = reel.par_nom(reel.entrees, "fr")
    again = en_casiers(reel, reel.par_nom(reversed(reel.entrees), "fr"))
    assert [[e.id for e in members] for members, _ in again] == [
        [e.id for e in members] for members, _ in en_casiers(reel, order)
    ]


def test_a_former_id_leads_to_the_one_of_today(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(nouveau={"anciens_ids": ["ancien"]}, **{f"a{n}": {} for n in range(30)})
    made = en_casiers(atlas, atlas.par_nom(atlas.entrees, "fr"))
    _, anciens = made[casier("ancien", len(made))]
    assert anciens == {"ancien": "nouveau"}
    assert contenu(atlas, "fr", [], anciens, []) == {"ancien": "nouveau"}
    assert sum(len(former) for _, former in made) == 1


def test_a_pigeonhole_says_three_answers_and_what_paper_must_not(atlas_of: Callable[..., Atlas]) -> None:
    service = {"id": "s", "nom": {"fr": "Accueil"}, "themes": ["eau"]}
    atlas = atlas_of(
        libre={"services": [{**service, "inconditionnel": "oui", "frais": "gratuit", "langues": ["fr", "nl"]}]},
        rien={"services": [service]},
        refuge={
            "confidentiel": "oui",
            "lieux": [{"id": "t", "forme": "telephone"}],
            "services": [{**service, "themes": ["violences-conjugales"], "inconditionnel": "non"}],
        },
    )
    order = [next(e for e in atlas.entrees if e.id == id_) for id_ in ("libre", "rien", "refuge")]
    held = contenu(atlas, "nl", order, {}, [b"<p>1", b"<p>2", b"<p>3"])
    assert [said["carte"] for said in held.values()] == ["<p>1", "<p>2", "<p>3"]
    assert [said["sans_condition"] for said in held.values()] == [True, None, False]
    assert held["libre"]["frais"] == ["Gratis"]
    assert held["libre"]["langues"] == ["Frans", "Nederlands"]
    assert held["rien"] == {
        "carte": "<p>2", "publics": [], "langues": [], "frais": [], "pmr": [],
        "sans_condition": None, "signale": False, "protege": False,
    }  # fmt: skip
    assert (held["refuge"]["signale"], held["refuge"]["protege"]) == (True, True)


def test_no_record_is_one_empty_pigeonhole(atlas_of: Callable[..., Atlas]) -> None:
    assert en_casiers(atlas_of(), []) == [([], {})]
