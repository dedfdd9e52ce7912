from pathlib import Path

import pytest
import yaml

from carte_sociale.horaires import Feries, Vacances, lire_feries, lire_vacances

CALENDRIERS = Path(__file__).parents[3] / "content" / "_data" / "calendriers"


@pytest.fixture(scope="session")
def feries() -> Feries:
    return lire_feries(yaml.safe_load((CALENDRIERS / "jours_feries.yml").read_text("utf-8")))


@pytest.fixture(scope="session")
def vacances_fr() -> Vacances:
    return lire_vacances(yaml.safe_load((CALENDRIERS / "vacances_scolaires.yml").read_text("utf-8"))["fr"])


@pytest.fixture(scope="session")
def vacances_nl() -> Vacances:
    return lire_vacances(yaml.safe_load((CALENDRIERS / "vacances_scolaires.yml").read_text("utf-8"))["nl"])
