"""The signs (icons) of cards, told once: each lot of cards would say them all anew, a quarter of what it weighs."""

import re
from dataclasses import dataclass, field

_SIGNE = re.compile(r"<svg .*?</svg>", re.DOTALL)


@dataclass(slots=True)
class Signes:
    """Takes the signs out of cards, and keeps each once."""

    _rangs: dict[str, int] = field(default_factory=dict)

    def apart(self, carte: str) -> str:
        """Return the HTML of a card with `<svg>2</svg>` for the third sign; `cartes.js` puts them back."""
        return _SIGNE.sub(lambda found: f"<svg>{self._rangs.setdefault(found[0], len(self._rangs))}</svg>", carte)

    @property
    def connus(self) -> list[str]:
        """The signs as SVG, by their number."""
        return list(self._rangs)
