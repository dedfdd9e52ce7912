"""A new record made of answers: each is checked as `carte valider` checks a file, by the same code.

The record so far is written as YAML, read back and put through the rules; an answer is taken when it brings no error
in. So no rule is known twice, and what is written at the end is what was checked.
"""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

import yaml

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Chemin, dotted
from carte_sociale.loading.files import FICHES
from carte_sociale.loading.network import DOSSIERS, Reseau, read_element
from carte_sociale.loading.project import DONNEES, Donnees, Projet
from carte_sociale.loading.records import FicheLue, read_record
from carte_sociale.model.structure import DU_TERRITOIRE
from carte_sociale.problems import Gravite, Problem
from carte_sociale.rules import Contexte, verifier_ensemble, verifier_fiche
from carte_sociale.rules.network import file_is_sound, files_are_sound

REGION = "region"
"""Folder of the records that have no commune."""
_ORDRE = (
    *("nom", "nature", "resume", "confidentiel", "contacts", "lieux", "services"),
    *("quoi", "communes", "quartiers", "porteur", "partenaires", "parties", "organisateur", "pour_qui", "themes"),
    "financements",
    *("ou", "heures", "dates", "annonces", "contact", "sources"),
)
"""Keys as they stand in every record, whatever the order of the questions."""
_NOT_YET = frozenset({"champ-manquant", "fichier-vide", "projet-seul", "rencontre-sans-date"})
"""What an unfinished record is told, and its author need not hear."""


@dataclass(frozen=True, slots=True)
class Choix:
    """An id of a vocabulary, with its label."""

    id: str
    label: str


@dataclass
class Brouillon:
    """The record so far (`donnees`, as YAML gives it)."""

    referentiel: Donnees
    aujourdhui: date
    donnees: dict[str, Any] = field(default_factory=dict)
    dossier: str = ""
    """Folder of the network (`network.DOSSIERS`) that the file is for; empty for a record."""

    def put(self, chemin: Chemin, valeur: Any) -> list[Problem]:
        """Take an answer, unless it brings errors in; return them, or the warnings about it."""
        trial = deepcopy(self.donnees)
        _set(trial, chemin, valeur)
        before = {(problem.code, problem.champ) for problem in self._problems(self.donnees)}
        brought = [p for p in self._problems(trial) if (p.code, p.champ) not in before]
        errors = [problem for problem in brought if problem.gravite is Gravite.ERREUR]
        if errors:
            return errors
        self.donnees = trial
        return [problem for problem in brought if problem.champ.startswith(dotted(chemin))]

    @cached_property
    def _index(self) -> TerritoryIndex:
        return TerritoryIndex(self.referentiel.territoire)

    def _problems(self, donnees: dict[str, Any]) -> list[Problem]:
        if self.dossier:
            contexte = _context((), self.referentiel, self.aujourdhui, self._index)
            name = f"{DONNEES}/{self.dossier}/nouveau.yml"
            lu, problems = read_element(name, as_yaml(donnees), DOSSIERS[self.dossier], self.referentiel)
            problems += [p for p in file_is_sound(lu, contexte) if p.code != "fiche-inconnue"]
            return [problem for problem in problems if problem.code not in _NOT_YET]
        fichier = f"{FICHES}/{REGION}/nouvelle-fiche.yml"
        lue, problems = read_record(fichier, as_yaml(donnees), self.referentiel)
        contexte = _context((lue,), self.referentiel, self.aujourdhui, self._index)
        problems = problems + verifier_fiche(lue, contexte)
        return [problem for problem in problems if problem.code not in _NOT_YET]


def _set(data: Any, chemin: Chemin, valeur: Any) -> None:
    for part, following in pairwise(chemin):
        if isinstance(part, int):
            if part == len(data):
                data.append({})
            data = data[part]
        else:
            data = data.setdefault(part, [] if isinstance(following, int) else {})
    if isinstance(data, list):
        data.append(valeur)
    else:
        data[chemin[-1]] = valeur


def _context(lues: tuple[FicheLue, ...], donnees: Donnees, aujourdhui: date, index: TerritoryIndex) -> Contexte:
    return Contexte.des_lues(lues, donnees, index, aujourdhui, donnees.editeur.production)


class _Indented(yaml.SafeDumper):
    """Lists stand two spaces to the right of their key, as in every record."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Never without indent."""
        del indentless
        super().increase_indent(flow, False)


def as_yaml(donnees: dict[str, Any]) -> bytes:
    """Return a record as a file, a blank line before each block; its keys are those of `_ORDRE`."""
    blocks = [
        yaml.dump({key: value}, Dumper=_Indented, allow_unicode=True, sort_keys=False, width=10**6)
        for key, value in sorted(donnees.items(), key=lambda item: _ORDRE.index(item[0]))
    ]
    long = [block.count("\n") > 1 for block in blocks]
    parts = [("\n" if index and long[index] else "") + block for index, block in enumerate(blocks)]
    return "".join(parts).encode()


def final_problems(fichier: str, octets: bytes, projet: Projet, aujourdhui: date) -> list[Problem]:
    """Return every problem that `carte valider` would say of a file, were it in the project."""
    lue, problems = read_record(fichier, octets, projet.donnees)
    contexte = _context((*projet.lues, lue), projet.donnees, aujourdhui, TerritoryIndex(projet.donnees.territoire))
    shared = [problem for problem in verifier_ensemble(contexte) if problem.fichier == fichier]
    return sorted(problems + verifier_fiche(lue, contexte) + shared)


def final_problems_of_network(fichier: str, octets: bytes, projet: Projet, aujourdhui: date) -> list[Problem]:
    """Return every problem that `carte valider` would say of a file of the network, were it in the project."""
    dossier = fichier.split("/")[-2]
    lu, problems = read_element(fichier, octets, DOSSIERS[dossier], projet.donnees)
    reseau = Reseau((*projet.donnees.reseau.fichiers, lu))
    donnees = replace(projet.donnees, reseau=reseau)
    contexte = _context(projet.lues, donnees, aujourdhui, TerritoryIndex(donnees.territoire))
    whole = [problem for problem in files_are_sound(contexte) if problem.fichier == fichier]
    return sorted(problems + whole)


def final_problems_of_change(fichier: str, octets: bytes, projet: Projet, aujourdhui: date) -> list[Problem]:
    """Return the problems that a record of the project would have if it held these bytes, without those it has now."""
    before = next(lue.document for lue in projet.lues if lue.document.fichier == fichier)
    rest = replace(projet, lues=tuple(lue for lue in projet.lues if lue.document.fichier != fichier))
    now = final_problems(fichier, "\n".join(before.lignes).encode(), rest, aujourdhui)
    known = {(problem.code, problem.champ) for problem in now}
    changed = final_problems(fichier, octets, rest, aujourdhui)
    return [problem for problem in changed if (problem.code, problem.champ) not in known]


def records_named(projet: Projet, mot: str, langue: str) -> tuple[str, list[Choix]]:
    """Return the id of the record that a word is, or whose name it is (else empty), and the nearest records by name."""
    from rapidfuzz import fuzz, process, utils

    fiches = {lue.id: lue.fiche for lue in projet.lues if lue.fiche}
    names = {(id_, name): name for id_, fiche in fiches.items() for name in fiche.nom.par_langue().values()}
    same = {id_ for id_, name in names if slug(name) == slug(mot)} | ({slug(mot)} & fiches.keys())
    if len(same) == 1:
        return same.pop(), []
    found = process.extract(mot, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=12, score_cutoff=60)
    ids = list(dict.fromkeys(key[0] for _, _, key in found))[:5]
    return "", [Choix(id_, fiches[id_].nom.pour(langue).texte) for id_ in ids]


def taken_ids(projet: Projet) -> frozenset[str]:
    """Return the ids that no new record may take: those of records, and their former ones."""
    former = {old for lue in projet.lues if lue.ebauche for old in lue.ebauche.anciens_ids}
    return frozenset({lue.id.casefold() for lue in projet.lues} | former)


def choices(donnees: Donnees, vocabulaire: str, langue: str) -> list[Choix]:
    """Return every id of a vocabulary (or of a sort of places), in its order."""
    if vocabulaire in DU_TERRITOIRE:
        return [Choix(place.slug, place.nom[langue]) for place in getattr(donnees.territoire, vocabulaire)]
    return [Choix(term.id, term.label[langue]) for term in donnees.vocabulaires[vocabulaire]]


def exact(donnees: Donnees, vocabulaire: str, mot: str) -> str | None:
    """Return the id that a word is, or whose name it is in some language, whatever its case and accents."""
    names: dict[str, set[str]] = {}
    for langue in ("fr", "nl", "en"):
        for choice in choices(donnees, vocabulaire, langue):
            for name in (choice.id, choice.label):
                names.setdefault(slug(name), set()).add(choice.id)
    found = names.get(slug(mot), set())
    return next(iter(found)) if len(found) == 1 else None


def nearest(donnees: Donnees, vocabulaire: str, mot: str, langue: str) -> list[Choix]:
    """Return the ids nearest to a word, best first."""
    labels = {choice.id: choice for choice in choices(donnees, vocabulaire, langue)}
    return [labels[id_] for id_ in donnees.plus_proches(vocabulaire, mot)]
