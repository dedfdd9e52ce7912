import pytest
from hypothesis import given
from hypothesis import strategies as st

from carte_sociale import routes
from carte_sociale.routes import Edition


@pytest.mark.parametrize(
    ("kind", "slug", "expected"),
    [
        ("accueil", "", "nl/"),
        ("organisation", "alias", "nl/organisations/alias/"),
        ("quartier", "marolles", "nl/quartiers/marolles/"),
        ("commune", "ixelles", "nl/communes/ixelles/"),
        ("bassin", "nord", "nl/bassins/nord/"),
        ("theme", "dettes", "nl/themes/dettes/"),
        ("dispositif", "clss-nord", "nl/dispositifs/clss-nord/"),
        ("comparaison", "cpas-ou-casg", "nl/comparaisons/cpas-ou-casg/"),
        ("mot", "cpas", "nl/glossaire/cpas/"),
        ("lieux-de-liens", "", "nl/lieux-de-liens/"),
        ("urgence", "", "nl/urgence/"),
    ],
)
def test_addresses_are_those_that_others_rely_on(kind: str, slug: str, expected: str) -> None:
    assert routes.address(kind, "nl", slug) == expected


def test_every_kind_has_an_address_of_its_own() -> None:
    addresses = [routes.address(kind, "fr", "a", "b") for kind in routes.KINDS]
    assert len(set(addresses)) == len(addresses)
    assert routes.address("theme-commune", "fr", "dettes", "ixelles") == "fr/themes/dettes/ixelles/"


@pytest.mark.parametrize(("kind", "langue"), [("rien", "fr"), ("accueil", "de"), ("accueil", "")])
def test_what_does_not_exist_has_no_address(kind: str, langue: str) -> None:
    with pytest.raises(KeyError):
        routes.address(kind, langue)


@pytest.mark.parametrize(
    ("start", "target", "web", "usb"),
    [
        ("", "fr/", "fr/", "fr/index.html"),
        ("fr/", "", "../", "../index.html"),
        ("", "", "./", "index.html"),
        ("fr/quartiers/a/", "fr/quartiers/b/", "../../../fr/quartiers/b/", "../../../fr/quartiers/b/index.html"),
        ("fr/", "data/organisations.csv", "../data/organisations.csv", "../data/organisations.csv"),
        ("404.html", "fr/", "fr/", "fr/index.html"),
    ],
)
def test_links_work_at_any_path_and_from_a_folder(start: str, target: str, web: str, usb: str) -> None:
    assert routes.relative(start, target) == web
    assert routes.relative(start, target, Edition.CLE_USB) == usb


PIECES = st.lists(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), max_size=4)


@given(PIECES, PIECES, st.sampled_from(Edition))
def test_a_relative_link_leads_to_its_target(start: list[str], target: list[str], edition: Edition) -> None:
    from urllib.parse import urljoin

    here, there = ("".join(f"{piece}/" for piece in pieces) for pieces in (start, target))
    led = urljoin(f"https://carte.example/sous/{here}", routes.relative(here, there, edition))
    assert led.removesuffix("index.html") == f"https://carte.example/sous/{there}"


def test_the_same_page_in_another_language() -> None:
    assert routes.in_language("fr/quartiers/a/", "en") == "en/quartiers/a/"
    assert routes.in_language("404.html", "en") == "404.html"
    assert routes.in_language("", "en") == ""


@pytest.mark.parametrize(
    ("address", "file"), [("", "index.html"), ("fr/a/", "fr/a/index.html"), ("404.html", "404.html")]
)
def test_files_of_addresses(address: str, file: str) -> None:
    assert routes.file_of(address) == file
