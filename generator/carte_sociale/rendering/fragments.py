"""What a record looks like in lists, rendered once a language and used in each of them.

A card stands on six pages a language, a name on a dozen. What differs from page to page is left open by a mark (control
characters, which no record may hold): the way up to the site's root, the level of a heading, the numbers of a map.
At 10,000 records this makes lists cost a twentieth of what rendering each card anew does.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from jinja2 import Environment
from markupsafe import Markup

from carte_sociale.atlas.entries import Entree, HoraireLu, LieuSitue
from carte_sociale.atlas.scopes import REGION, Portees, named, piece_of
from carte_sociale.pages.quartiers import Numerotee
from carte_sociale.rendering.links import RACINE, PageLinks

NIVEAU = "\x02"
"""Stands for the level of a card's heading."""
_NIVEAU, _RACINE = NIVEAU.encode(), RACINE.encode()
_MARK = re.compile("\x05([0-9]+)\x05")
"""Stands in a page for a list."""
_NUMERO = "\x03{}\x04"
"""Stands for the number on the map of the place of this rank in the quartier."""
_FICHE = "components/carte-fiche/carte-fiche.html"
_TABLEAU = "components/tableau/tableau.html"

Fragments = Mapping[str, str]
"""By name: `carte`, `nom`, `nom-sans-commune`, `rangees` (`atlas.scopes.named`), `quartier-CODE` for the card beside
that map."""


class Magasin(Protocol):
    """Where fragments of records are found."""

    def lire(self, entree: Any, nom: str) -> bytes:
        """Return one fragment of an entry, in the language of the store."""
        ...


@dataclass(frozen=True, slots=True)
class AuQuartier:
    """What the macro of a card reads of a record beside the map of a quartier: its places there, with their marks."""

    entree: Entree
    code: int

    @property
    def lieux(self) -> tuple[tuple[str | None, LieuSitue], ...]:
        """Its places in the quartier, each under its number; None where a place has no point to draw."""
        here = (lieu for lieu in self.entree.lieux if lieu.quartier is not None and lieu.quartier.code == self.code)
        return tuple((_NUMERO.format(rank) if lieu.point else None, lieu) for rank, lieu in enumerate(here))

    @property
    def numeros(self) -> tuple[str, ...]:
        """Its numbers on the map, in order."""
        return tuple(numero for numero, _ in self.lieux if numero is not None)

    @property
    def horaires(self) -> tuple[HoraireLu, ...]:
        """The hours that hold in the quartier: a place elsewhere may be open while the one here is not."""
        return self.entree.horaires_a(frozenset(lieu.lieu.id for _, lieu in self.lieux))

    @property
    def heures_sures(self) -> bool:
        """Whether some of these hours may be trusted on some day."""
        return any(hours.paquet for hours in self.horaires)

    @property
    def approximatif(self) -> bool:
        """Whether no place of it is drawn at its door."""
        return all(lieu.approximatif for numero, lieu in self.lieux if numero is not None)


def fragments_of(environment: Environment, ici: PageLinks, portees: Portees, entree: Entree) -> Fragments:
    """Return every fragment of an entry, in the language of an environment; `ici` are links from anywhere."""
    fiche: Any = environment.get_template(_FICHE).module
    tableau: Any = environment.get_template(_TABLEAU).module
    found = {
        "carte": fiche.carte_fiche(ici, entree, NIVEAU),
        "nom": fiche.ligne_de_nom(ici, entree, True),
        "nom-sans-commune": fiche.ligne_de_nom(ici, entree, False),
    }
    rows = [str(tableau.rangee(ici, entree, situe)) for situe in entree.services or (None,)]
    for portee, some in portees.par_service(entree, rows).items():
        found[named("rangees", portee)] = "".join(some)
    for code in entree.quartiers:
        found[f"quartier-{code}"] = fiche.carte_fiche(ici, entree, NIVEAU, AuQuartier(entree, code))
    return {name: str(html) for name, html in found.items()}


class MagasinVif:
    """Renders what it is asked for, once: the store of a few records held whole (the style guide, tests)."""

    def __init__(self, environment: Environment, ici: PageLinks, portees: Portees) -> None:
        self._environment, self._ici, self._portees = environment, ici, portees
        self._found: dict[tuple[int, frozenset[str]], tuple[Entree, Fragments]] = {}

    def lire(self, entree: Entree, nom: str, exemples: frozenset[str] = frozenset()) -> bytes:
        """Return one fragment of an entry; `exemples` are the ids of invented records, whose links lead elsewhere."""
        key = (id(entree), exemples)
        if key not in self._found:
            links = replace(self._ici, exemples=exemples)
            self._found[key] = (entree, fragments_of(self._environment, links, self._portees, entree))
        html: str = piece_of(self._found[key][1], nom)
        return html.encode()


class Listes:
    """Lists of records for templates, made of fragments: each function gives what stands inside a list's element.

    A template gets a mark only, since it would copy megabytes of cards from string to string; `filled` puts what each
    mark stands for into the finished page.
    """

    def __init__(self, magasin: Magasin | None, vif: MagasinVif) -> None:
        self._magasin, self._vif = magasin, vif
        self._made: list[bytes] = []

    def cartes(self, ici: PageLinks, entrees: Iterable[Any], niveau: int) -> Markup:
        """Cards, their headings of a level."""
        cards = b"</li>\n<li>".join([self._lire(ici, entree, "carte") for entree in entrees])
        return self._mark(ici, b"<li>" + cards.replace(_NIVEAU, b"%d" % niveau) + b"</li>\n")

    def cartes_seules(self, ici: PageLinks, entrees: Iterable[Any], niveau: int) -> list[bytes]:
        """Cards one by one, for the files of the search."""
        level, root = b"%d" % niveau, ici.racine.encode()
        cards = (self._lire(ici, entree, "carte") for entree in entrees)
        return [card.replace(_NIVEAU, level).replace(_RACINE, root) for card in cards]

    def cartes_numerotees(self, ici: PageLinks, numerotees: Iterable[Numerotee], niveau: int) -> Markup:
        """Cards with their numbers on the map of a quartier."""
        items = b"".join([self._numbered(ici, item) for item in numerotees])
        return self._mark(ici, items.replace(_NIVEAU, b"%d" % niveau))

    def noms(self, ici: PageLinks, entrees: Iterable[Any], avec_communes: bool) -> Markup:
        """Names, with or without their communes."""
        name = "nom" if avec_communes else "nom-sans-commune"
        return self._mark(ici, b"".join([self._lire(ici, entree, name) for entree in entrees]))

    def rangees(self, ici: PageLinks, entrees: Iterable[Any], portee: str = REGION) -> Markup:
        """Rows of the table of a part of the Region, one a service that is given there."""
        name = named("rangees", portee)
        return self._mark(ici, b"".join([self._lire(ici, entree, name) for entree in entrees]))

    def filled(self, page: str) -> bytes:
        """Return a page with what its marks stand for. Marks hold for one page."""
        made, self._made = self._made, []
        texts = _MARK.split(page)[::2] if made else [page]
        places = [int(rank) for rank in _MARK.findall(page)] if made else []
        parts = [text.encode() for text in texts]
        return parts[0] + b"".join(made[rank] + after for rank, after in zip(places, parts[1:], strict=True))

    def _numbered(self, ici: PageLinks, item: Numerotee) -> bytes:
        html = self._lire(ici, item.entree, f"quartier-{item.quartier}")
        for rank, numero in enumerate(item.places):
            if numero is not None:
                html = html.replace(_NUMERO.format(rank).encode(), b"%d" % numero)
        first = b' id="lieu-%d"' % item.numeros[0] if item.numeros else b""
        return b"<li%b>%b</li>\n" % (first, html)

    def _lire(self, ici: PageLinks, entree: Any, name: str) -> bytes:
        if self._magasin is None or isinstance(entree, Entree):
            return self._vif.lire(entree, name, ici.exemples)
        return self._magasin.lire(entree, name)

    def _mark(self, ici: PageLinks, html: bytes) -> Markup:
        placed = html.replace(_RACINE, ici.racine.encode())
        if ici.exemples:
            return Markup(placed.decode())  # the style guide gives ids of their own to what stands in it many times
        self._made.append(placed)
        return Markup(f"\x05{len(self._made) - 1}\x05")
