"""Which versions of records git has, and when it has nothing to say."""

from datetime import date
from pathlib import Path

import pytest

from carte_sociale.loading.history import Etape, Passe, histories, landmark, versions

from ...histoire import Depot

A, B, MOVED = "organisations/x/a.yml", "organisations/x/b.yaml", "organisations/y/a.yml"


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Depot:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return Depot(tmp_path / "depot")


def read(racine: Path, jours: int = 90) -> dict[str, Passe] | None:
    here = landmark(racine)
    assert here is not None
    found = histories(racine, here, jours)
    return None if found is None else dict(found)


def texts(racine: Path, passe: Passe) -> list[tuple[str, str | None]]:
    """Each version with its day, the first one without."""
    objects = [passe.avant, *(etape.objet for etape in passe.etapes)]
    known = versions(racine, (objet for objet in objects if objet))
    days = ["", *(etape.jour.isoformat() for etape in passe.etapes)]
    return [(day, known[objet].decode() if objet else None) for day, objet in zip(days, objects, strict=True)]


def test_only_what_changed_in_the_last_days_before_the_last_commit_has_a_history(depot: Depot) -> None:
    depot.ecrire(A, "a: 1")
    depot.ecrire(B, "b: 1")
    depot.commit("2026-01-01")
    depot.ecrire(A, "a: 2")
    depot.commit("2026-02-01")
    depot.ecrire(A, "a: 3")
    depot.commit("2026-06-01")
    depot.ecrire("ailleurs.yml", "c: 1")
    depot.commit("2026-06-02")
    found = read(depot.racine)
    assert found is not None
    assert list(found) == ["a"]
    assert texts(depot.racine, found["a"]) == [("", "a: 2"), ("2026-06-01", "a: 3")]
    longer = read(depot.racine, 1000)
    assert longer is not None
    assert texts(depot.racine, longer["a"]) == [
        ("", None), ("2026-01-01", "a: 1"), ("2026-02-01", "a: 2"), ("2026-06-01", "a: 3"),
    ]  # fmt: skip


def test_a_file_that_moves_stays_the_same_record_and_one_that_goes_says_so(depot: Depot) -> None:
    depot.ecrire(A, "a: 1")
    depot.ecrire(B, "b: 1")
    depot.commit("2026-01-01")
    depot.effacer(A)
    depot.effacer(B)
    depot.ecrire(MOVED, "a: 2")
    depot.commit("2026-06-01")
    found = read(depot.racine)
    assert found is not None
    assert texts(depot.racine, found["a"]) == [("", "a: 1"), ("2026-06-01", "a: 2")]
    assert texts(depot.racine, found["b"]) == [("", "b: 1"), ("2026-06-01", None)]


def test_a_proposal_counts_on_the_day_of_its_merge(depot: Depot) -> None:
    depot.ecrire(A, "a: 1")
    depot.commit("2026-01-01")
    depot.git("checkout", "--quiet", "-b", "proposition")
    depot.ecrire(A, "a: 2")
    depot.commit("2026-02-01")
    depot.git("checkout", "--quiet", "main")
    depot.commit("2026-05-30")
    depot.git("merge", "--quiet", "--no-ff", "--message", "m", "proposition", quand="2026-06-01T12:00:00+02:00")
    found = read(depot.racine)
    assert found is not None
    assert texts(depot.racine, found["a"]) == [("", "a: 1"), ("2026-06-01", "a: 2")]


@pytest.mark.parametrize(
    ("moment", "jour"),
    [("2026-06-30T22:30:00+00:00", date(2026, 7, 1)), ("2026-12-31T22:59:59+00:00", date(2026, 12, 31))],
)
def test_days_are_those_of_brussels(depot: Depot, moment: str, jour: date) -> None:
    depot.ecrire(A, "a: 1")
    depot.commit(moment)
    found = read(depot.racine)
    assert found is not None
    assert found["a"].etapes == (Etape(jour, depot.git("rev-parse", f"HEAD:{A}")),)


def test_a_link_is_no_record_and_odd_names_are_read(depot: Depot) -> None:
    depot.ecrire("organisations/x/é\nà \x01.yml", "a: 1")
    (depot.racine / "organisations/x/lien.yml").symlink_to("/etc/passwd")
    depot.commit("2026-06-01")
    found = read(depot.racine)
    assert found is not None
    assert {id_: passe.etapes[-1].objet is None for id_, passe in found.items()} == {"é\nà \x01": False, "lien": True}


def test_a_project_in_a_folder_of_its_repository_has_its_own_names(depot: Depot) -> None:
    depot.ecrire(f"carte/{A}", "a: 1")
    depot.ecrire(B, "b: 1")
    depot.commit("2026-06-01")
    found = read(depot.racine / "carte")
    assert found is not None
    assert list(found) == ["a"]


def test_a_clone_that_is_too_short_says_nothing_and_a_longer_one_does(depot: Depot, tmp_path: Path) -> None:
    for rank, day in enumerate(("2026-01-01", "2026-02-01", "2026-05-01", "2026-06-01")):
        depot.ecrire(A, f"a: {rank}")
        depot.commit(day)
    for depth, expected in ((1, None), (2, None), (3, [("", "a: 1"), ("2026-05-01", "a: 2"), ("2026-06-01", "a: 3")])):
        clone = tmp_path / str(depth)
        depot.git("clone", "--quiet", "--depth", str(depth), f"file://{depot.racine}", str(clone))
        found = read(clone)
        assert (None if found is None else texts(clone, found["a"])) == expected


def test_no_repository_no_commit_and_no_git_are_no_history(
    depot: Depot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    depot.ecrire(A, "a: 1")
    assert landmark(depot.racine) is None
    depot.commit("2026-06-01")
    assert landmark(depot.racine) is not None
    assert landmark(tmp_path) is None
    monkeypatch.setenv("PATH", "")
    assert landmark(depot.racine) is None


def test_records_that_nobody_committed_have_no_history(depot: Depot) -> None:
    depot.ecrire(".gitignore", "organisations")
    depot.ecrire(A, "a: 1")
    depot.commit("2026-06-01")
    assert read(depot.racine) is None


def test_objects_that_are_missing_are_left_out(depot: Depot) -> None:
    depot.ecrire(A, "a: 1\n\n")
    depot.ecrire(B, "")
    depot.commit("2026-06-01")
    known = [depot.git("rev-parse", f"HEAD:{name}") for name in (A, B)]
    folder = depot.git("rev-parse", "HEAD:organisations")
    assert versions(depot.racine, ["0" * 40, known[0], folder, known[1]]) == {known[0]: b"a: 1\n\n", known[1]: b""}
