"""The files of the network: dispositifs, projects, poolings, meetings; each is validated like a record.

An error in one is an error of the project, said with every other one, and leaves the other files readable.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Document
from carte_sociale.loading.records import drafted, read_document, validate
from carte_sociale.loading.refusals import ReferentielProche
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.reseau import Mutualisation, Projet, Rencontre
from carte_sociale.problems import Problem

Sorte = type[Dispositif] | type[Projet] | type[Mutualisation] | type[Rencontre]
DOSSIERS: Mapping[str, Sorte] = {
    "dispositifs": Dispositif,
    "projets": Projet,
    "mutualisations": Mutualisation,
    "rencontres": Rencontre,
}
"""Folder of `content/_data` → what each of its files is."""

E = TypeVar("E", Dispositif, Projet, Mutualisation, Rencontre)


@dataclass(frozen=True, slots=True)
class FichierDeReseau:
    """One file once read; `element` is None where an error forbids to make anything of it.

    Then `ebauche` is what rules read: what can be read of it in spite of its errors.
    """

    document: Document
    element: Dispositif | Projet | Mutualisation | Rencontre | None
    ebauche: Dispositif | Projet | Mutualisation | Rencontre | None = None


@dataclass(frozen=True, eq=False)
class Reseau:
    """Every file of the network, sorted by name. Compared by identity: there is one a run."""

    fichiers: tuple[FichierDeReseau, ...] = ()

    @cached_property
    def dispositifs(self) -> tuple[Dispositif, ...]:
        """Those that could be read, by id, like the three others."""
        return self._of(Dispositif)

    @cached_property
    def projets(self) -> tuple[Projet, ...]:
        """Projects."""
        return self._of(Projet)

    @cached_property
    def mutualisations(self) -> tuple[Mutualisation, ...]:
        """What is pooled."""
        return self._of(Mutualisation)

    @cached_property
    def rencontres(self) -> tuple[Rencontre, ...]:
        """Meetings of professionals."""
        return self._of(Rencontre)

    def _of(self, sorte: type[E]) -> tuple[E, ...]:
        found = [fichier.element for fichier in self.fichiers if isinstance(fichier.element, sorte)]
        return tuple(sorted(found, key=lambda element: element.id))


def read_network(donnees: Path, racine: Path, referentiel: ReferentielProche) -> tuple[Reseau, list[Problem]]:
    """Return the network below a folder of data, and every problem of its files. OSError where one cannot be read."""
    files: list[FichierDeReseau] = []
    problems: list[Problem] = []
    for folder, sorte in DOSSIERS.items():
        for path in sorted((donnees / folder).glob("**/*")):
            name = path.relative_to(racine).as_posix()
            if not _is_read(path, donnees / folder):
                problems += _stray(name, path, donnees / folder)
                continue
            read, found = read_element(name, path.read_bytes(), sorte, referentiel)
            files.append(read)
            problems += found
    return Reseau(tuple(files)), problems


def network_names(donnees: Path, racine: Path) -> list[str]:
    """Return the names of the files of the network below a folder of data, as the project names them."""
    paths = (path for folder in DOSSIERS for path in sorted((donnees / folder).glob("*")))
    return [path.relative_to(racine).as_posix() for path in paths if _is_read(path, path.parent)]


def _is_read(path: Path, folder: Path) -> bool:
    return path.parent == folder and path.suffix == ".yml" and not path.is_symlink() and slug(path.stem) == path.stem


def _stray(name: str, path: Path, folder: Path) -> list[Problem]:
    """Say that a file is not read, and how to name it: what nobody reads must not be missing in silence.

    Notes (`.md`) and what a system hides may stand there.
    """
    document = Document(name, ())
    if path.is_dir() and not path.is_symlink():
        return []
    if path.is_symlink():
        return [document.a("fichier-lien", 1, 1)]
    if path.name.startswith(".") or path.suffix == ".md":
        return []
    wanted = f"{slug(path.name.split('.')[0])}.yml"
    if path.suffix != ".yml" or path.parent != folder:
        return [document.a("fichier-pas-lu", 1, 1, proche=wanted if wanted != path.name else "")]
    if wanted != path.name:
        return [document.a("nom-de-fichier-de-reseau", 1, 1, proche=wanted if wanted != ".yml" else "")]
    return []


def read_element(
    name: str, octets: bytes, sorte: Sorte, referentiel: ReferentielProche
) -> tuple[FichierDeReseau, list[Problem]]:
    """Return what one file of the network holds, and every problem of its bytes, YAML and values."""
    document, problems = read_document(name, octets)
    if isinstance(document.donnees, dict):
        if "id" in document.donnees:
            problems.append(document.probleme("id-ecrit", ("id",), sur_cle=True))
        stem = name.rpartition("/")[2].removesuffix(".yml")  # the name of the file is the id: nobody writes it twice
        document = replace(document, donnees={**document.donnees, "id": stem})
    element, found = validate(document, sorte, referentiel)
    unread = element is None and isinstance(document.donnees, dict)
    ebauche = drafted(document, sorte, referentiel) if unread else None
    return FichierDeReseau(document, element, ebauche), [*problems, *found]
