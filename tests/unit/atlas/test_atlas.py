"""The questions that pages ask of all the records, on a few made-up ones and on every real one."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from carte_sociale.atlas.atlas import SEUIL_THEME_COMMUNE, Atlas, build_atlas
from carte_sociale.loading.document import Document
from carte_sociale.loading.project import Donnees, Projet, read_data, read_project
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.contact import GroupeDeLignes
from carte_sociale.model.fiche import Fiche

RACINE = Path(__file__).parents[3]
UCCLE = {"id": "l", "forme": "adresse", "adresse": {"commune": "uccle"}}


@pytest.fixture(scope="module")
def donnees() -> Donnees:
    return read_data(RACINE)


@pytest.fixture(scope="module")
def real() -> Atlas:
    return build_atlas(read_project(RACINE))


def record(**parts: Any) -> dict[str, Any]:
    stub = {"nom": {"fr": "a"}, "nature": "cpas", "resume": {"fr": "a"}, "sources": [{"url": "https://exemple.be"}]}
    return stub | parts


def about(*themes: str) -> list[dict[str, Any]]:
    return [{"id": "s", "nom": {"fr": "s"}, "themes": list(themes)}]


def atlas(donnees: Donnees, **records: dict[str, Any] | None) -> Atlas:
    """An atlas of records by id; None stands for a file that could not be read."""
    lues = tuple(
        FicheLue(id_, Document(f"{id_}.yml", ()), Fiche.model_validate(data, context=donnees) if data else None)
        for id_, data in records.items()
    )
    return build_atlas(Projet(RACINE, donnees, lues))


def ids(entries: Any) -> list[str]:
    return [entry.id for entry in entries]


def test_entries_stand_in_the_order_of_their_ids_without_those_that_could_not_be_read(donnees: Donnees) -> None:
    found = atlas(donnees, zebre=record(), casse=None, abri=record())
    assert ids(found.entrees) == ["abri", "zebre"]
    assert list(found.par_id) == ["abri", "zebre"]


def test_every_theme_commune_and_quartier_is_a_key(donnees: Donnees) -> None:
    found = atlas(donnees, a=record(services=about("ecoute"), lieux=[UCCLE | {"quartier": "37"}]))
    assert tuple(found.par_theme) == donnees.vocabulaires["themes"].ids
    assert ids(found.par_theme["ecoute"]) == ["a"]
    assert sum(map(len, found.par_theme.values())) == 1
    assert set(found.par_commune) == donnees.ids("communes")
    assert ids(found.par_commune["uccle"]) == ["a"]
    assert len(found.par_quartier) == 145
    assert ids(found.par_quartier[37]) == ["a"]


def test_what_has_no_place_in_a_commune_is_regional(donnees: Donnees) -> None:
    found = atlas(donnees, a=record(lieux=[UCCLE]), b=record(), c=record(lieux=[{"id": "l", "forme": "itinerant"}]))
    assert ids(found.regionales) == ["b", "c"]


def test_a_lieu_de_liens_is_known_by_its_block(donnees: Donnees) -> None:
    found = atlas(donnees, a=record(lieu_de_liens={"enfants": "oui"}), b=record(nature="lieu-de-liens"))
    assert ids(found.lieux_de_liens) == ["a"]


def test_a_theme_has_a_page_in_a_commune_from_the_third_record_on(donnees: Donnees) -> None:
    here = record(lieux=[UCCLE], services=about("ecoute", "aines"))
    assert SEUIL_THEME_COMMUNE == 3
    two, three = atlas(donnees, a=here, b=here), atlas(donnees, a=here, b=here, c=here)
    assert "ecoute" not in two.themes_de_commune("uccle")
    assert "ecoute" in three.themes_de_commune("uccle")
    assert three.themes_de_commune("ixelles") == ()
    order = donnees.vocabulaires["themes"].ids
    assert three.themes_de_commune("uccle") == tuple(sorted(("ecoute", "aines"), key=order.index))


def test_help_lines_keep_their_order_and_skip_records_that_are_not_there(donnees: Donnees) -> None:
    group = GroupeDeLignes(groupe="g", titre={"fr": "a", "nl": "b", "en": "c"}, fiches=("b", "absente", "a"))
    own = replace(donnees, lignes_d_aide=(group,))
    ((title, entries),) = atlas(own, a=record(), b=record()).lignes_d_aide
    assert title["nl"] == "b"
    assert ids(entries) == ["b", "a"]


def test_former_ids_lead_to_the_one_of_today(donnees: Donnees) -> None:
    found = atlas(donnees, a=record(anciens_ids=["x", "y"]), b=record())
    assert found.redirections == {"x": "a", "y": "a"}


def test_ties_are_found_from_their_other_end(donnees: Donnees) -> None:
    kind = min(donnees.ids("relations"))
    tie = {"type": kind, "vers": "c"}
    found = atlas(donnees, a=record(relations=[tie]), b=record(relations=[tie, tie | {"vers": "loin"}]), c=record())
    ties = {entry.id: found.liens_de(entry) for entry in found.entrees if entry.id != "b"}
    told = {id_: [(a.autre.id, a.relation.type, a.entrant) for a in of_it.attaches] for id_, of_it in ties.items()}
    assert told == {"a": [("c", kind, False)], "c": [("a", kind, True), ("b", kind, True)]}


def test_a_flagged_theme_gives_its_reason_once(donnees: Donnees) -> None:
    flagged = [term for term in donnees.vocabulaires["themes"] if term.signale]
    quiet = next(term for term in donnees.vocabulaires["themes"] if not term.signale)
    reasons = tuple(dict.fromkeys(str(term.signale) for term in flagged))
    found = atlas(donnees, a=record(services=about(*(t.id for t in flagged))), b=record(services=about(quiet.id)))
    assert found.signales(found.par_id["a"]) == reasons
    assert found.signales(found.par_id["b"]) == ()


def test_a_term_that_no_vocabulary_has_is_a_key_error(donnees: Donnees) -> None:
    found = atlas(donnees)
    assert found.terme("natures", "cpas").id == "cpas"
    with pytest.raises(KeyError):
        found.terme("natures", "boulangerie")


def test_dispositifs_of_a_quartier_say_how_that_is_known(donnees: Donnees) -> None:
    found = atlas(donnees)
    covered = next(q for d in donnees.reseau.dispositifs for q in d.quartiers)
    quartier = donnees.territoire.quartier_par_slug(covered.quartier)
    assert quartier is not None
    active = found.dispositifs_actifs(quartier)
    assert {actif.lien for actif in active} <= {"source", "infere"}
    assert any(actif.portee == "quartier" for actif in active)


def test_every_real_record_is_on_the_map_and_none_is_lost(real: Atlas) -> None:
    assert len(real.entrees) >= 160
    here = {entry.id for entries in real.par_commune.values() for entry in entries}
    assert here.isdisjoint(ids(real.regionales))
    assert here | set(ids(real.regionales)) == set(real.par_id)
    assert {entry.id for entries in real.par_theme.values() for entry in entries} == {
        entry.id for entry in real.entrees if entry.themes
    }
