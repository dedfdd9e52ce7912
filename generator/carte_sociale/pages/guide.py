"""The style guide: tokens, components and every state, on what is invented; a page a thing shows it whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.ties import by_kind
from carte_sociale.pages import network, organisations, ties
from carte_sociale.pages.page import Page
from carte_sociale.pages.tokens import Jetons
from carte_sociale.routes import address

_LANDMARK = re.compile(r"<(/?)(?:nav|aside|section|header|footer|main)\b")
_NAMED = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"')
_ANCHOR = re.compile(r'href="#([^"=]+)"')


@dataclass(frozen=True, slots=True)
class Guide:
    """What the guide shows: its own small atlas, with its network, tokens, and the components that have examples."""

    atlas: Atlas[Entree]
    jetons: Jetons
    composants: tuple[str, ...]


def pages(guide: Guide, langue: str) -> Iterator[Page]:
    """Yield the guide, and the whole page of each invented thing below it."""
    contexte = {
        "exemples": guide.atlas.par_id,
        "liens": {entree.id: guide.atlas.liens_de(entree) for entree in guide.atlas.entrees},
        "par_sorte": by_kind,
        "reseau": guide.atlas.donnees.reseau,
        **_ties(guide, langue),
        "jetons": guide.jetons,
        "composants": guide.composants,
        "isoler": isolated,
    }
    elements = list(network.element_pages(guide.atlas, langue))
    invented = frozenset(guide.atlas.par_id) | {page.contexte["element"].id for page in elements}
    here = address("guide-de-style", langue)
    yield Page(here, langue, "guide-de-style", "pages/guide-de-style.html", contexte, indexee=False, exemples=invented)
    for entree in guide.atlas.entrees:
        page = organisations.record_page(guide.atlas, entree, langue, guide.atlas.liens_de(entree))
        yield _example(page, entree.id, invented)
    for page in elements:
        yield _example(page, page.contexte["element"].id, invented)


def _example(page: Page, id_: str, invented: frozenset[str]) -> Page:
    """The page of something invented, below the guide and out of every search engine."""
    adresse = address("exemple", page.langue, id_)
    return replace(page, adresse=adresse, sorte="exemple", jsonld=None, indexee=False, exemples=invented)


def _ties(guide: Guide, langue: str) -> dict[str, object]:
    """The ties of the invented records, as the page of a quartier shows them: half are of it, half from elsewhere."""
    fils = guide.atlas.fils_de(guide.atlas.entrees)
    here = frozenset(fil.de.id for fil in fils)
    return {
        "dessin": ties.drawing(guide.atlas, fils, here, langue),
        "groupes": ties.groups(guide.atlas, fils, here, langue, apart=False),
        "groupes_a_part": ties.groups(guide.atlas, fils, here, langue, apart=True),
    }


def isolated(html: str, prefixe: str) -> Markup:
    """Return a fragment that may stand many times in a page: ids of its own, and no landmark."""

    def renamed(match: re.Match[str]) -> str:
        names = " ".join(f"{prefixe}-{name}" for name in match[2].split())
        return f'{match[1]}="{names}"'

    own = frozenset(re.findall(r'\bid="([^"]+)"', html))
    html = _LANDMARK.sub(lambda match: "</div" if match[1] else '<div role="group"', html)
    html = _ANCHOR.sub(lambda m: f'href="#{prefixe}-{m[1]}"' if m[1] in own else m[0], html)
    return Markup(_NAMED.sub(renamed, html))
