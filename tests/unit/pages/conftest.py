from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.loading.document import Document
from carte_sociale.loading.network import FichierDeReseau, Reseau


@pytest.fixture
def networked(atlas_of: Callable[..., Atlas]) -> Callable[..., Atlas]:
    """Return an atlas of two records with a network of these elements: `networked((Projet, {…}))`."""

    def build(*elements: tuple[type[Any], dict[str, Any]], **records: dict[str, Any]) -> Atlas:
        atlas = atlas_of(**(records or {"a": {}, "b": {}}))
        files = (
            FichierDeReseau(Document(f"{rank}.yml", ()), sorte.model_validate(parts, context=atlas.donnees))
            for rank, (sorte, parts) in enumerate(elements)
        )
        return replace(atlas, donnees=replace(atlas.donnees, reseau=Reseau(tuple(files))))

    return build
