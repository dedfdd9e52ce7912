"""What joins services in a quartier: the dispositifs, projects, poolings and meetings that are active there.

A quartier may cross communes, and a thing may be told for a quartier, a commune or a bassin: each is given with how far
it reaches, so that nobody reads "for the whole commune" as "for this street".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.reseau import Element
from carte_sociale.model.territory import Quartier

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
        if named:
            found.append(Actif(d, "quartier", named.lien))
        elif d.commune and d.commune_entiere and d.commune.slug in communes:
            found.append(Actif(d, "commune", d.commune.lien))
        elif bassin and not d.quartiers and not d.commune and any(b.slug == bassin[0].slug for b in d.bassins):
            found.append(Actif(d, "bassin", bassin[1]))
    return found


E = TypeVar("E", bound=Element)


def elements_actifs(
    elements: Iterable[E], quartier: Quartier, dispositifs: frozenset[str], ici: frozenset[str]
) -> list[Actif[E]]:
    """Return the projects, poolings or meetings active in a quartier, in the order given.

    What names a quartier or a commune is active there. What names none is active where its dispositif is
    (`dispositifs`, ids of those that name the quartier), else where one of its members has a place (`ici`, ids of
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
