"""The files of records: which there are, what each holds, and those that only look like one."""

import os
from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from carte_sociale.disk import files_below
from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Document
from carte_sociale.loading.text import TAILLE_MAX, read_text
from carte_sociale.problems import Problem

FICHES = "organisations"
SUFFIXES = (".yml", ".yaml")
_LIKELY_RECORDS = (*SUFFIXES, ".txt", "")
"""How the name of a record ends that was saved too fast: `.YML`, `.yml.txt`, nothing at all."""


class FichierChange(RuntimeError):
    """A record changed between its first and its second reading; the message is its file."""


Arbre = Sequence[tuple[str, bool]]
"""Every file among the records, sorted: its path from the project, `/` between folders, and whether it is none to read:
a link, a pipe."""


def tree(racine: Path) -> Arbre:
    """Return the files among the records, in an order that does not depend on that of a folder.

    OSError where a folder cannot be read: records that nobody saw must not pass for valid ones.
    """
    found = [
        (f"{FICHES}/{name}", not entry.is_file(follow_symlinks=False)) for name, entry in files_below(racine / FICHES)
    ]
    return sorted(found, key=lambda pair: pair[0].split("/"))


def strays(racine: Path, arbre: Arbre) -> list[Problem]:
    """Return a problem for each file among the records that is not read as one."""
    found = [(name, is_link) for name, is_link in arbre if _is_stray(name, is_link)]
    taken = {slug(PurePosixPath(name).stem) for name in record_names(arbre)} if found else set()
    return [_stray(racine, name, is_link, taken) for name, is_link in found]


def bytes_of(path: Path | str) -> bytes:
    """Return what a record file holds, and no more than shows that it is too large: one may fill the memory."""
    handle = os.open(path, os.O_RDONLY)
    try:
        return os.read(handle, min(os.fstat(handle).st_size, TAILLE_MAX) + 1)
    finally:
        os.close(handle)


def record_files(racine: Path) -> list[Path]:
    """Return every record file of a project, sorted by path. OSError as `tree`."""
    return [racine / name for name in record_names(tree(racine))]


def record_names(arbre: Arbre) -> list[str]:
    """Return which of the files are records.

    Links are none: whoever may propose a record would have any file of the machine that checks it read, and quoted.
    """
    return [name for name, is_link in arbre if not is_link and _suffix(name) in SUFFIXES]


def _suffix(name: str) -> str:
    """Return what a path object gives, for a hundredth of the time."""
    base = name.rpartition("/")[2]
    place = base.rfind(".")
    return base[place:] if 0 < place < len(base) - 1 else ""


def _is_stray(name: str, is_link: bool) -> bool:
    """Whether a file among the records is not read as one, other than notes (`.md`) and what a system hides."""
    base = name.rpartition("/")[2]
    if is_link or base in SUFFIXES:
        return True
    return _suffix(base) not in (*SUFFIXES, ".md") and not base.startswith(".")


def _stray(racine: Path, name: str, is_link: bool, taken: Container[str]) -> Problem:
    """Say that a file is not read: a record whose name ends badly would be missing in silence.

    `taken` are the ids of records: no name is offered that another file has.
    """
    if is_link:
        return Document(name, ()).a("fichier-lien", 1, 1)
    path = racine / name
    with path.open("rb") as file:
        document, _, _ = read_text(name, file.read(TAILLE_MAX))
    if document.confidentiel:
        return replace(document, lignes=()).a("secret-douteux", 1, 1)
    likely = path.suffix.lower() in _LIKELY_RECORDS and not document.sensible
    id_ = slug(path.name.split(".")[0]) if likely else ""
    proche = f"{id_}.yml" if id_ and id_ not in taken else ""
    return replace(document, lignes=()).a("fichier-pas-lu", 1, 1, proche=proche)
