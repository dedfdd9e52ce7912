"""An address that must stay secret, written in every way that we could think of; and how to find it again anywhere."""

import bz2
import lzma
import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

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


def as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


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


def found_in(octets: bytes, plain: bool = False) -> set[str]:
    """The words that some bytes hold, in any of the usual encodings; `plain`: nothing in them is packed."""
    found = set()
    for content in [octets] if plain else _unpacked(octets):
        lower = content.lower()
        found |= {word for word, forms in FORMES.items() if any(form in lower for form in forms)}
    return found


def leaks_below(folder: Path, sources: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Every file below a folder, but the planted ones, that holds a word, or is named by one."""
    leaks = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if any(source == name or source.startswith(name + "/") for source in sources):
            continue
        leaks += [(name, f"named {word}") for word in found_in(os.fsencode(name), plain=True)]
        if path.is_file():
            leaks += [(name, word) for word in sorted(found_in(path.read_bytes(), path.suffix in PLATS))]
    return leaks
