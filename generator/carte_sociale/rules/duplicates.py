"""Two records of one organisation: the same phone, site, address or company number, and names that are alike.

Records are first grouped by what they share, then compared by name with their neighbours in the order of names only:
10,000 records make a few thousand comparisons, where all pairs would make fifty million.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte
from carte_sociale.rules.facts import ADRESSE, SITE, TELEPHONE, Faits

RESSEMBLANCE = 88
"""Likeness of names (0–100, words in any order) from which two records that share a fact are one organisation."""

VOISINS = 6
"""Records of a group that each one is compared with, next in the order of names."""

RAISONS: Mapping[str, Mapping[str, str]] = {
    ADRESSE: {"fr": "même adresse", "nl": "zelfde adres", "en": "same address"},
    TELEPHONE: {"fr": "même téléphone", "nl": "zelfde telefoonnummer", "en": "same phone"},
    SITE: {"fr": "même site web", "nl": "zelfde website", "en": "same website"},
}
"""What is said of each sort of fact that two records share, in the order in which it is said."""


def likely_duplicates(contexte: Contexte) -> Iterator[Problem]:
    """Two records with the same phone, site or address and nearly the same name are probably one organisation."""
    groups: defaultdict[tuple[str, str], list[Faits]] = defaultdict(list)
    for faits in contexte.faits:
        for shared in faits.partages:
            groups[shared].append(faits)
    pairs: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (sort, _), group in groups.items():
        for pair in _alike(group) if len(group) > 1 else ():
            pairs[pair].add(sort)
    for (first, second), sorts in sorted(pairs.items()):
        why = [reason for sort, reason in RAISONS.items() if sort in sorts]
        for faits, other in _sides(contexte, contexte.par_id[first], contexte.par_id[second]):
            yield contexte.document(faits.fichier).probleme(
                "doublon-probable",
                ("nom",),
                autre=other.nom,
                raison={langue: ", ".join(reason[langue] for reason in why) for langue in ("fr", "nl", "en")},
            )


def _sides(contexte: Contexte, first: Faits, second: Faits) -> list[tuple[Faits, Faits]]:
    """Return of which record of a pair it is said: of each one that this run is about, else of the first.

    What is said of a sensitive file repeats nothing, so where one is, it is said of the other one.
    """
    if first.sensible or second.sensible:
        return [(second, first) if first.sensible else (first, second)]
    sides = [(first, second), (second, first)]
    return [(faits, other) for faits, other in sides if contexte.demandee(faits.fichier)] or sides[:1]


def one_record_a_company_number(contexte: Contexte) -> Iterator[Problem]:
    """Two records rarely share a company number."""
    owners: dict[str, Faits] = {}
    for faits in contexte.faits:
        number = faits.numero_entreprise
        if number is None:
            continue
        first = owners.setdefault(number, faits)
        if first is not faits and not _tied(first, faits):
            document = contexte.document(faits.fichier)
            yield document.probleme("numero-entreprise-double", ("numero_entreprise",), valeur=number, autre=first.nom)


def _alike(group: Iterable[Faits]) -> Iterator[tuple[str, str]]:
    """Pairs of ids with nearly the same name in some language, in order; records tied to each other are two."""
    from rapidfuzz import fuzz

    own = {faits.id: faits for faits in group}
    named = sorted((name, faits.id) for faits in own.values() for name in faits.noms)
    for index, (name, id_) in enumerate(named):
        for other_name, other in named[index + 1 : index + 1 + VOISINS]:
            same_id = other.casefold() == id_.casefold()  # the same record, or `id-double`, which says it all
            alike = not same_id and fuzz.token_sort_ratio(name, other_name) >= RESSEMBLANCE
            if alike and not _tied(own[id_], own[other]):
                yield (id_, other) if id_ < other else (other, id_)


def _tied(one: Faits, other: Faits) -> bool:
    """Whether one names the other: whoever declared a tie between them knows that they are two."""
    return other.id in one.liens or one.id in other.liens


REGLES_ENSEMBLE = (likely_duplicates, one_record_a_company_number)
