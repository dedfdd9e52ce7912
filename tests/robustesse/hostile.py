"""Records whose every text is hostile, made by walking the model: a field that is added is filled too, or refused here.

Each record gives each field another text of `charges`, followed by a mark of its own, so that a page or a data file can
be asked what became of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from carte_sociale.model import fields as f
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.fields import LANGUES_DU_SITE, Modele, OneOf
from carte_sociale.model.phones import Telephone
from carte_sociale.model.texts import Texte

from .charges import CHARGES, LONGUES

VALEURS = {
    "Slug": (f.Slug, "a"),
    "Telephone": (Telephone, "02 512 00 00"),
    "Courriel": (f.Courriel, "a?bcc=mal%40mal.example&b=c#d{e}'@asbl.example"),
    "AdresseWeb": (f.AdresseWeb, "https://asbl.example/page"),
    "DeclarePar": (f.DeclarePar, "https://asbl.example/declaration"),
    "NumeroEntreprise": (f.NumeroEntreprise, "0417.497.106"),
    "CodePostal": (f.CodePostal, "1050"),
    "DateSource": (f.DateSource, "2026-10"),
    "Jour": (f.Jour, "2026-11-02"),
    "OuiNon": (f.OuiNon, "oui"),
    "Nombre": (f.Nombre, "3"),
    "Degres": (f.Degres, "50.83569"),
}
"""Kinds of fields that hold no free text: their validators are tried in `tests/unit/model`, and below."""
LIBRES = (f.NumeroOuLettres, str)
"""Kinds that hold whatever people write."""
PLANTER = "a text as elsewhere"
A_PART = {
    "anciens_ids": "ancien-{rang}",
    "lieux.id": "lieu-{place}",
    "lieux.forme": ("adresse", "itinerant"),
    "lieux.adresse.commune": "ixelles",
    "lieux.quartier": None,
    "lieux.hote": "hostile-0",
    "lieux.position.lon": "4.37078",
    "services.id": "service-{place}",
    "services.lieux": "lieu-0",
    "services.horaires.lieux": "lieu-0",
    "services.horaires.quand": ("24/7", None),
    "services.horaires.toujours_selon_la_loi": (PLANTER, None),
    "services.perimetre.quartiers": "1",
    "services.fermetures.au": "2026-12-24",
    "relations.vers": "hostile-0",
    "contestations.de": "hostile-1",
    "contestations.type": None,
    "guichets.fiche": "hostile-0",
    "nature": "ligne-d-aide",
    "numero_entreprise": None,
    "confidentiel": None,
}
"""Fields whose value depends on others, by path; a pair gives the first item and the second one of a list."""


@dataclass(frozen=True)
class Plante:
    """A hostile text where it was put: `chemin` as keys with dots, `langue` empty for a text of no language."""

    fiche: str
    chemin: str
    langue: str
    charge: str
    texte: str
    marque: str


@dataclass
class Jardin:
    """What was planted in all records."""

    plantes: list[Plante] = field(default_factory=list)

    def plant(self, rang: int, chemin: str, langue: str) -> str:
        """Return the text of a field of a record: the charges go round, the long ones in a few fields of each."""
        number = len(self.plantes)
        names = [name for name in CHARGES if name not in LONGUES]
        name = names[(number + rang) % len(names)]
        if langue == "fr" and number % 19 == rang % 19:
            name = LONGUES[number % 2]
        mark = f"zq{number}zq"
        text = f"{CHARGES[name].texte} {mark}"
        self.plantes.append(Plante(f"hostile-{rang}", chemin, langue, name, text, mark))
        return text


def kind_of(annotation: Any, metadata: list[Any]) -> tuple[str, Any]:
    """Return what a field holds: ("list", item), ("block", model), ("word", vocabulary), ("text", None), or a kind.

    AssertionError for a kind that nobody thought of here: is it a text that people write?
    """
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *inner = get_args(annotation)
        return kind_of(base, [*inner, *metadata])
    if origin in (Union, UnionType):
        (only,) = [part for part in get_args(annotation) if part is not NoneType]
        return kind_of(only, metadata)
    if origin is tuple:
        return "list", get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, Modele):
        return "block", annotation
    for mark in metadata:
        if isinstance(mark, OneOf):
            return "word", mark.vocabulaire
    for name, (alias, _) in VALEURS.items():
        if _is(alias, annotation, metadata):
            return name, None
    if any(_is(alias, annotation, metadata) for alias in LIBRES):
        return "text", None
    raise AssertionError(f"say in VALEURS or LIBRES what {annotation} {metadata} is")


def _is(alias: Any, annotation: Any, metadata: list[Any]) -> bool:
    base, *marks = get_args(alias) or (alias,)
    return base is annotation and marks == metadata


def record(rang: int, jardin: Jardin, words: Any) -> dict[str, Any]:
    """Return the data of one record, every field filled; `words` gives the ids of a vocabulary."""
    data = _block(Fiche, "", rang, 0, jardin, words)
    data["fictif"] = "oui"
    if rang == 0:
        del data["relations"], data["guichets"]  # it has no tie to itself
    else:
        del data["contestations"]  # nobody declares a tie to it
    for lieu in data["lieux"] if rang == 0 else ():
        del lieu["hote"]
    return data


def _block(model: type[Modele], chemin: str, rang: int, place: int, jardin: Jardin, words: Any) -> dict[str, Any]:
    if model is Texte:
        return {langue: jardin.plant(rang, chemin, langue) for langue in LANGUES_DU_SITE}
    made: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        here = f"{chemin}.{name}".lstrip(".")
        value = _value(info.annotation, list(info.metadata), here, rang, place, jardin, words)
        if value is not None:
            made[name] = value
    return made


def _value(annotation: Any, metadata: list[Any], chemin: str, rang: int, place: int, jardin: Jardin, words: Any) -> Any:
    kind, of = kind_of(annotation, metadata)
    if kind == "list":
        places = (0, 1) if kind_of(of, [])[0] == "block" else (0,)
        items = [_value(of, [], chemin, rang, one, jardin, words) for one in places]
        return [item for item in items if item is not None] or None
    if chemin in A_PART:
        value = A_PART[chemin]
        value = value[place] if isinstance(value, tuple) else value
        if value != PLANTER:
            return value.format(rang=rang, place=place) if value else None
    if kind == "block":
        return _block(of, chemin, rang, place, jardin, words)
    if kind == "word":
        ids = sorted(words(of))
        return ids[(rang + place) % len(ids)]
    if kind == "text":
        return jardin.plant(rang, chemin, "")
    return VALEURS[kind][1]


def text_fields(model: type[Modele] = Fiche, chemin: str = "") -> Iterator[str]:
    """Give the path of every field that holds a free text, in one language or in several."""
    for name, info in model.model_fields.items():
        here = f"{chemin}.{name}".lstrip(".")
        kind, of = kind_of(info.annotation, list(info.metadata))
        while kind == "list":
            kind, of = kind_of(of, [])
        if kind == "text" or of is Texte:
            yield here
        elif kind == "block":
            yield from text_fields(of, here)
