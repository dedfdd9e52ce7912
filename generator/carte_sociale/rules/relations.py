"""Ties between records: does the other one exist, and is it another one?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from carte_sociale.loading.records import FicheLue
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte
from carte_sociale.rules.facts import Faits, named_records


def not_itself(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A record has no tie to itself, and is not its own host."""
    for path, id_ in named_records(lue.ebauche) if lue.ebauche else ():
        if id_ == lue.id and path[-1] != "declare_par":
            yield lue.document.probleme("relation-avec-soi", path, valeur=id_)


def other_record_exists(contexte: Contexte) -> Iterator[Problem]:
    """A record that another one names exists."""
    for faits in contexte.faits:
        for path, id_ in faits.nommes:
            if id_ not in contexte.par_id:
                document = contexte.document(faits.fichier)
                yield document.probleme(
                    "fiche-inconnue", path, valeur=id_, proche=nearest_id(id_, tellable_ids(contexte))
                )


def tellable_ids(contexte: Contexte) -> list[str]:
    """Return the ids of the records whose names may be said."""
    return [id_ for id_, faits in contexte.par_id.items() if not faits.nom_tu]


def nearest_id(id_: str, known: Sequence[str]) -> str:
    """Return the known id most like one, empty where none is like it."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(id_, known, scorer=fuzz.ratio, score_cutoff=70)
    return best[0] if best else ""


def former_ids_are_free(contexte: Contexte) -> Iterator[Problem]:
    """A former id redirects to one record only, and no record of today has it."""
    claims: defaultdict[str, list[tuple[Faits, int]]] = defaultdict(list)
    for faits in contexte.faits:
        for index, old in enumerate(faits.anciens_ids):
            claims[old].append((faits, index))
    for old, claimants in claims.items():
        first = claimants[0][0]
        second = next((faits for faits, _ in claimants if faits is not first), None)
        for faits, index in claimants:
            other = contexte.par_id.get(old) or (second if faits is first else first)
            if other is not None:
                document = contexte.document(faits.fichier)
                yield document.probleme("ancien-id-pris", ("anciens_ids", index), valeur=old, autre=other.nom)


def contests_what_is_declared(contexte: Contexte) -> Iterator[Problem]:
    """A record contests only a tie that the other record declares to it."""
    for faits in contexte.faits:
        for index, (other, type_) in enumerate(faits.contestes):
            declared = contexte.par_id[other].declares if other in contexte.par_id else ()
            if other in contexte.par_id and not any(to == faits.id and type_ in ("", kind) for kind, to in declared):
                document = contexte.document(faits.fichier)
                yield document.probleme("contestation-sans-objet", ("contestations", index, "de"), valeur=other)


REGLES_FICHE = (not_itself,)
REGLES_ENSEMBLE = (other_record_exists, former_ids_are_free, contests_what_is_declared)
