"""Dispositifs, projects, poolings and meetings: nobody named, no amount, whoever they name exists."""

from collections.abc import Iterator

from carte_sociale.loading.document import Chemin
from carte_sociale.loading.network import FichierDeReseau
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.fields import Modele
from carte_sociale.model.reseau import Element, Projet, Rencontre
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte, strings
from carte_sociale.rules.funding import AMOUNT, Grant, grants_hold
from carte_sociale.rules.people import nobody_named, personal_mailbox
from carte_sociale.rules.relations import nearest_id, tellable_ids


def files_are_sound(contexte: Contexte) -> Iterator[Problem]:
    """Each file of the network obeys the rules of its sort, and those on people and money."""
    dispositifs = frozenset(dispositif.id for dispositif in contexte.donnees.reseau.dispositifs)
    for fichier in contexte.donnees.reseau.fichiers:
        yield from _nobody_and_no_amount(fichier, contexte)
        element = fichier.element
        if element is None:
            continue
        yield from _named_records_exist(fichier, element, contexte)
        if contexte.production and element.fictif:
            yield fichier.document.probleme("fictif-en-production", ("fictif",), sur_cle=True)
        if isinstance(element, Element) and element.dispositif and element.dispositif not in dispositifs:
            near = nearest_id(element.dispositif, sorted(dispositifs))
            yield fichier.document.probleme(
                "dispositif-inconnu", ("dispositif",), valeur=element.dispositif, proche=near
            )
        if isinstance(element, Projet):
            yield from _project(fichier, element, contexte)
        if isinstance(element, Rencontre) and not (element.dates or element.repetition or element.annonces):
            yield fichier.document.probleme("rencontre-sans-date")


def _nobody_and_no_amount(fichier: FichierDeReseau, contexte: Contexte) -> Iterator[Problem]:
    read = FicheLue(fichier.document.fichier, fichier.document, None)
    yield from nobody_named(read, contexte)
    yield from personal_mailbox(read, contexte)
    for path, text in strings(fichier.document.donnees):
        if path[0] != "sources" and (amount := AMOUNT.search(text)):
            yield fichier.document.probleme("montant-dans-reseau", path, valeur=amount[0].strip())


def _named_records_exist(fichier: FichierDeReseau, element: Modele, contexte: Contexte) -> Iterator[Problem]:
    for path, id_ in named_records(element):
        if id_ not in contexte.par_id:
            near = nearest_id(id_, tellable_ids(contexte))
            yield fichier.document.probleme("fiche-inconnue", path, valeur=id_, proche=near)


def named_records(part: Modele, path: Chemin = ()) -> Iterator[tuple[Chemin, str]]:
    """Give the id of every record that an element names, with the place where it does."""
    for key in type(part).model_fields:
        value = getattr(part, key)
        if key == "fiche" and value:
            yield (*path, key), value
        for rank, inner in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            if isinstance(inner, Modele):
                yield from named_records(inner, (*path, key) if rank is None else (*path, key, rank))


def _project(fichier: FichierDeReseau, projet: Projet, contexte: Contexte) -> Iterator[Problem]:
    if len(projet.membres) < 2:
        yield fichier.document.probleme("projet-seul", ("porteur",), sur_cle=True)
    grants: list[Grant] = [(("financements", rank), grant) for rank, grant in enumerate(projet.financements)]
    yield from grants_hold(fichier.document, grants, contexte.aujourdhui)


REGLES_ENSEMBLE = (files_are_sound,)
