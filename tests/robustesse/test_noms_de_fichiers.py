"""Files of any name in a real folder: each is said once, on one line, with one name that puts it right."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from carte_sociale.rules.names import LONGUEUR_MAX, RESERVES

from ..conftest import CARTE
from .controle import problems_of

MOLENBEEK = "molenbeek-saint-jean"
NOMS = {
    "ixelles/la maison.yml": ("nom-de-fichier", "la-maison.yml"),
    "ixelles/maison-de-l-été.yml": ("nom-de-fichier", "maison-de-l-ete.yml"),
    "ixelles/une-maison-e\u0301te\u0301.yml": ("nom-de-fichier", "une-maison-ete.yml"),
    "ixelles/la\nmaison\r\nneuve.yml": ("nom-de-fichier", "la-maison-neuve.yml"),
    f"ixelles/{'maison-' * 35}du.yml": ("nom-de-fichier-long", f"{'maison-' * 10}maison.yml"),
    f"ixelles/{'a' * 251}.yml": ("nom-de-fichier-long", f"{'a' * LONGUEUR_MAX}.yml"),
    "ixelles/La-Grande.yml": ("id-double", "la-grande-ixelles.yml"),
    "ixelles/la-grande.yml": None,
    f"{MOLENBEEK}/Grand-Été.yml": ("id-double", f"grand-ete-{MOLENBEEK}.yml"),
    "ixelles/grand-ete.yml": None,
    "ixelles/doublon.yml": None,
    f"{MOLENBEEK}/doublon.yml": ("id-double", f"doublon-{MOLENBEEK}-2.yml"),
    f"region/doublon-{MOLENBEEK}.yml": None,
    "ixelles/\x1b[31mrouge\x07.yml": ("nom-de-fichier", "31mrouge.yml"),
    "ixelles/nez\u202elmy.yml": ("nom-de-fichier", "nez-lmy.yml"),
    "ixelles/`b`|c.yml": ("nom-de-fichier", "b-c.yml"),
    "ixelles/%0A::error file=x::y.yml": ("nom-de-fichier", "0a-error-file-x-y.yml"),
    "ixelles/d,e:f.yml": ("nom-de-fichier", "d-e-f.yml"),
    "ixelles/$(id)'\";.yml": ("nom-de-fichier", "id.yml"),
    "ixelles/-rf.yml": ("nom-de-fichier", "rf.yml"),
    "ixelles/<b>gras.yml": ("nom-de-fichier", "b-gras.yml"),
    "ixelles/..yml": ("nom-de-fichier", "point-exemple.yml"),
    "ixelles/...yml": ("nom-de-fichier", "points-exemple.yml"),
    "ixelles/日本.yml": ("nom-de-fichier", "japon-exemple.yml"),
    "ixelles/con.yml": ("nom-de-fichier-reserve", "con-ixelles.yml"),
    "ixelles/AUX.yml": ("nom-de-fichier", "aux-ixelles.yml"),
    "ixelles/h.yaml": ("nom-de-fichier", "h.yml"),
    "ixelles/i.YML": ("fichier-pas-lu", "i.yml"),
    "ixelles/j.yml.txt": ("fichier-pas-lu", "j.yml"),
    "ixelles/.yml": ("fichier-pas-lu", ""),
    "ixelles/La Grande.YML": ("fichier-pas-lu", ""),
    "ixelles/sous\ndossier/k.yml": ("nom-de-dossier", "sous-dossier"),
    "ixelles/sous:dossier/l.yml": ("nom-de-dossier", "sous-dossier"),
    "ixelles/un.yml/m.yml": None,
    os.fsdecode(b"ixelles/caf\xe9.yml"): ("nom-de-fichier", "caf.yml"),
}
"""Every file, the code of what is wrong with its name, and the name that is offered (empty: none is sure)."""
APPELES = {"ixelles/..yml": "Point", "ixelles/...yml": "Points", "ixelles/日本.yml": "Japon"}
"""Names of the organisations that give a file its name where its own holds no letter that an address can have."""
DOUBLES = {
    "ixelles/La-Grande.yml": "ixelles/la-grande.yml",
    f"{MOLENBEEK}/Grand-Été.yml": "ixelles/grand-ete.yml",
    f"{MOLENBEEK}/doublon.yml": "ixelles/doublon.yml",
}
DE_NOM = frozenset(
    ("nom-de-fichier", "nom-de-fichier-long", "nom-de-fichier-reserve", "nom-de-dossier", "id-double", "fichier-pas-lu")
)


@pytest.fixture
def projet(projet_fictif: Path) -> Path:
    source = (projet_fictif / "organisations/ixelles/maison-des-tilleuls.yml").read_text(encoding="utf-8")
    for number, name in enumerate(NOMS):
        path = projet_fictif / "organisations" / name
        path.parent.mkdir(exist_ok=True)
        own = source.replace("Maison des Tilleuls", APPELES.get(name, f"Organisation numéro {number}"))
        path.write_text(re.sub(r"^contacts:.*?\n\n", "", own, flags=re.DOTALL | re.MULTILINE), encoding="utf-8")
    return projet_fictif


def _said(projet: Path, form: str, langue: str = "fr", locale: str = "C.UTF-8", status: int = 1) -> str:
    """What the command prints, as it prints it, in a terminal of its own language."""
    environment = {**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "utf-8:strict"}
    done = subprocess.run(
        [*CARTE, "valider", "--langue", langue, "--format", form, "--date", "2026-11-30"],
        cwd=projet,
        env=environment,
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (status, b"")
    return done.stdout.decode()


def _of_names(projet: Path, status: int = 1) -> dict[str, list[dict[str, str]]]:
    """Every problem of a name, by file."""
    found: dict[str, list[dict[str, str]]] = {}
    for problem in json.loads(_said(projet, "json", status=status))["problemes"]:
        if problem["code"] in DE_NOM:
            found.setdefault(problem["fichier"].removeprefix("organisations/"), []).append(problem)
    return found


def test_each_is_said_once_with_one_name_that_puts_it_right(projet: Path) -> None:
    found = _of_names(projet)
    assert set(found) == {name for name, said in NOMS.items() if said}
    for name, said in NOMS.items():
        if said:
            (problem,) = found[name]
            offered = re.findall(r"« (\S+) »", problem["suggestion"].replace("« .yml »", ""))
            assert (problem["code"], offered) == (said[0], [said[1]] if said[1] else []), name
    for double, other in DOUBLES.items():
        assert f" : organisations/{other}. " in found[double][0]["message"]
    _follow(projet)
    assert set(_of_names(projet, status=0)) == {name for name, said in NOMS.items() if said and not said[1]}


def _follow(projet: Path) -> None:
    """Rename every file as it is told."""
    for name, said in NOMS.items():
        path = projet / "organisations" / name
        if said and said[0] == "nom-de-dossier":
            target = path.parent.with_name(said[1])
            target.mkdir(exist_ok=True)
            path.rename(target / path.name)
        elif said and said[1]:
            assert not path.with_name(said[1]).exists(), name
            path.rename(path.with_name(said[1]))


@pytest.mark.parametrize(
    ("form", "langue", "locale"), [("texte", "nl", "C"), ("github", "fr", "C.UTF-8"), ("markdown", "en", "C")]
)
def test_every_report_keeps_its_lines(projet: Path, form: str, langue: str, locale: str) -> None:
    text = _said(projet, form, langue, locale)
    assert not {sign for sign in text if not sign.isprintable()} - {"\n", "\xa0", "\u200b"}
    lines = text.splitlines()
    if form == "github":
        assert all(
            line.startswith(("::error file=organisations/", "::warning file=organisations/")) for line in lines[:-1]
        )
        assert "file=organisations/ixelles/la%0Amaison%0D%0Aneuve.yml,line=1,col=1,title=nom-de-fichier::" in text
        assert "file=organisations/ixelles/%250A%3A%3Aerror file=x%3A%3Ay.yml,line=1" in text
    elif form == "markdown":
        rows = [line for line in lines if line.startswith("| ")]
        assert all(re.sub(r"\\\|", "", row).count("|") == 5 for row in rows)
        assert "``organisations/" not in text.replace("`` organisations/", "")
    else:
        assert r"organisations/ixelles/la\nmaison\r\nneuve.yml:1:1  " in text
        assert r"organisations/ixelles/\x1b[31mrouge\x07.yml:1:1  " in text
        assert r"organisations/ixelles/caf\udce9.yml:1:1  " in text


def test_a_name_of_300_characters(projet_fictif: Path) -> None:
    """Longer than most disks hold: it can come from elsewhere all the same."""
    source = (projet_fictif / "organisations/ixelles/maison-des-tilleuls.yml").read_bytes()
    for name in ("a" * 300, "maison-" * 43, "é" * 300, "À la\n" * 60):
        found = [p for p in problems_of(source, f"organisations/ixelles/{name}.yml")[1] if p.code in DE_NOM]
        (problem,) = found
        assert len(problem.contexte["proche"]) <= LONGUEUR_MAX + len(".yml")


@pytest.mark.parametrize("name", sorted(RESERVES))
def test_a_name_that_windows_keeps(projet_fictif: Path, name: str) -> None:
    source = (projet_fictif / "organisations/ixelles/maison-des-tilleuls.yml").read_bytes()
    codes = [p.code for p in problems_of(source, f"organisations/ixelles/{name}.yml")[1] if p.code in DE_NOM]
    assert codes == ["nom-de-fichier-reserve"]


def test_a_bad_name_is_never_built(projet: Path, tmp_path: Path) -> None:
    """`..yml` would be the page of the list, `...yml` the home page: nothing is written, and the old site stays."""
    command = [*CARTE, "construire", "--sortie", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=projet, capture_output=True)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name != "projet"] == []


ETRANGE = os.fsdecode(b"un\ndossier\x1b[31m\xe9")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["valider", f"organisations/{ETRANGE}.yml"], 2),
        (["construire", "--sortie", ETRANGE], 2),
        (["construire", "--mesures", f"{ETRANGE}/absent/mesures.json"], 2),
        (["construire", "--sortie", f"{ETRANGE}/site"], 0),
    ],
)
def test_what_the_terminal_says_of_a_folder_of_any_name(projet_fictif: Path, arguments: list[str], status: int) -> None:
    (projet_fictif / ETRANGE).mkdir()
    (projet_fictif / ETRANGE / "notes").touch()
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8:strict"}
    done = subprocess.run([*CARTE, *arguments], cwd=projet_fictif, env=environment, capture_output=True)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == status, said[-2000:]
    assert not {sign for sign in said if not sign.isprintable()} - {"\n", "\xa0", "\u202f"}
    assert r"un\ndossier\x1b[31m\udce9" in said
