"""What a hurried volunteer gets wrong in projects, meetings, poolings and dispositifs: each slip has one place.

Codes and positions only; what each answer says is read by people, in three languages (`messages.yml`).
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from carte_sociale.atlas.territory_index import TerritoryIndex
from carte_sociale.loading.network import read_network
from carte_sociale.loading.project import Donnees
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.problems import Problem
from carte_sociale.rules import Contexte, Faits
from carte_sociale.rules.network import files_are_sound

from .conftest import AUJOURDHUI, RACINE

PROJET = """\
nom: {fr: Un projet, nl: Een project}
resume: {fr: Il sert d'exemple., nl: Het dient als voorbeeld.}
communes: [ixelles]
quartiers: [matonge]
dispositif: un-contrat
porteur: {fiche: cpas, lien: source}
partenaires: [voisin]
themes: [orientation]
publics: [sans-abri]
phases: [{nom: {fr: Début}, debut: 2025-01, fin: 2025-12}]
financements: [{type: convention, pouvoir: cocom, debut: 2025, fin: 2027-12}]
contact: {fonction: {fr: Accueil}, contacts: {courriels: [{adresse: info@exemple.be}]}}
site: https://exemple.be
sources: [{url: https://exemple.be/projet, etablit: tout}]
"""
RENCONTRE = """\
nom: {fr: Une rencontre, nl: Een ontmoeting}
resume: {fr: On s'y parle., nl: Men praat er.}
communes: [ixelles]
organisateur: voisin
pour_qui: membres
ou: {fr: À la maison communale}
heures: 9h30-12h
dates: [2027-01-12, {date: 2027-02-09, heures: 14h-16h}]
repetition: {rang: dernier, jour: mardi, sauf_mois: [juillet], vu: 2026-10-01}
sources: [{url: https://exemple.be, etablit: tout}]
"""
MUTUALISATION = """\
nom: {fr: Un local partagé, nl: Een gedeeld lokaal}
resume: {fr: Un local pour tous., nl: Een lokaal voor iedereen.}
quoi: [locaux]
forme: convention
parties: [voisin, cpas]
depuis: 2024
ouverte: oui
locaux: [{nom: {fr: Grande salle}, places: 20, pmr: oui}]
contact: {fonction: {fr: Accueil}}
sources: [{url: https://exemple.be, etablit: tout}]
"""
DISPOSITIF = """\
type: clss
nom: {fr: CLSS X, nl: LWGC X, en: Contract X}
resume: {fr: Un contrat., nl: Een contract., en: A contract.}
vague: 2021
porteur: {fiche: cpas, lien: source}
referente: clss@exemple.be
commune: {slug: ixelles, lien: source}
quartiers: [{quartier: matonge, lien: infere}]
bassins: [{slug: sud-est, lien: infere}]
passages: [{date: 2027-01-12, ou: {fr: Place Flagey}}]
sources: [{url: https://exemple.be, etablit: tout, date: 2025}]
"""
BASES = {"projets": PROJET, "rencontres": RENCONTRE, "mutualisations": MUTUALISATION, "dispositifs": DISPOSITIF}
PORTEUR = "porteur: {fiche: cpas, lien: source}"
FICHES = ("cpas", "voisin")

GLISSADES = [
    # a key of another block, of another file, in another language
    ("projets", "porteur:", "porteurs:", ["cle-inconnue@6:1"]),
    ("projets", "porteur:", "drager:", ["cle-inconnue@6:1"]),
    ("projets", "partenaires:", "partners:", ["cle-inconnue@7:1"]),
    ("projets", "partenaires:", "relations:", ["cle-inconnue@7:1"]),
    ("projets", "site:", "url:", ["cle-inconnue@13:1"]),
    ("projets", "site:", "horaires: lundi\nsite:", ["cle-d-un-autre-fichier@13:1"]),
    ("projets", "themes: [", "services: [", ["cle-d-un-autre-fichier@8:1"]),
    ("projets", "site:", "adresse: Rue Neuve\nsite:", ["cle-mal-placee@13:1"]),
    ("projets", "site:", "id: autre\nsite:", ["id-ecrit@13:1"]),
    ("projets", "phases: [{nom", "phases: [{id: a, nom", ["cle-d-un-autre-fichier@10:11"]),
    ("projets", "communes: [ixelles]", "gemeente: elsene", ["cle-inconnue@3:1"]),
    ("projets", "fiche: cpas", "organisation: cpas", ["cle-inconnue@6:11"]),
    ("projets", "sources:", "source:", ["cle-inconnue@14:1"]),
    ("rencontres", "heures: 9h", "horaires: 9h", ["cle-inconnue@7:1"]),
    ("rencontres", "heures: 9h", "uren: 9h", ["cle-inconnue@7:1"]),
    ("rencontres", "dates:", "date:", ["cle-inconnue@8:1"]),
    ("rencontres", "organisateur:", "porteur:", ["cle-inconnue@4:1"]),
    ("rencontres", "pour_qui:", "publics:", ["cle-inconnue@5:1"]),
    ("rencontres", "ou: {fr", "lieu: {fr", ["cle-inconnue@6:1"]),
    ("mutualisations", "parties:", "partenaires:", ["cle-inconnue@5:1"]),
    ("mutualisations", "parties:", "leden:", ["cle-inconnue@5:1"]),
    ("mutualisations", "places:", "capacite:", ["cle-inconnue@8:36"]),
    ("mutualisations", "depuis:", "debut:", ["cle-inconnue@6:1"]),
    ("dispositifs", "{slug: ixelles", "{commune: ixelles", ["cle-inconnue@7:11"]),
    ("dispositifs", "date: 2027-01-12, ou", "jour: mardi, ou", ["cle-mal-placee@10:13"]),
    ("dispositifs", "referente: ", "telephone: ", ["cle-mal-placee@6:1"]),
    # what is missing, or given twice
    ("projets", PORTEUR + "\n", "", ["champ-manquant@1:1"]),
    ("projets", PORTEUR, PORTEUR + "\nporteur: voisin", ["cle-double@7:1"]),
    ("projets", "partenaires: [voisin]\n", "", ["projet-seul@6:1"]),
    ("projets", "{fiche: cpas, lien: source}", "{fiche: cpas, nom: {fr: Cpas}}", ["partie-fiche-ou-nom@6:10"]),
    ("projets", "etablit: tout", "date: 2025", ["champ-manquant@14:11"]),
    ("projets", "[matonge]", "[{quartier: matonge}]", ["champ-manquant@4:13"]),
    ("rencontres", ", vu: 2026-10-01", "", ["champ-manquant@9:1"]),
    ("rencontres", "pour_qui: membres\n", "", ["champ-manquant@1:1"]),
    ("mutualisations", "[locaux]", "[]", ["liste-vide@3:7"]),
    ("dispositifs", ", en: Contract X", "", ["langues-manquantes@2:6"]),
    ("dispositifs", "en: Contract X", "en: Contract X, de: Vertrag", ["langue-de-trop@2:47"]),
    # dates and hours
    ("projets", "2025-01,", "01/2025,", ["date-invalide@10:36"]),
    ("projets", "2027-12", "31 décembre 2027", ["date-invalide@11:69"]),
    ("projets", "2027-12", "bientôt", ["date-invalide@11:69"]),
    ("projets", "fin: 2025-12", "fin: 2024-12", ["periode-inversee@10:50"]),
    ("projets", "2027-12", "2025-06", ["financement-echu@11:69"]),
    ("rencontres", "[2027-01-12", "[12/01/2027", ["date-invalide@8:9"]),
    ("rencontres", "[2027-01-12", "[2027-02-30", ["date-inexistante@8:9"]),
    ("rencontres", "[2027-01-12", "[2027-01", ["date-incomplete@8:9"]),
    ("rencontres", "vu: 2026-10-01", "vu: 2026-10-01, du: 2027-03-01, au: 2027-02-01", ["periode-inversee@9:100"]),
    ("rencontres", "9h30-12h", "9h30 à 12h", ["heures-invalides@7:9"]),
    ("rencontres", "9h30-12h", "9.30-12.00", ["heures-invalides@7:9"]),
    ("rencontres", "9h30-12h", "9u30-12u", []),
    ("rencontres", "9h30-12h", "12h-9h30", ["heures-invalides@7:9"]),
    ("rencontres", "9h30-12h", "[{quand: mardi 9h-12h}]", ["attendu-texte@7:9"]),
    ("dispositifs", "vague: 2021", "vague: première", ["date-invalide@4:8"]),
    # words of a list, places, records
    ("projets", "[matonge]", "[matonga]", ["valeur-hors-vocabulaire@4:13"]),
    ("projets", "[ixelles]", "[Elsene]", ["valeur-hors-vocabulaire@3:12"]),
    ("projets", "[sans-abri]", "[daklozen]", ["valeur-hors-vocabulaire@9:11"]),
    ("projets", "[voisin]", "[voisine]", ["fiche-inconnue@7:15"]),
    ("projets", "[voisin]", "[Le Voisin asbl]", ["identifiant-invalide@7:15"]),
    ("projets", PORTEUR, "porteur: voisine", ["fiche-inconnue@6:10"]),
    ("projets", "un-contrat", "un-contract", ["dispositif-inconnu@5:13"]),
    ("projets", "un-contrat", "Un contrat", ["identifiant-invalide@5:13"]),
    ("rencontres", "rang: dernier", "rang: 2", ["valeur-hors-vocabulaire@9:20"]),
    ("rencontres", "jour: mardi", "jour: dinsdag", ["valeur-hors-vocabulaire@9:35"]),
    ("mutualisations", "[locaux]", "[salle]", ["valeur-hors-vocabulaire@3:8"]),
    ("dispositifs", "quartier: matonge", "quartier: 33", ["valeur-hors-vocabulaire@8:24"]),
    # a list, a block, a text written as something else
    ("projets", "[matonge]", "matonge", ["attendu-liste@4:12"]),
    ("projets", "[voisin]", "voisin", ["attendu-liste@7:14"]),
    ("projets", "[voisin]", "\n  voisin\n  cpas", ["attendu-liste@8:3"]),
    ("projets", "[{nom: {fr: Début}, debut: 2025-01, fin: 2025-12}]", "2025-2026", ["attendu-liste@10:9"]),
    ("projets", "{fr: Début}", "Début", ["texte-sans-langue@10:16"]),
    ("projets", "{fiche: cpas, lien: source}", "[cpas, voisin]", ["attendu-bloc@6:10"]),
    ("projets", "[{url: https://exemple.be/projet, etablit: tout}]", "https://exemple.be", ["attendu-liste@14:10"]),
    ("rencontres", "[2027-01-12, {date: 2027-02-09, heures: 14h-16h}]", "2027-01-12", ["attendu-liste@8:8"]),
    ("rencontres", "pour_qui: membres", "pour_qui: {fr: Membres}", ["attendu-texte@5:11"]),
    ("mutualisations", "places: 20", "places: vingt", ["attendu-nombre@8:44"]),
    ("mutualisations", "ouverte: oui", "ouverte: peut-être", ["oui-non-attendu@7:10"]),
    ("dispositifs", "{slug: ixelles, lien: source}", "ixelles", ["attendu-bloc@7:10"]),
    ("dispositifs", "{fr: CLSS X, nl: LWGC X, en: Contract X}", "CLSS X", ["texte-sans-langue@2:6"]),
    ("dispositifs", "[{slug: sud-est, lien: infere}]", "[sud-est]", ["attendu-bloc@9:11"]),
    # indents, tabs, quotation marks, colons
    ("projets", PORTEUR, "porteur:\nfiche: cpas", ["bloc-pas-decale@6:1"]),
    ("projets", PORTEUR, "porteur:\n\tfiche: cpas", ["tabulation@7:1"]),
    ("projets", PORTEUR, "porteur:\n  fiche: cpas\n lien: source", ["yaml-indentation@8:2"]),
    ("projets", "{fr: Un projet, nl: Een project}", "\n  fr: Atelier : le mardi", ["yaml-deux-points@2:15"]),
    ("projets", "un-contrat", "“un-contrat”", ["guillemets-courbes@5:13"]),
    ("rencontres", "{fr: À la maison communale}", "{fr: Maison, salle 2}", ["virgule-dans-texte@6:18"]),
    # nobody, no money
    ("projets", "{fr: Accueil}", '{fr: "Accueil, demander Fatima"}', ["personne-nommee@12:26"]),
    ("projets", "{fiche: cpas, lien: source}", "{nom: {fr: Amina Diallo}}", ["personne-nommee@6:21"]),
    ("projets", "info@", "amina.diallo@", ["courriel-personnel@12:69"]),
    ("projets", "site:", "responsable: Amina\nsite:", ["cle-nominative@13:1"]),
    ("dispositifs", "clss@", "amina.diallo@", ["courriel-personnel@6:12"]),
    ("dispositifs", "clss@exemple.be", "Amina Diallo", ["courriel-invalide@6:12"]),
    ("projets", "Il sert d'exemple.", "Il reçoit 45.000 € par an.", ["montant-dans-reseau@2:14"]),
    ("projets", "site:", "budget: 45000\nsite:", ["cle-montant@13:1"]),
    ("mutualisations", "{fr: Grande salle}", '{fr: "Salle à 25 €"}', ["montant-dans-reseau@8:21"]),
]

Problemes = Callable[..., list[Problem]]


@pytest.fixture
def problemes(tmp_path: Path, donnees: Donnees, index: TerritoryIndex) -> Problemes:
    """Return every problem of some files of the network: `problemes({"projets/a.yml": "nom: …"})`."""

    def check(files: dict[str, str], *, production: bool = False, demandee: str = "") -> list[Problem]:
        for name, text in {"dispositifs/un-contrat.yml": DISPOSITIF.replace(" X", " Y"), **files}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        reseau, found = read_network(tmp_path, tmp_path, donnees)
        faits = tuple(Faits(id_, f"organisations/region/{id_}.yml", id_) for id_ in FICHES)
        contexte = Contexte(
            replace(donnees, reseau=reseau),
            index,
            AUJOURDHUI,
            production,
            faits,
            demandee=lambda name: name == demandee,
        )
        return sorted([*found, *files_are_sound(contexte)])

    return check


def codes(problems: list[Problem]) -> list[str]:
    return [f"{p.code}@{p.ligne}:{p.colonne}" for p in problems]


def test_there_are_enough_slips() -> None:
    assert len(GLISSADES) >= 80
    assert {folder for folder, *_ in GLISSADES} == set(BASES)


@pytest.mark.parametrize("folder", BASES)
def test_the_models_are_without_fault(problemes: Problemes, folder: str) -> None:
    assert problemes({f"{folder}/a.yml": BASES[folder]}) == []


@pytest.mark.parametrize(("folder", "line", "slip", "expected"), GLISSADES)
def test_a_slip_has_one_answer_at_its_place(
    problemes: Problemes, folder: str, line: str, slip: str, expected: list[str]
) -> None:
    assert line in BASES[folder]
    found = problemes({f"{folder}/a.yml": BASES[folder].replace(line, slip, 1)})
    assert sorted(codes(found)) == sorted(expected)
    for problem in found:
        assert all(problem.message(langue) and problem.suggestion(langue) for langue in LANGUES_DU_SITE)


DEUX_GLISSADES = [
    ("projets", "site: https", "fiche-inconnue", "[voisin]", "[voisine]"),
    ("projets", "phases: [{", "financement-echu", "2027-12", "2025-06"),
    ("projets", "porteur: {fiche: cpas", "dispositif-inconnu", "un-contrat", "un-autre"),
    ("projets", "themes: [", "periode-inversee", "fin: 2025-12", "fin: 2024-12"),
    ("rencontres", "dates: [", "fiche-inconnue", "organisateur: voisin", "organisateur: voisine"),
    ("mutualisations", "quoi: [", "fiche-inconnue", "[voisin,", "[voisine,"),
]
"""What is spoilt by a letter, the problem of another slip, and that slip."""


@pytest.mark.parametrize(("folder", "spoilt", "code", "line", "slip"), DEUX_GLISSADES)
def test_what_cannot_be_read_hides_no_other_slip(
    problemes: Problemes, folder: str, spoilt: str, code: str, line: str, slip: str
) -> None:
    text = BASES[folder].replace(line, slip, 1)
    assert [p.code for p in problemes({f"{folder}/a.yml": text})] == [code]
    broken = text.replace(spoilt, f"{spoilt}Ù")
    assert len(broken) > len(text)
    first, second = sorted((p.code for p in problemes({f"{folder}/a.yml": broken})), key=lambda found: found == code)
    assert (first != code, second) == (True, code)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mon Projet.yml", "nom-de-fichier-de-reseau"),
        ("projet.yaml", "fichier-pas-lu"),
        ("projet.yml.txt", "fichier-pas-lu"),
        ("2025/projet.yml", "fichier-pas-lu"),
        ("notes.md", None),
        (".cache", None),
    ],
)
def test_a_file_that_is_not_read_is_said(problemes: Problemes, name: str, code: str | None) -> None:
    found = problemes({f"projets/{name}": PROJET})
    assert [(p.code, p.fichier) for p in found] == ([(code, f"projets/{name}")] if code else [])


def test_the_same_name_twice_is_said_of_the_file_asked_about(problemes: Problemes) -> None:
    meeting = RENCONTRE.replace("Une rencontre", "Un projet")
    files = {"projets/a.yml": PROJET, "projets/b.yml": PROJET, "rencontres/a.yml": meeting}
    assert [(p.code, p.fichier) for p in problemes(files) if p.code == "meme-nom"] == [("meme-nom", "projets/b.yml")]
    asked = problemes(files, demandee="projets/a.yml")
    assert [p.fichier for p in asked if p.code == "meme-nom"] == ["projets/a.yml"]


@pytest.mark.parametrize("folder", BASES)
def test_an_invented_file_never_enters_production(problemes: Problemes, folder: str) -> None:
    text = BASES[folder] + "fictif: oui\n"
    assert problemes({f"{folder}/a.yml": text}) == []
    assert [p.code for p in problemes({f"{folder}/a.yml": text}, production=True)] == ["fictif-en-production"]


def test_no_folder_of_the_network_is_no_fault(tmp_path: Path, donnees: Donnees) -> None:
    reseau, problems = read_network(tmp_path, RACINE, donnees)
    assert (reseau.fichiers, problems) == ((), [])


def test_nobody_and_no_amount_in_the_real_network(reseau_reel: Donnees, index: TerritoryIndex) -> None:
    assert len(reseau_reel.reseau.fichiers) >= 90
    contexte = Contexte(reseau_reel, index, AUJOURDHUI, True)
    wanted = {"personne-nommee", "courriel-personnel", "montant-dans-reseau", "fictif-en-production"}
    assert [p.fichier for p in files_are_sound(contexte) if p.code in wanted] == []
