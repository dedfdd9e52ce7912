"""What lists, maps and other records' pages ask of a record, small enough to keep ten thousand in memory.

A whole `Entree` weighs some 40 kB; a notice weighs two, and passes from one process to another in microseconds. Both
answer the same questions under the same names, so whoever makes a list takes either.
"""

from datetime import date
from typing import NamedTuple, Protocol

from carte_sociale.atlas.criteria import Criteres
from carte_sociale.atlas.entries import Endroit, Entree
from carte_sociale.model.fiche import Contestation, Guichet, Relation
from carte_sociale.model.fields import DatePartielle
from carte_sociale.model.phones import NumeroTelephone
from carte_sociale.model.texts import Texte


class Listable(Protocol):
    """What a record answers whoever makes a list: `Entree` and `Notice` both do."""

    @property
    def id(self) -> str:
        """Its id, the name of its file."""
        ...

    @property
    def nom(self) -> Texte:
        """Its name."""
        ...

    @property
    def nature(self) -> str:
        """What it is (`natures`)."""
        ...

    @property
    def themes(self) -> tuple[str, ...]:
        """Themes of its services."""
        ...

    @property
    def communes(self) -> tuple[str, ...]:
        """Slugs of the communes where it has a place."""
        ...

    @property
    def quartiers(self) -> tuple[int, ...]:
        """Codes of the quartiers where it has a place."""
        ...

    @property
    def endroits(self) -> tuple[Endroit, ...]:
        """Its places, as a map shows them."""
        ...

    @property
    def hors_carte(self) -> str | None:
        """Why no point of the map stands for it, None where one does."""
        ...

    @property
    def est_lieu_de_liens(self) -> bool:
        """Whether it answers a first visitor of a lieu de liens."""
        ...

    @property
    def telephone(self) -> NumeroTelephone | None:
        """The first number to call."""
        ...

    @property
    def anciens_ids(self) -> tuple[str, ...]:
        """Ids that it had."""
        ...

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Ties that it declares."""
        ...

    @property
    def contestations(self) -> tuple[Contestation, ...]:
        """Ties that others declare and that it does not recognise."""
        ...

    @property
    def guichets(self) -> tuple[Guichet, ...]:
        """The desks under its roof, where it is a CSSI."""
        ...

    @property
    def verifie(self) -> date | None:
        """The day on which somebody last checked it with the organisation."""
        ...

    @property
    def source_recente(self) -> DatePartielle | None:
        """The date of the source that was written last."""
        ...

    @property
    def hotes(self) -> tuple[str, ...]:
        """Ids of the records that host its places."""
        ...

    @property
    def criteres(self) -> Criteres:
        """What a search may be narrowed by."""
        ...


class Notice(NamedTuple):
    """One record as lists need it (see `Listable`). `empreinte` changes whenever the record does.

    A tuple, like all that is kept by the ten thousand: it is read back ten times sooner than a dataclass.
    """

    id: str
    noms: tuple[tuple[str, str], ...]
    nature: str
    themes: tuple[str, ...]
    communes: tuple[str, ...]
    quartiers: tuple[int, ...]
    endroits: tuple[Endroit, ...]
    hors_carte: str | None
    est_lieu_de_liens: bool
    telephone: NumeroTelephone | None
    anciens_ids: tuple[str, ...]
    relations: tuple[Relation, ...]
    contestations: tuple[Contestation, ...]
    guichets: tuple[Guichet, ...]
    verifie: date | None
    source_recente: DatePartielle | None
    hotes: tuple[str, ...]
    criteres: Criteres
    empreinte: bytes = b""

    @property
    def nom(self) -> Texte:
        """Its name."""
        return Texte.model_construct(None, **dict(self.noms))


def notice_of(entree: Entree, empreinte: bytes) -> Notice:
    """Return the notice of a record whose file has this digest."""
    return Notice(
        id=entree.id,
        noms=tuple(entree.nom.par_langue().items()),
        nature=entree.nature,
        themes=entree.themes,
        communes=entree.communes,
        quartiers=entree.quartiers,
        endroits=entree.endroits,
        hors_carte=entree.hors_carte,
        est_lieu_de_liens=entree.est_lieu_de_liens,
        telephone=entree.telephone,
        anciens_ids=entree.anciens_ids,
        relations=entree.relations,
        contestations=entree.contestations,
        guichets=entree.guichets,
        verifie=entree.verifie,
        source_recente=entree.source_recente,
        hotes=entree.hotes,
        criteres=entree.criteres,
        empreinte=empreinte,
    )
