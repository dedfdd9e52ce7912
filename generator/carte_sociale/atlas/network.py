"""What joins services in a quartier: the dispositifs, projects, poolings and meetings that are active there.

A quartier may cross communes, and a thing may be told for a quartier, a commune or a bassin: each is given with how far
it reaches, so that nobody reads "for the whole commune" as "for this street".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from carte_sociale.atlas.notices import Listable
from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.model.dispositif import Dispositif, QuartierCouvert
from carte_sociale.model.reseau import Element
from carte_sociale.model.territory import Quartier, Territoire

T = TypeVar("T", bound=Dispositif | Element)

Portee = Literal["quartier", "commune", "bassin"]


@dataclass(frozen=True, slots=True)
class Actif(Generic[T]):
    """Something active in a quartier: how far it reaches, and how that is known (`liens`)."""

    chose: T
    portee: Portee
    lien: str


def dispositifs_actifs(
    dispositifs: Iterable[Dispositif], quartier: Quartier, index: TerritoryIndex
) -> list[Actif[Dispositif]]:
    """Return the dispositifs active in a quartier, in the order given; explanations are not active anywhere."""
    communes = {slug for slug, _ in quartier.communes}
    bassin = index.territoire.bassin_du_quartier(quartier.code)
    found: list[Actif[Dispositif]] = []
    for d in dispositifs:
        named = next((q for q in d.quartiers if q.quartier == quartier.slug), None)
        if d.explique:
            continue
        if d.commune and d.commune_entiere and d.commune.slug in communes:
            found.append(Actif(d, "quartier" if named else "commune", d.commune.lien))
        elif named:
            found.append(Actif(d, "quartier", named.lien))
        elif bassin and not d.quartiers and not d.commune and any(b.slug == bassin[0].slug for b in d.bassins):
            found.append(Actif(d, "bassin", bassin[1]))
    return found


def propres(actifs: Iterable[Actif[Dispositif]]) -> frozenset[str]:
    """Return the ids of the dispositifs that are a quartier's own: told for it, not for all its commune or bassin."""
    return frozenset(actif.chose.id for actif in actifs if actif.portee == "quartier")


E = TypeVar("E", bound=Element)


def elements_actifs(
    elements: Iterable[E], quartier: Quartier, dispositifs: frozenset[str], ici: frozenset[str]
) -> list[Actif[E]]:
    """Return the projects, poolings or meetings active in a quartier, in the order given.

    What names a quartier or a commune is active there. What names none is active where its dispositif is
    (`dispositifs`, ids of the quartier's own), else where one of its members has a place (`ici`, ids of
    records).
    """
    communes = {slug for slug, _ in quartier.communes}
    found: list[Actif[E]] = []
    for element in elements:
        named = next((q for q in element.quartiers if q.quartier == quartier.slug), None)
        if named:
            found.append(Actif(element, "quartier", named.lien))
        elif element.quartiers:
            continue
        elif element.dispositif in dispositifs:
            found.append(Actif(element, "quartier", "infere"))
        elif communes.intersection(element.communes):
            found.append(Actif(element, "commune", "source"))
        elif not element.communes and any(membre.fiche in ici for membre in element.membres):
            found.append(Actif(element, "quartier", "infere"))
    return found


def communes_actives(
    element: Element, territoire: Territoire, dispositifs: Mapping[str, Dispositif], fiches: Mapping[str, Listable]
) -> frozenset[str]:
    """Return the communes where a project, a pooling or a meeting is active, by slug.

    Those that it names, or whose quartiers it names; else those of its dispositif (`dispositifs`, by id), else those
    where its members have a place (`fiches`, by id). Empty where nothing says.
    """
    named = {*element.communes, *_communes_of(element.quartiers, territoire)}
    own = dispositifs.get(element.dispositif or "")
    if not named and own:
        named = {*([own.commune.slug] if own.commune else []), *_communes_of(own.quartiers, territoire)}
    if not named:
        members = (fiches.get(membre.fiche or "") for membre in element.membres)
        named = {slug for member in members if member for slug in member.communes}
    return frozenset(named)


def _communes_of(quartiers: Iterable[QuartierCouvert], territoire: Territoire) -> Iterable[str]:
    found = (territoire.quartier_par_slug(covered.quartier) for covered in quartiers)
    return (quartier.commune_principale for quartier in found if quartier)
