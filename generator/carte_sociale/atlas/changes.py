"""What changed in a record between two versions of it: which subjects, never what was written.

An address that somebody left must not come back, so no value is kept. What counts is what a professional would tell the
person they send: another way to write a number, where a fact comes from, or a translation that was added change nothing
for that person.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, TypeVar

from carte_sociale.model.fiche import Fiche
from carte_sociale.model.fields import Modele
from carte_sociale.model.lieu import Lieu
from carte_sociale.model.phones import NumeroTelephone
from carte_sociale.model.service import Service
from carte_sociale.model.texts import Texte

SUJETS = (
    "nom", "services", "adresse", "telephone", "courriel", "site", "horaires", "acces", "publics", "langues", "prix",
    "batiment", "visite", "presentation", "liens", "financement", "doutes", "statut",
)  # fmt: skip
"""What may have changed, in the order in which a page says it."""
DE_LA_FICHE = {
    "nom": "nom", "sigle": "nom", "nature": "presentation", "resume": "presentation", "presentation": "presentation",
    "ligne_aide": "acces", "lieu_de_liens": "visite", "relations": "liens", "contestations": "liens",
    "guichets": "services", "reconnaissances": "financement", "financements": "financement", "doutes": "doutes",
    "statut": "statut", "secteur": "statut", "numero_entreprise": "statut",
}  # fmt: skip
DU_SERVICE = {
    "nom": "services", "themes": "services", "description": "services", "lieux": "adresse", "publics": "publics",
    "publics_precision": "publics", "langues": "langues", "frais": "prix", "tarif": "prix", "acces": "acces",
    "inconditionnel": "acces", "conditions": "acces", "a_apporter": "acces", "demande": "acces", "pas_pour": "acces",
    "accompagnement": "acces", "perimetre": "acces", "horaires": "horaires", "calendrier_scolaire": "horaires",
    "fermetures": "horaires",
}  # fmt: skip
DU_LIEU = {
    "forme": "adresse", "nom": "adresse", "adresse": "adresse", "hote": "adresse", "itinerance": "adresse",
    "acces_physique": "batiment",
}  # fmt: skip
DES_CONTACTS = {"telephones": "telephone", "courriels": "courriel", "site": "site"}
"""Subject by key, of the record and of its parts. Another key is not shown, says where a fact comes from or how the
record is kept, is a point of the map, or has a date of its own on the pages (`verification`, `disponibilite`)."""
_PROVENANCE = frozenset(
    {"origine", "source", "date", "date_source", "declare_par", "declare_le", "confirme_le", "champ"}
)
"""Keys inside of those that tell who said a thing and when, not the thing."""
_RIEN = (None, ())

P = TypeVar("P", Service, Lieu)


@dataclass(frozen=True, slots=True)
class Changement:
    """A record came on that day (`sujets` is empty), or something of it changed, that day last."""

    jour: date
    sujets: tuple[str, ...] = ()


def change(avant: Fiche, versions: Iterable[tuple[date, Fiche]]) -> Changement | None:
    """Return what changed in a record between a version and the last of the next ones, each with its day.

    `versions` go from the last one back, and are asked for only as far as the day on which one of the subjects changed
    last. A change that was taken back is none.
    """
    steps = iter(versions)
    last, apres = day, later = next(steps, (date.min, avant))
    subjects = changed(avant, apres)
    if not subjects:
        return None
    for previous, before in chain(steps, [(last, avant)]):
        if not subjects.isdisjoint(changed(before, later)):
            break
        day, later = previous, before
    return Changement(day, tuple(subject for subject in SUJETS if subject in subjects))


def changed(avant: Fiche, apres: Fiche) -> frozenset[str]:
    """Return the subjects on which two versions of a record do not say the same: the same, whichever comes first.

    A service or a place that only one of them has is one subject, not as many as it has keys.
    """
    found = set(_keys(DE_LA_FICHE, avant, apres)) | set(_keys(DES_CONTACTS, avant.contacts, apres.contacts))
    services, same_services = _paired(avant.services, apres.services)
    places, same_places = _paired(avant.lieux, apres.lieux)
    found |= {"services"} if not same_services else set()
    found |= {"adresse"} if not same_places else set()
    for before, after in services:
        found |= set(_keys(DU_SERVICE, before, after)) | set(_keys(DES_CONTACTS, before.contacts, after.contacts))
    for place_before, place_after in places:
        found |= set(_keys(DU_LIEU, place_before, place_after))
    return frozenset(found)


def _keys(subjects: Mapping[str, str], avant: Modele | None, apres: Modele | None) -> Iterable[str]:
    return (
        subject for key, subject in subjects.items() if not _same(getattr(avant, key, None), getattr(apres, key, None))
    )


def _paired(avant: Sequence[P], apres: Sequence[P]) -> tuple[list[tuple[P, P]], bool]:
    """Return the parts that both have, and whether neither has another one."""
    before, after = {part.id: part for part in avant}, {part.id: part for part in apres}
    return [(before[id_], after[id_]) for id_ in before if id_ in after], before.keys() == after.keys()


def _same(avant: Any, apres: Any) -> bool:
    if avant == apres:
        return True
    if isinstance(avant, Texte) and isinstance(apres, Texte):
        first, second = avant.par_langue(), apres.par_langue()
        both = first.keys() & second.keys()
        return bool(both) and all(first[langue].split() == second[langue].split() for langue in both)
    if isinstance(avant, NumeroTelephone) and isinstance(apres, NumeroTelephone):
        return avant.appel == apres.appel
    if isinstance(avant, Modele) and type(avant) is type(apres):
        keys = type(avant).model_fields.keys() - _PROVENANCE
        return all(_same(getattr(avant, key), getattr(apres, key)) for key in keys)
    if isinstance(avant, tuple) and isinstance(apres, tuple):
        if all(isinstance(part, str) for part in (*avant, *apres)):
            return set(avant) == set(apres)  # ids of a vocabulary: their order says nothing
        return len(avant) == len(apres) and all(map(_same, avant, apres))
    return avant in _RIEN and apres in _RIEN
