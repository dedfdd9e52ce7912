"""A cursor over the tokens of an OSM string: (kind, text, start, end)."""

import re

from .resultats import Code, Incompris

_JETON = re.compile(
    r"""(?P<blanc>\s+)
    |(?P<toujours>24/7)
    |(?P<heure>\d{1,2}:\d{2}(?!\d))
    |(?P<annee>(?:19|20)\d{2}(?!\d))
    |(?P<nombre>\d{1,2}(?!\d|:\d))
    |(?P<mot>[A-Za-z]+)
    |(?P<remarque>"[^"]*")
    |(?P<tiret>[-–—])
    |(?P<signe>[,;:\[\]])
    """,
    re.VERBOSE,
)


class Lecteur:
    """A cursor over the tokens: (kind, text, start, end)."""

    def __init__(self, texte: str) -> None:
        self.texte = texte
        self.jetons: list[tuple[str, str, int, int]] = []
        place = 0
        while place < len(texte):
            trouve = _JETON.match(texte, place)
            if trouve is None:
                raise Incompris(Code.INCONNU, place, _fin_de_mot(texte, place))
            if trouve.lastgroup != "blanc":
                self.jetons.append((trouve.lastgroup or "", trouve.group(), place, trouve.end()))
            place = trouve.end()
        self.rang = 0

    def voir(self, pas: int = 0) -> tuple[str, str]:
        """Kind and lower-case text of a coming token, ("fin", "") past the end."""
        if self.rang + pas >= len(self.jetons):
            return "fin", ""
        genre, texte = self.jetons[self.rang + pas][:2]
        return genre, texte.lower()

    def place(self) -> int:
        """Where the coming token starts."""
        return self.jetons[self.rang][2] if self.rang < len(self.jetons) else len(self.texte)

    def fin_precedente(self) -> int:
        """Where the last token read ends."""
        return self.jetons[self.rang - 1][3] if self.rang else 0

    def prendre(self, *textes: str) -> bool:
        """Reads the coming token if it is one of these signs or words."""
        genre, texte = self.voir()
        if genre in ("signe", "mot", "tiret") and ("-" if genre == "tiret" else texte) in textes:
            self.rang += 1
            return True
        return False

    def refuser(self, code: Code = Code.INCONNU, *suggestions: str) -> Incompris:
        """The failure at the coming token."""
        debut = self.place()
        fin = self.jetons[self.rang][3] if self.rang < len(self.jetons) else debut
        return Incompris(code, debut, fin, *suggestions)


def _fin_de_mot(texte: str, place: int) -> int:
    trouve = re.compile(r"[\w'’]+|\S").match(texte, place)
    return trouve.end() if trouve else place + 1
