"""A project folder read whole: records, vocabularies, territory, calendars, publisher; no problem stops the reading."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from carte_sociale.horaires import Feries, Vacances, lire_feries, lire_vacances
from carte_sociale.loading.document import Document
from carte_sociale.loading.explications import Explications, read_explanations
from carte_sociale.loading.files import bytes_of, record_names, strays, tree
from carte_sociale.loading.network import Reseau, read_network
from carte_sociale.loading.records import FicheLue, read_document, read_record, refusals, validate
from carte_sociale.loading.synonyms import Synonymes, read_synonyms
from carte_sociale.loading.text import TAILLE_MAX_DONNEES
from carte_sociale.model.contact import GroupeDeLignes
from carte_sociale.model.editeur import Editeur
from carte_sociale.model.fields import Modele
from carte_sociale.model.structure import DU_TERRITOIRE, vocabularies
from carte_sociale.model.territory import Bassin, Commune, DonneesTerritoire, Quartier, Territoire
from carte_sociale.model.territory import construire as construire_territoire
from carte_sociale.model.vocabulary import TermeInvalide, Vocabulaires
from carte_sociale.model.vocabulary import construire as construire_vocabulaires
from carte_sociale.problems import Problem

CONTENU = "content"
DONNEES = "content/_data"
CALENDRIERS = ("fr", "nl")
"""Communities whose schools a service may follow."""

M = TypeVar("M", bound=Modele)


class DonneesIllisibles(Exception):
    """A file of `content/_data` that nothing can be built without is broken: `problems` say which and where."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problème(s) dans {DONNEES}")
        self.problems = problems


@dataclass(frozen=True, eq=False)
class Donnees:
    """What every record is read against. Compared by identity: there is one a run.

    `problemes` are those of its own files: warnings, and errors of the network and of what explains only, since with
    any other error there are no data.
    """

    vocabulaires: Vocabulaires
    territoire: Territoire
    feries: Feries
    vacances: Mapping[str, Vacances]
    lignes_d_aide: tuple[GroupeDeLignes, ...]
    editeur: Editeur
    synonymes: Synonymes = field(default_factory=Synonymes)
    reseau: Reseau = field(default_factory=Reseau)
    explications: Explications = field(default_factory=Explications)
    problemes: tuple[Problem, ...] = ()

    def ids(self, vocabulaire: str) -> frozenset[str]:
        """Return the ids of a vocabulary, or the slugs of a sort of places."""
        return self._ids[vocabulaire]

    def plus_proches(self, vocabulaire: str, valeur: str) -> list[str]:
        """Return the ids nearest to what was written, best first."""
        if vocabulaire == "quartiers" and (quartier := self.territoire.quartier(_code(valeur))):
            return [quartier.slug]  # its code in the Monitoring
        if vocabulaire in DU_TERRITOIRE:
            places = self._endroits[vocabulaire]
            return _nearest_places({name: p.slug for p in places for name in (p.slug, *p.nom.values())}, valeur)
        return self.vocabulaires[vocabulaire].plus_proche(valeur)

    @cached_property
    def ids_des_lignes(self) -> frozenset[str]:
        """Ids of the records that `lignes-d-aide.yml` names."""
        return frozenset(id_ for groupe in self.lignes_d_aide for id_ in groupe.fiches)

    @cached_property
    def _ids(self) -> Mapping[str, frozenset[str]]:
        named = {name: frozenset(vocabulary.ids) for name, vocabulary in self.vocabulaires.par_nom.items()}
        return named | {name: frozenset(p.slug for p in places) for name, places in self._endroits.items()}

    @property
    def _endroits(self) -> Mapping[str, Sequence[Quartier | Commune | Bassin]]:
        """Places by the name of the vocabulary that they make (`DU_TERRITOIRE`)."""
        return {name: getattr(self.territoire, name) for name in DU_TERRITOIRE}


def _code(valeur: str) -> int:
    return int(valeur) if valeur.isascii() and valeur.isdecimal() and len(valeur) <= 4 else -1


def _nearest_places(names: Mapping[str, str], valeur: str) -> list[str]:
    """Return the slugs of the places whose name is nearest; where one is the very name, those alone."""
    from rapidfuzz import fuzz, process, utils

    plain = utils.default_process
    if exact := {slug for name, slug in names.items() if plain(name) == plain(valeur)}:
        return sorted(exact)
    found = process.extract(valeur, list(names), scorer=fuzz.WRatio, processor=plain, limit=6)
    return list(dict.fromkeys(names[name] for name, score, _ in found if score >= 60))


@dataclass(frozen=True, eq=False)
class Projet:
    """A folder read: `lues` in the order of file names, `problemes` those of bytes, YAML and values (not of rules)."""

    racine: Path
    donnees: Donnees
    lues: tuple[FicheLue, ...]
    problemes: list[Problem] = field(default_factory=list)


def read_project(racine: Path) -> Projet:
    """Read a project. `DonneesIllisibles` where `content/_data` itself is broken; OSError where it cannot be read."""
    donnees = read_data(racine)
    lues: list[FicheLue] = []
    problems: list[Problem] = []
    problems += donnees.problemes
    arbre = tree(racine)
    for name in record_names(arbre):
        lue, found = read_record(name, bytes_of(f"{racine}/{name}"), donnees)
        lues.append(lue)
        problems += found
    problems += strays(racine, arbre)
    return Projet(racine, donnees, tuple(lues), problems)


def read_data(racine: Path) -> Donnees:
    """Read `content/_data`. `DonneesIllisibles` with what is wrong, where something is; OSError as `read_project`."""
    reader = _DataReader(racine)
    folder = racine / DONNEES
    named = (vocabularies() - DU_TERRITOIRE) | {p.stem for p in (folder / "vocabulaires").glob("*.yml")}
    terms = {name: reader.document(folder / "vocabulaires" / f"{name}.yml", list) for name in sorted(named)}
    territory = folder / "territoires"
    donnees_territoire = DonneesTerritoire(
        quartiers=reader.json(territory / "quartiers.geojson"),
        communes=reader.json(territory / "communes.geojson"),
        bassins=reader.document(territory / "bassins.yml", list).donnees,
        reperes=reader.json(territory / "reperes.geojson"),
        rues=reader.rows(territory / "rues.csv"),
    )
    feries = reader.document(folder / "calendriers" / "jours_feries.yml", dict)
    vacances = reader.document(folder / "calendriers" / "vacances_scolaires.yml", dict)
    lignes = reader.document(folder / "lignes-d-aide.yml", list)
    publisher = reader.document(folder / "editeur.yml", dict)
    words = {p.stem: reader.document(p, dict) for p in sorted((folder / "synonymes").glob("*.yml"))}
    reader.stop_on_problems()
    vocabulaires = reader.terms(terms)
    editeur, found = validate(publisher, Editeur, _NoVocabulary())
    reader.problems += found
    groupes = reader.items(lignes, GroupeDeLignes)
    built = (
        reader.build(f"{DONNEES}/territoires", lambda: construire_territoire(donnees_territoire)),
        reader.build(feries.fichier, lambda: lire_feries(feries.donnees)),
        reader.build(vacances.fichier, lambda: {code: lire_vacances(vacances.donnees[code]) for code in CALENDRIERS}),
    )
    reader.stop_on_problems()
    if vocabulaires is None or editeur is None:
        raise DonneesIllisibles(reader.problems)
    themes, quartiers = vocabulaires["themes"], {quartier.slug for quartier in built[0].quartiers}
    synonymes, found = read_synonyms(words, themes.ids, quartiers, themes.plus_proche)
    donnees = Donnees(vocabulaires, *built, groupes, editeur, synonymes)
    reseau, unread = read_network(folder, racine, donnees)
    explications, unclear = read_explanations(folder, racine, donnees)
    problems = (*reader.problems, *found, *unread, *unclear)
    return replace(donnees, reseau=reseau, explications=explications, problemes=problems)


class _NoVocabulary:
    """What the publisher's file and the groups of help lines are read against: they draw on no vocabulary."""

    def ids(self, vocabulaire: str) -> frozenset[str]:  # noqa: ARG002
        return frozenset()

    def plus_proches(self, vocabulaire: str, valeur: str) -> list[str]:  # noqa: ARG002
        return []


class _DataReader:
    """Reads the files of `content/_data` and gathers what is wrong with them."""

    def __init__(self, racine: Path) -> None:
        self.racine = racine
        self.problems: list[Problem] = []

    def document(self, path: Path, attendu: type) -> Document:
        name = self._name(path)
        if not self._is_there(path):
            return Document(name, ())
        document, problems = read_document(name, path.read_bytes(), attendu, TAILLE_MAX_DONNEES)
        self.problems += problems
        return document

    def json(self, path: Path) -> Any:
        if not self._is_there(path):
            return None
        try:
            return json.loads(path.read_bytes())
        except json.JSONDecodeError as error:
            self._broken(self._name(path), error.msg, error.lineno, error.colno)
        except (ValueError, RecursionError) as error:
            self._broken(self._name(path), str(error))
        return None

    def rows(self, path: Path) -> Iterable[dict[str, str]]:
        if not self._is_there(path):
            return []
        try:
            return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        except (ValueError, csv.Error) as error:
            self._broken(self._name(path), str(error))
            return []

    def terms(self, documents: Mapping[str, Document]) -> Vocabulaires | None:
        try:
            return construire_vocabulaires({name: document.donnees for name, document in documents.items()})
        except TermeInvalide as error:
            document = documents[error.vocabulaire]
            self.problems.append(document.probleme("donnees-invalides", (error.rang,), detail=str(error)))
            return None

    def items(self, document: Document, model: type[M]) -> tuple[M, ...]:
        found = []
        for rank, item in enumerate(document.donnees):
            try:
                found.append(model.model_validate(item))
            except ValidationError as error:
                self.problems += refusals(document, error, model, _NoVocabulary(), (rank,))
        return tuple(found)

    def build(self, name: str, builder: Callable[[], Any]) -> Any:
        try:
            return builder()
        except KeyError as error:
            missing = str(error.args[0])
            self.problems.append(
                Document(name, ()).a("champ-manquant", 1, 1, manquant=missing, exemple=f"{missing}: …")
            )
        except (AttributeError, IndexError, TypeError, ValueError) as error:
            self._broken(name, str(error))
        return None

    def stop_on_problems(self) -> None:
        if any(problem.gravite == "erreur" for problem in self.problems):
            raise DonneesIllisibles(self.problems)

    def _name(self, path: Path) -> str:
        return path.relative_to(self.racine).as_posix()

    def _is_there(self, path: Path) -> bool:
        there = path.is_file()
        if not there:
            self.problems.append(Document(self._name(path), ()).a("fichier-absent", 1, 1))
        return there

    def _broken(self, name: str, detail: str, ligne: int = 1, colonne: int = 1) -> None:
        self.problems.append(Document(name, ()).a("donnees-invalides", ligne, colonne, detail=detail))
