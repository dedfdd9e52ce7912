"""Words of the field in running text: which ones occur, where each is met first, and the glossary they come from.

A `sigle` is a way to write a word that nobody takes for an ordinary one: in one piece, with a capital (CPAS, Brusano).
Ordinary words (bassin, forfait) stand in the glossary and are not sought in texts.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from carte_sociale.atlas.order import initial, sort_key
from carte_sociale.model.comparaison import SourceDatee
from carte_sociale.model.mot import Mot
from carte_sociale.model.vocabulary import Vocabulaires

VOCABULAIRES = {"themes": "theme", "natures": "nature", "dispositifs_types": "type"}
"""Vocabularies of the glossary, and the sort of link that names their terms; two of them may use one id."""


class Definition(NamedTuple):
    """A line of the glossary: an anchor, a word, what it stands for, what it means, the same in plain words.

    `theme` is the id of the theme that it is, `page` the word whose page says more; empty where there is none.
    `sources` are the pages that were read for it.
    """

    ancre: str
    mot: str
    signifie: str
    definition: str
    note: str
    theme: str = ""
    page: str = ""
    sources: tuple[SourceDatee, ...] = ()


@dataclass(frozen=True, eq=False)
class Glossaire:
    """The words of the glossary by id. Compared by identity: there is one a run."""

    mots: Mapping[str, Mot]

    @cached_property
    def _par_sigle(self) -> Mapping[str, Mot]:
        return {form: mot for mot in self.mots.values() for form in mot.formes if is_acronym(form)}

    @cached_property
    def _sigles(self) -> re.Pattern[str]:
        longest_first = sorted(self._par_sigle, key=lambda form: (-len(form), form))
        return re.compile(rf"(?<![\w&-])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w&])")

    def acronymes(self, textes: Iterable[str]) -> tuple[Mot, ...]:
        """Return the words whose acronyms or names occur in some texts, each once, as they are met."""
        found = {mot.id: mot for texte in textes for _, mot in self.marquer(texte) if mot}
        return tuple(found.values())

    def marquer(self, texte: str, deja: Collection[str] = ()) -> Iterator[tuple[str, Mot | None]]:
        """Cut a text into pieces, with the word that a piece is where one is met for the first time.

        `deja` are the ids of words that need no mark, since they were met before.
        """
        met, start = set(deja), 0
        for match in self._sigles.finditer(texte):
            mot = self._par_sigle[match[0]]
            if mot.id in met:
                continue
            met.add(mot.id)
            if match.start() > start:
                yield texte[start : match.start()], None
            yield match[0], mot
            start = match.end()
        if start < len(texte):
            yield texte[start:], None

    def definitions(self, vocabulaires: Vocabulaires, langue: str) -> list[Definition]:
        """Return the glossary of a language in the order of its words: ours, and terms that no word of ours is.

        A theme and a nature that the language names alike (épicerie sociale) are one line, that of the theme.
        """
        said = {(link.sorte, link.id) for mot in self.mots.values() for link in mot.est}
        found = [_of_word(mot, langue) for mot in self.mots.values()]
        words = {sort_key(line.mot) for line in found}
        for name, sort in VOCABULAIRES.items():
            for term in vocabulaires[name]:
                word = (term.terme or term.label)[langue]
                if (sort, term.id) not in said and sort_key(word) not in words and term.definition:
                    words.add(sort_key(word))
                    note = term.label[langue] if term.terme or sort == "theme" else ""
                    theme = term.id if sort == "theme" else ""
                    found.append(Definition(f"{name}-{term.id}", word, "", term.definition[langue], note, theme))
        return sorted(found, key=lambda line: (sort_key(line.mot), line.ancre))


def _of_word(mot: Mot, langue: str) -> Definition:
    stands_for = mot.signifie[langue] if mot.signifie else ""
    theme = next((link.id for link in mot.est if link.sorte == "theme"), "")
    page = mot.id if mot.page else ""
    return Definition(mot.id, mot.mot[langue], stands_for, mot.definition[langue], "", theme, page, mot.sources)


def by_letter(definitions: Sequence[Definition]) -> list[tuple[str, list[Definition]]]:
    """Return lines already sorted, under the first letter of their word."""
    letters: dict[str, list[Definition]] = {}
    for line in definitions:
        letters.setdefault(initial(line.mot), []).append(line)
    return list(letters.items())


def is_acronym(form: str) -> bool:
    """Return whether a way to write a word is sought in texts."""
    return " " not in form and form != form.lower()
