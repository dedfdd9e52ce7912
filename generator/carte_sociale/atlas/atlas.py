"""The atlas: every record, placed and read, and the questions that pages ask of all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from carte_sociale.atlas.entries import Entree, EntryMaker
from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading.project import Donnees, Projet
from carte_sociale.model.dispositif import Dispositif, dispositifs_du_quartier
from carte_sociale.model.fiche import Relation
from carte_sociale.model.vocabulary import Terme

CPAS = "cpas"
"""Id of the nature that every commune has one of."""
LIEU_DE_LIENS = "lieu-de-liens"
"""Id of the theme of those who run a lieu de liens among other services."""
SEUIL_THEME_COMMUNE = 3
"""Records that a theme needs in a commune to have a page of its own there."""

K = TypeVar("K")


@dataclass(frozen=True, eq=False)
class Atlas:
    """All that is shown. Entries stand in the order of their ids; pages sort them by name, distance or opening."""

    donnees: Donnees
    index: TerritoryIndex
    entrees: tuple[Entree, ...]

    @cached_property
    def par_id(self) -> Mapping[str, Entree]:
        """Entry by id."""
        return {entree.id: entree for entree in self.entrees}

    @cached_property
    def par_theme(self) -> Mapping[str, tuple[Entree, ...]]:
        """Entries by theme; every theme of the vocabulary is a key."""
        return self._grouped(lambda e: e.themes, self.donnees.vocabulaires["themes"].ids)

    @cached_property
    def par_commune(self) -> Mapping[str, tuple[Entree, ...]]:
        """Entries with a place in a commune, by slug; every commune is a key."""
        return self._grouped(lambda e: e.communes, [c.slug for c in self.donnees.territoire.communes])

    @cached_property
    def par_quartier(self) -> Mapping[int, tuple[Entree, ...]]:
        """Entries with a place in a quartier, by code; every quartier is a key."""
        return self._grouped(lambda e: e.quartiers, [q.code for q in self.donnees.territoire.quartiers])

    @cached_property
    def lieux_de_liens(self) -> tuple[Entree, ...]:
        """Every lieu de liens."""
        return tuple(entree for entree in self.entrees if entree.est_lieu_de_liens)

    @cached_property
    def aussi_lieux_de_liens(self) -> tuple[Entree, ...]:
        """Those who run a lieu de liens among other services."""
        return tuple(entree for entree in self.par_theme[LIEU_DE_LIENS] if not entree.est_lieu_de_liens)

    def cpas_de(self, communes: Iterable[str]) -> tuple[Entree, ...]:
        """The CPAS of some communes, by slug."""
        wanted = frozenset(communes)
        return tuple(e for e in self.entrees if e.fiche.nature == CPAS and wanted & set(e.communes))

    @cached_property
    def regionales(self) -> tuple[Entree, ...]:
        """Entries without any place in a commune: by phone, online, itinerant, or with an address kept secret."""
        return tuple(entree for entree in self.entrees if not entree.communes)

    @cached_property
    def lignes_d_aide(self) -> tuple[tuple[Mapping[str, str], tuple[Entree, ...]], ...]:
        """Groups of help lines in the order of `lignes-d-aide.yml`: (title by language, entries that exist)."""
        return tuple(
            (groupe.titre, tuple(self.par_id[id_] for id_ in groupe.fiches if id_ in self.par_id))
            for groupe in self.donnees.lignes_d_aide
        )

    @cached_property
    def redirections(self) -> Mapping[str, str]:
        """Former id → id of today."""
        return {ancien: e.id for e in self.entrees for ancien in e.fiche.anciens_ids}

    @cached_property
    def relations_vers(self) -> Mapping[str, tuple[tuple[Entree, Relation], ...]]:
        """For an id, the entries that declare a tie to it, with that tie."""
        ties: defaultdict[str, list[tuple[Entree, Relation]]] = defaultdict(list)
        for entree in self.entrees:
            for relation in entree.fiche.relations:
                ties[relation.vers].append((entree, relation))
        return {id_: tuple(found) for id_, found in ties.items()}

    def themes_de_commune(self, commune: str) -> tuple[str, ...]:
        """Themes with enough records in the commune for a page of their own, in the order of the vocabulary."""
        here = self.par_commune[commune]
        ids = self.donnees.vocabulaires["themes"].ids
        return tuple(t for t in ids if sum(t in e.themes for e in here) >= SEUIL_THEME_COMMUNE)

    def signales(self, entree: Entree) -> tuple[str, ...]:
        """Reasons (violence, addictions…) for which the pages of an entry offer a quick exit."""
        terms = (self.donnees.vocabulaires["themes"].get(theme) for theme in entree.themes)
        return tuple(dict.fromkeys(t.signale for t in terms if t and t.signale))

    def terme(self, vocabulaire: str, id_: str) -> Terme:
        """The term of a vocabulary. KeyError where it does not exist: records were validated before."""
        terme = self.donnees.vocabulaires[vocabulaire].get(id_)
        if terme is None:
            raise KeyError(f"{vocabulaire}: {id_}")
        return terme

    def dispositifs_de(self, code: int) -> tuple[tuple[Dispositif, str], ...]:
        """Dispositifs that cover a quartier, with how that is known."""
        return dispositifs_du_quartier(self.donnees.dispositifs, code)

    def _grouped(self, keys: Callable[[Entree], Iterable[K]], order: Iterable[K]) -> Mapping[K, tuple[Entree, ...]]:
        groups: dict[K, list[Entree]] = {key: [] for key in order}
        for entree in self.entrees:
            for key in keys(entree):
                groups[key].append(entree)
        return {key: tuple(found) for key, found in groups.items()}


def build_atlas(projet: Projet) -> Atlas:
    """Return the atlas of the records that could be read; the others are problems of the project."""
    donnees = projet.donnees
    index = TerritoryIndex(donnees.territoire)
    maker = entry_maker(donnees, index)
    readable = sorted(((lue.id, lue.fiche) for lue in projet.lues if lue.fiche is not None), key=lambda pair: pair[0])
    return Atlas(donnees, index, tuple(maker.entry(id_, fiche) for id_, fiche in readable))


def entry_maker(donnees: Donnees, index: TerritoryIndex) -> EntryMaker:
    """Return what makes entries against a project's own data."""
    precisions = donnees.vocabulaires["precisions_position"]
    approximate = frozenset(t.id for t in precisions if t.approximatif)
    return EntryMaker(index, approximate, donnees.feries, donnees.vacances)
