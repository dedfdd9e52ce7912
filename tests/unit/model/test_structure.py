"""What the model says of itself: keys, blocks, vocabularies, and the JSON Schema that editors read."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from carte_sociale.loading.files import record_files
from carte_sociale.loading.project import Donnees, read_data
from carte_sociale.model.contact import Contacts, ContactTelephone, LigneAide
from carte_sociale.model.editeur import Editeur, Guichet
from carte_sociale.model.fiche import Fiche, LieuDeLiens
from carte_sociale.model.fields import Modele
from carte_sociale.model.lieu import Adresse, Lieu
from carte_sociale.model.service import Fermeture, Horaire, Service
from carte_sociale.model.structure import json_schema, model_at, parents_of_key, vocabularies
from carte_sociale.model.texts import Texte

RACINE = Path(__file__).parents[3]
REQUIRED_AT_MOST = 10


class Yaml12(yaml.CSafeLoader):
    """YAML 1.2's core schema, as editors read it: `oui` and a date are text, `true` and `860` are not."""


Yaml12.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


@pytest.fixture(scope="module")
def donnees() -> Donnees:
    return read_data(RACINE)


@pytest.fixture(scope="module")
def schema(donnees: Donnees) -> dict[str, Any]:
    return json_schema(lambda name: [(id_, id_.upper()) for id_ in sorted(donnees.ids(name))])


@pytest.fixture(scope="module")
def validator(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


STUB = """
nom: {fr: Le Relais}
nature: cpas
resume: {fr: Un lieu ouvert.}
sources: [{url: https://exemple.be, date: 2025}]
"""


def required(schema: dict[str, Any], block: str) -> list[str]:
    found: list[str] = schema["$defs"][block].get("required", [])
    return found


def test_an_editor_fills_in_at_most_ten_fields(schema: dict[str, Any]) -> None:
    assert schema["required"] == ["nom", "nature", "resume", "sources"]
    asked = [*schema["required"], *required(schema, "Source")]
    asked += required(schema, "Lieu") + required(schema, "Service")
    assert len(asked) <= REQUIRED_AT_MOST
    assert required(schema, "Texte") == required(schema, "Contacts") == required(schema, "LieuDeLiens") == []


def test_the_schema_and_the_model_ask_for_the_same(schema: dict[str, Any]) -> None:
    assert set(schema["required"]) == {key for key, info in Fiche.model_fields.items() if info.is_required()}
    assert schema["additionalProperties"] is False


def test_the_schema_accepts_every_real_record(validator: jsonschema.Draft202012Validator) -> None:
    paths = record_files(RACINE)
    assert len(paths) >= 160
    refused = {
        path.relative_to(RACINE).as_posix(): [f"{list(e.absolute_path)}: {e.message}" for e in errors]
        for path in paths
        if (errors := list(validator.iter_errors(yaml.load(path.read_text(encoding="utf-8"), Yaml12))))
    }
    assert refused == {}


@pytest.mark.parametrize(
    "extra",
    [
        "",
        "numero_entreprise: 0207.373.429",
        "numero_entreprise: 207373429",
        "fictif: oui",
        "fictif: true",
        "contacts: {telephones: [{numero: 112}], site: https://a.be}",
        "lieux: [{id: a, forme: adresse, adresse: {numero: 12, boite: 3, code_postal: 1000, commune: uccle}}]",
        "lieux: [{id: a, forme: adresse, quartier: 1, acces_physique: {marches: 3, ascenseur: non}}]",
        "verification: {date: 2026-01-31, role: editeur, moyen: telephone}",
    ],
)
def test_the_schema_takes_what_people_write_without_quotation_marks(
    donnees: Donnees, validator: jsonschema.Draft202012Validator, extra: str
) -> None:
    record = yaml.load(STUB + extra, Yaml12)
    if "verification" in record:
        record["verification"]["role"] = min(donnees.ids("verification_roles"))
        record["verification"]["moyen"] = min(donnees.ids("verification_moyens"))
    assert [e.message for e in validator.iter_errors(record)] == []


@pytest.mark.parametrize(
    ("extra", "where"),
    [
        ("nature: boulangerie", ["nature"]),
        ("sources: []", ["sources"]),
        ("sources: [{titre: a}]", ["sources", 0]),
        ("couleur: bleu", []),
        ("fictif: peut-être", ["fictif"]),
        ("lieux: [{id: A B, forme: adresse}]", ["lieux", 0, "id"]),
        ("lieux: [{id: a, forme: adresse, acces_physique: {marches: -3}}]", ["lieux", 0, "acces_physique", "marches"]),
        ("lieux: [{id: a, forme: adresse, adresse: {commune: liege}}]", ["lieux", 0, "adresse", "commune"]),
        ("presentation: {texte: {fr: a}, date: 31/01/2025}", ["presentation", "date"]),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(
    validator: jsonschema.Draft202012Validator, extra: str, where: list[str | int]
) -> None:
    record = yaml.load(STUB, Yaml12) | yaml.load(extra, Yaml12)
    paths = [list(deep.absolute_path) for e in validator.iter_errors(record) for deep in (e, *(e.context or ()))]
    assert where in paths


def test_every_vocabulary_becomes_a_list_with_labels(donnees: Donnees, schema: dict[str, Any]) -> None:
    assert "x-vocabulaire" not in str(schema)
    assert schema["properties"]["nature"]["oneOf"] == [
        {"const": id_, "title": id_.upper()} for id_ in sorted(donnees.ids("natures"))
    ]
    communes = schema["$defs"]["Adresse"]["properties"]["commune"]["oneOf"]
    assert [choice["const"] for choice in communes] == sorted(c.slug for c in donnees.territoire.communes)


def test_every_vocabulary_of_the_model_has_its_file(donnees: Donnees) -> None:
    assert {"communes", "natures", "themes", "langues", "prix_appel"} <= vocabularies()
    assert all(donnees.ids(name) for name in vocabularies())


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ((), Fiche),
        (("nom",), Texte),
        (("nom", "fr"), None),
        (("lieux",), Lieu),
        (("lieux", 3), Lieu),
        (("lieux", 3, "adresse"), Adresse),
        (("lieux", 3, "adresse", "rue"), Texte),
        (("services", 0), Service),
        (("services", 0, "horaires", 1), Horaire),
        (("services", 0, "fermetures"), Fermeture),
        (("services", 0, "contacts", "telephones", 2), ContactTelephone),
        (("contacts",), Contacts),
        (("ligne_aide",), LigneAide),
        (("lieu_de_liens",), LieuDeLiens),
        (("services", 0, "themes", 1), None),
        (("nature",), None),
        (("inconnu",), None),
        (("inconnu", "nom"), None),
        (("nom", "fr", "nl"), None),
    ],
)
def test_a_path_leads_to_a_block_or_nowhere(path: tuple[str | int, ...], model: type[Modele] | None) -> None:
    assert model_at(path) is model


def test_a_path_may_start_in_another_file() -> None:
    assert model_at(("contacts", "retrait"), Editeur) is Guichet
    assert model_at(("lieux",), Editeur) is None


@pytest.mark.parametrize(
    ("key", "parents"),
    [
        ("nature", ("",)),
        ("forme", ("lieux",)),
        ("marches", ("lieux.acces_physique",)),
        ("telephones", ("contacts", "services.contacts")),
        ("confidentiel", ("",)),
        ("du", ("services.fermetures",)),
    ],
)
def test_a_key_knows_the_blocks_that_may_hold_it(key: str, parents: tuple[str, ...]) -> None:
    assert parents_of_key()[key] == parents


def test_every_block_that_a_key_names_does_hold_it() -> None:
    for key, parents in parents_of_key().items():
        for parent in parents:
            model = model_at(parent.split(".") if parent else ())
            assert model is not None
            assert key in model.model_fields, (key, parent)
