"""From an error of pydantic to a `Problem` with a position and something to write instead: never shown raw."""

import re
from typing import Protocol

from pydantic_core import ErrorDetails

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
    one_line_hours,
    quoted,
    slug,
)
from carte_sociale.loading.document import Chemin, Document
from carte_sociale.loading.examples import block_line, key_line
from carte_sociale.loading.keys import unknown_key
from carte_sociale.model.fields import LANGUES_DU_SITE, Modele, OneOf, Referentiel
from carte_sociale.model.lieu import Adresse
from carte_sociale.model.partie import EnUnMot, Partie
from carte_sociale.model.structure import DU_RESEAU, is_translated, model_at, vocabulary_at, written_keys
from carte_sociale.model.texts import Texte
from carte_sociale.problems import Problem, catalogue

SEUIL_SUR = 85
"""Likeness (0–100, rapidfuzz) from which the nearest word is the one that was meant: no other is offered."""

CHOIX_MAX = 16
"""Words of a vocabulary that a message lists; of a longer one it gives an example."""

PLUS_COURT = 4
"""Letters of the shortest word whose nearest is offered for it: "oui" is like anything."""

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
        return document.probleme("champ-manquant", path, manquant=key, exemple=key_line(path, root), choix=choix)
    if kind == "too_short":
        exemple = key_line(path, root) if root in DU_RESEAU else ""
        return document.probleme("liste-vide", path, exemple=exemple)
    if kind == "heures-invalides" and not isinstance(details["input"], str):
        kind = "string_type"
    if is_translated(path, root) and (kind in ("dict_type", "value_error")):
        return _untranslated(document, path, details["input"])
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
        key = _last_key(path)
        if kind == "identifiant-invalide" and (partie := _party_line(document, path, value, root)):
            return document.probleme(kind, path, valeur=value, partie=partie, proche=proche)
        quartier = key if kind == "attendu-nombre" and key.startswith("quartier") else ""
        return document.probleme(kind, path, valeur=value, cle=key, proche=proche, quartier=quartier)
    return document.probleme("valeur-refusee", path, valeur=value)


def _untranslated(document: Document, path: Chemin, value: object) -> Problem:
    """Say which languages a text lacks that needs them all."""
    key = _last_key(path)
    if isinstance(value, dict):
        if stray := next((k for k in value if k not in LANGUES_DU_SITE), ""):
            return document.probleme("langue-de-trop", (*path, stray), valeur=stray, sur_cle=True)
        missing = [langue for langue in LANGUES_DU_SITE if not value.get(langue)]
        return document.probleme("langues-manquantes", path, langues=", ".join(missing))
    text = value if isinstance(value, str) and len(value) <= 100 and "\n" not in value else ""
    exemple = f"{{fr: {quoted(text)}, nl: …, en: …}}" if text else ""
    proche = f"- {exemple}" if text and isinstance(path[-1], int) else f"{key}: {exemple}" if text else ""
    return document.probleme("texte-sans-langue", path, valeur=text, proche=proche)


def _party_line(document: Document, path: Chemin, value: str, root: type[Modele]) -> str:
    """Return the block that names an organisation without a record, where its name was written for the id of one."""
    model = model_at(path[:-1], root)
    if model is None or not issubclass(model, Partie) or document.sensible or not 0 < len(value) <= 100:
        return ""
    return f"{{nom: {{fr: {quoted(value)}}}}}"


def _choices(key: str, path: Chemin, root: type[Modele], referentiel: Referentiel) -> str:
    """Return the words that a missing key may have, where they are few enough to choose among."""
    model = model_at(path[:-1], root)
    marks = model.model_fields[key].metadata if model and key in model.model_fields else []
    if root in DU_RESEAU and not marks and (vocabulary := vocabulary_at(path, root)):
        marks = [OneOf(vocabulary)]
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
    if key in ("horaires", "quand") and not document.sensible and (hours := one_line_hours(details["input"])):
        code, line = ("attendu-texte", f"quand: {hours}") if key == "quand" else ("attendu-liste", f"- quand: {hours}")
        return document.probleme(code, path, cle=key, heures=line)
    if expected == "liste":
        proche = item_line(key, value) if short and _by_one_key(key, root) else ""
        if short and (not model or issubclass(model, EnUnMot)):
            proche = proche or _list_line(path, value, root, referentiel)
        tiret = _first_item(details["input"]) if not document.sensible else ""
        exemple = block_line(key, root, in_list=True) if root in DU_RESEAU and not tiret else ""
        return document.probleme(
            "attendu-liste", path, valeur=value, cle=key, proche=proche, tiret=tiret, exemple=exemple
        )
    known = ", ".join(written_keys(model)) if model else ""
    proche = f"{ITEMS[key]}: {value}" if short and expected == "bloc" and _by_one_key(key, root) else ""
    split = one_line_address(value) if short and expected == "bloc" and model is Adresse else {}
    commune = (referentiel.plus_proches("communes", split.pop("commune")) or [""])[0] if "commune" in split else ""
    copie = address_line(key, split, commune) if split and commune else ""
    told = expected == "bloc" and not document.sensible  # an example of a place has an address: not in a secret file
    exemple = block_line(key, root, in_list=isinstance(path[-1], int)) if told else ""
    return document.probleme(
        f"attendu-{expected}",
        path,
        valeur=value,
        cle=key,
        attendus=known,
        copie=copie,
        proche=proche,
        exemple=exemple,
    )


def _by_one_key(key: str, root: type[Modele]) -> bool:
    """Whether an item of a list may hold one key only; a source of the network also says what it establishes."""
    return key in ITEMS and not (key == "sources" and root in DU_RESEAU)


def _first_item(value: object) -> str:
    """Return the first line of a block that should be an item of a list, its dash before it."""
    first = next(iter(value.items()), None) if isinstance(value, dict) else None
    return f"- {first[0]}: {first[1]}" if first and isinstance(first[1], str) and len(first[1]) <= 60 else ""


def _list_line(path: Chemin, value: str, root: type[Modele], referentiel: ReferentielProche) -> str:
    """Return `langues: [fr, ar]` for words without brackets, each as its vocabulary spells it where that is plain."""
    vocabulary = vocabulary_at(path, root)
    ids = referentiel.ids(vocabulary) if vocabulary else frozenset()

    def spelt(word: str) -> str:
        if slug(word) in ids:
            return slug(word)
        near = referentiel.plus_proches(vocabulary, word) if vocabulary and len(word) >= PLUS_COURT else []
        return near[0] if len(near) == 1 else word

    if not vocabulary and re.search(r"[^,;/\s]\s+[^,;/\s]", value):  # words one under the other, without their dashes
        return ""
    return bracketed(_last_key(path), value, spelt)


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
    from rapidfuzz import fuzz

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
    text = model_at(path[:-1], root) is Texte or is_translated(path[:-1], root)
    return str(path[-1]) not in LANGUES_DU_SITE and text
