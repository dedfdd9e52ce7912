"""Records as rows that stand alone: each carries verification, availability and licence, so that a copied extract
never loses them."""

from collections.abc import Iterable
from typing import Any

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree, LieuSitue, ServiceSitue

LICENCE = "CC BY 4.0"
LICENCE_OSM = "positions : © les contributeurs d'OpenStreetMap, ODbL 1.0"


def licence_of(lieux: Iterable[LieuSitue]) -> str:
    """Return the licence of a row that shows these places; what comes from OpenStreetMap follows its own."""
    parts = [part for lieu in lieux for part in (lieu.lieu.position, lieu.lieu.adresse)]
    from_osm = any(part is not None and part.origine == "openstreetmap" for part in parts)
    return f"{LICENCE} ; {LICENCE_OSM}" if from_osm else LICENCE


def entry_row(atlas: Atlas[Any], entree: Entree) -> dict[str, Any]:
    """Return a whole record as plain data, with its pages by language; of a secret place not even its id."""
    fiche, site = entree.fiche, atlas.donnees.editeur.base
    return {
        "id": entree.id,
        "nom": fiche.nom.par_langue(),
        "nature": fiche.nature,
        "resume": fiche.resume.par_langue(),
        "pages": {langue: site + routes.address("organisation", langue, entree.id) for langue in atlas.langues},
        "telephones": [t.numero.ecrit for t in fiche.contacts.telephones] if fiche.contacts else [],
        "courriels": [m.adresse for m in fiche.contacts.courriels] if fiche.contacts else [],
        "site": fiche.contacts.site if fiche.contacts else None,
        "lieux": [] if fiche.confidentiel else [place_row(lieu) for lieu in entree.lieux],
        "services": [service_row(situe) for situe in entree.services],
        "incomplete": entree.incomplete,
        "verifie_le": fiche.verification.date.isoformat() if fiche.verification else None,
        "sources": [{"url": source.url, "date": source.date.iso if source.date else None} for source in fiche.sources],
        "licence": licence_of(entree.lieux),
    }


def place_row(lieu: LieuSitue) -> dict[str, Any]:
    """Return a place: address, position in degrees WGS 84 with its precision, quartier."""
    place, adresse, position = lieu.lieu, lieu.lieu.adresse, lieu.lieu.position
    return {
        "id": place.id,
        "forme": place.forme,
        "rue": lieu.rue,
        "numero": adresse.numero if adresse else None,
        "code_postal": adresse.code_postal if adresse else None,
        "commune": lieu.commune,
        "lat": position.lat if position else None,
        "lon": position.lon if position else None,
        "precision": position.precision if position else None,
        "origine": position.origine if position else None,
        "quartier": lieu.quartier.code if lieu.quartier else None,
        "quartier_approximatif": lieu.approximatif if lieu.quartier else None,
        "licence": licence_of([lieu]),
    }


def service_row(situe: ServiceSitue) -> dict[str, Any]:
    """Return a service; its availability never goes without its date."""
    service = situe.service
    availability = service.disponibilite
    known = availability is not None and availability.date is not None
    return {
        "id": service.id,
        "nom": service.nom.par_langue(),
        "themes": list(service.themes),
        "publics": list(service.publics),
        "langues": list(service.langues),
        "acces": list(service.acces),
        "frais": service.frais,
        "inconditionnel": service.inconditionnel,
        "horaires": [
            {
                "canal": lu.horaire.canal,
                "osm": lu.osm,
                "date_source": lu.horaire.date_source.iso if lu.horaire.date_source else None,
                "origine": lu.horaire.origine,
                "fiable_jusqu_au": lu.fiable_jusqu_au.isoformat() if lu.fiable_jusqu_au else None,
            }
            for lu in situe.horaires
        ],
        "disponibilite": availability.etat if availability and known else None,
        "disponibilite_date": availability.date.isoformat() if availability and availability.date else None,
    }
