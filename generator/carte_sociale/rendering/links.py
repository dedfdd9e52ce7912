"""Links of one page: relative, so that the site works at a root, under a sub-path and from a folder."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from carte_sociale import routes
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.routes import Edition

_OUTSIDE = re.compile(r'<a (?![^>]*\brel=)([^>]*href="https?:)')
RACINE = "\x01"
"""Stands for the way up to the site's root where a page is not known yet; no record may hold it."""
_HREF = re.compile(r'<a([^>]*?) href="(carte|depot):([^"#]*)(#[^"]*)?"([^>]*)>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Every link that the page at `adresse` may need. `site_url` ends with `/`; `depot` is the repository or empty."""

    adresse: str
    langue: str
    edition: Edition
    site_url: str
    depot: str
    exemples: frozenset[str] = frozenset()
    """Ids of what is invented: its pages stand below the style guide."""
    langues: tuple[str, ...] = LANGUES_DU_SITE
    """Languages that the site is built in."""

    def lien(self, sorte: str, slug: str = "", commune: str = "") -> str:
        """Return the link to a page of this language (`routes.KINDS`)."""
        if slug in self.exemples:
            sorte = "exemple"
        return self.vers(routes.address(sorte, self.langue, slug, commune))

    def vers(self, adresse: str) -> str:
        """Return the link to an address of the site; those of the 404 page, shown at any depth, start at the root."""
        if self.adresse == routes.INTROUVABLE and self.edition is Edition.WEB:
            return urlsplit(self.site_url).path + adresse
        return routes.relative(self.adresse, adresse, self.edition)

    @property
    def racine(self) -> str:
        """Return the way from this page up to the site's root, before an address of it."""
        return self.vers("x")[:-1]

    def autre_langue(self, langue: str) -> str:
        """Return the link to this page in another language."""
        return self.vers(routes.in_language(self.adresse, langue))

    @property
    def canonique(self) -> str:
        """Return the page's absolute address."""
        return self.site_url + self.adresse

    @property
    def alternatives(self) -> dict[str, str]:
        """Return the absolute address of this page in every language."""
        return {langue: self.site_url + routes.in_language(self.adresse, langue) for langue in self.langues}

    def resoudre(self, html: str) -> Markup:
        """Return prose with its `carte:SORTE/SLUG` and `depot:CHEMIN` links made links of this page.

        Links out of the site tell no one where the reader comes from. KeyError where a link names a kind of page
        that does not exist.
        """
        resolved = _HREF.sub(self._resolved, html)
        return Markup(_OUTSIDE.sub(r'<a rel="noreferrer" \1', resolved))

    def _resolved(self, match: re.Match[str]) -> str:
        before, scheme, target, anchor, after, words = match.groups()
        if scheme == "depot":
            if not self.depot:
                return words
            href = f"{self.depot.rstrip('/')}/blob/main/{target}"
            return f'<a{before} href="{escape(href)}" rel="noreferrer"{after}>{words}</a>'
        kind, _, slug = target.partition("/")
        slug, _, commune = slug.partition("/")
        return f'<a{before} href="{escape(self.lien(kind, slug, commune))}{anchor or ""}"{after}>{words}</a>'


class LinksFromAnywhere(PageLinks):
    """Links of what stands on many pages: each begins with the mark `RACINE`."""

    def vers(self, adresse: str) -> str:
        """Return the link to an address of the site, with the mark before it."""
        return RACINE + routes.relative("", adresse, self.edition)
