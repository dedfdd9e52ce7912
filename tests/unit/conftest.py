"""Pages, their rendering and exports are tried on a few made-up records against the project's own data."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.loading.document import Document
from carte_sociale.loading.project import Donnees, Projet, read_data
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.fiche import Fiche

RACINE = Path(__file__).parents[2]
STUB = {"nom": {"fr": "a"}, "nature": "cpas", "resume": {"fr": "a"}, "sources": [{"url": "https://exemple.be"}]}


@pytest.fixture(scope="session")
def donnees() -> Donnees:
    """The project's own data."""
    return read_data(RACINE)


@pytest.fixture(scope="session")
def atlas_of(donnees: Donnees) -> Callable[..., Atlas]:
    """Return the atlas of records by id: `atlas_of(a={"lieux": […]})`, each a stub with these parts."""

    def build(**records: dict[str, Any]) -> Atlas:
        lues = tuple(
            FicheLue(id_, Document(f"{id_}.yml", ()), Fiche.model_validate(STUB | parts, context=donnees))
            for id_, parts in records.items()
        )
        return build_atlas(Projet(RACINE, donnees, lues))

    return build
