"""Dispositifs, projects, poolings and meetings: nobody named, no amount, whoever they name exists."""

from collections.abc import Iterator, Mapping, Sequence

from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.network import FichierDeReseau
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.dispositif import Dispositif, Repetition
from carte_sociale.model.fields import Modele
from carte_sociale.model.reseau import Element, Phase, Projet, Rencontre
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte, strings
from carte_sociale.rules.funding import AMOUNT, Grant, grants_hold
from carte_sociale.rules.people import is_a_persons_name, looks_personal, nobody_named, personal_mailbox
from carte_sociale.rules.relations import nearest_id, tellable_ids


def files_are_sound(contexte: Contexte) -> Iterator[Problem]:
    """Each file of the network obeys the rules of its sort, and those on people and money."""
    yield from _names_stand_once(contexte.donnees.reseau.fichiers, contexte)
    for fichier in contexte.donnees.reseau.fichiers:
        yield from file_is_sound(fichier, contexte)


def file_is_sound(fichier: FichierDeReseau, contexte: Contexte) -> Iterator[Problem]:
    """One file of the network obeys the rules of its sort, and those on people and money."""
    yield from _nobody_and_no_amount(fichier, contexte)
    element = fichier.element or fichier.ebauche
    if element is None:
        return
    yield from _periods_hold(fichier, element)
    yield from _named_records_exist(fichier, element, contexte)
    if contexte.production and element.fictif:
        yield fichier.document.probleme("fictif-en-production", ("fictif",), sur_cle=True)
    if isinstance(element, Element) and element.dispositif:
        yield from _dispositif_exists(fichier, element.dispositif, contexte)
    if isinstance(element, Projet):
        grants: list[Grant] = [(("financements", rank), grant) for rank, grant in enumerate(element.financements)]
        yield from grants_hold(fichier.document, grants, contexte.aujourdhui)
    if fichier.element is None:
        return  # what seems to be missing may be what could not be read
    if isinstance(element, Projet) and len(element.membres) < 2:
        yield fichier.document.probleme("projet-seul", ("porteur",), sur_cle=True)
    if isinstance(element, Rencontre) and not (element.dates or element.repetition or element.annonces):
        yield fichier.document.probleme("rencontre-sans-date")


def _dispositif_exists(fichier: FichierDeReseau, id_: str, contexte: Contexte) -> Iterator[Problem]:
    known = [dispositif.id for dispositif in contexte.donnees.reseau.dispositifs]
    if id_ not in known:
        yield fichier.document.probleme(
            "dispositif-inconnu", ("dispositif",), valeur=id_, proche=nearest_id(id_, known)
        )


def _nobody_and_no_amount(fichier: FichierDeReseau, contexte: Contexte) -> Iterator[Problem]:
    read = FicheLue(fichier.document.fichier, fichier.document, None)
    yield from nobody_named(read, contexte)
    yield from personal_mailbox(read, contexte)
    for path, text in strings(fichier.document.donnees):
        if path == ("referente",) and looks_personal(text):
            yield fichier.document.probleme("courriel-personnel", path, valeur=text)
        if path[0] != "nom" and path[-2:-1] == ("nom",) and is_a_persons_name(text):
            yield fichier.document.probleme("personne-nommee", path, valeur=text)
        if path[0] != "sources" and (amount := AMOUNT.search(text)):
            yield fichier.document.probleme("montant-dans-reseau", path, valeur=amount[0].strip())


def _periods_hold(fichier: FichierDeReseau, element: Modele) -> Iterator[Problem]:
    """A phase ends after it begins, a repetition too (of a funding, `grants_hold` says it)."""
    for path, block in blocks(element):
        if isinstance(block, Phase) and block.debut and block.fin and block.fin.au_plus_tard < block.debut.au_plus_tot:
            debut, fin = block.debut.iso, block.fin.iso
            yield fichier.document.probleme("periode-inversee", (*path, "fin"), valeur=fin, debut=debut)
        if isinstance(block, Repetition) and block.du and block.au and block.au < block.du:
            debut, fin = block.du.isoformat(), block.au.isoformat()
            yield fichier.document.probleme("periode-inversee", (*path, "au"), valeur=fin, debut=debut)


def _names_stand_once(fichiers: Sequence[FichierDeReseau], contexte: Contexte) -> Iterator[Problem]:
    """Two files of one folder rarely have the same name; said of those that the run is about, else of the last."""
    named: dict[tuple[type, str], list[FichierDeReseau]] = {}
    for fichier in fichiers:
        for name in sorted({slug(text) for text in names_of(fichier.element).values()}) if fichier.element else ():
            named.setdefault((type(fichier.element), name), []).append(fichier)
    told: set[str] = set()
    for group in named.values():
        asked = [fichier for fichier in group if contexte.demandee(fichier.document.fichier)] or group[-1:]
        for fichier in asked if len(group) > 1 else ():
            other = next(other for other in group if other is not fichier)
            if fichier.document.fichier not in told:
                told.add(fichier.document.fichier)
                yield fichier.document.probleme("meme-nom", ("nom",), sur_cle=True, autre=other.document.nom)


def names_of(element: Dispositif | Element) -> Mapping[str, str]:
    """Return the name of a file of the network by language."""
    return element.nom.par_langue() if isinstance(element, Element) else element.nom


def _named_records_exist(fichier: FichierDeReseau, element: Modele, contexte: Contexte) -> Iterator[Problem]:
    for path, id_ in named_records(element):
        if id_ not in contexte.par_id:
            near = nearest_id(id_, tellable_ids(contexte))
            nomme = "" if near else "{nom: {fr: …}}"
            yield fichier.document.probleme("fiche-inconnue", path, valeur=id_, proche=near, nomme=nomme)


def named_records(element: Modele) -> Iterator[tuple[Chemin, str]]:
    """Give the id of every record that an element names, with the place where it does."""
    for path, block in blocks(element):
        if id_ := getattr(block, "fiche", None):
            yield (*path, "fiche"), id_


def blocks(part: Modele, path: Chemin = ()) -> Iterator[tuple[Chemin, Modele]]:
    """Give every block of an element, itself first, with the place where it stands."""
    yield path, part
    for key in type(part).model_fields:
        value = getattr(part, key)
        for rank, inner in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            if isinstance(inner, Modele):
                yield from blocks(inner, (*path, key) if rank is None else (*path, key, rank))


REGLES_ENSEMBLE = (files_are_sound,)
