"""The streets of the territory, as invented records draw their addresses from them."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Rue:
    """A street of the list, with what an address and a sentence say of it."""

    noms: tuple[str, str]
    commune: str
    point: tuple[float, float]
    quartier: tuple[str, str]
    codes_postaux: tuple[str, ...]


def read_streets(data: Path) -> list[Rue]:
    """Return the streets of `content/_data/territoires`."""
    quartiers = {str(p["code"]): (p["nom_fr"], p["nom_nl"]) for p in _properties(data / "quartiers.geojson")}
    codes = {p["slug"]: tuple(p["codes_postaux"]) for p in _properties(data / "communes.geojson")}
    with (data / "rues.csv").open(encoding="utf-8", newline="") as file:
        return [
            Rue(
                (row["nom_fr"], row["nom_nl"] or row["nom_fr"]),
                row["commune"],
                (float(row["lat"]), float(row["lon"])),
                quartiers[row["quartiers"].split()[0]],
                codes[row["commune"]],
            )
            for row in csv.DictReader(file)
        ]


def _properties(path: Path) -> list[dict[str, Any]]:
    return [feature["properties"] for feature in json.loads(path.read_text(encoding="utf-8"))["features"]]
