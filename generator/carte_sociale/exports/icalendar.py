"""Calendars of the meetings of professionals (iCalendar, RFC 5545), one a quartier and one a commune.

The hours are those of Brussels, and a calendar says what those are: programs that know no time zones need it. An event
belongs to no language of the site, so its texts stand in every language that its file has.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from carte_sociale import routes
from carte_sociale.atlas.agendas import agendas_des_communes, agendas_des_quartiers
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.meetings import JOURS, MOIS, RANGS, Seance, repeated
from carte_sociale.horaires import BRUXELLES
from carte_sociale.model.dispositif import Repetition
from carte_sociale.model.editeur import Editeur
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.reseau import Rencontre
from carte_sociale.model.territory import Commune, Quartier
from carte_sociale.model.texts import Texte

_JOURS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SANS_DATE = date(2026, 1, 1)
"""The stamp of a meeting none of whose sources is dated, and that tells no day."""


def calendars(atlas: Atlas[Any]) -> Iterator[tuple[str, bytes]]:
    """Give the calendar of each quartier and commune where a meeting is active, with its address.

    One whose meetings tell no day yet is there too: who subscribes today sees the days once they are known.
    """
    events = {r.id: _events(r, atlas) for r in atlas.donnees.reseau.rencontres}
    editeur = atlas.donnees.editeur
    for quartier, found in agendas_des_quartiers(atlas):
        yield routes.agenda("quartier", quartier.slug), _calendar(quartier, found, editeur, events)
    for commune, found in agendas_des_communes(atlas):
        yield routes.agenda("commune", commune.slug), _calendar(commune, found, editeur, events)


def _calendar(
    place: Commune | Quartier, rencontres: Iterable[Rencontre], editeur: Editeur, events: dict[str, list[Event]]
) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//carte-sociale//rencontres//FR")
    calendar.add("version", "2.0")
    names = dict.fromkeys(place.nom[langue] for langue in LANGUES_DU_SITE)
    calendar.add("x-wr-calname", f"{' / '.join(names)} – {editeur.nom.pour('fr').texte}")
    calendar.add_component(_brussels())
    for rencontre in rencontres:
        for event in events[rencontre.id]:
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _brussels() -> Timezone:
    """The hours of Brussels since 1996 (Directive 2000/84/EC): the last Sundays of March and October, at 01:00 UTC."""
    zone = Timezone()
    zone.add("tzid", BRUXELLES.key)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for kind, name, month, before, after in (
        (TimezoneDaylight, "CEST", 3, winter, summer),
        (TimezoneStandard, "CET", 10, summer, winter),
    ):
        part = kind()
        part.add("tzname", name)
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, 1) + before)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def _events(rencontre: Rencontre, atlas: Atlas[Any]) -> list[Event]:
    """An event a day that is told, and one for the days that come back."""
    told = {d.date: Seance(d.date, d.heures or rencontre.heures, d.ou or rencontre.ou) for d in rencontre.dates}
    found = [_event(rencontre, atlas, told[day], f"{rencontre.id}-{day.isoformat()}") for day in sorted(told)]
    if rencontre.repetition and (days := list(repeated(rencontre.repetition))):
        first = Seance(days[0], rencontre.heures, rencontre.ou)
        event = _event(rencontre, atlas, first, rencontre.id)
        event.add("rrule", _rule(rencontre.repetition, _start(Seance(days[-1], rencontre.heures, None))))
        for day in days:
            if day in told:
                event.add("exdate", _start(Seance(day, rencontre.heures, None)))
        found.append(event)
    return found


def _event(rencontre: Rencontre, atlas: Atlas[Any], seance: Seance, uid: str) -> Event:
    editeur = atlas.donnees.editeur
    event = Event()
    event.add("uid", f"{uid}@{editeur.base.partition('://')[2].partition('/')[0]}")
    event.add("dtstamp", datetime.combine(_said(rencontre), time(), UTC))
    event.add("dtstart", _start(seance))
    if seance.heures:
        event.add("dtend", datetime.combine(seance.jour, seance.heures.fin, BRUXELLES))
    event.add("summary", " / ".join(_texts(rencontre.nom)))
    event.add("description", "\n\n".join(_description(rencontre, atlas)))
    if seance.ou:
        event.add("location", " / ".join(_texts(seance.ou)))
    event.add("url", editeur.base + routes.address("rencontre", atlas.langues[0], rencontre.id))
    return event


def _start(seance: Seance) -> date | datetime:
    """When a day begins; the day alone, where no hour is known: it then lasts all day."""
    return datetime.combine(seance.jour, seance.heures.debut, BRUXELLES) if seance.heures else seance.jour


def _rule(repetition: Repetition, last: date | datetime) -> dict[str, Any]:
    day = _JOURS[JOURS.index(repetition.jour)]
    rule: dict[str, Any] = {"freq": "monthly" if repetition.rang else "weekly"}
    rule["until"] = last.astimezone(UTC) if isinstance(last, datetime) else last
    rule["byday"] = f"{RANGS[repetition.rang]}{day}" if repetition.rang else day
    if repetition.sauf_mois:
        rule["bymonth"] = [rank for rank, month in enumerate(MOIS, 1) if month not in repetition.sauf_mois]
    return rule


def _said(rencontre: Rencontre) -> date:
    """The day of the newest thing that its file says: a calendar made again from the same file is the same."""
    said = [source.date.au_plus_tard for source in rencontre.sources if source.date]
    said += [rencontre.repetition.vu] if rencontre.repetition else []
    said += [rencontre.verification.date] if rencontre.verification else []
    return max(said, default=min((d.date for d in rencontre.dates), default=_SANS_DATE))


def _texts(texte: Texte) -> list[str]:
    return list(dict.fromkeys(texte.par_langue().values()))


def _description(rencontre: Rencontre, atlas: Atlas[Any]) -> Iterator[str]:
    """A paragraph a language: what it is, who may come, where to read more."""
    who = atlas.terme("rencontres_publics", rencontre.pour_qui).label
    for langue in atlas.langues:
        resume = rencontre.resume.par_langue().get(langue)
        if resume:
            page = atlas.donnees.editeur.base + routes.address("rencontre", langue, rencontre.id)
            yield f"{resume} {who[langue]}. {page}"
