"""Do the sites that are compared say the same? The words of sampled pages, in their order, against ours.

Hugo and Eleventy carry our head and foot of page: the whole body is compared. mkdocs-material keeps its own menus,
search and foot: what is compared is its article, with our `<main>`.
"""

import difflib
import random
from pathlib import Path

from contenu import words
from lxml import html
from pairs import FICHES, MATERIAL

SEUIL = 0.98
"""Part of the words that agree, from 0 to 1, below which nothing is compared."""
PAGES = 20


class Desaccord(RuntimeError):
    """Two generators do not say the same; the message shows what one says and the other does not."""


def check(name: str, site: Path, ours: Path) -> float:
    """Return the least agreement, from 0 to 1, of sampled pages of a generator with ours. `Desaccord` below `SEUIL`."""
    whole = name != MATERIAL
    paths = sorted(path.relative_to(ours) for path in (ours / FICHES).glob("*/index.html"))
    least = 1.0
    for path in random.Random(name).sample(paths, min(PAGES, len(paths))):
        mine = read_words(ours / path, "body" if whole else "body//main")
        theirs = read_words(site / path, "body" if whole else "body//article")
        least = min(least, part := likeness(mine, theirs))
        if part < SEUIL:
            different = [line for line in difflib.ndiff(mine, theirs) if line[0] in "-+"]
            raise Desaccord(f"{name}, {path} : {part:.1%} des mots seulement.\n" + "\n".join(different[:80]))
    return least


def read_words(path: Path, where: str) -> list[str]:
    """Return the words of an element of a page."""
    return words(html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot().find(where))


def likeness(mine: list[str], theirs: list[str]) -> float:
    """Return the part of the words of both that stand in the same order in both."""
    return difflib.SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


def self_check() -> None:
    """Check the measure itself on a page whose words are known. `Desaccord` where it sees too much or too little."""
    text = """<body><p>Un <b>mo</b>t,<br>deux<svg><title>non</title></svg></p><ul><li>trois</li><li hidden>non</li></ul>
        <script>non</script><table><tr><th>quatre</th><td>cinq</td></tr></table></body>"""
    seen = words(html.document_fromstring(text).find("body"))
    if seen != ["Un", "mot,", "deux", "trois", "quatre", "cinq"]:
        raise Desaccord(f"La mesure elle-même lit {seen}.")
    hundred = [str(number) for number in range(100)]
    if not likeness(hundred, hundred[:95]) < SEUIL < likeness(hundred, hundred[:99]) < likeness(hundred, hundred):
        raise Desaccord("La mesure elle-même ne voit pas cinq mots qui manquent sur cent.")
