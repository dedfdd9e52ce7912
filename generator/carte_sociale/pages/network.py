"""What services do together: projects, poolings and meetings of professionals, a list and a page each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar

from carte_sociale.atlas.agendas import agendas_des_communes, agendas_des_quartiers
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.fundings import echeances
from carte_sociale.atlas.network import communes_actives
from carte_sociale.atlas.order import sort_key
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.partie import Partie
from carte_sociale.model.reseau import Element, Mutualisation, Projet, Rencontre
from carte_sociale.model.territory import Commune
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import places_by_name
from carte_sociale.routes import address

E = TypeVar("E", bound=Element)


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the three lists, and the page of each thing in them."""
    reseau = atlas.donnees.reseau
    in_communes, in_quartiers = list(agendas_des_communes(atlas)), list(agendas_des_quartiers(atlas))
    years = list(echeances(reseau.projets))
    yield _list(atlas, langue, "projets", reseau.projets, annees=years, **_by_commune(atlas, langue))
    yield _list(atlas, langue, "mutualisations", reseau.mutualisations)
    quartiers = {
        commune.slug: places_by_name((q for q, _ in in_quartiers if q.commune_principale == commune.slug), langue)
        for commune, _ in in_communes
    }
    by_commune = [(c, quartiers[c.slug]) for c in places_by_name((c for c, _ in in_communes), langue)]
    yield _list(atlas, langue, "rencontres", reseau.rencontres, agendas=by_commune)
    yield from element_pages(
        atlas,
        langue,
        {r.id: places_by_name((c for c, found in in_communes if r in found), langue) for r in reseau.rencontres},
    )


def element_pages(
    atlas: Atlas[Any], langue: str, agendas: Mapping[str, Sequence[Commune]] = MappingProxyType({})
) -> Iterator[Page]:
    """Yield the page of each project, pooling and meeting; `agendas` are the communes whose calendar has a meeting."""
    reseau = atlas.donnees.reseau
    for projet in reseau.projets:
        yield _element(atlas, langue, "projet", projet)
    for mutualisation in reseau.mutualisations:
        yield _element(atlas, langue, "mutualisation", mutualisation)
    for rencontre in reseau.rencontres:
        yield _element(atlas, langue, "rencontre", rencontre, agendas=agendas.get(rencontre.id, ()))


def by_name(elements: Iterable[E], langue: str) -> list[E]:
    """Return elements by their name in `langue`."""
    return sorted(elements, key=lambda element: (sort_key(element.nom.pour(langue).texte), element.id))


def records_of(atlas: Atlas[Any], elements: Iterable[Dispositif | Element]) -> Mapping[str, Any]:
    """Return the records that things of the network name, by id: a page that names one is made again when it changes.

    A record that the atlas has not is left out: there is then no page to lead to.
    """
    named = (partie.fiche for element in elements for partie in _parties(element))
    return {id_: atlas.par_id[id_] for id_ in sorted(filter(None, named)) if id_ in atlas.par_id}


def _parties(element: Dispositif | Element) -> Iterator[Partie | Any]:
    yield from element.membres
    if isinstance(element, Rencontre) and element.hote:
        yield element.hote
    if isinstance(element, Mutualisation):
        yield from element.locaux


def _list(atlas: Atlas[Any], langue: str, kind: str, elements: Sequence[Element], **own: Any) -> Page:
    contexte = {"elements": by_name(elements, langue), "fiches": records_of(atlas, elements), **own}
    return Page(address(kind, langue), langue, kind, f"pages/{kind}.html", contexte)


def _element(atlas: Atlas[Any], langue: str, kind: str, element: Element, **own: Any) -> Page:
    contexte = {"element": element, "fiches": records_of(atlas, [element]), **own}
    return Page(address(kind, langue, element.id), langue, kind, f"pages/{kind}.html", contexte)


def _by_commune(atlas: Atlas[Any], langue: str) -> dict[str, Any]:
    """Projects under each commune where they are active, by name, and those of which nobody says where."""
    reseau, territoire = atlas.donnees.reseau, atlas.donnees.territoire
    dispositifs = {dispositif.id: dispositif for dispositif in reseau.dispositifs}
    active = {p.id: communes_actives(p, territoire, dispositifs, atlas.par_id) for p in reseau.projets}
    groups: list[tuple[Commune, list[Projet]]] = [
        (commune, by_name((p for p in reseau.projets if commune.slug in active[p.id]), langue))
        for commune in places_by_name(territoire.communes, langue)
    ]
    return {
        "communes": [(commune, found) for commune, found in groups if found],
        "ailleurs": by_name((p for p in reseau.projets if not active[p.id]), langue),
    }
