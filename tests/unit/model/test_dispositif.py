"""Dispositifs from parsed files."""

from carte_sociale.model.dispositif import construire_dispositifs, dispositifs_de_la_commune, dispositifs_du_quartier

NOM = {"fr": "x", "nl": "x", "en": "x"}
CLSS = {
    "id": "clss-z",
    "type": "clss",
    "nom": NOM,
    "resume": NOM,
    "commune": {"slug": "forest", "lien": "infere"},
    "quartiers": [{"code": "50", "lien": "infere"}],
    "bassins": [{"slug": "sud", "lien": "source"}],
    "sources": [{"url": "https://a.example", "etablit": "le nom"}],
    "doutes": [NOM],
}
GENERAL = {"id": "a", "type": "general", "nom": NOM, "resume": NOM, "sources": [{"etablit": "tout"}]}


def test_dispositifs_are_sorted_by_id_and_absent_parts_are_empty() -> None:
    general, clss = construire_dispositifs([CLSS, GENERAL])
    assert (general.id, clss.id) == ("a", "clss-z")
    assert (general.commune, general.quartiers, general.bassins, general.explication) == (None, (), (), ())
    assert general.sources[0].url is None


def test_a_quartier_finds_what_covers_it_and_how_that_is_known() -> None:
    dispositifs = construire_dispositifs([CLSS, GENERAL])
    assert [(d.id, lien) for d, lien in dispositifs_du_quartier(dispositifs, 50)] == [("clss-z", "infere")]
    assert dispositifs_du_quartier(dispositifs, 51) == ()


def test_a_contract_may_cover_its_whole_commune_and_name_a_mailbox() -> None:
    commune = {"slug": "forest", "lien": "source", "entiere": "oui"}
    whole, part = construire_dispositifs([CLSS, {**CLSS, "id": "b", "commune": commune, "referente": "clss@b.example"}])
    assert (whole.commune_entiere, whole.referente) == (True, "clss@b.example")
    assert (part.commune_entiere, part.referente) == (False, None)
    found = dispositifs_de_la_commune([whole, part, *construire_dispositifs([GENERAL])], "forest")
    assert [(d.id, lien) for d, lien in found] == [("b", "source"), ("clss-z", "infere")]
    assert dispositifs_de_la_commune([whole], "uccle") == ()
