"""A record with what is derived from it: where its places are, what its hours mean, whom it serves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from carte_sociale.atlas.criteria import Criteres, HeuresSures, criteria
from carte_sociale.model.contact import ContactCourriel, Contacts, ContactTelephone
from carte_sociale.model.fiche import Contestation, Fiche, Guichet, Relation
from carte_sociale.model.fields import DatePartielle
from carte_sociale.model.lieu import FORMES_A_DISTANCE, Lieu
from carte_sociale.model.phones import NumeroTelephone
from carte_sociale.model.service import Horaire, Service
from carte_sociale.model.territory import Quartier
from carte_sociale.model.texts import Texte

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LieuSitue:
    """A place on the map. `commune` is a slug; `approximatif` when the position is not the door itself.

    `rue` by language: what the record says, and the Dutch or French name of the same street from the street table.
    """

    lieu: Lieu
    commune: str | None
    quartier: Quartier | None
    approximatif: bool
    rue: dict[str, str]

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees WGS 84."""
        position = self.lieu.position
        return (position.lat, position.lon) if position else None


class Endroit(NamedTuple):
    """A place as a map shows it: id in the record, code of its quartier, point in degrees WGS 84 (latitude first)."""

    id: str
    quartier: int | None
    point: tuple[float, float] | None
    approximatif: bool


@dataclass(frozen=True, slots=True)
class HoraireLu:
    """Hours of a service: `osm` where they were understood; `fiable_jusqu_au` as `hours_trusted_until` gives it.

    `paquet`: the hours of every day on which they may be trusted, as `compacter` packs them for the browser; None where
    there is no such day.
    """

    horaire: Horaire
    service: Service
    osm: str | None
    fiable_jusqu_au: date | None
    paquet: dict[str, Any] | None = None

    @property
    def sures(self) -> HeuresSures | None:
        """What a search knows of them; None where they may be trusted on no day."""
        if not self.paquet or not self.osm or not self.fiable_jusqu_au:
            return None
        closed = tuple((closure.du, closure.au) for closure in self.service.fermetures)
        calendar = self.service.calendrier_scolaire or ""
        return HeuresSures(self.horaire.canal or "", self.osm, calendar, closed, self.fiable_jusqu_au)


@dataclass(frozen=True)
class ServiceSitue:
    """A service, the places where it is given, and its hours."""

    service: Service
    lieux: tuple[LieuSitue, ...]
    horaires: tuple[HoraireLu, ...]

    @cached_property
    def communes(self) -> tuple[str, ...]:
        """Slugs of the communes where it is given."""
        return communes_of(self.lieux)

    @cached_property
    def quartiers(self) -> tuple[int, ...]:
        """Codes of the quartiers where it is given."""
        return quartiers_of(self.lieux)

    @cached_property
    def heures_sures(self) -> bool:
        """Whether some of its hours may be trusted on some day."""
        return any(hours.paquet for hours in self.horaires)

    @cached_property
    def heures_de_partout(self) -> bool:
        """Whether some of its hours may be trusted on some day, and hold at each of its places."""
        return self.heures_sures and (len(self.lieux) < 2 or not any(hours.horaire.lieux for hours in self.horaires))


@dataclass(frozen=True)
class Entree:
    """One record of the map. Tuples keep the record's order, without repetition.

    `horaires` are those of every service; `telephones` those of the record, then those that only its services give.
    What is derived is found once for the pages of three languages.
    """

    id: str
    fiche: Fiche
    lieux: tuple[LieuSitue, ...]
    services: tuple[ServiceSitue, ...]
    themes: tuple[str, ...]
    publics: tuple[str, ...]
    langues: tuple[str, ...]
    acces: tuple[str, ...]
    communes: tuple[str, ...]
    quartiers: tuple[int, ...]
    horaires: tuple[HoraireLu, ...]
    telephones: tuple[ContactTelephone, ...]
    incomplete: bool

    @property
    def nom(self) -> Texte:
        """Its name."""
        return self.fiche.nom

    @property
    def nature(self) -> str:
        """What it is (`natures`)."""
        return self.fiche.nature

    @property
    def anciens_ids(self) -> tuple[str, ...]:
        """Ids that it had."""
        return self.fiche.anciens_ids

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Ties that it declares, each with the date of the page that says so where the record gives no other."""
        dates = {source.url: source.date for source in self.fiche.sources if source.date}
        return tuple(
            tie.model_copy(update={"declare_le": dates.get(tie.declare_par or "")}) if tie.declare_le is None else tie
            for tie in self.fiche.relations
        )

    @property
    def contestations(self) -> tuple[Contestation, ...]:
        """Ties that others declare and that it does not recognise."""
        return self.fiche.contestations

    @property
    def guichets(self) -> tuple[Guichet, ...]:
        """The desks under its roof, where it is a CSSI."""
        return self.fiche.guichets

    @property
    def verifie(self) -> date | None:
        """The day on which somebody last checked it with the organisation."""
        return self.fiche.verification.date if self.fiche.verification else None

    @property
    def hotes(self) -> tuple[str, ...]:
        """Ids of the records that host its places."""
        return unique(lieu.lieu.hote for lieu in self.lieux if lieu.lieu.hote)

    @property
    def telephone(self) -> NumeroTelephone | None:
        """The first number to call."""
        return self.telephones[0].numero if self.telephones else None

    @property
    def endroits(self) -> tuple[Endroit, ...]:
        """Its places, as a map shows them."""
        return tuple(
            Endroit(lieu.lieu.id, lieu.quartier.code if lieu.quartier else None, lieu.point, lieu.approximatif)
            for lieu in self.lieux
        )

    @property
    def hors_carte(self) -> str | None:
        """Why no point of the map stands for the record: a form of place (`formes_lieu`), None where one does."""
        if any(lieu.point for lieu in self.lieux):
            return None
        if self.fiche.confidentiel:
            return "adresse-secrete"
        forms = [lieu.lieu.forme for lieu in self.lieux if lieu.lieu.forme != "adresse"]
        return forms[0] if forms else "adresse-inconnue"

    def horaires_a(self, lieux: frozenset[str]) -> tuple[HoraireLu, ...]:
        """The hours that hold at one of these places of the record (their ids)."""
        return tuple(
            hours
            for situe in self.services
            if any(place.lieu.id in lieux for place in situe.lieux)
            for hours in situe.horaires
            if not hours.horaire.lieux or lieux & set(hours.horaire.lieux)
        )

    @cached_property
    def courriel(self) -> ContactCourriel | None:
        """The first mailbox of the record, else of its services."""
        return next((mailbox for block in contact_blocks(self.fiche) for mailbox in block.courriels), None)

    @cached_property
    def site(self) -> str | None:
        """The site of the record, else the first one of its services."""
        return next((block.site for block in contact_blocks(self.fiche) if block.site), None)

    @cached_property
    def source_recente(self) -> DatePartielle | None:
        """The date of the source that was written last."""
        dates = [source.date for source in self.fiche.sources if source.date]
        return max(reversed(dates), key=lambda date: date.au_plus_tot, default=None)

    @cached_property
    def heures_sures(self) -> bool:
        """Whether some of its hours may be trusted on some day."""
        return any(situe.heures_sures for situe in self.services)

    @cached_property
    def annee_des_heures(self) -> int | None:
        """The year of the oldest source of its hours; None where one of them has no dated source, or there are none."""
        years = [hours.horaire.date_source.annee for hours in self.horaires if hours.horaire.date_source]
        return min(years) if years and len(years) == len(self.horaires) else None

    @cached_property
    def est_ligne(self) -> bool:
        """Whether it is reached by phone or online only: there is no door to come to."""
        return bool(self.lieux) and all(lieu.lieu.forme in FORMES_A_DISTANCE for lieu in self.lieux)

    @cached_property
    def a_telephoner(self) -> bool:
        """Whether "phone before you come" makes sense: a door to come to, and a phone to call."""
        return not self.est_ligne and bool(self.telephones)

    @cached_property
    def toujours_ouverte(self) -> bool:
        """Whether the law keeps every one of its hours open, day and night."""
        return bool(self.horaires) and all(
            hours.horaire.toujours_selon_la_loi and (hours.osm or "").startswith("24/7") for hours in self.horaires
        )

    @cached_property
    def change_avec_le_temps(self) -> bool:
        """Whether its page says something else on another day: hours to trust, a check, room, a closure, an end."""
        fiche = self.fiche
        return bool(
            fiche.verification
            or self.heures_sures
            or any(s.fermetures or (s.disponibilite and s.disponibilite.date) for s in fiche.services)
            or any(grant.fin for grant in (*fiche.reconnaissances, *fiche.financements))
        )

    @property
    def criteres(self) -> Criteres:
        """What a search may be narrowed by."""
        trusted = tuple(hours.sures for hours in self.horaires if hours.sures)
        return criteria(self.fiche, self.publics, self.acces, self.langues, trusted)

    @property
    def est_lieu_de_liens(self) -> bool:
        """Whether the record answers a first visitor of a lieu de liens."""
        return self.fiche.lieu_de_liens is not None


def communes_of(lieux: Iterable[LieuSitue]) -> tuple[str, ...]:
    """Return the communes of some places, in their order, each once."""
    return unique(lieu.commune for lieu in lieux if lieu.commune)


def quartiers_of(lieux: Iterable[LieuSitue]) -> tuple[int, ...]:
    """Return the codes of the quartiers of some places, in their order, each once."""
    return unique(lieu.quartier.code for lieu in lieux if lieu.quartier)


def unique(items: Iterable[T]) -> tuple[T, ...]:
    """Return things in their order, each once."""
    return tuple(dict.fromkeys(items))


def contact_blocks(fiche: Fiche) -> list[Contacts]:
    """The contacts of a record, then those of its services."""
    blocks = (fiche.contacts, *(service.contacts for service in fiche.services))
    return [block for block in blocks if block]
