"""The data files: GeoJSON of what the map shows, JSON of everything, CSV with a line a service."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import geojson
import orjson

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.exports.rows import LICENCE, LICENCE_OSM, entry_row
from carte_sociale.model.editeur import Editeur

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_PARTED = re.compile(r"[;\t\r\n][\s\"]*(?=[=+\-@＝＋－＠])")
COLUMNS = (
    "id",
    "nom_fr",
    "nom_nl",
    "nature",
    "service",
    "themes",
    "publics",
    "langues",
    "acces",
    "frais",
    "communes",
    "adresse",
    "telephones",
    "courriels",
    "site",
    "horaires",
    "horaires_date_source",
    "verifie_le",
    "disponibilite",
    "disponibilite_date",
    "sources",
    "licence",
    "demonstration",
)


@dataclass(frozen=True, slots=True)
class Morceaux:
    """What one record adds to each data file, so that records are written one by one, in any process."""

    json: bytes
    geojson: tuple[bytes, ...]
    csv: bytes


def pieces(atlas: Atlas[Any], entree: Entree) -> Morceaux:
    """Return what a record adds to each data file."""
    row = entry_row(atlas, entree)
    return Morceaux(
        orjson.dumps(row, option=orjson.OPT_INDENT_2).replace(b"\n", b"\n    "),
        tuple(orjson.dumps(feature) for feature in _features(entree, row)),
        _csv(_lines(entree, row, atlas.donnees.editeur.production)),
    )


def as_json(editeur: Editeur, morceaux: Iterable[Morceaux]) -> bytes:
    """Return every record as JSON."""
    content = {
        "editeur": editeur.nom.par_langue(),
        "production": editeur.production,
        "licence": LICENCE,
        "licence_positions": LICENCE_OSM,
        "fiches": [],
    }
    records = b",\n    ".join(piece.json for piece in morceaux)
    empty = orjson.dumps(content, option=orjson.OPT_INDENT_2)
    return empty.removesuffix(b"[]\n}") + b"[\n    " + records + b"\n  ]\n}" if records else empty


def as_geojson(editeur: Editeur, morceaux: Iterable[Morceaux]) -> bytes:
    """Return the places that have a position, as points in degrees WGS 84 (longitude first)."""
    collection = geojson.FeatureCollection(
        [], production=editeur.production, licence=LICENCE, licence_positions=LICENCE_OSM
    )
    features = b",".join(feature for piece in morceaux for feature in piece.geojson)
    return orjson.dumps(collection).replace(b"[]", b"[" + features + b"]", 1)


def as_csv(morceaux: Iterable[Morceaux]) -> bytes:
    """Return a line a service (a record without service has one line), in UTF-8 with a mark that spreadsheets know."""
    return codecs.BOM_UTF8 + _csv([dict(zip(COLUMNS, COLUMNS, strict=True))]) + b"".join(p.csv for p in morceaux)


def _features(entree: Entree, row: dict[str, Any]) -> Iterator[geojson.Feature]:
    shared = {key: row[key] for key in ("id", "nom", "nature", "pages", "verifie_le", "licence")}
    shared["themes"] = list(entree.themes)
    shared["services"] = [
        {key: service[key] for key in ("id", "nom", "disponibilite", "disponibilite_date")}
        for service in row["services"]
    ]
    for lieu, place in zip(entree.lieux, row["lieux"], strict=bool(row["lieux"])):  # none is told of a secret one
        if lieu.point is None:
            continue
        lat, lon = lieu.point
        properties = {**shared, "lieu": place, "licence": place["licence"]}
        point = geojson.Point((lon, lat), precision=6)
        yield geojson.Feature(id=f"{entree.id}/{lieu.lieu.id}", geometry=point, properties=properties)


def _csv(lines: Iterable[Mapping[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([harmless(line.get(column, "")) for column in COLUMNS] for line in lines)
    return text.getvalue().encode()


def _lines(entree: Entree, row: dict[str, Any], production: bool) -> Iterator[dict[str, str]]:
    shared = {
        "id": row["id"],
        "nom_fr": row["nom"].get("fr", ""),
        "nom_nl": row["nom"].get("nl", ""),
        "nature": row["nature"],
        "communes": " ".join(entree.communes),
        "adresse": " | ".join(_written(place) for place in row["lieux"] if place["commune"]),
        "telephones": " | ".join(row["telephones"]),
        "courriels": " | ".join(row["courriels"]),
        "site": row["site"] or "",
        "verifie_le": row["verifie_le"] or "",
        "sources": " | ".join(source["url"] for source in row["sources"]),
        "licence": row["licence"],
        "demonstration": "non" if production else "oui",
    }
    for service in row["services"] or [None]:
        yield shared | (_service_cells(service) if service else {})


def _service_cells(service: dict[str, Any]) -> dict[str, str]:
    name = service["nom"]
    return {
        "service": name.get("fr") or name.get("nl") or name.get("en"),
        "themes": " ".join(service["themes"]),
        "publics": " ".join(service["publics"]),
        "langues": " ".join(service["langues"]),
        "acces": " ".join(service["acces"]),
        "frais": service["frais"] or "",
        "horaires": " | ".join(hours["osm"] for hours in service["horaires"] if hours["osm"]),
        "horaires_date_source": " | ".join(h["date_source"] or "?" for h in service["horaires"] if h["osm"]),
        "disponibilite": service["disponibilite"] or "",
        "disponibilite_date": service["disponibilite_date"] or "",
    }


def _written(place: dict[str, Any]) -> str:
    street = place["rue"].get("fr") or place["rue"].get("nl") or ""
    return " ".join(part for part in (street, place["numero"], place["code_postal"], place["commune"]) if part)


def harmless(value: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP's advice: a leading apostrophe).

    Nor any part of it: Excel in French and in Dutch parts cells at semicolons, whatever quotation marks say.
    """
    parted = _PARTED.sub(r"\g<0>'", value) if ";" in value or not value.isprintable() else value
    return f"'{parted}" if value[:1] in _FORMULA else parted
