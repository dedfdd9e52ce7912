"""What is packed for the browser says the same hours, and the same reasons, as the schedule it comes from."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from carte_sociale.horaires import Compris, Feries, Fermeture, Vacances, compacter, compiler, comprendre

DEBUT, FIN = date(2026, 1, 1), date(2027, 12, 31)
JOURS = st.sampled_from(
    ["Mo", "Tu", "We", "Fr", "Sa", "Su", "Mo-Fr", "Sa,Su", "PH", "SH Mo-Fr", "Tu[1]", "Jul-Aug Mo-Fr"]
)
PLAGES = st.builds(
    lambda debut, duree: f"{debut:02}:00-{(debut + duree) % 24:02}:30", st.integers(0, 23), st.integers(1, 12)
)
HORAIRES = st.lists(st.tuples(JOURS, st.one_of(PLAGES, PLAGES, st.just("off"))), min_size=1, max_size=5)
JOUR = st.dates(DEBUT - timedelta(40), FIN + timedelta(40))
FERMETURES = st.lists(st.tuples(JOUR, st.integers(0, 60)), max_size=3)


def deplie(paquet: Mapping[str, Any], jour: date, feries: Feries) -> tuple[Any, str]:
    """Hours and reason of a day, read from the packed form alone: what its docstring promises to a reader."""
    rang = (jour - date.fromisoformat(paquet["d"])).days
    assert 0 <= rang < paquet["n"]
    motif = next((genre for du, au, genre in paquet.get("m", ()) if du <= rang <= au), "")
    for du, au, heures in paquet.get("x", ()):
        if du <= rang <= au:
            return heures, motif
    if paquet.get("f") and jour in feries.jours:
        return None, motif
    return paquet["s"][jour.weekday()], motif


@settings(max_examples=300, deadline=None)
@given(HORAIRES, FERMETURES, st.dates(DEBUT, FIN), st.integers(0, 500), st.booleans())
def test_paquet_dit_chaque_jour_les_memes_heures(
    feries: Feries,
    vacances_fr: Vacances,
    regles: list[tuple[str, str]],
    fermetures: list[tuple[date, int]],
    debut: date,
    duree: int,
    calendrier: bool,
) -> None:
    compris = comprendre("; ".join(f"{jours} {heures}" for jours, heures in regles))
    assert isinstance(compris, Compris), compris
    compile_ = compiler(
        compris.osm,
        debut,
        min(debut + timedelta(duree), FIN),
        feries=feries,
        vacances=vacances_fr if calendrier else None,
        fermetures=[Fermeture(du, du + timedelta(longueur)) for du, longueur in fermetures],
    )
    paquet = compacter(compile_, feries)
    assert paquet["d"] == debut.isoformat()
    assert paquet["n"] == (compile_.horizon - debut).days + 1
    assert paquet.get("u", 0) == compile_.nuit
    for rang in range(paquet["n"]):
        jour = debut + timedelta(rang)
        heures = compile_.heures(jour)
        motif = compile_.motifs.get(jour)
        attendu = None if heures is None else [minute for plage in heures for minute in plage]
        genre = motif.genre if motif and motif.genre != "ferie" else ""
        assert deplie(paquet, jour, feries) == (attendu, genre), jour


@settings(max_examples=200, deadline=None)
@given(HORAIRES, FERMETURES)
def test_paquet_n_a_pas_de_courses_qui_se_touchent_pour_rien(
    feries: Feries, regles: list[tuple[str, str]], fermetures: list[tuple[date, int]]
) -> None:
    """Runs are in order, none overlaps another, and two that touch say different things."""
    compris = comprendre("; ".join(f"{jours} {heures}" for jours, heures in regles))
    assert isinstance(compris, Compris), compris
    closed = [Fermeture(du, du + timedelta(longueur)) for du, longueur in fermetures]
    paquet = compacter(compiler(compris.osm, DEBUT, FIN, feries=feries, vacances=None, fermetures=closed), feries)
    for courses in (paquet.get("x", []), paquet.get("m", [])):
        assert all(du <= au for du, au, _ in courses)
        for (_, au, valeur), (du, _, suivante) in pairwise(courses):
            assert au < du
            assert au + 1 < du or valeur != suivante
