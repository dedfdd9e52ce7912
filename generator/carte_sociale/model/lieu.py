"""A place of an organisation: an address, or the reason why there is none."""

from typing import Annotated

from carte_sociale.model.fields import CodePostal, Degres, Modele, Nombre, NumeroOuLettres, OneOf, OuiNon, Slug
from carte_sociale.model.texts import Texte

FORMES_A_DISTANCE = frozenset({"telephone", "en-ligne"})
"""Forms of place (`formes_lieu`) where there is no door to come to."""


class Adresse(Modele):
    """A postal address; without `rue`, only the commune is known."""

    rue: Texte | None = None
    numero: NumeroOuLettres | None = None
    boite: NumeroOuLettres | None = None
    complement: Texte | None = None
    code_postal: CodePostal | None = None
    commune: Annotated[str, OneOf("communes")]
    origine: Annotated[str, OneOf("origines")] | None = None


class Position(Modele):
    """A point in degrees WGS 84, how precise it is and who gave it."""

    lat: Degres
    lon: Degres
    precision: Annotated[str, OneOf("precisions_position")]
    origine: Annotated[str, OneOf("origines")]


class AccesPhysique(Modele):
    """What somebody who walks badly, or is lost, needs to know."""

    marches: Nombre | None = None
    ascenseur: OuiNon | None = None
    pmr: Annotated[str, OneOf("pmr")] | None = None
    chemin: Texte | None = None


class Lieu(Modele):
    """A place where services are given; `forme` says whether it has an address."""

    id: Slug
    forme: Annotated[str, OneOf("formes_lieu")]
    nom: Texte | None = None
    adresse: Adresse | None = None
    position: Position | None = None
    quartier: Nombre | None = None
    hote: Slug | None = None
    itinerance: Texte | None = None
    acces_physique: AccesPhysique | None = None
