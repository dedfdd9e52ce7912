"""Streets by name, on four invented ones and on the real table."""

import pytest

from carte_sociale.atlas.streets import StreetIndex, street_key
from carte_sociale.model.territory import Rue, Territoire


def street(fr: str, nl: str, commune: str, *codes: int) -> Rue:
    return Rue({"fr": fr, "nl": nl, "en": fr}, commune, 50.8, 4.3, codes)


HAUTE = street("Rue de l'Église", "Kerkstraat", "est", 1)
HAUTE_OUEST = street("Rue de l'Église", "Kerkstraat", "ouest", 2)
LEOPOLD = street("Boulevard Léopold II", "Leopold II-laan", "est", 1, 3)
SAME = street("Nieuwland", "Nieuwland", "est", 4)
INDEX = StreetIndex([HAUTE, HAUTE_OUEST, LEOPOLD, SAME])


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Bd. LÉOPOLD II", "boulevard leopold ii"),
        ("rue de l’Église", "rue de l eglise"),
        ("  Av  Émile-Max ", "avenue emile max"),
        ("chée d'Anvers", "chaussee d anvers"),
        ("", ""),
    ],
)
def test_a_name_is_compared_without_case_accents_and_abbreviations(written: str, key: str) -> None:
    assert street_key(written) == key


def test_a_street_is_found_in_both_languages_and_in_one_commune() -> None:
    assert INDEX.named("rue de l'eglise") == (HAUTE, HAUTE_OUEST)
    assert INDEX.named("KERKSTRAAT", "ouest") == (HAUTE_OUEST,)
    assert INDEX.named("rue de l'eglise", "nord") == ()
    assert INDEX.named("Nieuwland") == (SAME,)


def test_a_slip_of_the_pen_finds_the_nearest_and_another_name_finds_none() -> None:
    assert INDEX.closest("boulevard Leopolde II") == LEOPOLD
    assert INDEX.closest("boulevard Leopolde II", "ouest") is None
    assert INDEX.closest("place du Marché") is None


def test_every_real_street_is_found_by_its_own_names(territoire_reel: Territoire) -> None:
    index = StreetIndex(territoire_reel.rues)
    missed = [r for r in territoire_reel.rues for n in (r.nom["fr"], r.nom["nl"]) if r not in index.named(n, r.commune)]
    assert missed == []


def test_what_a_street_begins_with_tells_where_it_is_worth_looking(territoire_reel: Territoire) -> None:
    index = StreetIndex(territoire_reel.rues)
    names = [street_key(name).split() for rue in territoire_reel.rues for name in (rue.nom["fr"], rue.nom["nl"])]
    assert all(index.known(words) and index.begins(words[0]) for words in names)
    assert index.known(["bd", "leopold", "ii"])
    assert index.begins("bd")
    assert not index.begins("accueil")
