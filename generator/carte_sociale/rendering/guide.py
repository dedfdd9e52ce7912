"""What the theme says of itself, for its style guide: tokens, components with examples, invented records."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.invented import invented_atlas
from carte_sociale.loading.invented import read_invented, read_invented_network
from carte_sociale.pages.guide import Guide
from carte_sociale.pages.tokens import read_tokens

DOSSIER = "guide"
"""Folder of the theme that holds the invented records."""
JETONS = "assets/00-jetons.css"
EXEMPLES = "exemples.html"
"""In the folder of a component: its examples, each a call of the macro `exemple`."""


def read_guide(theme: Path, atlas: Atlas[Any]) -> Guide:
    """Return the guide of a theme.

    OSError where a file cannot be read; ValueError as `invented_atlas` and `read_invented_network`.
    """
    lues, _ = read_invented(theme / DOSSIER, atlas.donnees)
    reseau = read_invented_network(theme / DOSSIER, atlas.donnees)
    return Guide(
        atlas=invented_atlas(lues, replace(atlas, donnees=replace(atlas.donnees, reseau=reseau))),
        jetons=read_tokens((theme / JETONS).read_text(encoding="utf-8")),
        composants=tuple(path.parent.name for path in sorted(theme.glob(f"components/*/{EXEMPLES}"))),
    )
