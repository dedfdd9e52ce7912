from pathlib import Path

import pytest
from click.testing import CliRunner

from carte_sociale import routes
from carte_sociale.cli import main
from carte_sociale.rendering.staging import drafted


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    with drafted(folder) as draft:
        draft.publish({name: draft.write(name, name.encode()) for name in ("index.html", "fr/index.html", "a.css")})
    return folder


def said(folder: Path, code: int, langue: str = "fr") -> list[str]:
    result = CliRunner().invoke(main, ["controler", str(folder), "--langue", langue])
    assert result.exit_code == code, result.output
    return result.output.splitlines()


def test_a_site_as_it_was_built_is_said_to_be(site: Path) -> None:
    assert said(site, 0) == ["Les 3 fichiers sont comme ils ont été construits."]


def test_whatever_differs_is_named(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "a.css").write_bytes(b"a.cst")
    (site / "fr" / "en\nplus").touch()
    (site / "lien").symlink_to(site)
    assert said(site, 1) == [
        "manque : index.html",
        "modifié : a.css",
        "en trop : fr/en\\nplus",
        "en trop : lien",
        "Ce site n'est pas comme il a été construit. Publiez-le de nouveau en entier.",
    ]


def test_a_file_that_became_a_link_is_missing(site: Path, tmp_path: Path) -> None:
    (site / "a.css").unlink()
    (tmp_path / "a.css").write_bytes(b"a.css")
    (site / "a.css").symlink_to(tmp_path / "a.css")
    assert said(site, 1)[0] == "manque : a.css"


def test_long_lists_are_cut(site: Path) -> None:
    for number in range(25):
        (site / f"{number:02}.txt").touch()
    assert "… et 5 autres" in said(site, 1)


def test_a_folder_without_digests_is_no_site(tmp_path: Path) -> None:
    (output,) = said(tmp_path, 2, "en")
    assert "SHA256SUMS" in output
    (tmp_path / routes.MANIFESTE).write_text("pas une empreinte\n", encoding="utf-8")
    said(tmp_path, 2)


def test_the_usual_program_reads_the_digests(site: Path) -> None:
    lines = (site / routes.MANIFESTE).read_text("utf-8").splitlines()
    assert [line[64:] for line in lines] == ["  a.css", "  fr/index.html", "  index.html"]
