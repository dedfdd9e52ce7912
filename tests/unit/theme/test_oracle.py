"""Openings in the browser against npm's opening_hours, on values of our own making; and what compares them."""

import importlib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from carte_sociale.horaires import BRUXELLES, Compris
from carte_sociale.loading.project import read_project

RACINE = Path(__file__).parents[3]
VALEURS = RACINE / "tests" / "unit" / "horaires" / "valeurs_osm.txt"
INSTANTS = 120
MODULES = ("valeurs", "instants", "comparaison", "ecarts", "bilan", "comparer")


@pytest.fixture(scope="module")
def oracle() -> Iterator[SimpleNamespace]:
    """The modules of `benchmarks/oracle`, by name, as its command imports them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(RACINE / "benchmarks" / "oracle")
        yield SimpleNamespace(**{name: importlib.import_module(name) for name in MODULES})


@pytest.fixture(scope="module")
def nombres(oracle: SimpleNamespace) -> Counter[str]:
    return oracle.valeurs.lire(VALEURS)


@pytest.fixture(scope="module")
def comparees(oracle: SimpleNamespace, nombres: Counter[str]) -> list[Any]:
    return oracle.comparaison.comparer(nombres, INSTANTS, read_project(RACINE).donnees.feries)


def test_openings_are_those_of_opening_hours(
    oracle: SimpleNamespace, nombres: Counter[str], comparees: list[Any]
) -> None:
    bilan = oracle.bilan.compter(comparees, nombres)
    assert not bilan.desaccords, dict(bilan.desaccords)
    assert bilan.valeurs >= 140
    assert bilan.instants == bilan.valeurs * INSTANTS
    assert bilan.accords["o"] > 2_000
    assert bilan.accords["n"] > 8_000
    assert 1_000 < bilan.inconnus < bilan.instants / 4
    assert bilan.inconnus_des_deux > 300
    assert bilan.sans_juge == 0
    total = bilan.accords.total() + bilan.inconnus + bilan.ecarts.total()
    assert total == bilan.instants
    assert not bilan.tenu, "far more is unknown here than may be in what people write"


def test_known_faults_are_needed_and_narrow(oracle: SimpleNamespace) -> None:
    """The night of a Saturday, on the Monday after a spring clock: opening_hours takes it for the eve's."""
    valeurs = {"Sa 22:00-02:00": 1, "Su 22:00-02:00": 1}
    comparees = oracle.comparaison.comparer(valeurs, 4_000, read_project(RACINE).donnees.feries)
    bilan = oracle.bilan.compter(comparees, valeurs)
    assert set(bilan.ecarts) == {connu.nom for connu in oracle.ecarts.ECARTS}
    assert not bilan.desaccords
    about = oracle.ecarts.ecart
    assert about("", datetime(2027, 3, 29, 0, 59, tzinfo=BRUXELLES))
    assert not about("", datetime(2027, 3, 29, 1, 0, tzinfo=BRUXELLES))
    assert not about("", datetime(2027, 3, 28, 0, 30, tzinfo=BRUXELLES))
    assert not about("", datetime(2027, 6, 7, 0, 30, tzinfo=BRUXELLES))


def test_another_reading_is_told_and_fails(oracle: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        oracle.comparaison, "comprendre_osm", lambda valeur: Compris("Mo-Fr 09:00-16:00", "osm", False, False)
    )
    valeurs = {"Mo-Fr 09:00-17:00": 3}
    comparees = oracle.comparaison.comparer(valeurs, 400, read_project(RACINE).donnees.feries)
    bilan = oracle.bilan.compter(comparees, valeurs)
    told = bilan.desaccords["Mo-Fr 09:00-17:00"]
    assert told
    assert {(nous, eux) for _, nous, eux in told} == {("n", "o")}
    assert {ici.hour for ici, _, _ in told} == {16}
    assert not bilan.tenu
    said = "\n".join(oracle.bilan.dire(bilan))
    assert "Pas d'accord : 1 valeurs" in said
    assert said.endswith("Pas tenu.")


def _counted(oracle: SimpleNamespace, nous: str, eux: str, **autres: Any) -> Any:
    une = oracle.comparaison.Comparee("Mo 09:00-12:00", list(range(len(nous))), nous, eux, None, "")
    deux = oracle.comparaison.Comparee("Tu 09:00-12:00", [0] * len(nous), "n" * len(nous), "n" * len(nous), None, "")
    return oracle.bilan.compter([une, deux], {une.valeur: 3, deux.valeur: 1, **autres})


def test_what_is_unknown_counts_once_a_value_and_once_a_time_it_is_written(oracle: SimpleNamespace) -> None:
    bilan = _counted(oracle, "iiio", "oi?o")
    assert (bilan.inconnus, bilan.inconnus_des_deux, bilan.sans_juge) == (3, 1, 0)
    assert bilan.part_inconnue == 3 / 8
    assert bilan.pondere == 9 / 16
    assert not bilan.tenu


def test_what_they_do_not_know_and_we_claim_is_a_disagreement(oracle: SimpleNamespace) -> None:
    assert _counted(oracle, "on", "on").tenu
    assert not _counted(oracle, "on", "oi").tenu
    unjudged = _counted(oracle, "on", "")
    assert (unjudged.sans_juge, unjudged.tenu) == (2, True)


def test_instants_are_the_same_at_each_run_and_where_hours_change(oracle: SimpleNamespace) -> None:
    feries = read_project(RACINE).donnees.feries
    jours = oracle.instants.Jours(feries.du, feries.au, feries.jours)
    drawn = oracle.instants.tirer("Dec 24 09:10-17:50", jours, 200)
    assert drawn == oracle.instants.tirer("Dec 24 09:10-17:50", jours, 200)
    assert drawn != oracle.instants.tirer("Dec 24 09:10-17:55", jours, 200)
    assert len(drawn) == 200
    walls = [datetime.fromtimestamp(minute * 60, BRUXELLES) for minute in drawn]
    minutes = [wall.hour * 60 + wall.minute for wall in walls]
    assert sum(wall.date() in feries.jours for wall in walls) >= 15
    assert sum(wall.date() in jours.horloge for wall in walls) >= 20
    assert len(jours.horloge) == 10
    assert sum(minute in (1438, 1439, 0, 1, 2) for minute in minutes) >= 15
    assert sum(minute in (549, 550, 551, 1069, 1070, 1071) for minute in minutes) >= 30
    assert sum((wall.month, wall.day) in ((12, 23), (12, 24), (12, 25)) for wall in walls) >= 20
    both = {wall.fold for wall in walls if wall.date() in jours.horloge and wall.month == 10 and wall.hour == 2}
    many = oracle.instants.tirer("24/7", jours, 2_000)
    both |= {wall.fold for wall in (datetime.fromtimestamp(m * 60, BRUXELLES) for m in many) if wall.hour == 2}
    assert both == {0, 1}


@pytest.mark.parametrize(
    ("name", "text", "values"),
    [
        ("a.csv", 'count,opening_hours\n3,Mo 09:00-12:00\n1,"Mo,Tu 10:00"\n2,Mo 09:00-12:00\n', [5, 1]),
        ("a.txt", "\ufeff# ours\nMo 09:00-12:00\n\n  Mo,Tu 10:00  \nMo,Tu 10:00\n", [1, 2]),
        ("a.txt", "opening_hours\nMo 09:00-12:00\n", [1]),
    ],
)
def test_values_of_a_file(oracle: SimpleNamespace, tmp_path: Path, name: str, text: str, values: list[int]) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    read = oracle.valeurs.lire(tmp_path / name)
    assert dict(read) == dict(zip(["Mo 09:00-12:00", "Mo,Tu 10:00"], values, strict=False))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"hours\nMo 09:00-12:00\n", "opening_hours"),
        ("a.csv", b"count,opening_hours\nmany,Mo 09:00-12:00\n", "ligne 2"),
        ("a.txt", b"# nothing\n\n", "aucune valeur"),
        ("a.txt", b"lundi \xe0 9h\n", "UTF-8"),
        ("a.csv", b"opening_hours\n" + b"9" * 200_000 + b"\n", "CSV"),
        ("absent.txt", None, "absent.txt : ce fichier n'existe pas."),
        (".", None, "ce fichier ne se lit pas"),
        ("", None, "make oracle VALEURS=FICHIER"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_without_a_traceback(
    oracle: SimpleNamespace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes | None,
    words: str,
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr("sys.argv", ["comparer.py", str(tmp_path / name) if name else ""])
    assert oracle.comparer.main() == 2
    assert words in capsys.readouterr().err


def test_the_command_prints_and_says_whether_it_holds(
    oracle: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Mo-Fr 09:00-17:00\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["comparer.py", str(tmp_path / "a.txt")])
    assert oracle.comparer.main() == 0
    assert "1 valeurs, 200 instants" in capsys.readouterr().out
    (tmp_path / "a.txt").write_text("sunrise-sunset\n", encoding="utf-8")
    assert oracle.comparer.main() == 1
    assert "osm_hors_cadre" in capsys.readouterr().out


def test_the_modules_are_those_of_the_folder(oracle: SimpleNamespace) -> None:
    for name in MODULES:
        module: ModuleType = getattr(oracle, name)
        assert module.__file__ == str(RACINE / "benchmarks" / "oracle" / f"{name}.py")
