"""The data files: GeoJSON of what the map shows, JSON of everything, CSV with a line a service."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import geojson
import orjson

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.exports.rows import LICENCE, LICENCE_OSM, entry_row, place_row

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
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


def as_json(atlas: Atlas[Any]) -> bytes:
    """Return every record as JSON."""
    content = {
        "editeur": atlas.donnees.editeur.nom.par_langue(),
        "production": atlas.donnees.editeur.production,
        "licence": LICENCE,
        "licence_positions": LICENCE_OSM,
        "fiches": [entry_row(atlas, entree) for entree in atlas.entrees],
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2)


def as_geojson(atlas: Atlas[Any]) -> bytes:
    """Return the places that have a position, as points in degrees WGS 84 (longitude first)."""
    features = []
    for entree in atlas.entrees:
        row = entry_row(atlas, entree)
        shared = {key: row[key] for key in ("id", "nom", "nature", "pages", "verifie_le", "licence")}
        shared["themes"] = list(entree.themes)
        shared["services"] = [
            {key: service[key] for key in ("id", "nom", "disponibilite", "disponibilite_date")}
            for service in row["services"]
        ]
        for lieu in entree.lieux:
            if lieu.point is None:
                continue
            lat, lon = lieu.point
            properties = {**shared, "lieu": place_row(lieu), "licence": place_row(lieu)["licence"]}
            point = geojson.Point((lon, lat), precision=6)
            features.append(geojson.Feature(id=f"{entree.id}/{lieu.lieu.id}", geometry=point, properties=properties))
    collection = geojson.FeatureCollection(
        features, production=atlas.donnees.editeur.production, licence=LICENCE, licence_positions=LICENCE_OSM
    )
    return orjson.dumps(collection)


def as_csv(atlas: Atlas[Any]) -> bytes:
    """Return a line a service (a record without service has one line), in UTF-8 with a mark that spreadsheets know."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for line in _lines(atlas):
        writer.writerow({key: _harmless(str(value)) for key, value in line.items()})
    return text.getvalue().encode("utf-8-sig")


def _lines(atlas: Atlas[Any]) -> Iterator[dict[str, Any]]:
    for entree in atlas.entrees:
        row = entry_row(atlas, entree)
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
            "demonstration": "non" if atlas.donnees.editeur.production else "oui",
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


def _harmless(value: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP's advice: a leading apostrophe)."""
    return f"'{value}" if value.startswith(_FORMULA) else value
