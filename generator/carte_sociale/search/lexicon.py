"""What words lead to: themes, kinds of organisation and publics, as one language says them; and places.

The words of needs are a file a language, since whoever searches may need those of every language; places are told with
the records of a page, in all their names at once.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

import orjson

from carte_sociale.loading.project import Donnees
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.territory import Commune, Quartier
from carte_sociale.model.vocabulary import Terme


def lexicon(donnees: Donnees, langue: str) -> bytes:
    """Return the lexicon of a language as JSON.

    Lists in the order of the vocabularies, whose ranks the columns of records refer to: `themes` [id, label, words,
    danger of which it speaks, 1 where it is grave otherwise], `natures` [label, words], `publics` [id, label, words];
    words are `folded`, and parted by `|`. `courants`: common words that look like one of these and are none.
    """
    vocabulaires = donnees.vocabulaires
    spoken = donnees.synonymes.mots.get(langue, {})
    return orjson.dumps(
        {
            "themes": [
                [
                    t.id,
                    t.label[langue],
                    _joined(*_own(t, langue), *t.synonymes[langue], *spoken.get(t.id, ())),
                    t.signale,
                    *([1] if t.grave else []),
                ]
                for t in vocabulaires["themes"]
            ],
            "natures": [
                [t.label[langue], _joined(*_own(t, langue), *t.synonymes[langue])] for t in vocabulaires["natures"]
            ],
            "publics": [[t.id, t.label[langue], _joined(*t.synonymes[langue])] for t in vocabulaires["publics"]],
            "courants": _joined(*donnees.synonymes.courants.get(langue, ())),
        }
    )


def places(donnees: Donnees, langue: str) -> dict[str, list[Any]]:
    """Return the places that words may name, whatever the language of the words.

    `communes` [slug, name, other names, postcodes] and `quartiers` [code, slug, name, other names], named in a
    language, in the order of the territory; a slug is empty where it is the name with hyphens. `lieux_dits` [names
    parted by `|`, code of a quartier, …], as people call them.
    """
    territoire = donnees.territoire
    codes = {quartier.slug: quartier.code for quartier in territoire.quartiers}
    named: dict[tuple[str, ...], list[str]] = {}
    for name, slugs in donnees.synonymes.lieux.items():
        named.setdefault(tuple(slugs), []).append(name)
    return {
        "communes": [
            [
                _told(c, langue),
                c.nom[langue],
                _others(_names_of(c, territoire.communes), c.nom[langue]),
                list(c.codes_postaux),
            ]
            for c in territoire.communes
        ],
        "quartiers": [
            [q.code, _told(q, langue), q.nom[langue], _others(q.nom.values(), q.nom[langue])]
            for q in territoire.quartiers
        ],
        "lieux_dits": [["|".join(names), *(codes[slug] for slug in slugs)] for slugs, names in named.items()],
    }


def _told(place: Commune | Quartier, langue: str) -> str:
    """The slug of a place, empty where it is what the browser makes of its name."""
    return place.slug if place.slug != "-".join(re.findall("[a-z0-9]+", folded(place.nom[langue]))) else ""


def _others(names: Iterable[str], name: str) -> list[str]:
    return sorted(set(names) - {name})


_PLURAL = re.compile(r"(?<=[a-z]{4})s\b")


def _joined(*words: str) -> str:
    """Return words in one text, each once: of those that differ by a plural in -s, which the engine reads as one, the
    first. By their ends, which are alike more often than their beginnings: the text is then the smallest.
    """
    by_root: dict[str, str] = {}
    for word in map(folded, words):
        by_root.setdefault(_PLURAL.sub("", word), word)
    return "|".join(sorted(by_root.values(), key=lambda word: word[::-1]))


def folded(word: str) -> str:
    """Return a word as the browser compares it (`theme/scripts/lib/plier.js`): without accents or capitals."""
    marks = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in marks if not unicodedata.combining(sign)).lower().replace("œ", "oe")


def _own(terme: Terme, langue: str) -> list[str]:
    """The field's own words, one by one."""
    return terme.terme[langue].split(", ") if terme.terme else []


def _names_of(commune: Commune, communes: Iterable[Commune]) -> set[str]:
    """Other names of a commune: in other languages, and as people cut them short ("Molenbeek", "Sint-Joost").

    The first words of a name are one where they are those of no other commune.
    """
    others = [other.nom[code] for other in communes if other is not commune for code in LANGUES_DU_SITE]
    found = set(commune.nom.values())
    for name in commune.nom.values():
        words = name.split("-")
        for end in range(1, len(words)):
            short = "-".join(words[:end])
            if len(short) > 4 and not any(other.startswith(short) for other in others):
                found.add(short)
    return found
