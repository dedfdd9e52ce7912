"""The addresses of the site: every page and data file is named here, once.

An address is relative to the site's root, without a leading `/`: a folder (`fr/quartiers/`) or a file (`404.html`).
"""

from enum import StrEnum

from carte_sociale.model.fields import LANGUES_DU_SITE


class Edition(StrEnum):
    """`web` is served by a server that knows `index.html`; `cle-usb` is opened from a folder."""

    WEB = "web"
    CLE_USB = "cle-usb"


_PAGES = {
    "accueil": "",
    "organisations": "organisations/",
    "organisation": "organisations/{slug}/",
    "quartiers": "quartiers/",
    "quartier": "quartiers/{slug}/",
    "commune": "communes/{slug}/",
    "rues": "communes/{slug}/rues/",
    "bassin": "bassins/{slug}/",
    "themes": "themes/",
    "theme": "themes/{slug}/",
    "theme-commune": "themes/{slug}/{commune}/",
    "lieux-de-liens": "lieux-de-liens/",
    "dispositifs": "dispositifs/",
    "dispositif": "dispositifs/{slug}/",
    "projets": "projets/",
    "projet": "projets/{slug}/",
    "mutualisations": "mutualisations/",
    "mutualisation": "mutualisations/{slug}/",
    "rencontres": "rencontres/",
    "rencontre": "rencontres/{slug}/",
    "recherche": "recherche/",
    "liste": "liste/",
    "carte": "carte/",
    "urgence": "urgence/",
    "professionnels": "professionnels/",
    "quartiers-pro": "professionnels/quartiers/",
    "quartier-pro": "professionnels/quartiers/{slug}/",
    "premiere-semaine": "professionnels/quartiers/{slug}/premiere-semaine/",
    "echeances": "professionnels/projets/",
    "echeances-annee": "professionnels/projets/{slug}/",
    "couverture-quartier": "professionnels/quartiers/{slug}/couverture/",
    "couverture": "professionnels/couverture/",
    "couverture-theme": "professionnels/couverture/{slug}/",
    "reseau": "professionnels/quartiers/{slug}/reseau/",
    "professionnels-commune": "professionnels/communes/{slug}/",
    "professionnels-bassin": "professionnels/bassins/{slug}/",
    "contribuer": "contribuer/",
    "a-propos": "a-propos/",
    "methode": "methode/",
    "vie-privee": "vie-privee/",
    "accessibilite": "accessibilite/",
    "securite": "securite/",
    "glossaire": "glossaire/",
    "mot": "glossaire/{slug}/",
    "comparaisons": "comparaisons/",
    "comparaison": "comparaisons/{slug}/",
    "guide-de-style": "guide-de-style/",
    "exemple": "guide-de-style/{slug}/",
}
KINDS = frozenset(_PAGES)
"""Kinds of pages; each exists once a language."""
SEULES = frozenset(kind for kind, path in _PAGES.items() if "{" not in path)
"""Kinds that are one page."""
DU_GUIDE = frozenset({"guide-de-style", "exemple"})
"""Kinds that show invented records: never in production, never in a search engine, and no page leads there."""

CHOIX_DE_LANGUE = ""
"""The page at the root: language choice, without script."""
INTROUVABLE = "404.html"
DONNEES = {"geojson": "data/organisations.geojson", "json": "data/organisations.json", "csv": "data/organisations.csv"}
PLAN_DU_SITE = "sitemap.xml"
ROBOTS = "robots.txt"
MANIFESTE = "SHA256SUMS"
"""Digests of every other file."""
INDEX = "recherche/"
"""Folder of the files that the search reads."""
RESSOURCES = "ressources/"
"""Folder of style sheets, scripts and pictures."""


def address(kind: str, langue: str, slug: str = "", commune: str = "") -> str:
    """Return the address of a page. KeyError for a kind that does not exist, or a language that the site has not."""
    if langue not in LANGUES_DU_SITE:
        raise KeyError(langue)
    return f"{langue}/" + _PAGES[kind].format(slug=slug, commune=commune)


def papier(slug: str) -> str:
    """Return the address of a record's sheet of paper, in French and Dutch together: it belongs to no language."""
    return f"papier/{slug}/"


def agenda(sorte: str, slug: str) -> str:
    """Return the address of the calendar of meetings of a `quartier` or a `commune`: it belongs to no language."""
    return f"data/rencontres/{sorte}s/{slug}.ics"


def qui_fait_quoi(portee: str, forme: str) -> str:
    """Return the file of who does what (`csv`, `xlsx`) in a part of the Region (`atlas.scopes`)."""
    return f"data/qui-fait-quoi/{portee}.{forme}"


def relative(depart: str, cible: str, edition: Edition = Edition.WEB) -> str:
    """Return the link from the page at `depart` to `cible`, that works at any path (and from a folder)."""
    up = "../" * depart.count("/")
    target = cible
    if edition is Edition.CLE_USB and (not cible or cible.endswith("/")):
        target += "index.html"
    return up + target or "./"


def in_language(adresse: str, langue: str) -> str:
    """Return the address of the same page in another language; an address without language stays as it is."""
    first, _, rest = adresse.partition("/")
    return f"{langue}/{rest}" if first in LANGUES_DU_SITE else adresse


def file_of(adresse: str) -> str:
    """Return the file, relative to the site's folder, that an address is written to."""
    return adresse + "index.html" if not adresse or adresse.endswith("/") else adresse
