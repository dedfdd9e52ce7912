"""Dates: none that speaks of the past lies in the future, and what was checked long ago says so."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from carte_sociale.atlas.freshness import VERIFICATION_ANCIENNE_MOIS, VERIFICATION_TELEPHONER_MOIS
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.fields import DatePartielle
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte


def months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _dated(fiche: Fiche) -> Iterator[tuple[Chemin, DatePartielle | date | None]]:
    if fiche.verification:
        yield ("verification", "date"), fiche.verification.date
    if fiche.presentation:
        yield ("presentation", "date"), fiche.presentation.date
    for index, source in enumerate(fiche.sources):
        yield ("sources", index, "date"), source.date
        yield ("sources", index, "consulte"), source.consulte
    for index, service in enumerate(fiche.services):
        here = ("services", index)
        for rank, horaire in enumerate(service.horaires):
            yield (*here, "horaires", rank, "date_source"), horaire.date_source
        if service.tarif:
            yield (*here, "tarif", "date_source"), service.tarif.date_source
        if service.disponibilite:
            yield (*here, "disponibilite", "date"), service.disponibilite.date


def not_in_the_future(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """What was checked, read or published was so today at the latest."""
    for path, day in _dated(lue.ebauche) if lue.ebauche else ():
        if day is None:
            continue
        earliest, written = (day.au_plus_tot, day.iso) if isinstance(day, DatePartielle) else (day, day.isoformat())
        if earliest > contexte.aujourdhui:
            yield lue.document.probleme("date-future", path, valeur=written, limite=contexte.aujourdhui.isoformat())


def verified_lately(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A verification is renewed every six months; after twelve the page says since when nobody checked."""
    if lue.ebauche is None or lue.ebauche.verification is None:
        return
    day = lue.ebauche.verification.date
    if day < months_before(contexte.aujourdhui, VERIFICATION_ANCIENNE_MOIS):
        code, limite = "verification-tres-ancienne", VERIFICATION_ANCIENNE_MOIS
    elif day < months_before(contexte.aujourdhui, VERIFICATION_TELEPHONER_MOIS):
        code, limite = "verification-ancienne", VERIFICATION_TELEPHONER_MOIS
    else:
        return
    yield lue.document.probleme(code, ("verification", "date"), valeur=day.isoformat(), limite=limite)


REGLES_FICHE = (not_in_the_future, verified_lately)
