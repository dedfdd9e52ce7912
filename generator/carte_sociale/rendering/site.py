"""Pages to files: one environment a language, one file a page."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from jinja2 import Environment
from markupsafe import Markup

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.entries import HoraireLu
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.pages.page import Page
from carte_sociale.rendering.assets import Assets, gather_assets
from carte_sociale.rendering.environment import make_environment
from carte_sociale.rendering.links import PageLinks
from carte_sociale.rendering.qr import code_qr
from carte_sociale.rendering.svg_map import carte_svg_quartier, carte_svg_region
from carte_sociale.routes import Edition

Fichier = tuple[str, bytes]
"""A path relative to the site's folder, and what it holds."""


def render(atlas: Atlas, pages: Iterable[Page], theme: Path, edition: Edition) -> Iterator[Fichier]:
    """Yield every page as a file, and the assets."""
    assets, files = gather_assets(theme, atlas.donnees.feries)
    yield from files.items()

    @cache
    def environment(langue: str) -> Environment:
        return make_environment(theme, langue, _common(atlas, assets[langue], langue))

    skeleton: dict[object, Markup] = {}
    for page in pages:
        yield routes.file_of(page.adresse), _rendered(environment, skeleton, page, atlas, edition).encode()


def _common(atlas: Atlas, assets: Assets, langue: str) -> dict[str, object]:
    territoire = atlas.donnees.territoire
    return {
        "atlas": atlas,
        "editeur": atlas.donnees.editeur,
        "vocabulaires": atlas.donnees.vocabulaires,
        "territoire": territoire,
        "langues": LANGUES_DU_SITE,
        "routes": routes,
        "ressources": assets,
        "paquets": lambda hours, several: [packed_hours(atlas, one, several, langue) for one in hours],
        "dessiner_quartier": lambda code, points: carte_svg_quartier(territoire, code, points, langue),
        "code_qr": code_qr,
        "dessiner_region": lambda codes=(): carte_svg_region(territoire, langue, frozenset(codes)),
    }


def packed_hours(atlas: Atlas, hours: HoraireLu, several: bool, langue: str) -> tuple[str, dict[str, Any] | None, str]:
    """Return hours as `ouverture.js` reads them: words of the channel, packed schedule, name of the service.

    The words are empty where one comes in person, the schedule is None where nobody may trust it, and the name is empty
    unless the record has `several` services.
    """
    channel = atlas.terme("canaux", hours.horaire.canal) if hours.horaire.canal else None
    words = channel.label[langue] if channel and channel.a_distance else ""
    return words, hours.paquet, hours.service.nom.pour(langue).texte if several else ""


def _rendered(
    environment: Callable[[str], Environment],
    skeleton: dict[object, Markup],
    page: Page,
    atlas: Atlas,
    edition: Edition,
) -> str:
    editeur = atlas.donnees.editeur
    site = editeur.site_url.rstrip("/") + "/"
    ici = PageLinks(page.adresse, page.langue, edition, site, editeur.depot or "", page.exemples)

    def rendu_en(langue: str, gabarit: str) -> Markup:
        """A part of the page in a language of its own: its words and its links."""
        there = replace(ici, langue=langue)
        part = environment(langue).get_template(gabarit)
        return Markup(part.render(page.contexte, page=page, ici=there, rendu_en=rendu_en))

    def une_fois(gabarit: str) -> Markup:
        """A part of the skeleton: the same on every page of a language, a kind and a depth, so rendered once."""
        key = (gabarit, page.langue, page.sorte, page.adresse.count("/"))
        if key not in skeleton:
            part = environment(page.langue).get_template(gabarit)
            skeleton[key] = Markup(part.render(page=page, ici=ici))
        return skeleton[key]

    return (
        environment(page.langue or LANGUES_DU_SITE[0])
        .get_template(page.gabarit)
        .render(
            page.contexte,
            page=page,
            ici=ici,
            rendu_en=rendu_en,
            une_fois=une_fois,
            jsonld=_script_json(page.jsonld) if page.jsonld else None,
        )
    )


def _script_json(data: object) -> Markup:
    """Return JSON that stands safely inside a script element: nothing in it can close the element."""
    text = orjson.dumps(data).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def write_files(dossier: Path, fichiers: Iterable[Fichier]) -> int:
    """Write files below a folder; return how many. OSError where the disk refuses."""
    count = 0
    for name, content in fichiers:
        path = dossier / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        count += 1
    return count
