"""Words of the vocabularies and names of places in one language, for templates: each list is put in words once.

Ten thousand records say the same few lists of languages and publics over and over: a list costs 0.2 µs instead of 6.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from markupsafe import Markup, escape

from carte_sociale.atlas.atlas import Atlas

_ENTRE_TERMES = Markup(" · ")
_LISTES = 4096
"""Lists that a language remembers of each kind."""


def labels(atlas: Atlas[Any], langue: str) -> dict[str, Callable[..., Markup]]:
    """Return the functions by their name in templates; ids come in tuples. KeyError for an unknown id."""
    names_of_communes = {commune.slug: commune.nom[langue] for commune in atlas.donnees.territoire.communes}
    names_of_quartiers = {quartier.code: quartier.nom[langue] for quartier in atlas.donnees.territoire.quartiers}

    @cache
    def libelle(vocabulaire: str, id_: str) -> Markup:
        """The label of a term."""
        return escape(atlas.terme(vocabulaire, id_).label[langue])

    @cache
    def mot_du_metier(vocabulaire: str, id_: str) -> Markup:
        """The field's own word for a term."""
        term = atlas.terme(vocabulaire, id_)
        return escape((term.terme or term.label)[langue])

    @lru_cache(_LISTES)
    def termes(vocabulaire: str, ids: tuple[str, ...]) -> Markup:
        """The labels of several terms, as one line of words."""
        return _ENTRE_TERMES.join(libelle(vocabulaire, id_) for id_ in ids)

    @lru_cache(_LISTES)
    def mots_du_metier(vocabulaire: str, ids: tuple[str, ...]) -> Markup:
        """The field's own words for several terms."""
        return _ENTRE_TERMES.join(mot_du_metier(vocabulaire, id_) for id_ in ids)

    @lru_cache(_LISTES)
    def noms_des_communes(slugs: tuple[str, ...], entre: str) -> Markup:
        """The names of several communes."""
        return escape(entre).join(names_of_communes[slug] for slug in slugs)

    @lru_cache(_LISTES)
    def noms_des_quartiers(codes: tuple[int, ...], entre: str) -> Markup:
        """The names of several quartiers."""
        return escape(entre).join(names_of_quartiers[code] for code in codes)

    return {
        "libelle": libelle,
        "termes": termes,
        "mots_du_metier": mots_du_metier,
        "noms_des_communes": noms_des_communes,
        "noms_des_quartiers": noms_des_quartiers,
    }
