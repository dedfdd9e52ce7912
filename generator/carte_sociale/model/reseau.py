"""What services do together in a quartier: projects, poolings, meetings of professionals.

Each is one YAML file (`content/_data/projets/`, `mutualisations/`, `rencontres/`); its name is its id.
"""

from typing import Annotated

from pydantic import Field

from carte_sociale.model.dispositif import QuartierCouvert, Repetition, SourceCitee
from carte_sociale.model.fiche import Reconnaissance, Verification
from carte_sociale.model.fields import AdresseWeb, DateSource, Heures, Jour, Modele, Nombre, OneOf, OuiNon, Slug
from carte_sociale.model.partie import EnUnMot, Fonction, Partie, PartieLiee
from carte_sociale.model.texts import Texte


class Element(Modele):
    """What every file of the network says: its name, where it is active, whom to ask, where that is written.

    `dispositif` is the id of the one that it belongs to.
    """

    id: Slug
    nom: Texte
    resume: Texte
    communes: tuple[Annotated[str, OneOf("communes")], ...] = ()
    quartiers: tuple[QuartierCouvert, ...] = ()
    dispositif: Slug | None = None
    contact: Fonction | None = None
    site: AdresseWeb | None = None
    verification: Verification | None = None
    doutes: tuple[Texte, ...] = ()
    sources: Annotated[tuple[SourceCitee, ...], Field(min_length=1)]
    fictif: OuiNon | None = None

    @property
    def membres(self) -> tuple[PartieLiee, ...]:
        """Everybody who has a part in it, whoever answers for it first."""
        return ()


class Phase(Modele):
    """A stretch of a project."""

    nom: Texte
    debut: DateSource | None = None
    fin: DateSource | None = None


class Projet(Element):
    """What a carrier and its partners do for a time. An end of funding that has passed means "à confirmer"."""

    porteur: PartieLiee
    partenaires: tuple[PartieLiee, ...] = ()
    themes: tuple[Annotated[str, OneOf("themes")], ...] = ()
    publics: tuple[Annotated[str, OneOf("publics")], ...] = ()
    phases: tuple[Phase, ...] = ()
    financements: tuple[Reconnaissance, ...] = ()

    @property
    def membres(self) -> tuple[PartieLiee, ...]:
        """The carrier, then its partners."""
        return (self.porteur, *self.partenaires)


class Local(Modele):
    """A room that partners lend. `places` are people; `pmr` is the way in for a wheelchair."""

    nom: Texte
    places: Nombre | None = None
    pmr: Annotated[str, OneOf("pmr")] | None = None
    acces: Texte | None = None
    quand: Texte | None = None
    demander: Texte | None = None
    fiche: Slug | None = None


class Mutualisation(Element):
    """Something that partners pool and govern together; `ouverte` says whether newcomers may join."""

    quoi: Annotated[tuple[Annotated[str, OneOf("mutualisations_objets")], ...], Field(min_length=1)]
    forme: Annotated[str, OneOf("mutualisations_formes")] | None = None
    parties: tuple[PartieLiee, ...] = ()
    gouvernance: Texte | None = None
    depuis: DateSource | None = None
    ouverte: OuiNon | None = None
    locaux: tuple[Local, ...] = ()

    @property
    def membres(self) -> tuple[PartieLiee, ...]:
        """Those who pool."""
        return self.parties


class DateDeRencontre(EnUnMot):
    """One day, with its own hours and its own place where they are not the usual ones."""

    SEUL = "date"

    date: Jour
    heures: Heures | None = None
    ou: Texte | None = None


class Rencontre(Element):
    """Where professionals meet; `heures` are Brussels time, `annonces` is the page that tells the next date.

    `rythme` is how often, in words, where no source gives the day.
    """

    organisateur: PartieLiee
    pour_qui: Annotated[str, OneOf("rencontres_publics")]
    pour_qui_precision: Texte | None = None
    ou: Texte | None = None
    hote: Partie | None = None
    heures: Heures | None = None
    dates: tuple[DateDeRencontre, ...] = ()
    repetition: Repetition | None = None
    rythme: Texte | None = None
    annonces: AdresseWeb | None = None

    @property
    def membres(self) -> tuple[PartieLiee, ...]:
        """Who calls the meeting."""
        return (self.organisateur,)
