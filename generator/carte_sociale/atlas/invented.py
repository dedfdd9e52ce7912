"""The invented records of the style guide: every state of a page, without a word about a real organisation."""

from pathlib import Path

from carte_sociale.atlas.atlas import Atlas, entry_maker
from carte_sociale.loading.project import Donnees, record_files
from carte_sociale.loading.records import FicheLue, read_record
from carte_sociale.problems import Problem


def read_invented(dossier: Path, donnees: Donnees) -> tuple[tuple[FicheLue, ...], list[Problem]]:
    """Return the records below `dossier/organisations` and the problems of their bytes and values.

    OSError where one cannot be read.
    """
    files = record_files(dossier)
    read = [read_record(path.relative_to(dossier).as_posix(), path.read_bytes(), donnees) for path in files]
    return tuple(lue for lue, _ in read), [problem for _, problems in read for problem in problems]


def invented_atlas(dossier: Path, atlas: Atlas) -> Atlas:
    """Return an atlas of the records of a folder alone, against the data of `atlas`. OSError as files have it.

    ValueError where a record cannot be read, or does not say that it is invented: nobody may take it for a real one.
    """
    lues, _ = read_invented(dossier, atlas.donnees)
    maker = entry_maker(atlas.donnees, atlas.index)
    entrees = []
    for lue in sorted(lues, key=lambda lue: lue.id):
        if lue.fiche is None or not lue.fiche.fictif:
            raise ValueError(f"{lue.document.fichier} : illisible, ou sans `fictif: oui`")
        entrees.append(maker.entry(lue.id, lue.fiche))
    return Atlas(atlas.donnees, atlas.index, tuple(entrees))
