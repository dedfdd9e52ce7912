"""Comparisons and the glossary: nobody named, no amount, every link leads somewhere, no word is explained twice."""

import re
from collections.abc import Iterable, Iterator

from carte_sociale.loading.document import Chemin, Document
from carte_sociale.loading.explications import FichierExplicatif
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.comparaison import Comparaison
from carte_sociale.model.mot import Mot
from carte_sociale.model.renvoi import MOT, Renvoi
from carte_sociale.problems import Problem
from carte_sociale.routes import SEULES
from carte_sociale.rules.context import Contexte, strings
from carte_sociale.rules.funding import AMOUNT
from carte_sociale.rules.people import nobody_named, personal_mailbox
from carte_sociale.rules.relations import nearest_id

PHRASES = 2
"""Sentences of a definition, at most: whoever asks what four letters mean is in the middle of something else."""
_END = re.compile(r"[.!?…](?=\s+\S)")
_EST = ("theme", "nature", "type")
"""What a word may be the same thing as."""
_VOIR = (MOT, "theme", "nature", "dispositif", "comparaison")
_VERS = ("chose", MOT, "theme", "dispositif", "comparaison", "page")


def explanations_are_sound(contexte: Contexte) -> Iterator[Problem]:
    """Each file that explains names nobody, says no amount, and links to what exists."""
    for fichier in contexte.donnees.explications.fichiers:
        read = FicheLue(fichier.document.fichier, fichier.document, None)
        yield from nobody_named(read, contexte)
        yield from personal_mailbox(read, contexte)
        for path, text in strings(fichier.document.donnees):
            if path[0] != "sources" and (amount := AMOUNT.search(text)):
                yield fichier.document.probleme("montant-dans-reseau", path, valeur=amount[0].strip())
        if fichier.element is not None:
            yield from _links_lead_somewhere(fichier.document, fichier.element, contexte)


def definitions_are_short(contexte: Contexte) -> Iterator[Problem]:
    """A definition has two sentences at most."""
    for fichier in contexte.donnees.explications.fichiers:
        if isinstance(fichier.element, Mot):
            for langue, text in fichier.element.definition.items():
                if len(_END.findall(text)) >= PHRASES:
                    yield fichier.document.probleme("definition-longue", ("definition", langue))


def words_are_explained_once(contexte: Contexte) -> Iterator[Problem]:
    """Two entries of the glossary never share a way to write their word, in whichever language."""
    first: dict[str, FichierExplicatif] = {}
    for fichier in contexte.donnees.explications.fichiers:
        if not isinstance(fichier.element, Mot):
            continue
        for path, form in _forms(fichier.element):
            known = first.setdefault(form.casefold(), fichier)
            if known is not fichier:
                yield fichier.document.probleme("mot-en-double", path, valeur=form, autre=known.document.fichier)


def _forms(mot: Mot) -> Iterator[tuple[Chemin, str]]:
    """Every way to write a word, with its place; where two languages write it alike, once."""
    seen: set[str] = set()
    places: list[tuple[Chemin, str]] = [(("mot", langue), form) for langue, form in mot.mot.items()]
    for path, form in [*places, *((("aussi", rank), form) for rank, form in enumerate(mot.aussi))]:
        if form.casefold() not in seen:
            seen.add(form.casefold())
            yield path, form


def _links_lead_somewhere(document: Document, element: Comparaison | Mot, contexte: Contexte) -> Iterator[Problem]:
    things = [chose.id for chose in element.choses] if isinstance(element, Comparaison) else []
    for path, link, sorts in _links(element):
        known = things if link.sorte == "chose" else _ids(link.sorte, contexte)
        if link.sorte not in sorts or link.id not in known:
            near = nearest_id(link.id, sorted(known)) if link.sorte in sorts else ""
            yield document.probleme(
                "renvoi-inconnu",
                path,
                valeur=link.ecrit,
                proche=Renvoi(link.sorte, near).ecrit if near else "",
                attendu=", ".join(sorts),
            )


def _links(element: Comparaison | Mot) -> Iterator[tuple[Chemin, Renvoi, Iterable[str]]]:
    """Every link with its place and the sorts that may stand there."""
    if isinstance(element, Mot):
        yield from ((("est", rank), link, _EST) for rank, link in enumerate(element.est))
        yield from ((("voir", rank), link, _VOIR) for rank, link in enumerate(element.voir))
        return
    for rank, question in enumerate(element.questions):
        if question.vers:
            yield ("questions", rank, "vers"), question.vers, _VERS
    for rank, chose in enumerate(element.choses):
        for key, sort in (("dispositifs", "dispositif"), ("lignes", "ligne")):
            for place, id_ in enumerate(getattr(chose, key)):
                yield ("choses", rank, key, place), Renvoi(sort, id_), (sort,)


def _ids(sorte: str, contexte: Contexte) -> Iterable[str]:
    """The ids of a sort."""
    donnees = contexte.donnees
    match sorte:
        case "mot":
            return donnees.explications.mots
        case "comparaison":
            return donnees.explications.comparaisons
        case "dispositif":
            return [dispositif.id for dispositif in donnees.reseau.dispositifs]
        case "ligne":
            return donnees.ids_des_lignes
        case "page":
            return SEULES
        case _:
            return donnees.ids({"theme": "themes", "nature": "natures", "type": "dispositifs_types"}[sorte])


REGLES_ENSEMBLE = (explanations_are_sound, definitions_are_short, words_are_explained_once)
