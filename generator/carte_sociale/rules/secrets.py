"""Addresses that must stay secret (`confidentiel: oui`): never typed into the repository at all.

Read on the file as it is written, not on the record, so that a file with other errors does not slip through; and
nothing that a rule says repeats it (`Document.sensible`).
"""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import PurePosixPath

from carte_sociale.loading.document import DOSSIER_SECRET, Chemin, Document
from carte_sociale.loading.records import FicheLue
from carte_sociale.loading.secrecy import (
    CLES_SECRETES,
    FORME_SECRETE,
    calls_itself_refuge,
    is_plain_flag,
    shelters_victims,
)
from carte_sociale.model.territory import Territoire
from carte_sociale.problems import Problem
from carte_sociale.rules.addresses import gives_away, hints_at, quartier_words
from carte_sociale.rules.context import Contexte, strings, textes_de
from carte_sociale.rules.glance import only_where

_PHONES_AND_DATES = re.compile(
    r"(?:numero|sms|numero_etranger)[\"']?\s*:\s*[\"']?[\d\s./+()-]+|\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b"
)
"""Groups of digits that look like postcodes and are not."""
_URL = re.compile(r"\bhttps?://\S+")


def is_confidential(lue: FicheLue) -> bool:
    """Return whether the record says that its address is secret; a slip of the pen in the key or the answer counts."""
    return lue.document.confidentiel


def clear_flag(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A file that claims a secret address can be read, and its flag is well written: else nobody may send it again."""
    if is_confidential(lue) and (lue.document.donnees is None or _is_doubtful(lue, contexte)):
        yield lue.document.a("secret-douteux", 1, 1)


def _is_doubtful(lue: FicheLue, contexte: Contexte) -> bool:
    """Whether the flag is misspelt in a file that does give an address."""
    if is_plain_flag(lue.document.donnees):
        return False
    return any(True for rule in (no_address_key, no_address_in_words) for _ in rule(lue, contexte))


def no_address_key(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A record with a secret address holds no key that says where: address, point, quartier, host, way, commune.

    Where only one place is secret (`forme: adresse-secrete`), that place holds none; the public desk may.
    """
    data = lue.document.donnees
    if is_confidential(lue):
        for path in _keys_that_say_where(data, ()):
            yield lue.document.probleme("secret-adresse", path, sur_cle=True)
        return
    places = data.get("lieux") if isinstance(data, dict) else None
    for index, place in enumerate(places if isinstance(places, list) else ()):
        if isinstance(place, dict) and place.get("forme") == FORME_SECRETE:
            for path in _keys_that_say_where(place, ("lieux", index)):
                yield lue.document.probleme("secret-adresse", path, sur_cle=True)


def no_address_in_words(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """No line of such a file, comments included, names a street, a postcode, a commune, coordinates or a map.

    Nor does it hint at the place: a station, a church, a quartier.
    """
    document = lue.document
    if not is_confidential(lue) or document.donnees is None:
        return
    told = _lines_of(document, frozenset(_keys_that_say_where(document.donnees, ())))
    for number, line in enumerate(document.lignes, start=1):
        if number not in told and (code := _telling(_PHONES_AND_DATES.sub("", line), contexte)):
            told.add(number)
            yield document.a(code, number, len(line) - len(line.lstrip()) + 1)
    for path, value in strings(document.donnees):
        ligne, colonne = document.places.get(path, (1, 1))
        if "\n" in value or value not in document.lignes[ligne - 1]:  # a text over several lines, or escaped
            end = ligne + value.count("\n") + 2 + len(value) // 20
            whole = " ".join(value.split())
            if not told.intersection(range(ligne, end + 1)) and (code := _telling(whole, contexte)):
                yield document.a(code, ligne, colonne, chemin=path)


def _lines_of(document: Document, paths: Collection[Chemin]) -> set[int]:
    """Lines of some keys and of all that they hold."""
    last = {path: document.cles[path][0] for path in paths}
    for where, (line, _) in document.places.items():
        for path in (where[:length] for length in range(len(where) + 1)):
            if path in last:
                last[path] = max(last[path], line)
    found: set[int] = set()
    for path, end in last.items():
        first, column = document.cles[path]
        deeper = re.compile(rf"\s{{{column},}}\S")
        while end < len(document.lignes) and deeper.match(document.lignes[end]):
            end += 1
        found.update(range(first, end + 1))
    return found


@lru_cache(maxsize=1024)
def _telling(text: str, contexte: Contexte) -> str:
    """Code of the problem of a line that says where, or hints at it; empty for a line that does neither.

    Asked twice of a file whose flag is doubtful, and of a long file a thousand times over.
    """
    if _tells(text, contexte):
        return "secret-texte"
    return "secret-indice" if hints_at(_URL.sub("", text), _quartiers(contexte.donnees.territoire)) else ""


def no_commune_folder(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """Such a file stands in `organisations/region/`, and its name says no street either."""
    if not is_confidential(lue) or lue.document.donnees is None:
        return
    path = PurePosixPath(lue.document.fichier)
    if str(path.parent) != DOSSIER_SECRET:
        yield lue.document.a("secret-dossier", 1, 1)
    if _tells(path.stem.replace("-", " ").title(), contexte):
        yield lue.document.a("secret-nom-de-fichier", 1, 1)


def _tells(text: str, contexte: Contexte) -> bool:
    territoire = contexte.donnees.territoire
    return gives_away(text, contexte.rues, _postcodes(territoire), _communes(territoire))


def _keys_that_say_where(value: object, path: Chemin) -> Iterator[Chemin]:
    """Paths of the outermost keys that say where: what stands inside goes with them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key.lower() in CLES_SECRETES and "courriels" not in path:
                yield (*path, key)
            else:
                yield from _keys_that_say_where(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _keys_that_say_where(inner, (*path, index))


@cache
def _postcodes(territoire: Territoire) -> frozenset[str]:
    return frozenset(code for commune in territoire.communes for code in commune.codes_postaux)


@cache
def _communes(territoire: Territoire) -> frozenset[str]:
    return frozenset(name for commune in territoire.communes for name in commune.nom.values())


@cache
def _quartiers(territoire: Territoire) -> frozenset[str]:
    return quartier_words(name for quartier in territoire.quartiers for name in quartier.nom.values())


@only_where(lambda seen: seen.document.sensible or not seen.document.ordinaire)  # a refuge makes its file sensitive
def refuge_gives_no_street(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A refuge that gives a street and does not say `confidentiel` may have forgotten to: ask."""
    data = lue.document.donnees
    if not isinstance(data, dict) or is_confidential(lue) or not _is_refuge(lue, contexte):
        return
    places = data.get("lieux")
    for index, place in enumerate(places if isinstance(places, list) else ()):
        address = place.get("adresse") if isinstance(place, dict) and place.get("forme") != FORME_SECRETE else None
        if address and (isinstance(address, str) or (isinstance(address, dict) and address.get("rue"))):
            path: Chemin = ("lieux", index, "adresse")
            yield lue.document.probleme("refuge-avec-adresse", path, sur_cle=True)


def _is_refuge(lue: FicheLue, contexte: Contexte) -> bool:
    """Whether it shelters victims of a partner's violence, or calls itself a refuge or its address a secret."""
    texts = textes_de(lue)
    if any(calls_itself_refuge(text.texte) for text in texts if text.chemin[0] not in ("sources", "relations")):
        return True
    return shelters_victims(v for path, v in strings(lue.document.donnees) if path[0] == "nature" or "themes" in path)


REGLES_FICHE = (clear_flag, no_address_key, no_address_in_words, no_commune_folder, refuge_gives_no_street)
