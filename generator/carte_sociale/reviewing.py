"""What to ask people about the network: ties told by one end, old or contested ones, ends of funding, missing contacts.

Each is a question at a place of a file, never an error: nobody has to declare a tie, and our list may simply not know.

Read from both ends are the kinds whose two readings are the same words (partner, works with, runs together, pools),
and hosting: whoever hosts, lends a room or has a desk under its roof is expected to be named by whoever is there, and
the other way round. Funding, carrying, seconding, referring, going along, passing on news and being a part are told by
one end by their nature: asking thirty organisations whether they know who refers people to them would be noise.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.meetings import seances
from carte_sociale.atlas.network import propres
from carte_sociale.atlas.ties import Attache, contested
from carte_sociale.loading.document import Document
from carte_sociale.loading.network import FichierDeReseau
from carte_sociale.loading.project import DONNEES, Projet
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.reseau import Mutualisation, Rencontre
from carte_sociale.model.reseau import Projet as ProjetDeQuartier
from carte_sociale.model.texts import Texte
from carte_sociale.problems import Problem

GROUPES = (
    "question-un-seul-cote",
    "question-hote",
    "question-lien-ancien",
    "question-lien-conteste",
    "question-projet-echu",
    "question-dispositif-sans-contact",
    "question-rencontre-sans-date",
    "question-mutualisation-sans-contact",
    "question-quartier-sans-dispositif",
)
"""Codes of the questions, in the order in which they are asked: ties first, what only a source can tell last."""
HEBERGER = frozenset({"heberge", "prete-un-local"})
"""Kinds of ties (`relations`) by which one end is on the premises of the other."""
QUARTIERS = f"{DONNEES}/territoires/quartiers.geojson"

Noms = Mapping[str, str]


def questions(projet: Projet, atlas: Atlas[Entree], aujourdhui: date) -> list[Problem]:
    """Return every question, by group in the order of `GROUPES`, then by place."""
    documents = {lue.id: lue.document for lue in projet.lues if lue.fiche and not lue.document.nom_tu}
    found: list[Problem] = []
    for entree in atlas.entrees:
        if entree.id in documents:
            found += _of_a_record(documents[entree.id], entree, atlas, aujourdhui)
    for fichier in projet.donnees.reseau.fichiers:
        found += _of_a_file(fichier, aujourdhui)
    found += _of_quartiers(projet, atlas)
    return sorted(found, key=lambda problem: (GROUPES.index(problem.code), problem))


def _names(nom: Texte) -> Noms:
    return {langue: nom.pour(langue).texte for langue in LANGUES_DU_SITE}


def _of_a_record(document: Document, entree: Entree, atlas: Atlas[Entree], aujourdhui: date) -> Iterator[Problem]:
    mutual = {term.id for term in atlas.donnees.vocabulaires["relations"] if term.inverse == term.label}
    for rank, relation in enumerate(entree.relations):
        other = atlas.par_id.get(relation.vers)
        if other is None:
            continue
        said = atlas.terme("relations", relation.type).label
        ask = partial(
            document.probleme,
            chemin=("relations", rank, "vers"),
            un=_names(entree.nom),
            lien=said,
            autre=_names(other.nom),
        )
        if contested(relation, entree.id, other.contestations):
            yield ask("question-lien-conteste")
            continue
        told_back = any(tie.vers == entree.id and tie.type == relation.type for tie in other.relations)
        if relation.type in mutual and not told_back:
            yield ask("question-un-seul-cote")
        if relation.type in HEBERGER and not _is_named(other, entree.id):
            yield ask("question-hote")
        perime = Attache(other, relation, False).perime
        if perime is None or perime <= aujourdhui:
            yield ask("question-lien-ancien")
    for rank, lieu in enumerate(entree.fiche.lieux):
        other = atlas.par_id.get(lieu.hote or "")
        if other is not None and not _hosts(other, entree.id):
            yield document.probleme(
                "question-hote", ("lieux", rank, "hote"), un=_names(entree.nom), lien=_CHEZ, autre=_names(other.nom)
            )
    for rank, guichet in enumerate(entree.guichets):
        other = atlas.par_id.get(guichet.fiche)
        if other is not None and not _is_named(other, entree.id):
            yield document.probleme(
                "question-hote",
                ("guichets", rank, "fiche"),
                un=_names(entree.nom),
                lien=_GUICHET,
                autre=_names(other.nom),
            )


_CHEZ: Noms = {"fr": "se trouve chez", "nl": "zit bij", "en": "is on the premises of"}
_GUICHET: Noms = {
    "fr": "a sous son toit un guichet de",
    "nl": "heeft onder haar dak een loket van",
    "en": "has a desk of",
}


def _is_named(entree: Entree, host: str) -> bool:
    """Whether a record names its host: as the host of a place, or by a tie of whatever kind."""
    return host in entree.hotes or any(relation.vers == host for relation in entree.relations)


def _hosts(entree: Entree, guest: str) -> bool:
    """Whether a record says that another one is there."""
    desks = any(guichet.fiche == guest for guichet in entree.guichets)
    return desks or any(relation.vers == guest for relation in entree.relations)


def _of_a_file(fichier: FichierDeReseau, aujourdhui: date) -> Iterator[Problem]:
    element, ask = fichier.element, fichier.document.probleme
    if isinstance(element, Dispositif):
        if not element.explique and not (element.referente or element.contact or element.site):
            yield ask("question-dispositif-sans-contact", ("nom",), sur_cle=True, un=element.nom)
    elif isinstance(element, ProjetDeQuartier):
        ends = [(grant.fin.au_plus_tard, rank) for rank, grant in enumerate(element.financements) if grant.fin]
        if ends and len(ends) == len(element.financements) and max(ends)[0] < aujourdhui:
            last, rank = max(ends)
            names, day = _names(element.nom), last.isoformat()
            yield ask("question-projet-echu", ("financements", rank, "fin"), valeur=day, un=names)
    elif isinstance(element, Rencontre):
        if not any(seance.jour >= aujourdhui for seance in seances(element)):
            yield ask("question-rencontre-sans-date", ("nom",), sur_cle=True, un=_names(element.nom))
    elif isinstance(element, Mutualisation) and not element.contact:
        yield ask("question-mutualisation-sans-contact", ("nom",), sur_cle=True, un=_names(element.nom))


def _of_quartiers(projet: Projet, atlas: Atlas[Entree]) -> Iterator[Problem]:
    lines = (projet.racine / QUARTIERS).read_text(encoding="utf-8").split("\n")
    document = Document(QUARTIERS, ())
    for quartier in atlas.donnees.territoire.quartiers:
        if quartier.habite and not propres(atlas.dispositifs_actifs(quartier)):
            line, column = _place_of(f'"{quartier.slug}"', lines)
            names = {langue: quartier.nom[langue] for langue in LANGUES_DU_SITE}
            yield document.a("question-quartier-sans-dispositif", line, column, un=names)


def _place_of(text: str, lines: list[str]) -> tuple[int, int]:
    return next(((n, line.index(text) + 1) for n, line in enumerate(lines, start=1) if text in line), (1, 1))
