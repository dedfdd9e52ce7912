"""Vocabularies from parsed files."""

from typing import Any

import pytest

from carte_sociale.model.vocabulary import Vocabulaires, construire


def trois(texte: str) -> dict[str, str]:
    return {"fr": texte, "nl": f"{texte}-nl", "en": f"{texte}-en"}


def terme(id_: str, **autres: Any) -> dict[str, Any]:
    return {"id": id_, "label": trois(id_), **autres}


def theme(id_: str, **autres: Any) -> dict[str, Any]:
    vide: dict[str, list[str]] = {"fr": [], "nl": [], "en": []}
    return terme(id_, **({"famille": "argent", "voisins": [], "quand": trois("q"), "facile": vide} | autres))


FAMILLES = [terme("argent", icone="material/hand-coin")]
DETTES = theme(
    "mediation-de-dettes",
    label={"fr": "Payer mes dettes", "nl": "Mijn schulden betalen", "en": "Pay my debts"},
    terme={"fr": "médiation de dettes", "nl": "schuldbemiddeling", "en": "debt mediation"},
    synonymes={"fr": ["huissier"], "nl": ["deurwaarder"], "en": ["bailiff"]},
    equivalents={"data_inclusion": ["difficultes-financieres--situation-dendettement-surendettement"]},
)
PSY = theme(
    "sante-mentale",
    label={"fr": "Consulter un psychologue", "nl": "Een psycholoog zien", "en": "See a psychologist"},
    synonymes={"fr": ["psy"], "nl": ["psychiater"], "en": ["shrink"]},
    voisins=["mediation-de-dettes"],
    signale="suicide",
)


def vocabulaires(*themes: dict[str, Any], **autres: list[dict[str, Any]]) -> Vocabulaires:
    return construire({"themes": list(themes), "familles": FAMILLES, **autres})


def test_terms_keep_the_order_of_the_file_and_are_found_by_id() -> None:
    themes = vocabulaires(PSY, DETTES)["themes"]
    assert themes.ids == ("sante-mentale", "mediation-de-dettes")
    assert [t.id for t in themes] == list(themes.ids)
    psy = themes.get("sante-mentale")
    assert psy is not None
    assert (psy.label["nl"], psy.signale, psy.voisins) == ("Een psycholoog zien", "suicide", ("mediation-de-dettes",))
    assert themes.get("psy") is None


def test_a_term_without_its_options_has_empty_lists_in_every_language() -> None:
    statut = construire({"statuts": [terme("asbl")]})["statuts"].get("asbl")
    assert statut is not None
    assert statut.synonymes == {"fr": (), "nl": (), "en": ()}
    assert (statut.terme, statut.equivalents.osm, statut.approximatif) == (None, None, None)


def test_scalars_read_as_strings_are_converted() -> None:
    precisions = construire({"precisions_position": [terme("rue", approximatif="true")]})["precisions_position"]
    assert [t.approximatif for t in precisions] == [True]


@pytest.mark.parametrize(
    ("ecrit", "attendu"),
    [
        ("médiation dettes", "mediation-de-dettes"),
        ("mediation_de_dettes", "mediation-de-dettes"),
        ("schuldbemiddeling", "mediation-de-dettes"),
        ("HUISSIER", "mediation-de-dettes"),
        ("psy", "sante-mentale"),
        ("santé mentale", "sante-mentale"),
        ("psycholog", "sante-mentale"),
    ],
)
def test_the_nearest_term_is_found_by_id_label_term_or_synonym(ecrit: str, attendu: str) -> None:
    assert vocabulaires(DETTES, PSY)["themes"].plus_proche(ecrit)[0] == attendu


@pytest.mark.parametrize("ecrit", ["", "zzzzqx", "!!", "42"])
def test_nothing_is_suggested_for_what_looks_like_nothing(ecrit: str) -> None:
    assert vocabulaires(DETTES, PSY)["themes"].plus_proche(ecrit) == []


def test_at_most_five_are_suggested_in_the_order_of_the_file_when_alike() -> None:
    statuts = construire({"statuts": [terme(f"service-{n}") for n in "abcdefg"]})["statuts"]
    assert statuts.plus_proche("service") == [f"service-{n}" for n in "abcde"]


def test_accents_do_not_count() -> None:
    statuts = construire({"statuts": [terme("x", label=trois("été")), terme("etes")]})["statuts"]
    assert statuts.plus_proche("ETE") == ["x"]


def test_a_word_found_inside_another_is_left_out_when_the_word_itself_exists() -> None:
    statuts = construire({"statuts": [terme("psychose"), terme("psy"), terme("psychiatre")]})["statuts"]
    assert statuts.plus_proche("psy") == ["psy"]
    assert set(statuts.plus_proche("psych")) == {"psychose", "psychiatre", "psy"}


def test_the_name_of_a_language_in_itself_is_found() -> None:
    langues = construire({"langues": [terme("fr", propre="français"), terme("nl", propre="Nederlands")]})["langues"]
    assert langues.plus_proche("nederlands") == ["nl"]


@pytest.mark.parametrize(
    ("donnees", "dit"),
    [
        ({"statuts": [terme("asbl"), terme("asbl")]}, "statuts: an id stands twice"),
        ({"statuts": [terme("ASBL !")]}, "statuts: ASBL !"),
        ({"statuts": [{"id": "asbl"}]}, "statuts: asbl"),
        ({"statuts": [terme("asbl", label={"fr": "x", "nl": "x"})]}, "statuts: asbl"),
        ({"statuts": [terme("asbl", label={**trois("x"), "de": "x"})]}, "statuts: asbl"),
        ({"statuts": [terme("asbl", label={**trois("x"), "nl": ""})]}, "statuts: asbl"),
        ({"statuts": [terme("asbl", couleur="bleu")]}, "statuts: asbl"),
        ({"statuts": [terme("asbl", icone="material/home")]}, "statuts: asbl: lacks .*icone"),
        ({"statuts": [terme("asbl", signale="violence")]}, "statuts: asbl"),
        ({"statuts": [terme("asbl", grave=True)]}, "statuts: asbl"),
        ({"relations": [terme("finance")]}, "relations: finance: lacks .*inverse"),
        ({"themes": [theme("a", signale="autre")], "familles": FAMILLES}, "themes: a"),
        ({"themes": [theme("a", famille="b")], "familles": FAMILLES}, "themes: a: b is not in familles"),
        ({"themes": [theme("a", voisins=["b"])], "familles": FAMILLES}, "themes: a: b is not in themes"),
        ({"natures": [terme("cpas", secteur="social")]}, "natures: cpas: social is not in secteurs"),
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_the_term(donnees: dict[str, Any], dit: str) -> None:
    with pytest.raises(ValueError, match=dit):
        construire(donnees)


def test_an_unknown_vocabulary_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        construire({})["themes"]
