"""Records as engines of full text take them: what each says, and the words that lead to its themes and its places.

A need is not a word of a record's text: the words of the vocabulary and of its synonyms stand in the document of every
record that answers them, or these engines would find nothing that ours finds by them.
"""

import json
from collections.abc import Iterable
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.search.lexicon import lexicon, places


def documents(atlas: Atlas[Entree], langue: str) -> list[dict[str, str]]:
    """Return a document a record, in a language: its id, and the texts of `pairs/documents.mjs`."""
    words: dict[str, list[Any]] = json.loads(lexicon(atlas.donnees, langue))
    themes = {id_: [label, said.split("|")] for id_, label, said, *_ in words["themes"]}
    natures = {
        id_: [label, said.split("|")]
        for id_, (label, said) in zip(atlas.donnees.vocabulaires["natures"].ids, words["natures"], strict=True)
    }
    lieux = places(atlas.donnees, langue)
    communes = {
        commune.slug: row[1:] for commune, row in zip(atlas.donnees.territoire.communes, lieux["communes"], strict=True)
    }
    quartiers = {code: [name, *others] for code, _, name, others in lieux["quartiers"]}
    for lived, *codes in lieux["lieux_dits"]:
        for code in codes:
            quartiers[code] += lived.split("|")
    return [_document(entree, langue, themes, natures, communes, quartiers) for entree in atlas.entrees]


def _document(
    entree: Entree,
    langue: str,
    themes: dict[str, list[Any]],
    natures: dict[str, list[Any]],
    communes: dict[str, list[Any]],
    quartiers: dict[int, list[str]],
) -> dict[str, str]:
    name = entree.nom.pour(langue).texte
    places = [[label, *others, *codes] for label, others, codes in (communes[slug] for slug in entree.communes)]
    places += [quartiers[code] for code in entree.quartiers]
    return {
        "id": entree.id,
        "nom": name,
        "autres": _joined(set(entree.nom.par_langue().values()) - {name}),
        "resume": entree.fiche.resume.pour(langue).texte,
        "services": _joined(service.service.nom.pour(langue).texte for service in entree.services),
        "nature": natures[entree.nature][0],
        "themes": _joined(themes[id_][0] for id_ in entree.themes),
        "mots": _joined([*natures[entree.nature][1], *(word for id_ in entree.themes for word in themes[id_][1])]),
        "lieux": _joined(word for place in places for word in place),
    }


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(sorted(set(texts)))


def judged(atlas: Atlas[Entree]) -> dict[str, dict[str, set[str]]]:
    """Return what each record answers, by id: what it is, for a query that expects one of `requetes.yml`'s kinds."""
    quartiers = {quartier.code: quartier.slug for quartier in atlas.donnees.territoire.quartiers}
    return {
        e.id: {
            "fiches": {e.id},
            "themes": set(e.themes),
            "natures": {e.nature},
            "communes": set(e.communes),
            "quartiers": {quartiers[code] for code in e.quartiers},
        }
        for e in atlas.entrees
    }


def is_answered(expected: dict[str, list[str]], ids: Iterable[str], records: dict[str, dict[str, set[str]]]) -> bool:
    """Whether one of the records that were found is, does or stands where a query expects; no record is a street."""
    return any(not records[id_].get(kind, set()).isdisjoint(wanted) for id_ in ids for kind, wanted in expected.items())
