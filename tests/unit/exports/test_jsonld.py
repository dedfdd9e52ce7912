"""What engines are told of a record: where it is and how to reach it, never when it opens, nor a secret place."""

import json
from typing import Any

from carte_sociale.exports.jsonld import organisation_jsonld

SITE = "https://exemple.be/"
PLACE = {
    "id": "l",
    "forme": "adresse",
    "adresse": {"rue": {"fr": "Rue Haute"}, "numero": "1", "code_postal": "1000", "commune": "bruxelles"},
}


def jsonld(atlas_of: Any, langue: str, **parts: Any) -> dict[str, Any]:
    atlas = atlas_of(a=parts)
    found: dict[str, Any] = dict(organisation_jsonld(atlas, atlas.par_id["a"], langue))
    return found


def test_names_and_addresses_follow_the_page_or_fall_back(atlas_of: Any) -> None:
    dutch = jsonld(atlas_of, "nl", nom={"fr": "Le Relais", "nl": "Het Relais"}, lieux=[PLACE])
    assert dutch["name"] == "Het Relais"
    assert dutch["description"] == "a"
    assert dutch["url"].endswith("/nl/organisations/a/")
    assert dutch["@id"] == f"{dutch['url']}#organisation"
    assert dutch["location"][0]["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Hoogstraat 1",
        "postalCode": "1000",
        "addressLocality": "Brussel",
        "addressCountry": "BE",
    }
    english = jsonld(atlas_of, "en", lieux=[PLACE])
    assert english["location"][0]["address"]["streetAddress"] == "Rue Haute 1"


def test_contacts_are_dialled_in_full(atlas_of: Any) -> None:
    found = jsonld(
        atlas_of,
        "fr",
        contacts={
            "telephones": [{"numero": "02 529 41 20"}, {"numero": "112"}],
            "courriels": [{"adresse": "info@exemple.be"}],
            "site": SITE,
        },
    )
    assert (found["telephone"], found["email"], found["sameAs"]) == ("+3225294120", "info@exemple.be", [SITE])


def test_what_is_not_known_is_left_out(atlas_of: Any) -> None:
    found = jsonld(atlas_of, "fr", contacts={}, lieux=[{"id": "l", "forme": "itinerant"}])
    assert found.keys().isdisjoint({"telephone", "email", "sameAs", "location", "makesOffer"})
    only_commune = PLACE | {"adresse": {"commune": "uccle"}}
    place = jsonld(atlas_of, "fr", lieux=[only_commune])["location"][0]
    assert place["address"].keys() == {"@type", "addressLocality", "addressCountry"}


def test_a_confidential_record_gives_no_place(atlas_of: Any) -> None:
    found = jsonld(atlas_of, "fr", confidentiel="oui", lieux=[PLACE])
    assert "Haute" not in json.dumps(found)
    assert "location" not in found


def test_hours_are_never_stated(atlas_of: Any) -> None:
    service = {"id": "s", "nom": {"fr": "s"}, "themes": ["ecoute"], "langues": ["fr"], "horaires": [{"quand": "24/7"}]}
    found = jsonld(atlas_of, "fr", services=[service])
    assert "opens" not in json.dumps(found)
    assert "openingHours" not in json.dumps(found)
    offered = found["makesOffer"][0]["itemOffered"]
    assert offered.keys() == {"@type", "name", "serviceType", "availableChannel"}
    assert offered["availableChannel"]["availableLanguage"] == ["fr"]
