"""The record (`fiche`) of an organisation or of a lieu de liens: one YAML file."""

from typing import Annotated

from pydantic import Field

from carte_sociale.model.contact import ContactsConnus, LigneAide
from carte_sociale.model.fields import (
    AdresseWeb,
    DateSource,
    DeclarePar,
    Jour,
    Modele,
    NumeroEntreprise,
    OneOf,
    OuiNon,
    Slug,
)
from carte_sociale.model.lieu import Lieu
from carte_sociale.model.service import Service
from carte_sociale.model.texts import Texte


class Presentation(Modele):
    """The organisation's own words, untouched, and where it gave them."""

    texte: Texte
    source: AdresseWeb | None = None
    date: DateSource | None = None


class Reconnaissance(Modele):
    """A recognition by a public authority; an end that has passed means "à confirmer", never "fermé"."""

    type: Annotated[str, OneOf("reconnaissances_types")]
    pouvoir: Annotated[str, OneOf("pouvoirs")]
    objet: Texte | None = None
    debut: DateSource | None = None
    fin: DateSource | None = None
    renouvellement: Annotated[str, OneOf("renouvellements")] | None = None
    source: AdresseWeb | None = None


class Verification(Modele):
    """Who (by function) checked the record, how and when."""

    date: Jour
    role: Annotated[str, OneOf("verification_roles")]
    moyen: Annotated[str, OneOf("verification_moyens")]


class Source(Modele):
    """A page that states facts of the record; `date` is the date of the facts, `consulte` that of the reading."""

    url: AdresseWeb
    titre: str | None = None
    date: DateSource | None = None
    consulte: DateSource | None = None


class Doute(Modele):
    """What is in doubt, said to the reader; `champ` is the key it is about."""

    champ: str
    texte: Texte


class Relation(Modele):
    """A directed tie to another record, in the words that people used, and who declared it: never mirrored.

    `declare_le` is when it was declared; without it, the date of the page of `sources` that declares it counts.
    `confirme_le` is when the other end last confirmed it: an unconfirmed tie fades after a year.
    """

    type: Annotated[str, OneOf("relations")]
    vers: Slug
    formalite: Annotated[str, OneOf("formalites")] | None = None
    declare_par: DeclarePar | None = None
    declare_le: DateSource | None = None
    confirme_le: Jour | None = None
    depuis: DateSource | None = None
    jusqu_a: DateSource | None = None
    precision: Texte | None = None


class Contestation(Modele):
    """What an organisation says of a tie that another one declared to it and that it does not recognise.

    Without `type`, of every tie that the other one declares to it.
    """

    de: Slug
    type: Annotated[str, OneOf("relations")] | None = None
    texte: Texte | None = None


class Guichet(Modele):
    """A desk under the roof of a CSSI: whose it is, where in the building, how one gets in.

    Hours, languages and cost are those of the record that it names.
    """

    fiche: Slug
    ou: Texte | None = None
    entrer: Texte | None = None


class LieuDeLiens(Modele):
    """What a first visitor of a lieu de liens asks; an absent answer means that nobody said."""

    venir_librement: OuiNon | None = None
    inscription: Annotated[str, OneOf("inscriptions")] | None = None
    dire_qui_je_suis: OuiNon | None = None
    langues: tuple[Annotated[str, OneOf("langues")], ...] = ()
    heures_calmes: Texte | None = None
    animaux: OuiNon | None = None
    enfants: OuiNon | None = None
    que_s_y_passe_t_il: Texte | None = None
    participation: Annotated[str, OneOf("participation")] | None = None
    participation_precision: Texte | None = None


class Fiche(Modele):
    """A whole record. Its id is the name of its file; required fields stay at ten at most (`domain.md`, rule 9)."""

    nom: Texte
    nature: Annotated[str, OneOf("natures")]
    resume: Texte
    sources: tuple[Source, ...] = Field(min_length=1)
    sigle: str | None = None
    statut: Annotated[str, OneOf("statuts")] | None = None
    secteur: Annotated[str, OneOf("secteurs")] | None = None
    presentation: Presentation | None = None
    anciens_ids: tuple[Slug, ...] = ()
    numero_entreprise: NumeroEntreprise | None = None
    contacts: ContactsConnus = None
    ligne_aide: LigneAide | None = None
    lieux: tuple[Lieu, ...] = ()
    services: tuple[Service, ...] = ()
    lieu_de_liens: LieuDeLiens | None = None
    reconnaissances: tuple[Reconnaissance, ...] = ()
    financements: tuple[Reconnaissance, ...] = ()
    relations: tuple[Relation, ...] = ()
    contestations: tuple[Contestation, ...] = ()
    guichets: tuple[Guichet, ...] = ()
    verification: Verification | None = None
    doutes: tuple[Doute, ...] = ()
    traductions_a_relire: tuple[Annotated[str, OneOf("langues_du_site")], ...] = ()
    confidentiel: OuiNon | None = None
    fictif: OuiNon | None = None
