"""sitemap.xml and robots.txt, made of the pages themselves."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from carte_sociale import routes
from carte_sociale.model.fields import LANGUES_DU_SITE


def sitemap(site_url: str, adresses: Iterable[str], langues: Sequence[str] = LANGUES_DU_SITE) -> bytes:
    """Return the sitemap of some addresses, sorted, each with its other languages."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    prefixes = tuple(f"{langue}/" for langue in langues)
    for adresse in sorted(adresses):
        lines.append(f"<url><loc>{escape(site_url + adresse)}</loc>")
        if adresse.startswith(prefixes):
            lines += [
                f'<xhtml:link rel="alternate" hreflang="{langue}" '
                f'href="{escape(site_url + routes.in_language(adresse, langue))}"/>'
                for langue in langues
            ]
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()


def robots(site_url: str, production: bool) -> bytes:
    """Return robots.txt: a demonstration asks engines to stay out."""
    if not production:
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}{routes.PLAN_DU_SITE}\n".encode()
