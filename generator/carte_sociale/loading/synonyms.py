"""Everyday words that lead to themes, the names that people give to places, and common words that lead nowhere
(`content/_data/synonymes/`).

Volunteers extend them, so a slip in one is a warning: the search does without that line, and nobody's build stops.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Document
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.problems import Problem

LIEUX = "lieux"
COURANTS = "courants"
"""Names of the files of places and of common words; the others are named after a language."""
THEMES_MAX = 5
"""Themes that one expression may lead to: beyond, it says nothing of what somebody needs."""


@dataclass(frozen=True)
class Synonymes:
    """`mots`: expressions by language and theme. `lieux`: slugs of the quartiers that a name covers.

    `courants`: by language, common words that look like one of the search and are none.
    """

    mots: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    lieux: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    courants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_synonyms(
    documents: Mapping[str, Document],
    themes: Collection[str],
    quartiers: Collection[str],
    proche: Callable[[str], list[str]],
) -> tuple[Synonymes, list[Problem]]:
    """Return what the files say, by name (`fr`, `lieux`), and what is wrong; a broken line leads nowhere.

    `proche` gives the themes likest to a word, best first.
    """
    problems: list[Problem] = []
    words: dict[str, Mapping[str, tuple[str, ...]]] = {}
    places: Mapping[str, tuple[str, ...]] = {}
    common: Mapping[str, tuple[str, ...]] = {}
    for name, document in documents.items():
        lists = _lists(document, problems)
        if name == LIEUX:
            problems += _unknown_quartiers(document, lists, quartiers)
            known = {place: tuple(slug for slug in slugs if slug in quartiers) for place, slugs in lists.items()}
            places = {place: slugs for place, slugs in known.items() if slugs}
        elif name == COURANTS:
            problems += [
                document.probleme("courants-sans-langue", (key,), valeur=key, sur_cle=True)
                for key in lists
                if key not in LANGUES_DU_SITE
            ]
            common = {langue: said for langue, said in lists.items() if langue in LANGUES_DU_SITE}
        else:
            problems += _unknown_themes(document, lists, themes, proche)
            problems += _vague(document, lists)
            words[name] = {theme: said for theme, said in lists.items() if theme in themes}
    return Synonymes(words, places, common), problems


def _lists(document: Document, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, value in (document.donnees or {}).items():
        if isinstance(value, list) and all(isinstance(item, str) and slug(item) for item in value):
            found[key] = tuple(value)
        else:
            problems.append(document.probleme("synonymes-liste", (key,), cle=key))
    return found


def _unknown_themes(
    document: Document,
    lists: Mapping[str, tuple[str, ...]],
    themes: Collection[str],
    proche: Callable[[str], list[str]],
) -> Iterator[Problem]:
    for theme in lists:
        if theme not in themes:
            nearest = next(iter(proche(theme)), "")
            yield document.probleme("synonyme-sans-theme", (theme,), valeur=theme, sur_cle=True, proche=nearest)


def _unknown_quartiers(
    document: Document, lists: Mapping[str, tuple[str, ...]], quartiers: Collection[str]
) -> Iterator[Problem]:
    for name, slugs in lists.items():
        for rank, wanted in enumerate(slugs):
            if wanted not in quartiers:
                near = slug(wanted) if slug(wanted) in quartiers else ""
                yield document.probleme("lieu-dit-inconnu", (name, rank), valeur=wanted, proche=near)


def _vague(document: Document, lists: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    places: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for theme, said in lists.items():
        for rank, expression in enumerate(said):
            places[slug(expression)].append((theme, rank))
    for found in places.values():
        if len({theme for theme, _ in found}) > THEMES_MAX:
            theme, rank = found[-1]
            expression = lists[theme][rank]
            yield document.probleme(
                "synonyme-vague", (theme, rank), valeur=expression, nombre=len(found), limite=THEMES_MAX
            )
