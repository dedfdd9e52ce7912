"""The page of a record; former addresses lead to it, since printed codes outlive renames."""

from collections.abc import Iterator
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.ties import Liens, by_kind
from carte_sociale.exports.jsonld import organisation_jsonld
from carte_sociale.pages.page import Page
from carte_sociale.routes import address


def redirections(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield a page a former id, that sends on to the record's page."""
    for ancien, id_ in sorted(atlas.redirections.items()):
        yield Page(
            address("organisation", langue, ancien),
            langue,
            "redirection",
            "pages/redirection.html",
            {"entree": atlas.par_id[id_]},
            indexee=False,
        )


def record_page(atlas: Atlas[Any], entree: Entree, langue: str, liens: Liens[Any]) -> Page:
    """Return the page of a record, with the other records that it names."""
    return Page(
        address("organisation", langue, entree.id),
        langue,
        "lieu-de-liens" if entree.est_lieu_de_liens else "organisation",
        "pages/organisation.html",
        {
            "entree": entree,
            "fiche": entree.fiche,
            "attaches": by_kind(liens.attaches),
            "hotes": liens.hotes,
            "guichets": liens.guichets,
            "comparaisons": atlas.comparaisons_de_fiche(entree),
        },
        signalee=atlas.signales(entree),
        jsonld=organisation_jsonld(atlas, entree, langue),
    )
