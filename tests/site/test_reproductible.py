"""The same input gives the same bytes: another folder, day, hour, time zone, locale and hash seed change nothing."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

RACINE = Path(__file__).parents[2]
COMMANDE = """
import sys
from datetime import date
from pathlib import Path
from carte_sociale.building import build_site
from carte_sociale.mkdocs_plugin import read_prose

racine, sortie = Path(sys.argv[1]), Path(sys.argv[2])
done = build_site(racine, sortie, lambda: read_prose(racine), date(2031, 5, 17))
sys.exit(any(problem.gravite == "erreur" for problem in done.problemes))
"""


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_the_same_bytes(site_web: Path, tmp_path: Path) -> None:
    """The copy is written in reverse order, so that the order in which a folder lists its files changes nothing."""
    project = tmp_path / "un autre dossier"
    for name in ("mkdocs.yml", "organisations", "content"):
        for source in sorted((p for p in [RACINE / name, *(RACINE / name).rglob("*")] if p.is_file()), reverse=True):
            target = project / source.relative_to(RACINE)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            os.utime(target, (0, 0))
    (project / "theme").symlink_to(RACINE / "theme")
    environment = {**os.environ, "PYTHONHASHSEED": "1234", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"}
    command = [sys.executable, "-c", COMMANDE, str(project), str(tmp_path / "site")]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    assert _digests(tmp_path / "site") == _digests(site_web)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "un autre dossier"]
