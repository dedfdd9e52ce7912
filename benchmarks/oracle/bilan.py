"""What comparisons come to, counted and said in French.

Each instant of each value is one of: **agreed**, the same open or closed in both; **unknown**, when ours says so,
whatever opening_hours says, values that we do not understand included; **disagreed**, when ours says open or closed and
opening_hours anything else, its own "unknown" too; a **known fault** (`ecarts.py`), which would be a disagreement; or
**unjudged**, when ours answers and opening_hours does not read the value, or has no school holidays for that year.
The last two are counted apart: nothing proves them, nothing refutes them.

Where opening_hours says unknown too (an open end, words in quotes without `open` or `off`), ours owes no answer; such
instants still count as unknown against the limit, and are told apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from comparaison import Comparee
from ecarts import ECARTS, ecart

from carte_sociale.horaires import BRUXELLES, NonCompris, comprendre

INCONNU_MAX = 0.03
"""The share of instants of distinct values that ours may leave unknown."""
MOTS = {"o": "ouvert", "n": "fermé", "i": "inconnu"}
MONTRES = 3
_ORIGINE = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class Bilan:
    """Counts of instants, and the values behind them; `pondere` is the share unknown by how often values stand."""

    valeurs: int = 0
    instants: int = 0
    accords: Counter[str] = field(default_factory=Counter)
    inconnus: int = 0
    inconnus_des_deux: int = 0
    pondere: float = 0.0
    sans_juge: int = 0
    ecarts: Counter[str] = field(default_factory=Counter)
    desaccords: dict[str, list[tuple[datetime, str, str]]] = field(default_factory=lambda: defaultdict(list))
    douteuses: Counter[str] = field(default_factory=Counter)
    refusees: list[tuple[str, NonCompris]] = field(default_factory=list)
    non_lues: list[tuple[str, str]] = field(default_factory=list)
    a_la_lettre: int = 0

    @property
    def part_inconnue(self) -> float:
        """The share of instants left unknown, each distinct value counting once."""
        return self.inconnus / self.instants

    @property
    def tenu(self) -> bool:
        """Whether nothing disagrees, and no more is unknown than may be."""
        return not self.desaccords and self.part_inconnue <= INCONNU_MAX


def compter(comparees: Sequence[Comparee], nombres: Mapping[str, int]) -> Bilan:
    """Return the counts; `nombres` says how often each value stands."""
    bilan = Bilan(valeurs=len(comparees))
    pese = 0
    for comparee in comparees:
        valeur, refus = comparee.valeur, comparee.refus
        if refus is not None:
            bilan.refusees.append((valeur, refus))
        elif isinstance(comprendre(valeur), NonCompris):
            bilan.a_la_lettre += 1
        if comparee.erreur:
            bilan.non_lues.append((valeur, comparee.erreur))
        _compter_les_instants(bilan, comparee)
        inconnus = comparee.nous.count("i")
        if inconnus and refus is None:
            bilan.douteuses[valeur] = inconnus
        pese += nombres[valeur] * inconnus
    bilan.pondere = pese / sum(nombres[c.valeur] * len(c.instants) for c in comparees)
    return bilan


def _compter_les_instants(bilan: Bilan, comparee: Comparee) -> None:
    eux = comparee.eux or "?" * len(comparee.nous)
    for minute, nous, leur in zip(comparee.instants, comparee.nous, eux, strict=True):
        bilan.instants += 1
        ici = (_ORIGINE + timedelta(minutes=minute)).astimezone(BRUXELLES)
        if nous == "i":
            bilan.inconnus += 1
            bilan.inconnus_des_deux += leur == "i"
        elif leur == "?":
            bilan.sans_juge += 1
        elif nous == leur:
            bilan.accords[nous] += 1
        elif connu := ecart(comparee.valeur, ici):
            bilan.ecarts[connu.nom] += 1
        else:
            bilan.desaccords[comparee.valeur].append((ici, nous, leur))


def dire(bilan: Bilan) -> Iterator[str]:
    """Yield the lines of the report."""
    accords = sum(bilan.accords.values())
    yield f"{_n(bilan.valeurs)} valeurs, {_n(bilan.instants)} instants"
    yield f"  d'accord            {_n(accords):>9}  ({_n(bilan.accords['o'])} ouverts, {_n(bilan.accords['n'])} fermés)"
    yield f"  pas d'accord        {_n(sum(map(len, bilan.desaccords.values()))):>9}"
    yield f"  inconnus chez nous  {_n(bilan.inconnus):>9}  {_p(bilan.part_inconnue)}, au plus {_p(INCONNU_MAX)}"
    yield f"    si chaque valeur compte autant de fois qu'elle est écrite : {_p(bilan.pondere)}"
    yield f"    dont opening_hours ne sait pas non plus : {_n(bilan.inconnus_des_deux)}"
    yield f"  fautes connues      {_n(bilan.ecarts.total()):>9}"
    yield f"  sans juge           {_n(bilan.sans_juge):>9}"
    yield f"Lues à la lettre d'OSM, que `carte valider` refuserait dans une fiche : {_n(bilan.a_la_lettre)} valeurs"
    yield from _dire_les_valeurs(bilan)
    yield "Tenu." if bilan.tenu else "Pas tenu."


def _dire_les_valeurs(bilan: Bilan) -> Iterator[str]:
    for connu in ECARTS:
        if nombre := bilan.ecarts[connu.nom]:
            yield f"\nFaute connue d'opening_hours, {connu.nom} : {_n(nombre)} instants"
            yield f"  {connu.raison}"
    if bilan.refusees:
        part = len(bilan.refusees) / bilan.valeurs
        yield f"\nQue nous ne comprenons pas : {_n(len(bilan.refusees))} valeurs ({_p(part)})"
        for valeur, refus in sorted(bilan.refusees, key=lambda une: (une[1].code, une[0])):
            yield f"  {refus.code:18} {valeur}"
    if bilan.douteuses:
        yield f"\nComprises, inconnues par moments : {_n(len(bilan.douteuses))} valeurs (nombre d'instants)"
        for valeur, nombre in bilan.douteuses.most_common():
            yield f"  {nombre:4} {valeur}"
    if bilan.non_lues:
        yield f"\nQu'opening_hours ne lit pas : {_n(len(bilan.non_lues))} valeurs"
        for valeur, erreur in bilan.non_lues:
            yield f"  {valeur}\n    {erreur.strip().splitlines()[0][:160]}"
    if bilan.desaccords:
        yield f"\nPas d'accord : {_n(len(bilan.desaccords))} valeurs"
        for valeur, instants in sorted(bilan.desaccords.items(), key=lambda un: (-len(un[1]), un[0])):
            yield f"  {valeur} : {_n(len(instants))} instants"
            for ici, nous, leur in instants[:MONTRES]:
                yield f"    {ici:%a %Y-%m-%d %H:%M%z}  nous : {MOTS[nous]} ; opening_hours : {MOTS[leur]}"
    yield ""


def _n(nombre: int) -> str:
    return f"{nombre:,}".replace(",", "\u202f")


def _p(part: float) -> str:
    return f"{100 * part:.2f}\u00a0%".replace(".", ",")
