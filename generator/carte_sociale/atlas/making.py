"""From a record to its entry: places put on the map, hours read and packed, what is protected left out."""

from collections.abc import Mapping

from carte_sociale.atlas.completeness import is_stub
from carte_sociale.atlas.entries import (
    Entree,
    HoraireLu,
    LieuSitue,
    ServiceSitue,
    communes_of,
    contact_blocks,
    quartiers_of,
    unique,
)
from carte_sociale.atlas.freshness import hours_trusted_until
from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.horaires import Compris, Feries, Fermeture, Vacances, comprendre, paquet
from carte_sociale.model.contact import Contacts, ContactTelephone
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.lieu import Lieu
from carte_sociale.model.service import Horaire, Service


class EntryMaker:
    """Makes entries against one territory and its calendars.

    `approximatives` are the precisions of position that are not a door; `vacances` the school holidays by community.
    """

    def __init__(
        self,
        index: TerritoryIndex,
        approximatives: frozenset[str],
        feries: Feries,
        vacances: Mapping[str, Vacances],
    ) -> None:
        self._index = index
        self._approximate = approximatives
        self._feries, self._vacances = feries, vacances
        self._streets: dict[tuple[str, str], dict[str, str]] = {}
        for street in index.territoire.rues:
            for name in (street.nom["fr"], street.nom["nl"]):
                self._streets.setdefault((street.commune, name.casefold()), {k: street.nom[k] for k in ("fr", "nl")})

    def entry(self, id_: str, fiche: Fiche) -> Entree:
        """Return the entry of a record. ValueError never: what cannot be placed or understood is left unknown."""
        fiche = phone_only(fiche) if fiche.confidentiel else fiche
        lieux = tuple(self._place(lieu) for lieu in fiche.lieux)
        services = tuple(self._service(fiche, service, lieux) for service in fiche.services)
        spoken = [langue for service in fiche.services for langue in service.langues]
        spoken += fiche.lieu_de_liens.langues if fiche.lieu_de_liens else ()
        return Entree(
            id=id_,
            fiche=fiche,
            lieux=lieux,
            services=services,
            themes=unique(theme for s in fiche.services for theme in s.themes),
            publics=unique(public for s in fiche.services for public in s.publics),
            langues=unique(spoken),
            acces=unique(acces for s in fiche.services for acces in s.acces),
            communes=communes_of(lieux),
            quartiers=quartiers_of(lieux),
            horaires=tuple(hours for situe in services for hours in situe.horaires),
            telephones=_phones(fiche),
            incomplete=is_stub(fiche),
        )

    def _place(self, lieu: Lieu) -> LieuSitue:
        position, adresse = lieu.position, lieu.adresse
        code = lieu.quartier
        if code is None and position is not None:
            code = self._index.quartier_of(position.lat, position.lon)
        commune = adresse.commune if adresse else None
        if commune is None and position is not None:
            commune = self._index.commune_of(position.lat, position.lon)
        return LieuSitue(
            lieu=lieu,
            commune=commune,
            quartier=self._index.territoire.quartier(code) if code is not None else None,
            approximatif=position is None or position.precision in self._approximate,
            rue=self._street(lieu),
        )

    def _street(self, lieu: Lieu) -> dict[str, str]:
        if lieu.adresse is None or lieu.adresse.rue is None:
            return {}
        stated = lieu.adresse.rue.par_langue()
        for name in stated.values():
            known = self._streets.get((lieu.adresse.commune, name.casefold()))
            if known:
                return {**{k: v for k, v in known.items() if v}, **stated}
        return stated

    def _service(self, fiche: Fiche, service: Service, lieux: tuple[LieuSitue, ...]) -> ServiceSitue:
        places = tuple(lieu for lieu in lieux if not service.lieux or lieu.lieu.id in service.lieux)
        return ServiceSitue(service, places, tuple(self._hours(fiche, service, hours) for hours in service.horaires))

    def _hours(self, fiche: Fiche, service: Service, horaire: Horaire) -> HoraireLu:
        understood = comprendre(horaire.quand) if horaire.quand else None
        osm = understood.osm if isinstance(understood, Compris) else None
        trusted = hours_trusted_until(fiche, horaire)
        if osm is None or trusted is None or trusted < self._feries.du:
            return HoraireLu(horaire, service, osm, trusted)
        packed = paquet(
            osm,
            self._feries.du,
            min(trusted, self._feries.au),
            self._feries,
            self._vacances.get(service.calendrier_scolaire or ""),
            tuple(Fermeture(f.du, f.au) for f in service.fermetures),
        )
        return HoraireLu(horaire, service, osm, trusted, packed)


def phone_only(fiche: Fiche) -> Fiche:
    """Return a record with a secret address as it may be shown: its phones, no mailbox and no site."""

    def hushed(contacts: Contacts | None) -> Contacts | None:
        return Contacts(telephones=contacts.telephones) if contacts and contacts.telephones else None

    services = tuple(s.model_copy(update={"contacts": hushed(s.contacts)}) for s in fiche.services)
    return fiche.model_copy(update={"contacts": hushed(fiche.contacts), "services": services})


def _phones(fiche: Fiche) -> tuple[ContactTelephone, ...]:
    """Each number once, as it stands first: what it is for comes with it."""
    found: dict[str, ContactTelephone] = {}
    for block in contact_blocks(fiche):
        for phone in block.telephones:
            found.setdefault(phone.numero.appel, phone)
    return tuple(found.values())
