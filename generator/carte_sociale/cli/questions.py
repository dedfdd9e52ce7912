"""The questions of `carte nouvelle`, in three languages; those on the network stand apart."""

from carte_sociale.cli.questions_reseau import RESEAU

_WORDS = RESEAU | {
    "debut": {
        "fr": "Une nouvelle fiche. Une ligne vide passe une question facultative ; Ctrl-C arrête sans rien écrire.\n"
        "Seulement ce qu'une page ou l'organisation elle-même dit ; jamais le nom d'une personne.",
        "nl": "Een nieuwe fiche. Een lege regel slaat een facultatieve vraag over; Ctrl-C schrijft niets.\n"
        "Alleen wat een pagina of de organisatie zelf zegt; nooit de naam van een persoon.",
        "en": "A new record. An empty line skips an optional question; Ctrl-C stops and writes nothing.\n"
        "Only what a page or the organisation itself states; never a person's name.",
    },
    "nom": {"fr": "Nom de l'organisation", "nl": "Naam van de organisatie", "en": "Name of the organisation"},
    "traduction": {
        "fr": "  la même chose, si vous le savez",
        "nl": "  hetzelfde, als je het weet",
        "en": "  the same, if you know it",
    },
    "nature": {
        "fr": "Quelle sorte de lieu ou de service ? Un mot : cpas, planning, maison médicale…",
        "nl": "Wat voor plek of dienst? Eén woord: ocmw, wijkgezondheidscentrum, lokaal dienstencentrum…",
        "en": "What kind of place or service? A word: cpas, family planning, food bank…",
    },
    "resume": {
        "fr": "Qu'y trouve-t-on ? Une ou deux phrases simples",
        "nl": "Wat vindt men er? Een of twee eenvoudige zinnen",
        "en": "What is found there? One or two plain sentences",
    },
    "lieu": {
        "fr": "Où l'aide se donne-t-elle ?",
        "nl": "Waar wordt de hulp gegeven?",
        "en": "Where is the help given?",
    },
    "secret": {
        "fr": "N'écrivez nulle part la rue, la commune ou le quartier : la fiche n'aura que son téléphone et son site.",
        "nl": "Schrijf nergens de straat, de gemeente of de wijk: de fiche krijgt alleen haar telefoon en haar site.",
        "en": "Write the street, the commune or the quartier nowhere: the record will have its phone and site only.",
    },
    "commune": {"fr": "Commune", "nl": "Gemeente", "en": "Commune"},
    "rue": {
        "fr": "Rue, sans numéro (facultatif)",
        "nl": "Straat, zonder nummer (facultatief)",
        "en": "Street, without number (optional)",
    },
    "numero": {"fr": "Numéro (facultatif)", "nl": "Nummer (facultatief)", "en": "Number (optional)"},
    "code-postal": {"fr": "Code postal (facultatif)", "nl": "Postcode (facultatief)", "en": "Postcode (optional)"},
    "telephone": {"fr": "Téléphone (facultatif)", "nl": "Telefoon (facultatief)", "en": "Phone (optional)"},
    "courriel": {
        "fr": "Courriel général, pas celui d'une personne (facultatif)",
        "nl": "Algemeen mailadres, niet dat van een persoon (facultatief)",
        "en": "General mailbox, not a person's (optional)",
    },
    "site": {
        "fr": "Site, avec https:// (facultatif)",
        "nl": "Website, met https:// (facultatief)",
        "en": "Website, with https:// (optional)",
    },
    "service": {
        "fr": "Un service qu'on y donne, en quelques mots (facultatif)",
        "nl": "Een dienst die men er geeft, in enkele woorden (facultatief)",
        "en": "A service given there, in a few words (optional)",
    },
    "themes": {
        "fr": "Ses thèmes, séparés par des virgules (logement, dettes, colis alimentaire…)",
        "nl": "De thema's ervan, met komma's ertussen (wonen, schulden, voedselpakket…)",
        "en": "Its themes, with commas between them (housing, debts, food parcel…)",
    },
    "horaires": {
        "fr": "Ses heures, par exemple lun-ven 9h-12h, sauf jours fériés (facultatif)",
        "nl": "De uren, bijvoorbeeld ma-vr 9u-12u, behalve op feestdagen (facultatief)",
        "en": "Its hours, in French or Dutch: lun-ven 9h-12h, sauf jours fériés (optional)",
    },
    "source": {
        "fr": "La page où vous avez lu tout cela (https://…)",
        "nl": "De pagina waar je dit allemaal las (https://…)",
        "en": "The page where you read all this (https://…)",
    },
    "date-source": {
        "fr": "La date que cette page donne, AAAA, AAAA-MM ou AAAA-MM-JJ (facultatif)",
        "nl": "De datum die deze pagina geeft, JJJJ, JJJJ-MM of JJJJ-MM-DD (facultatief)",
        "en": "The date that this page gives, YYYY, YYYY-MM or YYYY-MM-DD (optional)",
    },
    "id": {
        "fr": "Nom du fichier et de la page, à garder longtemps",
        "nl": "Naam van het bestand en van de pagina, voor lange tijd",
        "en": "Name of the file and of the page, to be kept for long",
    },
    "id-forme": {
        "fr": "  Des minuscules sans accents, des chiffres et des traits d'union : {exemple}",
        "nl": "  Kleine letters zonder accenten, cijfers en koppeltekens: {exemple}",
        "en": "  Lower case without accents, digits and hyphens: {exemple}",
    },
    "id-pris": {
        "fr": "  « {id} » est déjà pris. Si c'est la même chose, complétez son fichier.",
        "nl": "  “{id}” bestaat al. Is het hetzelfde, vul dan dat bestand aan.",
        "en": "  “{id}” is taken. If it is the same thing, complete its file.",
    },
    "obligatoire": {
        "fr": "  Il faut une réponse ici.",
        "nl": "  Hier is een antwoord nodig.",
        "en": "  An answer is needed here.",
    },
    "pas-tel-quel": {
        "fr": "  « {mot} » n'est pas un mot de la liste. Les plus proches :",
        "nl": "  “{mot}” staat niet in de lijst. Het dichtst bij:",
        "en": "  “{mot}” is not a word of the list. The nearest:",
    },
    "rien-de-proche": {
        "fr": "  Rien ne ressemble à « {mot} ». La liste entière :",
        "nl": "  Niets lijkt op “{mot}”. De hele lijst:",
        "en": "  Nothing is like “{mot}”. The whole list:",
    },
    "numero-ou-mot": {
        "fr": "  Numéro, ou un autre mot",
        "nl": "  Nummer, of een ander woord",
        "en": "  Number, or another word",
    },
    "numero-mot-ou-rien": {
        "fr": "  Numéro, ou un autre mot ; ligne vide pour passer",
        "nl": "  Nummer, of een ander woord; lege regel om over te slaan",
        "en": "  Number, or another word; empty line to skip",
    },
    "numero-absent": {
        "fr": "  Les numéros vont de 1 à {n}. Donnez-en un, ou un autre mot.",
        "nl": "  De nummers gaan van 1 tot {n}. Geef er een, of een ander woord.",
        "en": "  Numbers go from 1 to {n}. Give one, or another word.",
    },
    "rien-ecrit": {
        "fr": "Arrêté : rien n'a été écrit.",
        "nl": "Gestopt: er werd niets geschreven.",
        "en": "Stopped: nothing was written.",
    },
    "reste-faux": {
        "fr": "Rien n'a été écrit. Voici le texte : corrigez-le et enregistrez-le vous-même.",
        "nl": "Er werd niets geschreven. Hier is de tekst: verbeter hem en bewaar hem zelf.",
        "en": "Nothing was written. Here is the text: correct it and save it yourself.",
    },
    "ecrit": {
        "fr": "Écrit : {fichier}. Relisez-le, complétez-le, puis lancez carte valider {fichier}",
        "nl": "Geschreven: {fichier}. Lees het na, vul het aan en start dan carte valider {fichier}",
        "en": "Written: {fichier}. Read it again, complete it, then run carte valider {fichier}",
    },
}


def asked(key: str, langue: str, **values: object) -> str:
    """Return a question or a remark. KeyError for one that does not exist."""
    return _WORDS[key][langue].format(**values)
