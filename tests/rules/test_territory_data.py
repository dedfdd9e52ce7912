"""Every row of the real files of `content/_data/territoires` and `content/_data/dispositifs`."""

import csv
import re
from pathlib import Path

import geojson
import pytest

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading.project import Donnees
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.territory import Territoire
from carte_sociale.rules.people import looks_personal

DONNEES = Path(__file__).parent.parent.parent / "content" / "_data"
LANGUES = {"fr", "nl", "en"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def index(territoire_reel: Territoire) -> TerritoryIndex:
    return TerritoryIndex(territoire_reel)


@pytest.fixture(scope="module")
def dispositifs(reseau_reel: Donnees) -> tuple[Dispositif, ...]:
    return reseau_reel.reseau.dispositifs


@pytest.mark.parametrize("name", ["quartiers", "communes", "reperes"])
def test_each_collection_is_valid_geojson_with_its_attribution(name: str) -> None:
    collection = geojson.loads((DONNEES / "territoires" / f"{name}.geojson").read_text(encoding="utf-8"))
    assert collection.errors() == []
    assert collection["attribution"]
    assert collection["licence"]


def test_there_are_145_quartiers_118_of_them_lived_in(territoire_reel: Territoire) -> None:
    assert len(territoire_reel.quartiers) == 145
    assert sum(q.habite for q in territoire_reel.quartiers) == 118


def test_codes_and_slugs_are_unique_and_well_formed(territoire_reel: Territoire) -> None:
    for things in (territoire_reel.quartiers, territoire_reel.communes, territoire_reel.bassins):
        slugs = [t.slug for t in things]
        assert len(set(slugs)) == len(slugs)
        assert [s for s in slugs if not SLUG.fullmatch(s)] == []
    assert len({q.code for q in territoire_reel.quartiers}) == 145


def test_everything_has_a_name_in_each_language(territoire_reel: Territoire) -> None:
    things = (*territoire_reel.quartiers, *territoire_reel.communes, *territoire_reel.bassins, *territoire_reel.reperes)
    assert [t for t in things if set(t.nom) != LANGUES or not all(t.nom.values())] == []


def test_neighbours_are_mutual_known_and_never_oneself(territoire_reel: Territoire) -> None:
    neighbours = {q.code: q.voisins for q in territoire_reel.quartiers}
    assert [(a, b) for a, found in neighbours.items() for b in found if a not in neighbours[b]] == []
    assert [a for a, found in neighbours.items() if a in found or not found] == []


def test_neighbours_touch_on_the_map(territoire_reel: Territoire, index: TerritoryIndex) -> None:
    pairs = [(q.code, v) for q in territoire_reel.quartiers for v in q.voisins]
    assert [(a, b) for a, b in pairs if index.outline(a).distance(index.outline(b)) > 1] == []


def test_quartiers_are_valid_and_do_not_overlap(territoire_reel: Territoire, index: TerritoryIndex) -> None:
    outlines = [index.outline(q.code) for q in territoire_reel.quartiers]
    assert all(o.is_valid for o in outlines)
    assert 160e6 < sum(o.area for o in outlines) < 164e6  # the Region covers 162 km²


def test_shares_name_real_communes_the_largest_first(territoire_reel: Territoire) -> None:
    for quartier in territoire_reel.quartiers:
        shares = [share for _, share in quartier.communes]
        assert shares == sorted(shares, reverse=True)
        assert 90 <= sum(shares) <= 100
        assert all(territoire_reel.commune(slug) for slug, _ in quartier.communes)


def test_19_communes_with_postcodes_of_their_own(territoire_reel: Territoire) -> None:
    codes = [code for c in territoire_reel.communes for code in c.codes_postaux]
    assert len(territoire_reel.communes) == 19
    assert len(codes) == len(set(codes)) == 22
    found = territoire_reel.commune_du_code_postal("1080")
    assert found is not None
    assert found.slug == "molenbeek-saint-jean"
    assert [c.slug for c in territoire_reel.communes_possibles("1050")] == ["ixelles", "bruxelles"]


def test_every_commune_has_a_bassin_and_only_brussels_has_several(territoire_reel: Territoire) -> None:
    counts = {c.slug: len(territoire_reel.bassins_de_la_commune(c.slug)) for c in territoire_reel.communes}
    assert {slug: n for slug, n in counts.items() if n != 1} == {"bruxelles": 3}


def test_the_bassins_count_57_quartiers_of_the_pssi(territoire_reel: Territoire) -> None:
    assert [b.slug for b in territoire_reel.bassins] == ["centre-ouest", "nord-est", "nord", "sud", "sud-est"]
    assert sum(b.quartiers_pssi for b in territoire_reel.bassins) == 57


def test_four_quartiers_alone_have_no_known_bassin(territoire_reel: Territoire) -> None:
    unknown = [q.slug for q in territoire_reel.quartiers if territoire_reel.bassin_du_quartier(q.code) is None]
    assert unknown == ["squares", "quartier-europeen", "cinquantenaire", "parc-leopold"]


def test_quartiers_given_to_a_bassin_lie_mostly_in_brussels(territoire_reel: Territoire) -> None:
    codes = [code for b in territoire_reel.bassins for code in b.quartiers_de_bruxelles]
    assert len(codes) == len(set(codes))
    found = [territoire_reel.quartier(code) for code in codes]
    assert [q for q in found if q is None or q.commune_principale != "bruxelles"] == []


def test_5959_streets_each_in_a_known_commune_and_quartiers(territoire_reel: Territoire) -> None:
    assert len(territoire_reel.rues) == 5959
    assert [r for r in territoire_reel.rues if not territoire_reel.commune(r.commune)] == []
    assert [
        r for r in territoire_reel.rues if not r.quartiers or not all(map(territoire_reel.quartier, r.quartiers))
    ] == []


def test_the_point_of_a_street_falls_in_one_of_its_quartiers(
    territoire_reel: Territoire, index: TerritoryIndex
) -> None:
    """Measured: 5,912 of 5,959 (99.2 %); the others lie on a border that the outline simplifies."""
    found = index.quartiers_of([(r.lat, r.lon) for r in territoire_reel.rues])
    right = sum(code in r.quartiers for code, r in zip(found, territoire_reel.rues, strict=True))
    assert right >= 5900
    assert None not in found


def test_a_street_that_misses_its_quartier_misses_it_by_little(
    territoire_reel: Territoire, index: TerritoryIndex
) -> None:
    gaps = [min(index.ecart(code, r.lat, r.lon) for code in r.quartiers) for r in territoire_reel.rues]
    assert max(gaps) < 60


def test_the_point_of_a_street_falls_in_its_commune(territoire_reel: Territoire, index: TerritoryIndex) -> None:
    """Measured: 98.9 %; streets that follow a border have their point on either side of it."""
    right = sum(index.commune_of(r.lat, r.lon) == r.commune for r in territoire_reel.rues)
    assert right / len(territoire_reel.rues) >= 0.985


def test_landmarks_are_the_canal_59_parks_and_97_stations(territoire_reel: Territoire) -> None:
    genres = [r.genre for r in territoire_reel.reperes]
    assert {g: genres.count(g) for g in set(genres)} == {"canal": 1, "parc": 59, "metro": 58, "gare": 39}


def test_the_streets_keep_their_columns() -> None:
    with (DONNEES / "territoires" / "rues.csv").open(encoding="utf-8", newline="") as rows:
        assert csv.DictReader(rows).fieldnames == ["nom_fr", "nom_nl", "commune", "lat", "lon", "quartiers"]


def test_16_sourced_clss_and_general_explanations(dispositifs: tuple[Dispositif, ...]) -> None:
    assert sum(d.type == "clss" for d in dispositifs) == 16
    assert {d.id for d in dispositifs if d.type == "general"} >= {
        "contrats-locaux-social-sante",
        "relais-d-action-de-quartier",
        "centre-social-sante-integre",
        "numero-vert-social",
        "lieu-de-liens",
        "mutualisation",
        "coordination-sociale",
    }


def test_one_contract_covers_a_whole_commune(dispositifs: tuple[Dispositif, ...]) -> None:
    assert [d.id for d in dispositifs if d.commune_entiere and d.type == "clss"] == ["clss-koekelberg"]


def test_a_contract_names_a_function_never_a_person(dispositifs: tuple[Dispositif, ...]) -> None:
    assert [d.id for d in dispositifs if d.referente and looks_personal(d.referente)] == []
    assert looks_personal("marie.dupont@cpas.example")


def test_a_dispositif_bears_the_name_of_its_file(dispositifs: tuple[Dispositif, ...]) -> None:
    files = {p.stem for p in (DONNEES / "dispositifs").glob("*.yml")}
    assert {d.id for d in dispositifs} == files
    assert [d.id for d in dispositifs if not SLUG.fullmatch(d.id)] == []


def test_the_contract_nord_stands_in_two_bassins(
    dispositifs: tuple[Dispositif, ...],
) -> None:
    clss = {d.id: d for d in dispositifs if d.type == "clss"}
    assert {d.id for d in clss.values() if len(d.bassins) > 1} == {"clss-nord"}
    assert [b.slug for b in clss["clss-nord"].bassins] == ["centre-ouest", "nord-est"]


def test_the_licence_of_the_data_names_each_file_and_its_owners() -> None:
    text = (DONNEES.parent.parent / "LICENSE-DATA").read_text(encoding="utf-8")
    for path in (DONNEES / "territoires").iterdir():
        assert f"content/_data/territoires/{path.name}" in text
    for owner in (
        "© les contributeurs d'OpenStreetMap",
        "ODbL 1.0",
        "CC BY 4.0",
        "UrbIS (Paradigm)",
        "IBSA",
        "Statbel",
    ):
        assert owner in text
