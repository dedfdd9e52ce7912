"""A built page, parsed once and asked by every test."""

import posixpath
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html

from carte_sociale import routes
from carte_sociale.model.fields import LANGUES_DU_SITE


@dataclass(eq=False)
class Page:
    """One HTML file; `adresse` as `carte_sociale.routes` writes it, `langue` empty outside the three languages."""

    adresse: str
    langue: str
    brut: str
    racine: lxml.html.HtmlElement

    def __repr__(self) -> str:
        return f"/{self.adresse}"

    @cached_property
    def sorte(self) -> str:
        return self.racine.find("body").get("data-page")

    @property
    def generale(self) -> bool:
        """Whether the page has the whole skeleton: neither the language choice nor the 404."""
        return bool(self.langue)

    @property
    def indexee(self) -> bool:
        kept_out = {"redirection", "papier", "liste", *routes.DU_GUIDE}
        return self.adresse != routes.INTROUVABLE and self.sorte not in kept_out

    def xpath(self, chemin: str, **variables: object) -> list:
        return self.racine.xpath(chemin, **variables)

    @cached_property
    def ids(self) -> list[str]:
        return self.xpath("//@id")

    def texte(self, chemin: str = "//body") -> str:
        """The words of the first element found, spaces made one."""
        return " ".join(self.xpath(chemin)[0].text_content().split())


def lire(dossier: Path) -> list[Page]:
    """Every page of a built site, in the order of addresses."""
    pages = []
    for fichier in sorted(dossier.rglob("*.html")):
        adresse = fichier.relative_to(dossier).as_posix().removesuffix("index.html")
        premiere = adresse.partition("/")[0]
        brut = fichier.read_text(encoding="utf-8")
        langue = premiere if premiere in LANGUES_DU_SITE else ""
        parser = lxml.html.HTMLParser(encoding="utf-8")
        pages.append(Page(adresse, langue, brut, lxml.html.document_fromstring(brut.encode(), parser=parser)))
    return pages


def est_interne(href: str) -> bool:
    """Whether a link stays in the site."""
    return not urlsplit(href).scheme and not href.startswith("//")


def cible(page: Page, href: str) -> tuple[str, str]:
    """What an internal link leads to: (path relative to the site's folder, anchor). `..` at the start: outside."""
    chemin, _, ancre = href.partition("#")
    if not chemin:
        return routes.file_of(page.adresse), ancre
    dossier = posixpath.dirname(page.adresse)
    resolu = posixpath.normpath(posixpath.join(dossier, unquote(chemin)))
    return ("" if resolu == "." else resolu) + ("/" if chemin.endswith(("/", ".")) else ""), ancre
