"""What a link written in an explanation leads to: a page of the site, and the words that name it."""

from typing import Any, NamedTuple

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.mot import Mot
from carte_sociale.model.renvoi import Renvoi


class Lien(NamedTuple):
    """A page (`routes.KINDS`), the slug of its address, its words; `ancre` is the part of the page, with its `#`."""

    sorte: str
    slug: str
    mots: str
    ancre: str = ""


def link_to(atlas: Atlas[Any], renvoi: Renvoi, langue: str) -> Lien:
    """Return the link that a `Renvoi` is, once it was found to lead somewhere (`rules/explications.py`)."""
    sorte, id_ = renvoi
    explications = atlas.donnees.explications
    match sorte:
        case "theme":
            return Lien(sorte, id_, atlas.terme("themes", id_).label[langue])
        case "comparaison":
            return Lien(sorte, id_, explications.comparaisons[id_].titre[langue])
        case "dispositif":
            return Lien(sorte, id_, _name_of_scheme(atlas, id_, langue))
        case "chose":
            return Lien("", "", "", f"#{id_}")
        case "page":
            return Lien(id_, "", "")
        case _:
            return link_to_word(explications.mots[id_], langue)


def link_to_word(mot: Mot, langue: str) -> Lien:
    """Return the link to the page of a word, or to its line of the glossary."""
    return Lien("mot", mot.id, mot.mot[langue]) if mot.page else Lien("glossaire", "", mot.mot[langue], f"#{mot.id}")


def _name_of_scheme(atlas: Atlas[Any], id_: str, langue: str) -> str:
    return next(d.nom[langue] for d in atlas.donnees.reseau.dispositifs if d.id == id_)
