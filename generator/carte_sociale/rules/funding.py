"""Recognitions and fundings: dates that hold, an end that asks for news, and never an amount of money."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from carte_sociale.loading.document import Chemin, Document
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.fiche import Reconnaissance
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte, textes_de
from carte_sociale.rules.glance import Apercu, only_where

AMOUNT = re.compile(
    r"\d[\d.\s,]{0,20}(?:k|m|mio\s*)?(?:€|eur\b|euros?\b)|(?:€|\beur\b)\s*\d|\d\s*(?:millions?|miljoen|duizend)\b",
    re.IGNORECASE,
)
_SUBSIDY = re.compile(r"\b(?:subsid|subvent|toelage|dotation|dotatie|grant\b)", re.IGNORECASE)
"""Words of money that an organisation receives; a visitor's price has none of them beside it."""
_SUBSIDIES = (b"subsid", b"subvent", b"toelage", b"dotati", b"grant")
_GRANTS = frozenset({"reconnaissances", "financements"})
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_SETTLED = frozenset({"confirme", "echu-a-confirmer", "demande-en-cours", "non-renouvele", "duree-indeterminee"})
"""States of renewal that already say what became of a funding whose end has passed."""


Grant = tuple[Chemin, Reconnaissance]
"""A recognition or a funding, with its place in its file."""


def _grants(lue: FicheLue) -> Iterator[Grant]:
    if lue.ebauche is None:
        return
    for index, grant in enumerate(lue.ebauche.reconnaissances):
        yield ("reconnaissances", index), grant
    for index, grant in enumerate(lue.ebauche.financements):
        yield ("financements", index), grant


def _may_tell_an_amount(seen: Apercu) -> bool:
    data = seen.document.donnees
    money = "€" in seen.ensemble or seen.holds(b"eur", b"million", b"miljoen", b"duizend")
    return money and isinstance(data, dict) and not _GRANTS.isdisjoint(data)


@only_where(_may_tell_an_amount)
def no_amount(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A recognition or a funding never says how much money."""
    for text in textes_de(lue):
        if text.chemin[0] in _GRANTS and AMOUNT.search(text.texte):
            yield lue.document.probleme("montant-interdit", text.chemin)


@only_where(lambda seen: seen.holds(*_SUBSIDIES) and _SUBSIDY.search(seen.ensemble) is not None)
def no_amount_in_texts(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """No sentence of a record says how much subsidy somebody receives; a visitor's price is welcome."""
    for text in textes_de(lue):
        if text.chemin[0] in _GRANTS or text.chemin[0] == "sources":
            continue
        for sentence in _SENTENCE.split(text.texte):
            if _SUBSIDY.search(sentence) and (match := AMOUNT.search(sentence)):
                yield lue.document.probleme("montant-dans-texte", text.chemin, valeur=match[0].strip())
                break


def grants_hold(document: Document, grants: Iterable[Grant], aujourdhui: date) -> Iterator[Problem]:
    """A funding ends after it begins, and an end passed without news means "à confirmer", never "fermé"."""
    for path, grant in grants:
        if not grant.fin:
            continue
        if grant.debut and grant.fin.au_plus_tard < grant.debut.au_plus_tot:
            yield document.probleme("periode-inversee", (*path, "fin"), valeur=grant.fin.iso, debut=grant.debut.iso)
        if grant.fin.au_plus_tard < aujourdhui and grant.renouvellement not in _SETTLED:
            yield document.probleme("financement-echu", (*path, "fin"), valeur=grant.fin.iso)


def recognitions_and_fundings_hold(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """The recognitions and the fundings of a record hold (`grants_hold`)."""
    yield from grants_hold(lue.document, _grants(lue), contexte.aujourdhui)


REGLES_FICHE = (no_amount, no_amount_in_texts, recognitions_and_fundings_hold)
