"""Dispositifs: what joins services over a territory, by type, and the schemes behind them, in plain words."""

from collections.abc import Iterator
from typing import Any

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.atlas.order import sort_key
from carte_sociale.model.dispositif import EXPLICATION
from carte_sociale.pages.network import by_name, records_of
from carte_sociale.pages.page import Page
from carte_sociale.routes import address


def pages(atlas: Atlas[Any], langue: str) -> Iterator[Page]:
    """Yield the list of dispositifs and the page of each."""
    territoire = atlas.donnees.territoire
    all_of_them = atlas.donnees.reseau.dispositifs
    yield Page(
        address("dispositifs", langue),
        langue,
        "dispositifs",
        "pages/dispositifs.html",
        {
            "types": [
                (terme, sorted((d for d in all_of_them if d.type == terme.id), key=lambda d: sort_key(d.nom[langue])))
                for terme in sorted(atlas.donnees.vocabulaires["dispositifs_types"], key=lambda t: t.id != EXPLICATION)
            ],
        },
    )
    for dispositif in all_of_them:
        covered = [(territoire.quartier_par_slug(q.quartier), q.lien) for q in dispositif.quartiers]
        here = {e.id: e for quartier, _ in covered if quartier for e in atlas.par_quartier[quartier.code]}
        yield Page(
            address("dispositif", langue, dispositif.id),
            langue,
            "dispositif",
            "pages/dispositif.html",
            {
                "dispositif": dispositif,
                "quartiers": covered,
                "commune": territoire.commune(dispositif.commune.slug) if dispositif.commune else None,
                "bassins": [(territoire.bassin(b.slug), b.lien) for b in dispositif.bassins],
                "entrees": atlas.par_nom(here.values(), langue),
                "comparaisons": atlas.comparaisons_de(("dispositifs", dispositif.id), ("types", dispositif.type)),
                "fiches": records_of(atlas, [dispositif]),
                **_of_it(atlas, dispositif.id, langue),
            },
        )


def _of_it(atlas: Atlas[Any], id_: str, langue: str) -> dict[str, Any]:
    """The projects, poolings and meetings that belong to a dispositif."""
    reseau = atlas.donnees.reseau
    return {
        "projets": by_name((p for p in reseau.projets if p.dispositif == id_), langue),
        "mutualisations": by_name((m for m in reseau.mutualisations if m.dispositif == id_), langue),
        "rencontres": by_name((r for r in reseau.rencontres if r.dispositif == id_), langue),
        "fiches_du_reseau": records_of(
            atlas, [e for e in (*reseau.projets, *reseau.mutualisations, *reseau.rencontres) if e.dispositif == id_]
        ),
    }
