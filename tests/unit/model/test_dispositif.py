"""Dispositifs: what covers a quartier, and how that is known."""

from typing import Any

from carte_sociale.loading.project import Donnees
from carte_sociale.model.dispositif import Dispositif, dispositifs_de_la_commune

NOM = {"fr": "x", "nl": "x", "en": "x"}
CLSS = {
    "id": "clss-z",
    "type": "clss",
    "nom": NOM,
    "resume": NOM,
    "commune": {"slug": "forest", "lien": "infere"},
    "quartiers": [{"quartier": "saint-denis-neerstalle", "lien": "infere"}],
    "bassins": [{"slug": "sud", "lien": "source"}],
    "sources": [{"url": "https://a.example", "etablit": "le nom"}],
    "doutes": [NOM],
}
GENERAL = {"id": "a", "type": "general", "nom": NOM, "resume": NOM, "sources": [{"etablit": "tout"}]}


def read(donnees: Donnees, **parts: Any) -> Dispositif:
    return Dispositif.model_validate({**CLSS, **parts}, context=donnees)


def test_absent_parts_are_empty(donnees: Donnees) -> None:
    general = Dispositif.model_validate(GENERAL, context=donnees)
    assert (general.commune, general.quartiers, general.bassins, general.explication) == (None, (), (), ())
    assert (general.explique, read(donnees).explique, general.sources[0].url) == (True, False, None)


def test_a_quartier_in_one_word_is_one_that_the_sources_state(donnees: Donnees) -> None:
    stated = read(donnees, quartiers=["saint-denis-neerstalle"])
    assert [(q.quartier, q.lien) for q in stated.quartiers] == [("saint-denis-neerstalle", "source")]
    assert {q.lien for q in read(donnees).quartiers} == {"infere"}


def test_a_contract_may_cover_its_whole_commune_and_name_a_mailbox(donnees: Donnees) -> None:
    commune = {"slug": "forest", "lien": "source", "entiere": "oui"}
    part, whole = read(donnees), read(donnees, id="b", commune=commune, referente="clss@b.example")
    assert (whole.commune_entiere, whole.referente) == (True, "clss@b.example")
    assert (part.commune_entiere, part.referente) == (False, None)
    found = dispositifs_de_la_commune([whole, part, Dispositif.model_validate(GENERAL, context=donnees)], "forest")
    assert [(d.id, lien) for d, lien in found] == [("b", "source"), ("clss-z", "infere")]
    assert dispositifs_de_la_commune([whole], "uccle") == ()


def test_the_members_of_a_dispositif_are_those_of_its_keys(donnees: Donnees) -> None:
    line = read(donnees, porteur="cpas-de-forest", partenaires=["a", {"nom": {"fr": "B"}}])
    assert [partie.fiche for partie in line.membres] == ["cpas-de-forest", "a", None]
