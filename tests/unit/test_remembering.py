"""What the history tells of records: a small repository, then what a built page says of it."""

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from carte_sociale import remembering, routes
from carte_sociale.atlas.changes import Changement
from carte_sociale.building import build_site
from carte_sociale.loading.project import Donnees, read_data
from carte_sociale.remembering import Changements, changes

from ..conftest import RACINE
from ..histoire import Depot

X, Y = "organisations/x/x.yml", "organisations/y/y.yml"
FICHE = """\
nom: {{fr: Maison}}
nature: cpas
resume: {{fr: Un service.}}
sources: [{{url: "https://a.example"}}]
contacts: {{telephones: [{{numero: {numero}}}]}}
"""


@pytest.fixture(scope="module")
def donnees() -> Donnees:
    return read_data(RACINE)


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Depot:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return Depot(tmp_path / "projet")


def record(numero: str = "02 512 00 00", **autres: str) -> str:
    return FICHE.format(numero=numero) + "".join(f"{cle}: {valeur}\n" for cle, valeur in autres.items())


def told(depot: Depot, donnees: Donnees, *, garde: Path | None = None, **anciens: str) -> Changements | None:
    """What is told of records `x` and `y`; `anciens` names a former id of one."""
    fiches = {id_: (anciens[id_],) if id_ in anciens else () for id_ in ("x", "y")}
    return changes(depot.racine, donnees, fiches, garde, b"", 1)


def test_a_record_that_changed_and_one_that_came_are_told(depot: Depot, donnees: Donnees) -> None:
    depot.ecrire(X, record())
    depot.ecrire("organisations/z/z.yml", record())
    depot.commit("2026-01-01")
    depot.ecrire(X, record("02 512 00 01"))
    depot.ecrire("organisations/z/z.yml", record("02 512 00 01"))
    depot.commit("2026-06-01")
    depot.ecrire(Y, record())
    depot.commit("2026-06-02")
    depot.ecrire(X, record("02 512 00 02", statut="asbl"))  # nobody committed it
    assert told(depot, donnees) == {
        "x": Changement(date(2026, 6, 1), ("telephone",)),
        "y": Changement(date(2026, 6, 2)),
    }


def test_a_change_of_form_or_one_taken_back_is_none(depot: Depot, donnees: Donnees) -> None:
    depot.ecrire(X, record())
    depot.ecrire(Y, record())
    depot.commit("2026-01-01")
    depot.ecrire(X, "# Un mot à qui relit.\n" + record('"02/512.00.00"').replace("{fr: Maison}", "\n  fr: 'Maison'"))
    depot.ecrire(Y, record("02 512 00 01"))
    depot.commit("2026-06-01")
    depot.ecrire(Y, record())
    depot.commit("2026-06-02")
    assert told(depot, donnees) == {}


def test_a_record_that_came_again_came_that_day(depot: Depot, donnees: Donnees) -> None:
    depot.ecrire(X, record())
    depot.commit("2026-06-01")
    depot.effacer(X)
    depot.commit("2026-06-02")
    depot.ecrire(X, record())
    depot.commit("2026-06-03")
    depot.ecrire(X, record("02 512 00 01"))
    depot.commit("2026-06-04")
    assert told(depot, donnees) == {"x": Changement(date(2026, 6, 3))}


def test_a_record_with_another_id_is_the_same_record(depot: Depot, donnees: Donnees) -> None:
    depot.ecrire("organisations/x/vieux.yml", record())
    depot.commit("2026-01-01")
    depot.effacer("organisations/x/vieux.yml")
    depot.ecrire(X, record(anciens_ids="[vieux]"))
    depot.commit("2026-06-01")
    assert told(depot, donnees, x="vieux") == {}
    depot.ecrire(X, record("02 512 00 01", anciens_ids="[vieux]"))
    depot.commit("2026-06-02")
    assert told(depot, donnees, x="vieux") == {"x": Changement(date(2026, 6, 2), ("telephone",))}


@pytest.mark.parametrize("secret", [{"confidentiel": "oui"}, {"lieux": "[{id: l, forme: adresse-secrete}]"}])
def test_nothing_is_told_of_a_record_that_keeps_or_kept_an_address_secret(
    depot: Depot, donnees: Donnees, secret: dict[str, str]
) -> None:
    for ranks, versions in ((X, ("1", "2", "2")), (Y, ("1", "1", "2"))):
        for day, rank in zip(("2026-01-01", "2026-06-01", "2026-06-02"), versions, strict=True):
            depot.ecrire(ranks, record(f"02 512 00 0{rank}", **(secret if day == "2026-06-01" else {})))
            depot.commit(day if ranks == X else day.replace("-06-", "-07-"))
    assert told(depot, donnees) == {}


def test_a_version_that_nobody_could_read_hides_no_other(depot: Depot, donnees: Donnees) -> None:
    depot.ecrire(X, record())
    depot.commit("2026-01-01")
    depot.ecrire(X, "nom: {fr: [")
    depot.commit("2026-06-01")
    depot.ecrire(X, record("02 512 00 01"))
    depot.commit("2026-06-02")
    assert told(depot, donnees) == {"x": Changement(date(2026, 6, 2), ("telephone",))}


def test_git_is_asked_again_only_when_the_last_commit_or_the_records_are_others(
    depot: Depot, donnees: Donnees, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    read = remembering.histories
    monkeypatch.setattr(
        remembering, "histories", lambda racine, ici, jours: asked.append(ici.commit) or read(racine, ici, jours)
    )
    depot.ecrire(X, record())
    first = depot.commit("2026-06-01")
    for _ in range(2):
        assert told(depot, donnees, garde=tmp_path) == {"x": Changement(date(2026, 6, 1))}
    depot.ecrire(Y, record())
    assert told(depot, donnees, garde=tmp_path) == {"x": Changement(date(2026, 6, 1))}
    second = depot.commit("2026-06-02")
    assert told(depot, donnees, garde=tmp_path) is not None
    assert asked == [first, second]
    assert changes(depot.racine, donnees, {"y": ()}, tmp_path, b"", 1) == {"y": Changement(date(2026, 6, 2))}
    assert asked == [first, second, second]


def test_without_a_history_nothing_is_known(tmp_path: Path, donnees: Donnees, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert changes(tmp_path, donnees, {"x": ()}, None, b"", 1) is None


# --- a built page ---------------------------------------------------------------------------------------------------

TILLEULS = "organisations/ixelles/maison-des-tilleuls.yml"


def news_of(site: Path, langue: str) -> str:
    """The text of the part that tells what is new, on the page of the house's quartier."""
    name = routes.file_of(routes.address("quartier-pro", langue, "matonge"))
    part = re.search(r'<h2 id="nouvelles">.*?</section>', (site / name).read_text(encoding="utf-8"), re.DOTALL)
    assert part
    return " ".join(re.sub(r"<[^>]+>", " ", part[0]).split())


def test_a_page_tells_the_subjects_and_the_days_and_no_old_value(projet_fictif: Path, tmp_path: Path) -> None:
    depot, site = Depot(projet_fictif), tmp_path / "site"
    path = projet_fictif / TILLEULS
    text = path.read_text(encoding="utf-8")
    old = text.replace("02 512 00 00", "02 512 98 76").replace('numero: "154A"', 'numero: "987B"')

    def built() -> str:
        assert not build_site(
            projet_fictif, site, lambda: (), date(2026, 11, 22), langues=("fr", "nl"), processus=1
        ).refusee
        return news_of(site, "fr")

    path.write_text(old, encoding="utf-8")
    depot.commit("2026-01-01")
    path.write_text(text, encoding="utf-8")
    assert "changé" not in built()
    depot.commit("2026-11-20")
    shown = built()
    assert "20 novembre 2026 : Maison des Tilleuls (exemple) , changé : adresse, téléphone" in shown
    assert "vérifiée (2 novembre 2026)" in shown
    assert "sans l'historique" not in shown
    assert "gewijzigd: adres, telefoon" in news_of(site, "nl")
    pages = [page.read_bytes() for page in site.rglob("*.html")]
    assert not any(b"987B" in page or b"98 76" in page for page in pages)
    subprocess.run(["git", "update-ref", "-d", "HEAD"], cwd=projet_fictif, check=True)
    assert "sans l'historique" in built()
