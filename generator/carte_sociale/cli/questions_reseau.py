"""The questions of `carte nouvelle` on projects, poolings, meetings and ties, in three languages."""

RESEAU = {
    "sorte": {
        "fr": "Que voulez-vous ajouter ?",
        "nl": "Wat wil je toevoegen?",
        "en": "What do you want to add?",
    },
    "sorte-fiche": {
        "fr": "La fiche d'une organisation ou d'un service",
        "nl": "De fiche van een organisatie of een dienst",
        "en": "The record of an organisation or a service",
    },
    "sorte-projet": {
        "fr": "Un projet que plusieurs mènent ensemble",
        "nl": "Een project dat verschillende organisaties samen doen",
        "en": "A project that several run together",
    },
    "sorte-relation": {
        "fr": "Un lien entre deux organisations qui ont une fiche",
        "nl": "Een band tussen twee organisaties die een fiche hebben",
        "en": "A tie between two organisations that have a record",
    },
    "sorte-mutualisation": {
        "fr": "Quelque chose que plusieurs partagent (une salle, une personne, un répertoire)",
        "nl": "Iets dat verschillende organisaties delen (een zaal, een medewerker, een repertorium)",
        "en": "Something that several share (a room, a worker, a directory)",
    },
    "sorte-rencontre": {
        "fr": "Une rencontre entre professionnels",
        "nl": "Een ontmoeting tussen professionals",
        "en": "A meeting of professionals",
    },
    "debut-reseau": {
        "fr": "Une ligne vide passe une question facultative ; Ctrl-C arrête sans rien écrire.\n"
        "Seulement ce qu'une page dit ; jamais le nom d'une personne, jamais un montant.",
        "nl": "Een lege regel slaat een facultatieve vraag over; Ctrl-C schrijft niets.\n"
        "Alleen wat een pagina zegt; nooit de naam van een persoon, nooit een bedrag.",
        "en": "An empty line skips an optional question; Ctrl-C stops and writes nothing.\n"
        "Only what a page states; never a person's name, never an amount.",
    },
    "debut-relation": {
        "fr": "Un lien est la parole de qui le dit : il s'ajoute à sa fiche, et l'autre reste libre d'en dire autant.",
        "nl": "Een band is het woord van wie het zegt: hij komt in die fiche; de andere mag hetzelfde zeggen.",
        "en": "A tie is the word of whoever says it: it is added to that record, and the other may say the same.",
    },
    "nom-projet": {
        "fr": "Nom du projet",
        "nl": "Naam van het project",
        "en": "Name of the project",
    },
    "nom-mutualisation": {
        "fr": "Nom de ce qui est partagé",
        "nl": "Naam van wat gedeeld wordt",
        "en": "Name of what is shared",
    },
    "nom-rencontre": {
        "fr": "Nom de la rencontre",
        "nl": "Naam van de ontmoeting",
        "en": "Name of the meeting",
    },
    "resume-projet": {
        "fr": "Que fait ce projet ? Une ou deux phrases simples",
        "nl": "Wat doet dit project? Een of twee eenvoudige zinnen",
        "en": "What does this project do? One or two plain sentences",
    },
    "resume-mutualisation": {
        "fr": "Qui partage quoi ? Une ou deux phrases simples",
        "nl": "Wie deelt wat? Een of twee eenvoudige zinnen",
        "en": "Who shares what? One or two plain sentences",
    },
    "resume-rencontre": {
        "fr": "De quoi y parle-t-on ? Une ou deux phrases simples",
        "nl": "Waarover gaat het? Een of twee eenvoudige zinnen",
        "en": "What is it about? One or two plain sentences",
    },
    "porteur": {
        "fr": "Qui en a la responsabilité ? Le nom d'une organisation",
        "nl": "Wie is ervoor verantwoordelijk? De naam van een organisatie",
        "en": "Who is responsible for it? The name of an organisation",
    },
    "partenaire": {
        "fr": "Avec qui ? Une organisation à la fois, ligne vide quand c'est tout",
        "nl": "Met wie? Eén organisatie per keer, lege regel als het alles is",
        "en": "With whom? One organisation at a time, an empty line when that is all",
    },
    "partie": {
        "fr": "Qui partage ? Une organisation à la fois, ligne vide quand c'est tout",
        "nl": "Wie deelt? Eén organisatie per keer, lege regel als het alles is",
        "en": "Who shares? One organisation at a time, an empty line when that is all",
    },
    "organisateur": {
        "fr": "Qui invite ? Le nom d'une organisation",
        "nl": "Wie nodigt uit? De naam van een organisatie",
        "en": "Who invites? The name of an organisation",
    },
    "quartiers": {
        "fr": "Dans quels quartiers, avec des virgules (facultatif)",
        "nl": "In welke wijken, met komma's ertussen (facultatief)",
        "en": "In which quartiers, with commas between them (optional)",
    },
    "communes": {
        "fr": "Dans quelles communes, avec des virgules (facultatif)",
        "nl": "In welke gemeenten, met komma's ertussen (facultatief)",
        "en": "In which communes, with commas between them (optional)",
    },
    "themes-facultatifs": {
        "fr": "Sur quels thèmes, avec des virgules (logement, dettes…) (facultatif)",
        "nl": "Over welke thema's, met komma's ertussen (wonen, schulden…) (facultatief)",
        "en": "On which themes, with commas between them (housing, debts…) (optional)",
    },
    "pouvoir": {
        "fr": "Qui le finance ? Un seul de ces mots (facultatif) ; jamais un montant",
        "nl": "Wie financiert het? Eén van die woorden (facultatief); nooit een bedrag",
        "en": "Who funds it? One of these words (optional); never an amount",
    },
    "type-financement": {
        "fr": "Comment ?",
        "nl": "Hoe?",
        "en": "How?",
    },
    "debut-financement": {
        "fr": "Depuis quand, AAAA, AAAA-MM ou AAAA-MM-JJ (facultatif)",
        "nl": "Sinds wanneer, JJJJ, JJJJ-MM of JJJJ-MM-DD (facultatief)",
        "en": "Since when, YYYY, YYYY-MM or YYYY-MM-DD (optional)",
    },
    "fin-financement": {
        "fr": "Jusqu'à quand, AAAA, AAAA-MM ou AAAA-MM-JJ (facultatif)",
        "nl": "Tot wanneer, JJJJ, JJJJ-MM of JJJJ-MM-DD (facultatief)",
        "en": "Until when, YYYY, YYYY-MM or YYYY-MM-DD (optional)",
    },
    "renouvellement": {
        "fr": "Et ensuite ? Un seul de ces mots (facultatif)",
        "nl": "En daarna? Eén van die woorden (facultatief)",
        "en": "And then? One of these words (optional)",
    },
    "mots-possibles": {
        "fr": "Les mots possibles : {mots}",
        "nl": "De mogelijke woorden: {mots}",
        "en": "The possible words: {mots}",
    },
    "quoi": {
        "fr": "Qu'est-ce qui est partagé, avec des virgules",
        "nl": "Wat wordt gedeeld, met komma's ertussen",
        "en": "What is shared, with commas between the words",
    },
    "fonction": {
        "fr": "À qui s'adresser ? Une fonction, jamais un nom (facultatif)",
        "nl": "Bij wie moet men zijn? Een functie, nooit een naam (facultatief)",
        "en": "Whom to ask? A function, never a name (optional)",
    },
    "pour-qui": {
        "fr": "Qui peut venir ?",
        "nl": "Wie mag komen?",
        "en": "Who may come?",
    },
    "ou": {
        "fr": "Où ? (facultatif)",
        "nl": "Waar? (facultatief)",
        "en": "Where? (optional)",
    },
    "heures": {
        "fr": "De quand à quand, par exemple 12h-14h (facultatif)",
        "nl": "Van wanneer tot wanneer, bijvoorbeeld 12u-14u (facultatief)",
        "en": "From when to when, for example 12h-14h (optional)",
    },
    "dates": {
        "fr": "Les jours connus, AAAA-MM-JJ, avec des virgules (facultatif)",
        "nl": "De gekende dagen, JJJJ-MM-DD, met komma's ertussen (facultatief)",
        "en": "The days that are known, YYYY-MM-DD, with commas between them (optional)",
    },
    "annonces": {
        "fr": "La page qui annonce les prochaines, avec https:// (facultatif)",
        "nl": "De pagina die de volgende aankondigt, met https:// (facultatief)",
        "en": "The page that announces the next ones, with https:// (optional)",
    },
    "etablit": {
        "fr": "Que dit cette page ? Quelques mots",
        "nl": "Wat zegt die pagina? Enkele woorden",
        "en": "What does this page say? A few words",
    },
    "relation-de": {
        "fr": "Qui le dit ? Le nom d'une organisation",
        "nl": "Wie zegt het? De naam van een organisatie",
        "en": "Who says so? The name of an organisation",
    },
    "relation-type": {
        "fr": "Que dit-elle de l'autre ? Elle…",
        "nl": "Wat zegt ze over de andere? Ze…",
        "en": "What does it say of the other? It…",
    },
    "relation-vers": {
        "fr": "De quelle organisation ?",
        "nl": "Over welke organisatie?",
        "en": "Of which organisation?",
    },
    "relation-avec-soi": {
        "fr": "  C'est la même organisation : il en faut deux.",
        "nl": "  Het is dezelfde organisatie: er zijn er twee nodig.",
        "en": "  It is the same organisation: two are needed.",
    },
    "declare-par": {
        "fr": "La page où elle le dit, avec https:// (facultatif)",
        "nl": "De pagina waar ze het zegt, met https:// (facultatief)",
        "en": "The page where it says so, with https:// (optional)",
    },
    "declare-le": {
        "fr": "Quand l'a-t-elle dit, AAAA, AAAA-MM ou AAAA-MM-JJ (ligne vide : aujourd'hui)",
        "nl": "Wanneer zei ze het, JJJJ, JJJJ-MM of JJJJ-MM-DD (lege regel: vandaag)",
        "en": "When did it say so, YYYY, YYYY-MM or YYYY-MM-DD (an empty line: today)",
    },
    "relation-a-la-main": {
        "fr": "Rien ne peut être ajouté à coup sûr à cette fiche. Ajoutez vous-même à {fichier} :",
        "nl": "Aan deze fiche kan niets met zekerheid worden toegevoegd. Voeg zelf toe aan {fichier}:",
        "en": "Nothing can be added to this record for certain. Add to {fichier} yourself:",
    },
    "fiche-pas-telle-quelle": {
        "fr": "  Aucune fiche ne s'appelle « {mot} ». Les plus proches :",
        "nl": "  Geen enkele fiche heet “{mot}”. Het dichtst bij:",
        "en": "  No record is called “{mot}”. The nearest:",
    },
    "fiche-introuvable": {
        "fr": "  Aucune fiche ne ressemble à « {mot} ».",
        "nl": "  Geen enkele fiche lijkt op “{mot}”.",
        "en": "  No record is like “{mot}”.",
    },
    "sans-fiche": {
        "fr": "Aucune de celles-là : garder « {mot} », sans fiche",
        "nl": "Geen van deze: “{mot}” houden, zonder fiche",
        "en": "None of these: keep “{mot}”, without a record",
    },
    "un-autre-nom": {
        "fr": "  Un autre nom",
        "nl": "  Een andere naam",
        "en": "  Another name",
    },
}
"""Question → words by language."""
