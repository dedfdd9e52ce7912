"""Lines 29 to 33 of the requirements: nothing leaves the page, nothing stays, and there is a way out."""

from urllib.parse import urlsplit

import phonenumbers
from phonenumbers import shortnumberinfo

from carte_sociale import routes
from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.fields import LANGUES_DU_SITE

from .lecture import Page, cible, est_interne

CSP = {
    "default-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "object-src": {"'none'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
}
CHARGES = (
    "//script/@src | //img/@src | //img/@srcset | //iframe/@src | //object/@data | //embed/@src | //source/@src "
    "| //video/@src | //audio/@src | //input/@src | //link[not(@rel='canonical' or @rel='alternate')]/@href "
    "| //*[local-name()='use' or local-name()='image']/@href"
)


CHERCHER = "@role='search' and not(@action or @method) and (@data-chercher or .//*[@data-suggestions])"
"""The forms that there are: what a script answers, leading nowhere themselves (`form-action 'none'`)."""


def test_content_security_policy(pages: list[Page]) -> None:
    for page in pages:
        (policy,) = page.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content")
        given = {words[0]: set(words[1:]) for words in (part.split() for part in policy.split(";"))}
        assert given == CSP, page
        assert page.xpath("//head/meta[@name='referrer']/@content") == ["no-referrer"], page


def test_nothing_is_loaded_from_elsewhere(pages: list[Page]) -> None:
    assert [(page, href) for page in pages for href in page.xpath(CHARGES) if not est_interne(href)] == []


def test_no_script_style_or_handler_in_the_page(pages: list[Page]) -> None:
    wrong = []
    for page in pages:
        wrong += [(page, "style") for _ in page.xpath("//@style | //style")]
        wrong += [(page, name) for name in page.xpath("//@*[starts-with(name(), 'on')]")]
        wrong += [(page, "script") for _ in page.xpath("//script[not(@type='application/ld+json' or @src)]")]
        wrong += [
            (page, "form") for _ in page.xpath(f"//form[not({CHERCHER})] | //iframe | //object | //embed | //base")
        ]
        wrong += [(page, href) for href in page.xpath("//@href") if urlsplit(href).scheme in {"javascript", "data"}]
    assert wrong == []
    shown = {page for page in pages if page.xpath("//form[not(@hidden)]")}
    assert {page.sorte for page in shown} <= routes.DU_GUIDE  # elsewhere, nothing is there that a script has to answer
    assert {page.adresse for page in pages if page.xpath("//form[@hidden]")} == {
        f"{langue}/{name}" for langue in LANGUES_DU_SITE for name in ("", "recherche/", "liste/")
    }


def test_links_out_send_no_referrer(pages: list[Page]) -> None:
    wrong = []
    for page in pages:
        for link in page.xpath("//a[@href]"):
            scheme = urlsplit(link.get("href")).scheme
            if scheme in {"http", "https"} and "noreferrer" not in (link.get("rel") or "").split():
                wrong.append((page, link.get("href")))
            if link.get("target"):
                wrong.append((page, "target"))
    assert wrong == []


def test_schemes_are_those_that_visitors_need(pages: list[Page]) -> None:
    schemes = {urlsplit(href).scheme for page in pages for href in page.xpath("//a/@href")}
    assert schemes <= {"", "http", "https", "tel", "mailto", "sms"}


def test_phones_are_dialled_as_they_are(pages: list[Page]) -> None:
    numbers = {
        href.partition(":")[2] for page in pages for href in page.xpath("//a/@href") if href[:4] in {"tel:", "sms:"}
    }
    assert len(numbers) > 100
    assert {number for number in numbers if not _is_callable(number)} == set()


def _is_callable(number: str) -> bool:
    """E.164, or a short number of Belgium."""
    if number.startswith("+"):
        parsed = phonenumbers.parse(number, None)
        e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
        return number == e164 and phonenumbers.is_valid_number(parsed)
    parsed = phonenumbers.parse(number, "BE")
    return number.isdigit() and shortnumberinfo.is_valid_short_number_for_region(parsed, "BE")


def test_flagged_pages_offer_a_way_out(generales: list[Page], atlas: Atlas) -> None:
    """The way out is the first thing after the skip link; other pages do not carry it.

    The search page has one at hand for words that speak of danger, and a kept list for places that do: a template,
    which nobody meets before.
    """
    flagged = {f"{langue}/urgence/" for langue in LANGUES_DU_SITE}
    for langue in LANGUES_DU_SITE:
        for theme in atlas.donnees.vocabulaires["themes"]:
            if theme.signale:
                flagged.add(routes.address("theme", langue, theme.id))
                flagged |= {
                    routes.address("theme-commune", langue, theme.id, commune.slug)
                    for commune in atlas.donnees.territoire.communes
                    if theme.id in atlas.themes_de_commune(commune.slug)
                }
        flagged |= {routes.address("organisation", langue, e.id) for e in atlas.entrees if atlas.signales(e)}
        for sheet in atlas.donnees.explications.comparaisons.values():
            if any(atlas.terme("themes", id_).signale for sort, id_ in sheet.liens if sort == "themes"):
                flagged.add(routes.address("comparaison", langue, sheet.id))
    shown = [page for page in generales if page.sorte not in routes.DU_GUIDE]
    with_exit = {page.adresse for page in shown if page.xpath("//a[@data-sortie][not(ancestor::template)]")}
    assert with_exit == flagged
    at_hand = {page.adresse for page in shown if page.xpath("//template//a[@data-sortie]")}
    assert at_hand == {f"{langue}/{name}/" for langue in LANGUES_DU_SITE for name in ("recherche", "liste")}
    assert len(flagged) > 30


def test_way_out_is_neutral_and_honest(generales: list[Page]) -> None:
    for page in generales:
        ways_out = page.xpath("/html/body/*[not(self::main)]//a[@data-sortie]")
        if not ways_out:
            continue
        links = page.xpath("//body//a")
        assert [links.index(way_out) for way_out in ways_out] == [1, 2], page  # a second skip link, then the bar
        for way_out in ways_out:
            assert urlsplit(way_out.get("href")).netloc == "www.wikipedia.org", page
            assert {"noreferrer", "nofollow"} <= set(way_out.get("rel").split()), page
        assert cible(page, links[3].get("href"))[0] == f"{page.langue}/securite/", page


def test_way_out_at_hand_is_the_same(generales: list[Page]) -> None:
    """What these pages show when something speaks of danger: the bar, once; the search page, help lines after it."""
    for page in generales:
        if page.sorte not in {"recherche", "liste"}:
            continue
        (bar,) = page.xpath("//template//*[contains(@class, 'sortie-bloc')]")
        assert bar.getparent().tag == "template", page
        assert bar.getparent().index(bar) == 0, page
        (way_out, safety) = bar.xpath(".//a")
        assert urlsplit(way_out.get("href")).netloc == "www.wikipedia.org", page
        assert {"noreferrer", "nofollow"} <= set(way_out.get("rel").split()), page
        assert cible(page, safety.get("href"))[0] == f"{page.langue}/securite/", page
        lines = bar.getparent().xpath(".//a[starts-with(@href, 'tel:')]")
        assert bool(lines) == (page.sorte == "recherche"), page


def test_safety_page_says_that_history_remains(par_adresse: dict[str, Page]) -> None:
    words = {"fr": "historique", "nl": "geschiedenis", "en": "history"}
    for langue, word in words.items():
        assert word in par_adresse[f"{langue}/securite/"].texte("//main").casefold()
