"""Pages to files: one environment a language, one file a page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
from jinja2 import Environment
from markupsafe import Markup

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import Entree, HoraireLu
from carte_sociale.atlas.meetings import CONFIANCE, seances
from carte_sociale.atlas.notices import Listable
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.territory import Bassin, Commune, Nom, Quartier
from carte_sociale.pages.page import Page
from carte_sociale.rendering.assets import Assets
from carte_sociale.rendering.environment import make_environment
from carte_sociale.rendering.fragments import Fragments, Listes, Magasin, MagasinVif, fragments_of
from carte_sociale.rendering.labels import labels
from carte_sociale.rendering.links import LinksFromAnywhere, PageLinks
from carte_sociale.rendering.qr import code_qr
from carte_sociale.rendering.svg_map import carte_svg_quartier, carte_svg_region
from carte_sociale.rendering.svg_ties import arcs_svg
from carte_sociale.routes import Edition

_REPERES = "components/reperes/reperes.html"
NIVEAU_TROUVE = 3
"""Level of the headings of cards that a search found."""

Fichier = tuple[str, bytes]
"""A path relative to the site's folder, and what it holds."""


class Reperes:
    """The macros of `_REPERES` with the links of one page (`search.territory.Reperes`)."""

    def __init__(self, macros: Any, ici: PageLinks) -> None:
        self._macros, self._ici = macros, ici

    def endroit(self, sorte: str, chose: Commune | Quartier) -> str:
        """Return a link to a commune or a quartier."""
        return str(self._macros.endroit(self._ici, sorte, chose)).strip()

    def cpas(self, entree: Listable) -> str:
        """Return the row of a CPAS."""
        return str(self._macros.cpas(self._ici, entree)).strip()

    def contrat(self, dispositif: Dispositif, lien: str) -> str:
        """Return the row of a local social-health contract."""
        return str(self._macros.contrat(self._ici, dispositif, lien)).strip()

    def contrats(self, contrats: Sequence[tuple[Dispositif, str]]) -> str:
        """Return the row of the contracts of parts of a commune."""
        return str(self._macros.contrats(self._ici, contrats)).strip()

    def bassin(self, bassin: Bassin, lien: str, partie: Nom | None = None) -> str:
        """Return the row of a bassin."""
        return str(self._macros.bassin(self._ici, bassin, lien, partie)).strip()


class Rendu:
    """Renders pages of one atlas: an environment a language, what is the same on many pages only once.

    `magasin` gives, for a language, the store of fragments of notices; whole entries are rendered where they stand.
    """

    def __init__(
        self,
        atlas: Atlas[Any],
        theme: Path,
        edition: Edition,
        assets: Mapping[str, Assets],
        magasin: Callable[[str], Magasin] | None = None,
    ) -> None:
        self._atlas, self._theme, self._edition, self._assets = atlas, theme, edition, assets
        self._langues, self._magasin = atlas.langues, magasin
        self._environments: dict[str, Environment] = {}
        self._lists: dict[str, Listes] = {}
        self._skeleton: dict[object, Markup] = {}

    def fichier(self, page: Page) -> Fichier:
        """Return a page as a file."""
        text = self._rendered(page)
        return routes.file_of(page.adresse), self._lists[page.langue or self._langues[0]].filled(text)

    def cartes(self, langue: str, entrees: Iterable[Any]) -> list[bytes]:
        """Return the cards of some entries as the search page shows them: its links, under its headings."""
        self._environment(langue)
        return self._lists[langue].cartes_seules(
            self._links(routes.address("recherche", langue), langue), entrees, NIVEAU_TROUVE
        )

    def reperes(self, langue: str) -> "Reperes":
        """Return the rows of what goes with a place, as the search page shows them."""
        macros: Any = self._environment(langue).get_template(_REPERES).module
        return Reperes(macros, self._links(routes.address("recherche", langue), langue))

    def fragments(self, entree: Entree, langue: str) -> Fragments:
        """Return what an entry looks like in lists."""
        return fragments_of(self._environment(langue), self._anywhere(langue), self._atlas.portees, entree)

    def _environment(self, langue: str) -> Environment:
        if langue not in self._environments:
            made = make_environment(self._theme, langue, _common(self._atlas, self._assets[langue], langue))
            alive = MagasinVif(made, self._anywhere(langue), self._atlas.portees)
            made.globals["langues"] = self._langues
            made.globals["listes"] = self._lists[langue] = Listes(
                self._magasin(langue) if self._magasin else None, alive
            )
            self._environments[langue] = made
        return self._environments[langue]

    def _anywhere(self, langue: str) -> LinksFromAnywhere:
        return LinksFromAnywhere("", langue, self._edition, self._site_url, self._depot)

    def _links(self, adresse: str, langue: str, exemples: frozenset[str] = frozenset()) -> PageLinks:
        return PageLinks(adresse, langue, self._edition, self._site_url, self._depot, exemples, self._langues)

    @property
    def _site_url(self) -> str:
        return self._atlas.donnees.editeur.base

    @property
    def _depot(self) -> str:
        return self._atlas.donnees.editeur.depot or ""

    def _rendered(self, page: Page) -> str:
        ici = self._links(page.adresse, page.langue, page.exemples)

        def rendu_en(langue: str, gabarit: str) -> Markup:
            """A part of the page in a language of its own: its words and its links."""
            there = replace(ici, langue=langue)
            part = self._environment(langue).get_template(gabarit)
            return Markup(part.render(page.contexte, page=page, ici=there))

        def une_fois(gabarit: str) -> Markup:
            """A part of the skeleton: the same on every page of a language, a kind and a depth, so rendered once."""
            key = (gabarit, page.langue, page.sorte, page.adresse.count("/"))
            if key not in self._skeleton:
                part = self._environment(page.langue).get_template(gabarit)
                self._skeleton[key] = Markup(part.render(page=page, ici=ici))
            return self._skeleton[key]

        template = self._environment(page.langue or self._langues[0]).get_template(page.gabarit)
        return template.render(
            page.contexte,
            page=page,
            ici=ici,
            rendu_en=rendu_en,
            une_fois=une_fois,
            jsonld=_script_json(page.jsonld) if page.jsonld else None,
        )


def _common(atlas: Atlas[Any], assets: Assets, langue: str) -> dict[str, object]:
    territoire = atlas.donnees.territoire
    return {
        "atlas": atlas,
        "editeur": atlas.donnees.editeur,
        **labels(atlas, langue),
        "vocabulaires": atlas.donnees.vocabulaires,
        "territoire": territoire,
        "routes": routes,
        "ressources": assets,
        "paquets": lambda hours, several: [packed_hours(atlas, one, several, langue) for one in hours],
        "dessiner_quartier": lambda code, points: carte_svg_quartier(territoire, code, points, langue),
        "a_la_porte": lambda ids: tuple(id_ for id_ in ids if not atlas.terme("modes_acces", id_).a_distance),
        "code_qr": code_qr,
        "dessiner_fils": arcs_svg,
        "seances": seances,
        "douteuse_le": lambda repetition: repetition.vu + CONFIANCE + timedelta(days=1),
        "dessiner_region": lambda codes=(): carte_svg_region(territoire, langue, frozenset(codes)),
    }


def packed_hours(
    atlas: Atlas[Any], hours: HoraireLu, several: bool, langue: str
) -> tuple[str, dict[str, Any] | None, str]:
    """Return hours as `ouverture.js` reads them: words of the channel, packed schedule, name of the service.

    The words are empty where one comes in person, the schedule is None where nobody may trust it, and the name is empty
    unless the record has `several` services.
    """
    channel = atlas.terme("canaux", hours.horaire.canal) if hours.horaire.canal else None
    words = channel.label[langue] if channel and channel.a_distance else ""
    return words, hours.paquet, hours.service.nom.pour(langue).texte if several else ""


def _script_json(data: object) -> Markup:
    """Return JSON that stands safely inside a script element: nothing in it can close the element."""
    text = orjson.dumps(data).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
