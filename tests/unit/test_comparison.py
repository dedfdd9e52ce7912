import subprocess
from pathlib import Path

import pytest

from carte_sociale.comparison import files_changed, problems_at, unchanged
from carte_sociale.loading.git import GitAbsent, RevisionInconnue
from carte_sociale.problems import Problem


def problem(ligne: int = 1, champ: str = "nature", valeur: str = "zzz", fichier: str = "a/x.yml") -> Problem:
    return Problem(fichier, ligne, 1, "valeur-hors-vocabulaire", champ, valeur)


def test_a_line_that_moved_is_not_new() -> None:
    assert unchanged([problem(ligne=9)], [problem(ligne=2)]) == {problem(ligne=9)}


def test_another_value_key_or_file_is_new() -> None:
    before = [problem()]
    today = [problem(valeur="yyy"), problem(champ="statut"), problem(fichier="a/y.yml")]
    assert unchanged(today, before) == frozenset()


def test_an_item_put_before_in_a_list_makes_nothing_new() -> None:
    old = [problem(5, "services[0].frais", "a"), problem(9, "services[1].frais", "b")]
    today = [
        problem(5, "services[0].frais", "new"),
        problem(9, "services[1].frais", "a"),
        problem(13, "services[2].frais", "b"),
    ]
    assert unchanged(today, old) == {today[1], today[2]}


def test_a_file_that_went_to_another_folder_brings_nothing_new() -> None:
    moved = problem(fichier="b/x.yml")
    assert unchanged([moved], [problem()]) == {moved}


def test_twice_the_same_is_new_once() -> None:
    today = [problem(3, "services[0].frais"), problem(8, "services[1].frais")]
    assert unchanged(today, [problem(3, "services[0].frais")]) == {today[0]}
    assert len(unchanged(today, [problem(8, "services[4].frais")])) == 1


def test_what_was_there_first_is_matched_exactly_before_by_likeness() -> None:
    today = [problem(3, "services[0].frais"), problem(8, "services[1].frais")]
    assert unchanged(today, [problem(8, "services[1].frais")]) == {today[1]}


@pytest.mark.parametrize("revision", ["", "--help", "HEAD"])
def test_no_repository_and_no_revision_are_one_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, revision: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(RevisionInconnue):
        problems_at(tmp_path, revision, lambda folder: [])


def test_no_git_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitAbsent):
        problems_at(tmp_path, "HEAD", lambda folder: [])


def test_links_of_a_revision_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("nom: a", encoding="utf-8")
    (tmp_path / "dehors").symlink_to("/etc/passwd")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "a"]):
        identity = ["-c", "user.name=Essai", "-c", "user.email=essai@carte.example"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True)
    seen: list[str] = []
    problems_at(tmp_path, "HEAD", lambda folder: seen.extend(sorted(p.name for p in folder.iterdir())) or [])
    assert seen == ["a.yml"]


def test_files_changed_are_the_new_ones_and_the_edited_ones(tmp_path: Path) -> None:
    for name in ("vieux.yml", "même.yml"):
        (tmp_path / name).write_text("nom: a", encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "a"]):
        identity = ["-c", "user.name=Essai", "-c", "user.email=essai@carte.example"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True)
    (tmp_path / "vieux.yml").write_text("nom: b", encoding="utf-8")
    (tmp_path / "été.yml").write_text("nom: c", encoding="utf-8")
    assert files_changed(tmp_path, "HEAD") == {"vieux.yml", "été.yml"}
    with pytest.raises(RevisionInconnue):
        files_changed(tmp_path, "--help")
