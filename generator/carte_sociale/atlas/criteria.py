"""What a search may be narrowed by: whom a record serves, how one gets in, when, in which languages, at what price."""

from datetime import date
from typing import NamedTuple

from carte_sociale.model.fiche import Fiche

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


class Criteres(NamedTuple):
    """Ids of the vocabularies, of all services together; empty where nothing is said, which is no refusal.

    `pmr`: what is said of wheelchairs in any place (ids of `pmr`). `inconditionnel`: whether a service asks nothing of
    anybody, None where none says. `de_la_place`, `complet`: the last day (ISO date) on which a service was known to
    have room, or none.
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


def criteria(
    fiche: Fiche,
    publics: tuple[str, ...],
    acces: tuple[str, ...],
    langues: tuple[str, ...],
    heures: tuple[HeuresSures, ...],
) -> Criteres:
    """Return the criteria of a record, whose publics, ways in, languages and hours were gathered already."""
    unconditional = [s.inconditionnel for s in fiche.services if s.inconditionnel is not None]
    return Criteres(
        publics,
        acces,
        langues,
        tuple(dict.fromkeys(s.frais for s in fiche.services if s.frais)),
        tuple(dict.fromkeys(p.acces_physique.pmr for p in fiche.lieux if p.acces_physique and p.acces_physique.pmr)),
        any(unconditional) if unconditional else None,
        _last(fiche, room=True),
        _last(fiche, room=False),
        heures,
    )


def _last(fiche: Fiche, *, room: bool) -> str | None:
    known = [s.disponibilite for s in fiche.services if s.disponibilite and s.disponibilite.date]
    return max((d.date.isoformat() for d in known if d.date and (d.etat == _DE_LA_PLACE) is room), default=None)
