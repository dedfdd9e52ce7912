"""Two records of one organisation: the same phone, site, address or company number, and names that are alike.

Records are first grouped by what they share, then compared by name with their neighbours in the order of names only:
10,000 records make a few thousand comparisons, where all pairs would make fifty million.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from carte_sociale.atlas.streets import street_key
from carte_sociale.loading.corrections import slug
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.fiche import Fiche
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte

RESSEMBLANCE = 88
"""Likeness of names (0–100, words in any order) from which two records that share a fact are one organisation."""

VOISINS = 6
"""Records of a group that each one is compared with, next in the order of names."""

Raison = Mapping[str, str]
TELEPHONE: Raison = {"fr": "même téléphone", "nl": "zelfde telefoonnummer", "en": "same phone"}
SITE: Raison = {"fr": "même site web", "nl": "zelfde website", "en": "same website"}
ADRESSE: Raison = {"fr": "même adresse", "nl": "zelfde adres", "en": "same address"}


def likely_duplicates(contexte: Contexte) -> Iterator[Problem]:
    """Two records with the same phone, site or address and nearly the same name are probably one organisation."""
    groups: defaultdict[tuple[str, str], list[FicheLue]] = defaultdict(list)
    reasons: dict[tuple[str, str], Raison] = {}
    for lue in contexte.lues:
        for reason, value in shared_facts(lue):
            groups[(reason["en"], value)].append(lue)
            reasons[(reason["en"], value)] = reason
    pairs: dict[tuple[str, str], list[Raison]] = {}
    for key, group in sorted(groups.items()):
        for first, second in _alike(group):
            pairs.setdefault((first.id, second.id), []).append(reasons[key])
    for (first_id, second_id), why in sorted(pairs.items()):
        unique = {reason["en"]: reason for reason in why}.values()
        for lue, other in _sides(contexte, contexte.fiches[first_id], contexte.fiches[second_id]):
            yield lue.document.probleme(
                "doublon-probable",
                ("nom",),
                autre=other.document.nom,
                raison={langue: ", ".join(reason[langue] for reason in unique) for langue in ("fr", "nl", "en")},
            )


def _sides(contexte: Contexte, first: FicheLue, second: FicheLue) -> list[tuple[FicheLue, FicheLue]]:
    """Return of which record of a pair it is said: of each one that this run is about, else of the first.

    What is said of a sensitive file repeats nothing, so where one is, it is said of the other one.
    """
    if first.document.sensible or second.document.sensible:
        return [(second, first) if first.document.sensible else (first, second)]
    sides = [(first, second), (second, first)]
    return [(lue, other) for lue, other in sides if contexte.demandee(lue.document.fichier)] or sides[:1]


def one_record_a_company_number(contexte: Contexte) -> Iterator[Problem]:
    """Two records rarely share a company number."""
    owners: dict[str, FicheLue] = {}
    for lue in contexte.lues:
        number = lue.fiche.numero_entreprise if lue.fiche else None
        if number is None:
            continue
        first = owners.setdefault(number, lue)
        if first is not lue and not _tied(first, lue):
            yield lue.document.probleme(
                "numero-entreprise-double", ("numero_entreprise",), valeur=number, autre=first.document.nom
            )


def shared_facts(lue: FicheLue) -> Iterator[tuple[Raison, str]]:
    """Give each fact that two records of one organisation would share; of a secret one, phone and site."""
    fiche = lue.fiche
    if fiche is None:
        return
    if fiche.contacts:
        for call in sorted({phone.numero.appel for phone in fiche.contacts.telephones}):
            yield TELEPHONE, call
        if fiche.contacts.site:
            parts = urlsplit(fiche.contacts.site.lower())
            yield SITE, parts.netloc.removeprefix("www.") + parts.path.rstrip("/")
    if not lue.document.sensible:
        yield from ((ADRESSE, address) for address in sorted(_addresses(fiche)))


def _addresses(fiche: Fiche) -> set[str]:
    return {
        f"{street_key(street)}|{lieu.adresse.numero.lower()}|{lieu.adresse.commune}"
        for lieu in fiche.lieux
        if lieu.adresse and lieu.adresse.rue and lieu.adresse.numero
        for street in lieu.adresse.rue.par_langue().values()
    }


def _alike(group: list[FicheLue]) -> Iterator[tuple[FicheLue, FicheLue]]:
    """Pairs with nearly the same name in some language, the smaller id first; records tied to each other are two."""
    named = sorted((name, lue.id, lue) for lue in {lue.id: lue for lue in group}.values() for name in _names(lue))
    for index, (name, _, lue) in enumerate(named):
        for other_name, _, other in named[index + 1 : index + 1 + VOISINS]:
            same_id = other.id.casefold() == lue.id.casefold()  # the same record, or `id-double`, which says it all
            alike = not same_id and fuzz.token_sort_ratio(name, other_name) >= RESSEMBLANCE
            if alike and not _tied(lue, other):
                yield (lue, other) if lue.id < other.id else (other, lue)


def _names(lue: FicheLue) -> set[str]:
    return {slug(name).replace("-", " ") for name in lue.fiche.nom.par_langue().values()} if lue.fiche else set()


def _tied(one: FicheLue, other: FicheLue) -> bool:
    """Whether one names the other: whoever declared a tie between them knows that they are two."""
    return other.id in _ties(one) or one.id in _ties(other)


def _ties(lue: FicheLue) -> set[str]:
    if lue.fiche is None:
        return set()
    return {relation.vers for relation in lue.fiche.relations} | {lieu.hote for lieu in lue.fiche.lieux if lieu.hote}


REGLES_ENSEMBLE = (likely_duplicates, one_record_a_company_number)
