"""A secret address never leaves: the build is refused, says so without repeating it, and touches nothing."""

import hashlib
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from carte_sociale.building import build_site
from carte_sociale.cli import main
from carte_sociale.mkdocs_plugin import read_prose

from ..conftest import copier_contenu

RACINE = Path(__file__).parents[2]
SECRET = {
    "rue": "Impasse des Ormes Invisibles",
    "numero": "9173",
    "complement": "sonnez deux fois chez Quetzalcoatl",
    "lat": "50.8471923",
    "lon": "4.3551928",
}
FICHE = """\
nom: {{fr: Refuge fictif, nl: Fictief opvanghuis, en: Fictional shelter}}
nature: maison-d-accueil
fictif: true
confidentiel: oui
anciens_ids: [ancien-refuge-fictif]
resume:
  fr: Un refuge inventé pour un essai.
  nl: Een verzonnen opvanghuis voor een test.
  en: A shelter invented for a test.
contacts:
  telephones:
    - numero: "0800 30 030"
lieux:
  - id: {lieu}
services:
  - id: hebergement
    nom: {{fr: Hébergement, nl: Opvang, en: Shelter}}
    themes: [violences-conjugales]
sources:
  - url: https://example.org/
    consulte: "2026-11"
"""
LIEU_PERMIS = "telephone\n    forme: telephone"
LIEU_INTERDIT = """refuge
    forme: adresse
    adresse:
      rue: {{fr: {rue}}}
      numero: "{numero}"
      complement: {{fr: {complement}}}
      code_postal: "1000"
      commune: bruxelles
    position: {{lat: {lat}, lon: {lon}, precision: porte, origine: source}}
    quartier: 1""".format(**SECRET)
PLANTEE = "organisations/region/refuge-fictif.yml"


@pytest.fixture
def projet(tmp_path: Path) -> Path:
    """The project with one record of its own, and the one that is planted."""
    folder = tmp_path / "projet"
    copier_contenu(folder)
    shutil.copyfile(RACINE / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "theme").symlink_to(RACINE / "theme")
    (folder / "organisations" / "region").mkdir(parents=True)
    (folder / "content" / "_data" / "lignes-d-aide.yml").write_text("[]\n", encoding="utf-8")
    for path in (folder / "content" / "_data" / "comparaisons").glob("*.yml"):
        path.write_text(re.sub(r"^ *lignes:.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE))
    return folder


def _build(projet: Path, sortie: Path):
    return build_site(projet, sortie, lambda: read_prose(projet), date(2026, 11, 22))


def _bytes_of(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _leaks(content: str) -> list[str]:
    return [key for key, value in SECRET.items() if value.casefold() in content.casefold()]


def test_build_with_a_secret_address_is_refused_and_touches_nothing(projet: Path, tmp_path: Path) -> None:
    sortie = tmp_path / "site"
    sortie.mkdir()
    (sortie / "index.html").write_text("l'ancien site", encoding="utf-8")
    before = _bytes_of(tmp_path)
    (projet / PLANTEE).write_text(FICHE.format(lieu=LIEU_INTERDIT), encoding="utf-8")
    done = _build(projet, sortie)
    assert done.refusee
    assert done.pages == 0
    assert any(problem.code.startswith("adresse-secrete") or "secret" in problem.code for problem in done.problemes)
    assert _leaks(repr(done.problemes)) == []
    after = _bytes_of(tmp_path)
    assert after.pop(f"projet/{PLANTEE}")
    assert after == before


@pytest.mark.parametrize("langue", ["fr", "nl", "en"])
@pytest.mark.parametrize("forme", ["texte", "github", "json", "markdown"])
def test_no_message_repeats_it(projet: Path, langue: str, forme: str) -> None:
    (projet / PLANTEE).write_text(FICHE.format(lieu=LIEU_INTERDIT), encoding="utf-8")
    said = CliRunner().invoke(main, ["valider", "--projet", str(projet), "--format", forme, "--langue", langue])
    assert said.exit_code == 1
    assert "refuge-fictif.yml" in said.output
    assert _leaks(said.output) == []


def test_without_an_address_it_is_shown_by_its_phone_alone(projet: Path, tmp_path: Path) -> None:
    """The same record, rightly written: region-wide, its line alone, on no map, in no commune; its old id leads on."""
    (projet / PLANTEE).write_text(FICHE.format(lieu=LIEU_PERMIS), encoding="utf-8")
    sortie = tmp_path / "site"
    done = _build(projet, sortie)
    assert not done.refusee, done.problemes
    page = (sortie / "fr/organisations/refuge-fictif/index.html").read_text(encoding="utf-8")
    assert "tel:+3280030030" in page
    assert 'class="sortie"' in page
    assert "exemple inventé" in page
    assert json.loads((sortie / "data/organisations.geojson").read_bytes())["features"] == []
    mentions = {
        path.relative_to(sortie).parts[1]
        for path in (sortie / "fr").rglob("index.html")
        if 'data-fiche="refuge-fictif"' in path.read_text(encoding="utf-8")
    }
    assert "communes" not in mentions
    tables = [
        path for path in (sortie / "data/qui-fait-quoi").rglob("*.csv") if "Refuge fictif" in path.read_text("utf-8")
    ]
    assert [path.name for path in tables] == ["region.csv"]
    assert [
        table
        for part in ("communes", "bassins")
        for table in (sortie / "fr/professionnels" / part).glob("*/index.html")
        if "refuge-fictif" in table.read_text("utf-8")
    ] == []
    assert {"organisations", "carte", "professionnels", "quartiers", "themes"} <= mentions
    lots = [path.read_text(encoding="utf-8") for path in (sortie / "recherche").glob("*.js")]
    assert sum('data-fiche=\\"refuge-fictif\\"' in lot for lot in lots) == 2 * len(("fr", "nl", "en"))
    points = [part for lot in lots if '"lieux":"' in lot for part in re.findall('"points":"[^"]*"', lot)]
    assert points == ['"points":""']  # a lone record, no place of it, and so the same file in every language
    assert [leak for lot in lots for leak in _leaks(lot)] == []
    for quartier in (sortie / "fr/quartiers").glob("*/index.html"):
        text = quartier.read_text(encoding="utf-8")
        assert text.index('data-fiche="refuge-fictif"') > text.index('id="partout"'), quartier.parent.name
    for langue in ("fr", "nl", "en"):
        old = (sortie / langue / "organisations/ancien-refuge-fictif/index.html").read_text(encoding="utf-8")
        assert 'content="0; url=../../../' + langue + '/organisations/refuge-fictif/"' in old
        assert '<meta name="robots" content="noindex">' in old
        assert 'rel="canonical"' not in old
    assert "ancien-refuge-fictif" not in (sortie / "sitemap.xml").read_text(encoding="utf-8")


def test_fictional_record_is_refused_in_production(projet: Path, tmp_path: Path) -> None:
    publisher = projet / "content/_data/editeur.yml"
    publisher.write_text(
        publisher.read_text(encoding="utf-8").replace("production: non", "production: oui"), encoding="utf-8"
    )
    (projet / PLANTEE).write_text(FICHE.format(lieu=LIEU_PERMIS), encoding="utf-8")
    done = _build(projet, tmp_path / "site")
    assert done.refusee
    assert [problem.fichier for problem in done.problemes if problem.gravite == "erreur"] == [PLANTEE]
    assert not (tmp_path / "site").exists()
