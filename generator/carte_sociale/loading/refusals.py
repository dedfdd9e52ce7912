"""From an error of pydantic to a `Problem` with a position and something to write instead: never shown raw."""

import re
from collections.abc import Mapping
from typing import Protocol

from pydantic_core import ErrorDetails
from rapidfuzz import fuzz

from carte_sociale.loading.corrections import (
    ITEMS,
    address_line,
    bracketed,
    correction,
    digits_wanted,
    item_line,
    letter_for_digit,
    looks_like_a_date,
    one_line_address,
    quoted,
    slug,
)
from carte_sociale.loading.document import Chemin, Document
from carte_sociale.loading.keys import unknown_key
from carte_sociale.model.fields import LANGUES_DU_SITE, Modele, OneOf, Referentiel
from carte_sociale.model.lieu import Adresse
from carte_sociale.model.structure import model_at
from carte_sociale.model.texts import Texte
from carte_sociale.problems import Problem, catalogue

SEUIL_SUR = 85
"""Likeness (0–100, rapidfuzz) from which the nearest word is the one that was meant: no other is offered."""

CHOIX_MAX = 16
"""Words of a vocabulary that a message lists; of a longer one it gives an example."""

EXEMPLES: Mapping[str, str] = {
    "nom": "nom: {fr: Maison de quartier, nl: Buurthuis}",
    "nature": "nature: cpas",
    "resume": 'resume: {fr: "Une ou deux phrases simples.", nl: "Een of twee eenvoudige zinnen."}',
    "sources": "sources: [{url: https://www.exemple.be/page}]",
    "id": "id: accueil",
    "themes": "themes: [aide-sociale]",
    "forme": "forme: adresse",
    "numero": "numero: 02 529 41 20",
    "adresse": "adresse: info@exemple.be",
    "url": "url: https://www.exemple.be/page",
    "commune": "commune: anderlecht",
    "date": "date: AAAA-MM-JJ",
    "du": "du: AAAA-MM-JJ",
    "au": "au: AAAA-MM-JJ",
    "lat": "lat: 50.8467",
    "lon": "lon: 4.3525",
    "texte": 'texte: {fr: "En quelques mots", nl: "In enkele woorden"}',
    "precision": "precision: rue",
    "origine": "origine: source",
    "champ": "champ: horaires",
    "vers": "vers: id-de-l-autre-fiche",
}
"""A line to copy for each key that some block requires."""

_PLAIN = {
    "string_type": "texte",
    "tuple_type": "liste",
    "model_type": "bloc",
    "model_attributes_type": "bloc",
}


class ReferentielProche(Referentiel, Protocol):
    """A `Referentiel` that also offers the nearest right ids."""

    def plus_proches(self, vocabulaire: str, valeur: str) -> list[str]:
        """Return the ids of the vocabulary nearest to what was written, best first."""
        ...


def refusal_problem(
    document: Document, details: ErrorDetails, root: type[Modele], referentiel: ReferentielProche
) -> Problem:
    """Return the problem that one error of pydantic stands for."""
    path: Chemin = tuple(details["loc"])
    kind, context = details["type"], details.get("ctx", {})
    value = details["input"] if isinstance(details["input"], str) else ""
    if kind == "extra_forbidden":
        return unknown_key(document, path, details["input"], root)
    if kind == "missing":
        key = str(path[-1])
        choix = _choices(key, path, root, referentiel)
        exemple = EXEMPLES.get(key) or f"{key}: …"
        return document.probleme("champ-manquant", path, manquant=key, exemple=exemple, choix=choix)
    if kind == "too_short":
        return document.probleme("liste-vide", path)
    if kind in _PLAIN:
        return _wrong_form(document, details, _PLAIN[kind], root, referentiel)
    if kind == "valeur-hors-vocabulaire":
        return _not_in_vocabulary(document, path, value, str(context["vocabulaire"]), referentiel)
    if kind in catalogue():
        if kind == "telephone-invalide":
            return _phone(document, path, value)
        proche = "" if document.sensible else correction(kind, value)
        if kind == "date-invalide" and looks_like_a_date(value) and not proche:
            return document.probleme("date-inexistante", path, valeur=value)
        return document.probleme(kind, path, valeur=value, cle=_last_key(path), proche=proche)
    return document.probleme("valeur-refusee", path, valeur=value)


def _choices(key: str, path: Chemin, root: type[Modele], referentiel: Referentiel) -> str:
    """Return the words that a missing key may have, where they are few enough to choose among."""
    model = model_at(path[:-1], root)
    marks = model.model_fields[key].metadata if model and key in model.model_fields else []
    words = [sorted(referentiel.ids(mark.vocabulaire)) for mark in marks if isinstance(mark, OneOf)]
    return ", ".join(words[0]) if words and len(words[0]) <= CHOIX_MAX else ""


def _last_key(path: Chemin) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _wrong_form(
    document: Document, details: ErrorDetails, expected: str, root: type[Modele], referentiel: ReferentielProche
) -> Problem:
    """Say that a text, a list or a block was expected; a corrected line never repeats a secret."""
    path: Chemin = tuple(details["loc"])
    value = details["input"] if isinstance(details["input"], str) else ""
    key, short = _last_key(path), bool(value) and len(value) <= 100 and not document.sensible
    model = model_at(path, root)
    if model is Texte:
        proche = f"{key}: {{fr: {quoted(value)}}}" if short and "\n" not in value else ""
        return document.probleme("texte-sans-langue", path, valeur=value, proche=proche)
    if isinstance(details["input"], dict) and (stuck := next((k for k in details["input"] if k.startswith("-")), "")):
        return unknown_key(document, (*path, stuck), "", root)
    if expected == "liste":
        proche = (item_line(key, value) or ("" if model else bracketed(key, value))) if short else ""
        return document.probleme("attendu-liste", path, valeur=value, cle=key, proche=proche)
    known = ", ".join(model.model_fields) if model else ""
    proche = f"{ITEMS[key]}: {value}" if short and expected == "bloc" and key in ITEMS else ""
    split = one_line_address(value) if short and expected == "bloc" and model is Adresse else {}
    commune = (referentiel.plus_proches("communes", split.pop("commune")) or [""])[0] if "commune" in split else ""
    copie = address_line(key, split, commune) if split and commune else ""
    return document.probleme(
        f"attendu-{expected}", path, valeur=value, cle=key, attendus=known, copie=copie, proche=proche
    )


def _phone(document: Document, path: Chemin, value: str) -> Problem:
    """Say which slip makes a number unfit: a letter for a digit, or digits that are too few or too many."""
    if document.sensible:
        return document.probleme("telephone-invalide", path, proche="")
    letter, mended = letter_for_digit(value)
    if letter:
        chiffre = "0" if letter in "Oo" else "1"
        return document.probleme("telephone-lettre", path, valeur=value, lettre=letter, chiffre=chiffre, proche=mended)
    if wanted := digits_wanted(value):
        compte = len(re.sub(r"\D", "", value))
        return document.probleme("telephone-chiffres", path, valeur=value, compte=compte, attendu=wanted)
    return document.probleme("telephone-invalide", path, valeur=value, proche=correction("telephone-invalide", value))


def _not_in_vocabulary(
    document: Document, path: Chemin, value: str, vocabulaire: str, referentiel: ReferentielProche
) -> Problem:
    if not value.strip():
        return document.probleme("element-vide", path)
    ids = sorted(referentiel.ids(vocabulaire))
    near = [slug(value)] if slug(value) in ids else referentiel.plus_proches(vocabulaire, value[:80])[:3]
    if near and fuzz.ratio(slug(value), near[0]) >= SEUIL_SUR:
        near = near[:1]
    price = vocabulaire == "frais" and re.search(r"\d", value) and not document.sensible
    tarif = f"tarif: {{texte: {{fr: {quoted(value)}}}}}" if price and len(value) <= 100 else ""
    return document.probleme(
        "valeur-hors-vocabulaire",
        path,
        valeur=value,
        vocabulaire=vocabulaire,
        tarif=tarif,
        proche="" if document.sensible else ", ".join(near),
        attendus=", ".join(ids[:12]) + (", …" if len(ids) > 12 else ""),
    )


def is_cut_text(path: Chemin, root: type[Modele]) -> bool:
    """Return whether an empty key is the rest of a text that a comma cut: `{fr: Accueil, écoute}`."""
    return str(path[-1]) not in LANGUES_DU_SITE and model_at(path[:-1], root) is Texte
