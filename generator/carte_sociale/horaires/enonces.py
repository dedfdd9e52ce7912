"""What the grammar hands to the composition: days that a text names, and statements about them."""

from dataclasses import dataclass, field

from .regles import PlageDates


@dataclass(frozen=True, slots=True)
class Choix:
    """Days that a text names: of the week, nth of the month, public or school holidays, dates."""

    jours: frozenset[int] = frozenset()
    rangs: tuple[tuple[int, tuple[int, ...]], ...] = ()
    feries: bool = False
    vacances: bool = False
    dates: tuple[PlageDates, ...] = ()
    place: tuple[int, int] = field(default=(0, 0), compare=False)

    @property
    def ordinaire(self) -> bool:
        """Whether it names days of the week."""
        return bool(self.jours or self.rangs)


@dataclass(frozen=True, slots=True)
class Enonce:
    """One statement. ``heures`` is empty when it closes. ``limite``: the weekdays to which a closure is bound."""

    choix: Choix
    heures: tuple[tuple[int, int], ...] = ()
    en_vacances: bool = False
    aussi: bool = False
    limite: frozenset[int] = frozenset()
    meme_feries: bool = False
    meme_vacances: bool = False
    saison_sous_entendue: bool = False
