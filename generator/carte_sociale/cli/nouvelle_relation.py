"""The questions of `carte nouvelle relation`: a tie, added to the record of the organisation that declares it."""

from datetime import date

import click

from carte_sociale.asking import choices, final_problems_of_change
from carte_sociale.cli.interview import Ecriture, Entretien
from carte_sociale.cli.questions import asked
from carte_sociale.loading.additions import Inajoutable, with_relation
from carte_sociale.loading.files import bytes_of
from carte_sociale.loading.project import Projet


def ask_relation(projet: Projet, langue: str, aujourdhui: date) -> Ecriture:
    """Ask about a tie, and return the record with it. click.Abort where the user stops."""
    entretien = Entretien(projet, langue, aujourdhui)
    entretien.say("debut-relation")
    de = str(entretien.record("relation-de"))
    options = choices(projet.donnees, "relations", langue)
    relation = {"type": entretien.among(options, "relation-type")}
    relation["vers"] = _other(entretien, de)
    if page := entretien.line(asked("declare-par", langue), required=False):
        relation["declare_par"] = page
    relation["declare_le"] = entretien.line(asked("declare-le", langue), required=False) or aujourdhui.isoformat()
    fichier = next(lue.document.fichier for lue in projet.lues if lue.id == de)
    avant = bytes_of(projet.racine / fichier)
    try:
        contenu, lignes = with_relation(avant, relation)
    except Inajoutable as refused:
        entretien.say("relation-a-la-main", fichier=fichier)
        click.echo(str(refused))
        raise click.Abort from None
    problems = final_problems_of_change(fichier, contenu, projet, aujourdhui)
    return Ecriture(fichier, contenu, problems, avant, lignes)


def _other(entretien: Entretien, de: str) -> str:
    while (vers := str(entretien.record("relation-vers"))) == de:
        entretien.say("relation-avec-soi")
    return vers
