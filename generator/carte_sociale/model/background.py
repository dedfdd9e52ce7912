"""What a deployer may lay under the moving map besides our own drawing: a file of the same site, or a tile server."""

import re
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, WithJsonSchema, model_validator

from carte_sociale.model.fields import Modele, Nombre, is_web_address, refusal
from carte_sociale.model.texts import Texte

_MARQUES = ("{z}", "{x}", "{y}")
_ZOOM_LE_PLUS_GRAND = 22
_CHEMIN = re.compile(r"(?:\.\./)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.pmtiles")


def _tiles(value: str) -> str:
    """Check the address of tiles: https, the three marks once each in its path, and no other mark."""
    if value[:7].lower() == "http://":
        raise refusal("tuiles-sans-chiffrement", valeur=value)
    if any(value.count(mark) != 1 for mark in _MARQUES):
        raise refusal("tuiles-sans-marques", valeur=value)
    plain = value
    for mark in _MARQUES:
        plain = plain.replace(mark, "0")
    if "{" in plain or "}" in plain:
        raise refusal("tuiles-marque-inconnue", valeur=value)
    host, path = urlsplit(value)[1:3] if is_web_address(plain) else ("", "")
    if not host or "{" in host or any(mark not in path for mark in _MARQUES[:2]):
        raise refusal("tuiles-adresse", valeur=value)
    return value


def _same_site(value: str) -> str:
    """Check the path of a PMTiles file, relative to the root of the published site."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", value):
        raise refusal("pmtiles-autre-site", valeur=value)
    if not _CHEMIN.fullmatch(value):
        raise refusal("pmtiles-chemin", valeur=value)
    return value


def _zoom(value: int) -> int:
    if value > _ZOOM_LE_PLUS_GRAND:
        raise refusal("zoom-impossible", valeur=str(value))
    return value


AdresseDeTuiles = Annotated[str, AfterValidator(_tiles)]
CheminDePmtiles = Annotated[str, AfterValidator(_same_site)]
Zoom = Annotated[
    Nombre,
    AfterValidator(_zoom),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": _ZOOM_LE_PLUS_GRAND}),
]


class Tuiles(Modele):
    """A tile server of somebody else. `qui` is who receives each request, in words that a visitor understands."""

    adresse: AdresseDeTuiles
    qui: Texte
    attribution: str
    zoom_max: Zoom = 19

    @property
    def origine(self) -> str:
        """The scheme and host that a page must be allowed to ask pictures of: `https://tuiles.exemple.be`."""
        parts = urlsplit(self.adresse)
        return f"{parts.scheme}://{parts.netloc}"


class FondDeCarte(Modele):
    """One of the two. `pmtiles`: a path from the root of the site."""

    pmtiles: CheminDePmtiles | None = None
    tuiles: Tuiles | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if self.pmtiles and self.tuiles:
            raise refusal("fond-de-carte-double")
        if not self.pmtiles and not self.tuiles:
            raise refusal("fond-de-carte-vide")
        return self

    @property
    def images_tierces(self) -> str:
        """Origins of other sites whose pictures the map may show once the visitor agreed; empty where there is none."""
        return self.tuiles.origine if self.tuiles else ""
