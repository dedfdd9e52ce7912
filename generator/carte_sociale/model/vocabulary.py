"""The vocabularies (`content/_data/vocabulaires/<name>.yml`): closed lists of terms in three languages.

One class holds the terms of every vocabulary, since whoever shows a record asks for "the term of this id" whatever
the field; what only some vocabularies carry is listed once, in `_PROPRES`, and refused elsewhere.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, StringConstraints, ValidationError

from carte_sociale.model.fields import LANGUES_DU_SITE, Modele, Slug

_PROPRES: dict[str, frozenset[str]] = {
    "canaux": frozenset({"a_distance"}),
    "familles": frozenset({"icone"}),
    "langues": frozenset({"propre"}),
    "modes_acces": frozenset({"a_distance"}),
    "natures": frozenset({"secteur"}),
    "precisions_position": frozenset({"approximatif"}),
    "relations": frozenset({"inverse"}),
    "themes": frozenset({"famille", "voisins", "quand", "facile"}),
}
"""The fields that one vocabulary requires and the others refuse."""
_DES_THEMES = frozenset({"signale", "grave"})
"""Those that a theme may have, and no other term."""

_SEUIL = 70
"""Below this likeness (0 to 100, rapidfuzz's WRatio) a term is not worth suggesting."""

_ECART = 10
"""Terms this much less like than the best one are noise: WRatio gives 90 to a word found inside another."""


def _complete(value: dict[str, Any]) -> dict[str, Any]:
    if set(value) != set(LANGUES_DU_SITE):
        raise ValueError(f"needs {', '.join(LANGUES_DU_SITE)} and no other language")
    return value


_Mot = Annotated[str, StringConstraints(min_length=1)]
Traduit = Annotated[dict[str, _Mot], AfterValidator(_complete)]
Listes = Annotated[dict[str, tuple[_Mot, ...]], AfterValidator(_complete)]

_AUCUN: dict[str, tuple[str, ...]] = dict.fromkeys(LANGUES_DU_SITE, ())


class Equivalents(Modele):
    """The same thing elsewhere: values of data·inclusion v1, a type of schema.org, a tag of OpenStreetMap."""

    data_inclusion: tuple[_Mot, ...] = ()
    schema_org: _Mot | None = None
    osm: _Mot | None = None


class Terme(Modele):
    """A term. `label` in plain words; `terme` the field's own word, None where the label is that word.

    `inverse` reads a relation from its other end; `propre` names a language in itself; `icone` is a file of Material's
    icons without `.svg`; `a_distance` marks hours, and ways in, for which nobody has to come; `signale` says why a
    theme's pages carry a quick exit; `grave` marks another theme that nobody may be shown for a word that looks like
    one of its own; `voisins` are themes easily mistaken for this one; `facile` holds easy-to-read sentences.
    """

    id: Slug
    label: Traduit
    terme: Traduit | None = None
    definition: Traduit | None = None
    synonymes: Listes = _AUCUN
    equivalents: Equivalents = Equivalents()
    icone: _Mot | None = None
    propre: _Mot | None = None
    secteur: Slug | None = None
    approximatif: bool | None = None
    a_distance: bool | None = None
    inverse: Traduit | None = None
    famille: Slug | None = None
    signale: Literal["addictions", "sexualite", "suicide", "violence"] | None = None
    grave: bool | None = None
    voisins: tuple[Slug, ...] = ()
    quand: Traduit | None = None
    facile: Listes = _AUCUN


@dataclass(frozen=True)
class Vocabulaire:
    """The terms of one vocabulary, in the order of its file."""

    nom: str
    termes: tuple[Terme, ...]

    def __iter__(self) -> Iterator[Terme]:
        return iter(self.termes)

    @cached_property
    def _par_id(self) -> dict[str, Terme]:
        return {terme.id: terme for terme in self.termes}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id, in order."""
        return tuple(self._par_id)

    def get(self, id_: str) -> Terme | None:
        """Return the term with this id, or None."""
        return self._par_id.get(id_)

    @cached_property
    def _mots(self) -> tuple[tuple[str, str], ...]:
        """(word, id), ids first, then labels and terms, then synonyms: of two words as like, the first one counts."""
        ids = [(t.id, t.id) for t in self.termes]
        noms = [(n, t.id) for t in self.termes for d in (t.label, t.terme or {}) for n in (*d.values(), t.propre or "")]
        autres = [(s, t.id) for t in self.termes for liste in t.synonymes.values() for s in liste]
        return tuple((_normaliser(mot), id_) for mot, id_ in (*ids, *noms, *autres))

    def plus_proche(self, valeur: str) -> list[str]:
        """Return up to five ids whose id, label, term or synonym in any language is like `valeur`, likest first.

        Where one is the very word, those alone.
        """
        from rapidfuzz import fuzz, process

        exact = list(dict.fromkeys(id_ for mot, id_ in self._mots if mot and mot == _normaliser(valeur)))
        if exact:
            return exact[:5]
        mots = [mot for mot, _ in self._mots]
        proches = process.extract(_normaliser(valeur), mots, scorer=fuzz.WRatio, score_cutoff=_SEUIL, limit=None)
        rangs = sorted((-score, index) for _, score, index in proches)
        return list(dict.fromkeys(self._mots[i][1] for likeness, i in rangs if likeness < rangs[0][0] + _ECART))[:5]


@dataclass(frozen=True)
class Vocabulaires:
    """Every vocabulary by its name, which is its file's."""

    par_nom: Mapping[str, Vocabulaire]

    def __getitem__(self, nom: str) -> Vocabulaire:
        """Return the vocabulary; KeyError where none has this name."""
        return self.par_nom[nom]


class TermeInvalide(ValueError):
    """A term that is broken: `vocabulaire` is its file's name, `rang` its place in the file, from 0."""

    def __init__(self, vocabulaire: str, rang: int, detail: str) -> None:
        super().__init__(f"{vocabulaire}: {detail}")
        self.vocabulaire = vocabulaire
        self.rang = rang


def construire(donnees: Mapping[str, Sequence[Mapping[str, Any]]]) -> Vocabulaires:
    """Return the vocabularies from their parsed files, by name. `TermeInvalide` on the first term that is broken."""
    par_nom = {
        nom: Vocabulaire(nom, tuple(_terme(nom, rang, terme) for rang, terme in enumerate(termes)))
        for nom, termes in sorted(donnees.items())
    }
    for vocabulaire in par_nom.values():
        _verifier_liens(vocabulaire, par_nom)
    return Vocabulaires(par_nom)


def _terme(nom: str, rang: int, brut: Any) -> Terme:
    if not isinstance(brut, Mapping):
        raise TermeInvalide(nom, rang, "a term is a block of keys")
    propres = _PROPRES.get(nom, frozenset())
    absents = propres - brut.keys()
    etrangers = brut.keys() & (frozenset().union(*_PROPRES.values()) - propres)
    if absents or etrangers or (nom != "themes" and _DES_THEMES & brut.keys()):
        detail = f"{brut.get('id')}: lacks {sorted(absents)}, may not have {sorted(etrangers)}"
        raise TermeInvalide(nom, rang, detail)
    try:
        return Terme.model_validate(brut)
    except ValidationError as erreur:
        fautes = [f"{'.'.join(str(cle) for cle in e['loc'])} ({e['msg']})" for e in erreur.errors(include_url=False)]
        raise TermeInvalide(nom, rang, f"{brut.get('id')}: {', '.join(fautes)}") from erreur


def _verifier_liens(vocabulaire: Vocabulaire, par_nom: Mapping[str, Vocabulaire]) -> None:
    vus: set[str] = set()
    for rang, terme in enumerate(vocabulaire):
        if terme.id in vus:
            raise TermeInvalide(vocabulaire.nom, rang, f"an id stands twice: {terme.id}")
        vus.add(terme.id)
        liens = [("familles", terme.famille), ("secteurs", terme.secteur), *(("themes", v) for v in terme.voisins)]
        for nom, vise in liens:
            if vise and (nom not in par_nom or par_nom[nom].get(vise) is None):
                raise TermeInvalide(vocabulaire.nom, rang, f"{terme.id}: {vise} is not in {nom}")


def _normaliser(texte: str) -> str:
    from rapidfuzz import utils

    decompose = unicodedata.normalize("NFKD", texte)
    return utils.default_process("".join(c for c in decompose if not unicodedata.combining(c)))
