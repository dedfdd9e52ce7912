"""A secret address is nowhere but in the file that holds it: not in a message, a log, a cache, a draft or a site.

Records that say `confidentiel` are planted with an address in every way that we could think of; then every byte of
everything that commands print or leave behind is searched, whatever the file is called, packed or pickled or not.
"""

import bz2
import gzip
import lzma
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ..conftest import copier_projet_fictif

CARTE = [sys.executable, "-c", "from carte_sociale.cli import main; main()"]
MOTS = ("zorbalune", "917bis", "quetzalcoatl", "50.8712934", "4.3019283", "xyloquartier", "b-porte-verte")
"""Words of the address, and of the ways to it; looked for whatever their capitals."""
RUE, NUMERO, INDICE, LAT, LON, QUARTIER, PORTE = MOTS
TETE = """\
nom: {fr: Abri inventé, nl: Verzonnen schuilplaats, en: Invented shelter}
nature: maison-d-accueil
fictif: oui
resume: {fr: Un abri inventé., nl: Een verzonnen schuilplaats., en: An invented shelter.}
contacts: {telephones: [{numero: 02 512 00 01}]}
sources: [{url: https://abri.example/}]
"""
SECRET = "confidentiel: oui\n"
BLOC = f"""\
lieux:
  - id: abri
    forme: adresse
    nom: {{fr: "Maison {INDICE}"}}
    adresse:
      rue: {{fr: Impasse Zorbalune}}
      numero: "{NUMERO}"
      complement: {{fr: "{PORTE}"}}
      code_postal: "1083"
      commune: ganshoren
    position: {{lat: {LAT}, lon: {LON}, precision: rue, origine: source}}
    acces_physique: {{chemin: {{fr: "derrière {QUARTIER}"}}}}
"""
EN_MOTS = f'presentation: {{texte: {{fr: "au {NUMERO} rue Zorbalune, sonner chez {INDICE}"}}}}\n'
REGION = "organisations/region/"
PLANTES: dict[str, str | bytes] = {
    REGION + "bloc.yml": TETE + SECRET + BLOC,
    REGION + "drapeau-a-la-fin.yml": TETE + BLOC + SECRET,
    REGION + "drapeau-mal-ecrit.yml": TETE + BLOC + "confidentieel = ja\n",
    REGION + "mots.yml": TETE + SECRET + EN_MOTS,
    REGION + "commentaire.yml": TETE + SECRET + f"# {NUMERO}, rue Zorbalune ({INDICE}, {LAT} {LON}, {QUARTIER})\n",
    REGION + "cle.yml": TETE + SECRET + f"rue_zorbalune_{NUMERO}: {INDICE}\n{QUARTIER}: {{{PORTE}: {LAT}}}\n",
    REGION + "ancre.yml": TETE + SECRET + f"sigle: &zorbalune{NUMERO} {INDICE}\nx: *zorbalune{NUMERO}\n",
    REGION + "etiquette.yml": TETE + SECRET + f"sigle: !zorbalune/{NUMERO} {INDICE}\n",
    REGION + "accolade.yml": TETE + SECRET + BLOC.replace("Zorbalune}", "Zorbalune"),
    REGION + "guillemet.yml": TETE + SECRET + BLOC + EN_MOTS.replace('"}}', "}}"),
    REGION + "deux-points.yml": TETE + SECRET + f"sigle: Rue: Zorbalune: {NUMERO}\n",
    REGION + "tabulation.yml": TETE + SECRET + f"\true: Zorbalune {NUMERO} {INDICE}\n",
    REGION + "conflit.yml": TETE
    + SECRET
    + f"<<<<<<< rue-zorbalune\nsigle: {NUMERO}\n=======\nsigle: b\n>>>>>>> {INDICE}\n",
    REGION + "cle-double.yml": TETE + SECRET + f"sigle: Zorbalune\nsigle: {NUMERO} rue Zorbalune\n",
    REGION + "profond.yml": TETE + SECRET + f"sigle: {'[' * 40}rue Zorbalune {NUMERO}{']' * 40}\n",
    REGION + "invisible.yml": TETE + SECRET + f"sigle: rue Zor\u200bbalune {NUMERO} {INDICE}\n",
    REGION + "ids.yml": TETE
    + SECRET
    + f"anciens_ids: [rue-zorbalune-{NUMERO}]\nrelations: [{{type: finance, vers: {INDICE}}}]\n",
    REGION + "adresse-web.yml": TETE + SECRET + f"ligne_aide: {{chat: 'https://a.be/rue-zorbalune-{NUMERO}'}}\n",
    REGION + "plie.yml": TETE
    + SECRET
    + "presentation:\n  texte:\n    fr: >-\n      dans la rue\n      Zorbalune au\n      917bis\n",
    REGION + "echappe.yml": TETE + SECRET + f'presentation: {{texte: {{fr: "rue \\u005aorbalune {NUMERO}"}}}}\n',
    REGION + "latin.yml": (TETE + SECRET + f"sigle: é rue Zorbalune {NUMERO}\n").encode("latin-1"),
    REGION + "utf16.yml": (TETE + SECRET + EN_MOTS).encode("utf-16"),
    REGION + "utf32.yml": (TETE + SECRET + EN_MOTS).encode("utf-32"),
    REGION + "immense.yml": TETE + SECRET + EN_MOTS + "# a\n" * 30_000,
    REGION + "sans-fin.txt": TETE + SECRET + BLOC,
    "organisations/ganshoren/pas-region.yml": TETE + SECRET + BLOC,
    "organisations/ganshoren/deux-lieux.yml": TETE + BLOC.replace("forme: adresse", "forme: adresse-secrete"),
    f"organisations/ganshoren/abri-rue-zorbalune-{NUMERO}.yml": TETE + SECRET,
    f"organisations/ganshoren/abri-rue-zorbalune-{NUMERO}-casse.yml": TETE + SECRET + "x: [\n",
    f"organisations/ganshoren/abri-rue-zorbalune-{NUMERO}-utf32.yml": (TETE + SECRET).encode("utf-32"),
    f"organisations/ganshoren/abri-rue-zorbalune-{NUMERO}-immense.yml": TETE + SECRET + "# a\n" * 30_000,
    f"organisations/rue-zorbalune-{NUMERO}/abri.yml": TETE + SECRET + BLOC,
    f"organisations/ganshoren/rue-zorbalune/{INDICE}/abri2.yml": TETE + SECRET + BLOC,
}
PAR_ADRESSE = "organisations/ganshoren/voisin.yml"
"""A record of everybody's that is near the secret one: a likely double, a tie to it by its name."""
VOISIN = (
    TETE.replace("Un abri inventé", "Une maison")
    + f"relations: [{{type: finance, vers: abri-rue-zorbalune-{NUMERO}}}]\n"
)


# --- looking everywhere ---------------------------------------------------------------------------------------------


PLATS = (".html", ".css", ".js", ".svg", ".xml", ".txt", ".csv", ".json", ".geojson", ".yml", ".md")
"""Files that are read as they are: what they could hold packed, no browser would unpack."""


def _unpacked(octets: bytes) -> Iterator[bytes]:
    """The bytes, and whatever they hold that was packed in a usual way."""
    yield octets
    for unpack in (bz2.decompress, lzma.decompress, lambda packed: zlib.decompress(packed, -15)):
        try:
            yield unpack(octets)
        except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
            continue
    for start in (found.start() for found in re.finditer(rb"\x1f\x8b\x08|x[\x01\x5e\x9c\xda]", octets)):
        unpacker = zlib.decompressobj(47)  # gzip or zlib, whatever follows
        try:
            yield unpacker.decompress(octets[start:])
        except zlib.error:
            continue


FORMES = {word: [word.encode(code) for code in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le")] for word in MOTS}


def _found(octets: bytes, plain: bool = False) -> set[str]:
    """The words that some bytes hold, in any of the usual encodings; `plain`: nothing in them is packed."""
    found = set()
    for content in [octets] if plain else _unpacked(octets):
        lower = content.lower()
        found |= {word for word, forms in FORMES.items() if any(form in lower for form in forms)}
    return found


def _leaks(folder: Path, sources: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Every file below a folder, but the planted ones, that holds a word, or is named by one."""
    leaks = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if any(source == name or source.startswith(name + "/") for source in sources):
            continue
        leaks += [(name, f"named {word}") for word in _found(os.fsencode(name), plain=True)]
        if path.is_file():
            leaks += [(name, word) for word in sorted(_found(path.read_bytes(), path.suffix in PLATS))]
    return leaks


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
        path.write_bytes(content.encode() if isinstance(content, str) else content)

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
    assert _found(pack("... Rue Zorbalune ...".encode("utf-16"))) == {RUE}
    assert _found(pack(b"nothing at all")) == set()
    if pack in (bytes, gzip.compress, zlib.compress):
        assert _found(b"head" + pack(b"Rue Zorbalune") + b"tail") == {RUE}


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
    assert [_found(said) for said in machine.said if _found(said)] == []
    assert _leaks(machine.folder, sources=frozenset(f"projet/{name}" for name in PLANTES)) == []
    new = {path.relative_to(machine.folder).as_posix() for path in set(machine.folder.rglob("*")) - before}
    assert any(name.startswith("cache/") for name in new), "nothing is kept: is the cache looked at where it is?"


def test_annotations_hold_no_more_than_the_name_of_the_file(machine: Machine) -> None:
    """GitHub shows that name anyway, and finds the line by it."""
    for name, content in PLANTES.items():
        machine.plant(name, content)
    said = machine.run("valider", "--format", "github", "--langue", "nl", status=1).decode()
    assert _found(re.sub(r"(?m)^::(error|warning) file=[^,\n]*,", "", said).encode()) == set()
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
        assert _found(machine.run("valider", "--depuis", "HEAD", "--format", form, status=1)) == set()
    assert _leaks(machine.folder, sources=frozenset(f"projet/{name}" for name in PLANTES)) == []


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
    assert [_found(said) for said in machine.said if _found(said)] == []
    leaks = _leaks(machine.folder, sources=frozenset({f"projet/{REGION}abri-invente.yml"}))
    assert leaks == []


def test_an_address_that_becomes_secret_leaves_with_the_next_build(machine: Machine) -> None:
    """It was public, and must be so no more: not in the site, nor in what is kept for the next one."""
    name = "organisations/ganshoren/abri-invente.yml"
    machine.plant(name, TETE + BLOC)
    machine.construire(status=0)
    assert _leaks(machine.sortie)
    (machine.projet / name).unlink()
    machine.plant(REGION + "abri-invente.yml", TETE + SECRET)
    machine.construire(status=0)
    assert _leaks(machine.sortie) == []
    assert _leaks(machine.folder) == []
