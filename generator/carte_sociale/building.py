"""From a project folder to a site folder: the pipeline, in the order in which it runs."""

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from carte_sociale.atlas.atlas import build_atlas
from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.exports import data_files
from carte_sociale.loading.project import DonneesIllisibles, Projet, read_project
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.prose import Prose
from carte_sociale.pages import all_pages
from carte_sociale.problems import Gravite, Problem
from carte_sociale.rendering.guide import read_guide
from carte_sociale.rendering.places import theme_folder
from carte_sociale.rendering.site import render, write_files
from carte_sociale.rendering.staging import staged
from carte_sociale.routes import Edition
from carte_sociale.rules import Contexte, verifier


@dataclass(slots=True)
class Construction:
    """What a build did, or why it did nothing: with an error among `problemes` the old site stays as it was."""

    problemes: list[Problem] = field(default_factory=list)
    fiches: int = 0
    pages: int = 0
    secondes: dict[str, float] = field(default_factory=dict)

    @property
    def refusee(self) -> bool:
        """Whether an error stopped the build."""
        return any(problem.gravite is Gravite.ERREUR for problem in self.problemes)

    def mesures(self) -> dict[str, object]:
        """Return what `--mesures` writes: counts, seconds by phase, and peak memory in megabytes."""
        kilobytes = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        seconds = {phase: round(spent, 3) for phase, spent in self.secondes.items()}
        return {
            "fiches": self.fiches,
            "pages": self.pages,
            "langues": len(LANGUES_DU_SITE),
            "secondes": {"total": round(sum(self.secondes.values()), 3), **seconds},
            "memoire_max_mo": round(kilobytes / 1024, 1),
        }

    @contextmanager
    def phase(self, nom: str) -> Iterator[None]:
        """Measure what happens inside as one phase."""
        start = time.perf_counter()
        yield
        self.secondes[nom] = time.perf_counter() - start


def check(
    racine: Path, aujourdhui: date, demandee: Callable[[str], bool] = lambda _: False
) -> tuple[Projet | None, list[Problem]]:
    """Return the project (None where `content/_data` is broken) and every problem of it, sorted by place.

    `demandee` tells the files that the run is about (`Contexte.demandee`).
    """
    try:
        projet = read_project(racine)
    except DonneesIllisibles as broken:
        return None, sorted(broken.problems)
    donnees = projet.donnees
    index = TerritoryIndex(donnees.territoire)
    contexte = Contexte.des_lues(projet.lues, donnees, index, aujourdhui, donnees.editeur.production, demandee)
    return projet, sorted(projet.problemes + verifier(contexte))


def build_site(
    racine: Path,
    sortie: Path,
    prose: Callable[[], tuple[Prose, ...]],
    aujourdhui: date,
    edition: Edition = Edition.WEB,
) -> Construction:
    """Build the whole site of `racine` into `sortie`. OSError where a folder cannot be read or written."""
    construction = Construction()
    with construction.phase("validation"):
        projet, construction.problemes = check(racine, aujourdhui)
    if projet is None:
        return construction
    construction.fiches = len(projet.lues)
    if construction.refusee:
        return construction
    with construction.phase("prose"):
        texts = prose()
    with construction.phase("atlas"):
        atlas = build_atlas(projet)
        # Invented examples never stand on a public site.
        guide = None if atlas.donnees.editeur.production else read_guide(theme_folder(), atlas)
        pages = list(all_pages(atlas, texts, guide))
    construction.pages = len(pages)
    with construction.phase("ecriture"), staged(sortie) as draft:
        write_files(draft, render(atlas, pages, theme_folder(), edition))
        write_files(draft, data_files(atlas, (page.adresse for page in pages if page.indexee)))
    return construction
