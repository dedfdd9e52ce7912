"""The questions of `carte nouvelle` on a project, a pooling or a meeting."""

from datetime import date
from functools import partial
from typing import Any

from carte_sociale.asking import as_yaml, choices, final_problems_of_network
from carte_sociale.cli.interview import Ecriture, Entretien
from carte_sociale.cli.questions import asked
from carte_sociale.loading.corrections import slug
from carte_sociale.loading.document import Chemin
from carte_sociale.loading.project import DONNEES, Projet
from carte_sociale.problems import Problem


def ask_element(sorte: str, projet: Projet, langue: str, aujourdhui: date) -> Ecriture:
    """Ask about a project, a pooling or a meeting, and return its file. click.Abort where the user stops."""
    dossier = f"{sorte}s"
    entretien = _Element(projet, langue, aujourdhui, dossier)
    entretien.say("debut-reseau")
    entretien.texts(f"nom-{sorte}", ("nom",))
    entretien.texts(f"resume-{sorte}", ("resume",))
    {"projet": entretien.projet_, "mutualisation": entretien.mutualisation, "rencontre": entretien.rencontre}[sorte]()
    entretien.source()
    taken = {path.stem for path in (projet.racine / DONNEES / dossier).glob("*")}
    wanted = slug(entretien.brouillon.donnees["nom"][entretien.langues[0]]) or sorte
    id_ = entretien.free_id(wanted if wanted not in taken else f"{wanted}-2", taken, lambda _: [])
    fichier, contenu = f"{DONNEES}/{dossier}/{id_}.yml", as_yaml(entretien.brouillon.donnees)
    return Ecriture(fichier, contenu, final_problems_of_network(fichier, contenu, projet, aujourdhui))


class _Element(Entretien):
    """Questions on one file of the network: few, and the file says the rest."""

    def projet_(self) -> None:
        """Ask who carries a project, with whom, where, on what, and until when it is funded."""
        self._party("porteur", ("porteur",))
        self._parties("partenaire", ("partenaires",))
        self.terms("quartiers", "quartiers", ("quartiers",))
        self.terms("themes", "themes-facultatifs", ("themes",))
        self._funding()

    def _funding(self) -> None:
        """Ask who funds, how, and from when to when as far as known; never how much."""
        self._show("pouvoirs")
        word = self.line(asked("pouvoir", self.langue), required=False)
        pouvoir = self.resolved("pouvoirs", word, required=False) if word else ""
        if not pouvoir:
            return
        sorte = self.among(choices(self.donnees, "reconnaissances_types", self.langue), "type-financement")
        grant: Chemin = ("financements", 0)
        self.put_surely(grant, {"type": sorte, "pouvoir": pouvoir})
        self.simple("debut-financement", (*grant, "debut"))
        self.simple("fin-financement", (*grant, "fin"))
        self._show("renouvellements")
        self.until_taken("renouvellement", None, partial(self._renewal, (*grant, "renouvellement")), required=False)

    def _renewal(self, chemin: Chemin, answer: str) -> list[Problem]:
        renewal = self.resolved("renouvellements", answer, required=False)
        return self.put(chemin, renewal) if renewal else []

    def mutualisation(self) -> None:
        """Ask what is pooled, who pools, whom to ask."""
        self._show("mutualisations_objets")
        self.terms("mutualisations_objets", "quoi", ("quoi",), required=True)
        self._parties("partie", ("parties",))
        self._contact()

    def rencontre(self) -> None:
        """Ask who calls a meeting, who may come, where and when."""
        self._party("organisateur", ("organisateur",))
        options = choices(self.donnees, "rencontres_publics", self.langue)
        self.put_surely(("pour_qui",), self.among(options, "pour-qui"))
        self.terms("communes", "communes", ("communes",))
        self.simple("ou", ("ou", self.langues[0]), self.langues[0])
        self.simple("heures", ("heures",))
        self.until_taken("dates", None, self._dates, required=False)
        self.simple("annonces", ("annonces",))

    def source(self) -> None:
        """Ask for the page that says it, and what it says."""
        self.simple("source", ("sources", 0, "url"), required=True)
        self.simple("etablit", ("sources", 0, "etablit"), required=True)
        self.simple("date-source", ("sources", 0, "date"))

    def _dates(self, answer: str) -> list[Problem]:
        return self.put(("dates",), [part for piece in answer.split(",") if (part := piece.strip())])

    def _contact(self) -> None:
        if self.simple("fonction", ("contact", "fonction", self.langues[0]), self.langues[0]):
            self.simple("courriel", ("contact", "contacts", "courriels", 0, "adresse"))

    def _party(self, question: str, chemin: Chemin) -> None:
        self.put_surely(chemin, _stated(self.record(question, nameless=True)))

    def _parties(self, question: str, chemin: Chemin) -> None:
        parties: list[dict[str, Any]] = []
        while party := self.record(question, required=False, nameless=True):
            parties.append(_stated(party))
        if parties:
            self.put_surely(chemin, parties)

    def _show(self, vocabulaire: str) -> None:
        self.say(
            "mots-possibles", mots=", ".join(choice.label for choice in choices(self.donnees, vocabulaire, self.langue))
        )


def _stated(party: str | dict[str, Any]) -> dict[str, Any]:
    """Return a party whose part the page that is asked for states."""
    return {**(party if isinstance(party, dict) else {"fiche": party}), "lien": "source"}
