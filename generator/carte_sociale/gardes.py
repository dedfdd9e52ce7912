"""What a build keeps for the next one of the same edition and languages, and what it must not keep."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from carte_sociale.keeping import clear, reserved
from carte_sociale.producing import Produit
from carte_sociale.reading import RELEVES
from carte_sociale.search.hours import Regle

GARDE, GABARITS = "garde", "gabarits"
"""Names of what is kept, beside the packs of fragments."""
_PACKS_MAX = 12
"""Packs of fragments that are kept; beyond, what the smallest ones hold is made again, into one."""


@dataclass(slots=True)
class Garde:
    """What a build keeps for the next: products by file, mark and digest by shared page or table, packs of hours.

    Of a sensitive record nothing is kept but the digest of its file.
    """

    produits: Mapping[str, Produit] = field(default_factory=dict)
    pages: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    paquets: Mapping[Regle, bytes] = field(default_factory=dict)
    secrets: frozenset[bytes] = frozenset()


def few_packs(produits: Mapping[str, Produit]) -> dict[str, Produit]:
    """Return the products to keep: not those of sensitive records, and those of the packs that serve most."""
    kept = {fichier: produit for fichier, produit in produits.items() if not produit.releve.faits.sensible}
    best = {pack for pack, _ in _packs_of(kept.values()).most_common(_PACKS_MAX)}
    return {f: p for f, p in kept.items() if not p.donnees or p.donnees[0][0] in best}


def tidy(dossier: Path, garde: Garde) -> None:
    """Leave in a kept folder nothing but what is needed: packs of sensitive records go here, and what a kill left."""
    clear(dossier, {GARDE, GABARITS, *_packs_of(garde.produits.values())})


def forget_elsewhere(dossier: Path) -> None:
    """Erase what other editions and languages keep of the project, and what was read of its records."""
    (dossier.parent / RELEVES).unlink(missing_ok=True)
    for other in dossier.parent.iterdir():
        if other.is_dir() and other != dossier:
            with reserved(other) as alone:
                if alone:
                    clear(other)


def _packs_of(produits: Iterable[Produit]) -> Counter[str]:
    """Return how many products each pack serves: a product's pieces are all in one."""
    return Counter(produit.donnees[0][0] for produit in produits if produit.donnees)
