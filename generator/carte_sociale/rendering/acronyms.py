"""Acronyms in the texts of a page: the first use of each is a link to its explanation."""

from typing import Any

from jinja2 import Environment, pass_environment
from markupsafe import Markup, escape

_MOT = "components/mot/mot.html"


@pass_environment
def mark_acronyms(environment: Environment, texte: str, ici: Any, deja: list[str]) -> Markup:
    """Return a text with the acronyms of the glossary that it uses first explained (the filter `sigles`).

    `ici` gives the links of the page; `deja` is the list of the words that the page explained before, and grows.
    """
    macros: Any = environment.get_template(_MOT).module
    atlas: Any = environment.globals["atlas"]
    parts = []
    for piece, mot in atlas.glossaire.marquer(texte, deja):
        if mot is None:
            parts.append(escape(piece))
        else:
            deja.append(mot.id)
            parts.append(Markup(str(macros.mot(ici, mot.id, piece)).strip()))
    return Markup("").join(parts)
