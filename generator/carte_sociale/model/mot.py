"""A word of the field or the name of an institution: one file of `content/_data/glossaire/` each, its name the id."""

from typing import Annotated

from pydantic import StringConstraints

from carte_sociale.model.comparaison import SourceDatee
from carte_sociale.model.fields import Modele, Slug
from carte_sociale.model.renvoi import RenvoiEcrit
from carte_sociale.model.vocabulary import Traduit


class PageDuMot(Modele):
    """What the main words say more, on a page of their own: whom it is for, how one gets in touch."""

    pour_qui: Traduit
    contact: Traduit


class Mot(Modele):
    """A word as each language has it, what its letters stand for, and what it means in two short sentences at most.

    `aussi` are other ways to write it. `est` names the terms of our vocabularies that are the same thing: the glossary
    says them once. `voir` is what goes with it.
    """

    id: Slug
    mot: Traduit
    signifie: Traduit | None = None
    definition: Traduit
    aussi: tuple[Annotated[str, StringConstraints(min_length=1)], ...] = ()
    est: tuple[RenvoiEcrit, ...] = ()
    voir: tuple[RenvoiEcrit, ...] = ()
    page: PageDuMot | None = None
    sources: tuple[SourceDatee, ...] = ()

    @property
    def formes(self) -> tuple[str, ...]:
        """Every way to write it, in any language, each once."""
        return tuple(dict.fromkeys((*self.mot.values(), *self.aussi)))
