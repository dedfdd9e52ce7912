"""Whatever the bytes: never a traceback, always problems with a place inside the file and words in three languages.

And whatever the bytes, what is read fast (a file that looks ordinary) is what the exact readers read.

`CARTE_FUZZ_TOURS` sets the rounds of each test (`make test-complet` makes them long).
"""

import os
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading import text, yaml_reader
from carte_sociale.loading.project import Donnees, read_data
from carte_sociale.loading.records import FicheLue, read_record
from carte_sociale.model.structure import parents_of_key
from carte_sociale.problems import Problem, catalogue
from carte_sociale.reports import FORMATS, Bilan
from carte_sociale.rules import REGLES_FICHE, Contexte, verifier

RACINE = Path(__file__).resolve().parents[2]
VRAIES = tuple(path.read_bytes() for path in sorted((RACINE / "organisations").rglob("*.yml")))
EXEMPLES = tuple(path.read_bytes() for path in sorted((RACINE / "tests" / "examples").rglob("*.yml")))
TOURS = int(os.environ.get("CARTE_FUZZ_TOURS", "150"))

tours = settings(
    max_examples=TOURS,
    deadline=timedelta(seconds=30),
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)

MORCEAUX = (
    "nom: ", "nature: cpas", "\n", "\n  ", "- ", ": ", "'", '"', "{", "}", "[", "]", ",", "&a ", "*a", "!x ",
    "|\n", ">-\n", "\t", "#", "? ", "---\n", "...\n", "%YAML 1.2\n", "confidentiel: oui\n", "lieux:\n",
    "  - id: a\n", "quand: ", "9h-12h", "lat: 1e400", "nan", "\xa0", "\u2028", "\ufeff", "\xe9", "\U0001d4b3",
    "\\x00", '"\\ud800"', "<<: *a", "0x1F", "2026-02-30", "~", "fr: ", "nl: ", "numero: 112", "<b>", "50.8467",
    "organisations", "=======\n", "<<<<<<< a\n", "\r", "\x85", "\x00",
)  # fmt: skip

CLES = sorted(parents_of_key())
VALEURS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["oui", "non", "2026-01-31", "2026", "112", "02 529 41 20", "https://a.be", "a@b.be", "1070", "50.84", "4.35",
         "lun-ven 9h-12h", "PH off; Mo 09:00-10:00", "uccle", "adresse", "rue", "source", "a", "1" * 300, "-1", "1e400"]
    ),
)  # fmt: skip
BLOCS = st.recursive(
    VALEURS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(CLES) | st.text(max_size=8), inner, max_size=6)
    ),
    max_leaves=25,
)


@pytest.fixture(scope="module")
def donnees() -> Donnees:
    return read_data(RACINE)


@pytest.fixture(scope="module")
def index(donnees: Donnees) -> TerritoryIndex:
    return TerritoryIndex(donnees.territoire)


def nothing(_: str) -> None:
    """No file looks ordinary."""


def _all_of(lue: FicheLue, problems: list[Problem]) -> tuple[object, ...]:
    document = lue.document
    told = (document.lignes, document.donnees, document.places, document.cles, document.sensible, document.confidentiel)
    return lue.id, lue.fiche, lue.ebauche, told, [repr(problem) for problem in problems]


@pytest.fixture(scope="module")
def check(donnees, index):
    autre, _ = read_record("organisations/uccle/autre.yml", VRAIES[0], donnees)

    def run(octets: bytes) -> None:
        lue, problems = read_record("organisations/uccle/essai.yml", octets, donnees)
        with patch.multiple(text, plain=nothing), patch.multiple(yaml_reader, ordinary_data=nothing):
            exact = read_record("organisations/uccle/essai.yml", octets, donnees)
        assert _all_of(lue, problems) == _all_of(*exact)
        contexte = Contexte.des_lues((lue, autre), donnees, index, date(2026, 11, 30), True)
        for rule in REGLES_FICHE:
            whole = getattr(rule, "__wrapped__", rule)  # without the glance that spares most records the rule
            assert list(map(repr, rule(lue, contexte))) == list(map(repr, whole(lue, contexte)))
        problems = sorted(problems + verifier(contexte))
        lines = lue.document.lignes or [line.decode("latin-1") for line in octets.split(b"\n")]
        for problem in problems:
            assert problem.code in catalogue()
            if problem.fichier == "organisations/uccle/essai.yml":
                assert 1 <= problem.ligne <= max(1, len(lines))
                assert 1 <= problem.colonne <= len(lines[problem.ligne - 1]) + 2
            assert all(problem.message(langue) and problem.suggestion(langue) for langue in ("fr", "nl", "en"))
        assert lue.fiche is not None or problems
        for report in FORMATS.values():
            report(Bilan(1, problems), "fr")

    return run


@tours
@given(octets=st.binary(max_size=400))
def test_bytes(check, octets):
    check(octets)


@tours
@given(parts=st.lists(st.sampled_from(MORCEAUX) | st.text(max_size=5), max_size=60))
def test_pieces_of_yaml(check, parts):
    check("".join(parts).encode("utf-8", "surrogatepass"))


@tours
@given(data=st.dictionaries(st.sampled_from(CLES), BLOCS, max_size=10), flow=st.sampled_from([True, False, None]))
def test_structures(check, data, flow):
    check(yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False).encode())


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real record after some slips: a line gone, twice, moved or indented, a piece put in, a byte changed."""
    octets = draw(st.sampled_from((*VRAIES, *EXEMPLES)))
    for _ in range(draw(st.integers(1, 5))):
        lines = octets.split(b"\n")
        at = draw(st.integers(0, len(lines) - 1))
        slip = draw(st.sampled_from(["gone", "twice", "moved", "indented", "put in", "cut", "byte"]))
        if slip == "gone":
            del lines[at]
        elif slip == "twice":
            lines.insert(at, lines[at])
        elif slip == "moved":
            lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
        elif slip == "indented":
            lines[at] = b" " * draw(st.integers(1, 5)) + lines[at].lstrip() * draw(st.integers(1, 2))
        else:
            place = draw(st.integers(0, len(lines[at])))
            piece = draw(st.sampled_from(MORCEAUX)).encode()
            if slip == "cut":
                lines[at] = lines[at][:place]
            elif slip == "byte":
                lines[at] = lines[at][:place] + draw(st.binary(min_size=1, max_size=2)) + lines[at][place + 1 :]
            else:
                lines[at] = lines[at][:place] + piece + lines[at][place:]
        octets = b"\n".join(lines)
    return octets


@tours
@given(octets=mutated())
def test_mutations_of_real_records(check, octets):
    check(octets)


def _leaves(value, path=()):
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(inner, (*path, key))
    else:
        yield path


@st.composite
def with_other_values(draw: st.DrawFn) -> bytes:
    """A real record whose form is right and some of whose values are anything."""
    data = yaml.load(draw(st.sampled_from(VRAIES)), Loader=yaml.BaseLoader)
    for _ in range(draw(st.integers(1, 4))):
        *path, last = draw(st.sampled_from(list(_leaves(data)) or [("nom",)]))
        holder = data
        for part in path:
            holder = holder[part]
        holder[last] = draw(BLOCS)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")


@tours
@given(octets=with_other_values())
def test_other_values_in_real_records(check, octets):
    check(octets)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 90_000,
        "{a: " * 24_000,
        "a: " + "x" * 95_000,
        "\n".join(f"cle{n}: a" for n in range(9_000)),
        "lieux:\n" + "- a\n" * 5_000,
        "nom: {fr: '" + "rue de la " * 9_000 + "'}\nconfidentiel: oui\n",
        "nom: {fr: '" + "1 " * 40_000 + "'}\nfinancements: [{objet: {fr: '" + "1 " * 5_000 + "'}}]\n",
        "nom: '" + "<a " * 30_000 + "'\n",
        "services: [{horaires: [{quand: '" + "lun 9h " * 13_000 + "'}]}]\n",
        "a: '" + "- " * 45_000 + "\n",
        "? " * 45_000,
        "- " * 45_000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_large_files(check, text):
    check(text.encode())
