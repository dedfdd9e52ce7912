"""`carte nouvelle`: asks, then writes a valid file; the questions on a record."""

from datetime import date
from pathlib import Path

import click

from carte_sociale.asking import REGION, as_yaml, choices, final_problems, taken_ids
from carte_sociale.cli.interview import Ecriture, Entretien
from carte_sociale.cli.nouvelle_relation import ask_relation
from carte_sociale.cli.nouvelle_reseau import ask_element
from carte_sociale.cli.questions import asked
from carte_sociale.cli.shared import find_project, loaded, readable, shared_options
from carte_sociale.explaining import explain
from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.files import FICHES, FichierChange
from carte_sociale.loading.project import read_project
from carte_sociale.problems import Gravite, Problem
from carte_sociale.reports import Bilan, as_text

FICHE, RELATION = "fiche", "relation"
SORTES = (FICHE, "projet", RELATION, "mutualisation", "rencontre")
"""What may be asked for, in the order in which it is offered."""
_SANS_HOTE = ("dans-un-autre-lieu",)
"""Forms of a place that need another record: for later, in the file."""


@click.command(short_help="Pose des questions, puis écrit un fichier valide.")
@click.argument("sorte", type=click.Choice(SORTES), required=False, metavar="[SORTE]")
@shared_options
@click.pass_context
def nouvelle(contexte: click.Context, sorte: str | None, projet: Path, langue: str, aujourdhui: date) -> None:
    """Pose quelques questions, puis écrit un fichier valide. Ctrl-C : rien n'est écrit.

    SORTE : fiche, projet, relation, mutualisation ou rencontre ; demandée si rien n'est dit. Une relation s'ajoute à
    la fiche de l'organisation qui la déclare, le reste de la fiche ne change pas. Aucun fichier n'est écrasé.
    """
    racine = find_project(projet, langue)
    project = loaded(read_project, racine, langue)
    try:
        sorte = sorte or Entretien(project, langue, aujourdhui).sorte(SORTES)
        if sorte == RELATION:
            writing = ask_relation(project, langue, aujourdhui)
        elif sorte == FICHE:
            name, content = _Interview(project, langue, aujourdhui).run()
            writing = Ecriture(name, content, final_problems(name, content, project, aujourdhui))
        else:
            writing = ask_element(sorte, project, langue, aujourdhui)
    except click.Abort:
        click.echo("\n" + asked("rien-ecrit", langue), err=True)
        contexte.exit(1)
    if any(problem.gravite is Gravite.ERREUR for problem in writing.problemes):
        click.echo(as_text(Bilan(1, writing.problemes), langue), err=True)
        click.echo(asked("reste-faux", langue), err=True)
        click.echo(writing.montre)
        contexte.exit(1)
    with readable(langue):
        if writing.avant is None:
            _write(racine / writing.fichier, writing.contenu)
        else:
            _rewrite(racine / writing.fichier, writing.avant, writing.contenu)
    if writing.problemes:
        click.echo(as_text(Bilan(1, writing.problemes), langue))
    click.echo(asked("ecrit", langue, fichier=writing.fichier))


def _rewrite(path: Path, before: bytes, content: bytes) -> None:
    """Put a record in the place of what it was, unless it is no longer that; whole or not at all."""
    if path.read_bytes() != before:
        raise FichierChange(path)
    draft = path.with_name(f".{path.name}.nouvelle")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. FileExistsError where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        try:
            file.write(content)
        except BaseException:
            path.unlink()
            raise


class _Interview(Entretien):
    """The questions on a new record, in order."""

    dossier = REGION

    def run(self) -> tuple[str, bytes]:
        """Return the file's path in the project and its content. click.Abort where the user stops."""
        self.say("debut")
        form = self._form()
        self.texts("nom", ("nom",))
        self.put_surely(("nature",), self.term("natures", "nature"))
        self.texts("resume", ("resume",))
        if form == "adresse":
            self._address()
        self.simple("telephone", ("contacts", "telephones", 0, "numero"))
        self.simple("courriel", ("contacts", "courriels", 0, "adresse"))
        self.simple("site", ("contacts", "site"))
        self._service()
        self._source()
        return self._file(self._id()), as_yaml(self.brouillon.donnees)

    def _file(self, id_: str) -> str:
        return f"{FICHES}/{self.dossier}/{id_}.yml"

    def _form(self) -> str:
        """Ask first of all whether there is an address, so that no answer tells one that must stay secret."""
        forms = [c for c in choices(self.donnees, "formes_lieu", self.langue) if c.id not in _SANS_HOTE]
        form = self.among(forms, "lieu")
        if form == "adresse-secrete":
            self.say("secret")
            self.put_surely(("confidentiel",), "oui")
        if form != "adresse":
            self.put_surely(("lieux", 0), {"id": form, "forme": form})
        return form

    def _address(self) -> None:
        self.dossier = self.term("communes", "commune")
        place = {"id": "accueil", "forme": "adresse", "adresse": {"commune": self.dossier}}
        self.put_surely(("lieux", 0), place)
        street = ("lieux", 0, "adresse")
        if self.simple("rue", (*street, "rue", self.langues[0])):
            self.simple("numero", (*street, "numero"))
        self.simple("code-postal", (*street, "code_postal"))

    def _service(self) -> None:
        service = ("services", 0)

        def named(answer: str) -> list[Problem]:
            return self.put(service, {"id": slug(answer) or "service", "nom": {self.langues[0]: answer}})

        if not self.until_taken("service", self.langues[0], named, required=False):
            return
        self.simple("traduction", (*service, "nom", self.langues[1]), self.langues[1])
        self.until_taken("themes", None, lambda answer: self._themes((*service, "themes"), answer))
        self.until_taken("horaires", None, lambda answer: self._hours((*service, "horaires"), answer), required=False)

    def _themes(self, chemin: Chemin, answer: str) -> list[Problem]:
        words = [word for part in answer.split(",") if (word := part.strip())]
        return self.put(chemin, list(dict.fromkeys(self.resolved("themes", word) for word in words)))

    def _hours(self, chemin: Chemin, answer: str) -> list[Problem] | None:
        explained = explain(answer, self.donnees.feries, self.donnees.vacances, self.aujourdhui, self.langue)
        click.echo("\n".join(f"  {line}".rstrip() for line in explained.lignes))
        return self.put(chemin, [{"quand": answer}]) if explained.compris else None

    def _source(self) -> None:
        self.simple("source", ("sources", 0, "url"), required=True)
        day = self.simple("date-source", ("sources", 0, "date"))
        services = self.brouillon.donnees.get("services", [])
        if day and services and "horaires" in services[0]:
            self.put_surely(("services", 0, "horaires", 0, "date_source"), day)

    def _id(self) -> str:
        taken = taken_ids(self.projet)
        wanted = slug(self.brouillon.donnees["nom"][self.langues[0]])
        if wanted in taken:
            wanted = f"{wanted}-{self.dossier}"
        return self.free_id(wanted, taken, self._telling_names)

    def _telling_names(self, id_: str) -> list[Problem]:
        """Return what is wrong with the name of a secret record's file: it must not say where the place is."""
        if "confidentiel" not in self.brouillon.donnees:
            return []
        found = final_problems(self._file(id_), as_yaml(self.brouillon.donnees), self.projet, self.aujourdhui)
        return [problem for problem in found if problem.code == "secret-nom-de-fichier"]
