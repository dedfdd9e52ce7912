"""The invented records of the style guide, read as records are."""

from pathlib import Path

from carte_sociale.loading.files import record_files
from carte_sociale.loading.project import Donnees
from carte_sociale.loading.records import FicheLue, read_record
from carte_sociale.problems import Problem


def read_invented(dossier: Path, donnees: Donnees) -> tuple[tuple[FicheLue, ...], list[Problem]]:
    """Return the records below `dossier/organisations` and the problems of their bytes and values.

    OSError where one cannot be read.
    """
    files = record_files(dossier)
    read = [read_record(path.relative_to(dossier).as_posix(), path.read_bytes(), donnees) for path in files]
    return tuple(lue for lue, _ in read), [problem for _, problems in read for problem in problems]
