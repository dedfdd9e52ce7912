"""What somebody may narrow a search by: whom a record serves, how one gets in, in which languages, at what cost."""

from typing import NamedTuple

from carte_sociale.model.fiche import Fiche

_ACCESSIBLE, _DE_LA_PLACE = "oui", "ouvert"
"""Ids of `pmr` and of `disponibilites`."""


class Criteres(NamedTuple):
    """Ids of the vocabularies, of all services together; empty where nothing is said, which is no refusal.

    `accessible`: whether a wheelchair gets into one of its places; `inconditionnel`: whether a service asks nothing of
    anybody; `de_la_place`: the last day (ISO date) on which a service was known to have room, None where none was.
    """

    publics: tuple[str, ...] = ()
    acces: tuple[str, ...] = ()
    langues: tuple[str, ...] = ()
    frais: tuple[str, ...] = ()
    accessible: bool = False
    inconditionnel: bool = False
    de_la_place: str | None = None


def criteria(fiche: Fiche, publics: tuple[str, ...], acces: tuple[str, ...], langues: tuple[str, ...]) -> Criteres:
    """Return the criteria of a record, whose publics, ways in and languages were gathered already."""
    rooms = [s.disponibilite for s in fiche.services if s.disponibilite and s.disponibilite.etat == _DE_LA_PLACE]
    return Criteres(
        publics,
        acces,
        langues,
        tuple(dict.fromkeys(s.frais for s in fiche.services if s.frais)),
        any(lieu.acces_physique and lieu.acces_physique.pmr == _ACCESSIBLE for lieu in fiche.lieux),
        any(service.inconditionnel for service in fiche.services),
        max((room.date.isoformat() for room in rooms if room.date), default=None),
    )
