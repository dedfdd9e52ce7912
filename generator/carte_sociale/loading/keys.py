"""Keys that a block does not have: what was most likely meant, in French, Dutch or English."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from carte_sociale.loading.corrections import item_line, unaccented
from carte_sociale.loading.document import Chemin, Document
from carte_sociale.model.fiche import Fiche
from carte_sociale.model.fields import Modele
from carte_sociale.model.structure import SORTES, is_translated, model_at, parents_of_key, written_keys
from carte_sociale.model.texts import Texte
from carte_sociale.problems import Problem

SEUIL_PROCHE = 65
"""Likeness (0–100, rapidfuzz) above which a known key is offered in the place of an unknown one."""

CLES_NOMINATIVES = frozenset(
    {
        "personne", "personnes", "prenom", "nom_contact", "nom_de_contact", "nom_famille", "personne_contact",
        "personne_de_contact", "responsable", "directeur", "directrice", "direction", "coordinateur", "coordinatrice",
        "assistant_social", "assistante_sociale", "employe", "travailleur", "travailleurs", "travailleuse", "benevole",
        "contactpersoon", "voornaam", "achternaam", "verantwoordelijke", "medewerker", "directie",
        "person", "people", "first_name", "last_name", "contact_name", "contact_person", "manager", "staff",
    }
)  # fmt: skip
"""Keys that call for the name of somebody: contacts are functions, never people (`domain.md`, "Naming workers")."""

CLES_D_ARGENT = frozenset(
    {"montant", "montants", "bedrag", "bedragen", "amount", "amounts", "budget", "budgets", "somme", "euros", "euro"}
)
"""Keys that call for an amount of money, which the map never publishes."""

SYNONYMES: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "plaatsen",
            "plaats",
            "plekken",
            "plek",
            "locaties",
            "locatie",
            "places",
            "place",
            "locations",
            "location",
            "lieu",
            "endroits",
            "sites",
            "adressen",
            "adresses",
            "addresses",
        ),
        "lieux",
    ),
    **dict.fromkeys(("diensten", "dienst", "aanbod", "activites", "activiteiten", "offre", "activities"), "services"),
    **dict.fromkeys(("thema", "themas", "thema_s", "topics", "categories", "categorieen"), "themes"),
    **dict.fromkeys(("doelgroep", "doelgroepen", "publiek", "audience", "audiences", "target"), "publics"),
    **dict.fromkeys(("toegang", "access"), "acces"),
    **dict.fromkeys(("voorwaarden", "voorwaarde", "condition"), "conditions"),
    **dict.fromkeys(("omschrijving", "desc"), "description"),
    **dict.fromkeys(("voorstelling", "about"), "presentation"),
    **dict.fromkeys(("erkenningen", "erkenning", "agrements", "agrement", "recognitions"), "reconnaissances"),
    **dict.fromkeys(("financiering", "financieringen", "subsidies", "funding", "subsides"), "financements"),
    **dict.fromkeys(("relaties", "relatie", "partners", "partenaires"), "relations"),
    **dict.fromkeys(("nummer", "huisnummer", "number"), "numero"),
    **dict.fromkeys(("bus", "box", "bte"), "boite"),
    **dict.fromkeys(("functie", "role_contact"), "fonction"),
    **dict.fromkeys(("sluiting", "sluitingen", "conges", "closures"), "fermetures"),
    **dict.fromkeys(("statuut", "status"), "statut"),
    **dict.fromkeys(("afkorting", "acronyme", "acronym"), "sigle"),
    **dict.fromkeys(("vorm", "form"), "forme"),
    **dict.fromkeys(("wanneer", "when", "jours", "dagen", "days"), "quand"),
    **dict.fromkeys(("tekst", "text"), "texte"),
    **dict.fromkeys(("datum",), "date"),
    **dict.fromkeys(("wijk", "buurt", "neighbourhood"), "quartier"),
    **dict.fromkeys(("twijfels", "doubts"), "doutes"),
    **dict.fromkeys(("email", "mail", "e_mail", "courriel", "mails", "emails", "e_mails", "e_mailadres"), "courriels"),
    **dict.fromkeys(
        ("tel", "telephone", "telefoon", "gsm", "phone", "phones", "mobile", "telefoons", "telefoonnummer"),
        "telephones",
    ),
    **dict.fromkeys(("web", "website", "site_web", "siteweb", "url", "www", "site_internet"), "site"),
    **dict.fromkeys(("name", "naam", "titre", "title", "denomination"), "nom"),
    **dict.fromkeys(
        (
            "horaire",
            "heures",
            "ouverture",
            "ouvertures",
            "openingsuren",
            "openingstijden",
            "uren",
            "hours",
            "opening_hours",
        ),
        "horaires",
    ),
    **dict.fromkeys(("adres", "address"), "adresse"),
    **dict.fromkeys(("straat", "street"), "rue"),
    **dict.fromkeys(("cp", "postcode", "zip", "codepostal"), "code_postal"),
    **dict.fromkeys(("gemeente", "gemeentes", "ville", "city", "municipality"), "commune"),
    **dict.fromkeys(("taal", "talen", "languages", "langue"), "langues"),
    **dict.fromkeys(("prix", "prijs", "cout", "price", "tarief", "kosten"), "tarif"),
    **dict.fromkeys(("samenvatting", "summary", "beschrijving"), "resume"),
    **dict.fromkeys(("bron", "bronnen", "source"), "sources"),
    **dict.fromkeys(("secret", "secrete", "geheim", "vertrouwelijk", "confidential"), "confidentiel"),
    "latitude": "lat",
    **dict.fromkeys(("longitude", "lng", "long"), "lon"),
    **dict.fromkeys(("categorie", "soort", "kind"), "nature"),
}
"""What people write for a key, in French, Dutch or English."""

SYNONYMES_DU_RESEAU: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("partners", "partner", "partenaire", "partijen", "deelnemers", "membres", "leden", "members", "relations"),
        ("partenaires", "parties"),
    ),
    "partenaires": ("parties",),
    **dict.fromkeys(("porteurs", "drager", "carrier", "trekker", "promoteur", "pilote"), ("porteur", "organisateur")),
    **dict.fromkeys(("porteur", "organisator", "organiser", "organizer", "inrichter"), ("organisateur",)),
    "organisateur": ("porteur",),
    **dict.fromkeys(("horaires", "horaire", "heure", "uren", "uur", "hours"), ("heures",)),
    **dict.fromkeys(("date", "datum", "data", "jours", "dagen"), ("dates", "date", "depuis")),
    **dict.fromkeys(
        ("lieu", "lieux", "plaats", "waar", "where", "place", "adresse", "adres", "endroit", "local", "salle"), ("ou",)
    ),
    **dict.fromkeys(("public", "publics", "pour", "voor_wie", "doelgroep"), ("pour_qui",)),
    **dict.fromkeys(("frequence", "frequentie", "ritme", "rhythm"), ("rythme",)),
    **dict.fromkeys(("organisation", "organisatie", "association", "vereniging"), ("fiche",)),
    **dict.fromkeys(("commune", "gemeente", "bassin", "bekken"), ("slug",)),
    **dict.fromkeys(("wijk", "wijken", "buurt", "slug"), ("quartier", "quartiers", "fiche")),
    **dict.fromkeys(("role", "rol", "bijdrage"), ("apport",)),
    **dict.fromkeys(("titre", "title", "titel", "texte", "dit"), ("etablit",)),
    **dict.fromkeys(("capacite", "personnes", "plaatsen", "seats"), ("places",)),
    **dict.fromkeys(("debut", "sinds", "since"), ("depuis",)),
    **dict.fromkeys(("contacts", "contactpersoon"), ("contact",)),
    **dict.fromkeys(("objet", "wat", "what", "objets"), ("quoi",)),
    **dict.fromkeys(("referent", "referente_quartier", "courriel", "email", "mail"), ("referente",)),
    **dict.fromkeys(("url", "lien", "agenda", "website"), ("annonces", "site")),
    **dict.fromkeys(("open", "ouvert"), ("ouverte",)),
}
"""The same for files of the network: the first key that the block has is the one that was meant."""

LANGUES_CONNUES: Mapping[str, Mapping[str, str]] = {
    "ar": {"fr": "L'arabe", "nl": "Het Arabisch", "en": "Arabic"},
    "de": {"fr": "L'allemand", "nl": "Het Duits", "en": "German"},
    "es": {"fr": "L'espagnol", "nl": "Het Spaans", "en": "Spanish"},
    "fa": {"fr": "Le persan", "nl": "Het Perzisch", "en": "Persian"},
    "it": {"fr": "L'italien", "nl": "Het Italiaans", "en": "Italian"},
    "pl": {"fr": "Le polonais", "nl": "Het Pools", "en": "Polish"},
    "pt": {"fr": "Le portugais", "nl": "Het Portugees", "en": "Portuguese"},
    "ro": {"fr": "Le roumain", "nl": "Het Roemeens", "en": "Romanian"},
    "ru": {"fr": "Le russe", "nl": "Het Russisch", "en": "Russian"},
    "tr": {"fr": "Le turc", "nl": "Het Turks", "en": "Turkish"},
    "uk": {"fr": "L'ukrainien", "nl": "Het Oekraïens", "en": "Ukrainian"},
}
"""Languages that people write a text in and that the site does not have."""
_AUTRE_LANGUE = {"fr": "Cette langue", "nl": "Deze taal", "en": "This language"}


def folded(key: str) -> str:
    """Return a key as keys are spelt: lower case, no accents, `_` between words."""
    return re.sub(r"[\s'’-]+", "_", unaccented(key.strip().lower()))


@lru_cache(maxsize=4096)
def nearest_key(key: str, model: type[Modele] | None) -> tuple[str, float]:
    """Return the key of a block that is most like what was written, and how like (0–100); ("", 0) where none is."""
    from rapidfuzz import fuzz, process

    known = list(written_keys(model)) if model else []
    written = folded(key)
    meant = written if written in known else _meant(written, known)
    found = process.extractOne(meant, known, scorer=fuzz.ratio, score_cutoff=SEUIL_PROCHE)
    return (found[0], found[1]) if found else ("", 0.0)


def _meant(written: str, known: Collection[str]) -> str:
    near = next((key for key in SYNONYMES_DU_RESEAU.get(written, ()) if key in known), "")
    return near or SYNONYMES.get(written, written)


_SORTES_DITES: Mapping[str, Mapping[str, str]] = {
    "fiche": {
        "fr": "la fiche d'une organisation",
        "nl": "de fiche van een organisatie",
        "en": "an organisation's record",
    },
    "dispositif": {"fr": "un dispositif", "nl": "een regeling (dispositif)", "en": "a dispositif"},
    "projet": {"fr": "un projet", "nl": "een project", "en": "a project"},
    "mutualisation": {"fr": "une mutualisation", "nl": "een deelwerking", "en": "a pooling"},
    "rencontre": {"fr": "une rencontre", "nl": "een ontmoeting", "en": "a meeting"},
}


def _elsewhere(key: str, root: type[Modele]) -> Mapping[str, str] | None:
    """Return the sort of file that has a key, where this one has it nowhere; None where none has."""
    sorts = (sort for sort, other in SORTES.items() if other is not root and key in parents_of_key(other))
    return next((_SORTES_DITES[sort] for sort in sorts), None)


def unknown_key(document: Document, path: Chemin, value: object, root: type[Modele]) -> Problem:
    """Say the nearest known key of this block, else the blocks where the key does belong."""
    key, parent = str(path[-1]), model_at(path[:-1], root)
    written, known = folded(key), list(written_keys(parent)) if parent else []
    blocks = {str(part) for part in path[:-1]}
    if key.startswith("-"):
        proche = "" if document.sensible else f"- {key.lstrip('- ')}: …"
        return document.probleme("yaml-tiret-colle", path, valeur=key, sur_cle=True, proche=proche)
    if written in CLES_D_ARGENT and (root is not Fiche or blocks & {"financements", "reconnaissances"}):
        return document.probleme("cle-montant", path, valeur=key, sur_cle=True, cle=key)
    if "verification" in blocks and written in ("par", "door", "by", "nom", "naam", "qui", "wie", "who"):
        return document.probleme("cle-verificateur", path, valeur=key, sur_cle=True, cle=key)
    if written in CLES_NOMINATIVES and written not in known:
        return document.probleme("cle-nominative", path, valeur=key, sur_cle=True, cle=key)
    translated = is_translated(path[:-1], root)
    if (parent is Texte or translated) and re.fullmatch(r"[a-z]{2}", written):
        langue = LANGUES_CONNUES.get(written, _AUTRE_LANGUE)
        return document.probleme("langue-hors-site", path, valeur=key, sur_cle=True, langue=langue)
    meant = SYNONYMES.get(written, written)
    nearest, likeness = nearest_key(key, parent)
    parents = parents_of_key(root).get(meant, ())
    ailleurs = None if parents else _elsewhere(meant, root)
    if nearest and (likeness >= 90 or not (parents or ailleurs)):
        short = isinstance(value, str) and 0 < len(value) <= 100 and not document.sensible
        copie = item_line(nearest, str(value)) if short else ""
        return document.probleme("cle-inconnue", path, valeur=key, sur_cle=True, cle=key, copie=copie, proche=nearest)
    if parents:
        where = " / ".join(" › ".join([*parent.split("."), meant] if parent else [meant]) for parent in parents[:4])
        return document.probleme("cle-mal-placee", path, valeur=key, sur_cle=True, cle=key, parents=where)
    if parent is Texte or translated:
        return document.probleme("virgule-dans-texte", path, valeur=key, sur_cle=True)
    if ailleurs:
        return document.probleme(
            "cle-d-un-autre-fichier",
            path,
            valeur=key,
            sur_cle=True,
            cle=key,
            ailleurs=ailleurs,
            attendus=", ".join(known),
        )
    return document.probleme(
        "cle-inconnue", path, valeur=key, sur_cle=True, cle=key, proche="", attendus=", ".join(known)
    )
