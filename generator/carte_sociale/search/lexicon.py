"""What words lead to: themes, kinds of organisation, publics, communes and quartiers, as one language says them."""

from collections.abc import Iterable, Mapping

import orjson

from carte_sociale.loading.project import Donnees
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.model.territory import Commune
from carte_sociale.model.vocabulary import Terme


def lexicon(donnees: Donnees, langue: str) -> bytes:
    """Return the lexicon of a language as JSON.

    Lists in the order of the vocabularies, whose ranks the columns of records refer to: `themes` [id, label, words,
    danger of which it speaks], `natures` and `publics` [id, label, words], `communes` [slug, name, other
    names, postcodes], `quartiers` [code, slug, name, other names].
    """
    vocabulaires, territoire = donnees.vocabulaires, donnees.territoire
    spoken = donnees.synonymes.mots.get(langue, {})
    lived = _lived(donnees.synonymes.lieux)
    return orjson.dumps(
        {
            "themes": [
                [t.id, t.label[langue], [*_own(t, langue), *t.synonymes[langue], *spoken.get(t.id, ())], t.signale]
                for t in vocabulaires["themes"]
            ],
            "natures": [
                [t.id, t.label[langue], [*_own(t, langue), *t.synonymes[langue]]] for t in vocabulaires["natures"]
            ],
            "publics": [[t.id, t.label[langue], list(t.synonymes[langue])] for t in vocabulaires["publics"]],
            "communes": [
                [c.slug, c.nom[langue], sorted(_names_of(c, territoire.communes)), list(c.codes_postaux)]
                for c in territoire.communes
            ],
            "quartiers": [
                [
                    q.code,
                    q.slug,
                    q.nom[langue],
                    sorted({*q.nom.values(), *lived.get(q.slug, ())} - {q.nom[langue]}),
                ]
                for q in territoire.quartiers
            ],
        }
    )


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


def _lived(lieux_dits: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, slugs in lieux_dits.items():
        for slug in slugs:
            found.setdefault(slug, []).append(name)
    return found
