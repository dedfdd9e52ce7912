"""What goes with a place: the mailbox of the référente-quartier function where one is known, else whom to ask."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import html
from tests.rendu import rendered

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.loading.document import Document
from carte_sociale.loading.network import FichierDeReseau, Reseau
from carte_sociale.model.dispositif import CommuneCouverte
from carte_sociale.pages import quartiers
from carte_sociale.routes import address

MOTS = {
    "fr": ("(déduit, à confirmer)", "(pour toute la commune)", "demandez au CPAS"),
    "nl": ("(afgeleid, te bevestigen)", "(voor de hele gemeente)", "vraag het aan het OCMW"),
    "en": ("(inferred, to be confirmed)", "(for the whole commune)", "ask the CPAS/OCMW"),
}


@pytest.mark.parametrize("langue", MOTS)
@pytest.mark.parametrize("referente", [None, "clss-koekelberg@exemple.be"])
def test_a_contract_says_how_it_is_known_and_whom_to_write_to(
    atlas_of: Callable[..., Atlas], langue: str, referente: str | None
) -> None:
    atlas = atlas_of(a={})
    guessed = {"slug": "koekelberg", "lien": "infere", "entiere": "oui"}
    parts = {"referente": referente, "commune": CommuneCouverte.model_validate(guessed)}
    schemes = (d.model_copy(update=parts) for d in atlas.donnees.reseau.dispositifs if d.id == "clss-koekelberg")
    reseau = Reseau(tuple(FichierDeReseau(Document(f"{d.id}.yml", ()), d) for d in schemes))
    atlas = replace(atlas, donnees=replace(atlas.donnees, reseau=reseau))
    adresse = address("quartier", langue, "koekelberg")
    files = rendered(atlas, [page for page in quartiers.pages(atlas, langue) if page.adresse == adresse])
    page = html.document_fromstring(files[f"{adresse}index.html"])
    (row,) = page.xpath("//dl[@class='faits']/div[.//a[contains(@href, '/clss-koekelberg/')]]")
    said = " ".join(row.text_content().split())
    inferred, whole, ask = MOTS[langue]
    assert inferred in said
    assert whole in said
    assert (ask in said) is (referente is None)
    assert row.xpath(".//a[starts-with(@href, 'mailto:')]/@href") == ([f"mailto:{referente}"] if referente else [])
