import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from carte_sociale import routes
from carte_sociale.building import Construction, build_site
from carte_sociale.mkdocs_plugin import read_prose
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.problems import Problem
from carte_sociale.reading import check
from carte_sociale.rendering.staging import Draft

JOUR = date(2026, 11, 22)
ERREUR = Problem("a.yml", 1, 1, "cle-inconnue")
AVERTISSEMENT = Problem("a.yml", 1, 1, "manque-nl")


def no_prose() -> tuple[()]:
    raise AssertionError("a build that is refused reads no prose")


def test_the_whole_site_stands_at_its_addresses(site_fictif: Path) -> None:
    for langue in LANGUES_DU_SITE:
        for slug in ("maison-des-tilleuls", "le-banc-du-parc", "refuge-des-ormes"):
            assert (site_fictif / routes.file_of(routes.address("organisation", langue, slug))).is_file()
        for kind in ("accueil", "quartiers", "themes", "urgence", "recherche", "carte", "vie-privee"):
            assert (site_fictif / routes.file_of(routes.address(kind, langue))).is_file()
    for name in ("index.html", routes.INTROUVABLE, routes.PLAN_DU_SITE, routes.ROBOTS, *routes.DONNEES.values()):
        assert (site_fictif / name).is_file()


def test_what_is_no_content_stays_out(site_fictif: Path) -> None:
    kinds = {path.suffix for path in site_fictif.rglob("*") if path.is_file()}
    assert kinds.isdisjoint({".yml", ".md", ".po", ".py"})
    assert not (site_fictif / "_data").exists()


def test_every_row_carries_verification_availability_and_licence(site_fictif: Path) -> None:
    content = json.loads((site_fictif / routes.DONNEES["json"]).read_bytes())
    by_id = {row["id"]: row for row in content["fiches"]}
    assert sorted(by_id) == ["le-banc-du-parc", "maison-des-tilleuls", "refuge-des-ormes"]
    for row in by_id.values():
        assert {"verifie_le", "licence", "sources", "services"} <= row.keys()
        assert "CC BY 4.0" in row["licence"]
    house = by_id["maison-des-tilleuls"]
    assert house["verifie_le"] == "2026-11-02"
    assert [(s["disponibilite"], s["disponibilite_date"]) for s in house["services"]] == [
        ("liste-attente", "2026-11-01"),
        (None, None),
    ]
    assert "OpenStreetMap" in house["licence"]
    assert "OpenStreetMap" not in by_id["le-banc-du-parc"]["licence"]


def test_the_map_shows_places_with_a_point_once_each(site_fictif: Path) -> None:
    content = json.loads((site_fictif / routes.DONNEES["geojson"]).read_bytes())
    (feature,) = content["features"]
    assert feature["id"] == "maison-des-tilleuls/annexe"
    assert feature["geometry"]["coordinates"] == [4.37078, 50.83569]
    assert feature["properties"]["id"] == "maison-des-tilleuls"


def test_a_secret_address_has_no_place_in_any_output(site_fictif: Path) -> None:
    row = next(
        row
        for row in json.loads((site_fictif / routes.DONNEES["json"]).read_bytes())["fiches"]
        if row["id"] == "refuge-des-ormes"
    )
    assert row["lieux"] == []
    for kind in ("quartiers", "communes"):  # on every page, as what is for the whole Region, or on none
        shown = {"refuge-des-ormes" in page.read_text("utf-8") for page in site_fictif.glob(f"*/{kind}/*/index.html")}
        assert len(shown) == 1


def test_the_reader_of_streets_is_written_where_a_deployer_has_them(
    projet_fictif: Path, site_fictif: Path, tmp_path: Path
) -> None:
    assert list(site_fictif.glob("ressources/rues-*")) == []
    with (projet_fictif / "content/_data/editeur.yml").open("a", encoding="utf-8") as editeur:
        editeur.write("\nfond_de_carte: {pmtiles: ../fonds/b.pmtiles}\n")
    assert not build_site(projet_fictif, tmp_path / "site", lambda: read_prose(projet_fictif), JOUR).refusee
    page = (tmp_path / "site/fr/carte/index.html").read_text("utf-8")
    for langue in LANGUES_DU_SITE:
        (script,) = (tmp_path / "site/ressources").glob(f"rues-{langue}-*.js")
        assert (script.name in page) == (langue == "fr")


def test_errors_stop_before_anything_is_written(projet_fictif: Path, tmp_path: Path) -> None:
    record = projet_fictif / "organisations/ixelles/maison-des-tilleuls.yml"
    record.write_bytes(b"\xff\xfe")
    done = build_site(projet_fictif, tmp_path / "site", no_prose, JOUR)
    assert done.refusee
    assert (done.fiches, done.pages) == (3, 0)
    assert [problem.code for problem in done.problemes] == ["encodage-utf16"]
    assert list(tmp_path.iterdir()) == [projet_fictif]


def test_broken_data_stop_before_anything_is_written(projet_fictif: Path, tmp_path: Path) -> None:
    (projet_fictif / "content/_data/editeur.yml").write_text("- a", encoding="utf-8")
    files, problems = check(projet_fictif, JOUR)
    assert files is None
    done = build_site(projet_fictif, tmp_path / "site", no_prose, JOUR)
    assert done.problemes == problems
    assert done.refusee
    assert not (tmp_path / "site").exists()


def test_a_failure_while_writing_keeps_the_old_site(
    projet_fictif: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "ancien.html").touch()

    def refuse(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Draft, "write", refuse)
    with pytest.raises(OSError, match="No space"):
        build_site(projet_fictif, site, lambda: (), JOUR)
    assert [path.name for path in site.iterdir()] == ["ancien.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["projet", "site"]


def test_problems_are_sorted_and_repeat_themselves(projet_fictif: Path) -> None:
    for path in projet_fictif.glob("organisations/*/*.yml"):
        path.write_text(path.read_text(encoding="utf-8") + "couleur: vert\nforme: rond\n", encoding="utf-8")
    problems = check(projet_fictif, JOUR)[1]
    assert len(problems) == 6
    assert problems == sorted(problems) == check(projet_fictif, JOUR)[1]


def test_the_day_is_the_one_that_is_given(projet_fictif: Path) -> None:
    assert check(projet_fictif, JOUR)[1] == []
    assert {p.code for p in check(projet_fictif, date(2026, 11, 1))[1]} == {"date-future"}


def test_prose_is_read_from_the_project(projet_fictif: Path) -> None:
    (projet_fictif / "content/fr/methode.md").write_text("# Méthode\n\nBonjour **vous**.", encoding="utf-8")
    pages = {(page.langue, page.chemin): page for page in read_prose(projet_fictif)}
    assert "<strong>vous</strong>" in pages["fr", "methode"].html
    assert {langue for langue, _ in pages} == set(LANGUES_DU_SITE)


def test_only_errors_refuse() -> None:
    assert Construction([ERREUR, AVERTISSEMENT]).refusee
    assert not Construction([AVERTISSEMENT]).refusee
    assert not Construction().refusee


def test_measures_add_up() -> None:
    done = Construction(fiches=2, pages=6)
    with done.phase("atlas"):
        pass
    done.secondes |= {"ecriture": 1.25}
    measures = done.mesures()
    assert measures["secondes"] == {"total": 1.25, "atlas": 0.0, "ecriture": 1.25}
    assert replace(done).mesures()["langues"] == 3
