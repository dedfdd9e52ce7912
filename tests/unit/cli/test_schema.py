import json

import jsonschema
import pytest

from .conftest import Commande


@pytest.mark.parametrize("langue", ["fr", "nl", "en"])
def test_the_schema_is_one_and_knows_the_vocabularies(carte: Commande, langue: str) -> None:
    result = carte("schema", langue=langue)
    assert result.exit_code == 0
    schema = json.loads(result.output)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "mediation-de-dettes" in result.output
    assert "woluwe-saint-pierre" in result.output


def test_a_record_of_the_project_follows_it(carte: Commande) -> None:
    from pathlib import Path

    import yaml

    schema = json.loads(carte("schema").output)
    record = Path("organisations/molenbeek-saint-jean/le-banc-du-parc.yml").read_text(encoding="utf-8")
    jsonschema.validate(yaml.safe_load(record), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**yaml.safe_load(record), "nature": "zzz"}, schema)


def test_broken_data_exit_with_1(carte: Commande) -> None:
    from pathlib import Path

    Path("content/_data/vocabulaires/themes.yml").write_text("- {id: seul}", encoding="utf-8")
    result = carte("schema")
    assert result.exit_code == 1
    assert "content/_data" in result.output
