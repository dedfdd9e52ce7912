"""Records read and judged, one by one in any process, then all together; what the last run kept is not done again."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.keeping import digest_of, kept_folder, load, store
from carte_sociale.loading.document import Document
from carte_sociale.loading.files import bytes_of, record_names, strays
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
    """Reads and judges the records of one project on one day."""

    def __init__(self, racine: Path, donnees: Donnees, aujourdhui: date) -> None:
        self.racine, self.donnees, self.aujourdhui = racine, donnees, aujourdhui
        self.index = TerritoryIndex(donnees.territoire)
        self._contexte = Contexte(donnees, self.index, aujourdhui, donnees.editeur.production)

    @cached_property
    def fichiers(self) -> tuple[str, ...]:
        """The record files, sorted."""
        return tuple(record_names(self.racine))

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
        donnees = self.donnees
        faits = tuple(releve.faits for releve in releves)
        contexte = Contexte(
            donnees, self.index, self.aujourdhui, donnees.editeur.production, faits, self._document, demandee
        )
        own = (problem for releve in releves for problem in releve.problemes)
        whole = verifier_ensemble(contexte)
        return sorted([*said_once(own, whole), *whole, *strays(self.racine)])

    def _document(self, fichier: str) -> Document:
        return read_document(fichier, self.octets(fichier))[0]


def digest(fichier: str, octets: bytes) -> bytes:
    """Return the digest of a file's name and bytes."""
    return sha256(fichier.encode("utf-8", "surrogatepass") + b"\0" + octets).digest()


def world(racine: Path, aujourdhui: date) -> bytes:
    """Return a key that changes with anything a record is judged by but the records: program, data, day."""
    return _data_key(racine) + str(aujourdhui).encode()


def _data_key(racine: Path) -> bytes:
    return digest_of(Path(__file__).parent) + digest_of(racine / DONNEES) + sys.version.encode()


def data_of(racine: Path) -> Donnees:
    """Return the data of a project, as they were kept where they did not change. Errors as `read_data`."""
    folder = kept_folder(racine)
    key = _data_key(racine) if folder else b""
    kept: Donnees | None = load(folder / _DATA, key) if folder else None
    if kept is not None:
        return kept
    donnees = read_data(racine)
    if folder:
        store(folder / _DATA, key, donnees)
    return donnees


def check(
    racine: Path, aujourdhui: date, demandee: Callable[[str], bool] = lambda _: False
) -> tuple[tuple[str, ...] | None, list[Problem]]:
    """Return the record files of a project (None where `content/_data` is broken) and every problem, sorted by place.

    `demandee` tells the files that the run is about (`Contexte.demandee`).
    """
    try:
        lecteur = Lecteur(racine, data_of(racine), aujourdhui)
    except DonneesIllisibles as broken:
        return None, sorted(broken.problems)
    folder = kept_folder(racine)
    key = world(racine, aujourdhui) if folder else b""
    kept: dict[str, Releve] = (load(folder / RELEVES, key) if folder else None) or {}
    releves = releves_of(lecteur, kept)
    keep = {releve.fichier: releve for releve in releves if not releve.faits.sensible}  # of the others, not a word
    if folder and (len(kept) != len(keep) or any(kept.get(fichier) is not releve for fichier, releve in keep.items())):
        store(folder / RELEVES, key, keep)
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
