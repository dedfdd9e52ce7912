"""How `carte nouvelle` asks: an answer that is refused is asked again, a word of a list may be picked by its number."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import click

from carte_sociale.asking import Brouillon, Choix, choices, exact, nearest, records_named
from carte_sociale.cli.questions import asked
from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.project import Projet
from carte_sociale.problems import Gravite, Problem


@dataclass(frozen=True)
class Ecriture:
    """What is to be written: a new file, or a record that was `avant`; `extrait` is the part of it that is new."""

    fichier: str
    contenu: bytes
    problemes: list[Problem]
    avant: bytes | None = None
    extrait: str = ""

    @property
    def montre(self) -> str:
        """What its author may copy by hand where it is not written."""
        return self.extrait or self.contenu.decode()


class Entretien:
    """Questions to one person, whose answers go into a draft."""

    def __init__(self, projet: Projet, langue: str, aujourdhui: date, dossier: str = "") -> None:
        self.projet, self.langue, self.aujourdhui = projet, langue, aujourdhui
        self.donnees = projet.donnees
        self.brouillon = Brouillon(projet.donnees, aujourdhui, dossier=dossier)
        self.langues = ("nl", "fr") if langue == "nl" else ("fr", "nl")

    def texts(self, question: str, chemin: Chemin) -> None:
        """Ask a text in the first language, then its translation."""
        first, second = self.langues
        self.simple(question, (*chemin, first), first, required=True)
        self.simple("traduction", (*chemin, second), second)

    def simple(self, question: str, chemin: Chemin, langue: str | None = None, *, required: bool = False) -> str:
        """Ask for one value; empty where none was given."""
        return self.until_taken(question, langue, lambda answer: self.put(chemin, answer), required=required)

    def until_taken(
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
            answer = self.line(text, required)
            if not answer:
                return ""
            problems = take(answer)
            if problems is not None and not any(p.gravite is Gravite.ERREUR for p in problems):
                return answer

    def line(self, text: str, required: bool) -> str:
        """Ask until there is an answer, where one is required."""
        while True:
            typed = click.prompt(text, default="", show_default=False)
            answer = "".join(char for char in str(typed) if char.isprintable()).strip()
            if answer or not required:
                return answer
            self.say("obligatoire")

    def put(self, chemin: Chemin, valeur: Any) -> list[Problem]:
        """Take an answer into the record, and say what is wrong with it."""
        problems = self.brouillon.put(chemin, valeur)
        for problem in problems:
            click.echo(f"  {problem.message(self.langue)} {problem.suggestion(self.langue)}".rstrip())
        return problems

    def put_surely(self, chemin: Chemin, valeur: Any) -> None:
        """Take what cannot be asked again; click.Abort where it brings errors in, rather than a record without it."""
        if any(problem.gravite is Gravite.ERREUR for problem in self.put(chemin, valeur)):
            raise click.Abort

    def term(self, vocabulaire: str, question: str) -> str:
        """Ask for a word of a vocabulary, and return its id."""
        return self.resolved(vocabulaire, self.line(asked(question, self.langue), required=True))

    def resolved(self, vocabulaire: str, word: str, *, required: bool = True) -> str:
        """Return the id that a word means; where it is none, show the nearest and ask. Empty where none is wanted."""
        while (found := exact(self.donnees, vocabulaire, word)) is None:
            near = nearest(self.donnees, vocabulaire, word, self.langue)
            self.say("pas-tel-quel" if near else "rien-de-proche", mot=word)
            picked = self.pick(near or choices(self.donnees, vocabulaire, self.langue), required=required)
            if isinstance(picked, Choix):
                return picked.id
            if not picked:
                return ""
            word = picked
        if found != word:
            click.echo(f"  → {found}")
        return found

    def among(self, options: list[Choix], question: str) -> str:
        """Return the id of one option of a short list, by its number or its word."""
        while True:
            self.say(question)
            answer = self.pick(options)
            if isinstance(answer, Choix):
                return answer.id
            same = [option.id for option in options if slug(answer) in (option.id, slug(option.label))]
            if same:
                return same[0]

    def pick(self, options: list[Choix], *, required: bool = True) -> Choix | str:
        """Show numbered options; return the one whose number was typed, or the word that was typed instead.

        That word is empty where none is wanted.
        """
        for number, option in enumerate(options, start=1):
            click.echo(f"  {number:>2}. {option.label}" + (f" ({option.id})" if option.id else ""))
        numbered = {str(number): option for number, option in enumerate(options, start=1)}
        while True:
            answer = self.line(asked("numero-ou-mot" if required else "numero-mot-ou-rien", self.langue), required)
            if answer in numbered or not answer.isdecimal():
                return numbered.get(answer, answer)
            self.say("numero-absent", n=len(options))

    def say(self, key: str, **values: object) -> None:
        """Say a sentence."""
        click.echo(asked(key, self.langue, **values))

    def sorte(self, sortes: Sequence[str]) -> str:
        """Ask which sort of file is wanted."""
        return self.among([Choix(sorte, asked(f"sorte-{sorte}", self.langue)) for sorte in sortes], "sorte")

    def terms(self, vocabulaire: str, question: str, chemin: Chemin, *, required: bool = False) -> None:
        """Ask for words of a vocabulary, with commas between them."""
        take = partial(self.words, vocabulaire, chemin, required=required)
        self.until_taken(question, None, take, required=required)

    def words(self, vocabulaire: str, chemin: Chemin, answer: str, *, required: bool = False) -> list[Problem]:
        """Take words of a vocabulary, each as it is spelt there; one that is not there may be passed over."""
        parts = [part for piece in answer.split(",") if (part := piece.strip())]
        ids = [id_ for part in parts if (id_ := self.resolved(vocabulaire, part, required=required))]
        return self.put(chemin, list(dict.fromkeys(ids))) if ids else []

    def free_id(self, wanted: str, taken: Container[str], refused: Callable[[str], list[Problem]]) -> str:
        """Ask for the id of a new file until it is one, that no other file has and that nothing is said against."""
        while True:
            answer = click.prompt(asked("id", self.langue), default=wanted)
            if slug(answer) != answer:
                self.say("id-forme", exemple=slug(answer) or "maison-du-quartier")
            elif answer in taken:
                self.say("id-pris", id=answer)
            elif problems := refused(answer):
                click.echo("\n".join(f"  {p.message(self.langue)} {p.suggestion(self.langue)}" for p in problems))
            else:
                return str(answer)

    def record(self, question: str, *, required: bool = True, nameless: bool = False) -> str | dict[str, Any]:
        """Ask for an organisation: the id of its record; where it has none and `nameless`, its name; else empty."""
        word = self.line(asked(question, self.langue), required)
        while word:
            found, near = records_named(self.projet, word, self.langue)
            if found:
                click.echo(f"  → {found}")
                return found
            keep = Choix("", asked("sans-fiche", self.langue, mot=word))
            options = [*near, *([keep] if nameless else [])]
            self.say("fiche-pas-telle-quelle" if near else "fiche-introuvable", mot=word)
            picked = self.pick(options) if options else self.line(asked("un-autre-nom", self.langue), required=True)
            if isinstance(picked, Choix):
                return picked.id or {"nom": {self.langues[0]: word}}
            word = picked
        return ""
