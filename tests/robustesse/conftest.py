"""A site made of hostile records, built once."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from ..conftest import _made_once, copier_projet_fictif
from .charges import CHARGES
from .controle import _referentiel
from .hostile import Jardin, Plante, record

FICHES = 12
"""With some seventy texts in three languages each, every field gets nearly every charge."""
GUICHET = "\ncontacts: {erreurs: {courriel: erreurs@carte.example, telephone: 02 512 00 00}}\n"
COMMANDE = f"""
import sys
from carte_sociale.problems import catalogue
for code in {sorted({charge.refus for charge in CHARGES.values() if charge.refus})}:
    catalogue()[code]["gravite"] = "avertissement"  # what validation keeps out must not get through pages either
from carte_sociale.cli import main
main(["construire", "--projet", sys.argv[1], "--sortie", sys.argv[2], "--date", "2026-11-30"])
"""


@dataclass(frozen=True)
class SiteHostile:
    """The built site, and what was planted in its records; `donnees` are the records as they were written, by id."""

    dossier: Path
    projet: Path
    plantes: tuple[Plante, ...]
    donnees: dict[str, dict]


def _planted() -> tuple[tuple[Plante, ...], dict[str, dict]]:
    jardin = Jardin()
    words = _referentiel()[0].ids
    records = {f"hostile-{rang}": record(rang, jardin, words) for rang in range(FICHES)}
    return tuple(jardin.plantes), records


@pytest.fixture(scope="session")
def site_hostile(tmp_path_factory: pytest.TempPathFactory) -> SiteHostile:
    plantes, records = _planted()

    def build(target: Path) -> None:
        projet = copier_projet_fictif(target.with_name("projet-hostile"))
        shutil.rmtree(projet / "organisations")
        (projet / "organisations/ixelles").mkdir(parents=True)
        for id_, data in records.items():
            text = yaml.safe_dump(data, sort_keys=False, width=100_000)
            (projet / f"organisations/ixelles/{id_}.yml").write_text(text, encoding="utf-8")
        publisher = projet / "content/_data/editeur.yml"
        publisher.write_text(publisher.read_text(encoding="utf-8") + GUICHET, encoding="utf-8")
        command = [sys.executable, "-c", COMMANDE, str(projet), str(target)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]

    dossier = _made_once(tmp_path_factory, "site-hostile", build)
    return SiteHostile(dossier, dossier.with_name("projet-hostile"), plantes, records)
