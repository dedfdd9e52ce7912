"""Names of record files and of their folders: every computer can hold them, and each makes one address of the site.

A name that differs from another one by its capitals or accents only is the same address, and on some computers the same
file: the second one is told which the first one is, and a name that is free.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from carte_sociale.loading.corrections import slug
from carte_sociale.loading.records import FicheLue
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte
from carte_sociale.rules.facts import Faits

LONGUEUR_MAX = 80
"""Characters of a name without `.yml`: Windows refuses a path of 260, and pages stand deep in the folders of a site."""

RESERVES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
"""Names that Windows keeps for itself, whatever follows the dot."""

_IMPOSSIBLE = re.compile(r'[<>:"\\|?*]|[ .]$')
"""What Windows takes in no name; what nobody can see is not taken either."""


def id_form(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """The file's name is the record's address: lower case without accents, digits, hyphens, and `.yml`."""
    own, name = slug(lue.id), lue.document.fichier.rpartition("/")[2]
    if f"{own}.yml" == name and len(own) <= LONGUEUR_MAX and own not in RESERVES:
        return
    expected = own or next((slug(nom) for nom in _names(lue)), "")
    proche = "" if lue.document.sensible or not expected else f"{_possible(expected, lue.document.fichier)}.yml"
    if f"{own}.yml" != name:
        yield lue.document.a("nom-de-fichier", 1, 1, proche=proche)
    elif len(own) > LONGUEUR_MAX:
        yield lue.document.a("nom-de-fichier-long", 1, 1, limite=LONGUEUR_MAX, proche=proche)
    else:
        yield lue.document.a("nom-de-fichier-reserve", 1, 1, proche=proche)


def _names(lue: FicheLue) -> list[str]:
    return list(lue.ebauche.nom.par_langue().values()) if lue.ebauche else []


def _possible(name: str, fichier: str) -> str:
    """Return a slug as every computer can hold it: cut between two words, or with its folder behind it."""
    if len(name) > LONGUEUR_MAX:
        name = name[: LONGUEUR_MAX + 1].rpartition("-")[0] or name[:LONGUEUR_MAX]
    return f"{name}-{_folder(fichier)}" if name in RESERVES else name


def _folder(fichier: str) -> str:
    """Return the commune's folder (or `region`) as part of a name."""
    return slug(fichier.split("/")[1]) if fichier.count("/") > 1 else "bruxelles"


def folders_exist_everywhere(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """No folder has a name that some computers refuse, or that nobody can read."""
    for folder in lue.document.fichier.split("/")[1:-1]:
        if is_impossible(folder):
            proche = "" if lue.document.sensible else slug(folder)
            yield lue.document.a("nom-de-dossier", 1, 1, proche=proche)


def is_impossible(folder: str) -> bool:
    """Return whether some computers cannot hold a folder of this name."""
    return not folder.isprintable() or _IMPOSSIBLE.search(folder) is not None or folder.lower() in RESERVES


def one_file_an_id(contexte: Contexte) -> Iterator[Problem]:
    """No two files make one address, in any folder, whatever their capitals and accents: each but one is renamed."""
    by_id: defaultdict[str, list[Faits]] = defaultdict(list)
    for faits in contexte.faits:
        by_id[slug(faits.id) or faits.id.casefold()].append(faits)
    for id_, same in by_id.items():
        if len(same) == 1:
            continue
        kept = next((faits for faits in same if PurePosixPath(faits.fichier).name == f"{id_}.yml"), same[0])
        for faits in (other for other in same if other is not kept):
            proche = "" if faits.sensible else f"{_free(id_, faits.fichier, by_id)}.yml"
            yield contexte.document(faits.fichier).a("id-double", 1, 1, autre=kept.nom, proche=proche)


def _free(id_: str, fichier: str, taken: Collection[str]) -> str:
    """Return a name that no file has: the same with the commune's, with a number where that is taken too."""
    with_folder = f"{id_[: LONGUEUR_MAX - 30]}-{_folder(fichier)}".strip("-")
    numbered = (f"{with_folder}-{n}" for n in range(2, len(taken) + 3))
    return next(name for name in (with_folder, *numbered) if name not in taken)


def said_once(own: Iterable[Problem], whole: Collection[Problem]) -> Iterator[Problem]:
    """Give the problems of each record that no problem of all together repeats: one fix for a name."""
    doubles = {problem.fichier for problem in whole if problem.code == "id-double"}
    return (problem for problem in own if problem.code not in _NOMS or problem.fichier not in doubles)


_NOMS = frozenset({"nom-de-fichier", "nom-de-fichier-long", "nom-de-fichier-reserve"})

REGLES_FICHE = (id_form, folders_exist_everywhere)
REGLES_ENSEMBLE = (one_file_an_id,)
