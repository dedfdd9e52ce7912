"""A dispositif: a local social-health contract (CLSS), or a plain explanation of a scheme such as the RAQ.

A CLSS quartier is lived territory, not a polygon of the Monitoring: it names the quartiers that it covers as far
as known, and each link says whether a page states it or it was deduced from names.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from carte_sociale.model.territory import Lien, Nom


@dataclass(frozen=True, slots=True)
class QuartierCouvert:
    """A quartier of the Monitoring that the dispositif covers, by its code."""

    code: int
    lien: Lien


@dataclass(frozen=True, slots=True)
class Rattachement:
    """A commune or a bassin of the dispositif, by its slug."""

    slug: str
    lien: Lien


@dataclass(frozen=True, slots=True)
class Source:
    """What a page establishes (in French); `url` is None for a document without a public address."""

    url: str | None
    etablit: str


@dataclass(frozen=True, slots=True)
class Dispositif:
    """What `/LL/dispositifs/<id>/` shows. `explication` holds paragraphs; `doutes` is what nobody confirmed.

    `commune_entiere`: whether it covers its whole commune, not some quartiers. `referente`: the generic mailbox of the
    référente-quartier function, never a person's; None where no page read gives one.
    """

    id: str
    type: Literal["clss", "general"]
    nom: Nom
    resume: Nom
    explication: tuple[Nom, ...]
    commune: Rattachement | None
    quartiers: tuple[QuartierCouvert, ...]
    bassins: tuple[Rattachement, ...]
    sources: tuple[Source, ...]
    doutes: tuple[Nom, ...]
    commune_entiere: bool = False
    referente: str | None = None


def construire_dispositifs(fiches: Iterable[Mapping[str, Any]]) -> tuple[Dispositif, ...]:
    """The dispositifs from their parsed files, sorted by id. Raises KeyError or ValueError on a broken file
    (the project's own; checked by `tests/rules/test_territory_data.py`)."""
    return tuple(sorted((_dispositif(f) for f in fiches), key=lambda d: d.id))


def dispositifs_du_quartier(dispositifs: Iterable[Dispositif], code: int) -> tuple[tuple[Dispositif, Lien], ...]:
    """The dispositifs that cover this quartier, each with how that is known, in the order given."""
    return tuple((d, q.lien) for d in dispositifs for q in d.quartiers if q.code == code)


def dispositifs_de_la_commune(dispositifs: Iterable[Dispositif], slug: str) -> tuple[tuple[Dispositif, Lien], ...]:
    """The dispositifs of a commune, whole or in part, each with how that is known, in the order given."""
    return tuple((d, d.commune.lien) for d in dispositifs if d.commune and d.commune.slug == slug)


def _dispositif(f: Mapping[str, Any]) -> Dispositif:
    commune = f.get("commune")
    return Dispositif(
        id=f["id"],
        type=f["type"],
        nom=f["nom"],
        resume=f["resume"],
        explication=tuple(f.get("explication", ())),
        commune=Rattachement(commune["slug"], commune["lien"]) if commune else None,
        quartiers=tuple(QuartierCouvert(int(q["code"]), q["lien"]) for q in f.get("quartiers", ())),
        bassins=tuple(Rattachement(b["slug"], b["lien"]) for b in f.get("bassins", ())),
        sources=tuple(Source(s.get("url"), s["etablit"]) for s in f["sources"]),
        doutes=tuple(f.get("doutes", ())),
        commune_entiere=commune is not None and commune.get("entiere") == "oui",
        referente=f.get("referente"),
    )
