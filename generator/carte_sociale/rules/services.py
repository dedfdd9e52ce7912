"""Services: do they name places that exist, and is what they say of room and closures dated and possible?"""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from carte_sociale.atlas.freshness import DISPONIBILITE_JOURS
from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.service import Service
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte, is_written
from carte_sociale.rules.secrets import is_confidential

AUCUN = {"fr": "aucun", "nl": "geen", "en": "none"}


def _services(lue: FicheLue) -> Iterator[tuple[Chemin, Service]]:
    for index, service in enumerate(lue.ebauche.services if lue.ebauche else ()):
        yield ("services", index), service


def service_ids(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """Each service of a record has an id of its own."""
    seen: Counter[str] = Counter()
    for path, service in _services(lue):
        seen[service.id] += 1
        if seen[service.id] > 1:
            yield lue.document.probleme("service-double", (*path, "id"), valeur=service.id)


def places_exist(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A service or its hours name places of the same record by their id."""
    data = lue.document.donnees
    places = data.get("lieux") if isinstance(data, dict) else None
    known = [str(place.get("id")) for place in places if isinstance(place, dict)] if isinstance(places, list) else []
    for path, service in _services(lue):
        named = [((*path, "lieux", rank), id_) for rank, id_ in enumerate(service.lieux)]
        for index, horaire in enumerate(service.horaires):
            named += [((*path, "horaires", index, "lieux", rank), id_) for rank, id_ in enumerate(horaire.lieux)]
        for where, id_ in named:
            if id_ not in known:
                near = [other for other in known if slug(other)[:3] == id_[:3]] or known
                yield lue.document.probleme("lieu-inconnu", where, valeur=id_, connus=", ".join(near) or AUCUN)


def room_is_dated(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """Whether there is room carries the day on which somebody said so, and says nothing after 60 days."""
    oldest = contexte.aujourdhui - timedelta(days=DISPONIBILITE_JOURS)
    for path, service in _services(lue):
        room = service.disponibilite
        if room is None:
            continue
        if room.date is None and not is_written(lue, (*path, "disponibilite", "date")):
            exemple = f"date: {contexte.aujourdhui.isoformat()}"
            yield lue.document.probleme("disponibilite-sans-date", (*path, "disponibilite", "etat"), exemple=exemple)
        elif room.date and room.date < oldest:
            yield lue.document.probleme(
                "disponibilite-ancienne",
                (*path, "disponibilite", "date"),
                valeur=room.date.isoformat(),
                limite=DISPONIBILITE_JOURS,
            )


def closures_are_possible(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A closure ends on the day it begins or later, and goes once it has passed."""
    for path, service in _services(lue):
        for index, closure in enumerate(service.fermetures):
            here = (*path, "fermetures", index)
            if closure.au < closure.du:
                yield lue.document.probleme(
                    "fermeture-inversee",
                    (*here, "au"),
                    valeur=closure.au.isoformat(),
                    du=closure.du.isoformat(),
                    au=closure.au.isoformat(),
                )
            elif closure.au < contexte.aujourdhui:
                yield lue.document.probleme("fermeture-passee", (*here, "au"), valeur=closure.au.isoformat())


def strict_perimeter_names_its_zone(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A service only for the people of a zone says which one, unless its own place is secret."""
    if is_confidential(lue):
        return
    for path, service in _services(lue):
        zone = service.perimetre
        if zone is None or zone.type != "strict":
            continue
        if not any(is_written(lue, (*path, "perimetre", key)) for key in ("communes", "quartiers", "precision")):
            yield lue.document.probleme("perimetre-sans-zone", (*path, "perimetre", "type"), valeur=zone.type)


REGLES_FICHE = (service_ids, places_exist, room_is_dated, closures_are_possible, strict_perimeter_names_its_zone)
