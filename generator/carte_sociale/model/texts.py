"""Texts in several languages, and the choice of one for a page."""

from typing import NamedTuple, Self

from pydantic import model_validator

from carte_sociale.model.fields import LANGUES_DU_SITE, Modele, refusal


class Passage(NamedTuple):
    """A text in the language in which it is shown; `repli` when that is not the language that was asked for."""

    texte: str
    langue: str
    repli: bool


class Texte(Modele):
    """One text, in at least one language of the site."""

    fr: str | None = None
    nl: str | None = None
    en: str | None = None

    @model_validator(mode="after")
    def _some_language(self) -> Self:
        if not (self.fr or self.nl or self.en):
            raise refusal("texte-vide")
        return self

    def par_langue(self) -> dict[str, str]:
        """Return the text by language, only the languages that are there."""
        return {langue: texte for langue in LANGUES_DU_SITE if (texte := getattr(self, langue))}

    def pour(self, langue: str) -> Passage:
        """Return the text in `langue`, else in the first language of the site that has it."""
        texte: str | None = getattr(self, langue)
        if texte:
            return Passage(texte, langue, False)
        found, texte = next(iter(self.par_langue().items()))
        return Passage(texte, found, True)
