"""What the history of the project says of its records: which ones came or changed lately, and on what.

Only what stands in the last commit is told: an edit that nobody has committed yet is no news. Of a record that says in
one of the versions compared that its address is secret, nothing is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from carte_sociale.atlas.changes import Changement, change
from carte_sociale.atlas.freshness import NOUVEAUTE_JOURS
from carte_sociale.keeping import load, store
from carte_sociale.loading.git import GitAbsent
from carte_sociale.loading.history import Etape, Passe, histories, landmark, versions
from carte_sociale.loading.project import Donnees
from carte_sociale.loading.records import FicheLue, read_record
from carte_sociale.model.fiche import Fiche
from carte_sociale.processes import share

_CHANGEMENTS = "changements"
LOT = 200
"""Records whose versions a process reads at once."""

Changements = Mapping[str, Changement]
"""Change by id of record."""


def changes(
    racine: Path,
    donnees: Donnees,
    fiches: Mapping[str, Sequence[str]],
    garde: Path | None,
    cle: bytes,
    processus: int,
) -> Changements | None:
    """Return what the last `NOUVEAUTE_JOURS` days of the history say of some records, None where it does not say.

    `fiches` gives the ids that each of them had before. What was found is kept in `garde` as long as they and the last
    commit stay: an edit of a file then costs one question to git.
    """
    landmark_ = landmark(racine)
    if landmark_ is None:
        return None
    key = cle + repr((landmark_, sorted(fiches.items()))).encode("utf-8", "surrogatepass")
    kept: tuple[Changements | None] | None = load(garde / _CHANGEMENTS, key) if garde else None
    if kept is None:
        try:
            found = histories(racine, landmark_, NOUVEAUTE_JOURS)
            kept = (None if found is None else _told(racine, donnees, _here(found, fiches), processus),)
        except GitAbsent:
            return None
        if garde:
            store(garde / _CHANGEMENTS, key, kept)
    return kept[0]


def _here(passes: Mapping[str, Passe], fiches: Mapping[str, Sequence[str]]) -> dict[str, Passe]:
    """Return what is known of these records, with the versions that one had under another id."""
    found = {id_: passe for id_, passe in passes.items() if id_ in fiches and passe.etapes[-1].objet}
    for id_, passe in found.items():
        for before in (passes[ancien] for ancien in fiches[id_] if ancien in passes and passe.avant is None):
            found[id_] = passe = Passe(before.avant, (*(e for e in before.etapes if e.objet), *passe.etapes))
    return found


def _told(racine: Path, donnees: Donnees, passes: Mapping[str, Passe], processus: int) -> Changements:
    found = {id_: Changement(_came(passe.etapes)) for id_, passe in passes.items() if passe.avant is None}
    old = [(id_, passe) for id_, passe in passes.items() if passe.avant is not None]
    lots = [old[start : start + LOT] for start in range(0, len(old), LOT)]
    for told in share(lots, lambda lot: _compared(racine, donnees, lot), processus):
        found |= told
    return found


def _came(etapes: Sequence[Etape]) -> date:
    """Return the day on which a record came, for good."""
    gone = max((rank for rank, etape in enumerate(etapes) if etape.objet is None), default=-1)
    return etapes[gone + 1].jour


def _compared(racine: Path, donnees: Donnees, lot: Sequence[tuple[str, Passe]]) -> dict[str, Changement]:
    objects = versions(racine, (objet for _, passe in lot for objet in (passe.avant, *_objects(passe)) if objet))
    found = {}
    for id_, passe in lot:
        read: list[FicheLue] = []
        told = _change(passe, partial(_read, objects, donnees, read))
        if told and not any(lue.document.sensible for lue in read):
            found[id_] = told
    return found


def _objects(passe: Passe) -> Iterable[str]:
    return (etape.objet for etape in passe.etapes if etape.objet)


def _read(objects: Mapping[str, bytes], donnees: Donnees, read: list[FicheLue], objet: str | None) -> Fiche | None:
    """Return one version, and note it; None where nothing can be read of it, or a partial clone has not fetched it."""
    if objet is None or objet not in objects:
        return None
    read.append(read_record("version.yml", objects[objet], donnees)[0])
    return read[-1].ebauche


def _change(passe: Passe, read: Callable[[str | None], Fiche | None]) -> Changement | None:
    """Compare the versions that can be read; a first one that cannot says nothing of what it held."""
    before = read(passe.avant)
    steps = ((etape.jour, fiche) for etape in reversed(passe.etapes) if (fiche := read(etape.objet)))
    return change(before, steps) if before else None
