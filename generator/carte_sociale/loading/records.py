"""From a file's bytes to a record, or to problems with a position."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import ValidationError

from carte_sociale.loading.cascades import follows, misspelt_keys, unindented_blocks
from carte_sociale.loading.document import Chemin, Document
from carte_sociale.loading.drafts import draft
from carte_sociale.loading.ordinary_yaml import VIDES
from carte_sociale.loading.refusals import ReferentielProche, is_cut_text, refusal_problem
from carte_sociale.loading.secrecy import (
    data_claims_secrecy,
    data_is_sensitive,
    in_secret_place,
    lines_claim_secrecy,
    says_where,
)
from carte_sociale.loading.text import TAILLE_MAX, read_text
from carte_sociale.loading.yaml_reader import read_yaml
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.fields import Modele
from carte_sociale.problems import Problem

M = TypeVar("M", bound=Modele)


@dataclass(frozen=True, slots=True, eq=False)
class FicheLue:
    """A record file once read: `fiche` is None where an error forbids to make a record of it. Compared by identity.

    `ebauche` is what rules read: the record, or what can be read of it in spite of its errors.
    """

    id: str
    document: Document
    fiche: Fiche | None
    ebauche: Fiche | None = None


def read_record(fichier: str, octets: bytes, referentiel: ReferentielProche) -> tuple[FicheLue, list[Problem]]:
    """Return the record of one file (its id is the file's name) and every problem of its bytes, YAML and values."""
    document, problems = read_document(fichier, octets)
    fiche, found = validate(document, Fiche, referentiel)
    unread = fiche is None and isinstance(document.donnees, dict)
    ebauche = drafted(document, Fiche, referentiel) if unread else fiche
    aliases = {problem.champ for problem in problems if problem.code == "yaml-ancre" and problem.champ}
    found = [problem for problem in found if problem.code != "champ-vide" or problem.champ not in aliases]
    return FicheLue(PurePosixPath(fichier).stem, document, fiche, ebauche), problems + found


def drafted(document: Document, modele: type[M], referentiel: ReferentielProche) -> M | None:
    """Return what can be read of a file in spite of its errors, for rules alone; None where nothing can."""
    return draft(_without_empty(document.donnees, ())[0], modele, referentiel)


def read_document(
    fichier: str, octets: bytes, attendu: type = dict, limite: int = TAILLE_MAX
) -> tuple[Document, list[Problem]]:
    """Return a YAML file as strings with their places, and its problems.

    Its data is None where the file cannot be read, or is not of the type that is expected at its root.
    """
    document, text, problems = read_text(fichier, octets, limite)
    if text is None:
        return document, problems
    read, found = read_yaml(document, text)
    if read.ordinaire and not read.sensible and isinstance(read.donnees, attendu):
        return read, problems
    if not document.sensible and data_is_sensitive(read.donnees):
        read, found = read_yaml(replace(document, sensible=True), text)
    document = _with_claim(read)
    problems += found
    if not isinstance(document.donnees, attendu):
        if not found:
            empty = "fichier-que-commentaires" if document.donnees is None else "fichier-vide"
            code = "racine-sans-cles" if document.donnees else empty
            problems.append(document.a(code, 1, 1))
        document = replace(document, donnees=None)
    return document, problems


def _with_claim(document: Document) -> Document:
    """The file with what its data say of secrecy; unread, it keeps what its lines seem to say."""
    if document.donnees is None:
        return document
    claims = data_claims_secrecy(document.donnees)
    if document.sensible and not claims:  # no line of any other file begins with a flag (`is_sensitive`)
        claims = lines_claim_secrecy(document.lignes, readable=True)
    return replace(document, confidentiel=claims, sensible=document.sensible or claims)


def is_hushed(document: Document, path: Chemin) -> bool:
    """Return whether a place must not be spoken of: it says where, and `rules/secrets` says to delete it.

    Any other answer would help to complete a secret address.
    """
    return says_where(path) and (document.confidentiel or in_secret_place(document.donnees, path))


def validate(document: Document, model: type[M], referentiel: ReferentielProche) -> tuple[M | None, list[Problem]]:
    """Return the data of a file as `model` (None where it is not one, or where there is no data) and what is wrong."""
    if document.donnees is None:
        return None, []
    data, empty = (document.donnees, []) if document.ordinaire else _without_empty(document.donnees, ())
    blocks = unindented_blocks(document.donnees, empty, model)
    fiche: M | None = None
    refused: list[Problem] = []
    try:
        fiche = model.model_validate(data, context=referentiel)
    except ValidationError as error:
        refused = refusals(document, error, model, referentiel, blocks=blocks)
    missing = {problem.champ for problem in refused if problem.code == "champ-manquant"}
    told = [path for path in empty if not is_hushed(document, path)]
    problems = [found for path in told if (found := _empty_problem(document, path, model, blocks)).champ not in missing]
    return (None if any(p.code == "virgule-dans-texte" for p in problems) else fiche), problems + refused


def refusals(
    document: Document,
    error: ValidationError,
    model: type[Modele],
    referentiel: ReferentielProche,
    base: Chemin = (),
    blocks: dict[Chemin, list[str]] | None = None,
) -> list[Problem]:
    """Return the problems that an error of pydantic stands for; the data validated begin at `base` in the file.

    `blocks` are those whose lines are not indented (`cascades.unindented_blocks`).
    """
    found = []
    errors = error.errors(include_url=False)
    misspelt = misspelt_keys(errors)
    for details in errors:
        if follows(misspelt, details, blocks or {}, model):
            continue
        if details["type"] == "too_short" and details["input"]:
            continue  # a list whose items were refused, not an empty one
        details["loc"] = (*base, *details["loc"])
        path = details["loc"][:-1] if details["type"] == "missing" else details["loc"]
        if is_hushed(document, path):
            continue
        found.append(refusal_problem(document, details, model, referentiel))
    return found


def _empty_problem(document: Document, path: Chemin, model: type[Modele], blocks: dict[Chemin, list[str]]) -> Problem:
    if path in blocks:
        cles = ", ".join(blocks[path])
        return document.probleme("bloc-pas-decale", path, sur_cle=True, cle=path[-1], cles=cles)
    if is_cut_text(path, model):
        return document.probleme("virgule-dans-texte", path, valeur=str(path[-1]), sur_cle=True)
    return document.probleme("champ-vide", path, sur_cle=True, cle=path[-1])


def _without_empty(data: dict[str, Any], path: Chemin) -> tuple[dict[str, Any], list[Chemin]]:
    """Drop keys without a value (a template that nobody filled in), and say which they were."""
    kept: dict[str, Any] = {}
    empty: list[Chemin] = []
    for key, value in data.items():
        here = (*path, key)
        if value in VIDES:
            empty.append(here)
        elif isinstance(value, dict) and value:
            kept[key], inner = _without_empty(value, here)
            empty += inner
        elif isinstance(value, list):
            kept[key], inner = _list_without_empty(value, here)
            empty += inner
        else:
            kept[key] = value
    return kept, empty


def _list_without_empty(items: list[Any], path: Chemin) -> tuple[list[Any], list[Chemin]]:
    kept: list[Any] = []
    empty: list[Chemin] = []
    for index, value in enumerate(items):
        if isinstance(value, dict):
            value, inner = _without_empty(value, (*path, index))
            empty += inner
        kept.append(value)
    return kept, empty
