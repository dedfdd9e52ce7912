"""The map page: a rank of the index for each line of its list."""

from collections.abc import Callable

from tests.conftest import RACINE

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.loading.project import read_project
from carte_sociale.pages.carte import page


def test_each_line_has_its_rank_in_the_index() -> None:
    atlas = build_atlas(read_project(RACINE))
    context = page(atlas, "nl", None).contexte
    order = atlas.par_nom(atlas.entrees, "nl")
    listed = [e for _, entrees in (*context["communes"], *context["absentes"]) for e in entrees]
    ranks = [int(rank, 36) for rank in context["rangs"].split(",")]
    assert [order[rank].id for rank in ranks] == [entree.id for entree in listed]
    assert {entree.id for entree in listed} == set(atlas.par_id)
    assert context["nombre"] == sum(1 for entree in order if not entree.hors_carte) > 150


def test_a_map_of_nothing(atlas_of: Callable[..., Atlas]) -> None:
    context = page(atlas_of(), "fr", None).contexte
    assert (context["rangs"], context["nombre"], context["absentes"]) == ("", 0, [])
