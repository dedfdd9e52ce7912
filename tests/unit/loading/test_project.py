"""A project whose own data are broken says which file and where, whatever is wrong with it; nothing else is raised."""

import json
import shutil
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carte_sociale.loading.files import record_files
from carte_sociale.loading.network import DOSSIERS
from carte_sociale.loading.project import CALENDRIERS, DONNEES, Donnees, DonneesIllisibles, read_data, read_project
from carte_sociale.model.structure import DU_TERRITOIRE, vocabularies

RACINE = Path(__file__).parents[3]
EDITEUR = """\
nom: {fr: Carte, nl: Kaart}
description: {fr: Qui aide, nl: Wie helpt}
site_url: https://carte.example/
production: non
"""
FICHE = """\
nom: {fr: Le Relais, nl: Het Relais}
nature: cpas
resume: {fr: Un lieu ouvert., nl: Een open plek.}
sources: [{url: https://exemple.be, date: 2025-01}]
"""
STREETS_KEPT = 5
_FIRST = {
    key: yaml.load((RACINE / DONNEES / "vocabulaires" / name).read_text(encoding="utf-8"), yaml.CBaseLoader)[0]["id"]
    for key, name in (("famille", "familles.yml"), ("secteur", "secteurs.yml"), ("theme", "themes.yml"))
}
"""What the first terms point to, and the theme that everyday words may lead to."""
SILENT = "\n# rien\n"

Rewrite = Callable[[str, str | bytes | None], None]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first items of the project's own data, since reading them all takes half a second, and one record."""
    racine = tmp_path_factory.mktemp("projet")
    shutil.copytree(RACINE / DONNEES, racine / DONNEES)
    for path in (racine / DONNEES / "vocabulaires").iterdir():
        term = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)[0]
        term |= {key: links for key, links in (("voisins", []), *_FIRST.items()) if key in term}
        path.write_text(json.dumps([term]), encoding="utf-8")
    for name in (*DOSSIERS, "comparaisons", "glossaire"):
        shutil.rmtree(racine / DONNEES / name, ignore_errors=True)
        (racine / DONNEES / name).mkdir()
    territory = racine / DONNEES / "territoires"
    streets = (territory / "rues.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (territory / "rues.csv").write_text("".join(streets[: STREETS_KEPT + 1]), encoding="utf-8")
    (territory / "reperes.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    for name in ("quartiers", "communes"):
        collection = json.loads((territory / f"{name}.geojson").read_text(encoding="utf-8"))
        collection["features"] = collection["features"][:2]
        (territory / f"{name}.geojson").write_text(json.dumps(collection), encoding="utf-8")
    for path in (racine / DONNEES / "synonymes").iterdir():
        said = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
        path.write_text(json.dumps({key: words for key, words in said.items() if key == _FIRST["theme"]}))
    (racine / DONNEES / "editeur.yml").write_text(EDITEUR)
    (racine / "organisations").mkdir()
    (racine / "organisations" / "le-relais.yml").write_text(FICHE)
    return racine


@pytest.fixture
def projet(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "projet"))


@pytest.fixture
def rewrite(projet: Path) -> Rewrite:
    """Put other content into a file of `content/_data`, or take the file away."""

    def write(name: str, content: str | bytes | None) -> None:
        path = projet / DONNEES / name
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    return write


def problems(racine: Path) -> list[str]:
    """Return `code file:line:column` of what forbids to read the data, file below `content/_data`."""
    with pytest.raises(DonneesIllisibles) as broken:
        read_data(racine)
    for problem in broken.value.problems:
        assert all(problem.message(langue) for langue in ("fr", "nl", "en"))
        assert str(racine) not in problem.message("fr")
    return [
        f"{p.code} {p.fichier.removeprefix(f'{DONNEES}/')}:{p.ligne}:{p.colonne}"
        for p in broken.value.problems
        if p.gravite == "erreur"
    ]


# --- what is whole --------------------------------------------------------------------------------------------------


def test_the_real_data_are_whole() -> None:
    donnees = read_data(RACINE)
    assert len(donnees.ids("communes")) == 19
    assert len(donnees.territoire.quartiers) == 145
    assert set(donnees.vacances) == set(CALENDRIERS)
    assert all(len(donnees.ids(name)) > 1 for name in vocabularies())


def test_every_help_line_of_the_real_data_is_a_record() -> None:
    ids = {path.stem for path in record_files(RACINE)}
    named = [id_ for groupe in read_data(RACINE).lignes_d_aide for id_ in groupe.fiches]
    assert named
    assert [id_ for id_ in named if id_ not in ids] == []
    assert len(named) == len(set(named))


def test_a_project_is_read_with_its_records(projet: Path) -> None:
    (projet / "organisations" / "uccle").mkdir()
    (projet / "organisations" / "uccle" / "b.yaml").write_text("nom: {fr: B}\n")
    (projet / "organisations" / "LISEZMOI.md").write_text("# rien")
    (projet / "organisations" / "dossier.yml").mkdir()
    read = read_project(projet)
    assert [(lue.id, lue.fiche is not None) for lue in read.lues] == [("le-relais", True), ("b", False)]
    assert [lue.document.fichier for lue in read.lues] == ["organisations/le-relais.yml", "organisations/uccle/b.yaml"]
    assert {p.code for p in read.problemes} == {"champ-manquant"}
    assert read.donnees.editeur.site_url == "https://carte.example/"
    assert read.donnees.editeur.production is False


@pytest.mark.parametrize(
    ("name", "proche"),
    [
        ("maison-verte.YML", "maison-verte.yml"),
        ("Maison verte.yml.txt", "maison-verte.yml"),
        ("maison-verte", "maison-verte.yml"),
        ("photo.jpg", ""),
    ],
)
def test_a_file_that_is_not_read_is_told(projet: Path, name: str, proche: str) -> None:
    (projet / "organisations" / name).write_bytes(b"nom: {fr: A}\n")
    (problem,) = read_project(projet).problemes
    assert (problem.code, problem.fichier) == ("fichier-pas-lu", f"organisations/{name}")
    assert (problem.contexte["proche"], problem.extrait) == (proche, "")


def test_the_name_of_a_secret_file_that_is_not_read_is_hidden(projet: Path) -> None:
    path = projet / "organisations" / "uccle" / "refuge-rue-du-secret.txt"
    path.parent.mkdir()
    path.write_bytes(b"confidentiel: oui\nadresse: Rue du Secret 5\n")
    (problem,) = read_project(projet).problemes
    assert problem.code == "secret-douteux"
    assert "refuge" not in f"{problem.nom_montre('fr')} {problem.message('fr')} {problem.suggestion('fr')}"
    assert problem.extrait == ""


def test_links_are_refused_and_never_read(projet: Path) -> None:
    outside = projet / "ailleurs"
    outside.mkdir()
    (outside / "a.yml").write_text("mot-de-passe\n")
    (projet / "organisations" / "a.yml").symlink_to(outside / "a.yml")
    (projet / "organisations" / "dossier").symlink_to(outside)
    (projet / "organisations" / "mort.yml").symlink_to("nulle-part")
    read = read_project(projet)
    assert [lue.id for lue in read.lues] == ["le-relais"]
    assert {(p.code, p.fichier, p.extrait) for p in read.problemes} == {
        ("fichier-lien", f"organisations/{name}", "") for name in ("a.yml", "dossier", "mort.yml")
    }


def test_a_project_without_records_is_empty(projet: Path) -> None:
    (projet / "organisations" / "le-relais.yml").unlink()
    assert read_project(projet).lues == ()
    (projet / "organisations").rmdir()
    with pytest.raises(OSError, match="organisations"):
        read_project(projet)


def test_the_nearest_commune_is_found_in_any_language() -> None:
    donnees: Donnees = read_data(RACINE)
    assert donnees.plus_proches("communes", "Oudergem")[0] == "auderghem"
    assert donnees.plus_proches("communes", "ixele")[0] == "ixelles"
    assert donnees.plus_proches("natures", "CPAS")[0] == "cpas"


# --- what is missing ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "editeur.yml",
        "lignes-d-aide.yml",
        "calendriers/jours_feries.yml",
        "calendriers/vacances_scolaires.yml",
        "territoires/quartiers.geojson",
        "territoires/communes.geojson",
        "territoires/reperes.geojson",
        "territoires/bassins.yml",
        "territoires/rues.csv",
        *(f"vocabulaires/{name}.yml" for name in ("natures", "themes", "langues", "prix_appel")),
    ],
)
def test_a_missing_file_is_named(projet: Path, rewrite: Rewrite, name: str) -> None:
    rewrite(name, None)
    assert problems(projet) == [f"fichier-absent {name}:1:1"]


def test_everything_missing_is_said_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path)
    assert {text.split()[0] for text in found} == {"fichier-absent"}
    assert len(found) == len(vocabularies() - DU_TERRITOIRE) + 9


# --- what cannot be read --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("editeur.yml", "", "fichier-vide editeur.yml:1:1"),
        ("editeur.yml", SILENT, "fichier-que-commentaires editeur.yml:1:1"),
        ("editeur.yml", b"nom: {fr: \xe9}\n", "encodage editeur.yml:1:11"),
        ("editeur.yml", "\ufeffnom".encode("utf-16-le"), "encodage-utf16 editeur.yml:1:1"),
        ("editeur.yml", "- a\n", "racine-sans-cles editeur.yml:1:1"),
        ("editeur.yml", EDITEUR + "nom: {fr: B}\n", "cle-double editeur.yml:5:1"),
        ("editeur.yml", EDITEUR + "depot: &a https://a.be\n", "yaml-ancre editeur.yml:5:8"),
        ("editeur.yml", "nom: {fr: Carte\n", "yaml-crochet-ouvert editeur.yml:1:6"),
        ("editeur.yml", "nom: 'Carte\n", "yaml-guillemet-ouvert editeur.yml:1:6"),
        ("lignes-d-aide.yml", "groupe: a\n", "racine-sans-cles lignes-d-aide.yml:1:1"),
        ("calendriers/jours_feries.yml", SILENT, "fichier-que-commentaires calendriers/jours_feries.yml:1:1"),
        ("calendriers/vacances_scolaires.yml", "- a\n", "racine-sans-cles calendriers/vacances_scolaires.yml:1:1"),
        ("vocabulaires/natures.yml", "id: a\n", "racine-sans-cles vocabulaires/natures.yml:1:1"),
        ("vocabulaires/natures.yml", "- id: a: b\n", "yaml-deux-points vocabulaires/natures.yml:1:8"),
        ("territoires/bassins.yml", "a: b\n", "racine-sans-cles territoires/bassins.yml:1:1"),
        ("territoires/quartiers.geojson", "", "donnees-invalides territoires/quartiers.geojson:1:1"),
        ("territoires/quartiers.geojson", '{\n  "a": ]\n', "donnees-invalides territoires/quartiers.geojson:2:8"),
        ("territoires/communes.geojson", b"\xff\xfe\x00", "donnees-invalides territoires/communes.geojson:1:1"),
        ("territoires/reperes.geojson", "[" * 200_000, "donnees-invalides territoires/reperes.geojson:1:1"),
        ("territoires/rues.csv", b"nom_fr\n\xe9\n", "donnees-invalides territoires/rues.csv:1:1"),
        ("territoires/rues.csv", "a\n" + "b" * 200_000, "donnees-invalides territoires/rues.csv:1:1"),
    ],
)
def test_a_file_that_cannot_be_read_is_placed(
    projet: Path, rewrite: Rewrite, name: str, content: str | bytes, found: str
) -> None:
    rewrite(name, content)
    assert problems(projet) == [found]


# --- what reads well and says nonsense ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (EDITEUR.replace("site_url: https://carte.example/\n", ""), ["champ-manquant editeur.yml:1:1"]),
        (EDITEUR.replace("https://carte.example/", "javascript:alert(1)"), ["adresse-web-invalide editeur.yml:3:11"]),
        (EDITEUR.replace("https://carte.example/", ""), ["champ-manquant editeur.yml:3:10"]),
        (EDITEUR.replace("production: non", "production: bientôt"), ["oui-non-attendu editeur.yml:4:13"]),
        (EDITEUR.replace("nl: Kaart", "de: Karte"), ["langue-hors-site editeur.yml:1:18"]),
        (EDITEUR.replace("{fr: Carte, nl: Kaart}", "Carte"), ["texte-sans-langue editeur.yml:1:6"]),
        (EDITEUR + "couleur: bleu\n", ["cle-inconnue editeur.yml:5:1"]),
        (EDITEUR + "contacts: {erreurs: {courriel: moi}}\n", ["courriel-invalide editeur.yml:5:32"]),
        (EDITEUR + "contacts: {erreurs: {telephone: 12}}\n", ["telephone-invalide editeur.yml:5:33"]),
        (EDITEUR + "contacts: rien\n", ["attendu-bloc editeur.yml:5:11"]),
    ],
)
def test_a_publisher_is_checked_as_records_are(projet: Path, rewrite: Rewrite, content: str, found: list[str]) -> None:
    rewrite("editeur.yml", content)
    assert problems(projet) == found


TUILES = """\
fond_de_carte:
  tuiles:
    adresse: https://tuiles.exemple.be/{z}/{x}/{y}.png
    qui: {fr: l'association Exemple}
    attribution: © Exemple
"""


@pytest.mark.parametrize(
    ("content", "found", "instead"),
    [
        (TUILES.replace("https", "http"), "tuiles-sans-chiffrement editeur.yml:7:14", "https://tuiles.exemple.be/{z}/"),
        (TUILES.replace("/{y}", ""), "tuiles-sans-marques editeur.yml:7:14", "https://tuiles.exemple.be/{z}/{x}/{y}"),
        (TUILES.replace("tuiles.", "{s}."), "tuiles-marque-inconnue editeur.yml:7:14", "« {s} »"),
        (TUILES.replace("https://", ""), "tuiles-adresse editeur.yml:7:14", "https://tuiles.exemple.be/{z}/{x}/{y}"),
        (TUILES + "    zoom_max: 30\n", "zoom-impossible editeur.yml:10:15", "zoom_max: 19"),
        (TUILES.replace("    qui: {fr: l'association Exemple}\n", ""), "champ-manquant editeur.yml:6:3", "qui: {fr: "),
        (TUILES.replace("adresse: h", "addresse: h"), "cle-inconnue editeur.yml:7:5", "adresse"),
        (TUILES + "  pmtiles: b.pmtiles\n", "fond-de-carte-double editeur.yml:6:3", "pmtiles"),
        ("fond_de_carte: {pmtiles: https://a.be/b.pmtiles}\n", "pmtiles-autre-site editeur.yml:5:26", "../fonds/"),
        ("fond_de_carte: {pmtiles: /fonds/b.pmtiles}\n", "pmtiles-chemin editeur.yml:5:26", ": fonds/b.pmtiles"),
        ("fond_de_carte: b.pmtiles\n", "attendu-bloc editeur.yml:5:16", "pmtiles, tuiles"),
    ],
)
def test_a_background_that_cannot_be_is_placed_with_what_to_write(
    projet: Path, rewrite: Rewrite, content: str, found: str, instead: str
) -> None:
    rewrite("editeur.yml", EDITEUR + content)
    assert found in problems(projet)
    with pytest.raises(DonneesIllisibles) as broken:
        read_data(projet)
    said = [problem.suggestion("fr") for problem in broken.value.problems]
    assert any(instead in text for text in said), said


@pytest.mark.parametrize("content", [TUILES, "fond_de_carte: {pmtiles: ../fonds/b.pmtiles}\n"])
def test_a_publisher_may_give_a_background(projet: Path, rewrite: Rewrite, content: str) -> None:
    rewrite("editeur.yml", EDITEUR + content)
    fond = read_data(projet).editeur.fond_de_carte
    assert fond is not None
    assert (fond.tuiles is None) == ("tuiles:" not in content)


def test_the_examples_that_the_publishers_file_gives_hold(projet: Path, rewrite: Rewrite) -> None:
    lines = (RACINE / DONNEES / "editeur.yml").read_text(encoding="utf-8").splitlines()
    starts = [rank for rank, line in enumerate(lines) if line == "# fond_de_carte:"]
    found = []
    for start in starts:
        example = [line[2:] for line in takewhile(lambda line: line not in ("", "#"), lines[start:])]
        rewrite("editeur.yml", EDITEUR + "\n".join(example) + "\n")
        found.append(read_data(projet).editeur.fond_de_carte)
    assert [fond and fond.images_tierces for fond in found] == ["", "https://tuiles.exemple.be"]


def test_a_publisher_may_leave_a_key_empty(projet: Path, rewrite: Rewrite) -> None:
    rewrite("editeur.yml", EDITEUR + "depot:\n")
    assert read_data(projet).editeur.depot is None


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("- a\n", ["attendu-bloc lignes-d-aide.yml:1:3"]),
        ("- {groupe: a, titre: {fr: a, nl: b, en: c}}\n", ["champ-manquant lignes-d-aide.yml:1:3"]),
        ("- {groupe: a, titre: {fr: a}, fiches: [b]}\n", ["langues-manquantes lignes-d-aide.yml:1:22"]),
        ("- {groupe: a, titre: {fr: a, nl: b, en: c}, fiches: []}\n", ["liste-vide lignes-d-aide.yml:1:53"]),
        (
            "- {groupe: a, titre: {fr: a, nl: b, en: c}, fiches: [B c]}\n",
            ["identifiant-invalide lignes-d-aide.yml:1:54"],
        ),
    ],
)
def test_a_group_of_help_lines_is_placed(projet: Path, rewrite: Rewrite, content: str, found: list[str]) -> None:
    rewrite("lignes-d-aide.yml", content)
    assert problems(projet) == found


def test_no_group_of_help_lines_is_no_mistake(projet: Path, rewrite: Rewrite) -> None:
    rewrite("lignes-d-aide.yml", "[]\n")
    assert read_data(projet).lignes_d_aide == ()


LABEL = "label: {fr: a, nl: a, en: a}"


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("statuts", f"- {{id: a, {LABEL}}}\n- b\n", "2:3"),
        ("statuts", f"- {{id: a, {LABEL}}}\n- {{id: b}}\n", "2:3"),
        ("statuts", f"- {{id: a, {LABEL}}}\n- {{id: B C, {LABEL}}}\n", "2:3"),
        ("statuts", f"- {{id: a, {LABEL}}}\n\n- {{id: a, {LABEL}}}\n", "3:3"),
        ("statuts", f"- {{id: a, {LABEL}, couleur: bleu}}\n", "1:3"),
        ("statuts", f"- {{{LABEL}}}\n", "1:3"),
        ("statuts", "- {id: a, label: {fr: a, nl: a}}\n", "1:3"),
        ("precisions_position", f"- {{id: rue, {LABEL}, approximatif: parfois}}\n", "1:3"),
        ("natures", f"- {{id: a, {LABEL}, secteur: inconnu}}\n", "1:3"),
    ],
)
def test_a_broken_term_is_placed_in_its_vocabulary(
    projet: Path, rewrite: Rewrite, name: str, content: str, line: str
) -> None:
    rewrite(f"vocabulaires/{name}.yml", content)
    assert problems(projet) == [f"donnees-invalides vocabulaires/{name}.yml:{line}"]


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("calendriers/jours_feries.yml", "du: 2024-01-01\n", "champ-manquant calendriers/jours_feries.yml:1:1"),
        (
            "calendriers/jours_feries.yml",
            "{du: hier, au: 2024-01-01, jours: [], noms: {}}\n",
            "donnees-invalides calendriers/jours_feries.yml:1:1",
        ),
        (
            "calendriers/jours_feries.yml",
            "{du: 2024-01-01, au: 2024-01-01, jours: [], noms: rien}\n",
            "donnees-invalides calendriers/jours_feries.yml:1:1",
        ),
        ("calendriers/vacances_scolaires.yml", "{fr: {}}\n", "champ-manquant calendriers/vacances_scolaires.yml:1:1"),
        ("calendriers/vacances_scolaires.yml", "{fr: a}\n", "donnees-invalides calendriers/vacances_scolaires.yml:1:1"),
        ("territoires/bassins.yml", "- a\n", "donnees-invalides territoires:1:1"),
        ("territoires/bassins.yml", "- {slug: a}\n", "champ-manquant territoires:1:1"),
        ("territoires/quartiers.geojson", "[]", "donnees-invalides territoires:1:1"),
        ("territoires/quartiers.geojson", "{}", "champ-manquant territoires:1:1"),
        ("territoires/communes.geojson", '{"features": [1]}', "donnees-invalides territoires:1:1"),
        (
            "territoires/reperes.geojson",
            '{"features": [{"properties": {}, "geometry": {"type": "Point", "coordinates": []}}]}',
            "donnees-invalides territoires:1:1",
        ),
        (
            "territoires/reperes.geojson",
            '{"features": [{"properties": {"genre": "parc", "nom_fr": "a", "nom_nl": "a"},'
            ' "geometry": {"type": "Polygon", "coordinates": [[[4, 50], [4, 51]]]}}]}',
            "donnees-invalides territoires:1:1",
        ),
        ("territoires/rues.csv", "nom_fr,nom_nl\na,b\n", "champ-manquant territoires:1:1"),
        (
            "territoires/rues.csv",
            "nom_fr,nom_nl,commune,lat,lon,quartiers\na,b,uccle,x,4,1\n",
            "donnees-invalides territoires:1:1",
        ),
        (
            "territoires/rues.csv",
            "nom_fr,nom_nl,commune,lat,lon,quartiers\na,b,uccle,50,4\n",
            "donnees-invalides territoires:1:1",
        ),
    ],
)
def test_data_of_another_shape_are_named(projet: Path, rewrite: Rewrite, name: str, content: str, found: str) -> None:
    rewrite(name, content)
    assert problems(projet) == [found]


def test_all_that_is_wrong_is_said_in_one_run(projet: Path, rewrite: Rewrite) -> None:
    rewrite("editeur.yml", EDITEUR.replace("non", "peut-être"))
    rewrite("lignes-d-aide.yml", "- a\n")
    rewrite("vocabulaires/statuts.yml", "- b\n")
    assert {text.split()[1].split(":")[0] for text in problems(projet)} == {
        "editeur.yml",
        "lignes-d-aide.yml",
        "vocabulaires/statuts.yml",
    }


_SHAPES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["features", "properties", "geometry", "coordinates", "id", "du"]), inner)
    ),
    max_leaves=8,
)
_FILES = ("territoires/quartiers.geojson", "territoires/bassins.yml", "calendriers/jours_feries.yml", "editeur.yml")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from((*_FILES, "vocabulaires/statuts.yml")), shape=_SHAPES)
def test_no_shape_of_data_breaks_the_reading(projet: Path, rewrite: Rewrite, name: str, shape: Any) -> None:
    path = projet / DONNEES / name
    before = path.read_bytes()
    rewrite(name, json.dumps(shape))
    try:
        read_data(projet)
    except DonneesIllisibles as broken:
        found = broken.problems
    else:
        found = []
    rewrite(name, before)
    assert all(problem.message("fr") and problem.ligne >= 1 for problem in found)
