"""The invented records of the style guide: every state of a page, without a word about a real organisation."""

from collections.abc import Iterable

from carte_sociale.atlas.atlas import Atlas, entry_maker
from carte_sociale.loading.records import FicheLue


def invented_atlas(lues: Iterable[FicheLue], atlas: Atlas) -> Atlas:
    """Return an atlas of these records alone, against the data of `atlas`.

    ValueError where a record cannot be read, or does not say that it is invented: nobody may take it for a real one.
    """
    maker = entry_maker(atlas.donnees, atlas.index)
    entrees = []
    for lue in sorted(lues, key=lambda lue: lue.id):
        if lue.fiche is None or not lue.fiche.fictif:
            raise ValueError(f"{lue.document.fichier} : illisible, ou sans `fictif: oui`")
        entrees.append(maker.entry(lue.id, lue.fiche))
    return Atlas(atlas.donnees, atlas.index, tuple(entrees))
