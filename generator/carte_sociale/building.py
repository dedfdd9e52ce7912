"""From a project folder to a site folder: the pipeline, in the order in which it runs."""

import resource
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from carte_sociale.loading.project import DonneesIllisibles
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.prose import Prose
from carte_sociale.problems import Gravite, Problem
from carte_sociale.processes import Aside, cores, without_collections
from carte_sociale.reading import open_project
from carte_sociale.rendering.i18n import translations
from carte_sociale.rendering.packs import PackAbime, PackRefuse
from carte_sociale.rendering.places import theme_folder
from carte_sociale.rendering.staging import drafted
from carte_sociale.routes import Edition
from carte_sociale.work import Chantier


@dataclass(slots=True)
class Construction:
    """What a build did, or why it did nothing: with an error among `problemes` the old site stays as it was."""

    problemes: list[Problem] = field(default_factory=list)
    fiches: int = 0
    pages: int = 0
    langues: int = len(LANGUES_DU_SITE)
    secondes: dict[str, float] = field(default_factory=dict)

    @property
    def refusee(self) -> bool:
        """Whether an error stopped the build."""
        return any(problem.gravite is Gravite.ERREUR for problem in self.problemes)

    def mesures(self) -> dict[str, object]:
        """Return what `--mesures` writes: counts, seconds by phase, and the most memory of a process, in megabytes."""
        kilobytes = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        seconds = {phase: round(spent, 3) for phase, spent in self.secondes.items()}
        return {
            "fiches": self.fiches,
            "pages": self.pages,
            "langues": self.langues,
            "secondes": {"total": round(sum(self.secondes.values()), 3), **seconds},
            "memoire_max_mo": round(kilobytes / 1024, 1),
        }

    @contextmanager
    def phase(self, nom: str) -> Iterator[None]:
        """Measure what happens inside as one phase."""
        start = time.perf_counter()
        yield
        self.secondes[nom] = time.perf_counter() - start


def build_site(
    racine: Path,
    sortie: Path,
    prose: Callable[[], tuple[Prose, ...]],
    aujourdhui: date,
    edition: Edition = Edition.WEB,
    langues: Sequence[str] = LANGUES_DU_SITE,
    processus: int | None = None,
    attente: Callable[[], None] = lambda: None,
) -> Construction:
    """Build the whole site of `racine` into `sortie`, in some languages, on some processes (one a core).

    `attente` is called where another build writes the same site; this one then waits. OSError where a folder cannot be
    read or written.
    """
    translations.cache_clear()  # a catalogue may have changed since the last build of this process
    parts = (sortie, prose, edition, tuple(langues), processus or cores(), attente)
    try:
        return _built(racine, aujourdhui, True, *parts)
    except (PackAbime, PackRefuse):  # what is kept is damaged, or has no room: this build does without
        return _built(racine, aujourdhui, False, *parts)


def _built(
    racine: Path,
    aujourdhui: date,
    keep: bool,
    sortie: Path,
    prose: Callable[[], tuple[Prose, ...]],
    edition: Edition,
    langues: tuple[str, ...],
    processus: int,
    attente: Callable[[], None],
) -> Construction:
    construction = Construction(langues=len(langues))
    with without_collections(), ExitStack() as stack:
        draft = stack.enter_context(drafted(sortie, attente))
        texts = stack.enter_context(Aside(prose))
        with construction.phase("donnees"):
            try:
                lecteur = open_project(racine, aujourdhui, keep=keep)
            except DonneesIllisibles as broken:
                construction.problemes = sorted(broken.problems)
                draft.abandon()
                return construction
            chantier = Chantier(lecteur, draft, theme_folder(), edition, langues, processus)
            stack.enter_context(chantier.reserve())
        construction.fiches = len(lecteur.fichiers)
        with construction.phase("fiches"):
            chantier.produire()
        with construction.phase("ensemble"):
            construction.problemes = lecteur.ensemble(chantier.releves)
        if construction.refusee:
            chantier.renoncer()
            return construction
        with construction.phase("prose"):
            written = texts.result()
        with construction.phase("pages"):
            construction.pages = chantier.assembler(written)
        with construction.phase("publication"):
            chantier.publier()
    return construction
