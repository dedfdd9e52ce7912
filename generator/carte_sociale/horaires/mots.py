"""The words that volunteers and web pages use for hours, in French and in Dutch: one table a language.

Words are written without accents or capitals, as the text is compared. Each stands for a kind of token and a
value; the grammar in `phrases` reads kinds only. A word that the two languages share with another meaning
(``ma``, ``di``) simply stands in both tables: the language is decided by the whole text.

"Jours ouvrables" and "werkdagen" are read as Monday to Friday, which is how the services of Brussels use them.
"""

from . import mots_fr, mots_nl
from .resultats import Langue
from .sortes import Sorte, Table, Valeur


def _table(mots: Table, moments: dict[str, Valeur]) -> dict[str, tuple[Sorte, Valeur]]:
    table = {mot: (sorte, valeur) for sorte, liste in mots.items() for mot, valeur in liste.items()}
    return table | {mot: (Sorte.MOMENT, valeur) for mot, valeur in moments.items()}


MOTS: dict[Langue, dict[str, tuple[Sorte, Valeur]]] = {
    "fr": _table(mots_fr.TABLE, mots_fr.MOMENTS),
    "nl": _table(mots_nl.TABLE, mots_nl.MOMENTS),
}
