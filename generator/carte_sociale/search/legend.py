"""What the markers of a moving map mean: a sign and a name for each family of needs, and the family of each theme."""

from collections.abc import Callable

import orjson

from carte_sociale.model.vocabulary import Vocabulaires


def legend(vocabulaires: Vocabulaires, signe: Callable[[str], str]) -> bytes:
    """Return the legend as JSON; `signe` gives the SVG of an icon.

    `familles`: [id, name by language, SVG] in the order of the vocabulary; `themes`: [id, rank of its family], in the
    order in which the columns of records count themes.
    """
    familles = vocabulaires["familles"]
    rank = {id_: place for place, id_ in enumerate(familles.ids)}
    return orjson.dumps(
        {
            "familles": [[terme.id, terme.label, signe(terme.icone or "")] for terme in familles],
            "themes": [[theme.id, rank[theme.famille or ""]] for theme in vocabulaires["themes"]],
        }
    )
