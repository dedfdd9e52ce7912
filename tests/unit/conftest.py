"""Pages, their rendering and exports are tried on a few made-up records against the project's own data."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.loading.document import Document
from carte_sociale.loading.network import Reseau
from carte_sociale.loading.project import Donnees, Projet, read_data
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.dispositif import Dispositif
from carte_sociale.model.fiche import Fiche

RACINE = Path(__file__).parents[2]
STUB = {"nom": {"fr": "a"}, "nature": "cpas", "resume": {"fr": "a"}, "sources": [{"url": "https://exemple.be"}]}


@pytest.fixture(scope="session")
def donnees() -> Donnees:
    """The project's own data, with the dispositifs alone of its network: no other record than a test's is named."""
    donnees = read_data(RACINE)
    dispositifs = (f for f in donnees.reseau.fichiers if isinstance(f.element, Dispositif))
    return replace(donnees, reseau=Reseau(tuple(replace(f, element=_alone(f.element)) for f in dispositifs)))


def _alone(dispositif: Dispositif) -> Dispositif:
    nobody = dict.fromkeys(("porteur", "employeur", "hebergeur", "equipe"))
    return dispositif.model_copy(update={**nobody, "partenaires": ()})


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
