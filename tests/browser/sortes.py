"""One page of every kind: the fullest that the site has, since a full page shows what an empty one hides."""

from pathlib import Path

from lxml import html

from carte_sociale.model.fields import LANGUES_DU_SITE

SORTES = (
    "a-propos",
    "accessibilite",
    "accueil",
    "bassin",
    "carte",
    "commune",
    "comparaison",
    "comparaisons",
    "contribuer",
    "couverture",
    "couverture-quartier",
    "couverture-theme",
    "dispositif",
    "dispositifs",
    "echeances",
    "echeances-annee",
    "exemple",
    "glossaire",
    "guide-de-style",
    "lieu-de-liens",
    "lieux-de-liens",
    "liste",
    "methode",
    "mot",
    "mutualisation",
    "mutualisations",
    "organisation",
    "organisations",
    "premiere-semaine",
    "professionnels",
    "projet",
    "projets",
    "quartier",
    "quartier-pro",
    "quartiers",
    "quartiers-pro",
    "qui-fait-quoi",
    "recherche",
    "rencontre",
    "rencontres",
    "reseau",
    "rues",
    "securite",
    "theme",
    "theme-commune",
    "themes",
    "urgence",
    "vie-privee",
)
"""Kinds of pages that look different; a test holds the list to the built site."""


def une_de_chaque(site: Path) -> dict[str, str]:
    """Return an address below the language (`quartiers/anneessens/`) by kind; prose counts once a page."""
    found: dict[str, tuple[int, str]] = {}
    for path in sorted((site / LANGUES_DU_SITE[0]).rglob("index.html")):
        address = path.parent.relative_to(site / LANGUES_DU_SITE[0]).as_posix()
        address = "" if address == "." else f"{address}/"
        content = path.read_bytes()
        kind = _kind(content, address)
        size = len(content)
        if kind not in found or size > found[kind][0]:
            found[kind] = (size, address)
    return {kind: address for kind, (_, address) in sorted(found.items())}


def _kind(content: bytes, address: str) -> str:
    kind = html.document_fromstring(content).find("body").get("data-page")
    if kind == "prose":
        return address.strip("/")
    if kind == "theme" and address.count("/") == 3:
        return "theme-commune"
    return kind
