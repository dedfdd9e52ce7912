"""A sheet that tells look-alikes apart: one file of `content/_data/comparaisons/` each, its name the sheet's id."""

from typing import Annotated

from pydantic import AfterValidator, Field

from carte_sociale.model.fields import AdresseWeb, DateSource, Modele, OneOf, OuiNon, Slug, refusal
from carte_sociale.model.renvoi import RenvoiEcrit
from carte_sociale.model.vocabulary import Traduit

LE_MOINS, LE_PLUS = 2, 5
"""Things that one sheet may compare: beyond five, nobody compares any more."""


class SourceDatee(Modele):
    """A page that states facts, named for readers; `date` is that of the facts, absent where the page gives none."""

    url: AdresseWeb
    titre: Traduit
    date: DateSource | None = None


class Chose(Modele):
    """One of the things compared; `nom` in plain words, `terme` the field's own word.

    `natures`, `themes`, `types` (of dispositifs) and `dispositifs` say who it is: the page lists them, and theirs link
    back. `lignes` are help lines (`lignes-d-aide.yml`), shown with their number.
    """

    id: Slug
    nom: Traduit
    terme: Traduit | None = None
    pour: Traduit
    pas_pour: Traduit
    venir: Traduit
    cout: Traduit
    duree: Traduit | None = None
    natures: tuple[Annotated[str, OneOf("natures")], ...] = ()
    themes: tuple[Annotated[str, OneOf("themes")], ...] = ()
    types: tuple[Annotated[str, OneOf("dispositifs_types")], ...] = ()
    dispositifs: tuple[Slug, ...] = ()
    lignes: tuple[Slug, ...] = ()


def _a_few(choses: tuple[Chose, ...]) -> tuple[Chose, ...]:
    if not LE_MOINS <= len(choses) <= LE_PLUS:
        raise refusal("comparaison-nombre")
    return choses


class Question(Modele):
    """A situation, where to go then, and the page that this leads to."""

    cas: Traduit
    alors: Traduit
    vers: RenvoiEcrit | None = None


class Comparaison(Modele):
    """What `/LL/comparaisons/<id>/` shows; `reponse` is the answer in two sentences, before anything else.

    `danger` is what to do when a life is at risk. `lu` is when the sources were read.
    """

    id: Slug
    titre: Traduit
    description: Traduit
    reponse: Traduit
    danger: Traduit | None = None
    professionnels: OuiNon = False
    choses: Annotated[tuple[Chose, ...], AfterValidator(_a_few)]
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    savoir: tuple[Traduit, ...] = ()
    sources: Annotated[tuple[SourceDatee, ...], Field(min_length=1)]
    lu: DateSource
    doutes: Annotated[tuple[Traduit, ...], Field(min_length=1)]

    @property
    def liens(self) -> frozenset[tuple[str, str]]:
        """What its things are: (`natures`, id), (`themes`, id), (`types`, id), (`dispositifs`, id)."""
        return frozenset((sort, id_) for chose in self.choses for sort in LIENS for id_ in getattr(chose, sort))


LIENS = ("natures", "themes", "types", "dispositifs")
"""Keys of a thing that say what it is."""
