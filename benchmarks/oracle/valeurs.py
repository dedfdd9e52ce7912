"""A file of values of opening hours: a CSV with a column `opening_hours` (and `count`), or one value a line."""

import csv
from collections import Counter
from pathlib import Path

COLONNE, NOMBRE = "opening_hours", "count"


class Illisible(Exception):
    """The file cannot be read; its text says why, in French."""


def lire(fichier: Path) -> Counter[str]:
    """Return each distinct value with how often it stands, in the order of the file.

    A file whose first line names a column `opening_hours` is a CSV; any other has one value a line, empty lines and
    those that begin with ``#`` left out. Raises Illisible.
    """
    try:
        texte = fichier.read_text(encoding="utf-8-sig")
    except FileNotFoundError as erreur:
        raise Illisible(f"{fichier} : ce fichier n'existe pas.") from erreur
    except OSError as erreur:
        raise Illisible(f"{fichier} : ce fichier ne se lit pas ({erreur.strerror}).") from erreur
    except UnicodeDecodeError as erreur:
        raise Illisible(f"{fichier} : ce n'est pas un texte en UTF-8.") from erreur
    lignes = texte.splitlines()
    entete = next(csv.reader(lignes[:1]), [])
    if COLONNE in entete:
        try:
            valeurs = _colonnes(fichier, lignes)
        except csv.Error as erreur:
            raise Illisible(f"{fichier} : ce n'est pas un CSV ({erreur}).") from erreur
    elif fichier.suffix.lower() == ".csv":
        raise Illisible(f"{fichier} : la première ligne ne nomme pas de colonne « {COLONNE} ».")
    else:
        valeurs = Counter(ligne.strip() for ligne in lignes if ligne.strip() and not ligne.startswith("#"))
    if not valeurs:
        raise Illisible(f"{fichier} : aucune valeur.")
    return valeurs


def _colonnes(fichier: Path, lignes: list[str]) -> Counter[str]:
    valeurs: Counter[str] = Counter()
    lecteur = csv.DictReader(lignes)
    for ligne in lecteur:
        valeur, nombre = (ligne[COLONNE] or "").strip(), (ligne.get(NOMBRE) or "1").strip()
        if not nombre.isascii() or not nombre.isdigit():
            raise Illisible(f"{fichier}, ligne {lecteur.line_num} : « {nombre} » n'est pas un nombre.")
        if valeur:
            valeurs[valeur] += int(nombre)
    return valeurs
