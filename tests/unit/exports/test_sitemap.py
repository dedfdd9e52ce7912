"""Engines get every page with its other languages; a demonstration asks them to stay out."""

from xml.etree import ElementTree

from carte_sociale import routes
from carte_sociale.exports import DONNEES
from carte_sociale.exports.sitemap import robots, sitemap

SITE = "https://carte.example/sous/"
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_each_page_names_itself_and_its_translations() -> None:
    root = ElementTree.fromstring(sitemap(SITE, ["fr/", "nl/a&b/", ""]))
    choice, french, dutch = root.findall("s:url", NS)
    assert french.findtext("s:loc", namespaces=NS) == f"{SITE}fr/"
    assert {link.get("hreflang"): link.get("href") for link in dutch.findall("x:link", NS)} == {
        langue: f"{SITE}{langue}/a&b/" for langue in ("fr", "nl", "en")
    }
    assert len(french.findall("x:link", NS)) == 3
    assert choice.findall("x:link", NS) == []


def test_only_production_lets_engines_in() -> None:
    assert robots(SITE, production=False) == b"User-agent: *\nDisallow: /\n"
    assert robots(SITE, production=True).decode().splitlines()[-1] == f"Sitemap: {SITE}{routes.PLAN_DU_SITE}"


def test_every_data_file_has_its_address() -> None:
    assert set(DONNEES) == set(routes.DONNEES.values())
