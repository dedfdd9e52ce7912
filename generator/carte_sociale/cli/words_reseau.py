"""What `carte reseau verifier` and `carte couverture` say, in the three languages of messages."""

GROUPES = {
    "question-un-seul-cote": {
        "fr": "Dit d'un seul côté : l'autre le dirait-il aussi ?",
        "nl": "Door één kant gezegd: zou de andere het ook zeggen?",
        "en": "Told by one side: would the other say so too?",
    },
    "question-hote": {
        "fr": "Chez qui ? Un seul des deux le dit",
        "nl": "Bij wie? Maar één van de twee zegt het",
        "en": "On whose premises? One of the two says so",
    },
    "question-lien-ancien": {
        "fr": "Liens à confirmer, dits il y a plus d'un an ou sans date",
        "nl": "Banden te bevestigen, meer dan een jaar geleden of zonder datum gezegd",
        "en": "Ties to confirm, told over a year ago or without a date",
    },
    "question-lien-conteste": {
        "fr": "Liens que l'un des deux ne reconnaît pas",
        "nl": "Banden die één van beide niet erkent",
        "en": "Ties that one of the two does not recognise",
    },
    "question-projet-echu": {
        "fr": "Projets dont le financement connu est passé",
        "nl": "Projecten waarvan de gekende financiering voorbij is",
        "en": "Projects past their known funding",
    },
    "question-dispositif-sans-contact": {
        "fr": "Dispositifs : à qui s'adresser ?",
        "nl": "Regelingen: bij wie moet men zijn?",
        "en": "Dispositifs: whom to ask?",
    },
    "question-rencontre-sans-date": {
        "fr": "Rencontres : quand est la prochaine ?",
        "nl": "Ontmoetingen: wanneer is de volgende?",
        "en": "Meetings: when is the next one?",
    },
    "question-mutualisation-sans-contact": {
        "fr": "Mutualisations : à qui s'adresser ?",
        "nl": "Deelwerkingen: bij wie moet men zijn?",
        "en": "Poolings: whom to ask?",
    },
    "question-quartier-sans-dispositif": {
        "fr": "Quartiers habités dont notre liste ne connaît aucun dispositif propre",
        "nl": "Bewoonde wijken waarvan onze lijst geen eigen regeling kent",
        "en": "Lived-in quartiers of which our list knows no dispositif of their own",
    },
}
"""Title of each group of questions (`reviewing.GROUPES`)."""

_WORDS = {
    "titre": {
        "fr": "Ce que le réseau laisse en question",
        "nl": "Wat het netwerk als vraag openlaat",
        "en": "What the network leaves as a question",
    },
    "questions": {
        "fr": "{nombre} questions. Aucune n'est une faute.",
        "nl": "{nombre} vragen. Geen enkele is een fout.",
        "en": "{nombre} questions. None is a fault.",
    },
    "aucune-question": {"fr": "Aucune question.", "nl": "Geen vragen.", "en": "No questions."},
    "illisibles": {
        "fr": "{nombre} fichiers ont des erreurs et n'ont pas été regardés : carte valider dit lesquelles.",
        "nl": "{nombre} bestanden hebben fouten en werden niet bekeken: carte valider zegt welke.",
        "en": "{nombre} files have errors and were not looked at: carte valider says which.",
    },
    "couverture": {
        "fr": "Ce que notre liste a autour du quartier {nom}",
        "nl": "Wat onze lijst rond de wijk {nom} heeft",
        "en": "What our list has around the quartier {nom}",
    },
    "hypothese": {
        "fr": "Distances à pied depuis le bord du quartier : ligne droite × {detour}, une hypothèse. "
        "C'est notre liste, pas le quartier : ce qu'elle ne connaît pas peut exister.",
        "nl": "Afstanden te voet vanaf de rand van de wijk: rechte lijn × {detour}, een veronderstelling. "
        "Dit is onze lijst, niet de wijk: wat ze niet kent, kan bestaan.",
        "en": "Distances walked from the edge of the quartier: straight line × {detour}, an assumption. "
        "This is our list, not the quartier: what it does not know may exist.",
    },
    "a-pas": {"fr": "à moins de {m} m", "nl": "binnen {m} m", "en": "within {m} m"},
    "a-pied": {"fr": "entre {p} et {m} m", "nl": "tussen {p} en {m} m", "en": "between {p} and {m} m"},
    "proche": {
        "fr": "notre liste n'a rien ici ; le plus proche : {nom}, {m} m",
        "nl": "onze lijst heeft hier niets; het dichtst bij: {nom}, {m} m",
        "en": "our list has nothing here; the nearest: {nom}, {m} m",
    },
    "rien": {
        "fr": "notre liste ne connaît aucun lieu pour ce thème",
        "nl": "onze lijst kent geen plek voor dit thema",
        "en": "our list knows no place for this theme",
    },
    "sans-point": {
        "fr": "sans lieu sur la carte",
        "nl": "zonder plek op de kaart",
        "en": "without a place on the map",
    },
    "adresse-inconnue": {
        "fr": "adresse à préciser",
        "nl": "adres te verduidelijken",
        "en": "address to be specified",
    },
    "a-verifier": {
        "fr": "À vérifier, dans cet ordre ({nombre})",
        "nl": "Na te kijken, in deze volgorde ({nombre})",
        "en": "To check, in this order ({nombre})",
    },
    "rien-a-verifier": {
        "fr": "Rien à vérifier : tout l'a été depuis moins de six mois.",
        "nl": "Niets na te kijken: alles is minder dan zes maanden geleden nagekeken.",
        "en": "Nothing to check: everything was checked less than six months ago.",
    },
    "jamais": {"fr": "jamais vérifié", "nl": "nooit nagekeken", "en": "never checked"},
    "verifie": {"fr": "vérifié le {jour}", "nl": "nagekeken op {jour}", "en": "checked on {jour}"},
    "source": {"fr": "source de {jour}", "nl": "bron van {jour}", "en": "source of {jour}"},
    "source-sans-date": {"fr": "source sans date", "nl": "bron zonder datum", "en": "source without a date"},
}


def dit(key: str, langue: str, **values: object) -> str:
    """Return a sentence. KeyError where there is none."""
    return _WORDS[key][langue].format(**values)
