"""How to reach an organisation or a service: functions and generic mailboxes, never people."""

from typing import Annotated

from pydantic import AfterValidator, Field

from carte_sociale.model.fields import AdresseWeb, Courriel, Modele, OneOf, Slug
from carte_sociale.model.phones import Telephone
from carte_sociale.model.texts import Texte
from carte_sociale.model.vocabulary import Traduit


class ContactTelephone(Modele):
    """A phone number and what it is for."""

    numero: Telephone
    fonction: Texte | None = None


class ContactCourriel(Modele):
    """A mailbox and what it is for."""

    adresse: Courriel
    fonction: Texte | None = None


class Contacts(Modele):
    """Every way to reach somebody."""

    telephones: tuple[ContactTelephone, ...] = ()
    courriels: tuple[ContactCourriel, ...] = ()
    site: AdresseWeb | None = None


def _some(contacts: Contacts | None) -> Contacts | None:
    """A block that names no way to reach anybody says nothing: the reader gets no empty list."""
    return contacts if contacts and (contacts.telephones or contacts.courriels or contacts.site) else None


ContactsConnus = Annotated[Contacts | None, AfterValidator(_some)]


class LigneAide(Modele):
    """What a caller wants to know of a help line before calling."""

    prix_appel: Annotated[str, OneOf("prix_appel")] | None = None
    sms: Telephone | None = None
    chat: AdresseWeb | None = None
    sourds: Texte | None = None
    depuis_etranger: Annotated[str, OneOf("depuis_etranger")] | None = None
    numero_etranger: Telephone | None = None


class GroupeDeLignes(Modele):
    """Help lines shown together, in the order of `content/_data/lignes-d-aide.yml`; `fiches` are ids of records."""

    groupe: Slug
    titre: Traduit
    fiches: Annotated[tuple[Slug, ...], Field(min_length=1)]
