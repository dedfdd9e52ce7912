"""What results may be narrowed by: three answers, one service at a time, and what each choice would leave."""

import json
from pathlib import Path

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.loading.project import read_project
from carte_sociale.rendering.places import theme_folder
from carte_sociale.search.columns import criteria

from .conftest import RACINE, Lance

MODULE = "components/recherche/{}.js"
FILTRER = """(cas, { LISTES, VALEURS, filtrer }) => cas.map(([fiches, choix, inconnus, themes]) => {
  const dit = (rang, service) => (service === undefined ? fiches[rang] : fiches[rang].services[service]);
  const criteres = {
    loin: fiches.some((fiche) => fiche.rayon) && (() => 0),
    services: (rang, vises) => {
      const tous = [...(fiches[rang].services || []).keys()];
      const siens = tous.filter((service) => !vises || dit(rang, service).theme.some((id) => vises.has(id)));
      return tous.length ? siens : [undefined];
    },
    ids: Object.fromEntries(LISTES.map((cle) => [cle, (rang, service) => dit(rang, service)[cle] || []])),
    repond(cle, voulu, rang, service) {
      if (VALEURS[cle]) return (dit(rang, service)[cle] || {})[voulu] || "inconnu";
      const ids = this.ids[cle](rang, service);
      return ids.includes(voulu) ? "oui" : ids.length || cle === "theme" ? "non" : "inconnu";
    },
  };
  const rangs = fiches.map((_f, rang) => ({ rang }));
  const vises = themes && new Set(themes);
  const { gardees, muettes, raisons, comptes, tus } = filtrer(rangs, choix, criteres, inconnus, vises);
  return [gardees.map((f) => f.rang), muettes.map((f) => f.rang), comptes, tus, [...raisons].sort()];
})"""


def test_counts_say_what_each_choice_would_leave(node: Lance) -> None:
    records = [
        {"theme": ["eau"], "langue": ["fr"], "gratuit": {"1": "oui"}},
        {"theme": ["eau"], "gratuit": {"1": "non"}},
        {"theme": ["energie"], "langue": ["nl"]},
    ]
    every, water, free, unknown = node(
        MODULE.format("filtres"),
        FILTRER,
        [
            [records, {}, False],
            [records, {"theme": "eau"}, False],
            [records, {"theme": "eau", "gratuit": "1"}, False],
            [records, {"langue": "fr"}, True],
        ],
    )
    assert every[0] == [0, 1, 2]
    assert every[2]["theme"] == {"eau": 2, "energie": 1}
    assert (every[2]["gratuit"], every[3]["gratuit"]) == ({"1": 1}, {"1": 1})
    assert "rayon" not in every[2]
    assert water[0] == [0, 1]
    assert water[2]["theme"] == {"eau": 2, "energie": 1}
    assert (water[2]["gratuit"], water[3]["gratuit"]) == ({"1": 1}, {"1": 0})
    assert free[0] == [0]
    assert free[2]["theme"] == {"eau": 1}
    assert free[2]["gratuit"] == {"1": 1}
    assert (unknown[0], unknown[1], unknown[4]) == ([0], [1], ["langue"])


def test_hours_and_distances_are_counted_value_by_value(node: Lance) -> None:
    """Closed now but open this evening, near and far, and what is not known of either."""
    near, far = {"300": "oui", "500": "oui", "1000": "oui"}, {"300": "non", "500": "non", "1000": "oui"}
    records = [
        {"ouvert": {"1": "oui", "soir": "non", "week-end": "non"}, "rayon": near},
        {"ouvert": {"1": "non", "soir": "oui", "week-end": "non"}, "rayon": near},
        {"ouvert": {"1": "non", "soir": "oui", "week-end": "inconnu"}, "rayon": far},
        {},
    ]
    every, evening, both, alone = node(
        MODULE.format("filtres"),
        FILTRER,
        [
            [records, {}, False],
            [records, {"ouvert": "soir"}, False],
            [records, {"ouvert": "soir", "rayon": "300"}, False],
            [records, {"rayon": "300"}, False],
        ],
    )
    assert every[2]["ouvert"] == {"1": 1, "soir": 2, "week-end": 0}
    assert every[3]["ouvert"] == {"1": 1, "soir": 1, "week-end": 2}
    assert every[2]["rayon"] == {"300": 2, "500": 2, "1000": 3}
    assert every[3]["rayon"] == {"300": 1, "500": 1, "1000": 1}
    assert (evening[0], evening[1], evening[4]) == ([1, 2], [3], ["ouvert"])
    assert evening[2]["ouvert"] == every[2]["ouvert"]
    assert evening[2]["rayon"] == {"300": 1, "500": 1, "1000": 2}
    assert (both[0], both[1], both[4]) == ([1], [3], ["ouvert", "rayon"])
    assert both[2]["ouvert"] == {"1": 1, "soir": 1, "week-end": 0}
    assert (alone[0], alone[1], alone[4]) == ([0, 1], [3], ["rayon"])


def test_what_may_be_is_counted_apart(node: Lance) -> None:
    """Nobody is sure to be open: another choice then leaves none for sure, and those of whom it is not known."""
    records = [
        {"ouvert": {"soir": "inconnu"}, "gratuit": {"1": "oui"}, "theme": ["eau"]},
        {"ouvert": {"soir": "inconnu"}, "theme": ["eau"]},
        {"ouvert": {"soir": "inconnu"}, "gratuit": {"1": "non"}, "theme": ["energie"]},
        {"ouvert": {"soir": "non"}, "gratuit": {"1": "oui"}, "theme": ["eau"]},
    ]
    choices = {"ouvert": "soir"}
    sure, with_unknown = node(MODULE.format("filtres"), FILTRER, [[records, choices, False], [records, choices, True]])
    assert (sure[0], sure[1]) == ([], [0, 1, 2])
    assert (sure[2]["gratuit"], sure[3]["gratuit"]) == ({"1": 0}, {"1": 2})
    assert (sure[2]["theme"], sure[3]["theme"]) == ({}, {"eau": 2, "energie": 1})
    assert (sure[2]["ouvert"]["soir"], sure[3]["ouvert"]["soir"]) == (0, 3)
    assert (with_unknown[2]["gratuit"], with_unknown[3]["gratuit"]) == ({"1": 1}, {"1": 1})
    assert (with_unknown[2]["theme"], with_unknown[3]["theme"]) == ({"eau": 2, "energie": 1}, {})


def test_a_record_answers_by_one_of_its_services(node: Lance) -> None:
    """The way in of a reception desk says nothing of the doctor's."""
    record = {
        "theme": ["eau", "energie"],
        "acces": {"sans-rendez-vous": "oui"},
        "services": [
            {"theme": ["eau"], "acces": {"sans-rendez-vous": "oui"}, "gratuit": {"1": "non"}},
            {"theme": ["energie"]},
        ],
    }
    walk_in = {"acces": "sans-rendez-vous"}
    any_need, water, energy, said_energy, free = node(
        MODULE.format("filtres"),
        FILTRER,
        [
            [[record], walk_in, False],
            [[record], {"theme": "eau", **walk_in}, False],
            [[record], {"theme": "energie", **walk_in}, False],
            [[record], walk_in, False, ["energie"]],
            [[record], {"theme": "eau", "gratuit": "1"}, False],
        ],
    )
    assert [any_need[0], water[0], energy[0], said_energy[0], free[0]] == [[0], [0], [], [], []]
    assert [any_need[1], water[1], energy[1], said_energy[1], free[1]] == [[], [], [0], [0], []]
    assert energy[4] == said_energy[4] == ["acces"]
    assert (any_need[2]["theme"], any_need[3]["theme"]) == ({"eau": 1}, {"energie": 1})
    assert (free[2]["theme"], free[3]["theme"]) == ({}, {"energie": 1})  # the one whose price nobody says may be free
    assert said_energy[2]["theme"] == {}


SURS = """async ([{ lexiques, base, ids }, criteres, filtres, themes]) => {
  const { filtrer } = await import(filtres);
  const moteur = new module.Moteur({ lexiques: [lexiques.fr], base: base.fr, criteres });
  moteur.criteres.quand({ moment: [0, 0], ouvert: () => "inconnu", age: 60 });
  const noms = (fiches) => fiches.map(({ rang }) => ids.fr[rang]).sort();
  return themes.map((theme) => {
    const { gardees, muettes } = filtrer(moteur.toutes(), { theme, acces: "sans-rendez-vous" }, moteur.criteres, false);
    return [noms(gardees), noms(muettes)];
  });
}"""


def test_every_need_without_an_appointment_is_met_by_a_service_that_says_both(node: Lance, index: Path) -> None:
    """Of the real records, whoever is shown for sure has a service of that need that one may just walk into."""
    atlas: Atlas = build_atlas(read_project(RACINE))
    themes = sorted(atlas.donnees.vocabulaires["themes"].ids)
    source = json.loads(index.read_text(encoding="utf-8"))
    told = json.loads(criteria(atlas, atlas.par_nom(atlas.entrees, "fr"), "fr"))
    address = (theme_folder() / "components/recherche/filtres.js").as_uri()
    found = node(MODULE.format("moteur"), SURS, [source, told, address, themes])
    mixed = 0
    for theme, (sure, silent) in zip(themes, found, strict=True):
        acces = {e.id: [s.acces for s in e.fiche.services if theme in s.themes] for e in atlas.entrees}
        expected = sorted(id_ for id_, some in acces.items() if any("sans-rendez-vous" in one for one in some))
        assert sure == expected, theme
        assert silent == sorted(id_ for id_, some in acces.items() if id_ not in expected and () in some), theme
        mixed += sum("sans-rendez-vous" in e.acces and theme in e.themes for e in atlas.entrees) - len(expected)
    assert mixed > 0  # else nothing was tried
