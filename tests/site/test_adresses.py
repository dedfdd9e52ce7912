"""Every address that others rely on exists, in three languages, and the sitemap tells the truth."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from carte_sociale import routes
from carte_sociale.atlas.atlas import SEUIL_THEME_COMMUNE, Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE

from .lecture import Page, cible

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SIMPLES = (
    "",
    "organisations/",
    "quartiers/",
    "themes/",
    "lieux-de-liens/",
    "dispositifs/",
    "projets/",
    "mutualisations/",
    "rencontres/",
    "recherche/",
    "liste/",
    "carte/",
    "urgence/",
    "professionnels/",
    "professionnels/quartiers/",
    "professionnels/couverture/",
    "contribuer/",
    "a-propos/",
    "methode/",
    "vie-privee/",
    "accessibilite/",
    "securite/",
    "glossaire/",
    "comparaisons/",
)


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
@pytest.mark.parametrize("adresse", SIMPLES)
def test_page_exists(par_adresse: dict[str, Page], langue: str, adresse: str) -> None:
    assert f"{langue}/{adresse}" in par_adresse


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_pages_of_the_data_exist(par_adresse: dict[str, Page], atlas: Atlas, langue: str) -> None:
    territoire, terms = atlas.donnees.territoire, atlas.donnees.vocabulaires
    assert (len(territoire.quartiers), len(territoire.communes), len(territoire.bassins)) == (145, 19, 5)
    expected = {f"{langue}/quartiers/{q.slug}/" for q in territoire.quartiers}
    expected |= {f"{langue}/communes/{c.slug}/" for c in territoire.communes}
    expected |= {f"{langue}/bassins/{b.slug}/" for b in territoire.bassins}
    expected |= {f"{langue}/themes/{t.id}/" for t in terms["themes"]}
    expected |= {f"{langue}/dispositifs/{d.id}/" for d in atlas.donnees.reseau.dispositifs}
    reseau = atlas.donnees.reseau
    expected |= {f"{langue}/projets/{p.id}/" for p in reseau.projets}
    expected |= {f"{langue}/mutualisations/{m.id}/" for m in reseau.mutualisations}
    expected |= {f"{langue}/rencontres/{r.id}/" for r in reseau.rencontres}
    expected |= {f"{langue}/organisations/{e.id}/" for e in atlas.entrees}
    expected |= {f"{langue}/organisations/{ancien}/" for ancien in atlas.redirections}
    assert expected - set(par_adresse) == set()
    expected |= {f"{langue}/comparaisons/{id_}/" for id_ in atlas.donnees.explications.comparaisons}
    expected |= {f"{langue}/glossaire/{mot.id}/" for mot in atlas.glossaire.mots.values() if mot.page}
    assert {f"{langue}/professionnels/communes/{c.slug}/" for c in territoire.communes} <= set(par_adresse)
    assert {f"{langue}/professionnels/bassins/{b.slug}/" for b in territoire.bassins} <= set(par_adresse)
    of_these_kinds = {
        a
        for a in par_adresse
        if a.count("/") == 3
        and a.startswith(f"{langue}/")
        and not a.startswith((f"{langue}/guide-de-style/", f"{langue}/professionnels/"))
    }
    assert of_these_kinds == expected


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_pages_for_professionals_exist(par_adresse: dict[str, Page], atlas: Atlas, langue: str) -> None:
    territoire, base = atlas.donnees.territoire, f"{langue}/professionnels"
    expected = {f"{base}/quartiers/{q.slug}/{page}" for q in territoire.quartiers for page in ("", "premiere-semaine/")}
    expected |= {f"{base}/quartiers/{q.slug}/couverture/" for q in territoire.quartiers if q.habite}
    expected |= {f"{base}/couverture/{t.id}/" for t in atlas.donnees.vocabulaires["themes"]}
    assert expected - set(par_adresse) == set()


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_every_quartier_has_the_page_of_its_ties(par_adresse: dict[str, Page], atlas: Atlas, langue: str) -> None:
    expected = {f"{langue}/professionnels/quartiers/{q.slug}/reseau/" for q in atlas.donnees.territoire.quartiers}
    assert {
        address for address in par_adresse if address.startswith(f"{langue}/") and "/reseau/" in address
    } == expected


def test_same_pages_in_every_language(pages: list[Page]) -> None:
    by_language = [{page.adresse[3:] for page in pages if page.langue == langue} for langue in LANGUES_DU_SITE]
    assert by_language[0] == by_language[1] == by_language[2]
    assert sum(address.startswith("comparaisons/") for address in by_language[0]) >= 4


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_theme_in_a_commune_exists_from_three_records(par_adresse: dict[str, Page], atlas: Atlas, langue: str) -> None:
    """Counted from the records themselves, not by the atlas."""
    counted: dict[tuple[str, str], set[str]] = {}
    for entree in atlas.entrees:
        themes = {theme for service in entree.fiche.services for theme in service.themes}
        communes = {lieu.adresse.commune for lieu in entree.fiche.lieux if lieu.adresse}
        for theme in themes:
            for commune in communes:
                counted.setdefault((theme, commune), set()).add(entree.id)
    expected = {pair for pair, ids in counted.items() if len(ids) >= SEUIL_THEME_COMMUNE}
    there = {tuple(a.split("/")[2:4]) for a in par_adresse if a.startswith(f"{langue}/themes/") and a.count("/") == 4}
    assert there == expected
    assert len(expected) > 10


def test_former_addresses_lead_to_the_record(par_adresse: dict[str, Page], atlas: Atlas) -> None:
    for ancien, id_ in atlas.redirections.items():
        for langue in LANGUES_DU_SITE:
            page = par_adresse[routes.address("organisation", langue, ancien)]
            (refresh,) = page.xpath("//head/meta[@http-equiv='refresh']/@content")
            target = routes.address("organisation", langue, id_)
            assert refresh.startswith("0; url=")
            assert cible(page, refresh.removeprefix("0; url="))[0] == target
            assert target in [cible(page, href)[0] for href in page.xpath("//main//a/@href")]
            assert page.xpath("//head/meta[@name='robots']/@content") == ["noindex"]


def test_sitemap_is_the_pages_to_index(site_web: Path, pages: list[Page], atlas: Atlas) -> None:
    site = atlas.donnees.editeur.base
    tree = ET.parse(site_web / routes.PLAN_DU_SITE).getroot()
    listed = [url.findtext(f"{SITEMAP}loc") for url in tree]
    assert sorted(listed) == sorted(site + page.adresse for page in pages if page.indexee)
    for url in tree:
        location = url.findtext(f"{SITEMAP}loc").removeprefix(site)
        others = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
        if location:
            assert others == {langue: site + routes.in_language(location, langue) for langue in LANGUES_DU_SITE}


def test_robots_keep_out_of_a_demonstration(site_web: Path, pages: list[Page], atlas: Atlas) -> None:
    editeur = atlas.donnees.editeur
    lines = (site_web / routes.ROBOTS).read_text().splitlines()
    if editeur.production:
        assert lines == ["User-agent: *", "Allow: /", f"Sitemap: {editeur.site_url}{routes.PLAN_DU_SITE}"]
    else:
        assert lines == ["User-agent: *", "Disallow: /"]
        assert [p for p in pages if p.xpath("//head/meta[@name='robots']/@content") != ["noindex"]] == []


def test_root_leads_to_the_three_languages(par_adresse: dict[str, Page]) -> None:
    page = par_adresse[""]
    links = [href for href in page.xpath("//main//a/@href") if not href.startswith("tel:")]
    assert [cible(page, href)[0] for href in links] == [f"{langue}/" for langue in LANGUES_DU_SITE]
