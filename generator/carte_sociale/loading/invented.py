"""What the style guide invents, records and what joins them, read as the real ones are."""

from pathlib import Path

from carte_sociale.loading.files import record_files
from carte_sociale.loading.network import Reseau, read_network
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


def read_invented_network(dossier: Path, donnees: Donnees) -> Reseau:
    """Return the projects, poolings and meetings below a folder.

    ValueError where one has a problem, or does not say that it is invented.
    """
    reseau, problems = read_network(dossier, dossier, donnees)
    wrong = [problem.fichier for problem in problems]
    wrong += [f.document.fichier for f in reseau.fichiers if not (f.element and f.element.fictif)]
    if wrong:
        raise ValueError(f"{wrong[0]} : illisible, ou sans `fictif: oui`")
    return reseau
