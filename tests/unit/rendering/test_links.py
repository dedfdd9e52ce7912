import pytest

from carte_sociale.rendering.links import PageLinks
from carte_sociale.routes import Edition


def links(adresse: str = "fr/quartiers/marolles/", edition: Edition = Edition.WEB, depot: str = "") -> PageLinks:
    return PageLinks(adresse, "fr", edition, "https://exemple.be/base/", depot)


def test_links_are_relative() -> None:
    assert links().lien("accueil") == "../../../fr/"
    assert links().lien("theme", "eau") == "../../../fr/themes/eau/"
    assert links().autre_langue("nl") == "../../../nl/quartiers/marolles/"


def test_folder_edition_names_the_file() -> None:
    usb = links(edition=Edition.CLE_USB)
    assert usb.lien("accueil") == "../../../fr/index.html"
    assert usb.vers("data/organisations.csv") == "../../../data/organisations.csv"


def test_404_starts_at_the_base_path_on_a_server_only() -> None:
    assert links("404.html").vers("fr/") == "/base/fr/"
    assert links("404.html", Edition.CLE_USB).vers("fr/") == "fr/index.html"


def test_absolute_addresses() -> None:
    assert links().canonique == "https://exemple.be/base/fr/quartiers/marolles/"
    assert links().alternatives["en"] == "https://exemple.be/base/en/quartiers/marolles/"


def test_prose_links_become_links_of_the_page() -> None:
    html = '<p><a href="carte:theme/eau#x">eau</a> <a href="carte:theme-commune/eau/uccle">ici</a></p>'
    assert links("fr/methode/").resoudre(html) == (
        '<p><a href="../../fr/themes/eau/#x">eau</a> <a href="../../fr/themes/eau/uccle/">ici</a></p>'
    )


def test_repository_links_need_a_repository() -> None:
    html = '<a href="depot:CONTRIBUTING.md">le guide</a>'
    assert links().resoudre(html) == "le guide"
    assert links(depot="https://exemple.be/depot/").resoudre(html) == (
        '<a href="https://exemple.be/depot/blob/main/CONTRIBUTING.md" rel="noreferrer">le guide</a>'
    )


def test_links_out_of_prose_send_no_referrer() -> None:
    assert 'rel="noreferrer"' in links().resoudre('<a href="https://exemple.org/">dehors</a>')


def test_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        links().resoudre('<a href="carte:inconnu">x</a>')
