"""The ties of a quartier: who works with whom, as a drawing and as a table.

Everything in it has the same size and stands in the order of the alphabet: a drawing that pulled the best connected to
the middle would be a league table (`domain.md`, rule 5). Beyond `SEUIL` names the drawing keeps to the quartier, and
says so; the table holds everything, always.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.ties import Fil
from carte_sociale.model.territory import Quartier
from carte_sociale.pages.page import Page
from carte_sociale.routes import address

SEUIL = 60
"""Names that a drawing holds before it keeps to those of the quartier."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A tie in the drawing: the rows of both ends, from 0, and its place among the ties of the same two."""

    de: int
    vers: int
    sorte: str
    incertain: bool
    rang: int


@dataclass(frozen=True, slots=True)
class Dessin:
    """The drawing: names of the quartier, names from elsewhere, and the ties between their rows.

    Each group has a row for its heading, above it. `entier` is False where ties that lead out of the quartier are only
    in the table.
    """

    ici: tuple[Any, ...]
    ailleurs: tuple[Any, ...]
    arcs: tuple[Arc, ...]
    entier: bool

    @property
    def rangs(self) -> int:
        """How many rows it has, headings among them."""
        return 1 + len(self.ici) + (1 + len(self.ailleurs) if self.ailleurs else 0)


@dataclass(frozen=True, slots=True)
class Groupe:
    """Ties of one kind, by the names of their ends.

    Where the quartier has many, `dehors` holds those that lead out of it: (record here, whether it declares, ties).
    """

    sorte: str
    fils: tuple[Fil[Any], ...]
    dehors: tuple[tuple[Any, bool, tuple[Fil[Any], ...]], ...] = ()


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the page of the ties of each quartier, those without any among them."""
    for quartier in atlas.donnees.territoire.quartiers:
        yield _page(atlas, quartier, langue)


def _page(atlas: Atlas[Any], quartier: Quartier, langue: str) -> Page:
    here = atlas.par_nom(atlas.par_quartier[quartier.code], langue)
    ids = frozenset(entree.id for entree in here)
    fils = atlas.fils_de(here)
    dessin = drawing(atlas, fils, ids, langue)
    tied = {end.id for fil in fils for end in (fil.de, fil.vers)}
    return Page(
        address("reseau", langue, quartier.slug),
        langue,
        "reseau",
        "pages/reseau.html",
        {
            "quartier": quartier,
            "dessin": dessin,
            "groupes": groups(atlas, fils, ids, langue, apart=not dessin.entier),
            "fiches": {id_: atlas.par_id[id_] for id_ in _declaring(fils) if id_ in atlas.par_id},
            "sans_lien": [entree for entree in here if entree.id not in tied],
        },
    )


def drawing(atlas: Atlas[Any], fils: Sequence[Fil[Any]], ici: frozenset[str], langue: str) -> Dessin:
    """Return the drawing of ties; `ici` are the ids of the records of the quartier."""
    ends = {end.id: end for fil in fils for end in (fil.de, fil.vers)}
    whole = len(ends) <= SEUIL
    drawn = fils if whole else [fil for fil in fils if fil.de.id in ici and fil.vers.id in ici]
    shown = {end.id for fil in drawn for end in (fil.de, fil.vers)}
    inside = atlas.par_nom((ends[id_] for id_ in shown & ici), langue)
    outside = atlas.par_nom((ends[id_] for id_ in shown - ici), langue)
    rows = {entree.id: rank for rank, entree in enumerate(inside, 1)}
    rows |= {entree.id: rank for rank, entree in enumerate(outside, len(inside) + 2)}
    return Dessin(tuple(inside), tuple(outside), tuple(_arcs(drawn, rows)), whole)


def _arcs(fils: Iterable[Fil[Any]], rows: dict[str, int]) -> Iterator[Arc]:
    between: defaultdict[frozenset[str], int] = defaultdict(int)
    for fil in fils:
        pair = frozenset((fil.de.id, fil.vers.id))
        unsure = fil.relation.confirme_le is None or fil.contestee is not None
        yield Arc(rows[fil.de.id], rows[fil.vers.id], fil.relation.type, unsure, between[pair])
        between[pair] += 1


def groups(
    atlas: Atlas[Any], fils: Sequence[Fil[Any]], ici: frozenset[str], langue: str, *, apart: bool
) -> list[Groupe]:
    """Return ties by kind, in the order of the vocabulary; those that lead out stand `apart`, or with the others."""
    names = {end.id: end for fil in fils for end in (fil.de, fil.vers)}
    rank = {entree.id: place for place, entree in enumerate(atlas.par_nom(names.values(), langue))}
    by_kind: defaultdict[str, list[Fil[Any]]] = defaultdict(list)
    for fil in sorted(fils, key=lambda fil: (rank[fil.de.id], rank[fil.vers.id])):
        by_kind[fil.relation.type].append(fil)
    found = []
    for kind in atlas.donnees.vocabulaires["relations"].ids:
        ties = by_kind[kind]
        stay = [fil for fil in ties if not apart or (fil.de.id in ici and fil.vers.id in ici)]
        leave = [fil for fil in ties if apart and not (fil.de.id in ici and fil.vers.id in ici)]
        if ties:
            found.append(Groupe(kind, tuple(stay), tuple(_by_record(leave, ici, rank))))
    return found


def _by_record(
    fils: Iterable[Fil[Any]], ici: frozenset[str], rank: dict[str, int]
) -> Iterator[tuple[Any, bool, tuple[Fil[Any], ...]]]:
    """Ties that lead out of a quartier, under the record that is in it, one way and the other."""
    found: defaultdict[tuple[str, bool], list[Fil[Any]]] = defaultdict(list)
    for fil in fils:
        declares = fil.de.id in ici
        found[(fil.de if declares else fil.vers).id, declares].append(fil)
    for id_, declares in sorted(found, key=lambda key: (rank[key[0]], not key[1])):
        ties = tuple(found[id_, declares])
        yield (ties[0].de if declares else ties[0].vers), declares, ties


def _declaring(fils: Iterable[Fil[Any]]) -> list[str]:
    """Ids, or addresses of pages, of whoever declares these ties in another's name."""
    return sorted({fil.relation.declare_par for fil in fils if fil.relation.declare_par})
