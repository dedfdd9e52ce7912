"""The schemas that give completion in editors are those of today's models and vocabularies, each for its folder."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from carte_sociale.cli import main
from carte_sociale.loading.network import DOSSIERS
from carte_sociale.model.structure import SORTES

from .model.test_structure import Yaml12

RACINE = Path(__file__).parents[2]


@pytest.mark.parametrize("sorte", SORTES)
def test_committed_schema_is_current(sorte: str) -> None:
    shown = CliRunner().invoke(main, ["schema", "--sorte", sorte, "--langue", "fr", "--projet", str(RACINE)])
    assert shown.exit_code == 0
    committed = (RACINE / ".vscode" / f"{sorte}.schema.json").read_text(encoding="utf-8")
    assert committed == shown.output, "lancez `make schema`"


def test_each_folder_has_its_schema() -> None:
    settings = json.loads((RACINE / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    folders = {
        f".vscode/{sorte}.schema.json": [f"content/_data/{sorte}s/*.yml"] for sorte in SORTES if sorte != "fiche"
    }
    assert settings["yaml.schemas"] == {".vscode/fiche.schema.json": ["organisations/**/*.yml"], **folders}


@pytest.mark.parametrize("folder", DOSSIERS)
def test_the_schema_accepts_every_real_file_and_refuses_an_id(folder: str) -> None:
    schema = json.loads((RACINE / ".vscode" / f"{folder[:-1]}.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for path in (RACINE / "content" / "_data" / folder).glob("*.yml"):
        data = yaml.load(path.read_text(encoding="utf-8"), Yaml12)
        assert [f"{path.name}: {error.message}" for error in validator.iter_errors(data)] == []
        assert not validator.is_valid({**data, "id": path.stem})
