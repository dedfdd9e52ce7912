"""`carte nouvelle`: asks, then writes a valid record."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from carte_sociale.asking import (
    REGION,
    Brouillon,
    Choix,
    as_yaml,
    choices,
    exact,
    final_problems,
    nearest,
    taken_ids,
)
from carte_sociale.cli.questions import asked
from carte_sociale.cli.shared import find_project, loaded, readable, shared_options
from carte_sociale.explaining import explain
from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.files import FICHES
from carte_sociale.loading.project import Projet, read_project
from carte_sociale.problems import Gravite, Problem
from carte_sociale.reports import Bilan, as_text

_SANS_HOTE = ("dans-un-autre-lieu",)
"""Forms of a place that need another record: for later, in the file."""


@click.command(short_help="Pose des questions, puis écrit une fiche valide.")
@shared_options
@click.pass_context
def nouvelle(contexte: click.Context, projet: Path, langue: str, aujourdhui: date) -> None:
    """Pose quelques questions, puis écrit une fiche valide. Ctrl-C : rien n'est écrit."""
    racine = find_project(projet, langue)
    project = loaded(read_project, racine, langue)
    try:
        interview = _Interview(project, langue, aujourdhui)
        name, content = interview.run()
    except click.Abort:
        click.echo("\n" + asked("rien-ecrit", langue), err=True)
        contexte.exit(1)
    problems = final_problems(name, content, project, aujourdhui)
    if any(problem.gravite is Gravite.ERREUR for problem in problems):
        click.echo(as_text(Bilan(1, problems), langue), err=True)
        click.echo(asked("reste-faux", langue), err=True)
        click.echo(content.decode())
        contexte.exit(1)
    with readable(langue):
        _write(racine / name, content)
    if problems:
        click.echo(as_text(Bilan(1, problems), langue))
    click.echo(asked("ecrit", langue, fichier=name))


def _write(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. FileExistsError where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        try:
            file.write(content)
        except BaseException:
            path.unlink()
            raise


class _Interview:
    """The questions, in order; an answer that is refused is asked again."""

    def __init__(self, projet: Projet, langue: str, aujourdhui: date) -> None:
        self.projet, self.langue, self.aujourdhui = projet, langue, aujourdhui
        self.donnees = projet.donnees
        self.brouillon = Brouillon(projet.donnees, aujourdhui)
        self.langues = ("nl", "fr") if langue == "nl" else ("fr", "nl")
        self.dossier = REGION

    def run(self) -> tuple[str, bytes]:
        """Return the file's path in the project and its content. click.Abort where the user stops."""
        self._say("debut")
        form = self._form()
        self._texts("nom", ("nom",))
        self._put_surely(("nature",), self._term("natures", "nature"))
        self._texts("resume", ("resume",))
        if form == "adresse":
            self._address()
        self._simple("telephone", ("contacts", "telephones", 0, "numero"))
        self._simple("courriel", ("contacts", "courriels", 0, "adresse"))
        self._simple("site", ("contacts", "site"))
        self._service()
        self._source()
        return self._file(self._id()), as_yaml(self.brouillon.donnees)

    def _file(self, id_: str) -> str:
        return f"{FICHES}/{self.dossier}/{id_}.yml"

    def _form(self) -> str:
        """Ask first of all whether there is an address, so that no answer tells one that must stay secret."""
        forms = [c for c in choices(self.donnees, "formes_lieu", self.langue) if c.id not in _SANS_HOTE]
        form = self._among(forms, "lieu")
        if form == "adresse-secrete":
            self._say("secret")
            self._put_surely(("confidentiel",), "oui")
        if form != "adresse":
            self._put_surely(("lieux", 0), {"id": form, "forme": form})
        return form

    def _address(self) -> None:
        self.dossier = self._term("communes", "commune")
        place = {"id": "accueil", "forme": "adresse", "adresse": {"commune": self.dossier}}
        self._put_surely(("lieux", 0), place)
        street = ("lieux", 0, "adresse")
        if self._simple("rue", (*street, "rue", self.langues[0])):
            self._simple("numero", (*street, "numero"))
        self._simple("code-postal", (*street, "code_postal"))

    def _service(self) -> None:
        service = ("services", 0)

        def named(answer: str) -> list[Problem]:
            return self._put(service, {"id": slug(answer) or "service", "nom": {self.langues[0]: answer}})

        if not self._until_taken("service", self.langues[0], named, required=False):
            return
        self._simple("traduction", (*service, "nom", self.langues[1]), self.langues[1])
        self._until_taken("themes", None, lambda answer: self._themes((*service, "themes"), answer))
        self._until_taken("horaires", None, lambda answer: self._hours((*service, "horaires"), answer), required=False)

    def _themes(self, chemin: Chemin, answer: str) -> list[Problem]:
        words = [word for part in answer.split(",") if (word := part.strip())]
        return self._put(chemin, list(dict.fromkeys(self._resolved("themes", word) for word in words)))

    def _hours(self, chemin: Chemin, answer: str) -> list[Problem] | None:
        explained = explain(answer, self.donnees.feries, self.donnees.vacances, self.aujourdhui, self.langue)
        click.echo("\n".join(f"  {line}".rstrip() for line in explained.lignes))
        return self._put(chemin, [{"quand": answer}]) if explained.compris else None

    def _source(self) -> None:
        self._simple("source", ("sources", 0, "url"), required=True)
        day = self._simple("date-source", ("sources", 0, "date"))
        services = self.brouillon.donnees.get("services", [])
        if day and services and "horaires" in services[0]:
            self._put_surely(("services", 0, "horaires", 0, "date_source"), day)

    def _id(self) -> str:
        taken = taken_ids(self.projet)
        wanted = slug(self.brouillon.donnees["nom"][self.langues[0]])
        if wanted in taken:
            wanted = f"{wanted}-{self.dossier}"
        while True:
            answer = click.prompt(asked("id", self.langue), default=wanted)
            if slug(answer) != answer:
                self._say("id-forme", exemple=slug(answer) or "maison-du-quartier")
            elif answer in taken:
                self._say("id-pris", id=answer)
            elif telling := self._telling_names(answer):
                click.echo("\n".join(f"  {p.message(self.langue)} {p.suggestion(self.langue)}" for p in telling))
            else:
                return str(answer)

    def _telling_names(self, id_: str) -> list[Problem]:
        """Return what is wrong with the name of a secret record's file: it must not say where the place is."""
        if "confidentiel" not in self.brouillon.donnees:
            return []
        found = final_problems(self._file(id_), as_yaml(self.brouillon.donnees), self.projet, self.aujourdhui)
        return [problem for problem in found if problem.code == "secret-nom-de-fichier"]

    def _texts(self, question: str, chemin: Chemin) -> None:
        first, second = self.langues
        self._simple(question, (*chemin, first), first, required=True)
        self._simple("traduction", (*chemin, second), second)

    def _simple(self, question: str, chemin: Chemin, langue: str | None = None, *, required: bool = False) -> str:
        return self._until_taken(question, langue, lambda answer: self._put(chemin, answer), required=required)

    def _until_taken(
        self,
        question: str,
        langue: str | None,
        take: Callable[[str], list[Problem] | None],
        *,
        required: bool = True,
    ) -> str:
        """Ask until an answer brings no error in; empty where none is wanted. `take` gives None for a refusal."""
        words = asked(question, self.langue)
        while True:
            text = words + (f" [{langue}]" if langue else "")
            answer = self._line(text, required)
            if not answer:
                return ""
            problems = take(answer)
            if problems is not None and not any(p.gravite is Gravite.ERREUR for p in problems):
                return answer

    def _line(self, text: str, required: bool) -> str:
        while True:
            typed = click.prompt(text, default="", show_default=False)
            answer = "".join(char for char in str(typed) if char.isprintable()).strip()
            if answer or not required:
                return answer
            self._say("obligatoire")

    def _put(self, chemin: Chemin, valeur: Any) -> list[Problem]:
        """Take an answer into the record, and say what is wrong with it."""
        problems = self.brouillon.put(chemin, valeur)
        for problem in problems:
            click.echo(f"  {problem.message(self.langue)} {problem.suggestion(self.langue)}".rstrip())
        return problems

    def _put_surely(self, chemin: Chemin, valeur: Any) -> None:
        """Take what cannot be asked again; click.Abort where it brings errors in, rather than a record without it."""
        if any(problem.gravite is Gravite.ERREUR for problem in self._put(chemin, valeur)):
            raise click.Abort

    def _term(self, vocabulaire: str, question: str) -> str:
        return self._resolved(vocabulaire, self._line(asked(question, self.langue), required=True))

    def _resolved(self, vocabulaire: str, word: str) -> str:
        """Return the id that a word means; where it is none, show the nearest and ask."""
        while (found := exact(self.donnees, vocabulaire, word)) is None:
            near = nearest(self.donnees, vocabulaire, word, self.langue)
            self._say("pas-tel-quel" if near else "rien-de-proche", mot=word)
            found_or_word = self._pick(near or choices(self.donnees, vocabulaire, self.langue))
            if isinstance(found_or_word, Choix):
                return found_or_word.id
            word = found_or_word
        if found != word:
            click.echo(f"  → {found}")
        return found

    def _among(self, options: list[Choix], question: str) -> str:
        """Return the id of one option of a short list, by its number or its word."""
        while True:
            self._say(question)
            answer = self._pick(options)
            if isinstance(answer, Choix):
                return answer.id
            same = [option.id for option in options if slug(answer) in (option.id, slug(option.label))]
            if same:
                return same[0]

    def _pick(self, options: list[Choix]) -> Choix | str:
        """Show numbered options; return the one whose number was typed, or the word that was typed instead."""
        for number, option in enumerate(options, start=1):
            click.echo(f"  {number:>2}. {option.label} ({option.id})")
        numbered = {str(number): option for number, option in enumerate(options, start=1)}
        while True:
            answer = self._line(asked("numero-ou-mot", self.langue), required=True)
            if answer in numbered or not answer.isdecimal():
                return numbered.get(answer, answer)
            self._say("numero-absent", n=len(options))

    def _say(self, key: str, **values: object) -> None:
        click.echo(asked(key, self.langue, **values))
