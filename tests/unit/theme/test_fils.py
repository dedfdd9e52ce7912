"""The boxes that choose kinds of ties work by rules of the style sheet, one a kind: every kind has its own."""

import re

from carte_sociale.loading.project import Donnees
from carte_sociale.rendering.places import theme_folder


def test_every_kind_of_tie_can_be_chosen(donnees: Donnees) -> None:
    sheet = (theme_folder() / "components" / "fils" / "fils.css").read_text(encoding="utf-8")
    rules = re.findall(r'\[value="([\w-]+)"\]:not\(:checked\)\) \.sorte-([\w-]+)', sheet)
    kinds = donnees.vocabulaires["relations"].ids
    assert rules == [(kind, kind) for kind in kinds]
