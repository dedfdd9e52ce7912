"""Lines to copy, for keys that are missing and for blocks that were written as one plain value."""

from collections.abc import Mapping, Sequence

from carte_sociale.model.fiche import Fiche
from carte_sociale.model.fields import Modele
from carte_sociale.model.structure import DU_RESEAU

EXEMPLES: Mapping[str, str] = {
    "nom": "nom: {fr: Maison de quartier, nl: Buurthuis}",
    "nature": "nature: cpas",
    "resume": 'resume: {fr: "Une ou deux phrases simples.", nl: "Een of twee eenvoudige zinnen."}',
    "sources": "sources: [{url: https://www.exemple.be/page}]",
    "id": "id: accueil",
    "themes": "themes: [aide-sociale]",
    "forme": "forme: adresse",
    "numero": "numero: 02 529 41 20",
    "adresse": "adresse: info@exemple.be",
    "url": "url: https://www.exemple.be/page",
    "commune": "commune: anderlecht",
    "date": "date: AAAA-MM-JJ",
    "du": "du: AAAA-MM-JJ",
    "au": "au: AAAA-MM-JJ",
    "lat": "lat: 50.8467",
    "lon": "lon: 4.3525",
    "texte": 'texte: {fr: "En quelques mots", nl: "In enkele woorden"}',
    "precision": "precision: rue",
    "origine": "origine: source",
    "champ": "champ: horaires",
    "vers": "vers: id-de-l-autre-fiche",
}
"""A line to copy for each key that some block requires."""

EXEMPLES_DES_TUILES: Mapping[str, str] = {
    "adresse": "adresse: https://tuiles.exemple.be/{z}/{x}/{y}.png",
    "qui": "qui: {fr: l'association Exemple, nl: de vereniging Exemple, en: the Exemple association}",
    "attribution": "attribution: © les contributeurs d'OpenStreetMap",
}
"""The same for the tiles of a map, one of whose keys means something else in a record."""

EXEMPLES_DU_RESEAU: Mapping[str, str] = {
    "nom": "nom: {fr: Le nom, nl: De naam}",
    "porteur": "porteur: nom-du-fichier-de-l-organisation",
    "organisateur": "organisateur: nom-du-fichier-de-l-organisation",
    "sources": "sources: [{url: https://www.exemple.be/page, etablit: ce que la page dit}]",
    "etablit": "etablit: ce que la page dit",
    "quoi": "quoi: [locaux]",
    "quartier": "quartier: marolles",
    "slug": "slug: ixelles",
    "vu": "vu: AAAA-MM-JJ",
    "ou": "ou: {fr: Place Flagey}",
    "jour": "jour: mardi",
    "fonction": "fonction: {fr: Accueil, nl: Onthaal}",
}
"""The same for the files of the network, where they differ."""

BLOCS: Mapping[str, str] = {
    "contacts": 'contacts: {telephones: [{numero: "02 529 41 20"}]}',
    "lieux": "{id: accueil, forme: adresse, adresse: {commune: anderlecht}}",
    "position": "position: {lat: 50.8467, lon: 4.3525, precision: rue, origine: source}",
    "acces_physique": "acces_physique: {marches: 2, ascenseur: non, pmr: partiel}",
    "services": '{id: repas, nom: {fr: "Repas chauds"}, themes: [restaurant-social]}',
    "tarif": 'tarif: {texte: {fr: "repas 2 €"}}',
    "perimetre": "perimetre: {type: strict, communes: [anderlecht]}",
    "fermetures": "{du: AAAA-MM-JJ, au: AAAA-MM-JJ}",
    "disponibilite": "disponibilite: {etat: complet, date: AAAA-MM-JJ}",
    "ligne_aide": "ligne_aide: {prix_appel: gratuit}",
    "lieu_de_liens": "lieu_de_liens: {venir_librement: oui, inscription: aucune}",
    "presentation": 'presentation: {texte: {fr: "Leurs propres mots."}}',
    "reconnaissances": "{type: agrement, pouvoir: cocof}",
    "financements": "{type: subside, pouvoir: cocof}",
    "relations": "{type: partenaire, vers: id-de-l-autre-fiche}",
    "verification": "verification: {date: AAAA-MM-JJ, role: organisation, moyen: telephone}",
    "doutes": '{champ: horaires, texte: {fr: "En quelques mots"}}',
}
"""A whole block for each key that holds one; of a list, one item."""

BLOCS_DU_RESEAU: Mapping[str, str] = {
    **dict.fromkeys(("partenaires", "parties"), "{fiche: nom-du-fichier, lien: source}"),
    **{
        key: f"{key}: {{fiche: nom-du-fichier, lien: source}}"
        for key in ("porteur", "organisateur", "employeur", "hebergeur", "equipe", "hote")
    },
    "sources": "{url: https://www.exemple.be/page, etablit: ce que la page dit}",
    "commune": "commune: {slug: ixelles, lien: source}",
    "bassins": "{slug: sud-est, lien: source}",
    "quartiers": "{quartier: marolles, lien: source}",
    "phases": "{nom: {fr: Préparation}, debut: AAAA-MM, fin: AAAA-MM}",
    "locaux": "{nom: {fr: Grande salle}, places: 20}",
    "dates": "{date: AAAA-MM-JJ, heures: 09:30-12:00}",
    "passages": "{date: AAAA-MM-JJ, ou: {fr: Place Flagey}}",
    "repetition": "repetition: {rang: deuxieme, jour: mardi, vu: AAAA-MM-JJ}",
    "contact": "contact: {fonction: {fr: Accueil, nl: Onthaal}, contacts: {courriels: [{adresse: info@exemple.be}]}}",
}
"""The same for the files of the network, where they differ."""


def key_line(path: Sequence[str | int], root: type[Modele] = Fiche) -> str:
    """Return the line to copy for a key that is missing at a path."""
    key = str(path[-1])
    own = EXEMPLES_DES_TUILES if "tuiles" in path else EXEMPLES_DU_RESEAU if root in DU_RESEAU else {}
    return own.get(key) or EXEMPLES.get(key) or f"{key}: …"


def block_line(key: str, root: type[Modele] = Fiche, *, in_list: bool) -> str:
    """Return the line to copy for a block, with the dash of an item where it stands in a list; empty for no block."""
    line = (BLOCS_DU_RESEAU.get(key) if root in DU_RESEAU else None) or BLOCS.get(key, "")
    return ("- " if in_list else "") + line if line else ""
