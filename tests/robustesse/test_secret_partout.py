"""A secret address is nowhere but in the file that holds it: not in a message, a log, a cache, a draft or a site.

Records that say `confidentiel` are planted with an address in every way that we could think of; then every byte of
everything that commands print or leave behind is searched, whatever the file is called, packed or pickled or not.
"""

import bz2
import gzip
import lzma
import os
import random
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from carte_sociale.loading.text import TAILLE_MAX
from carte_sociale.reports import FORMATS, Bilan

from ..conftest import CARTE, copier_projet_fictif
from .adresse_secrete import (
    BLOC,
    INDICE,
    NUMERO,
    PAR_ADRESSE,
    PLANTES,
    PORTE,
    QUARTIER,
    REGION,
    RUE,
    SECRET,
    TETE,
    VOISIN,
    as_bytes,
    found_in,
    leaks_below,
)
from .controle import problems_of
from .mutations import OCTETS

TOURS = 300 + int(os.environ.get("CARTE_MUTATIONS", "0")) // 5


class Machine:
    """A project on a machine of its own: home, cache and temporary folders are looked at as well."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.projet = folder, copier_projet_fictif(folder / "projet")
        (self.projet / "organisations/region/refuge-des-ormes.yml").unlink()
        self.sortie = folder / "publie" / "site"
        for name in ("home", "cache", "tmp"):
            (folder / name).mkdir()
        self.said: list[bytes] = []

    def plant(self, name: str, content: str | bytes) -> None:
        path = self.projet / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes(content))

    def run(self, *arguments: str, status: int, program: list[str] = CARTE) -> bytes:
        environment = {
            **os.environ, "HOME": str(self.folder / "home"), "XDG_CACHE_HOME": str(self.folder / "cache"),
            "TMPDIR": str(self.folder / "tmp"), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "200",
        }  # fmt: skip
        done = subprocess.run([*program, *arguments], cwd=self.projet, env=environment, capture_output=True)
        assert done.returncode == status, (arguments, done.stderr[-2000:])
        assert b"Traceback" not in done.stderr
        self.said.append(done.stdout + done.stderr)
        return done.stdout + done.stderr

    def construire(self, status: int) -> bytes:
        return self.run("construire", "--sortie", str(self.sortie), "--date", "2026-11-30", status=status)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zlib.compress, bz2.compress, lzma.compress])
def test_the_search_finds_what_is_packed(pack: Callable[[bytes], bytes]) -> None:
    assert found_in(pack("... Rue Zorbalune ...".encode("utf-16"))) == {RUE}
    assert found_in(pack(b"nothing at all")) == set()
    if pack in (bytes, gzip.compress, zlib.compress):
        assert found_in(b"head" + pack(b"Rue Zorbalune") + b"tail") == {RUE}


# --- a build that is refused ----------------------------------------------------------------------------------------


def test_a_refused_project_says_and_leaves_nothing_of_it(machine: Machine) -> None:
    machine.construire(status=0)
    before = set(machine.folder.rglob("*"))
    for name, content in PLANTES.items():
        machine.plant(name, content)
    machine.plant(PAR_ADRESSE, VOISIN.replace(f"abri-rue-zorbalune-{NUMERO}", "abri-inconnu"))
    site = (machine.sortie / "index.html").read_bytes()
    for langue, form in (("fr", "texte"), ("nl", "texte"), ("en", "texte"), ("nl", "json"), ("en", "markdown")):
        machine.run("valider", "--langue", langue, "--format", form, status=1)
    machine.run("valider", "--format", "texte", REGION, status=1)
    said = machine.construire(status=1) + machine.construire(status=1)
    assert b"non construit" in said
    assert (machine.sortie / "index.html").read_bytes() == site
    assert [found_in(said) for said in machine.said if found_in(said)] == []
    assert leaks_below(machine.folder, sources=frozenset(f"projet/{name}" for name in PLANTES)) == []
    new = {path.relative_to(machine.folder).as_posix() for path in set(machine.folder.rglob("*")) - before}
    assert any(name.startswith("cache/") for name in new), "nothing is kept: is the cache looked at where it is?"


def test_annotations_hold_no_more_than_the_name_of_the_file(machine: Machine) -> None:
    """GitHub shows that name anyway, and finds the line by it."""
    for name, content in PLANTES.items():
        machine.plant(name, content)
    said = machine.run("valider", "--format", "github", "--langue", "nl", status=1).decode()
    assert found_in(re.sub(r"(?m)^::(error|warning) file=[^,\n]*,", "", said).encode()) == set()
    refused = set(re.findall(r"::error file=([^,]+),", said))
    assert {name for name in PLANTES if name.endswith(".yml")} - refused == set()
    assert re.search(r"file=organisations/region/sans-fin.txt,[^:]*,title=secret-douteux::", said)


def test_what_a_change_brought_in_says_no_more(machine: Machine) -> None:
    def git(*arguments: str) -> None:
        machine.run("-c", "user.name=a", "-c", "user.email=a@b.be", *arguments, status=0, program=["git"])

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "start")
    for name, content in PLANTES.items():
        machine.plant(name, content)
    for form in ("texte", "json", "markdown"):
        assert found_in(machine.run("valider", "--depuis", "HEAD", "--format", form, status=1)) == set()
    assert leaks_below(machine.folder, sources=frozenset(f"projet/{name}" for name in PLANTES)) == []


def test_no_slip_of_the_pen_makes_a_message_repeat_it() -> None:
    """Bytes cut, doubled, saved otherwise: as long as the flag stands somewhere, nothing of the file is repeated."""
    names = sorted(name for name in PLANTES if name.endswith(".yml") and "immense" not in name)
    looked_at = 0
    for seed in range(TOURS):
        rng = random.Random(seed)
        name = rng.choice(names)
        octets = as_bytes(PLANTES[name])
        for _ in range(rng.randint(1, 5)):
            octets = rng.choice(OCTETS)(rng, octets)[:TAILLE_MAX]
        flag = octets.replace(b"\0", b"").find(b"confidentiel: oui")
        if flag < 0 or b"#" in octets.replace(b"\0", b"")[:flag].split(b"\n")[-1]:
            continue  # gone, or in a comment
        looked_at += 1
        problems = [problem for problem in problems_of(octets, name)[1] if problem.fichier == name]
        for form in ("texte", "json", "markdown"):
            report = FORMATS[form](Bilan(1, problems), ("fr", "nl", "en")[seed % 3])
            assert found_in(report.encode(), plain=True) == set(), (seed, name, form)
    assert looked_at > TOURS / 2


# --- a build that is made -------------------------------------------------------------------------------------------

VALABLE = (
    TETE.replace(
        "contacts: {telephones: [{numero: 02 512 00 01}]}",
        f"contacts: {{telephones: [{{numero: 02 512 00 01}}], courriels: [{{adresse: {INDICE}@abri.example}}], "
        f"site: 'https://{QUARTIER}.example/'}}",
    )
    + SECRET
    + f"""\
lieux: [{{id: {PORTE}, forme: adresse-secrete}}]
services:
  - id: lit
    nom: {{fr: Un lit, nl: Een bed, en: A bed}}
    themes: [violences-conjugales]
    contacts: {{courriels: [{{adresse: {RUE}@abri.example}}]}}
"""
)
"""Valid: what the record gives beside its phone stays in its file."""


def test_a_site_shows_its_phone_alone(machine: Machine) -> None:
    machine.plant(REGION + "abri-invente.yml", VALABLE)
    machine.run("valider", status=0)
    machine.construire(status=0)
    machine.construire(status=0)
    page = machine.sortie / "fr/organisations/abri-invente/index.html"
    assert b"tel:+3225120001" in page.read_bytes()
    assert [found_in(said) for said in machine.said if found_in(said)] == []
    leaks = leaks_below(machine.folder, sources=frozenset({f"projet/{REGION}abri-invente.yml"}))
    assert leaks == []
    kept = [path for path in (machine.folder / "cache").rglob("*") if path.is_file()]
    assert any(b"512 00 00" in path.read_bytes() for path in kept), "nothing is kept of the others either"
    assert [path for path in kept if b"+3225120001" in path.read_bytes()] == []


def test_an_address_that_becomes_secret_leaves_with_the_next_build(machine: Machine) -> None:
    """It was public, and must be so no more: not in the site, nor in what is kept for the next one."""
    name = "organisations/ganshoren/abri-invente.yml"
    machine.plant(name, TETE + BLOC)
    machine.construire(status=0)
    assert leaks_below(machine.sortie)
    usb = ("construire", "--edition", "cle-usb", "--sortie", str(machine.folder / "usb"), "--date", "2026-11-30")
    machine.run(*usb, status=0)
    shutil.rmtree(machine.folder / "usb")
    (machine.projet / name).unlink()
    machine.plant(REGION + "abri-invente.yml", TETE + SECRET)
    machine.construire(status=0)
    assert leaks_below(machine.sortie) == []
    assert leaks_below(machine.folder) == []
