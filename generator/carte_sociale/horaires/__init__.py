"""Opening hours: words or OSM syntax → schedule → plain intervals, and the linter of traps. No I/O."""

from .calendriers import Feries, Periode, Vacances, lire_feries, lire_vacances
from .compact import compacter, paquet
from .compilation import Compile, Fermeture, Motif, compiler
from .comprehension import comprendre, comprendre_osm, heures_impossibles, jour_compris_par_le_h
from .diction import LigneSemaine, dire, dire_heures, semaine_affichee
from .ouverture import BRUXELLES, Etat, etat
from .relecture import CodePiege, Piege, pieges
from .resultats import Code, Compris, NonCompris

__all__ = [
    "BRUXELLES",
    "Code",
    "CodePiege",
    "Compile",
    "Compris",
    "Etat",
    "Feries",
    "Fermeture",
    "LigneSemaine",
    "Motif",
    "NonCompris",
    "Periode",
    "Piege",
    "Vacances",
    "compacter",
    "compiler",
    "comprendre",
    "comprendre_osm",
    "dire",
    "dire_heures",
    "etat",
    "heures_impossibles",
    "jour_compris_par_le_h",
    "lire_feries",
    "lire_vacances",
    "paquet",
    "pieges",
    "semaine_affichee",
]
