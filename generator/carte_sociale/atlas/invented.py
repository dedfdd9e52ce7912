"""The invented records of the style guide: every state of a page, without a word about a real organisation."""

from collections.abc import Iterable
from typing import Any

from carte_sociale.atlas.atlas import Atlas, atlas_of, entry_maker
from carte_sociale.atlas.entries import Entree
from carte_sociale.loading.records import FicheLue


def invented_atlas(lues: Iterable[FicheLue], atlas: Atlas[Any]) -> Atlas[Entree]:
    """Return an atlas of these records alone, against the data of `atlas`.

    ValueError where a record cannot be read, or does not say that it is invented: nobody may take it for a real one.
    """
    maker = entry_maker(atlas.donnees, atlas.index)
    entrees = []
    for lue in sorted(lues, key=lambda lue: lue.id):
        if lue.fiche is None or not lue.fiche.fictif:
            raise ValueError(f"{lue.document.fichier} : illisible, ou sans `fictif: oui`")
        entrees.append(maker.entry(lue.id, lue.fiche))
    return atlas_of(atlas.donnees, atlas.index, entrees)
