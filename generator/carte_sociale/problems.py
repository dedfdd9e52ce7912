"""The one way to say that something is wrong: a `Problem`, and its words in three languages (`messages.yml`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


class Gravite(StrEnum):
    """An error blocks a merge and a build; a warning does not."""

    ERREUR = "erreur"
    AVERTISSEMENT = "avertissement"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place.

    `fichier` is relative to the project, `/` between folders; `ligne` and `colonne` count from 1. `champ` is the path
    of keys (`services[0].themes[1]`), `valeur` what was written, `extrait` the line of the file. In a record with
    `confidentiel`, `valeur` and `extrait` are empty and `contexte` repeats nothing of the file; with `nom_tu`, the
    file's name is not to be shown either.
    """

    fichier: str
    ligne: int
    colonne: int
    code: str
    champ: str = ""
    valeur: str = ""
    extrait: str = field(default="", compare=False)
    contexte: Mapping[str, Any] = field(default_factory=dict, compare=False)
    nom_tu: bool = field(default=False, compare=False)

    def nom_montre(self, langue: str) -> str:
        """Return the file's name on one line, or its folder only where the name may say where a secret place is."""
        return hidden_name(self.fichier, langue) if self.nom_tu else visible(self.fichier)

    @property
    def gravite(self) -> Gravite:
        """As the catalogue says for this code."""
        return Gravite(catalogue()[self.code]["gravite"])

    def message(self, langue: str) -> str:
        """Return what is wrong, in `langue` (fr, nl or en)."""
        return _fill(catalogue()[self.code]["message"][langue], self._words(langue))

    def suggestion(self, langue: str) -> str:
        """Return what to write instead; empty where the message has no fix to offer."""
        entry, words = catalogue()[self.code], self._words(langue)
        for part in entry:
            if part not in _PARTS and words.get(part):
                return _fill(entry[part][langue], words)
        return _fill(entry["suggestion"][langue], words) if "suggestion" in entry else ""

    def _words(self, langue: str) -> dict[str, str]:
        words = {"valeur": _short(self.valeur), "champ": _short(self.champ)}
        for key, value in self.contexte.items():
            text = str(value.get(langue, "")) if isinstance(value, Mapping) else str(value)
            words[key] = _short(text) if key == "cle" else printable(text)
        return words


NOM_TU = {"fr": "nom masqué", "nl": "naam verborgen", "en": "name hidden"}


def hidden_name(fichier: str, langue: str) -> str:
    """Return the folder of a record file, its name left out; a folder too may be named after a street."""
    folders = [folder for folder in fichier.split("/")[:-1][:2] if not name_says_where(folder)]
    return f"{visible('/'.join(folders))}/… ({NOM_TU[langue]})"


_STREET_IN_NAME = re.compile(
    r"\d|(?:^|[^a-z])(?:rue|avenue|av|boulevard|bd|chaussee|place|square|quai|clos|impasse)(?:[^a-z]|$)|"
    r"straat|laan|steenweg|plein|kaai"
)


def name_says_where(name: str) -> bool:
    """Return whether the name of a file or of a folder may hold a street, with or without its number."""
    return _STREET_IN_NAME.search(name.lower()) is not None


def visible(text: str, keep: str = "") -> str:
    """Return a text with what nobody sees written out (`\\n`, `\\u202e`), save the signs of `keep`.

    Made for names of files: a file may have any name, even one that no text can hold.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in keep else _written_out(c) for c in text)


def _written_out(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")


@cache
def catalogue() -> Mapping[str, Mapping[str, Any]]:
    """Return the catalogue of messages: code → gravite, message, suggestion and its variants, each by language."""
    text = (files("carte_sociale") / "messages.yml").read_text(encoding="utf-8")
    loaded: dict[str, Mapping[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


_PARTS = frozenset({"gravite", "message", "suggestion"})
"""Any other part of an entry takes the place of its suggestion where the context fills the mark of the same name."""

_LONGEST = 80
"""Characters of a value that a sentence repeats."""


def printable(text: str) -> str:
    """Return a text as long, without what would steer a terminal or break a line of a report."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def _short(text: str) -> str:
    return printable(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _fill(template: str, words: Mapping[str, str]) -> str:
    """Fill `{key}` marks; a word that a confidential record must not repeat shows as an ellipsis."""
    return template.format_map(_Blank({key: value or "…" for key, value in words.items()}))
