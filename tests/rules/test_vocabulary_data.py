"""Every term of the real files of `content/_data/vocabulaires`."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from carte_sociale.model.vocabulary import Terme, Vocabulaires, construire

VOCABULAIRES = Path(__file__).parent.parent.parent / "content" / "_data" / "vocabulaires"
DONNEES = {
    path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    for path in sorted(VOCABULAIRES.glob("*.yml"))
}
REELS: Vocabulaires = construire(DONNEES)
THEMES = REELS["themes"]
LANGUES = ("fr", "nl", "en")

INITIALES = re.compile(r"\b(?:[A-Z]\.?){2,}[a-z]?\b")
"""Two capitals or more in a row: CPAS, ASBL, CV."""


def every_term() -> list[tuple[str, Terme]]:
    return [(nom, terme) for nom in DONNEES for terme in REELS[nom]]


def texts(terme: Terme) -> list[str]:
    """Every text of a term, in every language."""
    traduits = (terme.label, terme.terme, terme.definition, terme.inverse, terme.quand)
    listes = (*terme.facile.values(), *terme.synonymes.values())
    return [t for traduit in traduits for t in (traduit or {}).values()] + [t for liste in listes for t in liste]


def test_the_vocabularies_that_records_need_are_there() -> None:
    assert DONNEES.keys() >= {
        "accompagnements", "canaux", "dispositifs_types", "disponibilites", "familles", "formalites", "formes_lieu",
        "frais", "inscriptions", "langues", "modes_acces", "natures", "participation", "perimetres", "pmr", "pouvoirs",
        "precisions_position", "publics", "reconnaissances_types", "relations", "renouvellements", "secteurs",
        "statuts", "themes", "verification_moyens", "verification_roles",
    }  # fmt: skip


@pytest.mark.parametrize("nom", sorted(set(DONNEES) - {"jours", "langues", "langues_du_site", "mois", "rangs"}))
def test_every_term_is_defined_in_one_line(nom: str) -> None:
    for terme in REELS[nom]:
        assert terme.definition is not None, terme.id
        assert all(len(d) <= 130 and d.endswith(".") for d in terme.definition.values()), terme.id


def test_texts_are_clean() -> None:
    for nom, terme in every_term():
        for texte in texts(terme):
            assert texte == " ".join(texte.split()), (nom, terme.id, texte)
            assert not re.search(r"[<>’]|TODO|\?\?", texte), (nom, terme.id, texte)


@pytest.mark.parametrize("nom", sorted(DONNEES))
def test_labels_differ_within_a_vocabulary(nom: str) -> None:
    for langue in LANGUES:
        labels = [t.label[langue] for t in REELS[nom]]
        assert len(labels) == len(set(labels)), langue


def test_no_label_holds_initials_that_it_does_not_explain() -> None:
    """Initials are explained when brackets stand in the label: their meaning inside, or themselves inside."""
    for nom, terme in every_term():
        for langue, label in terme.label.items():
            assert not INITIALES.search(label) or "(" in label, (nom, terme.id, langue, label)


def test_no_label_of_a_theme_is_longer_than_a_line_of_a_small_screen_twice() -> None:
    assert [t.id for t in THEMES for label in t.label.values() if len(label) > 64] == []


def test_themes_and_families_have_the_expected_extent() -> None:
    assert 60 <= len(THEMES.ids) <= 90
    assert 12 <= len(REELS["familles"].ids) <= 16


def test_every_family_has_themes_and_themes_stand_by_family() -> None:
    ordre = list(dict.fromkeys(t.famille for t in THEMES))
    assert ordre == list(REELS["familles"].ids)
    assert [t.famille for t in THEMES] == sorted((t.famille for t in THEMES), key=ordre.index)


def test_every_theme_has_what_its_page_shows() -> None:
    for theme in THEMES:
        assert theme.terme is not None, theme.id
        assert theme.quand is not None, theme.id
        assert theme.voisins, theme.id
        assert theme.id not in theme.voisins
        for langue in LANGUES:
            assert len(theme.synonymes[langue]) >= 3, (theme.id, langue)
            assert 2 <= len(theme.facile[langue]) <= 3, (theme.id, langue)


def test_easy_sentences_are_short_whole_and_without_initials() -> None:
    for theme in THEMES:
        for phrase in (p for langue in LANGUES for p in (*theme.facile[langue], (theme.quand or {})[langue])):
            assert len(phrase.split()) <= 15, (theme.id, phrase)
            assert phrase[0].isupper(), (theme.id, phrase)
            assert phrase[-1] in ".?", (theme.id, phrase)
            assert not INITIALES.search(phrase), (theme.id, phrase)


def test_no_synonym_stands_twice_in_a_language() -> None:
    for nom, terme in every_term():
        for langue, mots in terme.synonymes.items():
            assert len(mots) == len({m.casefold() for m in mots}), (nom, terme.id, langue)


def test_themes_about_violence_addiction_sex_and_suicide_carry_the_quick_exit() -> None:
    assert {t.id: t.signale for t in THEMES if t.signale} == {
        "prevention-du-suicide": "suicide",
        "addictions": "addictions",
        "reduction-des-risques": "addictions",
        "violences-conjugales": "violence",
        "violences-sexuelles": "violence",
        "maltraitance": "violence",
        "planning-familial": "sexualite",
        "contraception": "sexualite",
        "ivg": "sexualite",
        "depistage": "sexualite",
        "lgbtqia": "sexualite",
        "travail-du-sexe": "sexualite",
    }


def test_every_icon_is_one_of_the_installed_material_set() -> None:
    material = find_spec("material")
    assert material is not None
    assert material.submodule_search_locations
    icones = Path(material.submodule_search_locations[0]) / "templates" / ".icons"
    absentes = [f.icone for f in REELS["familles"] if not (icones / f"{f.icone}.svg").is_file()]
    assert absentes == []
    assert len({f.icone for f in REELS["familles"]}) == len(REELS["familles"].ids)


def test_equivalents_have_the_shape_of_their_source() -> None:
    for nom, terme in every_term():
        for valeur in terme.equivalents.data_inclusion:
            motif = r"[a-z0-9-]+[a-z0-9]--[a-z0-9-]+" if nom == "themes" else r"[a-z0-9]+(-[a-z0-9]+)*"
            assert re.fullmatch(motif, valeur), (nom, terme.id, valeur)
        if terme.equivalents.schema_org is not None:
            assert re.fullmatch(r"[A-Z][A-Za-z]+", terme.equivalents.schema_org), (nom, terme.id)
        if terme.equivalents.osm is not None:
            assert re.fullmatch(r"[a-z_:]+=[a-z_]+", terme.equivalents.osm), (nom, terme.id)


def test_ways_in_have_their_equivalent_where_one_exists() -> None:
    """Values of `modes_mobilisation`, `modes_accueil` and `personnes_mobilisatrices`; data·inclusion v1 has no
    word for an appointment, nor for registering first.
    """
    known = {"se-presenter", "telephoner", "a-distance", "en-presentiel", "professionnels"}
    found = {terme.id: set(terme.equivalents.data_inclusion) for terme in REELS["modes_acces"]}
    assert {id_ for id_, values in found.items() if not values} == {"rendez-vous", "inscription-prealable"}
    assert set().union(*found.values()) == known


def test_every_nature_has_a_schema_org_type_and_an_osm_tag() -> None:
    assert [n.id for n in REELS["natures"] if not (n.equivalents.schema_org and n.equivalents.osm)] == []


def test_only_positions_at_the_door_are_exact() -> None:
    assert [t.id for t in REELS["precisions_position"] if not t.approximatif] == ["adresse", "point"]


@pytest.mark.parametrize(
    ("nom", "ecrit", "attendu"),
    [
        ("themes", "médiation dettes", "mediation-de-dettes"),
        ("themes", "schuldbemiddeling", "mediation-de-dettes"),
        ("themes", "psy", "sante-mentale"),
        ("themes", "CPAS", "aide-sociale"),
        ("themes", "je ne peux plus payer mon loyer", "droits-des-locataires"),
        ("themes", "voedselpaketten", "colis-alimentaires"),
        ("themes", "douche", "douches-hygiene"),
        ("natures", "wijkgezondheidscentrum", "maison-medicale"),
        ("natures", "planing familial", "planning-familial"),
        ("natures", "AMO", "amo"),
        ("publics", "SDF", "sans-abri"),
        ("publics", "seniors", "aines"),
        ("langues", "arabe", "ar"),
        ("modes_acces", "sans rdv", "sans-rendez-vous"),
        ("frais", "gratis", "gratuit"),
    ],
)
def test_what_people_write_leads_to_the_right_term(nom: str, ecrit: str, attendu: str) -> None:
    assert REELS[nom].plus_proche(ecrit)[0] == attendu


def test_every_label_leads_to_its_own_term() -> None:
    for nom, terme in every_term():
        for label in terme.label.values():
            assert terme.id in REELS[nom].plus_proche(label), (nom, terme.id, label)
