"""What reading a schedule gives: understood, or not, with the part that was not."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Langue = Literal["fr", "nl"]


class Code(StrEnum):
    """Why a schedule was not understood; messages live with the other messages of the program."""

    VIDE = "vide"
    INCONNU = "mot_inconnu"
    AMBIGU = "langue_ambigue"
    JOURS_MANQUANTS = "jours_manquants"
    HEURES_MANQUANTES = "heures_manquantes"
    FIN_MANQUANTE = "fin_manquante"
    SANS_UNITE = "heure_sans_unite"
    IMPOSSIBLE = "heure_impossible"
    DUREE_NULLE = "duree_nulle"
    DATE_IMPOSSIBLE = "date_impossible"
    ACCES = "acces_pas_horaire"
    APPROXIMATIF = "approximatif"
    MOMENT = "moment_sans_heure"
    ALTERNANCE = "une_semaine_sur_deux"
    REMARQUE = "remarque"
    DEUX_FOIS = "jour_dit_deux_fois"
    CHEVAUCHEMENT = "heures_qui_se_chevauchent"
    SAISON = "saison_ambigue"
    PERIODE = "periode_ambigue"
    CONTRADICTION = "contradiction"
    HORS_CADRE = "osm_hors_cadre"
    TROP_LONG = "trop_long"


@dataclass(frozen=True, slots=True)
class Compris:
    """An understood schedule: normal OSM string, how it was written, what it says of holidays."""

    osm: str
    langue: Literal["osm", "fr", "nl"]
    mentionne_feries: bool
    mentionne_vacances: bool


@dataclass(frozen=True, slots=True)
class NonCompris:
    """The part that was not understood (``texte[debut:fin] == partie``), why, and what could be written instead.

    ``suggestions`` are whole schedules or replacements of the part, nearest first; they may be empty.
    """

    code: Code
    partie: str
    debut: int
    fin: int
    suggestions: tuple[str, ...] = ()


class Incompris(Exception):
    """Raised inside the readers only, turned into `NonCompris` at their edge."""

    def __init__(self, code: Code, debut: int, fin: int, *suggestions: str) -> None:
        super().__init__(code)
        self.code, self.debut, self.fin, self.suggestions = code, debut, fin, suggestions

    def valeur(self, texte: str) -> NonCompris:
        """The value shown to callers, for the text that was read."""
        debut = min(max(self.debut, 0), len(texte))
        fin = min(max(self.fin, debut), len(texte))
        return NonCompris(self.code, texte[debut:fin], debut, fin, self.suggestions)
