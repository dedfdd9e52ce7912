"""Modules of the theme's scripts, run by the Node that `make test` installs."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from carte_sociale.atlas.atlas import build_atlas
from carte_sociale.loading.project import read_project
from carte_sociale.rendering.places import theme_folder

Lance = Callable[..., Any]
RACINE = Path(__file__).parents[3]
DOSSIER = RACINE / "benchmarks" / "recherche"


@pytest.fixture(scope="session")
def node() -> Lance:
    """Runs `(entry, module) => answer` on JSON, with a module of the theme; `fuseau` is the machine's time zone."""
    program = Path(sys.executable).parent / "node"

    def run(module: str, body: str, entry: Any, *, fuseau: str = "UTC", carte: dict[str, Any] | None = None) -> Any:
        address = (theme_folder() / module).as_uri()
        code = f"""
globalThis.CARTE = {json.dumps(carte or {"langue": "fr", "mots": {}, "feries": {}, "noms": {}})};
const module = await import({json.dumps(address)});
let text = "";
for await (const part of process.stdin) text += part;
const answer = await ({body})(JSON.parse(text), module);
process.stdout.write(JSON.stringify(answer));
"""
        done = subprocess.run(
            [program, "--input-type=module", "--eval", code],
            input=json.dumps(entry),
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "TZ": fuseau},
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def qualite() -> ModuleType:
    spec = importlib.util.spec_from_file_location("qualite", DOSSIER / "qualite.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def index(qualite: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("recherche") / "index.json"
    path.write_text(json.dumps(qualite.data(build_atlas(read_project(RACINE)))), encoding="utf-8")
    return path


CHERCHER = """async ([source, demandes, ordre], { Moteur }) => {
  const { ordonner } = await import(ordre);
  const { lexiques, base, noms, rues } = source;
  const moteurs = {};
  const premieres = (langue, fiches, n) => fiches.slice(0, n).map(({ rang }) => source.ids[langue][rang]);
  return demandes.map(([langue, q, enCours]) => {
    moteurs[langue] ||= new Moteur({
      lexiques: [langue, ...Object.keys(lexiques).filter((l) => l !== langue)].map((l) => lexiques[l]),
      base: base[langue], noms: noms[langue], rues,
    });
    const { besoins, lieux, rues: voies, fiches } = moteurs[langue].chercher(q, { enCours });
    return {
      besoins: besoins.map(({ but }) => but.id), notes: besoins.map(({ note }) => note),
      lieux: lieux.map((but) => but.id),
      rues: voies.map(({ but }) => but.nom),
      ordre: premieres(langue, ordonner(fiches, { ouvert: () => "inconnu" }), 10),
      fiches: premieres(langue, fiches, 5),
    };
  });
}"""


@pytest.fixture(scope="session")
def chercher(node: Lance, index: Path) -> Any:
    source = json.loads(index.read_text(encoding="utf-8"))

    def ask(*demandes: tuple[str, str, bool]) -> list[dict[str, list[Any]]]:
        found: list[dict[str, list[Any]]] = node(
            "components/recherche/moteur.js",
            CHERCHER,
            [source, demandes, (theme_folder() / "components/recherche/ordre.js").as_uri()],
        )
        return found

    return ask
