"""sitemap.xml and robots.txt, made of the pages themselves."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from carte_sociale import routes
from carte_sociale.model.fields import LANGUES_DU_SITE


def sitemap(site_url: str, adresses: Iterable[str]) -> bytes:
    """Return the sitemap of some addresses, each with its other languages."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for adresse in adresses:
        lines.append(f"<url><loc>{escape(site_url + adresse)}</loc>")
        if routes.in_language(adresse, LANGUES_DU_SITE[0]) != adresse or adresse.startswith(f"{LANGUES_DU_SITE[0]}/"):
            lines += [
                f'<xhtml:link rel="alternate" hreflang="{langue}" '
                f'href="{escape(site_url + routes.in_language(adresse, langue))}"/>'
                for langue in LANGUES_DU_SITE
            ]
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()


def robots(site_url: str, production: bool) -> bytes:
    """Return robots.txt: a demonstration asks engines to stay out."""
    if not production:
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}{routes.PLAN_DU_SITE}\n".encode()
