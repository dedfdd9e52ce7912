"""Our own commands, measured as those of the others are: a process each, the interpreter's start included."""

import sys
from datetime import date
from pathlib import Path

from corpus import JOUR

CARTE = Path(sys.executable).with_name("carte")
NOM = "carte"


def construire(
    project: Path, site: Path, langues: str, mesures: Path | None = None, jour: date | None = JOUR
) -> list[str]:
    """Return the command that builds a site in some languages (`fr`, `fr,nl,en`), on a day or today."""
    options = [f"--projet={project}", f"--sortie={site}", f"--langues={langues}"]
    phases = [f"--mesures={mesures}"] if mesures else []
    return [str(CARTE), "construire", *options, *phases, *([f"--date={jour}"] if jour else [])]


def valider(project: Path, *files: Path) -> list[str]:
    """Return the command that checks every record, or some."""
    return [str(CARTE), "valider", *map(str, files), f"--projet={project}", f"--date={JOUR}"]
