"""The manifest of a site: the digest of each of its files, so that a copy can be checked with us or without us.

It has the form that `sha256sum --check` reads, under the name that is usual for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from carte_sociale import routes
from carte_sociale.disk import files_below

Empreintes = Mapping[str, str]
"""Digest (SHA-256, hexadecimal) by path relative to the site's folder, `/` between folders."""
_DIGEST = 64


@dataclass(frozen=True, slots=True)
class Ecarts:
    """How a folder differs from its manifest: paths, sorted."""

    manquants: tuple[str, ...]
    alteres: tuple[str, ...]
    etrangers: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.manquants or self.alteres or self.etrangers)


def written(empreintes: Empreintes) -> bytes:
    """Return a manifest as it is written, in the order of paths."""
    return "".join(f"{empreintes[name]}  {name}\n" for name in sorted(empreintes)).encode()


def read_manifest(dossier: Path) -> dict[str, str] | None:
    """Return what a folder's manifest says; None where it has none, or one that cannot be read."""
    try:
        lines = (dossier / routes.MANIFESTE).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    if not lines or any(line[_DIGEST : _DIGEST + 2] != "  " for line in lines):
        return None
    return {line[_DIGEST + 2 :]: line[:_DIGEST] for line in lines}


def differences(dossier: Path, empreintes: Empreintes) -> Ecarts:
    """Return how the files of a folder differ from a manifest, by their content. OSError where one cannot be read."""
    found = {name: entry.is_file(follow_symlinks=False) for name, entry in files_below(dossier)}
    there = {name for name, plain in found.items() if plain}
    foreign = found.keys() - empreintes.keys() - {routes.MANIFESTE}
    altered = (
        name
        for name in there & set(empreintes)
        if sha256((dossier / name).read_bytes()).hexdigest() != empreintes[name]
    )
    return Ecarts(tuple(sorted(set(empreintes) - there)), tuple(sorted(altered)), tuple(sorted(foreign)))
