"""Every link of every page leads somewhere, in both editions, under any path."""

from collections import Counter
from pathlib import Path

import pytest

from carte_sociale import routes

from .lecture import Page, cible, est_interne, lire

LIENS = "//a/@href | //head/link[not(@rel='canonical' or @rel='alternate')]/@href"


@pytest.fixture(scope="module")
def pages_cle_usb(site_cle_usb: Path) -> list[Page]:
    return lire(site_cle_usb)


def _broken(pages: list[Page], dossier: Path) -> list[tuple[Page, str]]:
    files = {path.relative_to(dossier).as_posix() for path in dossier.rglob("*") if path.is_file()}
    anchors = {routes.file_of(page.adresse): set(page.ids) for page in pages}
    broken = []
    for page in pages:
        for href in dict.fromkeys(page.xpath(LIENS)):
            if not est_interne(href) or href.startswith("/"):
                continue
            target, anchor = cible(page, href)
            file = routes.file_of(target)
            is_place = anchor and "=" not in anchor  # `#moment=2026-12-25T10:00` is for scripts
            if file not in files or (is_place and anchor not in anchors[file]):
                broken.append((page, href))
    return broken


def test_links_and_anchors_of_the_web_edition(pages: list[Page], site_web: Path) -> None:
    assert _broken(pages, site_web) == []


def test_links_and_anchors_of_the_folder_edition(pages_cle_usb: list[Page], site_cle_usb: Path) -> None:
    assert _broken(pages_cle_usb, site_cle_usb) == []


def test_no_link_needs_the_site_at_a_root(pages: list[Page], pages_cle_usb: list[Page]) -> None:
    """The 404 page of the web edition alone: a server shows it at any depth, so it starts at the site's base path."""
    absolute = {
        (edition, page.adresse)
        for edition, found in (("web", pages), ("cle-usb", pages_cle_usb))
        for page in found
        for href in page.xpath("//@href | //@src")
        if href.startswith("/")
    }
    assert absolute == {("web", routes.INTROUVABLE)}


def test_404_page_loads_its_style_from_the_base_path(par_adresse: dict[str, Page], site_web: Path) -> None:
    page = par_adresse[routes.INTROUVABLE]
    for href in page.xpath("//head/link/@href | //main//a[not(starts-with(@href, 'tel:'))]/@href"):
        assert href.startswith("/")
        assert (site_web / routes.file_of(href.removeprefix("/"))).is_file(), href


def test_folder_edition_names_every_file(pages_cle_usb: list[Page]) -> None:
    """A browser that opens a folder shows its list of files: a link must name `index.html` itself."""
    folders = [
        (page, href)
        for page in pages_cle_usb
        for href in dict.fromkeys(page.xpath(LIENS))
        if est_interne(href)
        and not href.startswith("#")
        and not href.partition("#")[0].endswith((".html", ".css", ".svg", ".csv", ".ics", ".xlsx"))
    ]
    assert folders == []


def test_folder_edition_says_the_same(pages: list[Page], pages_cle_usb: list[Page]) -> None:
    assert [page.adresse for page in pages_cle_usb] == [page.adresse for page in pages]
    differing = [
        web
        for web, usb in zip(pages, pages_cle_usb, strict=True)
        if web.racine.text_content() != usb.racine.text_content()
    ]
    assert differing == []


def test_every_page_can_be_reached_from_the_home_page(pages: list[Page]) -> None:
    """By links alone, in one language; only former addresses, the style guide and the 404 page are led to by nobody."""
    found = {page.adresse: page for page in pages}
    for langue in ("fr", "nl", "en"):
        seen = {f"{langue}/"}
        waiting = [f"{langue}/"]
        while waiting:
            page = found[waiting.pop()]
            for href in page.xpath("//a[not(@hreflang)]/@href"):
                target = cible(page, href)[0] if est_interne(href) else ""
                if target in found and target not in seen:
                    seen.add(target)
                    waiting.append(target)
        missed = {page.adresse for page in pages if page.langue == langue and page.indexee} - seen
        assert missed == set()


def test_no_link_has_an_empty_name(pages: list[Page]) -> None:
    wrong = [
        (page, link.get("href"))
        for page in pages
        for link in page.xpath("//a")
        if not (link.text_content().strip() or link.get("aria-label"))
    ]
    assert wrong == []


def test_one_name_leads_to_one_place(pages: list[Page]) -> None:
    """In the menus, where words alone tell links apart."""
    for page in pages:
        names = Counter(
            (link.text_content().strip(), link.get("href"))
            for link in page.xpath("//header[@class='entete']//a | //footer//nav//a")
        )
        words = Counter(word for word, _ in names)
        assert [word for word, count in words.items() if count > 1] == [], page
