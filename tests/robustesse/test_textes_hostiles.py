"""Every text of a record is hostile in one build: it shows as a text, and nothing runs, breaks out or leaves.

The browser's side is in `test_hostile_navigateur.py`, data files and mails in `test_hostile_donnees.py`.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import lxml.html
import pytest
import yaml

from carte_sociale.model.contact import Modele
from carte_sociale.routes import address

from ..rules.conftest import BASE
from .charges import CHARGES
from .conftest import SiteHostile
from .controle import problems_of
from .hostile import A_PART, kind_of, text_fields

MUETS = {"services.horaires.quand"}
"""Texts that a program reads: what it does not understand is refused (`test_what_a_field_refuses`)."""
NON_MONTRES = {"doutes.champ"}
"""Texts that no page shows: the key that a doubt is about."""


# --- the charges themselves -----------------------------------------------------------------------------------------


def test_every_text_of_the_model_is_planted(site_hostile: SiteHostile) -> None:
    assert set(text_fields()) - MUETS == {plante.chemin for plante in site_hostile.plantes}
    assert set(A_PART) >= MUETS
    for chemin in set(text_fields()) - MUETS:
        tried = {plante.charge for plante in site_hostile.plantes if plante.chemin == chemin}
        assert len(tried) > 10, chemin
    assert {plante.charge for plante in site_hostile.plantes} == set(CHARGES)


def test_a_field_of_an_unknown_kind_has_to_be_thought_of() -> None:
    class Neuf(Modele):
        poids: bytes

    info = Neuf.model_fields["poids"]
    with pytest.raises(AssertionError, match="VALEURS or LIBRES"):
        kind_of(info.annotation, list(info.metadata))


@pytest.mark.parametrize("name", CHARGES)
def test_what_people_may_write(name: str) -> None:
    """Markup and what nobody sees are refused with a message; anything else is a text like another."""
    charge = CHARGES[name]
    text = yaml.safe_dump({"presentation": {"texte": {"fr": charge.texte, "nl": "a"}}}, width=1_000_000)
    problems = problems_of((BASE + text).encode())[1]
    assert {problem.code for problem in problems if problem.gravite == "erreur"} == ({charge.refus} - {""})
    for problem in problems:
        assert all(
            problem.message(langue).isprintable() or "\xa0" in problem.message(langue) for langue in ("fr", "nl")
        )


REFUSES = {
    "services.horaires.quand": "<svg/onload=1> lun 9h",
    "anciens_ids": "../../../evasion",
    "lieux.id": '"><img>',
    "services.id": "a/b",
    "relations.vers": "javascript:alert(1)",
    "lieux.forme": "<b>",
    "contacts.site": "javascript:alert(1)",
    "presentation.source": "https://a.be/\"onmouseover='x'",
    "sources.url": "data:text/html,a",
    "ligne_aide.chat": "//mal.example/zq",
    "relations.declare_par": "ftp://mal.example",
    "contacts.telephones.numero": "02 512 00 00;ext=1",
    "ligne_aide.sms": "112?body=zq",
    "contacts.courriels.adresse": "a@b.be?bcc=mal@mal.example",
    "services.contacts.courriels.adresse": "a@b.be\nBcc: mal@mal.example",
    "lieux.adresse.code_postal": "=1050",
    "lieux.position.lat": "50.8<",
    "verification.date": "2026-11-02T00:00<",
    "numero_entreprise": "<0417497106>",
    "lieux.acces_physique.marches": "-1",
    "fictif": "oui<",
}


@pytest.mark.parametrize("chemin", REFUSES)
def test_what_a_field_refuses(site_hostile: SiteHostile, chemin: str) -> None:
    """What is no free text is held by its field: nothing else reaches an address, an attribute or a number."""
    data = deepcopy(site_hostile.donnees["hostile-1"])
    holder = data
    *parents, last = chemin.split(".")
    for part in parents:
        holder = holder.setdefault(part, {})
        holder = holder[0] if isinstance(holder, list) else holder
    holder[last] = [REFUSES[chemin]] if isinstance(holder.get(last), list) else REFUSES[chemin]
    found = [p for p in problems_of(yaml.safe_dump(data, width=1_000_000).encode())[1] if p.gravite == "erreur"]
    assert [p for p in found if re.sub(r"\[\d+\]", "", p.champ) == chemin], [(p.code, p.champ) for p in found]


# --- pages ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pages(site_hostile: SiteHostile) -> dict[str, lxml.html.HtmlElement]:
    """Every page, by its file."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    return {
        path.relative_to(site_hostile.dossier).as_posix(): lxml.html.document_fromstring(
            path.read_bytes(), parser=parser
        )
        for path in sorted(site_hostile.dossier.rglob("*.html"))
    }


def _one_line(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def _words(page: lxml.html.HtmlElement) -> str:
    return _one_line(" ".join([page.text_content(), *page.xpath("//@*")]))


def test_every_text_shows_as_it_was_written(site_hostile: SiteHostile, pages: dict) -> None:
    """Whole, on the page of its record in its language: neither cut, nor escaped twice, nor run by a template."""
    shown, wrong = set(), []
    words = {name: _words(page) for name, page in pages.items() if "/organisations/hostile-" in name}
    for plante in site_hostile.plantes:
        for langue in (plante.langue,) if plante.langue else ("fr", "nl", "en"):
            text = words[address("organisation", langue, plante.fiche) + "index.html"]
            if plante.marque in text:
                shown.add(plante.chemin)
                if _one_line(plante.texte) not in text:
                    wrong.append((plante.chemin, plante.charge, text[text.index(plante.marque) - 80 :][:120]))
    assert wrong == []
    assert {plante.chemin for plante in site_hostile.plantes} - shown == set(NON_MONTRES)


ADRESSES = {"href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href"}
HOTES = {
    "www.openstreetmap.org",
    "www.wikipedia.org",
    "asbl.example",
    "carte-sociale.example",
    "schema.org",
    "creativecommons.org",
}
"""Hosts of the addresses in the invented records, of the site, of the map that a point leads to, of the quick exit."""


def _marks(page: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Every element with each of its attributes."""
    for element in page.iter():
        if isinstance(element.tag, str):
            yield element.tag, ""
            yield from ((element.tag, name) for name in element.attrib)
        else:
            yield "comment", element.text or ""


def test_no_element_and_no_attribute_is_born_of_a_text(site_web: Path, pages: dict) -> None:
    """Pages of hostile records are made of what pages of real records are made of."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    known = {
        mark
        for path in site_web.rglob("*.html")
        for mark in _marks(lxml.html.document_fromstring(path.read_bytes(), parser=parser))
    }
    assert len(known) > 100
    foreign = {(name, mark) for name, page in pages.items() for mark in set(_marks(page)) - known}
    assert {mark for _, mark in foreign} <= PROPRES, sorted(foreign)[:20]
    assert not {tag for tag, _ in known} & {"img", "iframe", "base", "style", "object", "comment"}


PROPRES = {("blockquote", "")}
"""What no real record calls for today: an organisation's own words."""


def test_a_browser_reads_the_same(site_hostile: SiteHostile, pages: dict) -> None:
    """As the standard reads HTML, which forgives otherwise than lxml: one page of each kind, and two records."""
    chosen: dict[str, str] = {}
    raw = {name: (site_hostile.dossier / name).read_bytes() for name in pages}
    for name in sorted(pages, key=lambda name: (b"zq" not in raw[name], len(raw[name]))):
        chosen.setdefault(pages[name].find("body").get("data-page"), name)
    names = {*chosen.values(), "fr/organisations/hostile-1/index.html", "nl/organisations/hostile-2/index.html"}
    for name in sorted(names):
        root = html5lib.parse(raw[name], treebuilder="etree", namespaceHTMLElements=False)
        found = [(e.tag, attribute) for e in root.iter() if isinstance(e.tag, str) for attribute in ("", *e.attrib)]
        plain = {(tag.rpartition("}")[2], attribute.rpartition("}")[2].lower()) for tag, attribute in found}
        assert plain - {("tbody", "")} <= {(tag, attribute) for tag, attribute in _marks(pages[name])}, name


def test_every_address_goes_where_a_field_of_addresses_says(pages: dict) -> None:
    for name, page in pages.items():
        links = [urlsplit(element.get(a)) for element in page.iter("*") for a in ADRESSES & set(element.attrib)]
        assert {link.scheme for link in links} <= {"", "http", "https", "tel", "mailto", "sms"}, name
        assert "mal.example" not in {link.hostname for link in links}, name
        if "/hostile-" in name:
            assert {link.hostname for link in links} <= {None, *HOTES}, name


def test_scripts_are_ours_alone(pages: dict) -> None:
    for name, page in pages.items():
        for script in page.iter("script"):
            assert (script.get("type") == "application/ld+json") != ("src" in script.attrib), name
            assert not (script.get("src") and (script.text or "").strip()), name


def test_pictures_hold_no_script(site_hostile: SiteHostile, pages: dict) -> None:
    drawn = {"svg", "g", "path", "text", "tspan", "circle", "rect", "use", "title", "desc", "line", "polygon", "a"}
    for name, page in pages.items():
        for svg in page.iter("svg"):
            assert {element.tag for element in svg.iter()} <= drawn, name
    for path in site_hostile.dossier.rglob("*.svg"):
        assert {lxml.etree.QName(e).localname for e in lxml.etree.parse(path).iter("*")} <= drawn, path.name


def test_nothing_is_written_outside_the_site(site_hostile: SiteHostile) -> None:
    """No file is named by a text, and the only folders beside the site are those of the build itself."""
    files = [
        path.relative_to(site_hostile.dossier).as_posix() for path in site_hostile.dossier.rglob("*") if path.is_file()
    ]
    names = re.compile(r"(?:[a-z0-9-]+/)*[a-z0-9.-]+|SHA256SUMS")
    assert [name for name in files if not names.fullmatch(name)] == []
    assert not any("evasion" in name or "zq" in name for name in files)
    left = {path.name for path in site_hostile.dossier.parent.glob("*hostile*")}
    assert left == {"site-hostile", "site-hostile.verrou", "projet-hostile"}
    assert {path.name for path in site_hostile.projet.iterdir()} == {"organisations", "content", "mkdocs.yml"}
