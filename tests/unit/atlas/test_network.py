"""What is active in a quartier, how far it reaches, and how that is known."""

from collections.abc import Callable
from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.network import communes_actives, dispositifs_actifs, elements_actifs, propres
from carte_sociale.loading.project import Donnees
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.reseau import Projet

NOM = {"fr": "x", "nl": "x", "en": "x"}
SOURCES = [{"etablit": "tout"}]


def dispositif(donnees: Donnees, **parts: Any) -> Dispositif:
    base = {"id": "d", "type": "clss", "nom": NOM, "resume": NOM, "sources": SOURCES}
    return Dispositif.model_validate(base | parts, context=donnees)


def projet(donnees: Donnees, **parts: Any) -> Projet:
    base = {"id": "p", "nom": {"fr": "x"}, "resume": {"fr": "x"}, "porteur": "a", "sources": SOURCES}
    return Projet.model_validate(base | parts, context=donnees)


KOEKELBERG = {"slug": "koekelberg", "lien": "infere", "entiere": "oui"}


@pytest.mark.parametrize(
    ("parts", "slug", "found"),
    [
        ({"quartiers": ["matonge"]}, "matonge", ("quartier", "source")),
        ({"quartiers": ["matonge"]}, "flagey-malibran", None),
        ({"type": "general", "quartiers": ["matonge"]}, "matonge", None),
        ({"commune": KOEKELBERG}, "koekelberg", ("commune", "infere")),
        ({"commune": {"slug": "koekelberg", "lien": "source"}}, "koekelberg", None),
        ({"type": "bassin", "bassins": [{"slug": "sud", "lien": "source"}]}, "matonge", ("bassin", "source")),
        ({"bassins": [{"slug": "sud", "lien": "source"}], "quartiers": ["flagey-malibran"]}, "matonge", None),
    ],
)
def test_a_dispositif_reaches_as_far_as_it_says(
    atlas_of: Callable[..., Atlas], donnees: Donnees, parts: dict[str, Any], slug: str, found: tuple[str, str] | None
) -> None:
    quartier = donnees.territoire.quartier_par_slug(slug)
    assert quartier is not None
    active = dispositifs_actifs([dispositif(donnees, **parts)], quartier, atlas_of().index)
    assert [(a.portee, a.lien) for a in active] == ([found] if found else [])


def test_a_quartiers_own_are_told_for_it_not_for_all_around(atlas_of: Callable[..., Atlas], donnees: Donnees) -> None:
    quartier = donnees.territoire.quartier_par_slug("koekelberg")
    assert quartier is not None
    all_ = [
        dispositif(donnees, id="lui", quartiers=["koekelberg"]),
        dispositif(donnees, id="commune", commune=KOEKELBERG),
        dispositif(donnees, id="les-deux", commune=KOEKELBERG, quartiers=["koekelberg"]),
        dispositif(donnees, id="bassin", bassins=[{"slug": "nord", "lien": "source"}]),
    ]
    assert propres(dispositifs_actifs(all_, quartier, atlas_of().index)) == {"lui", "les-deux"}


def test_a_commune_wide_contract_reaches_every_quartier_that_crosses_it(
    atlas_of: Callable[..., Atlas], donnees: Donnees
) -> None:
    whole = dispositif(donnees, commune=KOEKELBERG)
    reached = [q.slug for q in donnees.territoire.quartiers if dispositifs_actifs([whole], q, atlas_of().index)]
    crossing = [q.slug for q in donnees.territoire.quartiers if "koekelberg" in dict(q.communes)]
    assert reached == crossing
    assert len(crossing) > 1


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"quartiers": ["matonge"]}, ("quartier", "source")),
        ({"quartiers": ["flagey-malibran"], "communes": ["ixelles"]}, None),
        ({"communes": ["ixelles"]}, ("commune", "source")),
        ({"communes": ["uccle"]}, None),
        ({"dispositif": "ici"}, ("quartier", "infere")),
        ({"dispositif": "ailleurs"}, None),
        ({"partenaires": ["voisin"]}, ("quartier", "infere")),
        ({"partenaires": ["voisin"], "communes": ["uccle"]}, None),
        ({"partenaires": [{"nom": {"fr": "Un comité"}}]}, None),
    ],
)
def test_a_project_is_active_where_it_says_else_where_its_members_are(
    donnees: Donnees, parts: dict[str, Any], found: tuple[str, str] | None
) -> None:
    matonge = donnees.territoire.quartier_par_slug("matonge")
    assert matonge is not None
    active = elements_actifs([projet(donnees, **parts)], matonge, frozenset({"ici"}), frozenset({"voisin"}))
    assert [(a.portee, a.lien) for a in active] == ([found] if found else [])


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"communes": ["uccle"], "partenaires": ["voisin"]}, {"uccle"}),
        ({"quartiers": ["matonge"], "dispositif": "d"}, {"ixelles"}),
        ({"dispositif": "d"}, {"koekelberg"}),
        ({"dispositif": "d", "communes": ["uccle"]}, {"uccle"}),
        ({"partenaires": ["voisin", "inconnu"]}, {"evere"}),
        ({"partenaires": [{"nom": {"fr": "Un comité"}}]}, set()),
    ],
)
def test_communes_of_a_project_are_those_it_names_else_of_its_dispositif_else_of_its_members(
    atlas_of: Callable[..., Atlas], donnees: Donnees, parts: dict[str, Any], found: set[str]
) -> None:
    place = {"id": "p", "forme": "adresse", "adresse": {"commune": "evere", "origine": "source"}}
    atlas = atlas_of(voisin={"lieux": [place]})
    dispositifs = {"d": dispositif(donnees, commune={"slug": "koekelberg", "lien": "source"})}
    assert communes_actives(projet(donnees, **parts), donnees.territoire, dispositifs, atlas.par_id) == found
