"""Comparisons and the glossary: what is wrong with a file is said with its line, its column and what to write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading.explications import read_explanations
from carte_sociale.loading.project import Donnees
from carte_sociale.problems import Problem
from carte_sociale.rules import Contexte
from carte_sociale.rules.explications import REGLES_ENSEMBLE

T = '{fr: "Un.", nl: "Een.", en: "One."}'
CHOSE = f"- {{id: %s, nom: {T}, pour: {T}, pas_pour: {T}, venir: {T}, cout: {T}}}\n"
FEUILLE = f"""\
titre: {T}
description: {T}
reponse: {T}
choses:
{CHOSE % "a"}{CHOSE % "b"}questions:
- cas: {T}
  alors: {T}
  vers: chose/a
sources: [{{url: "https://a.example", titre: {T}}}]
lu: 2026-11
doutes: [{T}]
"""
MOT = f'mot: {{fr: "ZZA", nl: "ZZB", en: "ZZA"}}\ndefinition: {T}\n'

Lit = Callable[[dict[str, str]], list[Problem]]


@pytest.fixture
def lit(reseau_reel: Donnees, index: TerritoryIndex, tmp_path: Path) -> Lit:
    """Every problem of some files, by `folder/name`."""

    def read(files: dict[str, str]) -> list[Problem]:
        for name, text in files.items():
            path = tmp_path / f"{name}.yml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        explications, problems = read_explanations(tmp_path, tmp_path, reseau_reel)
        against = replace(reseau_reel, explications=explications)
        contexte = Contexte.des_lues((), against, index, date(2026, 11, 28), production=False)
        return sorted([*problems, *(problem for rule in REGLES_ENSEMBLE for problem in rule(contexte))])

    return read


def said(problems: list[Problem]) -> list[str]:
    return [f"{p.fichier}:{p.ligne}:{p.colonne} {p.code}" for p in problems]


def test_sound_files_say_nothing(lit: Lit) -> None:
    assert said(lit({"comparaisons/a-ou-b": FEUILLE, "glossaire/zza": MOT})) == []


def test_a_comparison_opposes_two_to_five_things(lit: Lit) -> None:
    alone = FEUILLE.replace(CHOSE % "b", "")
    crowd = FEUILLE.replace(CHOSE % "b", "".join(CHOSE % letter for letter in "bcdef"))
    assert said(lit({"comparaisons/a": alone, "comparaisons/b": crowd})) == [
        "comparaisons/a.yml:5:1 comparaison-nombre",
        "comparaisons/b.yml:5:1 comparaison-nombre",
    ]


@pytest.mark.parametrize(
    ("written", "code", "proche"),
    [
        ("theme/energi", "renvoi-inconnu", "theme/energie"),
        ("chose/c", "renvoi-inconnu", ""),
        ("nature/cpas", "renvoi-inconnu", ""),  # a nature has no page
        ("page/urgense", "renvoi-inconnu", "page/urgence"),
        ("themes/energie", "renvoi-invalide", ""),
    ],
)
def test_a_question_leads_somewhere(lit: Lit, written: str, code: str, proche: str) -> None:
    (problem,) = lit({"comparaisons/a-ou-b": FEUILLE.replace("chose/a", written)})
    assert (problem.code, problem.ligne, problem.colonne, problem.valeur) == (code, 10, 9, written)
    assert problem.contexte.get("proche", "") == proche


def test_ties_of_a_thing_exist(lit: Lit) -> None:
    tied = FEUILLE.replace("{id: b,", "{id: b, dispositifs: [clss-nor], lignes: [112], natures: [cpass],", 1)
    problems = lit({"comparaisons/a-ou-b": tied})
    assert [p.champ for p in problems] == ["choses[1].natures[0]"]  # refused before anything else is asked
    tied = tied.replace(", natures: [cpass]", "")
    found = {p.champ: p.contexte["proche"] for p in lit({"comparaisons/a-ou-b": tied})}
    assert found == {"choses[1].dispositifs[0]": "dispositif/clss-nord", "choses[1].lignes[0]": ""}


def test_a_word_is_explained_once_whatever_the_language(lit: Lit) -> None:
    other = MOT.replace("ZZA", "ZZC").replace("ZZB", "zza")
    (problem,) = lit({"glossaire/zza": MOT, "glossaire/zzc": other})
    assert said([problem]) == ["glossaire/zzc.yml:1:22 mot-en-double"]
    assert problem.contexte["autre"] == "glossaire/zza.yml"
    assert said(lit({"glossaire/zzc": MOT + "aussi: [zzb]\n"}))[-1] == "glossaire/zzc.yml:1:22 mot-en-double"


def test_what_goes_with_a_word_exists(lit: Lit) -> None:
    problems = lit({"glossaire/zza": MOT + "est: [nature/cpa]\nvoir: [zzz, theme/energie, page/urgence]\n"})
    assert [(p.code, p.champ) for p in problems] == [
        ("renvoi-inconnu", "est[0]"), ("renvoi-inconnu", "voir[0]"), ("renvoi-inconnu", "voir[2]"),
    ]  # fmt: skip
    assert problems[0].contexte["proche"] == "nature/cpas"


def test_a_definition_has_two_sentences_at_most(lit: Lit) -> None:
    long = MOT.replace('nl: "Een."', 'nl: "Een. Twee! Drie."')
    assert said(lit({"glossaire/zza": long})) == ["glossaire/zza.yml:2:29 definition-longue"]
    assert said(lit({"glossaire/zza": long.replace("Twee!", "twee,")})) == []


def test_nobody_is_named_and_no_amount_is_written(lit: Lit) -> None:
    text = FEUILLE.replace('reponse: {fr: "Un."', 'reponse: {fr: "Le projet a reçu 20 000 euros."')
    text = text.replace('description: {fr: "Un."', 'description: {fr: "Demandez Madame Dupont."')
    assert {p.code for p in lit({"comparaisons/a-ou-b": text})} == {"montant-dans-reseau", "personne-nommee"}


def test_a_broken_file_leaves_the_others(lit: Lit, donnees: Donnees, tmp_path: Path) -> None:
    problems = lit({"glossaire/zza": MOT, "glossaire/zzc": "mot: [", "comparaisons/x": "titre: y\n"})
    assert {p.fichier for p in problems} == {"glossaire/zzc.yml", "comparaisons/x.yml"}
    read, _ = read_explanations(tmp_path, tmp_path, donnees)
    assert (list(read.mots), list(read.comparaisons)) == (["zza"], [])


def test_the_projects_own_files(reseau_reel: Donnees) -> None:
    """As many words and sheets as promised, in the three languages, and the main words with a page."""
    explications = reseau_reel.explications
    assert len(explications.mots) >= 80
    assert sum(mot.page is not None for mot in explications.mots.values()) >= 15
    assert len(explications.comparaisons) >= 8
    for folder in ("comparaisons", "glossaire"):
        for path in sorted((Path(__file__).parents[2] / "content" / "_data" / folder).glob("*.yml")):
            assert "id" not in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader), path
