"""What volunteers who had not read the rules sent, and what each of them has to read to mend it alone.

The first line of each file of `tests/examples/benevoles` says everything that must be found, and nothing besides: an
answer that only follows from another one is a fault of the program.
"""

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "examples" / "benevoles"
FILES = {path.stem.partition("-")[2]: path for path in sorted(FOLDER.glob("*.yml"))}
MARK = "# attendu: "
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256))

PHRASES = {
    "accents-abimes": ("Écrivez « café »", "Schrijf “café”"),
    "adresse-en-une-ligne": (
        'adresse: {rue: {fr: "Rue du Conseil"}, numero: "1", code_postal: "1050", commune: ixelles}',
        'code_postal: "1050", commune: ixelles}',
    ),
    "ancre": ("Recopiez la valeur en toutes lettres", "Schrijf de waarde voluit"),
    "bloc-deux-fois": ("Réunissez les deux blocs", "Breng de twee blokken samen"),
    "bloc-pas-decale": ("Décalez ces lignes de deux espaces", "twee spaties verder inspringen, onder “adresse:”"),
    "chiffre-oublie": ("a 8 chiffres ; il en faut 9", "telt 8 cijfers; het moeten er 9 zijn"),
    "cle-avec-accent": ("« resume: »", "Bedoelde je “resume:”?"),
    "cle-en-anglais": ("« telephones: »", "Bedoelde je “telephones:”?"),
    "cle-montant": ("ne publie jamais combien d'argent", "publiceert nooit hoeveel geld"),
    "cles-en-neerlandais": ("« services: »", "Bedoelde je “lieux:”?"),
    "commune-en-neerlandais": ("Le plus proche : ixelles.", "Het dichtst bij: ixelles."),
    "commune-mal-ecrite": ("Le plus proche : ixelles.", "Het dichtst bij: ixelles."),
    "conflit": ("gardez la bonne version", "Houd tussen “<<<<<<<” en “>>>>>>>” de juiste versie"),
    "date-impossible": ("AAAA-MM-JJ", "JJJJ-MM-DD"),
    "deux-points-oublie": ("Écrivez : nature: maison-de-quartier", "Schrijf: nature: maison-de-quartier"),
    "ferme-avant-d-ouvrir": (
        "« lun-ven 17h-9h » : l'heure de fin vient avant",
        "“lun-ven 17h-9h”: het einduur komt voor",
    ),
    "gsm-nomme": ("« gsm de Nathalie »", "“gsm van Nathalie”"),
    "guillemet-ouvert": ('- numero: "02 529 41 20"', 'Sluit het aan het eind van de regel: - numero: "02 529 41 20"'),
    "guillemets-de-word": ('guillemet droit : code_postal: "1050"', 'rechte aanhalingsteken: code_postal: "1050"'),
    "guillemets-francais": (
        'guillemet droit : - quand: "lun-ven 9h-12h, sauf jours fériés"',
        'rechte aanhalingsteken: - quand: "lun-ven 9h-12h, sauf jours fériés"',
    ),
    "heures-impossibles": ("« 9h75, 25h »", "“9h75, 25h”: zo'n uur bestaat niet"),
    "heures-inversees-nl": ("« maandag 13u30-12u »", "“maandag 13u30-12u”: het einduur komt voor"),
    "heures-sans-jour": ("Quels jours ?", "Welke dagen? Schrijf ze voor de uren, bijvoorbeeld: maandag-vrijdag 9u-17u"),
    "heures-sans-unite": ("Écrivez : 9h-12h", "Schrijf: 9u-12u"),
    "horaires-en-texte": ('horaires: [{quand: "lun-ven 9h-12h"}]', 'horaires: [{quand: "lun-ven 9h-12h"}]'),
    "lettre-dans-le-telephone": ("le chiffre 0 ? Écrivez : 02 529 41 20", "het cijfer 0? Schrijf: 02 529 41 20"),
    "ma-avec-h": ("« ma » est compris comme mardi", "Schrijf de dag voluit: maandag"),
    "montant-dans-un-texte": ("« 45.000 € »", "de kaart publiceert nooit bedragen"),
    "mots-en-neerlandais": ("Le plus proche : colis-alimentaires.", "Het dichtst bij: sans-abri."),
    "prenom-dans-un-texte": ("Écrivez sa fonction", "Schrijf de functie"),
    "prix-dans-frais": ('tarif: {texte: {fr: "2€ le repas"}}', "Schrijf hier “frais: prix-modique”"),
    "que-des-commentaires": ("la fiche est vide", "de fiche is leeg"),
    "rendez-vous-dans-les-heures": (
        "Écrivez ici : « ma-vr 9u tot 12u30 », et sur une autre ligne du service : « acces: [rendez-vous] »",
        "Schrijf hier: “ma-vr 9u tot 12u30”, en op een andere regel van de dienst: “acces: [rendez-vous]”",
    ),
    "retrait-decale": ("au début de cette ligne : 5 ; mettez-en 4", "het begin van deze regel: 5; zet er 4"),
    "rue-introuvable": ("Vérifiez son orthographe", "Kijk de spelling na"),
    "sources-oubliees": (
        "sources: [{url: https://www.exemple.be/page}]",
        "sources: [{url: https://www.exemple.be/page}]",
    ),
    "telephone-direct": ('telephones: [{numero: "02 529 41 20"}]', 'Schrijf: telephones: [{numero: "02 529 41 20"}]'),
    "theme-a-soi": ("Le plus proche : demarches-administratives", "Het dichtst bij: demarches-administratives"),
    "tiret-colle": ('Écrivez : - numero: "02 529 41 20"', 'Schrijf: - numero: "02 529 41 20"'),
    "trois-mots": ("Le plus proche : maison-de-quartier.", "Het dichtst bij: gratuit."),
    "turc-seul": ("Le turc n'est pas une langue du site", "Het Turks is geen taal van de site"),
    "un-vendredi-sur-deux": (
        'texte: {fr: "un vendredi sur deux 14h-16h"}',
        '“quand: "1er et 3e vendredi du mois 14h-16h"”',
    ),
    "horaires-par-jour": ('- quand: "lundi 9h-12h; mardi 13h-16h"', '- quand: "lundi 9h-12h; mardi 13h-16h"'),
    "langues-sans-crochets": ("langues: [fr, ar]", "langues: [fr, ar]"),
    "complet-tout-court": ("disponibilite: {etat: complet, date:", "disponibilite: {etat: complet, date:"),
    "prenom-et-fonction": ("« Fatima »", "“Fatima”"),
    "texte-coupe": ("la suite (« #3, puis montez. ») est perdue", "wat volgt (“#3, puis montez.”), gaat verloren"),
    "une-heure-ou-l-autre": ("« ou » peut se lire de deux façons", "“ou” kan op twee manieren"),
    "mise-en-forme": ("« **un café** »", "“**un café**”"),
    "tiret-oublie": ("« - id: papiers »", "“- id: papiers”"),
    "verification-nommee": ("Pas de nom de personne", "Geen naam van een persoon"),
    "virgule-oubliee": (
        "Écrivez : nom: {fr: La Maison Claire, nl: Het Klare Huis}",
        "Schrijf: nom: {fr: La Maison Claire, nl: Het Klare Huis}",
    ),
}
"""What the answer must hold, in French and in Dutch: the corrected line, or the words that say what to do."""


def problems_of(verifie, name):
    return verifie({f"organisations/ixelles/{name}.yml": FILES[name].read_bytes()})


def test_every_file_is_in_the_table_and_there_are_forty():
    assert set(FILES) == set(PHRASES)
    assert len(FILES) >= 40


@pytest.mark.parametrize("name", FILES)
def test_everything_is_found_and_nothing_besides(verifie, name):
    first = FILES[name].read_text(encoding="utf-8").split("\n", 1)[0]
    found = [f"{p.code}@{p.ligne}:{p.colonne}" for p in problems_of(verifie, name)]
    assert found == first.removeprefix(MARK).split(", ")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("rank", "langue"), [(0, "fr"), (1, "nl")])
def test_the_answer_says_what_to_write(verifie, name, rank, langue):
    answers = "\n".join(f"{p.message(langue)} {p.suggestion(langue)}" for p in problems_of(verifie, name))
    assert PHRASES[name][rank] in answers


@pytest.mark.parametrize("name", FILES)
def test_dutch_says_je(verifie, name):
    for problem in problems_of(verifie, name):
        words = f" {problem.message('nl')} {problem.suggestion('nl')} ".lower()
        assert " u " not in words.replace(" 9 u ", " ")
        assert " uw " not in words


@pytest.mark.parametrize(
    ("content", "sort"),
    [(JPEG, "een beeld"), (b"\x89PNG\r\n", "een beeld"), (b"PK\x03\x04word", "een Word- of pdf-document")],
)
def test_a_photo_or_a_document_is_no_text(verifie, content, sort):
    (problem,) = verifie({"organisations/ixelles/photo.yml": content})
    assert problem.code == "fichier-pas-texte"
    assert sort in problem.message("nl")


@pytest.mark.parametrize(
    ("fichier", "code", "proche"),
    [
        ("organisations/elsene/a.yml", "dossier-sans-commune", "organisations/ixelles/a.yml"),
        ("organisations/uccle/a.yml", "dossier-autre-commune", "organisations/ixelles/a.yml"),
        ("organisations/a.yml", "dossier-sans-commune", "organisations/ixelles/a.yml"),
    ],
)
def test_the_folder_is_that_of_the_commune(verifie, base, fichier, code, proche):
    place = "lieux: [{id: a, forme: adresse, adresse: {commune: ixelles}}]\n"
    (problem,) = verifie({fichier: base + place})
    assert (problem.code, problem.contexte["proche"]) == (code, proche)
    assert verifie({"organisations/ixelles/a.yml": base + place}) == []
    assert verifie({"organisations/region/a.yml": base + place}) == []
