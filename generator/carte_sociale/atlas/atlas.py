"""The atlas: every record, placed and read, and the questions that pages ask of all of them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from carte_sociale.atlas.changes import Changement
from carte_sociale.atlas.coverage import Couverture, coverage
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.glossary import Glossaire
from carte_sociale.atlas.making import EntryMaker
from carte_sociale.atlas.network import Actif, E, dispositifs_actifs, elements_actifs, propres
from carte_sociale.atlas.notices import Listable
from carte_sociale.atlas.order import ranks
from carte_sociale.atlas.roofs import Toit, roofs, roofs_near
from carte_sociale.atlas.scopes import Portees
from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.atlas.ties import Attache, Fil, Liens, contested
from carte_sociale.loading.project import Donnees, Projet
from carte_sociale.model.comparaison import Comparaison
from carte_sociale.model.dispositif import CLSS, Dispositif, dispositifs_de_la_commune
from carte_sociale.model.fiche import Contestation, Relation
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.territory import Quartier
from carte_sociale.model.vocabulary import Terme

CPAS = "cpas"
"""Id of the nature that every commune has one of."""
LIEU_DE_LIENS = "lieu-de-liens"
"""Id of the theme of those who run a lieu de liens among other services."""
SEUIL_THEME_COMMUNE = 3
"""Records that a theme needs in a commune to have a page of its own there."""

K = TypeVar("K")
L = TypeVar("L", bound=Listable)


@dataclass(frozen=True, eq=False)
class Atlas(Generic[L]):
    """All that is shown, of whole entries or of their notices, in the order of their ids; `par_nom` sorts them.

    `lignes` are the help lines, whole: every page shows them. `langues` are those that the site is built in.
    `changements` is what the history of the project says of records, by id; None where it says nothing.
    """

    donnees: Donnees
    index: TerritoryIndex
    entrees: tuple[L, ...]
    lignes: Mapping[str, Entree]
    langues: tuple[str, ...] = LANGUES_DU_SITE
    changements: Mapping[str, Changement] | None = None

    @cached_property
    def par_id(self) -> Mapping[str, L]:
        """Entry by id."""
        return {entree.id: entree for entree in self.entrees}

    @cached_property
    def _rangs(self) -> dict[str, dict[str, int]]:
        return {}

    def par_nom(self, entrees: Iterable[L], langue: str) -> list[L]:
        """Entries of the atlas by name in `langue` (their id decides between equals)."""
        if langue not in self._rangs:
            self._rangs[langue] = ranks(self.entrees, langue)
        rank = self._rangs[langue]
        return sorted(entrees, key=lambda entree: rank[entree.id])

    @cached_property
    def par_theme(self) -> Mapping[str, tuple[L, ...]]:
        """Entries by theme; every theme of the vocabulary is a key."""
        return self._grouped(lambda e: e.themes, self.donnees.vocabulaires["themes"].ids)

    @cached_property
    def par_nature(self) -> Mapping[str, tuple[L, ...]]:
        """Entries by nature; every nature of the vocabulary is a key."""
        return self._grouped(lambda e: (e.nature,), self.donnees.vocabulaires["natures"].ids)

    @cached_property
    def par_commune(self) -> Mapping[str, tuple[L, ...]]:
        """Entries with a place in a commune, by slug; every commune is a key."""
        return self._grouped(lambda e: e.communes, [c.slug for c in self.donnees.territoire.communes])

    @cached_property
    def par_quartier(self) -> Mapping[int, tuple[L, ...]]:
        """Entries with a place in a quartier, by code; every quartier is a key."""
        return self._grouped(lambda e: e.quartiers, [q.code for q in self.donnees.territoire.quartiers])

    @cached_property
    def couverture(self) -> Mapping[tuple[int, str], Couverture[L]]:
        """What the list holds near each quartier that people live in (by code) of each theme: every pair is a key."""
        lived_in = [quartier for quartier in self.donnees.territoire.quartiers if quartier.habite]
        return coverage(self.entrees, self.donnees.vocabulaires["themes"].ids, lived_in, self.index)

    @cached_property
    def portees(self) -> Portees:
        """Finds the parts of the Region that have a table of who does what."""
        return Portees(self.index)

    @cached_property
    def effectifs(self) -> Mapping[int, int]:
        """How many entries have a place in each quartier, by code."""
        return {code: len(found) for code, found in self.par_quartier.items()}

    @cached_property
    def lieux_de_liens(self) -> tuple[L, ...]:
        """Every lieu de liens."""
        return tuple(entree for entree in self.entrees if entree.est_lieu_de_liens)

    @cached_property
    def aussi_lieux_de_liens(self) -> tuple[L, ...]:
        """Those who run a lieu de liens among other services."""
        return tuple(entree for entree in self.par_theme[LIEU_DE_LIENS] if not entree.est_lieu_de_liens)

    def cpas_de(self, communes: Iterable[str]) -> tuple[L, ...]:
        """The CPAS of some communes, by slug."""
        wanted = frozenset(communes)
        return tuple(e for e in self._cpas if wanted & set(e.communes))

    @cached_property
    def _cpas(self) -> tuple[L, ...]:
        return tuple(e for e in self.entrees if e.nature == CPAS)

    @cached_property
    def regionales(self) -> tuple[L, ...]:
        """Entries without any place in a commune: by phone, online, itinerant, or with an address kept secret."""
        return tuple(entree for entree in self.entrees if not entree.communes)

    @cached_property
    def lignes_d_aide(self) -> tuple[tuple[Mapping[str, str], tuple[Entree, ...]], ...]:
        """Groups of help lines in the order of `lignes-d-aide.yml`: (title by language, entries that exist)."""
        return tuple(
            (groupe.titre, tuple(self.lignes[id_] for id_ in groupe.fiches if id_ in self.lignes))
            for groupe in self.donnees.lignes_d_aide
        )

    @cached_property
    def redirections(self) -> Mapping[str, str]:
        """Former id → id of today."""
        return {ancien: e.id for e in self.entrees for ancien in e.anciens_ids}

    @cached_property
    def _relations_vers(self) -> Mapping[str, tuple[tuple[L, Relation], ...]]:
        ties: defaultdict[str, list[tuple[L, Relation]]] = defaultdict(list)
        for entree in self.entrees:
            for relation in entree.relations:
                ties[relation.vers].append((entree, relation))
        return {id_: tuple(found) for id_, found in ties.items()}

    def liens_de(self, entree: Listable) -> Liens[L]:
        """The records that the page of an entry names. KeyError where it names one that does not exist."""
        own = (Attache(self.par_id[r.vers], r, False, self._contested(r, entree.id)) for r in entree.relations)
        others = (
            Attache(other, r, True, contested(r, other.id, entree.contestations))
            for other, r in self._relations_vers.get(entree.id, ())
        )
        return Liens(
            (*own, *others),
            {hote: self.par_id[hote] for hote in entree.hotes if hote in self.par_id},
            tuple((self.par_id[guichet.fiche], guichet) for guichet in entree.guichets),
        )

    def fils_de(self, entrees: Iterable[L]) -> tuple[Fil[L], ...]:
        """The ties with an end among some entries, each once, as they are declared. KeyError as `liens_de`."""
        here = {entree.id: entree for entree in entrees}
        declared = [(entree, r) for entree in here.values() for r in entree.relations]
        declared += [
            (other, r) for id_ in here for other, r in self._relations_vers.get(id_, ()) if other.id not in here
        ]
        return tuple(Fil(de, self.par_id[r.vers], r, self._contested(r, de.id)) for de, r in declared)

    def _contested(self, relation: Relation, de: str) -> Contestation | None:
        return contested(relation, de, self.par_id[relation.vers].contestations)

    @cached_property
    def _comptes(self) -> Mapping[str, Counter[str]]:
        found = {}
        for commune, here in self.par_commune.items():
            found[commune] = Counter(theme for entree in here for theme in entree.themes)
        return found

    def nombre(self, theme: str, commune: str) -> int:
        """How many entries of a commune have a theme."""
        return self._comptes[commune][theme]

    @cached_property
    def _themes_par_commune(self) -> Mapping[str, tuple[str, ...]]:
        ids = self.donnees.vocabulaires["themes"].ids
        return {
            commune: tuple(theme for theme in ids if count[theme] >= SEUIL_THEME_COMMUNE)
            for commune, count in self._comptes.items()
        }

    def themes_de_commune(self, commune: str) -> tuple[str, ...]:
        """Themes with enough records in the commune for a page of their own, in the order of the vocabulary."""
        return self._themes_par_commune[commune]

    def signales(self, entree: Listable) -> tuple[str, ...]:
        """Reasons (violence, addictions…) for which the pages of an entry offer a quick exit."""
        terms = (self.donnees.vocabulaires["themes"].get(theme) for theme in entree.themes)
        return tuple(dict.fromkeys(t.signale for t in terms if t and t.signale))

    def terme(self, vocabulaire: str, id_: str) -> Terme:
        """The term of a vocabulary. KeyError where it does not exist: records were validated before."""
        terme = self.donnees.vocabulaires[vocabulaire].get(id_)
        if terme is None:
            raise KeyError(f"{vocabulaire}: {id_}")
        return terme

    def dispositifs_actifs(self, quartier: Quartier) -> list[Actif[Dispositif]]:
        """Dispositifs active in a quartier, each with how far it reaches."""
        return self._actifs[quartier.code]

    @cached_property
    def _actifs(self) -> Mapping[int, list[Actif[Dispositif]]]:
        """By code of quartier, once for the pages of every language."""
        known = self.donnees.reseau.dispositifs
        return {q.code: dispositifs_actifs(known, q, self.index) for q in self.donnees.territoire.quartiers}

    @cached_property
    def toits(self) -> Mapping[int, list[Toit[L]]]:
        """The roofs near each quartier, by its code (`roofs.roofs_near`)."""
        found = roofs(self.entrees)
        return {q.code: roofs_near(found, q.code, self.index) for q in self.donnees.territoire.quartiers}

    def elements_actifs(self, elements: Iterable[E], quartier: Quartier) -> list[E]:
        """The projects, poolings or meetings active in a quartier, in the order given."""
        own = propres(self.dispositifs_actifs(quartier))
        here = frozenset(entree.id for entree in self.par_quartier[quartier.code])
        return [actif.chose for actif in elements_actifs(elements, quartier, own, here)]

    def contrats_de(self, code: int) -> tuple[tuple[Dispositif, str], ...]:
        """Local social-health contracts of a quartier, by its code, or of all its commune, with how that is known."""
        quartier = self.donnees.territoire.quartier(code)
        if quartier is None:
            return ()
        active = self.dispositifs_actifs(quartier)
        return tuple((actif.chose, actif.lien) for actif in active if actif.chose.type == CLSS)

    def contrats_de_commune(self, slug: str) -> tuple[tuple[Dispositif, str], ...]:
        """Local social-health contracts of a commune, whole or in part, with how that is known."""
        found = dispositifs_de_la_commune(self.donnees.reseau.dispositifs, slug)
        return tuple((d, lien) for d, lien in found if d.type == CLSS)

    @cached_property
    def glossaire(self) -> Glossaire:
        """The words of the field."""
        return Glossaire(self.donnees.explications.mots)

    @cached_property
    def _comparaisons(self) -> Mapping[tuple[str, str], tuple[Comparaison, ...]]:
        found: defaultdict[tuple[str, str], list[Comparaison]] = defaultdict(list)
        for sheet in self.donnees.explications.comparaisons.values():
            for link in sheet.liens:
                found[link].append(sheet)
        return {link: tuple(sheets) for link, sheets in found.items()}

    def comparaisons_de(self, *liens: tuple[str, str]) -> tuple[Comparaison, ...]:
        """Sheets that compare one of some things, each once: (`natures`, id), (`themes`, id)… (`Comparaison.liens`)."""
        sheets = {sheet.id: sheet for link in liens for sheet in self._comparaisons.get(link, ())}
        return tuple(sheets.values())

    def comparaisons_de_fiche(self, entree: Listable) -> tuple[Comparaison, ...]:
        """Sheets that compare what a record is, then those that compare what it is for."""
        return self.comparaisons_de(("natures", entree.nature), *(("themes", theme) for theme in entree.themes))

    def _grouped(self, keys: Callable[[L], Iterable[K]], order: Iterable[K]) -> Mapping[K, tuple[L, ...]]:
        groups: dict[K, list[L]] = {key: [] for key in order}
        for entree in self.entrees:
            for key in keys(entree):
                groups[key].append(entree)
        return {key: tuple(found) for key, found in groups.items()}


def build_atlas(projet: Projet) -> Atlas[Entree]:
    """Return the atlas of the records that could be read, whole; the others are problems of the project."""
    donnees = projet.donnees
    index = TerritoryIndex(donnees.territoire)
    maker = entry_maker(donnees, index)
    readable = sorted(((lue.id, lue.fiche) for lue in projet.lues if lue.fiche is not None), key=lambda pair: pair[0])
    return atlas_of(donnees, index, (maker.entry(id_, fiche) for id_, fiche in readable))


def atlas_of(donnees: Donnees, index: TerritoryIndex, entrees: Iterable[Entree]) -> Atlas[Entree]:
    """Return the atlas of some whole entries, help lines among them."""
    found = tuple(entrees)
    wanted = donnees.ids_des_lignes
    return Atlas(donnees, index, found, {entree.id: entree for entree in found if entree.id in wanted})


def entry_maker(donnees: Donnees, index: TerritoryIndex) -> EntryMaker:
    """Return what makes entries against a project's own data."""
    precisions = donnees.vocabulaires["precisions_position"]
    approximate = frozenset(t.id for t in precisions if t.approximatif)
    return EntryMaker(index, approximate, donnees.feries, donnees.vacances)
