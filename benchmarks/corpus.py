"""A project of invented records, as like real ones as a program can make them.

    python benchmarks/corpus.py DOSSIER --fiches 10000 [--graine 1]

The same seed gives the same bytes, and record number i is the same however many follow: 2,000 records are the first
2,000 of 10,000. Streets, points, quartiers and postcodes are those of `content/_data/territoires`; words are in
`corpus.yml`; every record says `fictif: true`. A few in a hundred carry what earns a warning of `carte valider` on
`JOUR`, as real ones do, and none an error.
"""

import argparse
import json
import random
import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from rues import Rue, read_streets

from carte_sociale.loading.corrections import slug

RACINE = Path(__file__).parents[1]
sys.path.insert(0, str(RACINE / "tests"))

from autres_fiches import oublier_nos_fiches  # noqa: E402

JOUR = date(2026, 11, 25)
"""The day that the dates of the records are counted from: give it to `carte --date`."""
LONGUEUR = 600
"""Characters of the texts of a record, in each language, beside its summary."""
LANGUES = ("fr", "nl", "en")
SAUT = 1_000_003
"""A prime, so that steps of it go once through every name, every phone number, before any comes back."""


class Redacteur:
    """Writes records; holds what they draw from, and nothing of the record before."""

    def __init__(self, graine: int, rues: list[Rue], mots: dict[str, Any], fiches: int, liens: int) -> None:
        self.graine, self.rues, self.mots = graine, rues, mots
        self.fiches, self.liens = fiches, liens if fiches > 1 else 0

    def fiche(self, rang: int) -> tuple[str, str]:
        """Return the path of record number `rang` below `organisations/`, and its text."""
        return _Fiche(self, rang).ecrite()

    def nom(self, rang: int) -> tuple[list[Any], str, str]:
        """Return the kind of a record, its name in French and in Dutch."""
        genres, noms, complements = (self.mots[key] for key in ("genres", "noms", "complements"))
        rest, kind = divmod(rang * SAUT + self.graine, len(genres))
        rest, name = divmod(rest, len(noms))
        complement = complements[rest % len(complements)]
        fr, nl = (f"{genres[kind][2][i]} {noms[name][i]} {complement[i]}" for i in (0, 1))
        return genres[kind], fr, nl


class _Fiche:
    """One record while it is written: its dice, its street, and the words that fill its sentences."""

    def __init__(self, redacteur: Redacteur, rang: int) -> None:
        self.redacteur, self.rang, self.mots = redacteur, rang, redacteur.mots
        self.dice = random.Random(f"{redacteur.graine}/{rang}")
        self.rue = self.dice.choice(redacteur.rues)
        self.genre, self.nom_fr, self.nom_nl = redacteur.nom(rang)
        self.langues = LANGUES if self.dice.random() < 0.4 else LANGUES[:2]
        self.ecrits = 0

    def ecrite(self) -> tuple[str, str]:
        name = slug(self.nom_fr)
        nature, statut, _, resume, services = self.genre
        lines = [f"nom: {{fr: {_quoted(self.nom_fr)}, nl: {_quoted(self.nom_nl)}}}", f"nature: {nature}"]
        lines += [f"statut: {statut}", *self._text("resume", resume, "", without_nl=self._chance(1))]
        lines += [f"traductions_a_relire: [{', '.join(self.langues[1:])}]", "", *self._contacts(name), "", "lieux:"]
        places = list(self._places(nature))
        lines += [*places, "", "services:"]
        for id_ in services[: self.dice.randint(1, len(services))]:
            lines += self._service(id_)
        lines += ["", *self._presentation(name), *self._recognitions(nature), *self._end(name)]
        return f"{self.rue.commune}/{name}.yml", "\n".join(lines) + "\n"

    def _chance(self, percent: float) -> bool:
        return self.dice.random() * 100 < percent

    def _text(self, key: str, texts: list[str], indent: str, *, without_nl: bool = False) -> Iterator[str]:
        """Lines of a text in the languages of the record, its blanks filled in."""
        dice, mots = self.dice, self.mots
        jour, mois, n = dice.choice(mots["jours"]), dice.choice(mots["mois"]), dice.randint(4, 30)
        yield f"{indent}{key}:"
        for index, langue in enumerate(self.langues):
            rue, quartier = self.rue.noms[index % 2], self.rue.quartier[index % 2]
            text = texts[index].format(rue=rue, quartier=quartier, jour=jour[index], mois=mois[index], n=n)
            self.ecrits += len(text) if index == 0 and key != "resume" else 0
            if langue != "nl" or not without_nl:
                yield f"{indent}  {langue}: {_quoted(text[0].upper() + text[1:])}"

    def _contacts(self, name: str) -> Iterator[str]:
        number = 2_000_000 + (self.rang * SAUT + self.redacteur.graine) % 6_000_000
        digits = f"{number:07d}"
        yield "contacts:"
        yield from ("  telephones:", f"    - numero: 02 {digits[:3]} {digits[3:5]} {digits[5:]}")
        if self._chance(70):
            box = self.dice.choice(("info", "accueil", "contact", "onthaal"))
            yield from ("  courriels:", f"    - adresse: {box}@{name}.example")
        if self._chance(60):
            yield f"  site: https://www.{name}.example/"

    def _places(self, nature: str) -> Iterator[str]:
        if nature == "equipe-de-rue":
            yield from ("  - id: terrain", "    forme: itinerant")
            yield from self._text("itinerance", self.dice.choice(self.mots["itinerance"]), "    ")
            return
        code = self.dice.choice(self.rue.codes_postaux)
        if self._chance(3):
            yield from ("  - id: accueil", "    forme: adresse-inconnue")
            yield f'    adresse: {{code_postal: "{code}", commune: {self.rue.commune}}}'
            return
        fr, nl = self.rue.noms
        lat, lon = (round(degrees + self.dice.uniform(-1e-4, 1e-4), 5) for degrees in self.rue.point)
        yield from ("  - id: accueil", "    forme: adresse", "    adresse:")
        yield f"      rue: {{fr: {_quoted(fr)}, nl: {_quoted(nl)}}}"
        yield from (f'      numero: "{self.dice.randint(1, 250)}"', f'      code_postal: "{code}"')
        yield f"      commune: {self.rue.commune}"
        yield f"    position: {{lat: {lat}, lon: {lon}, precision: rue, origine: openstreetmap}}"
        if self._chance(30):
            pmr = self.dice.choice(("oui", "partiel", "non"))
            yield f"    acces_physique: {{marches: {self.dice.randint(0, 12)}, ascenseur: non, pmr: {pmr}}}"

    def _service(self, id_: str) -> Iterator[str]:
        dice, mots = self.dice, self.mots
        themes, publics, frais, acces, nom, phrases = mots["services"][id_]
        yield f"  - id: {id_}"
        yield from self._text("nom", nom, "    ")
        yield f"    themes: [{', '.join(themes)}]"
        if self._chance(80):
            chosen = phrases if self._chance(60) else [dice.choice(phrases)]
            yield from self._text("description", [" ".join(parts) for parts in zip(*chosen, strict=True)], "    ")
        yield f"    publics: [{', '.join(dice.sample(publics, dice.randint(1, len(publics))))}]"
        if self._chance(50):
            spoken = ["fr", *dice.sample(("nl", "en", "ar", "tr", "es", "pl", "ro", "uk"), dice.randint(0, 3))]
            yield f"    langues: [{', '.join(spoken)}]"
        yield f"    frais: {dice.choice(frais)}"
        if self._chance(12):
            yield "    tarif:"
            yield from self._text("texte", dice.choice(mots["tarif"]), "      ")
            yield f'      date_source: "{self._month()}"'
        yield f"    acces: [{', '.join(dice.sample(acces, dice.randint(1, len(acces))))}]"
        for key, percent in (("conditions", 20), ("a_apporter", 15), ("demande", 8)):
            if self._chance(percent):
                yield from self._text(key, dice.choice(mots[key]), "    ")
        if self._chance(10):
            yield f"    perimetre: {{type: strict, communes: [{self.rue.commune}]}}"
        yield from self._hours()
        if self._chance(1):
            past = self._chance(30)
            yield f"    fermetures: [{{du: 2026-{'07-15, au: 2026-08-15' if past else '12-24, au: 2027-01-03'}}}]"
        if self._chance(8):
            state, days = dice.choice(("ouvert", "liste-attente", "complet")), 120 if self._chance(8) else 20
            yield from ("    disponibilite:", f"      etat: {state}", f"      date: {JOUR - timedelta(days)}")
            if state != "ouvert":
                yield from self._text("en_attendant", dice.choice(mots["en_attendant"]), "      ")

    def _hours(self) -> Iterator[str]:
        if self._chance(20):
            return
        yield "    horaires:"
        chosen = self.dice.sample(self.mots["horaires"], 2 if self._chance(15) else 1)
        for canal, quand, *texts in chosen:
            a, b, c, d = (self.dice.choice(hours) for hours in ((8, 9), (11, 12), (13, 14), (16, 17, 18)))
            yield f"      - canal: {canal}"
            if quand:
                yield f'        quand: "{quand.format(a=a, b=b, c=c, d=d)}"'
            else:
                yield from self._text("texte", texts, "        ")
            if self._chance(70):
                yield f'        date_source: "{self._month()}"'
        if any("SH" in (quand or "") for _, quand, *_ in chosen):
            yield "    calendrier_scolaire: fr"

    def _presentation(self, name: str) -> Iterator[str]:
        """The organisation's own words, as many as the texts of the services leave room for."""
        phrases = self.dice.sample(self.mots["phrases"], len(self.mots["phrases"]))
        chosen, length = [], self.ecrits
        for phrase in phrases:
            if length >= LONGUEUR:
                break
            chosen.append(phrase)
            length += len(phrase[0])
        if chosen:
            yield "presentation:"
            yield from self._text("texte", [" ".join(parts) for parts in zip(*chosen, strict=True)], "  ")
            yield from (f"  source: https://www.{name}.example/a-propos", f'  date: "{self._month()}"', "")

    def _recognitions(self, nature: str) -> Iterator[str]:
        if nature == "lieu-de-liens":
            yield from ("lieu_de_liens:", "  venir_librement: oui", "  inscription: aucune", "  dire_qui_je_suis: non")
            yield from ("  langues: [fr, nl]", "  enfants: oui", "  participation: consulte", "")
        if self._chance(15):
            end = "2025-12-31" if self._chance(6) else "2027-12-31"
            yield from ("financements:", "  - type: subside", f"    pouvoir: {self.dice.choice(('cocom', 'cocof'))}")
            yield from ('    debut: "2023-01-01"', f'    fin: "{end}"', "    renouvellement: en-cours", "")
        if self.rang and self._chance(5):
            other = slug(self.redacteur.nom(self.dice.randrange(self.rang))[1])
            kind = self.dice.choice(("partenaire", "collabore", "oriente-vers", "fait-partie-de", "heberge"))
            yield from ("relations:", f"  - type: {kind}", f"    vers: {other}", "    formalite: convention")
            yield from self._ties()
            yield ""
        elif self.redacteur.liens:
            yield "relations:"
            yield from self._ties()
            yield ""
        if self._chance(30):
            day = JOUR - timedelta(250 if self._chance(4) else self.dice.randint(2, 170))
            role, moyen = self.dice.choice((("benevole", "visite"), ("organisation", "courriel")))
            yield from (f"verification: {{date: {day}, role: {role}, moyen: {moyen}}}", "")

    def _ties(self) -> Iterator[str]:
        """As many ties as were asked for, drawn apart: the rest of the record is the same without them."""
        dice = random.Random(f"liens {self.redacteur.graine} {self.rang}")
        for _ in range(self.redacteur.liens):
            other = slug(self.redacteur.nom(dice.randrange(self.redacteur.fiches - 1))[1])
            own = slug(self.redacteur.nom(self.rang)[1])
            other = other if other != own else slug(self.redacteur.nom(self.redacteur.fiches - 1)[1])
            kind = dice.choice(("partenaire", "oriente-vers", "prete-un-local", "relaie-l-information", "co-anime"))
            yield from (f"  - type: {kind}", f"    vers: {other}", f"    declare_le: {dice.choice((2024, 2025, 2026))}")
            if dice.random() < 0.3:
                yield f"    confirme_le: {JOUR - timedelta(dice.randint(2, 500))}"

    def _end(self, name: str) -> Iterator[str]:
        if self._chance(40):
            champ, texts = self.dice.choice(self.mots["doutes"])
            yield from ("doutes:", f"  - champ: {champ}", *self._text("texte", texts, "    "), "")
        yield from ("sources:", f"  - url: https://www.{name}.example/contact", f'    date: "{self._month()}"')
        if self._chance(50):
            yield from (f"  - url: https://annuaire.example/{name}", '    consulte: "2026-11"')
        yield from ("", "fictif: true")

    def _month(self) -> str:
        return f"{self.dice.choice((2025, 2026))}-{self.dice.randint(1, 11):02d}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write_project(folder: Path, fiches: int, graine: int = 1, liens: int = 0) -> None:
    """Write a project of `fiches` records into `folder`, which is new or empty; `liens` are ties that each declares."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(RACINE / "content", folder / "content")
    shutil.copy(RACINE / "mkdocs.yml", folder)
    oublier_nos_fiches(folder)
    mots = yaml.load((RACINE / "benchmarks" / "corpus.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    most = len(mots["genres"]) * len(mots["noms"]) * len(mots["complements"])
    if fiches > most:
        raise SystemExit(f"corpus.yml n'a de noms que pour {most} fiches.")
    redacteur = Redacteur(graine, read_streets(folder / "content" / "_data" / "territoires"), mots, fiches, liens)
    for commune in {rue.commune for rue in redacteur.rues}:
        (folder / "organisations" / commune).mkdir(parents=True)
    for rang in range(fiches):
        path, text = redacteur.fiche(rang)
        (folder / "organisations" / path).write_text(text, encoding="utf-8")


def main() -> None:
    """Read the arguments and write the project."""
    parser = argparse.ArgumentParser(description="Écrit un projet de fiches inventées.")
    parser.add_argument("dossier", type=Path, help="nouveau ou vide")
    parser.add_argument("--fiches", type=int, required=True)
    parser.add_argument("--graine", type=int, default=1)
    parser.add_argument("--liens", type=int, default=0, help="liens que chaque fiche déclare")
    given = parser.parse_args()
    write_project(given.dossier, given.fiches, given.graine, given.liens)


if __name__ == "__main__":
    main()
