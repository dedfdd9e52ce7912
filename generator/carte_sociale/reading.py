"""Records read and judged, one by one in any process, then all together; what the last run kept is not done again."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

import pydantic

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.keeping import digest_of, kept_folder, load, store
from carte_sociale.loading.document import Document
from carte_sociale.loading.files import Arbre, bytes_of, record_names, strays, tree
from carte_sociale.loading.project import DONNEES, Donnees, DonneesIllisibles, read_data
from carte_sociale.loading.records import FicheLue, read_document, read_record
from carte_sociale.problems import Gravite, Problem
from carte_sociale.processes import cores, share
from carte_sociale.rules import Contexte, Faits, faits_de, said_once, verifier_ensemble, verifier_fiche

LOT = 40
"""Records of a job that a process takes at once."""
RELEVES, _DATA = "releves", "donnees"

T = TypeVar("T")


class Releve(NamedTuple):
    """What one file said: the digest of its name and bytes, its own problems, the facts that others are judged by."""

    fichier: str
    empreinte: bytes
    problemes: tuple[Problem, ...]
    faits: Faits

    @property
    def refuse(self) -> bool:
        """Whether one of its own problems is an error."""
        return any(problem.gravite is Gravite.ERREUR for problem in self.problemes)


class Lecteur:
    """Reads and judges the records of one project on one day.

    `garde` is the folder for what this run keeps for the next, None where nothing is kept; `cle` changes with anything
    a record is judged by but the records: program, data, day.
    """

    def __init__(self, racine: Path, donnees: Donnees, aujourdhui: date, garde: Path | None, cle: bytes) -> None:
        self.racine, self.donnees = racine, donnees
        self.garde, self.cle = garde, cle
        self.index = TerritoryIndex(donnees.territoire)
        self._contexte = Contexte(donnees, self.index, aujourdhui, donnees.editeur.production)

    @cached_property
    def fichiers(self) -> tuple[str, ...]:
        """The record files, sorted."""
        return tuple(record_names(self._arbre))

    @cached_property
    def _arbre(self) -> Arbre:
        return tree(self.racine)

    def octets(self, fichier: str) -> bytes:
        """Return the bytes of a file. OSError where it cannot be read."""
        return bytes_of(f"{self.racine}/{fichier}")

    def empreinte(self, fichier: str) -> bytes:
        """Return the digest of a file as it is now."""
        return digest(fichier, self.octets(fichier))

    def lire(self, fichier: str) -> tuple[Releve, FicheLue]:
        """Return what a file says, and the record. OSError where it cannot be read."""
        octets = self.octets(fichier)
        lue, problems = read_record(fichier, octets, self.donnees)
        problems += verifier_fiche(lue, self._contexte)
        return Releve(fichier, digest(fichier, octets), tuple(problems), faits_de(lue)), lue

    def relever(self, fichiers: Sequence[str]) -> list[Releve]:
        """Return what some files say."""
        return [self.lire(fichier)[0] for fichier in fichiers]

    def ensemble(self, releves: Sequence[Releve], demandee: Callable[[str], bool] = lambda _: False) -> list[Problem]:
        """Return every problem of the project, sorted by place: of each record, of all together, of stray files.

        `demandee` tells the files that the run is about (`Contexte.demandee`).
        """
        faits = tuple(releve.faits for releve in releves)
        own = (problem for releve in releves for problem in releve.problemes)
        whole = verifier_ensemble(replace(self._contexte, faits=faits, document=self._document, demandee=demandee))
        return sorted([*self.donnees.problemes, *said_once(own, whole), *whole, *strays(self.racine, self._arbre)])

    def _document(self, fichier: str) -> Document:
        return read_document(fichier, self.octets(fichier))[0]


def digest(fichier: str, octets: bytes) -> bytes:
    """Return the digest of a file's name and bytes."""
    return sha256(fichier.encode("utf-8", "surrogatepass") + b"\0" + octets).digest()


def open_project(racine: Path, aujourdhui: date, *, keep: bool = True) -> Lecteur:
    """Return the reader of a project, with its data as they were kept where they did not change; `keep` things or not.

    Errors as `read_data`.
    """
    folder = kept_folder(racine) if keep else None
    if folder is None:
        return Lecteur(racine, read_data(racine), aujourdhui, None, b"")
    key = _key(racine, aujourdhui)
    donnees: Donnees | None = load(folder / _DATA, key)
    if donnees is None:
        donnees = read_data(racine)
        if _key(racine, aujourdhui) == key:  # else something was saved meanwhile, and nobody knows what was read
            store(folder / _DATA, key, donnees)
    return Lecteur(racine, donnees, aujourdhui, folder, key)


def _key(racine: Path, aujourdhui: date) -> bytes:
    """Return what changes with the program, its libraries, the data and the day."""
    libraries = sorted(name for name in os.listdir(Path(pydantic.__file__).parents[1]) if name.endswith(".dist-info"))
    versions = repr((sys.version, libraries, aujourdhui)).encode()
    return digest_of(Path(__file__).parent) + digest_of(racine / DONNEES) + sha256(versions).digest()


def check(
    racine: Path, aujourdhui: date, demandee: Callable[[str], bool] = lambda _: False, *, keep: bool = True
) -> tuple[tuple[str, ...] | None, list[Problem]]:
    """Return the record files of a project (None where `content/_data` is broken) and every problem, sorted by place.

    `demandee` tells the files that the run is about (`Contexte.demandee`); `keep` as `open_project`.
    """
    try:
        lecteur = open_project(racine, aujourdhui, keep=keep)
    except DonneesIllisibles as broken:
        return None, sorted(broken.problems)
    kept: dict[str, Releve] = (load(lecteur.garde / RELEVES, lecteur.cle) if lecteur.garde else None) or {}
    releves = releves_of(lecteur, kept)
    new = {releve.fichier: releve for releve in releves if not releve.faits.sensible}  # of the others, not a word
    changed = len(kept) != len(new) or any(kept.get(fichier) is not releve for fichier, releve in new.items())
    if lecteur.garde and changed:
        store(lecteur.garde / RELEVES, lecteur.cle, new)
    return lecteur.fichiers, lecteur.ensemble(releves, demandee)


def releves_of(lecteur: Lecteur, kept: Mapping[str, Releve]) -> list[Releve]:
    """Return what every file says, in the order of files; those that did not change are not read again."""
    found = {f: kept[f] for f in lecteur.fichiers if f in kept and kept[f].empreinte == lecteur.empreinte(f)}
    missing = [fichier for fichier in lecteur.fichiers if fichier not in found]
    for releves in share(lots(missing), lecteur.relever, cores()):
        found |= {releve.fichier: releve for releve in releves}
    return [found[fichier] for fichier in lecteur.fichiers]


def lots(things: Sequence[T]) -> list[Sequence[T]]:
    """Return files, or what was made of them, in lots: one a job."""
    return [things[start : start + LOT] for start in range(0, len(things), LOT)]
