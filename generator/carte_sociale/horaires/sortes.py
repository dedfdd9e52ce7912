"""Kinds of token in plain hours, and the helpers of the two tables of words."""

from enum import StrEnum


class Sorte(StrEnum):
    """Kinds of token."""

    JOUR = "jour"
    FERIE = "ferie"
    VACANCES = "vacances"
    MOIS = "mois"
    DATE = "date"
    RANG = "rang"
    DU_MOIS = "du_mois"
    HEURE = "heure"
    NOMBRE = "nombre"
    JOURNEE = "journee"
    TOUJOURS = "toujours"
    SAUF = "sauf"
    FERME = "ferme"
    COMPRIS = "compris"
    AUSSI = "aussi"
    ET = "et"
    A = "a"
    JUSQUE = "jusque"
    PARTIR = "partir"
    ENTRE = "entre"
    LIAISON = "liaison"
    MOMENT = "moment"
    ACCES = "acces"
    ENVIRON = "environ"
    ALTERNANCE = "alternance"
    VIRGULE = "virgule"
    POINT = "point"
    DEUX_POINTS = "deux_points"
    OUVRANTE = "ouvrante"
    FERMANTE = "fermante"
    INCONNU = "inconnu"
    FIN = "fin"


Valeur = tuple[int, ...]
OUVRABLES = (0, 1, 2, 3, 4)
TOUS = (0, 1, 2, 3, 4, 5, 6)
MATIN, APRES_MIDI, SOIR = (0, 13 * 60), (12 * 60, 19 * 60), (16 * 60, 24 * 60)
"""What a moment of the day may hold, in minutes: "lundi matin 9h-12h" is read, "lundi matin 14h-16h" is not."""

Table = dict[Sorte, dict[str, Valeur]]


def jours(*formes: str) -> dict[str, Valeur]:
    """The words of each weekday, Monday first."""
    return {mot: (rang,) for rang, ligne in enumerate(formes) for mot in ligne.split()}


def numeros(*formes: str) -> dict[str, Valeur]:
    """The words of each number from 1."""
    return {mot: (rang,) for rang, ligne in enumerate(formes, 1) for mot in ligne.split()}


def liste(*mots: str) -> dict[str, Valeur]:
    """Words without a value."""
    return dict.fromkeys(mots, ())
