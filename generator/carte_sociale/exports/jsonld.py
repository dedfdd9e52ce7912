"""A record as schema.org says it (JSON-LD), for engines that show phone and address beside a link.

Opening hours are left out on purpose: schema.org cannot say "unknown on public holidays", and an engine would show
unverified hours as if they were sure.
"""

from collections.abc import Mapping
from typing import Any

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree, LieuSitue, ServiceSitue

LICENCE_FICHES = "https://creativecommons.org/licenses/by/4.0/"


def organisation_jsonld(atlas: Atlas[Any], entree: Entree, langue: str) -> Mapping[str, Any]:
    """Return the structured data of a record's page. A confidential record gives no place at all."""
    fiche, site = entree.fiche, atlas.donnees.editeur.base
    name, resume = fiche.nom.pour(langue), fiche.resume.pour(langue)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": atlas.terme("natures", fiche.nature).equivalents.schema_org or "Organization",
        "@id": site + routes.address("organisation", langue, entree.id) + "#organisation",
        "name": name.texte,
        "description": resume.texte,
        "url": site + routes.address("organisation", langue, entree.id),
    }
    if fiche.contacts:
        data |= _contacts(fiche.contacts)
    places = [] if fiche.confidentiel else [_place(atlas, lieu, langue) for lieu in entree.lieux if lieu.lieu.adresse]
    if places:
        data["location"] = places
    services = [_service(atlas, situe, langue) for situe in entree.services]
    if services:
        data["makesOffer"] = [{"@type": "Offer", "itemOffered": service} for service in services]
    return data


def _contacts(contacts: Any) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if contacts.telephones:
        data["telephone"] = contacts.telephones[0].numero.appel
    if contacts.courriels:
        data["email"] = contacts.courriels[0].adresse
    if contacts.site:
        data["sameAs"] = [contacts.site]
    return data


def _place(atlas: Atlas[Any], lieu: LieuSitue, langue: str) -> dict[str, Any]:
    adresse = lieu.lieu.adresse
    if adresse is None:
        return {"@type": "Place"}
    commune = atlas.donnees.territoire.commune(adresse.commune)
    street = lieu.rue.get(langue) or next(iter(lieu.rue.values()), None)
    postal = {
        "@type": "PostalAddress",
        "streetAddress": " ".join(part for part in (street, adresse.numero) if part) or None,
        "postalCode": adresse.code_postal,
        "addressLocality": commune.nom[langue] if commune else None,
        "addressCountry": "BE",
    }
    return {"@type": "Place", "address": {key: value for key, value in postal.items() if value}}


def _service(atlas: Atlas[Any], situe: ServiceSitue, langue: str) -> dict[str, Any]:
    service = situe.service
    terms = [atlas.terme("themes", theme) for theme in service.themes]
    data: dict[str, Any] = {
        "@type": "Service",
        "name": service.nom.pour(langue).texte,
        "serviceType": [(term.terme or term.label)[langue] for term in terms],
    }
    if service.langues:
        data["availableChannel"] = {"@type": "ServiceChannel", "availableLanguage": list(service.langues)}
    return data
