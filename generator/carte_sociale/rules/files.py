"""The file of a record: its folder, its marks."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from carte_sociale.loading.files import FICHES
from carte_sociale.loading.records import FicheLue
from carte_sociale.model.structure import parents_of_key
from carte_sociale.problems import Problem
from carte_sociale.rules.context import Contexte
from carte_sociale.rules.names import is_impossible

REGION = "region"
"""The folder of records that serve the whole Region, or that have no address."""


def folder_of_its_commune(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A record stands in the folder of a commune where it has an address, or in `region`."""
    folders = lue.document.fichier.split("/")[1:-1]
    if lue.document.sensible or any(is_impossible(folder) for folder in folders):
        return
    communes = contexte.donnees.ids("communes")
    lieux = lue.ebauche.lieux if lue.ebauche else ()
    own = list(dict.fromkeys(lieu.adresse.commune for lieu in lieux if lieu.adresse and lieu.adresse.commune))
    if folders and (folders[0] == REGION or folders[0] in own or (folders[0] in communes and not own)):
        return
    near = own or (contexte.donnees.plus_proches("communes", folders[0]) if folders else [])
    proche = f"organisations/{near[0]}/{PurePosixPath(lue.document.fichier).name}" if near else ""
    if folders and folders[0] in communes:
        yield lue.document.a("dossier-autre-commune", 1, 1, proche=proche)
    else:
        yield lue.document.a("dossier-sans-commune", 1, 1, dossier=folders[0] if folders else FICHES, proche=proche)


def fictional_in_production(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """An invented example (`fictif: oui`) never enters a site in production."""
    if contexte.production and lue.ebauche and lue.ebauche.fictif:
        yield lue.document.probleme("fictif-en-production", ("fictif",), sur_cle=True)


def doubt_names_a_key(lue: FicheLue, contexte: Contexte) -> Iterator[Problem]:
    """A doubt says which key it is about, so that the page can show it beside that fact."""
    known = parents_of_key()
    for index, doubt in enumerate(lue.ebauche.doutes if lue.ebauche else ()):
        if doubt.champ.split(".")[-1].split("[")[0] not in known:
            from rapidfuzz import fuzz, process

            best = process.extractOne(doubt.champ, list(known), scorer=fuzz.ratio, score_cutoff=65)
            yield lue.document.probleme(
                "doute-champ-inconnu",
                ("doutes", index, "champ"),
                valeur=doubt.champ,
                proche=best[0] if best else "",
            )


REGLES_FICHE = (folder_of_its_commune, fictional_in_production, doubt_names_a_key)
