"""A YAML file once read: its data as strings, where each stands, and how to say a problem at a place of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from carte_sociale.model.structure import parents_of_key
from carte_sociale.problems import NOM_TU, Problem, hidden_name, name_says_where, visible

Chemin = tuple[str | int, ...]
"""Path of keys and indexes from the root of a file."""

Place = tuple[int, int]
"""Line and column, from 1."""

_EXCERPT = 160
DOSSIER_SECRET = "organisations/region"
"""The only folder of records with a secret address: any other says in which commune it is."""
_SAFE_CONTEXT = frozenset({"vocabulaire", "attendu", "proche", "limite", "attendus", "manquant", "exemple", "parents"})
"""Words of a message that come from the program or its vocabularies, never from the file."""


@dataclass(frozen=True, slots=True)
class Reperes:
    """Where the values and the keys of a file stand."""

    places: Mapping[Chemin, Place] = field(default_factory=dict)
    cles: Mapping[Chemin, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A file: `donnees` holds dicts, lists and strings only; `reperes` finds where they stand, once a problem asks.

    `donnees` is None where the file could not be read. Of a `sensible` file nothing is repeated; a `confidentiel` one
    claims that its address is secret. Of an `ordinaire` one all values are filled in, and no key says secret.
    """

    fichier: str
    lignes: tuple[str, ...]
    donnees: Any = None
    reperes: Callable[[], Reperes] = Reperes
    sensible: bool = False
    confidentiel: bool = False
    ordinaire: bool = False

    @property
    def places(self) -> Mapping[Chemin, Place]:
        """Where each value stands."""
        return self.reperes().places

    @property
    def cles(self) -> Mapping[Chemin, Place]:
        """Where each key stands."""
        return self.reperes().cles

    @property
    def nom_tu(self) -> bool:
        """Whether not even the file's name is repeated: it may hold the street of a secret address."""
        if not self.confidentiel:
            return False
        folder, _, name = self.fichier.rpartition("/")
        told = folder != DOSSIER_SECRET or name_says_where(name.rsplit(".", 1)[0])
        return folder.startswith("organisations") and told

    @property
    def nom(self) -> str | Mapping[str, str]:
        """The file's name as other records' problems may say it, by language where it is hidden."""
        return (
            {langue: hidden_name(self.fichier, langue) for langue in NOM_TU} if self.nom_tu else visible(self.fichier)
        )

    def probleme(
        self, code: str, chemin: Chemin = (), *, valeur: str = "", sur_cle: bool = False, **contexte: Any
    ) -> Problem:
        """Return a problem at `chemin`, or at its nearest ancestor that the file has."""
        reperes = self.reperes()
        table = reperes.cles if sur_cle else reperes.places
        place, known = table.get(chemin), chemin
        while place is None and known:
            if isinstance(self._value(known[:-1]), str):  # one word that stands for a block
                place = reperes.places.get(known[:-1])
            place = place or reperes.cles.get(known) or reperes.places.get(known)
            known = known[:-1]
        ligne, colonne = place or (1, 1)
        return self.a(code, ligne, colonne, chemin=chemin, valeur=valeur, **contexte)

    def _value(self, chemin: Chemin) -> Any:
        value = self.donnees
        for part in chemin:
            if isinstance(value, dict):
                value = value.get(part)
            else:
                value = value[part] if isinstance(value, list) and isinstance(part, int) and part < len(value) else None
        return value

    def a(
        self, code: str, ligne: int, colonne: int, *, chemin: Chemin = (), valeur: str = "", **contexte: Any
    ) -> Problem:
        """Return a problem at a line and column."""
        champ = dotted(chemin)
        if self.sensible:
            contexte = {key: value for key, value in contexte.items() if key in _SAFE_CONTEXT}
            known = _known_part(champ)
            return Problem(self.fichier, ligne, colonne, code, known, "", "", contexte, self.nom_tu)
        excerpt = self.lignes[ligne - 1][:_EXCERPT] if 0 < ligne <= len(self.lignes) else ""
        return Problem(self.fichier, ligne, colonne, code, champ, valeur, excerpt, contexte)


def dotted(chemin: Chemin) -> str:
    """Return a path as people read it: `services[0].themes[1]`."""
    text = ""
    for part in chemin:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _known_part(champ: str) -> str:
    """Return the path only where every key is one of the model's: an unknown key may itself hold the secret."""
    keys = re.sub(r"\[\d+\]", "", champ).split(".")
    return champ if all(key in parents_of_key() for key in keys) else ""
