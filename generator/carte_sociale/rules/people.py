"""Nobody is named: contacts are functions and generic mailboxes (`domain.md`, "Naming workers").

Names cannot be told for certain, so these rules warn; keys that call for a name are refused when a file is read.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from carte_sociale.loading.corrections import slug, unaccented
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.fiche import Fiche
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte, strings, textes_de
from carte_sociale.rules.glance import Apercu, only_where
from carte_sociale.rules.mailbox_words import GENERIQUES, PRENOMS


def _one_of(*words: str, any_case: bool = True) -> str:
    """Return the pattern `\\b(?:word|word…)`, sought by the first letters of its words: five times as fast."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(f"{word[0].lower()}{word[0].upper()}" if any_case else word[0], []).append(word[1:])
    flag = "i" if any_case else ""
    found = (rf"(?<=[{letter}])(?{flag}:{'|'.join(rest)})" for letter, rest in rests.items())
    return rf"[{''.join(rests)}](?<!\w.)(?:{'|'.join(found)})"


_INITIAL, _REST = r"[A-ZÀ-ÖØ-Ý]", r"[a-zà-öø-ÿ'’-]+"
_CAPITAL = _INITIAL + _REST
_TITLES = _one_of(
    r"M\.", r"Mr\.?", r"Mrs\.?", r"Ms\.?", "Mme", "Mmes", "Mlle", "Madame", "Monsieur", "Mademoiselle", "Mevrouw",
    r"Mevr\.?", r"Dhr\.?", "Mijnheer", "Meneer", any_case=False,
)  # fmt: skip
_CIVILITY = re.compile(rf"{_TITLES}\s+(?!et\b|ou\b|en\b|of\b){_CAPITAL}")
_DOCTORS = _one_of(r"Dr\.?", "Docteur", "Dokter", any_case=False)
_DOCTOR = re.compile(rf"{_DOCTORS}\s+{_CAPITAL}")
_ASK = _one_of(
    "demande[rz]", "appele[rz]", "contacte[rz]", r"vraag(?:\s+naar)?", r"vragen\s+naar", r"bel(?:\s+met)?",
    "contacteer", r"ask\s+for", "call", r"voir\s+avec", "chez", "via",
)  # fmt: skip
_ASK_FOR = re.compile(rf"{_ASK}\s+(?:(?:à|après)\s+)?({_CAPITAL}(?:\s+{_CAPITAL})?)")
_CONTACT = _one_of(
    r"personnes?\s+de\s+(?:contact|r[ée]f[ée]rence)", "contactpersoon", r"contact\s*person", "responsable",
    "directrice", "directeur", "coordinatrice", "coordinateur", "verantwoordelijke", "co[öo]rdinator",
    r"assistante?\s+sociale?", "r[ée]f[ée]rente?", "contact",
)  # fmt: skip
_CONTACT_IS = re.compile(rf"{_CONTACT}\s*(?::|=|,|\()\s*({_CAPITAL})(\s+{_CAPITAL})?")
_LINE_OF = re.compile(
    rf"\b(?i:gsm|portable|mobile|t[ée]l(?:[ée]phone)?|num[ée]ro|nummer|toestel|poste|mail|bureau)\s+"
    rf"(?:(?:de|van|of|chez|bij)\s+|d['’])?({_CAPITAL})"
)
_NAME_APART = re.compile(rf"(?:^|[,;(:/–—]|\s-)\s*({_CAPITAL})\s*(?=$|[,;):/–—]|-\s)")
"""A word that stands alone between signs: `Fatima, assistante sociale`, `assistante sociale (Fatima)`."""
_NAME_THEN_NAME = re.compile(rf"\b({_CAPITAL})\s+(?:(?:van|de|den|der|el|ben|le|la)\s+)*[A-ZÀ-ÖØ-Ý][\w'’-]+")


@only_where(lambda seen: any("@" in value and looks_personal(value) for value in seen.valeurs))
def personal_mailbox(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A mailbox belongs to a function (`info@`, `accueil@`), not to somebody (`prenom.nom@`)."""
    own = _words_of_name(lue.ebauche) if lue.ebauche else frozenset()
    for path, address in strings(lue.document.donnees):
        if path[-1:] == ("adresse",) and "courriels" in path and "@" in address and looks_personal(address, own):
            yield lue.document.probleme("courriel-personnel", path, valeur=address)


_WORD_APART = re.compile(rf"{_INITIAL}(?<!\w-.){_REST}")
"""A word with a capital, but not Gilles of Saint-Gilles."""
_FULL_NAME_APART = re.compile(rf"[:=,(]\s*{_CAPITAL}\s+{_CAPITAL}")


def _names_somebody(seen: Apercu) -> bool:
    if _CIVILITY.search(seen.ensemble) or any(named_person(text, function=True) for text in seen.fonctions):
        return True
    words = set(_WORD_APART.findall(seen.ensemble))
    first_name = any(map(_is_first_name, words))
    if first_name and _ASK_FOR.search(seen.ensemble):
        return True
    apart = first_name or _FULL_NAME_APART.search(seen.ensemble) is not None
    return apart and _CONTACT_IS.search(seen.ensemble) is not None


@only_where(_names_somebody)
def nobody_named(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """No text names somebody: a function is given instead (names of organisations and streets are not read)."""
    for text in textes_de(lue):
        if text.chemin[0] in ("nom", "sources") or "rue" in text.chemin:
            continue
        function = "fonction" in text.chemin
        if name := named_person(text.texte, function=function):
            yield lue.document.probleme("personne-nommee", text.chemin, valeur=name)


def looks_personal(address: str, own_words: frozenset[str] = frozenset()) -> bool:
    """Return whether a mailbox looks like somebody's: a first name, an initial and a name, or two words of no function.

    `own_words` are the words of the organisation's own name.
    """
    local, _, domain = address.lower().partition("@")
    parts = [re.sub(r"\d+$", "", part) for part in re.split(r"[._-]", local)]
    two_words = len(parts) == 2 and "." in local and len(parts[1]) >= 3 and all(part.isalpha() for part in parts)
    if parts[0] not in PRENOMS and not two_words:
        return False
    plain = GENERIQUES | own_words | frozenset(re.split(r"[.-]", domain))
    return not any(part in plain or any(len(word) > 4 and word in part for word in plain) for part in parts if part)


def named_person(text: str, *, function: bool) -> str:
    """Return the words that name somebody, empty where there are none. `function`: the text should be a function."""
    for pattern in (_CIVILITY, _DOCTOR) if function else (_CIVILITY,):
        if match := pattern.search(text):
            return match[0]
    for match in _ASK_FOR.finditer(text):
        if _is_first_name(match[1].split()[0]):
            return match[1]
    for match in _CONTACT_IS.finditer(text):
        if match[2] or _is_first_name(match[1]):
            return (match[1] + (match[2] or "")).strip()
    if function:
        for match in _LINE_OF.finditer(text):
            if _is_first_name(match[1]):
                return match[0]
        for match in _NAME_THEN_NAME.finditer(text):
            if _is_first_name(match[1]):
                return match[0]
        for match in _NAME_APART.finditer(text):
            if _is_first_name(match[1]):
                return match[1]
    return ""


def is_a_persons_name(text: str) -> bool:
    """Return whether a whole text is a first name and a name, where the name of an organisation should stand."""
    match = _NAME_THEN_NAME.fullmatch(text.strip())
    return match is not None and _is_first_name(match[1])


@lru_cache(maxsize=4096)
def _is_first_name(word: str) -> bool:
    return unaccented(word.lower()) in PRENOMS


def _words_of_name(fiche: Fiche) -> frozenset[str]:
    names = [*fiche.nom.par_langue().values(), fiche.sigle or ""]
    return frozenset(word for name in names for word in slug(name).split("-") if len(word) > 1)


REGLES_FICHE = (personal_mailbox, nobody_named)
