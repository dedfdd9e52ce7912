"""What our browser code says of values of opening hours, beside what npm's opening_hours says.

**Ours** is `theme/scripts/lib/horaire.js`, run by Node, on what the generator understands of a value and packs.

**Unmentioned public holidays.** By our own rule a holiday that a record does not mention is unknown, while OSM has it
an ordinary day. They are compared before that rule: a value without `PH` is compiled for a calendar without holidays.
A value with `PH` keeps the rule, which makes a holiday unknown where a rule of ordinary days decides of it.

**School holidays.** opening_hours has a calendar of its own, which ends before ours and differs from it in places.
What is compared is how `SH` is read, so both get the same one: a value with `SH` is compiled for the days that
opening_hours itself calls school holidays, and asked within the years that it knows. Our dates have their own tests.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import groupby
from pathlib import Path
from typing import Any

from instants import UN_JOUR, Jours, tirer

from carte_sociale.horaires import Compris, Feries, NonCompris, Periode, Vacances, comprendre_osm, paquet

ICI = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")
LIEU = {"lat": 50.8466, "lon": 4.3528, "address": {"country_code": "be", "country": "Belgium", "state": "FR"}}
"""Brussels, as opening_hours wants a place; the state is whose school holidays it follows."""


@dataclass(frozen=True)
class Comparee:
    """A value asked: `instants` in minutes since 1970, and a letter for each (o open, n closed, i unknown) in `nous`
    and `eux`, where ``?`` stands for school holidays that opening_hours does not know.

    `refus` is why we do not understand the value; `erreur`, why opening_hours does not read it (then `eux` is empty).
    """

    valeur: str
    instants: list[int]
    nous: str
    eux: str
    refus: NonCompris | None
    erreur: str


def comparer(valeurs: Iterable[str], nombre: int, feries: Feries) -> list[Comparee]:
    """Return each value asked at `nombre` instants of the days that `feries` covers."""
    scolaires = _vacances_de_l_oracle(feries)
    cas, refus, tires = [], [], []
    for valeur in valeurs:
        compris = comprendre_osm(valeur)
        lu = compris if isinstance(compris, Compris) else None
        sans_feries = replace(feries, jours={})
        connus = feries if lu and lu.mentionne_feries else sans_feries
        vacances = scolaires if lu and lu.mentionne_vacances else None
        du, au = (max(feries.du, scolaires.du), scolaires.au) if vacances else (feries.du, feries.au)
        # A day hangs on the two before it and on the next.
        instants = tirer(valeur, Jours(du + 2 * UN_JOUR, au - UN_JOUR, feries.jours), nombre)
        refus.append(compris if isinstance(compris, NonCompris) else None)
        tires.append(instants)
        cas.append(
            {
                "valeur": valeur,
                "paquet": lu and paquet(lu.osm, du, au, connus, vacances, ()),
                "feries": {jour.isoformat(): id_ for jour, id_ in connus.jours.items()},
                "instants": instants,
            }
        )
    return [
        Comparee(un["valeur"], instants, dit["nous"], dit.get("eux", ""), pourquoi, dit.get("erreur", ""))
        for un, instants, pourquoi, dit in zip(cas, tires, refus, _demander(cas), strict=True)
    ]


def _vacances_de_l_oracle(feries: Feries) -> Vacances:
    """The days that opening_hours calls school holidays, over the years that it knows."""
    jours = [date.fromordinal(n) for n in range(feries.du.toordinal(), feries.au.toordinal() + 1)]
    midis = [int(datetime.combine(jour, time(11), UTC).timestamp()) // 60 for jour in jours]
    dit = _demander([{"valeur": "SH", "paquet": None, "feries": {}, "instants": midis}])[0]["eux"]
    connus = dit.index("?") if "?" in dit else len(dit)
    suites = [list(suite) for lettre, suite in groupby(range(connus), lambda rang: dit[rang]) if lettre == "o"]
    periodes = tuple(Periode("sh", jours[suite[0]], jours[suite[-1]]) for suite in suites)
    return Vacances("fr", jours[0], jours[connus - 1], periodes)


def _demander(cas: list[dict[str, Any]]) -> list[dict[str, str]]:
    done = subprocess.run(
        [str(NODE), str(ICI / "etats.mjs")],
        input=json.dumps({"lieu": LIEU, "cas": cas}),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TZ": "Europe/Brussels"},
    )
    dits: list[dict[str, str]] = json.loads(done.stdout)
    return dits
