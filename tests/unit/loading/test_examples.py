"""The lines offered to copy are themselves without fault."""

from pathlib import Path

import pytest
import yaml

from carte_sociale.loading.examples import BLOCS, EXEMPLES, block_line
from carte_sociale.loading.project import read_data
from carte_sociale.model.structure import model_at, parents_of_key


@pytest.fixture(scope="module")
def donnees():
    return read_data(Path(__file__).parents[3])


@pytest.mark.parametrize("key", BLOCS)
def test_a_block_is_one_that_the_model_takes(donnees, key):
    read = yaml.load(BLOCS[key].replace("AAAA-MM-JJ", "2026-11-22"), yaml.BaseLoader)
    model = model_at((*filter(None, parents_of_key()[key][0].split(".")), key))
    assert model is not None
    assert model.model_validate(read.get(key, read), context=donnees)


def test_an_item_has_its_dash():
    assert block_line("fermetures", in_list=True).startswith("- {")
    assert block_line("tarif", in_list=False).startswith("tarif: ")
    assert block_line("numero", in_list=False) == ""


def test_every_example_begins_with_its_key():
    assert [key for key, line in EXEMPLES.items() if not line.startswith(f"{key}: ")] == []
