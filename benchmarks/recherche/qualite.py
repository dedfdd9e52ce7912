"""How often the search answers in its first five answers: `requetes.yml`, by language, kind and typos.

python benchmarks/recherche/qualite.py              the two thirds that one may tune by
python benchmarks/recherche/qualite.py --temoin     the other third
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.loading.project import read_project
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.search.columns import base, names
from carte_sociale.search.lexicon import lexicon
from carte_sociale.search.streets import streets

ICI = Path(__file__).parent
RACINE = ICI.parents[1]
NODE = Path(sys.executable).with_name("node")
PREMIERES = 5


def data(atlas: Atlas[Any]) -> dict[str, Any]:
    """Return the index of a project as the engine reads it, with the ids of records by rank."""
    found: dict[str, Any] = {
        "lexiques": {},
        "base": {},
        "noms": {},
        "ids": {},
        "rues": json.loads(streets(atlas.donnees.territoire)),
    }
    for langue in LANGUES_DU_SITE:
        order = atlas.par_nom(atlas.entrees, langue)
        found["lexiques"][langue] = json.loads(lexicon(atlas.donnees, langue))
        found["base"][langue] = json.loads(base(atlas, order, langue, {"paquets": [], "heures": ""}, []))
        found["noms"][langue] = json.loads(names(order, langue))
        found["ids"][langue] = [e.id for e in order]
    found["fiches"] = {e.id: {"themes": e.themes, "nature": e.nature, "communes": e.communes} for e in atlas.entrees}
    return found


def answers(index: Path, queries: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what the engine answers to each query."""
    command = [str(NODE), str(ICI / "qualite.mjs"), str(index)]
    done = subprocess.run(command, input=json.dumps(queries), capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def is_answered(query: dict[str, Any], found: list[list[Any]], records: dict[str, Any]) -> bool:
    """Whether one of the first answers is one of those expected; a record answers for what it is there for."""
    wanted = query["attend"]
    for kind, id_, *_rest in found[:PREMIERES]:
        if id_ in wanted.get(f"{kind}s", ()):
            return True
        if kind == "fiche" and _rest[1] in wanted.get("themes", ()):
            return True
        if kind == "fiche" and records[id_]["nature"] in wanted.get("natures", ()):
            return True
    return False


def main() -> None:
    """Print the share of queries that are answered, and those that are not."""
    parser = argparse.ArgumentParser(description="Mesure les réponses de la recherche.")
    parser.add_argument("--temoin", action="store_true")
    parser.add_argument("--detail", action="store_true")
    given = parser.parse_args()
    queries = yaml.safe_load((ICI / "requetes.yml").read_text(encoding="utf-8"))
    queries = [q for q in queries if bool(q.get("temoin")) == given.temoin]
    index = data(build_atlas(read_project(RACINE)))
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(index, file)
        file.flush()
        found = answers(Path(file.name), queries)
    counts: defaultdict[str, list[bool]] = defaultdict(list)
    for query, reply in zip(queries, found["reponses"], strict=True):
        good = is_answered(query, reply["premieres"], index["fiches"])
        groups = ["toutes", query["langue"], query["sorte"], *(["faute"] if query.get("faute") else [])]
        for group in groups:
            counts[group].append(good)
        if given.detail and not good:
            shown = " ".join(f"{kind}:{id_}({note:.2f})" for kind, id_, note, *_ in reply["premieres"][:5])
            print(f"{query['langue']} {query['sorte']:8} {query['q']}\n    attend {query['attend']}\n    {shown}")
    for group, results in counts.items():
        print(f"{group:8} {100 * sum(results) / len(results):5.1f} % de {len(results)}")
    print(f"{found['ms']:.2f} ms une requête")


if __name__ == "__main__":
    main()
