"""The engine while it is being made and completed: keys are answered in between, with what stands."""

import json
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carte_sociale.atlas.atlas import build_atlas
from carte_sociale.loading.project import read_project
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.rendering.places import theme_folder
from carte_sociale.search.columns import base, column, names
from carte_sociale.search.lexicon import lexicon

from .conftest import Lance

RACINE = Path(__file__).parents[3]
MODULE = "components/recherche/{}.js"
DEMANDES = ["loyer", "zelfmoord", "infor drogues", "dentiste ixelles", "1080", "psycholoog"]
"""Words of the page's language, of another one, a name, places."""
COMPLETER = """async ([dossier, { lexiques, base, noms }, demandes], { Moteur }) => {
  const { Lexique } = await import(`${dossier}/lexique.js`);
  const { dUneTraite } = await import(`${dossier}/tranches.js`);
  const dit = (moteur) => demandes.map((q) => {
    const { besoins, lieux, fiches } = moteur.chercher(q);
    const buts = besoins.map(({ but, note }) => [but.id, note]);
    return [buts, lieux.map(({ id }) => id), fiches.map(({ rang, note }) => [rang, note])];
  });
  const [premiers] = lexiques;
  const moteur = dUneTraite(Moteur.monte(dUneTraite(new Lexique().lire([premiers])), base));
  const etapes = [dit(moteur)];
  for (const _pas of moteur.completer({ lexiques, noms })) etapes.push(dit(moteur));
  etapes.push(dit(moteur));
  const [peu, mots, tout] = [{ lexiques: [premiers] }, { lexiques }, { lexiques, noms }].map((s) =>
    dit(new Moteur({ ...s, base })));
  return { etapes, peu, mots, tout };
}"""


@pytest.fixture(scope="module")
def source() -> dict[str, Any]:
    atlas = build_atlas(read_project(RACINE))
    order = atlas.par_nom(atlas.entrees, "fr")
    return {
        "lexiques": [json.loads(lexicon(atlas.donnees, langue)) for langue in LANGUES_DU_SITE],
        "base": json.loads(base(atlas, order, "fr", {"paquets": [], "heures": ""}, [])),
        "noms": json.loads(names(order, "fr")),
    }


def test_what_stands_answers_until_what_comes_is_ready(node: Lance, source: dict[str, Any]) -> None:
    """Nobody meets words that are half there: first those of the page, then those of every language, then names."""
    dossier = (theme_folder() / "components" / "recherche").as_uri()
    found = node(MODULE.format("moteur"), COMPLETER, [dossier, source, DEMANDES])
    assert len(found["etapes"]) > 100
    stages = [answers for answers, _ in groupby(found["etapes"])]
    assert stages == [found["peu"], found["mots"], found["tout"]]
    assert len({json.dumps(stage) for stage in stages}) == 3


TRANCHES = """async (entiere, { parTranches, dUneTraite }) => {
  function* travail() {
    for (let pas = 0; pas < 40; pas += 1) {
      const fin = performance.now() + 5;
      while (performance.now() < fin);
      yield;
    }
    return "fait";
  }
  let touches = 0;
  const clavier = setInterval(() => { touches += 1; });
  const rendu = entiere ? dUneTraite(travail()) : await parTranches(travail());
  clearInterval(clavier);
  return [rendu, touches];
}"""


def test_keys_are_answered_between_slices(node: Lance) -> None:
    sliced, keys = node(MODULE.format("tranches"), TRANCHES, False)
    whole, none = node(MODULE.format("tranches"), TRANCHES, True)
    assert (sliced, whole) == ("fait", "fait")
    assert keys >= 5  # 200 ms of work, 20 ms a slice
    assert none == 0


def test_a_work_that_fails_says_so(node: Lance) -> None:
    ask = """(_rien, { parTranches }) =>
      parTranches((function* () { yield; throw new Error("panne"); })()).catch((e) => e.message)"""
    assert node(MODULE.format("tranches"), ask, None) == "panne"


@settings(max_examples=5, deadline=None)
@given(st.lists(st.tuples(st.text("abcz09", max_size=8), st.text("abcz09", max_size=8)), min_size=150, max_size=150))
def test_letters_that_lack_are_never_more_than_typos(node: Lance, pairs: list[tuple[str, str]]) -> None:
    """Else words would be passed over that are near enough."""
    ask = """(pairs, { distance, lettres, manquent }) =>
      pairs.map(([a, b]) => [manquent(lettres(a), lettres(b)), distance(a, b, 20)])"""
    found = node(MODULE.format("approche"), ask, pairs)
    assert all(lacking <= typos for lacking, typos in found)
    assert node(MODULE.format("approche"), ask, [("abc", "az"), ("z", "")]) == [[2, 2], [1, 1]]


def test_a_column_is_read_by_record_and_by_number(node: Lance) -> None:
    items = [[3, 1], [], [3], [1295, 3], []]
    ask = "(colonne, { nombres, inverser }) => [nombres(colonne), [...inverser(nombres(colonne))]]"
    read, who = node(MODULE.format("colonnes"), ask, column(items))
    assert read == items
    assert dict(who) == {3: [0, 2, 3], 1: [0], 1295: [3]}
