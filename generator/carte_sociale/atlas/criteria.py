"""What a search may be narrowed by: whom a record serves, how one gets in, when, in which languages, at what price."""

from datetime import date
from typing import NamedTuple

from carte_sociale.model.fiche import Fiche
from carte_sociale.model.service import Service

_DE_LA_PLACE = "ouvert"
"""Id of `disponibilites`; any other says that there is none for now."""


class HeuresSures(NamedTuple):
    """Hours that may be trusted, small enough to keep by the ten thousand: what `horaires.paquet` packs them from.

    `canal` (id, empty where nothing is said), a normal OSM string, the community whose school holidays count (empty for
    none), closures, and the last day on which they may be trusted.
    """

    canal: str
    osm: str
    calendrier: str
    fermetures: tuple[tuple[date, date], ...]
    jusqu_au: date


class ServiceDit(NamedTuple):
    """What one service says, as `Criteres` does of all: one comes to one of them, whose way in is its own."""

    themes: tuple[str, ...]
    publics: tuple[str, ...]
    acces: tuple[str, ...]
    langues: tuple[str, ...]
    frais: tuple[str, ...]
    inconditionnel: bool | None
    de_la_place: str | None
    complet: str | None


class Criteres(NamedTuple):
    """Ids of the vocabularies, of all services together; empty where nothing is said, which is no refusal.

    `pmr`: what is said of wheelchairs in any place (ids of `pmr`). `inconditionnel`: whether a service asks nothing of
    anybody, None where none says. `de_la_place`, `complet`: the last day (ISO date) on which a service was known to
    have room, or none. `services`: the same service by service, in their order; empty where all say the same.
    """

    publics: tuple[str, ...] = ()
    acces: tuple[str, ...] = ()
    langues: tuple[str, ...] = ()
    frais: tuple[str, ...] = ()
    pmr: tuple[str, ...] = ()
    inconditionnel: bool | None = None
    de_la_place: str | None = None
    complet: str | None = None
    heures: tuple[HeuresSures, ...] = ()
    services: tuple[ServiceDit, ...] = ()


def criteria(
    fiche: Fiche,
    publics: tuple[str, ...],
    acces: tuple[str, ...],
    langues: tuple[str, ...],
    heures: tuple[HeuresSures, ...],
) -> Criteres:
    """Return the criteria of a record, whose publics, ways in, languages and hours were gathered already."""
    unconditional = [s.inconditionnel for s in fiche.services if s.inconditionnel is not None]
    spoken = fiche.lieu_de_liens.langues if fiche.lieu_de_liens else ()
    services = tuple(_said(service, spoken) for service in fiche.services)
    return Criteres(
        publics,
        acces,
        langues,
        tuple(dict.fromkeys(s.frais for s in fiche.services if s.frais)),
        tuple(dict.fromkeys(p.acces_physique.pmr for p in fiche.lieux if p.acces_physique and p.acces_physique.pmr)),
        any(unconditional) if unconditional else None,
        max((s.de_la_place for s in services if s.de_la_place), default=None),
        max((s.complet for s in services if s.complet), default=None),
        heures,
        services if len(set(services)) > 1 else (),
    )


def _said(service: Service, spoken: tuple[str, ...]) -> ServiceDit:
    """Return what a service says; in the whole of a lieu de liens its languages are `spoken` too."""
    known = service.disponibilite
    day = known.date.isoformat() if known and known.date else None
    room = known is not None and known.etat == _DE_LA_PLACE
    return ServiceDit(
        service.themes,
        service.publics,
        service.acces,
        tuple(dict.fromkeys((*service.langues, *spoken))),
        (service.frais,) if service.frais else (),
        service.inconditionnel,
        day if room else None,
        None if room else day,
    )
