"""The files of records: which there are, what each holds, and those that only look like one."""

import os
from collections.abc import Container
from dataclasses import replace
from pathlib import Path, PurePosixPath

from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Document
from carte_sociale.loading.text import TAILLE_MAX, read_text
from carte_sociale.problems import Problem

FICHES = "organisations"
SUFFIXES = (".yml", ".yaml")
_LIKELY_RECORDS = (*SUFFIXES, ".txt", "")
"""How the name of a record ends that was saved too fast: `.YML`, `.yml.txt`, nothing at all."""


def strays(racine: Path) -> list[Problem]:
    """Return a problem for each file among the records that is not read as one."""
    found = [(name, is_link) for name, is_link in _files(racine) if _is_stray(name, is_link)]
    taken = {slug(PurePosixPath(name).stem) for name in record_names(racine)} if found else set()
    return [_stray(racine, name, is_link, taken) for name, is_link in found]


def bytes_of(path: Path | str) -> bytes:
    """Return what a record file holds, and no more than shows that it is too large: one may fill the memory."""
    handle = os.open(path, os.O_RDONLY)
    try:
        return os.read(handle, min(os.fstat(handle).st_size, TAILLE_MAX) + 1)
    finally:
        os.close(handle)


def record_files(racine: Path) -> list[Path]:
    """Return every record file, sorted by path, so that nothing depends on the order of a folder.

    Links are none: whoever may propose a record would have any file of the machine that checks it read, and quoted.
    OSError where a folder cannot be read: records that nobody saw must not pass for valid ones.
    """
    return [racine / name for name in record_names(racine)]


def record_names(racine: Path) -> list[str]:
    """Return the record files as `record_files` does, relative to the project, `/` between folders."""
    return [name for name, is_link in _files(racine) if not is_link and _suffix(name) in SUFFIXES]


def _files(racine: Path) -> list[tuple[str, bool]]:
    """Every file among the records, and whether it is a link; 10,000 take a tenth of what paths as objects take."""
    found: list[tuple[str, bool]] = []
    pending = [FICHES]
    while pending:
        folder = pending.pop()
        with os.scandir(racine / folder) as entries:
            for entry in entries:
                name, is_link = f"{folder}/{entry.name}", entry.is_symlink()
                if is_link or not entry.is_dir():
                    found.append((name, is_link))
                else:
                    pending.append(name)
    return sorted(found, key=lambda pair: pair[0].split("/"))


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
