"""The territory of the Region: 145 quartiers, 19 communes, 5 bassins, streets and landmarks.

Frozen types without I/O and without geometry library: outlines are plain tuples of (longitude, latitude)
in degrees WGS 84. What is near or inside what is a derived fact and lives in `carte_sociale.atlas`.
The unit is the quartier of the Monitoring des quartiers (IBSA), 118 of which are lived in; the quartiers
of a CLSS are other shapes that only name these (see `carte_sociale.model.dispositif`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeAlias

Nom: TypeAlias = Mapping[str, str]
"""A name by language: always `fr`, `nl` and `en` (`en` repeats the French where no English name is in use)."""
Ligne: TypeAlias = tuple[tuple[float, float], ...]
Polygone: TypeAlias = tuple[Ligne, ...]
"""An outer ring, then holes; each ring closes on its first point."""
Contour: TypeAlias = tuple[Polygone, ...]
Lien: TypeAlias = Literal["source", "infere"]
"""Whether a page states the link or it was only deduced; shown to the visitor as such."""


@dataclass(frozen=True, slots=True)
class Quartier:
    """A quartier of the Monitoring; `communes` holds (slug, share in %), the largest share first."""

    code: int
    slug: str
    nom: Nom
    type: Literal["residentiel", "espace_vert", "industrie_gare", "cimetiere"]
    communes: tuple[tuple[str, int], ...]
    voisins: tuple[int, ...]
    contour: Contour = field(repr=False)

    @property
    def habite(self) -> bool:
        """True for the 118 quartiers that people live in; the others are green, industry or cemetery."""
        return self.type == "residentiel"

    @property
    def commune_principale(self) -> str:
        """Slug of the commune that holds most of the quartier."""
        return self.communes[0][0]


@dataclass(frozen=True, slots=True)
class Commune:
    """One of the 19. `codes_postaux` are its own; `codes_postaux_partages` belong to a neighbour but serve some
    of its streets too (Avenue Louise is on the Ville de Bruxelles and has 1050)."""

    slug: str
    refnis: str
    nom: Nom
    codes_postaux: tuple[str, ...]
    codes_postaux_partages: tuple[str, ...]
    contour: Contour = field(repr=False)


@dataclass(frozen=True, slots=True)
class CommuneDeBassin:
    """A commune in a bassin; `partie` says which part when it is not the whole commune."""

    commune: str
    lien: Lien
    partie: Nom | None


@dataclass(frozen=True, slots=True)
class Bassin:
    """One of the five bassins; `quartiers_de_bruxelles` are codes deduced to lie in it (never stated)."""

    slug: str
    nom: Nom
    communes: tuple[CommuneDeBassin, ...]
    quartiers_pssi: int
    quartiers_de_bruxelles: tuple[int, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Rue:
    """A street within one commune; `quartiers` are the codes it runs through, the longest stretch first."""

    nom: Nom
    commune: str
    lat: float
    lon: float
    quartiers: tuple[int, ...]

    def __reduce__(self) -> tuple[type["Rue"], tuple[Any, ...]]:
        """Be kept by its parts: 6,000 streets are then read back ten times sooner than as dataclasses are."""
        return Rue, (self.nom, self.commune, self.lat, self.lon, self.quartiers)


@dataclass(frozen=True, slots=True)
class Repere:
    """A landmark that helps to read a map. A station has one point; the canal has `lignes`, a park a `contour`."""

    genre: Literal["canal", "parc", "metro", "gare"]
    nom: Nom
    point: tuple[float, float] | None
    lignes: tuple[Ligne, ...] = field(repr=False)
    contour: Contour = field(repr=False)


@dataclass(frozen=True)
class DonneesTerritoire:
    """The parsed files of `content/_data/territoires`: three GeoJSON collections, the bassins, the rows of the streets.

    Numbers may still be strings: the reader of YAML keeps every scalar as it was written.
    """

    quartiers: Mapping[str, Any]
    communes: Mapping[str, Any]
    bassins: Iterable[Mapping[str, Any]]
    reperes: Mapping[str, Any]
    rues: Iterable[Mapping[str, str]]


@dataclass(frozen=True, eq=False)
class Territoire:
    """All of it, in the order of codes, NIS codes and files. Compared and hashed by identity: there is one a run."""

    quartiers: tuple[Quartier, ...]
    communes: tuple[Commune, ...]
    bassins: tuple[Bassin, ...]
    reperes: tuple[Repere, ...] = field(repr=False)
    rues: tuple[Rue, ...] = field(repr=False)

    @cached_property
    def _par_code(self) -> dict[int, Quartier]:
        return {q.code: q for q in self.quartiers}

    @cached_property
    def _par_slug(self) -> dict[str, Quartier]:
        return {q.slug: q for q in self.quartiers}

    @cached_property
    def _communes(self) -> dict[str, Commune]:
        return {c.slug: c for c in self.communes}

    @cached_property
    def _codes_postaux(self) -> dict[str, Commune]:
        return {code: c for c in self.communes for code in c.codes_postaux}

    def quartier(self, code: int) -> Quartier | None:
        """The quartier with this code of the Monitoring, or None."""
        return self._par_code.get(code)

    def quartier_par_slug(self, slug: str) -> Quartier | None:
        """The quartier whose page has this slug, or None."""
        return self._par_slug.get(slug)

    def commune(self, slug: str) -> Commune | None:
        """The commune with this slug, or None."""
        return self._communes.get(slug)

    def bassin(self, slug: str) -> Bassin | None:
        """The bassin with this slug, or None."""
        return next((b for b in self.bassins if b.slug == slug), None)

    def commune_du_code_postal(self, code: str) -> Commune | None:
        """The commune that the postcode belongs to, or None outside the Region. See `communes_possibles`."""
        return self._codes_postaux.get(code)

    def communes_possibles(self, code: str) -> tuple[Commune, ...]:
        """The communes where an address may carry this postcode, the postcode's own first; empty outside the Region."""
        propre = self._codes_postaux.get(code)
        partage = tuple(c for c in self.communes if code in c.codes_postaux_partages)
        return ((propre,) if propre else ()) + partage

    def bassins_de_la_commune(self, slug: str) -> tuple[tuple[Bassin, CommuneDeBassin], ...]:
        """The bassins that name the commune, with how that is known: one, except three for the Ville de Bruxelles."""
        return tuple((b, c) for b in self.bassins for c in b.communes if c.commune == slug)

    def bassin_du_quartier(self, code: int) -> tuple[Bassin, Lien] | None:
        """The bassin of most of the quartier and how that is known; None where no source read tells.

        `source` only when each commune of the quartier stands in that bassin alone by the bassin's own page.
        """
        quartier = self._par_code.get(code)
        if quartier is None:
            return None
        for bassin in self.bassins:
            if code in bassin.quartiers_de_bruxelles:
                return bassin, "infere"
        trouves = self.bassins_de_la_commune(quartier.commune_principale)
        if len(trouves) != 1:
            return None
        bassin, appartenance = trouves[0]
        autour = [self.bassins_de_la_commune(slug) for slug, _ in quartier.communes]
        tout_dit = appartenance.lien == "source" and all([b.slug for b, _ in bs] == [bassin.slug] for bs in autour)
        return bassin, "source" if tout_dit else "infere"


def construire(donnees: DonneesTerritoire) -> Territoire:
    """The territory from its parsed files. Raises KeyError or ValueError on a broken file: these files are the
    project's own, and `tests/rules/test_territory_data.py` checks each row of them."""
    return Territoire(
        quartiers=tuple(sorted((_quartier(f) for f in donnees.quartiers["features"]), key=lambda q: q.code)),
        communes=tuple(sorted((_commune(f) for f in donnees.communes["features"]), key=lambda c: c.refnis)),
        bassins=tuple(_bassin(b) for b in donnees.bassins),
        reperes=tuple(_repere(f) for f in donnees.reperes["features"]),
        rues=tuple(_rue(r) for r in donnees.rues),
    )


def _nom(fr: str, nl: str, en: str | None = None) -> Nom:
    return {"fr": fr, "nl": nl or fr, "en": en or fr}


def _nom_proprietes(p: Mapping[str, Any]) -> Nom:
    return _nom(p["nom_fr"], p["nom_nl"], p.get("nom_en"))


def _ligne(points: Iterable[Iterable[float]]) -> Ligne:
    return tuple((float(lon), float(lat)) for lon, lat in points)


def _contour(geometrie: Mapping[str, Any]) -> Contour:
    """Polygons of a Polygon or MultiPolygon, in degrees; empty for another geometry."""
    coordonnees = geometrie["coordinates"]
    if geometrie["type"] == "Polygon":
        return (tuple(_anneau(anneau) for anneau in coordonnees),)
    if geometrie["type"] == "MultiPolygon":
        return tuple(tuple(_anneau(anneau) for anneau in polygone) for polygone in coordonnees)
    return ()


def _anneau(points: Iterable[Iterable[float]]) -> Ligne:
    ligne = _ligne(points)
    if len(ligne) < 4 or ligne[0] != ligne[-1]:
        raise ValueError("a ring needs four points and closes on the first one")
    return ligne


def _quartier(entite: Mapping[str, Any]) -> Quartier:
    p = entite["properties"]
    return Quartier(
        code=int(p["code"]),
        slug=p["slug"],
        nom=_nom_proprietes(p),
        type=p["type"],
        communes=tuple((c["commune"], int(c["part"])) for c in p["communes"]),
        voisins=tuple(int(v) for v in p["voisins"]),
        contour=_contour(entite["geometry"]),
    )


def _commune(entite: Mapping[str, Any]) -> Commune:
    p = entite["properties"]
    return Commune(
        slug=p["slug"],
        refnis=p["refnis"],
        nom=_nom_proprietes(p),
        codes_postaux=tuple(p["codes_postaux"]),
        codes_postaux_partages=tuple(p["codes_postaux_partages"]),
        contour=_contour(entite["geometry"]),
    )


def _bassin(b: Mapping[str, Any]) -> Bassin:
    return Bassin(
        slug=b["slug"],
        nom=b["nom"],
        communes=tuple(CommuneDeBassin(c["commune"], c["lien"], c.get("partie")) for c in b["communes"]),
        quartiers_pssi=int(b["quartiers_pssi"]),
        quartiers_de_bruxelles=tuple(int(code) for code in b["quartiers_de_bruxelles"]),
        source=b["source"],
    )


def _repere(entite: Mapping[str, Any]) -> Repere:
    geometrie = entite["geometry"]
    coordonnees = geometrie["coordinates"]
    point = (float(coordonnees[0]), float(coordonnees[1])) if geometrie["type"] == "Point" else None
    lignes = tuple(_ligne(ligne) for ligne in coordonnees) if geometrie["type"] == "MultiLineString" else ()
    p = entite["properties"]
    return Repere(p["genre"], _nom_proprietes(p), point, lignes, _contour(geometrie))


def _rue(r: Mapping[str, str]) -> Rue:
    codes = tuple(int(code) for code in r["quartiers"].split())
    return Rue(_nom(r["nom_fr"], r["nom_nl"]), r["commune"], float(r["lat"]), float(r["lon"]), codes)
