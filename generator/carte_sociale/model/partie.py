"""Who has a part in something: an organisation with a record, or the name of one that has none yet. Never a person."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import model_validator

from carte_sociale.model.contact import ContactsConnus
from carte_sociale.model.fields import Modele, OneOf, Slug, refusal
from carte_sociale.model.texts import Texte


class EnUnMot(Modele):
    """A block that one word may stand for: `partenaires: [ribaucare]` is `partenaires: [{fiche: ribaucare}]`.

    `SEUL` is the key that the word is the value of, `AVEC` what goes without saying beside it.
    """

    SEUL: ClassVar[str]
    AVEC: ClassVar[dict[str, str]] = {}

    @model_validator(mode="before")
    @classmethod
    def _from_one_word(cls, value: Any) -> Any:
        return {cls.SEUL: value, **cls.AVEC} if isinstance(value, str) else value


class Partie(EnUnMot):
    """An organisation: `fiche`, the id of its record, or else `nom`."""

    SEUL = "fiche"

    fiche: Slug | None = None
    nom: Texte | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.fiche is None) == (self.nom is None):
            raise refusal("partie-fiche-ou-nom")
        return self


class PartieLiee(Partie):
    """An organisation, what it brings in the words of the partners, and how its part is known."""

    lien: Annotated[str, OneOf("liens")] | None = None
    apport: Texte | None = None


class Fonction(Modele):
    """Whom to ask: a function, and generic ways to reach it."""

    fonction: Texte
    contacts: ContactsConnus = None
