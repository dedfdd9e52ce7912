"""Places: does the address agree with itself, with its point and with the territory?

A point that is only approximate (street, quartier) warns where a precise one is an error: the street may run through
two quartiers, and the outlines are generalised to 25 m.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from carte_sociale.atlas.geometry import polygon_in_metres, to_metres
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.records import FicheLue
from carte_sociale.loading.secrecy import FORME_SECRETE
from carte_sociale.model.lieu import FORMES_A_DISTANCE, Adresse, Lieu, Position
from carte_sociale.model.territory import Territoire
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte, is_written
from carte_sociale.rules.secrets import is_confidential

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TOLERANCE_M = 50.0
"""Metres by which a precise point may miss its stated quartier or commune: outlines are generalised to 25 m."""


def _places(lue: FicheLue) -> Iterator[tuple[Chemin, Lieu]]:
    for index, lieu in enumerate(lue.ebauche.lieux if lue.ebauche else ()):
        yield ("lieux", index), lieu


def _located(lue: FicheLue) -> Iterator[tuple[Chemin, Lieu]]:
    """Places whose address may be checked: of a secret one `secrets` says all there is to say."""
    if not is_confidential(lue):
        yield from ((path, lieu) for path, lieu in _places(lue) if lieu.forme != FORME_SECRETE)


def place_ids(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """Each place of a record has an id of its own."""
    seen: Counter[str] = Counter()
    for path, lieu in _places(lue):
        seen[lieu.id] += 1
        if seen[lieu.id] == 2:
            yield lue.document.probleme("lieu-double", (*path, "id"), valeur=lieu.id)


def form_agrees(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A place with the form `adresse` has an address, and one by phone or online has none."""
    for path, lieu in _located(lue):
        if lieu.forme == "adresse" and not lieu.adresse and not is_written(lue, (*path, "adresse")):
            scattered = any(is_written(lue, (*path, key)) for key in Adresse.model_fields)  # said when the file is read
            if not scattered:
                yield lue.document.probleme("lieu-sans-adresse", (*path, "forme"), valeur=lieu.forme)
        if lieu.forme in FORMES_A_DISTANCE and (lieu.adresse or lieu.position):
            yield lue.document.probleme("lieu-adresse-de-trop", (*path, "forme"), valeur=lieu.forme)
        if lieu.forme == "dans-un-autre-lieu" and not any(is_written(lue, (*path, key)) for key in ("hote", "adresse")):
            yield lue.document.probleme("lieu-sans-hote", (*path, "forme"), valeur=lieu.forme)


def postcode_of_commune(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """The postcode is one that addresses of the commune carry."""
    territoire = contexte.donnees.territoire
    for path, lieu in _located(lue):
        if lieu.adresse is None or lieu.adresse.code_postal is None:
            continue
        code, commune = lieu.adresse.code_postal, territoire.commune(lieu.adresse.commune)
        if commune is None or code in (*commune.codes_postaux, *commune.codes_postaux_partages):
            continue
        others = territoire.communes_possibles(code)
        yield lue.document.probleme(
            "code-postal-commune" if others else "code-postal-hors-region",
            (*path, "adresse", "code_postal"),
            valeur=code,
            commune=commune.nom,
            codes=", ".join(commune.codes_postaux),
            autres=", ".join(c.slug for c in others),
        )


def point_in_region(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A point lies in the Region, latitude first."""
    for path, lieu in _located(lue):
        point = lieu.position
        if point is None or contexte.index.in_region(point.lat, point.lon):
            continue
        if contexte.index.looks_swapped(point.lat, point.lon):
            proche = "" if lue.document.sensible else f"lat: {point.lon}, lon: {point.lat}"
            yield lue.document.probleme("coordonnees-inversees", (*path, "position", "lat"), proche=proche)
        else:
            yield lue.document.probleme(
                "coordonnees-hors-region", (*path, "position", "lat"), valeur=f"{point.lat}, {point.lon}"
            )


def known_quartier(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A quartier is a code of the Monitoring des quartiers."""
    for path, lieu in _located(lue):
        if lieu.quartier is not None:
            yield from _unknown_quartier(lue, contexte, (*path, "quartier"), lieu.quartier)
    for index, service in enumerate(lue.ebauche.services if lue.ebauche and not is_confidential(lue) else ()):
        for rank, code in enumerate(service.perimetre.quartiers if service.perimetre else ()):
            yield from _unknown_quartier(lue, contexte, ("services", index, "perimetre", "quartiers", rank), code)


def _unknown_quartier(lue: FicheLue, contexte: Contexte, path: Chemin, code: int) -> Iterator[Problem]:
    if contexte.donnees.territoire.quartier(code) is None:
        yield lue.document.probleme("quartier-inconnu", path, valeur=str(code))


def _inside(contexte: Contexte, point: Position | None) -> bool:
    return point is not None and contexte.index.in_region(point.lat, point.lon)


def _approximate(contexte: Contexte, point: Position) -> bool:
    term = contexte.donnees.vocabulaires["precisions_position"].get(point.precision)
    return term is None or term.approximatif is not False


def quartier_of_point(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """The stated quartier is the one where the point lies."""
    for path, lieu in _located(lue):
        point = lieu.position
        if point is None or not _inside(contexte, point) or lieu.quartier is None:
            continue
        stated = contexte.donnees.territoire.quartier(lieu.quartier)
        found = contexte.donnees.territoire.quartier(contexte.index.quartier_of(point.lat, point.lon) or 0)
        if stated is None or found is None or stated.code == found.code:
            continue
        gap = contexte.index.ecart(stated.code, point.lat, point.lon)
        if gap <= TOLERANCE_M:
            continue
        yield lue.document.probleme(
            "quartier-position-approximative" if _approximate(contexte, point) else "quartier-position",
            (*path, "quartier"),
            valeur=str(stated.code),
            ecrit=stated.nom,
            trouve=found.nom,
            code_trouve=found.code,
            metres=round(gap),
        )


def commune_of_point(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """The commune of the address is the one where the point lies."""
    for path, lieu in _located(lue):
        point = lieu.position
        if point is None or lieu.adresse is None:
            continue
        stated = contexte.donnees.territoire.commune(lieu.adresse.commune)
        if stated is None or _gap(contexte, stated.slug, point) == 0 or not _inside(contexte, point):
            continue
        found = contexte.donnees.territoire.commune(contexte.index.commune_of(point.lat, point.lon) or "")
        gap = _gap(contexte, stated.slug, point)
        if found is None or stated.slug == found.slug or gap <= TOLERANCE_M:
            continue
        yield lue.document.probleme(
            "commune-position-approximative" if _approximate(contexte, point) else "commune-position",
            (*path, "adresse", "commune"),
            valeur=stated.slug,
            ecrit=stated.nom,
            trouve=found.nom,
            slug_trouve=found.slug,
            metres=round(gap),
        )


def _gap(contexte: Contexte, slug: str, point: Position) -> float:
    """Return the metres from a point to a commune, 0 inside: most points lie where they are said to."""
    from shapely import intersects_xy, points

    outline, (x, y) = _outline(contexte.donnees.territoire, slug), to_metres(point.lat, point.lon)
    return 0.0 if intersects_xy(outline, x, y) else float(outline.distance(points(x, y)))


@cache
def _outline(territoire: Territoire, slug: str) -> "BaseGeometry":
    from shapely import prepare

    commune = territoire.commune(slug)
    outline = polygon_in_metres(commune.contour if commune else ())
    prepare(outline)
    return outline


def known_street(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A street exists in its commune, as far as the list of streets knows."""
    for path, lieu in _located(lue):
        if lieu.adresse is None or lieu.adresse.rue is None:
            continue
        names, commune = lieu.adresse.rue.par_langue(), lieu.adresse.commune
        if any(contexte.rues.named(name, commune) for name in names.values()):
            continue
        langue, name = next(iter(names.items()))
        here = (*path, "adresse", "rue", langue)
        elsewhere = sorted({rue.commune for text in names.values() for rue in contexte.rues.named(text)})
        if elsewhere:
            yield lue.document.probleme("rue-autre-commune", here, valeur=name, communes=", ".join(elsewhere))
        else:
            best = contexte.rues.closest(name, commune)
            proche = "" if lue.document.sensible or best is None else best.nom.get(langue, "")
            yield lue.document.probleme("rue-inconnue", here, valeur=name, proche=proche)


REGLES_FICHE = (
    place_ids,
    form_agrees,
    postcode_of_commune,
    point_in_region,
    known_quartier,
    quartier_of_point,
    commune_of_point,
    known_street,
)
REGLES_ENSEMBLE = ()
