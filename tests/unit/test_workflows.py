"""What GitHub runs: code of strangers with a token that only reads, known actions, forms that warn."""

from pathlib import Path
from typing import Any

import pytest
import yaml

GITHUB = Path(__file__).parents[2] / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
ACTIONS = {
    "actions/checkout@v4",
    "actions/setup-python@v5",
    "actions/upload-pages-artifact@v3",
    "actions/deploy-pages@v4",
}


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def _steps(workflow: Any) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.stem)
def test_a_token_only_reads_unless_a_job_publishes(path: Path) -> None:
    workflow = _read(path)
    assert "pull_request_target" not in workflow["on"]
    assert workflow["permissions"] == {"contents": "read"}
    writers = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert all(rights == {"pages": "write", "id-token": "write"} for rights in writers.values())
    if "pull_request" in workflow["on"]:
        assert writers == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.stem)
def test_actions_are_known_and_no_expression_reaches_the_shell(path: Path) -> None:
    for step in _steps(_read(path)):
        assert step.get("uses", "actions/checkout@v4") in ACTIONS
        assert "${{" not in step.get("run", "")
        if step.get("uses", "").startswith("actions/checkout"):
            assert step["with"]["persist-credentials"] == "false"


def test_a_proposal_is_annotated_and_summed_up_against_its_base() -> None:
    runs = "\n".join(step.get("run", "") for step in _steps(_read(GITHUB / "workflows/controle.yml")))
    assert '--format github --depuis "origin/$BASE"' in runs
    assert '>> "$GITHUB_STEP_SUMMARY"' in runs


def test_publication_runs_on_main_and_each_night_and_can_go_back() -> None:
    workflow = _read(GITHUB / "workflows/publication.yml")
    assert workflow["on"]["push"] == {"branches": ["main"]}
    assert len(workflow["on"]["schedule"]) == 1
    assert "revision" in workflow["on"]["workflow_dispatch"]["inputs"]
    checkout, ancestor, *_ = _steps(workflow)
    assert checkout["with"]["ref"].startswith("${{ inputs.revision ||")
    assert ancestor["run"] == "git merge-base --is-ancestor HEAD origin/main"


@pytest.mark.parametrize("path", FORMS, ids=lambda p: p.stem)
def test_a_form_first_warns_of_secret_addresses(path: Path) -> None:
    first = _read(path)["body"][0]
    assert first["type"] == "markdown"
    words = first["attributes"]["value"]
    assert any(secret in words for secret in ("adresse secrète", "geheim adres", "geheime adres"))


def test_forms_come_in_french_and_dutch_pairs() -> None:
    shapes = [[(part["type"], part.get("id")) for part in _read(path)["body"]] for path in FORMS]
    assert shapes[::2] == shapes[1::2]


def test_a_proposal_has_five_checks() -> None:
    assert (GITHUB / "pull_request_template.md").read_text(encoding="utf-8").count("- [ ]") == 5
