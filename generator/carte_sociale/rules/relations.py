"""Ties between records: does the other one exist, and is it another one?"""

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from carte_sociale.loading.document import Chemin
from carte_sociale.loading.records import FicheLue
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte


def _named(lue: FicheLue) -> Iterator[tuple[Chemin, str]]:
    if lue.ebauche is None:
        return
    for index, relation in enumerate(lue.ebauche.relations):
        yield ("relations", index, "vers"), relation.vers
        if relation.declare_par and ":" not in relation.declare_par:
            yield ("relations", index, "declare_par"), relation.declare_par
    for index, lieu in enumerate(lue.ebauche.lieux):
        if lieu.hote:
            yield ("lieux", index, "hote"), lieu.hote


def other_record_exists(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A record that another one names exists."""
    for path, id_ in _named(lue):
        if id_ not in contexte.fiches:
            known = [other for other, lue in contexte.fiches.items() if not lue.document.nom_tu]
            best = process.extractOne(id_, known, scorer=fuzz.ratio, score_cutoff=70)
            yield lue.document.probleme("fiche-inconnue", path, valeur=id_, proche=best[0] if best else "")


def not_itself(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A record has no tie to itself, and is not its own host."""
    for path, id_ in _named(lue):
        if id_ == lue.id and path[-1] != "declare_par":
            yield lue.document.probleme("relation-avec-soi", path, valeur=id_)


def former_ids_are_free(contexte: Contexte) -> Iterator[Problem]:
    """A former id redirects to one record only, and no record of today has it."""
    claims: defaultdict[str, list[tuple[FicheLue, int]]] = defaultdict(list)
    for lue in contexte.lues:
        for index, old in enumerate(lue.ebauche.anciens_ids if lue.ebauche else ()):
            claims[old].append((lue, index))
    for old, claimants in claims.items():
        for lue, index in claimants:
            other = contexte.fiches.get(old) or next((o for o, _ in claimants if o is not lue), None)
            if other is not None:
                yield lue.document.probleme(
                    "ancien-id-pris", ("anciens_ids", index), valeur=old, autre=other.document.nom
                )


REGLES_FICHE = (other_record_exists, not_itself)
REGLES_ENSEMBLE = (former_ids_are_free,)
