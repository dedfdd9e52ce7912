"""What is missing from a record, and when it is labelled incomplete."""

from typing import Any

import pytest

from carte_sociale.atlas.completeness import is_stub, missing_parts
from carte_sociale.model.fiche import Fiche

SERVICE = {"id": "s", "nom": {"fr": "s"}, "themes": ["ecoute"]}
WHOLE = SERVICE | {"horaires": [{"quand": "24/7"}], "acces": ["telephone"], "langues": ["fr"]}
PHONE = {"telephones": [{"numero": "112"}]}
STREET = {"id": "l", "forme": "adresse", "adresse": {"commune": "uccle", "rue": {"fr": "Rue A"}}}
COMMUNE_ONLY = {"id": "l", "forme": "adresse-inconnue", "adresse": {"commune": "uccle"}}


def fiche(**parts: Any) -> Fiche:
    stub = {"nom": {"fr": "a"}, "nature": "cpas", "resume": {"fr": "a"}, "sources": [{"url": "https://exemple.be"}]}
    return Fiche.model_validate(stub | parts)


@pytest.mark.parametrize(
    ("parts", "missing"),
    [
        ({}, ("services", "joindre", "horaires", "acces", "langues")),
        ({"services": [WHOLE], "contacts": PHONE}, ()),
        ({"services": [SERVICE], "contacts": PHONE}, ("horaires", "acces", "langues")),
        ({"services": [WHOLE]}, ("joindre",)),
        ({"services": [WHOLE], "lieux": [COMMUNE_ONLY]}, ("joindre",)),
        ({"services": [WHOLE], "lieux": [STREET]}, ()),
        ({"services": [WHOLE], "contacts": {"site": "https://a.be"}}, ()),
        ({"services": [WHOLE], "contacts": {"courriels": [{"adresse": "a@b.be"}]}}, ()),
        ({"services": [WHOLE | {"contacts": PHONE}]}, ()),
        ({"services": [WHOLE], "contacts": {}}, ("joindre",)),
        ({"services": [SERVICE, WHOLE], "contacts": PHONE}, ()),
        (
            {"services": [SERVICE], "contacts": PHONE, "lieu_de_liens": {"langues": ["nl"]}},
            ("horaires", "acces"),
        ),
    ],
)
def test_what_a_reader_looks_for_and_does_not_find(parts: dict[str, Any], missing: tuple[str, ...]) -> None:
    assert missing_parts(fiche(**parts)) == missing


@pytest.mark.parametrize(
    ("parts", "stub"),
    [
        ({}, True),
        ({"contacts": PHONE}, True),
        ({"services": [WHOLE]}, True),
        ({"services": [SERVICE], "contacts": PHONE}, True),
        ({"services": [SERVICE | {"acces": ["telephone"]}], "contacts": PHONE}, False),
        ({"services": [SERVICE | {"horaires": [{"quand": "24/7"}]}], "contacts": PHONE}, False),
        ({"services": [WHOLE], "contacts": PHONE}, False),
    ],
)
def test_a_stub_says_too_little_to_act_on(parts: dict[str, Any], stub: bool) -> None:
    assert is_stub(fiche(**parts)) is stub
