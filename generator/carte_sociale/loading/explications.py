"""The files that explain: comparisons of look-alikes and the glossary; each is validated like a record.

An error in one is an error of the project, said with every other one, and leaves the other files readable.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from carte_sociale.loading.document import Document
from carte_sociale.loading.records import read_document, validate
from carte_sociale.loading.refusals import ReferentielProche
from carte_sociale.model.comparaison import Comparaison
from carte_sociale.model.mot import Mot
from carte_sociale.problems import Problem

DOSSIERS: Mapping[str, type[Comparaison] | type[Mot]] = {"comparaisons": Comparaison, "glossaire": Mot}
"""Folder of `content/_data` → what each of its files is."""

E = TypeVar("E", Comparaison, Mot)


@dataclass(frozen=True, slots=True)
class FichierExplicatif:
    """One file once read; `element` is None where an error forbids to make anything of it."""

    document: Document
    element: Comparaison | Mot | None


@dataclass(frozen=True, eq=False)
class Explications:
    """Every file that explains, sorted by name. Compared by identity: there is one a run."""

    fichiers: tuple[FichierExplicatif, ...] = ()

    @cached_property
    def comparaisons(self) -> Mapping[str, Comparaison]:
        """Sheets that could be read, by id."""
        return self._of(Comparaison)

    @cached_property
    def mots(self) -> Mapping[str, Mot]:
        """Words of the glossary that could be read, by id."""
        return self._of(Mot)

    def _of(self, sorte: type[E]) -> dict[str, E]:
        return {f.element.id: f.element for f in self.fichiers if isinstance(f.element, sorte)}


def read_explanations(
    donnees: Path, racine: Path, referentiel: ReferentielProche
) -> tuple[Explications, list[Problem]]:
    """Return what explains below a folder of data, and every problem of its files. OSError where one is unreadable."""
    files: list[FichierExplicatif] = []
    problems: list[Problem] = []
    for folder, sorte in DOSSIERS.items():
        for path in sorted((donnees / folder).glob("*.yml")):
            document, unread = read_document(path.relative_to(racine).as_posix(), path.read_bytes())
            if isinstance(document.donnees, dict):  # the name of the file is the id: nobody writes it twice
                document = replace(document, donnees={**document.donnees, "id": path.stem})
            element, refused = validate(document, sorte, referentiel)
            files.append(FichierExplicatif(document, element))
            problems += [*unread, *refused]
    return Explications(tuple(files)), problems
