"""A quartier for those who work in it: whom to call first, who is there, what joins them, what asks to be checked."""

from collections.abc import Iterable, Iterator
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.fundings import echeances, sans_fin
from carte_sociale.atlas.network import Actif
from carte_sociale.atlas.news import apart, least_checked, news
from carte_sociale.atlas.order import sort_key
from carte_sociale.model.dispositif import CLSS, Dispositif
from carte_sociale.model.territory import Quartier
from carte_sociale.pages.network import by_name, records_of
from carte_sociale.pages.page import Page
from carte_sociale.pages.sorting import by_commune, places_by_name
from carte_sociale.pages.themes import families
from carte_sociale.routes import address

A_VISITER = frozenset(
    {
        "accueil-de-jour", "antenne-sociale-cpas", "casg", "centre-de-service-social", "cssi", "lieu-de-liens",
        "maison-de-quartier", "maison-medicale", "planning-familial",
    }
)  # fmt: skip
"""Natures whose door a newcomer to a quartier pushes first: people are sent there for many different things."""
NOUVELLES_MAX = 20
"""Records whose news a page tells: a script keeps those of the last days, and paper has the newest."""
A_VERIFIER_MAX = 10
"""Records that a page names as least checked; the page of coverage has the whole list."""


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the list of quartiers for professionals, and for each its page and that of a newcomer's first week."""
    territoire = atlas.donnees.territoire
    communes, kinds = by_commune(territoire.communes, territoire.quartiers, langue), families(atlas)
    yield Page(
        address("quartiers-pro", langue),
        langue,
        "quartiers-pro",
        "pages/quartiers-pro.html",
        {"communes": communes, "contrats": contracts(atlas, langue)},
    )
    for quartier in territoire.quartiers:
        toits = [(toit, atlas.liens_de(toit.entree).guichets) for toit in atlas.toits[quartier.code]]
        contexte = {**_of(atlas, quartier, langue), "familles": kinds, "toits": toits}
        for sorte in ("quartier-pro", "premiere-semaine"):
            yield Page(address(sorte, langue, quartier.slug), langue, sorte, f"pages/{sorte}.html", contexte)


def contracts(atlas: Atlas[Any], langue: str) -> list[tuple[Dispositif, list[tuple[Quartier, str]]]]:
    """Return the local contracts by name, each with the quartiers it covers and how each is known.

    Who works for a contract looks for its name, which is that of no quartier.
    """
    territoire = atlas.donnees.territoire
    found = []
    for d in sorted(atlas.donnees.reseau.dispositifs, key=lambda d: sort_key(d.nom[langue])):
        if d.type == CLSS:
            named = [(territoire.quartier_par_slug(q.quartier), q.lien) for q in d.quartiers]
            found.append((d, [(quartier, lien) for quartier, lien in named if quartier]))
    return found


def _of(atlas: Atlas[Any], quartier: Quartier, langue: str) -> dict[str, Any]:
    territoire, reseau = atlas.donnees.territoire, atlas.donnees.reseau
    here = atlas.par_nom(atlas.par_quartier[quartier.code], langue)
    active = atlas.dispositifs_actifs(quartier)
    projets = by_name(atlas.elements_actifs(reseau.projets, quartier), langue)
    mutualisations = by_name(atlas.elements_actifs(reseau.mutualisations, quartier), langue)
    rencontres = by_name(atlas.elements_actifs(reseau.rencontres, quartier), langue)
    changed, came = apart(news(here, atlas.changements or {}), NOUVELLES_MAX)
    doors = [entree for entree in here if entree.nature in A_VISITER]
    return {
        "quartier": quartier,
        "ici_meme": ",".join(f"{degrees:.4f}" for degrees in atlas.index.middle(quartier.code)),
        "communes": [territoire.commune(slug) for slug, _ in quartier.communes],
        "bassin": territoire.bassin_du_quartier(quartier.code),
        "entrees": here,
        "voisins": places_by_name(atlas.index.neighbours(quartier.code), langue),
        "cpas": atlas.par_nom(atlas.cpas_de(slug for slug, _ in quartier.communes), langue),
        "par_type": by_type(active, langue),
        "projets": projets,
        "fins_de_financement": echeances(projets),
        "sans_fin": sans_fin(projets),
        "mutualisations": mutualisations,
        "rencontres": rencontres,
        "fiches": records_of(atlas, [*(a.chose for a in active), *projets, *mutualisations, *rencontres]),
        "nouvelles": changed,
        "arrivees": came,
        "textes_connus": atlas.changements is not None,
        "a_verifier": least_checked(here)[:A_VERIFIER_MAX],
        "a_visiter": doors,
        "mots": atlas.glossaire.acronymes(_said(atlas, doors, active, rencontres, langue)),
    }


def by_type(active: Iterable[Actif[Any]], langue: str) -> dict[str, list[Actif[Any]]]:
    """Return dispositifs by the id of their type, each list by name."""
    found: dict[str, list[Actif[Any]]] = {}
    for actif in sorted(active, key=lambda actif: sort_key(actif.chose.nom[langue])):
        found.setdefault(actif.chose.type, []).append(actif)
    return found


def _said(
    atlas: Atlas[Any], doors: Iterable[Any], active: Iterable[Actif[Any]], rencontres: Iterable[Any], langue: str
) -> Iterator[str]:
    """Give the texts of a newcomer's page, for the acronyms that it explains."""
    for actif in active:
        yield actif.chose.nom[langue]
        yield atlas.terme("dispositifs_types", actif.chose.type).label[langue]
    for door in doors:
        yield door.nom.pour(langue).texte
        yield atlas.terme("natures", door.nature).label[langue]
    for rencontre in rencontres:
        yield rencontre.nom.pour(langue).texte
        yield rencontre.resume.pour(langue).texte
    yield atlas.terme("natures", "cpas").label[langue]  # its page names the CPAS whatever else it names
