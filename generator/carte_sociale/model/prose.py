"""A page that somebody wrote in Markdown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prose:
    """One prose page: `chemin` is its file below the language's folder without suffix, `html` its rendered text."""

    langue: str
    chemin: str
    titre: str
    description: str
    html: str
