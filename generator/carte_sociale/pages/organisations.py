"""The page of a record; former addresses lead to it, since printed codes outlive renames."""

from collections.abc import Iterator

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.exports.jsonld import organisation_jsonld
from carte_sociale.model.fiche import Relation
from carte_sociale.pages.page import Page
from carte_sociale.routes import address


def pages(atlas: Atlas, langue: str) -> Iterator[Page]:
    """Yield a page a record, and a page a former id that sends on to it."""
    for entree in atlas.entrees:
        yield record_page(atlas, entree, langue)
    for ancien, id_ in sorted(atlas.redirections.items()):
        yield Page(
            address("organisation", langue, ancien),
            langue,
            "redirection",
            "pages/redirection.html",
            {"entree": atlas.par_id[id_]},
            indexee=False,
        )


def record_page(atlas: Atlas, entree: Entree, langue: str) -> Page:
    """Return the page of a record, that the atlas holds."""
    ties: list[tuple[Entree, Relation]] = [
        (atlas.par_id[relation.vers], relation) for relation in entree.fiche.relations
    ]
    return Page(
        address("organisation", langue, entree.id),
        langue,
        "lieu-de-liens" if entree.est_lieu_de_liens else "organisation",
        "pages/organisation.html",
        {
            "entree": entree,
            "fiche": entree.fiche,
            "relations": ties,
            "relations_inverses": atlas.relations_vers.get(entree.id, ()),
            "hotes": {
                place.lieu.hote: atlas.par_id[place.lieu.hote]
                for place in entree.lieux
                if place.lieu.hote and place.lieu.hote in atlas.par_id
            },
        },
        signalee=atlas.signales(entree),
        jsonld=organisation_jsonld(atlas, entree, langue),
    )
