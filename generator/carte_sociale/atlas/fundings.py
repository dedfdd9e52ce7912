"""When the funding of projects ends, as far as sources say; what becomes of a project then, only its carrier knows."""

from collections.abc import Iterable
from dataclasses import dataclass

from carte_sociale.model.fiche import Reconnaissance
from carte_sociale.model.fields import DatePartielle
from carte_sociale.model.reseau import Projet


@dataclass(frozen=True, slots=True)
class Echeance:
    """The fundings of a project that end at the same time, one at least, in the order of its file."""

    projet: Projet
    fin: DatePartielle
    financements: tuple[Reconnaissance, ...]

    @property
    def mois(self) -> DatePartielle | None:
        """The month of the end, None where only its year is known."""
        return DatePartielle(self.fin.annee, self.fin.mois) if self.fin.mois else None

    @property
    def suites(self) -> tuple[Reconnaissance, ...]:
        """A funding for each thing that is said of what comes then."""
        return tuple({funding.renouvellement: funding for funding in self.financements}.values())


def echeances(projets: Iterable[Projet]) -> dict[int, list[Echeance]]:
    """Return the ends of funding by year, the last year first; in a year by date, those without a month at the end.

    A project of which fundings end on several dates of a year stands there as often; ids decide between equals.
    """
    ends: dict[tuple[str, DatePartielle], tuple[Projet, list[Reconnaissance]]] = {}
    for projet in projets:
        for funding in projet.financements:
            if funding.fin:
                ends.setdefault((projet.id, funding.fin), (projet, []))[1].append(funding)
    found = [Echeance(projet, fin, tuple(fundings)) for (_, fin), (projet, fundings) in ends.items()]
    found.sort(key=lambda e: (-e.fin.annee, e.fin.mois or 13, e.fin.jour or 32, e.projet.id))
    by_year: dict[int, list[Echeance]] = {}
    for echeance in found:
        by_year.setdefault(echeance.fin.annee, []).append(echeance)
    return by_year


def sans_fin(projets: Iterable[Projet]) -> list[Projet]:
    """Return the projects none of whose fundings has a known end, in the order given."""
    return [projet for projet in projets if not any(funding.fin for funding in projet.financements)]
