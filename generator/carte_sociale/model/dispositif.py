"""A dispositif: something that joins services over a territory (a CLSS, a RAQ, a coordination…), or its explanation.

A CLSS quartier is lived territory, not a polygon of the Monitoring: it names the quartiers that it covers as far
as known, and each link says whether a page states it or it was deduced from names.
"""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from carte_sociale.model.fields import AdresseWeb, Courriel, DateSource, Jour, Modele, OneOf, OuiNon, Slug
from carte_sociale.model.partie import EnUnMot, Fonction, PartieLiee
from carte_sociale.model.texts import Texte
from carte_sociale.model.vocabulary import Traduit

LienConnu = Annotated[str, OneOf("liens")]
"""Id of the vocabulary `liens`: whether a page states the link or it was deduced; shown as such."""


class QuartierCouvert(EnUnMot):
    """A quartier of the Monitoring that is covered, by its slug; in one word, the sources of the file say so."""

    SEUL = "quartier"
    AVEC: ClassVar[dict[str, str]] = {"lien": "source"}

    quartier: Annotated[str, OneOf("quartiers")]
    lien: LienConnu


class CommuneCouverte(Modele):
    """The commune of a dispositif; `entiere` where it covers all of it, not some quartiers."""

    slug: Annotated[str, OneOf("communes")]
    lien: LienConnu
    entiere: OuiNon = False


class BassinCouvert(Modele):
    """A bassin, by its slug."""

    slug: Annotated[str, OneOf("bassins")]
    lien: LienConnu


class SourceCitee(Modele):
    """What a page establishes, in the words of whoever read it (French); no `url` for a document without address."""

    url: AdresseWeb | None = None
    etablit: str
    date: DateSource | None = None


class Repetition(Modele):
    """A day that comes back: `rang: deuxieme, jour: mardi` is the second Tuesday of each month.

    Without `rang`, every week. `vu` is when a source said so: a year later it asks to be confirmed.
    """

    jour: Annotated[str, OneOf("jours")]
    rang: Annotated[str, OneOf("rangs")] | None = None
    sauf_mois: tuple[Annotated[str, OneOf("mois")], ...] = ()
    du: Jour | None = None
    au: Jour | None = None
    vu: Jour


class Passage(Modele):
    """When and where help that moves is somewhere: on a day, or on days that come back."""

    date: Jour | None = None
    repetition: Repetition | None = None
    heures: Texte | None = None
    ou: Texte
    quartier: Annotated[str, OneOf("quartiers")] | None = None


class Dispositif(Modele):
    """What `/LL/dispositifs/<id>/` shows; the name of its file is its id.

    `doutes` is what nobody confirmed. `referente` is the generic mailbox of the référente-quartier function, never a
    person's; absent where no page read gives one. `diagnostic` and `plan_d_actions` are pages or documents.
    """

    id: Slug
    type: Annotated[str, OneOf("dispositifs_types")]
    nom: Traduit
    resume: Traduit
    explication: tuple[Traduit, ...] = ()
    missions: tuple[Traduit, ...] = ()
    vague: DateSource | None = None
    porteur: PartieLiee | None = None
    employeur: PartieLiee | None = None
    hebergeur: PartieLiee | None = None
    equipe: PartieLiee | None = None
    partenaires: tuple[PartieLiee, ...] = ()
    referente: Courriel | None = None
    contact: Fonction | None = None
    site: AdresseWeb | None = None
    diagnostic: AdresseWeb | None = None
    plan_d_actions: AdresseWeb | None = None
    commune: CommuneCouverte | None = None
    quartiers: tuple[QuartierCouvert, ...] = ()
    bassins: tuple[BassinCouvert, ...] = ()
    passages: tuple[Passage, ...] = ()
    sources: Annotated[tuple[SourceCitee, ...], Field(min_length=1)]
    doutes: tuple[Traduit, ...] = ()
    fictif: OuiNon | None = None

    @property
    def explique(self) -> bool:
        """Whether it explains a kind of dispositif rather than being one."""
        return self.type == EXPLICATION

    @property
    def commune_entiere(self) -> bool:
        """Whether it covers the whole of its commune, not some quartiers."""
        return self.commune is not None and self.commune.entiere

    @property
    def membres(self) -> tuple[PartieLiee, ...]:
        """Everybody who has a part in it, in the order of its keys."""
        one = (self.porteur, self.employeur, self.hebergeur, self.equipe)
        return (*(partie for partie in one if partie), *self.partenaires)


CLSS = "clss"
"""Type of a local social-health contract."""
EXPLICATION = "general"
"""Type of a page that explains a kind of dispositif."""


def dispositifs_de_la_commune(dispositifs: Iterable[Dispositif], slug: str) -> tuple[tuple[Dispositif, str], ...]:
    """The dispositifs of a commune, whole or in part, each with how that is known, in the order given."""
    return tuple((d, d.commune.lien) for d in dispositifs if d.commune and d.commune.slug == slug)
