"""Which subjects of a record changed between two versions; never what was written."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carte_sociale.atlas.changes import (
    DE_LA_FICHE,
    DES_CONTACTS,
    DU_LIEU,
    DU_SERVICE,
    SUJETS,
    Changement,
    change,
    changed,
)
from carte_sociale.model.contact import Contacts
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.lieu import Lieu
from carte_sociale.model.service import Service

DEPART: dict[str, Any] = {
    "nom": {"fr": "Maison"},
    "nature": "cpas",
    "resume": {"fr": "Un  service."},
    "sources": [{"url": "https://a.example"}],
    "contacts": {"telephones": [{"numero": "02 512 00 00"}], "site": "https://a.example"},
    "lieux": [
        {"id": "l", "forme": "adresse", "adresse": {"commune": "ixelles", "rue": {"fr": "Rue A"}, "numero": "1"}},
        {"id": "m", "forme": "adresse", "acces_physique": {"marches": "2"}},
    ],
    "services": [
        {"id": "s", "nom": {"fr": "S"}, "themes": ["x", "y"], "langues": ["fr", "nl"], "frais": "gratuit",
         "horaires": [{"quand": "Mo-Fr 09:00-12:00", "date_source": "2024"}]},
        {"id": "t", "nom": {"fr": "T"}, "themes": []},
    ],
}  # fmt: skip
RETOUCHES: list[tuple[tuple[str | int, ...], Any, set[str]]] = [
    (("nom", "fr"), "Autre", {"nom"}),
    (("nom", "nl"), "Huis", set()),
    (("resume", "fr"), "Un service.", set()),
    (("resume", "fr"), "Un autre service.", {"presentation"}),
    (("contacts", "telephones", 0, "numero"), "02/512.00.00", set()),
    (("contacts", "telephones", 0, "numero"), "02 512 00 01", {"telephone"}),
    (("contacts", "courriels"), [{"adresse": "accueil@a.example"}], {"courriel"}),
    (("contacts",), None, {"telephone", "site"}),
    (("lieux", 0, "adresse", "numero"), "2", {"adresse"}),
    (("lieux", 0, "adresse", "origine"), "source", set()),
    (("lieux", 0, "position"), {"lat": "50.8", "lon": "4.3", "precision": "rue", "origine": "source"}, set()),
    (("lieux", 1, "acces_physique", "marches"), "0", {"batiment"}),
    (("lieux", 1), {"id": "n", "forme": "itinerant"}, {"adresse"}),
    (("services", 0, "horaires", 0, "quand"), "Mo-Th 09:00-12:00", {"horaires"}),
    (("services", 0, "horaires", 0, "date_source"), "2026-10", set()),
    (("services", 0, "horaires"), [], {"horaires"}),
    (("services", 0, "langues"), ["nl", "fr"], set()),
    (("services", 0, "langues"), ["fr"], {"langues"}),
    (("services", 0, "inconditionnel"), "non", {"acces"}),
    (("services", 0, "frais"), None, {"prix"}),
    (("services", 0, "disponibilite"), {"etat": "complet", "date": "2026-10-01"}, set()),
    (("services", 1), {"id": "u", "nom": {"fr": "U"}, "themes": [], "langues": ["ar"]}, {"services"}),
    (("sources", 0, "consulte"), "2026-10-01", set()),
    (("verification",), {"date": "2026-10-01", "role": "benevole", "moyen": "visite"}, set()),
    (("relations",), [{"type": "partenaire", "vers": "b"}], {"liens"}),
    (("financements",), [{"type": "subvention", "pouvoir": "cocof"}], {"financement"}),
    (("doutes",), [{"champ": "nom", "texte": {"fr": "?"}}], {"doutes"}),
    (("statut",), "asbl", {"statut"}),
    (("lieu_de_liens",), {"animaux": "oui"}, {"visite"}),
]
"""A place of the record, what is put there, the subjects that changed."""


def fiche(*retouches: tuple[tuple[str | int, ...], Any]) -> Fiche:
    """The record of the start, retouched."""
    data = deepcopy(DEPART)
    for path, value in retouches:
        holder: Any = data
        for part in path[:-1]:
            holder = holder[part]
        if value is None:
            del holder[path[-1]]
        else:
            holder[path[-1]] = value
    return Fiche.model_validate(data)


@pytest.mark.parametrize(("path", "value", "subjects"), RETOUCHES)
def test_a_subject_is_told_for_what_a_reader_is_told(
    path: tuple[str | int, ...], value: Any, subjects: set[str]
) -> None:
    assert changed(fiche(), fiche((path, value))) == subjects
    assert changed(fiche((path, value)), fiche()) == subjects


ONE_BY_PLACE = list({row[0][:2]: row for row in RETOUCHES if row[0] != ("contacts",)}.values())
"""Retouches that do not touch each other."""


@given(st.sets(st.integers(0, len(ONE_BY_PLACE) - 1)), st.sets(st.integers(0, len(ONE_BY_PLACE) - 1)))
def test_two_versions_differ_by_what_one_of_them_alone_has(first: set[int], second: set[int]) -> None:
    """Nothing between a version and itself; the same both ways; no subject that no retouch brought, none forgotten."""
    before, after = (fiche(*(ONE_BY_PLACE[rank][:2] for rank in sorted(ranks))) for ranks in (first, second))
    assert changed(before, before) == frozenset()
    assert changed(before, after) == changed(after, before)
    expected = {subject for rank in first ^ second for subject in ONE_BY_PLACE[rank][2]}
    assert changed(before, after) == expected


def test_every_subject_has_a_key_and_every_key_of_the_model_was_thought_of() -> None:
    tables = (DE_LA_FICHE, DES_CONTACTS, DU_SERVICE, DU_LIEU)
    assert {subject for table in tables for subject in table.values()} == set(SUJETS)
    parts = {"contacts", "lieux", "services"}
    kept_by = {"sources", "anciens_ids", "verification", "traductions_a_relire", "confidentiel", "fictif"}
    assert Fiche.model_fields.keys() == DE_LA_FICHE.keys() | parts | kept_by
    assert Service.model_fields.keys() == DU_SERVICE.keys() | {"id", "contacts", "disponibilite"}
    assert Lieu.model_fields.keys() == DU_LIEU.keys() | {"id", "position", "quartier"}
    assert Contacts.model_fields.keys() == DES_CONTACTS.keys()


def test_several_changes_are_one_with_the_day_of_the_last_one_that_stays() -> None:
    hours = (("services", 0, "horaires", 0, "quand"), "Mo 09:00-12:00")
    phone = (("contacts", "telephones", 0, "numero"), "02 512 00 01")
    lime = (("nom", "fr"), "Tilleul")
    versions = [
        (date(2026, 10, 1), fiche(hours)),
        (date(2026, 10, 2), fiche(hours, phone, lime)),
        (date(2026, 10, 3), fiche(hours, phone)),
        (date(2026, 10, 4), fiche(hours, phone, (("sources", 0, "consulte"), "2026-10-04"))),
    ]
    assert change(fiche(), reversed(versions)) == Changement(date(2026, 10, 2), ("telephone", "horaires"))
    assert change(fiche(), [(date(2026, 10, 5), fiche()), *reversed(versions)]) is None
    assert change(fiche(), []) is None


def test_no_version_is_read_beyond_the_last_day_that_counts() -> None:
    def versions() -> Iterator[tuple[date, Fiche]]:
        yield date(2026, 10, 2), fiche((("nom", "fr"), "Tilleul"))
        yield date(2026, 10, 1), fiche()
        raise AssertionError

    assert change(fiche(), versions()) == Changement(date(2026, 10, 2), ("nom",))
