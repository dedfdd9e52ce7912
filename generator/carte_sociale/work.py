"""One build at work: which records and pages are to be made again, by whom, and what is kept for the next build.

What is kept (`Produits`, signatures of pages, fragments) is keyed by all that a page is made of but the records: the
program, the theme, `content/_data`, the help lines in every footer, the edition, the languages and the day.
"""

import contextlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas, entry_maker
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.notices import Notice
from carte_sociale.exports import DONNEES, calendars, robots, sitemap
from carte_sociale.gardes import GABARITS, GARDE, Garde, few_packs, forget_elsewhere, tidy
from carte_sociale.keeping import digest_of, load, reserved, store
from carte_sociale.model.prose import Prose
from carte_sociale.pages import shared_pages
from carte_sociale.pages.page import Page
from carte_sociale.pages.signature import signature
from carte_sociale.processes import share
from carte_sociale.producing import Atelier, Attente, MagasinEcrit, Produit, Tableur, data_of, mark_of
from carte_sociale.reading import Lecteur, Releve, lots
from carte_sociale.remembering import Changements, changes
from carte_sociale.rendering.assets import Assets, gather_assets
from carte_sociale.rendering.code import CODES
from carte_sociale.rendering.guide import read_guide
from carte_sociale.rendering.icons import icon
from carte_sociale.rendering.packs import PackAbime, PackReader, PackRefuse
from carte_sociale.rendering.site import Rendu
from carte_sociale.rendering.staging import Draft
from carte_sociale.routes import Edition
from carte_sociale.search.files import Index, write_common, write_index
from carte_sociale.search.hours import packs


class Chantier:
    """One build. `reserve` first; then `produire`, `assembler`, `publier`, or `renoncer` after `produire`."""

    def __init__(
        self, lecteur: Lecteur, draft: Draft, theme: Path, edition: Edition, langues: tuple[str, ...], processus: int
    ) -> None:
        self._lecteur, self._draft, self._theme, self._edition = lecteur, draft, theme, edition
        self._langues, self._processes = langues, processus
        self._produits: dict[str, Produit] = {}
        self._empreintes: dict[str, str] = {}
        self._kept = Garde()
        self._next = Garde()
        self._touched: set[str] = set()
        """Files of the draft that hold, or may hold, something else than it began with."""
        self._held_files: set[str] = set()

    @contextmanager
    def reserve(self) -> Iterator[None]:
        """Take what the last build kept; where there is no place to keep anything, or it is in use, do without."""
        folder = self._lecteur.garde
        self._assets, self._asset_files = self._gathered(folder)
        with tempfile.TemporaryDirectory(prefix="carte-sociale-") as passing:
            self._folder = Path(passing)
            self._lasting: Path | None = None
            if folder is None:
                yield
                return
            own = folder / f"{self._edition}-{'-'.join(self._langues)}"
            with contextlib.suppress(OSError):
                own.mkdir(mode=0o700)
            with reserved(own) as alone:
                if alone:
                    self._folder = self._lasting = own
                    self._kept = load(own / GARDE, self._key) or Garde()
                    CODES.conserves |= load(own / GABARITS, self._key) or {}
                    tidy(own, self._kept)
                try:
                    yield
                except (PackAbime, PackRefuse):
                    self._kept = Garde()  # damaged, or too much for the disk: the next build must not find it again
                    raise
                finally:
                    if alone:
                        tidy(own, self._kept)

    @property
    def releves(self) -> list[Releve]:
        """What every file said, in the order of files."""
        return [self._produits[fichier].releve for fichier in self._lecteur.fichiers]

    @property
    def _by_id(self) -> dict[str, Produit]:
        """What was made of the records that may be shown, by id."""
        return {produit.notice.id: produit for produit in self._produits.values() if produit.notice}

    def produire(self) -> None:
        """Have something made of every record that changed."""
        atelier = self._atelier
        self._draft.survey()  # before processes are made, for all of them
        same = [f for f in self._lecteur.fichiers if self._is_same(f)]
        held = share(lots(same), self._held, self._processes)
        self._produits = {fichier: self._kept.produits[fichier] for some in held for fichier in some}
        present = self._draft.present
        for pages in (self._kept.produits[fichier].pages for fichier in same):
            self._touched.update(name for name, digest in pages.items() if present.get(name) != digest)
        self._held_files = set(self._produits)
        missing = [fichier for fichier in self._lecteur.fichiers if fichier not in self._produits]
        for made in share(lots(missing), atelier.produire, self._processes):
            for produit in made:
                self._produits[produit.releve.fichier] = produit
                self._touched.update(produit.pages)

    def _is_same(self, fichier: str) -> bool:
        kept = self._kept.produits.get(fichier)
        return kept is not None and kept.releve.empreinte == self._lecteur.empreinte(fichier)

    def _held(self, fichiers: Sequence[str]) -> list[str]:
        """Return the files all of whose pages could be kept."""
        pages = {fichier: self._kept.produits[fichier].pages for fichier in fichiers}
        return [f for f in fichiers if all(self._draft.keep(name, digest) for name, digest in pages[f].items())]

    def renoncer(self) -> None:
        """Leave the site as it is."""
        self._draft.abandon(self._touched)

    def assembler(self, prose: tuple[Prose, ...]) -> int:
        """Make the pages that show several records, and the data files; return how many pages the site has."""
        notices = sorted((p.notice for p in self._produits.values() if p.notice), key=lambda notice: notice.id)
        lines = self._atlas.lignes
        told, donnees = self._changements(), self._lecteur.donnees
        atlas: Atlas[Notice] = Atlas(donnees, self._lecteur.index, tuple(notices), lines, self._langues, told)
        self._finish(atlas)
        by_id = self._by_id
        reader = PackReader(self._folder)
        rendu = Rendu(
            atlas, self._theme, self._edition, self._assets, lambda langue: MagasinEcrit(reader, by_id, langue)
        )
        guide = None if atlas.donnees.editeur.production else read_guide(self._theme, atlas)
        index = self._write_index(atlas, rendu)
        pages = list(shared_pages(atlas, prose, guide, index))
        self._write_shared(rendu, pages)
        records = [name for produit in by_id.values() for name in produit.pages]
        tableur = Tableur(reader, atlas, by_id)
        self._renew(tableur.marques(), tableur.fichier)
        self._write_data(reader, [by_id[notice.id] for notice in notices], pages)
        self._empreintes |= {name: self._draft.write(name, content) for name, content in calendars(atlas)}
        for produit in by_id.values():
            self._empreintes |= produit.pages
        return len(pages) + len(records)

    def publier(self) -> None:
        """Put the new site in the old one's place, and keep what serves the next build.

        Where a record became secret since the last one, nothing that was made before is kept: it may say where it is.
        """
        self._next.secrets = frozenset(r.empreinte for r in self.releves if r.faits.sensible)
        forget = bool(self._next.secrets - self._kept.secrets)
        self._draft.publish(self._empreintes, keep=not forget)
        if self._lasting:
            made = {f: p for f, p in self._produits.items() if not (forget and f in self._held_files)}
            self._next.produits = few_packs(made)
            store(self._lasting / GARDE, self._key, self._next)
            if CODES.nouveaux:
                store(self._lasting / GABARITS, self._key, CODES.conserves)
            self._kept = self._next
            if forget:
                forget_elsewhere(self._lasting)

    # --- what is the same for every record

    @cached_property
    def _key(self) -> bytes:
        lines = b"".join(self._lecteur.empreinte(fichier) for fichier in self._line_files)
        shown = f"{self._edition} {self._langues} {sorted(self._asset_files)}".encode()
        return self._base + lines + shown

    @cached_property
    def _line_files(self) -> tuple[str, ...]:
        wanted = self._lecteur.donnees.ids_des_lignes
        names = ((fichier, fichier.rpartition("/")[2].rpartition(".")[0]) for fichier in self._lecteur.fichiers)
        return tuple(fichier for fichier, stem in names if stem in wanted)

    @cached_property
    def _base(self) -> bytes:
        """What everything is made of but the records: program, data, day, theme, and what bundles it."""
        tools = digest_of(self._theme.parent / "package-lock.json")
        return self._lecteur.cle + digest_of(self._theme) + tools

    def _gathered(self, folder: Path | None) -> tuple[dict[str, Assets], dict[str, bytes]]:
        kept = load(folder / "ressources", self._base) if folder else None
        if kept is not None:
            found: tuple[dict[str, Assets], dict[str, bytes]] = kept
            return found
        donnees = self._lecteur.donnees
        fond = donnees.editeur.fond_de_carte
        made = gather_assets(self._theme, donnees.feries, rues=bool(fond and fond.pmtiles))
        if folder:
            store(folder / "ressources", self._base, made)
        return made

    @cached_property
    def _atlas(self) -> Atlas[Entree]:
        """What every page shows of records: the help lines alone."""
        maker = entry_maker(self._lecteur.donnees, self._lecteur.index)
        read = (self._lecteur.lire(fichier)[1] for fichier in self._line_files)
        lines = {lue.id: maker.entry(lue.id, lue.fiche) for lue in read if lue.fiche is not None}
        return Atlas(self._lecteur.donnees, self._lecteur.index, (), lines, self._langues)

    @cached_property
    def _atelier(self) -> Atelier:
        rendu = Rendu(self._atlas, self._theme, self._edition, self._assets)
        return Atelier(self._lecteur, self._atlas, rendu, self._draft, self._folder)

    # --- steps

    def _finish(self, atlas: Atlas[Notice]) -> None:
        """Write the pages that name other records, and those that no longer do."""
        by_id = self._by_id
        waiting = []
        for produit in self._produits.values():
            if produit.notice is None:
                continue
            liens = atlas.liens_de(produit.notice)
            mark = mark_of(liens)
            if not produit.pages or mark != produit.liens:
                desks = {entree.id: by_id[entree.id] for entree, _ in liens.guichets}
                waiting.append(Attente(produit, liens, mark, desks))
        for made in share(lots(waiting), self._atelier.terminer, self._processes):
            self._produits |= {produit.releve.fichier: produit for produit in made}

    def _changements(self) -> Changements | None:
        """Return what the history says of the records that the site shows, but of those that keep an address secret."""
        lecteur = self._lecteur
        shown = (p.notice for p in self._produits.values() if p.notice and not p.releve.faits.sensible)
        ids = {notice.id: notice.anciens_ids for notice in shown}
        return changes(lecteur.racine, lecteur.donnees, ids, lecteur.garde, lecteur.cle, self._processes)

    def _write_index(self, atlas: Atlas[Notice], rendu: Rendu) -> dict[str, Index]:
        def put(written: dict[str, str], name: str, content: bytes) -> None:
            written[name] = self._draft.write(name, content)

        communs = write_common(atlas, icon, partial(put, self._empreintes))

        made = packs(atlas.donnees, atlas.entrees, self._kept.paquets)
        ordinary = (p.notice for p in self._produits.values() if p.notice and not p.releve.faits.sensible)
        self._next.paquets = packs(atlas.donnees, ordinary, made)

        def write(langue: str) -> tuple[Index, dict[str, str]]:
            written: dict[str, str] = {}
            cards, landmarks = partial(rendu.cartes, langue), rendu.reperes(langue)
            index = write_index(atlas, langue, communs, cards, landmarks, made, partial(put, written))
            return index, written

        indexes = dict(zip(self._langues, share(self._langues, write, self._processes), strict=True))
        for _, written in indexes.values():
            self._empreintes |= written
        return {langue: index for langue, (index, _) in indexes.items()}

    def _write_shared(self, rendu: Rendu, pages: Sequence[Page]) -> None:
        by_file = {routes.file_of(page.adresse): page for page in pages}
        marks = dict(zip(by_file, share(list(by_file.values()), signature, self._processes), strict=True))
        self._renew(marks, lambda name: rendu.fichier(by_file[name])[1])

    def _renew(self, marks: Mapping[str, bytes], make: Callable[[str], bytes]) -> None:
        """Make the files whose mark is not that of the last build; keep the others."""
        todo = []
        for name, mark in marks.items():
            before, digest = self._kept.pages.get(name, (b"", ""))
            if before == mark and self._draft.keep(name, digest):
                self._empreintes[name] = digest
            else:
                todo.append(name)
        self._empreintes |= share(todo, lambda name: (name, self._draft.write(name, make(name))), self._processes)
        self._next.pages |= {name: (mark, self._empreintes[name]) for name, mark in marks.items()}

    def _write_data(self, reader: PackReader, produits: Sequence[Produit], pages: Sequence[Page]) -> None:
        editeur = self._lecteur.donnees.editeur
        site = editeur.base

        def write(name: str) -> tuple[str, str]:
            if name == routes.PLAN_DU_SITE:
                content = sitemap(site, _indexed(pages, produits, self._langues), self._langues)
            else:
                content = DONNEES[name](editeur, (data_of(reader, produit) for produit in produits))
            return name, self._draft.write(name, content)

        self._empreintes |= share([*DONNEES, routes.PLAN_DU_SITE], write, self._processes)
        others = self._asset_files | {routes.ROBOTS: robots(site, editeur.production)}
        self._empreintes |= {name: self._draft.write(name, content) for name, content in others.items()}


def _indexed(pages: Iterable[Page], produits: Iterable[Produit], langues: Sequence[str]) -> Iterator[str]:
    """Give the addresses that search engines are told."""
    yield from (page.adresse for page in pages if page.indexee)
    ids = [produit.notice.id for produit in produits if produit.notice]
    yield from (routes.address("organisation", langue, id_) for langue in langues for id_ in ids)
