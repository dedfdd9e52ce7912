"""From one record file to all that the site shows of it: pages, fragments for lists, a part of the data files.

A record's page is written as soon as the record is read, and the record is let go: 100,000 of them never stand in
memory together. Only a page that names other records (ties, hosts) waits until those are known.
"""

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from carte_sociale.atlas.atlas import Atlas, entry_maker
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.notices import Notice, notice_of
from carte_sociale.atlas.scopes import named, piece_of
from carte_sociale.atlas.ties import Liens
from carte_sociale.exports import QUI_FAIT_QUOI, Morceaux, lines_by_part, pieces
from carte_sociale.exports.who import LANGUE
from carte_sociale.loading.files import FichierChange
from carte_sociale.pages import pages_of_record
from carte_sociale.reading import Lecteur, Releve
from carte_sociale.rendering.packs import PackReader, PackWriter, Piece
from carte_sociale.rendering.site import Rendu
from carte_sociale.rendering.staging import Draft
from carte_sociale.routes import qui_fait_quoi

_RIEN: Mapping[str, Any] = {}
SANS_LIENS = b""
"""The mark of a page that names no other record."""


class Produit(NamedTuple):
    """What was made of one file. `notice` is None where it may not be shown: then nothing was made.

    `fragments` by language and name; `donnees` what it adds to JSON, GeoJSON (any number) and CSV; `lignes` what
    it adds to the files of who does what (`lines_by_part`); `pages` the digests of its pages by file, empty as long as
    they wait; `liens` marks the other records that they name; `entree` the entry, where its pages wait.
    """

    releve: Releve
    notice: Notice | None = None
    fragments: Mapping[str, Mapping[str, Piece]] = _RIEN
    donnees: tuple[Piece, ...] = ()
    lignes: Mapping[str, Piece] = _RIEN
    pages: Mapping[str, str] = _RIEN
    liens: bytes = SANS_LIENS
    entree: Piece | None = None


class Attente(NamedTuple):
    """A record whose pages name others: those, their mark, and what was made of those it shows whole (its desks)."""

    produit: Produit
    liens: Liens[Any]
    marque: bytes
    guichets: Mapping[str, Produit]


class Atelier:
    """Makes what is shown of records, in the process that it runs in."""

    def __init__(self, lecteur: Lecteur, atlas: Atlas[Any], rendu: Rendu, draft: Draft, dossier: Path) -> None:
        self._lecteur, self._atlas, self._rendu, self._draft = lecteur, atlas, rendu, draft
        self._maker = entry_maker(lecteur.donnees, lecteur.index)
        self._pack, self._passing = PackWriter(dossier), PackWriter(dossier)
        """The second one holds what is made of sensitive records: it does not outlive the build."""
        self._reader = PackReader(dossier)

    def produire(self, fichiers: Sequence[str]) -> list[Produit]:
        """Return what is made of some files; of one with an error, and of those after it, nothing is."""
        made = [self._produit(fichier) for fichier in fichiers]
        self._pack.flush()
        self._passing.flush()
        return made

    def _produit(self, fichier: str) -> Produit:
        releve, lue = self._lecteur.lire(fichier)
        if lue.fiche is None or releve.refuse:
            return Produit(releve)
        entree = self._maker.entry(lue.id, lue.fiche)
        notice = notice_of(entree, releve.empreinte)
        pack = self._passing if releve.faits.sensible else self._pack
        fragments = {
            langue: {name: pack.add(html.encode()) for name, html in self._rendu.fragments(entree, langue).items()}
            for langue in self._atlas.langues
        }
        parts = pieces(self._atlas, entree)
        data = tuple(pack.add(part) for part in (parts.json, parts.csv, *parts.geojson))
        lines = {name: pack.add(content) for name, content in lines_by_part(self._atlas, entree).items()}
        made = Produit(releve, notice, fragments, data, lines)
        if entree.relations or entree.hotes or entree.guichets:
            return made._replace(entree=pack.add(pickle.dumps(entree, protocol=5)))
        return made._replace(pages=self._pages(entree, Liens()))

    def terminer(self, attentes: Sequence[Attente]) -> list[Produit]:
        """Return products with pages that name other records, or no longer do. FichierChange where one changed."""
        return [self._complete(attente) for attente in attentes]

    def _complete(self, attente: Attente) -> Produit:
        produit, liens, mark, desks = attente
        whole = tuple((self._entree(desks[entree.id]), guichet) for entree, guichet in liens.guichets)
        pages = self._pages(self._entree(produit), replace(liens, guichets=whole), anew=bool(produit.pages))
        return produit._replace(pages=pages, liens=mark)

    def _entree(self, produit: Produit) -> Entree:
        """Return an entry as it was when its file was read: kept where its pages waited, else made of the file again.

        FichierChange where the file is no longer what it was.
        """
        if produit.entree:
            kept: Entree = pickle.loads(self._reader.read(produit.entree))
            return kept
        releve, lue = self._lecteur.lire(produit.releve.fichier)
        if lue.fiche is None or releve.empreinte != produit.releve.empreinte:
            raise FichierChange(releve.fichier)
        return self._maker.entry(lue.id, lue.fiche)

    def _pages(self, entree: Entree, liens: Liens[Any], *, anew: bool = False) -> dict[str, str]:
        files = (self._rendu.fichier(page) for page in pages_of_record(self._atlas, entree, liens))
        return {name: self._draft.write(name, content, anew=anew) for name, content in files}


class MagasinEcrit:
    """The fragments of one language that were written, by id of record."""

    def __init__(self, reader: PackReader, produits: Mapping[str, Produit], langue: str) -> None:
        self._reader, self._products, self._langue = reader, produits, langue

    def lire(self, entree: Any, nom: str) -> bytes:
        """Return one fragment of an entry. PackAbime where it was damaged."""
        return self._reader.read(piece_of(self._products[entree.id].fragments[self._langue], nom))


class Tableur:
    """Makes the files of who does what of the lines that were written, by id of record."""

    def __init__(self, reader: PackReader, atlas: Atlas[Notice], produits: Mapping[str, Produit]) -> None:
        self._reader, self._products = reader, produits
        self._here = atlas.portees.rangees(atlas.par_nom(atlas.entrees, LANGUE))
        self._files = {qui_fait_quoi(part, form): (part, form) for form in QUI_FAIT_QUOI for part in self._here}

    def marques(self) -> dict[str, bytes]:
        """Return the mark of each file: it changes with what the file holds."""
        marks = {
            part: blake2b(b"".join(notice.empreinte for notice in found), digest_size=16).digest()
            for part, found in self._here.items()
        }
        return {name: marks[part] for name, (part, _) in self._files.items()}

    def fichier(self, nom: str) -> bytes:
        """Return one file. PackAbime where a line was damaged."""
        part, form = self._files[nom]
        wanted = named(form, part)
        found = (self._products[notice.id].lignes for notice in self._here[part])
        return QUI_FAIT_QUOI[form](self._reader.read(piece_of(lines, wanted)) for lines in found)


def data_of(reader: PackReader, produit: Produit) -> Morceaux:
    """Return what a record adds to the data files."""
    json, csv, *features = (reader.read(piece) for piece in produit.donnees)
    return Morceaux(json, tuple(features), csv)


def mark_of(liens: Liens[Notice]) -> bytes:
    """Return the mark of the records that a page names: it changes with what it says of them."""
    if not liens:
        return SANS_LIENS
    parts: list[tuple[Any, ...]] = [
        (tie.autre.id, tie.autre.noms, tie.relation, tie.entrant, tie.contestee) for tie in liens.attaches
    ]
    parts.append(tuple((hote, entree.noms) for hote, entree in liens.hotes.items()))
    parts += [(entree.id, entree.empreinte) for entree, _ in liens.guichets]  # a desk shows the whole record
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
