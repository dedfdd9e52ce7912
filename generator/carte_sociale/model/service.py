"""A service: what is offered, to whom, when, and how one gets it."""

from typing import Annotated

from carte_sociale.model.contact import ContactsConnus
from carte_sociale.model.fields import DateSource, Jour, Modele, Nombre, OneOf, OuiNon, Slug
from carte_sociale.model.texts import Texte


class Horaire(Modele):
    """Hours at some places, for one channel.

    `quand` is OSM `opening_hours` or days in plain French or Dutch; `texte` is what a source says where that cannot
    be written as hours. `date_source` is the date that the source gives; none means that it gives none.
    `toujours_selon_la_loi` names the law that keeps a help line open, and lifts the rule on old hours
    (they never say "open").
    """

    lieux: tuple[Slug, ...] = ()
    canal: Annotated[str, OneOf("canaux")] | None = None
    quand: str | None = None
    texte: Texte | None = None
    date_source: DateSource | None = None
    origine: Annotated[str, OneOf("origines")] | None = None
    toujours_selon_la_loi: Texte | None = None


class Fermeture(Modele):
    """Days without service, first and last included (Brussels dates)."""

    du: Jour
    au: Jour
    raison: Texte | None = None


class Disponibilite(Modele):
    """Whether there is room, since when that is known, and what to do meanwhile."""

    etat: Annotated[str, OneOf("disponibilites")]
    date: Jour | None = None
    en_attendant: Texte | None = None


class Tarif(Modele):
    """A visitor's price in words, with the date of the source that gives it."""

    texte: Texte
    date_source: DateSource | None = None


class Perimetre(Modele):
    """Whom the service says it is for, by territory. Never used to turn somebody away by computation."""

    type: Annotated[str, OneOf("perimetres")]
    communes: tuple[Annotated[str, OneOf("communes")], ...] = ()
    quartiers: tuple[Nombre, ...] = ()
    precision: Texte | None = None


class Service(Modele):
    """One service of an organisation; `lieux` empty means every place of the record."""

    id: Slug
    nom: Texte
    themes: tuple[Annotated[str, OneOf("themes")], ...]
    description: Texte | None = None
    lieux: tuple[Slug, ...] = ()
    publics: tuple[Annotated[str, OneOf("publics")], ...] = ()
    publics_precision: Texte | None = None
    langues: tuple[Annotated[str, OneOf("langues")], ...] = ()
    frais: Annotated[str, OneOf("frais")] | None = None
    tarif: Tarif | None = None
    acces: tuple[Annotated[str, OneOf("modes_acces")], ...] = ()
    inconditionnel: OuiNon | None = None
    conditions: Texte | None = None
    a_apporter: Texte | None = None
    demande: Texte | None = None
    pas_pour: Texte | None = None
    accompagnement: tuple[Annotated[str, OneOf("accompagnements")], ...] = ()
    perimetre: Perimetre | None = None
    horaires: tuple[Horaire, ...] = ()
    calendrier_scolaire: Annotated[str, OneOf("calendriers_scolaires")] | None = None
    fermetures: tuple[Fermeture, ...] = ()
    disponibilite: Disponibilite | None = None
    contacts: ContactsConnus = None
