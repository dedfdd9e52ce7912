"""A link from one explanation to something else of the site, as people write it: `theme/energie`, `comparaison/…`."""

from typing import Annotated, Any, NamedTuple

from pydantic import PlainValidator, WithJsonSchema

from carte_sociale.model.fields import refusal

MOT = "mot"
"""What a link without a sort leads to: a word of the glossary."""
SORTES = frozenset({MOT, "theme", "nature", "type", "dispositif", "comparaison", "ligne", "page", "chose"})
"""`nature` and `type` are terms of `natures` and `dispositifs_types`; `chose` is a thing of the
same comparison, `ligne` a help line."""


class Renvoi(NamedTuple):
    """What is named, and its id; whether it exists is asked once everything is read (`rules/explications.py`)."""

    sorte: str
    id: str

    @property
    def ecrit(self) -> str:
        """The link as it is written in a file."""
        return self.id if self.sorte == MOT else f"{self.sorte}/{self.id}"


def _read(value: Any) -> Renvoi:
    if isinstance(value, Renvoi):
        return value
    before, slash, after = value.strip().partition("/") if isinstance(value, str) else ("", "", "")
    sort, id_ = (before, after) if slash else (MOT, before)
    if sort not in SORTES or not id_:
        raise refusal("renvoi-invalide", valeur=str(value))
    return Renvoi(sort, id_)


RenvoiEcrit = Annotated[Renvoi, PlainValidator(_read), WithJsonSchema({"type": "string"})]
"""`theme/energie`, or the id of a word of the glossary alone."""
