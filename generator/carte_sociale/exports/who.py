"""Who does what, as files: the columns of the table in French, a line a service, that may be copied alone.

A line says when it was verified, whether there is room and since when, and after which day each is to be asked again:
dates, since a file does not know the day on which it is read. What a record does not say is said to be unknown.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree, ServiceSitue
from carte_sociale.atlas.freshness import DISPONIBILITE_JOURS, verification_due
from carte_sociale.exports.rows import licence_of
from carte_sociale.exports.tables import harmless
from carte_sociale.model.service import Disponibilite

LANGUE = "fr"
INCONNU = "nous ne savons pas"
COLONNES = (
    "Organisation",
    "Service",
    "Thèmes",
    "Publics",
    "Accès",
    "Langues",
    "Prix",
    "Commune",
    "Quartier",
    "Téléphone",
    "De la place ?",
    "Dit le",
    "Vérifié le",
    "À confirmer",
    "Date de la source",
    "Sources",
    "Page",
    "Licence",
    "Démonstration",
)
Case = str | date
_SEPARATEUR = " · "


def lines_of(atlas: Atlas[Any], entree: Entree) -> list[tuple[Case, ...]]:
    """Return the lines of a record: one a service, one where it has none; their cells are those of `COLONNES`."""
    verified = entree.fiche.verification.date if entree.fiche.verification else None
    source = entree.source_recente.iso if entree.source_recente else INCONNU
    end = (
        source,
        " | ".join(found.url for found in entree.fiche.sources),
        atlas.donnees.editeur.base + routes.address("organisation", LANGUE, entree.id),
        licence_of(entree.lieux),
        "non" if atlas.donnees.editeur.production else "oui",
    )
    lines: list[tuple[Case, ...]] = []
    for situe in entree.services or (None,):
        place = situe.service.disponibilite if situe else None
        known = place if place and place.date else None
        where = (_where(atlas, situe or entree), _phone(entree, situe))
        check = (*_room(atlas, known), verified or "pas encore vérifié", _to_confirm(verified, known))
        lines.append((_words(entree.nom), *_service(atlas, situe), *where[0], where[1], *check, *end))
    return lines


def csv_line(cells: Iterable[Case]) -> bytes:
    """Return a line of CSV that no spreadsheet takes for a formula; dates as every spreadsheet reads them."""
    text = io.StringIO()
    written = (harmless(cell) if isinstance(cell, str) else cell.isoformat() for cell in cells)
    csv.writer(text, lineterminator="\r\n").writerow(written)
    return text.getvalue().encode()


def as_csv(lines: Iterable[bytes]) -> bytes:
    """Return a file of lines, in UTF-8 with a mark that spreadsheets know."""
    return codecs.BOM_UTF8 + csv_line(COLONNES) + b"".join(lines)


def _words(texte: Any) -> str:
    words: str = texte.pour(LANGUE).texte
    return words


def _service(atlas: Atlas[Any], situe: ServiceSitue | None) -> Iterator[str]:
    if situe is None:
        yield from (INCONNU,) * 6
        return
    service = situe.service
    yield _words(service.nom)
    yield _terms(atlas, "themes", service.themes, metier=True)
    yield _terms(atlas, "publics", service.publics)
    yield _terms(atlas, "modes_acces", service.acces)
    yield _terms(atlas, "langues", service.langues)
    yield _terms(atlas, "frais", (service.frais,) if service.frais else ())


def _terms(atlas: Atlas[Any], vocabulaire: str, ids: Iterable[str], *, metier: bool = False) -> str:
    terms = (atlas.terme(vocabulaire, id_) for id_ in ids)
    return _SEPARATEUR.join((t.terme or t.label if metier else t.label)[LANGUE] for t in terms) or INCONNU


def _where(atlas: Atlas[Any], situe: ServiceSitue | Entree) -> tuple[str, str]:
    territoire = atlas.donnees.territoire
    communes = (territoire.commune(slug) for slug in situe.communes)
    quartiers = (territoire.quartier(code) for code in situe.quartiers)
    of_commune = _SEPARATEUR.join(c.nom[LANGUE] for c in communes if c)
    of_quartier = _SEPARATEUR.join(q.nom[LANGUE] for q in quartiers if q)
    return of_commune or "sans adresse", of_quartier or (INCONNU if of_commune else "sans adresse")


def _phone(entree: Entree, situe: ServiceSitue | None) -> str:
    contacts = situe.service.contacts if situe else None
    phones = contacts.telephones if contacts and contacts.telephones else entree.telephones
    return phones[0].numero.ecrit if phones else INCONNU


def _room(atlas: Atlas[Any], known: Disponibilite | None) -> tuple[Case, Case]:
    if known is None or known.date is None:
        return INCONNU, INCONNU
    return atlas.terme("disponibilites", known.etat).label[LANGUE], known.date


def _to_confirm(verified: date | None, known: Disponibilite | None) -> str:
    parts = ["téléphonez avant d'envoyer quelqu'un : pas encore vérifié"]
    if verified:
        parts = [f"vérification à refaire après le {_day(verification_due(verified))}"]
    if known and known.date:
        parts.append(f"place à redemander après le {_day(known.date + timedelta(days=DISPONIBILITE_JOURS))}")
    return " ; ".join(parts)


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")
