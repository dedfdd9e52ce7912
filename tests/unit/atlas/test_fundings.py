"""When fundings end: by year and month, as precise as their source."""

from typing import Any

from carte_sociale.atlas.fundings import Echeance, echeances, sans_fin
from carte_sociale.model.reseau import Projet


def projet(id_: str, *fins: str | None) -> Projet:
    grants: list[dict[str, Any]] = [
        {"type": "subside", "pouvoir": "cocom"} | ({"fin": fin} if fin else {}) for fin in fins
    ]
    parts = {"nom": {"fr": id_}, "resume": {"fr": id_}, "porteur": {"nom": {"fr": "x"}, "lien": "source"}}
    return Projet.model_validate({"id": id_, **parts, "sources": [{"etablit": "tout"}], "financements": grants})


def told(end: Echeance) -> tuple[str, str, str]:
    return end.projet.id, end.fin.iso, end.mois.iso if end.mois else ""


def test_ends_stand_by_year_then_by_date_and_what_is_less_known_comes_last() -> None:
    projets = [
        projet("a", "2026", "2026-06-30"),
        projet("b", "2026-06", None),
        projet("c", "2026-03-01", "2024-12"),
        projet("d", None),
        projet("e"),
    ]
    found = echeances(projets)
    assert {year: list(map(told, ends)) for year, ends in found.items()} == {
        2026: [
            ("c", "2026-03-01", "2026-03"),
            ("a", "2026-06-30", "2026-06"),
            ("b", "2026-06", "2026-06"),
            ("a", "2026", ""),
        ],
        2024: [("c", "2024-12", "2024-12")],
    }  # fmt: skip
    assert list(found) == [2026, 2024]
    assert all(len(end.financements) == 1 for ends in found.values() for end in ends)
    assert [p.id for p in sans_fin(projets)] == ["d", "e"]


def test_fundings_of_a_project_that_end_together_are_one_end() -> None:
    grants = [{"fin": "2026-06"}, {"fin": "2026-06", "renouvellement": "confirme"}, {"fin": "2026-06"}, {"fin": "2026"}]
    parts = {"nom": {"fr": "a"}, "resume": {"fr": "a"}, "porteur": {"nom": {"fr": "x"}, "lien": "source"}}
    a = Projet.model_validate(
        {"id": "a", **parts, "sources": [{"etablit": "tout"}]}
        | {"financements": [{"type": "subside", "pouvoir": "cocom", **grant} for grant in grants]}
    )
    together, apart = echeances([a])[2026]
    assert (together.fin.iso, len(together.financements), apart.fin.iso) == ("2026-06", 3, "2026")
    assert [funding.renouvellement for funding in together.suites] == [None, "confirme"]
