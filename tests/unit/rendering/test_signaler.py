"""Reports of errors: a mail with its words ready or a call, to what the publisher gives; nothing where it is silent."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from tests.rendu import record_pages, rendered

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.model.editeur import Editeur

MOTS = {
    "fr": ("Erreur dans la fiche Chez Zoé & Cie", "Dans cette fiche, ceci n'est plus juste"),
    "nl": ("Fout in de fiche Chez Zoé & Cie", "In deze fiche klopt dit niet meer"),
    "en": ("Mistake in the record Chez Zoé & Cie", "In this record, this is no longer right"),
}


@pytest.fixture
def bloc(atlas_of: Callable[..., Atlas]) -> Callable[..., html.HtmlElement | None]:
    """The report block of a record's page, for a publisher with these counters."""

    def one(langue: str = "fr", **erreurs: str) -> html.HtmlElement | None:
        atlas = atlas_of(a={"nom": {"fr": "Chez Zoé & Cie"}})
        stated = atlas.donnees.editeur.model_dump(exclude={"contacts"}) | {"contacts": {"erreurs": erreurs or None}}
        publisher = Editeur.model_validate(stated)
        atlas = replace(atlas, donnees=replace(atlas.donnees, editeur=publisher))
        files = rendered(atlas, record_pages(atlas))
        page = html.document_fromstring(files[f"{langue}/organisations/a/index.html"])
        found = page.xpath("//div[@class='signaler']")
        return found[0] if found else None

    return one


@pytest.mark.parametrize("langue", MOTS)
def test_mail_has_its_words_ready(bloc: Callable[..., html.HtmlElement | None], langue: str) -> None:
    found = bloc(langue, courriel="erreurs@exemple.be")
    assert found is not None
    (address,) = found.xpath(".//a/@href")
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "erreurs@exemple.be")
    query = parse_qs(parts.query, strict_parsing=True)
    assert query["subject"] == [MOTS[langue][0]]
    body = query["body"][0]
    assert MOTS[langue][1] in body
    assert body.rstrip().endswith(f"/{langue}/organisations/a/")
    assert "\r\n\r\n" in body
    assert "+" not in parts.query  # mail programs show a plus as a plus


def test_phone_is_offered_alone_or_beside_the_mail(bloc: Callable[..., html.HtmlElement | None]) -> None:
    alone = bloc(telephone="02 512 00 00")
    assert alone is not None
    assert alone.xpath(".//a/@href") == ["tel:+3225120000"]
    both = bloc(telephone="02 512 00 00", courriel="erreurs@exemple.be")
    assert both is not None
    assert len(both.xpath(".//a")) == 2


def test_silence_of_the_publisher_shows_nothing(bloc: Callable[..., html.HtmlElement | None]) -> None:
    assert bloc() is None
