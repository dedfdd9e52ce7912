"""What the rules on all records together read of each one: a few strings, so that no rule needs every record at hand.

Records are read in several processes and kept from one run to the next; their facts travel and are kept with them.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from carte_sociale.atlas.streets import street_key
from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.fiche import Fiche

ADRESSE, TELEPHONE, SITE = "adresse", "telephone", "site"
"""Sorts of facts that two records of one organisation share."""


class Faits(NamedTuple):
    """Facts of one record file, readable or not: of one that is no record, only what can be read of it.

    `nom` is what other records' problems may call its file (`Document.nom`). `noms` are its names as they are
    compared, `partages` what two records of one organisation would share: (sort, value) pairs. `liens` are the ids of
    the records it is tied to, `nommes` every record that it names, with the place in its file. `declares` are its
    ties as (type, other end), `contestes` those that it does not recognise as (who declares, type or "").
    """

    id: str
    fichier: str
    nom: str | Mapping[str, str]
    nom_tu: bool = False
    sensible: bool = False
    noms: tuple[str, ...] = ()
    partages: tuple[tuple[str, str], ...] = ()
    liens: frozenset[str] = frozenset()
    nommes: tuple[tuple[Chemin, str], ...] = ()
    numero_entreprise: str | None = None
    anciens_ids: tuple[str, ...] = ()
    declares: tuple[tuple[str, str], ...] = ()
    contestes: tuple[tuple[str, str], ...] = ()


def faits_de(lue: FicheLue) -> Faits:
    """Return the facts of a record that was read."""
    document, fiche, ebauche = lue.document, lue.fiche, lue.ebauche
    return Faits(
        id=lue.id,
        fichier=document.fichier,
        nom=document.nom,
        nom_tu=document.nom_tu,
        sensible=document.sensible,
        noms=tuple(sorted({slug(name).replace("-", " ") for name in fiche.nom.par_langue().values()})) if fiche else (),
        partages=tuple(_shared(fiche, secret=document.sensible)) if fiche else (),
        liens=_ties(fiche) if fiche else frozenset(),
        nommes=tuple(named_records(ebauche)) if ebauche else (),
        numero_entreprise=fiche.numero_entreprise if fiche else None,
        anciens_ids=ebauche.anciens_ids if ebauche else (),
        declares=tuple((relation.type, relation.vers) for relation in ebauche.relations) if ebauche else (),
        contestes=tuple((c.de, c.type or "") for c in ebauche.contestations) if ebauche else (),
    )


def _shared(fiche: Fiche, *, secret: bool) -> Iterator[tuple[str, str]]:
    """Give each fact that two records of one organisation would share; of a secret one, phone and site."""
    if fiche.contacts:
        yield from ((TELEPHONE, call) for call in sorted({phone.numero.appel for phone in fiche.contacts.telephones}))
        if fiche.contacts.site:
            parts = urlsplit(fiche.contacts.site.lower())
            yield SITE, parts.netloc.removeprefix("www.") + parts.path.rstrip("/")
    if not secret:
        yield from ((ADRESSE, address) for address in sorted(_addresses(fiche)))


def _addresses(fiche: Fiche) -> set[str]:
    return {
        f"{street_key(street)}|{lieu.adresse.numero.lower()}|{lieu.adresse.commune}"
        for lieu in fiche.lieux
        if lieu.adresse and lieu.adresse.rue and lieu.adresse.numero
        for street in lieu.adresse.rue.par_langue().values()
    }


def _ties(fiche: Fiche) -> frozenset[str]:
    hosts = (lieu.hote for lieu in fiche.lieux if lieu.hote)
    desks = (guichet.fiche for guichet in fiche.guichets)
    return frozenset(relation.vers for relation in fiche.relations).union(hosts, desks)


def named_records(fiche: Fiche) -> Iterator[tuple[Chemin, str]]:
    """Give the id of every record that a record names, with the place where it does."""
    for index, relation in enumerate(fiche.relations):
        yield ("relations", index, "vers"), relation.vers
        if relation.declare_par and ":" not in relation.declare_par:
            yield ("relations", index, "declare_par"), relation.declare_par
    for index, contestation in enumerate(fiche.contestations):
        yield ("contestations", index, "de"), contestation.de
    for index, guichet in enumerate(fiche.guichets):
        yield ("guichets", index, "fiche"), guichet.fiche
    for index, lieu in enumerate(fiche.lieux):
        if lieu.hote:
            yield ("lieux", index, "hote"), lieu.hote
