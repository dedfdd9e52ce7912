"""What the terminal says beside problems, in the three languages of messages."""

from pathlib import Path

from carte_sociale.problems import visible

_WORDS = {
    "pas-un-projet": {
        "fr": "« {chemin} » n'est pas le dossier d'une carte sociale (organisations/ et mkdocs.yml). "
        "Lancez la commande dans ce dossier, ou donnez-le avec --projet.",
        "nl": "“{chemin}” is niet de map van een sociale kaart (organisations/ en mkdocs.yml). "
        "Start het commando in die map, of geef ze met --projet.",
        "en": "“{chemin}” is not the folder of a social map (organisations/ and mkdocs.yml). "
        "Run the command in that folder, or name it with --projet.",
    },
    "quartier-inconnu": {
        "fr": "Aucun quartier ne s'appelle « {quartier} ». Les plus proches : {proches}.",
        "nl": "Geen enkele wijk heet “{quartier}”. De dichtste namen: {proches}.",
        "en": "No quartier is called “{quartier}”. The nearest names: {proches}.",
    },
    "chemin-absent": {
        "fr": "« {chemin} » n'existe pas. Donnez un fichier ou un dossier de organisations/ ou de content/_data/.",
        "nl": "“{chemin}” bestaat niet. Geef een bestand of een map van organisations/ of content/_data/.",
        "en": "“{chemin}” does not exist. Name a file or a folder of organisations/ or content/_data/.",
    },
    "chemin-dehors": {
        "fr": "« {chemin} » n'est pas dans le projet « {projet} ». Donnez un fichier ou un dossier de organisations/.",
        "nl": "“{chemin}” ligt niet in het project “{projet}”. Geef een bestand of een map van organisations/.",
        "en": "“{chemin}” is not in the project “{projet}”. Name a file or a folder of organisations/.",
    },
    "illisible": {
        "fr": "« {chemin} » ne peut pas être lu ou écrit ({raison}). Vérifiez-en les droits.",
        "nl": "“{chemin}” kan niet gelezen of geschreven worden ({raison}). Kijk de rechten ervan na.",
        "en": "“{chemin}” cannot be read or written ({raison}). Check its rights.",
    },
    "disque-plein": {
        "fr": "Plus de place sur le disque pour « {chemin} ». Faites-en, puis relancez ; rien n'est perdu.",
        "nl": "Geen plaats meer op de schijf voor “{chemin}”. Maak plaats en probeer opnieuw; er is niets verloren.",
        "en": "No room left on the disk for “{chemin}”. Make some and try again; nothing is lost.",
    },
    "nom-trop-long": {
        "fr": "« {chemin} » : ce nom est trop long pour ce disque. Donnez-en un plus court.",
        "nl": "“{chemin}”: deze naam is te lang voor deze schijf. Geef een kortere.",
        "en": "“{chemin}”: this name is too long for this disk. Give a shorter one.",
    },
    "pas-un-dossier": {
        "fr": "« {chemin} » : il y a un fichier là où il faut un dossier. Déplacez-le, ou donnez un autre dossier.",
        "nl": "“{chemin}”: er staat een bestand waar een map nodig is. Verplaats het, of geef een andere map.",
        "en": "“{chemin}”: a file stands where a folder is needed. Move it, or name another folder.",
    },
    "liens-en-boucle": {
        "fr": "« {chemin} » : des liens y mènent en rond. Donnez le vrai dossier.",
        "nl": "“{chemin}”: koppelingen leiden er in een kring. Geef de echte map.",
        "en": "“{chemin}”: links lead round in a circle there. Name the true folder.",
    },
    "pas-du-texte": {
        "fr": "« {chemin} » n'est pas du texte en UTF-8. Enregistrez-le comme tel (dans l'éditeur : « Encodage »).",
        "nl": "“{chemin}” is geen tekst in UTF-8. Sla het zo op (in de editor: “Codering”).",
        "en": "“{chemin}” is no text in UTF-8. Save it as such (in the editor: “Encoding”).",
    },
    "fichier-change": {
        "fr": "« {chemin} » a été modifié pendant la construction. L'ancien site reste en place ; relancez.",
        "nl": "“{chemin}” werd gewijzigd tijdens de opbouw. De vorige site blijft staan; probeer opnieuw.",
        "en": "“{chemin}” was changed during the build. The old site stays in place; try again.",
    },
    "git-absent": {
        "fr": "--depuis a besoin de git, qui n'est pas installé ici. Installez-le, ou retirez --depuis.",
        "nl": "--depuis heeft git nodig, en dat staat hier niet. Installeer het, of laat --depuis weg.",
        "en": "--depuis needs git, which is not installed here. Install it, or leave --depuis out.",
    },
    "revision-inconnue": {
        "fr": "Git ne connaît pas la révision « {revision} » ici. Donnez une branche, une étiquette ou un commit de ce "
        "dépôt, par exemple origin/main.",
        "nl": "Git kent de revisie “{revision}” hier niet. Geef een tak, een tag of een commit van deze repository, "
        "bijvoorbeeld origin/main.",
        "en": "Git does not know the revision “{revision}” here. Name a branch, a tag or a commit of this repository, "
        "for example origin/main.",
    },
    "sortie-refusee": {
        "fr": "« {chemin} » contient autre chose qu'un site construit par carte, et ne sera pas remplacé. "
        "Donnez à --sortie un dossier vide ou qui n'existe pas.",
        "nl": "“{chemin}” bevat iets anders dan een site die met carte gebouwd is, en wordt niet vervangen. "
        "Geef --sortie een lege map of een map die niet bestaat.",
        "en": "“{chemin}” holds something else than a site built by carte, and will not be replaced. "
        "Give --sortie an empty folder, or one that does not exist.",
    },
    "mesures-refusees": {
        "fr": "Les mesures ne peuvent pas être écrites dans « {chemin} ». Donnez un fichier d'un dossier qui existe.",
        "nl": "De metingen kunnen niet in “{chemin}” geschreven worden. Geef een bestand in een map die bestaat.",
        "en": "The measures cannot be written to “{chemin}”. Name a file in a folder that exists.",
    },
    "sans-empreinte": {
        "fr": "« {chemin} » n'a pas de SHA256SUMS lisible : ce n'est pas un site construit par carte. "
        "Donnez le dossier d'un site.",
        "nl": "“{chemin}” heeft geen leesbare SHA256SUMS: het is geen site die met carte gebouwd is. "
        "Geef de map van een site.",
        "en": "“{chemin}” has no readable SHA256SUMS: it is no site built by carte. Name the folder of a site.",
    },
    "manque": {"fr": "manque : {fichier}", "nl": "ontbreekt: {fichier}", "en": "missing: {fichier}"},
    "altere": {"fr": "modifié : {fichier}", "nl": "gewijzigd: {fichier}", "en": "changed: {fichier}"},
    "etranger": {"fr": "en trop : {fichier}", "nl": "te veel: {fichier}", "en": "not of the site: {fichier}"},
    "et-encore": {"fr": "… et {nombre} autres", "nl": "… en nog {nombre}", "en": "… and {nombre} more"},
    "conforme": {
        "fr": "Les {nombre} fichiers sont comme ils ont été construits.",
        "nl": "De {nombre} bestanden zijn zoals ze gebouwd werden.",
        "en": "All {nombre} files are as they were built.",
    },
    "different": {
        "fr": "Ce site n'est pas comme il a été construit. Publiez-le de nouveau en entier.",
        "nl": "Deze site is niet zoals ze gebouwd werd. Zet ze opnieuw in haar geheel online.",
        "en": "This site is not as it was built. Publish the whole of it again.",
    },
    "non-construit": {
        "fr": "Site non construit : corrigez les erreurs. L'ancien site reste en place.",
        "nl": "Site niet gebouwd: verbeter de fouten. De vorige site blijft staan.",
        "en": "Site not built: correct the errors. The old site stays in place.",
    },
    "autre-construction": {
        "fr": "Une autre construction écrit « {chemin} » ; celle-ci attend qu'elle ait fini.",
        "nl": "Een andere opbouw schrijft “{chemin}”; deze wacht tot die klaar is.",
        "en": "Another build is writing “{chemin}”; this one waits until it has finished.",
    },
    "processus-perdu": {
        "fr": "Un processus a été arrêté avant d'avoir fini, peut-être faute de mémoire. L'ancien site reste en place. "
        "Relancez avec --processus 1.",
        "nl": "Een proces werd gestopt voor het klaar was, misschien bij gebrek aan geheugen. De vorige site blijft "
        "staan. Probeer opnieuw met --processus 1.",
        "en": "A process was stopped before it had finished, perhaps for want of memory. The old site stays in place. "
        "Try again with --processus 1.",
    },
    "construit": {
        "fr": "{pages} pages ({langues}), {secondes} s.",
        "nl": "{pages} pagina's ({langues}), {secondes} s.",
        "en": "{pages} pages ({langues}), {secondes} s.",
    },
    "ouvrir": {
        "fr": "Pour l'ouvrir : {moyen}",
        "nl": "Om ze te openen: {moyen}",
        "en": "To open it: {moyen}",
    },
    "puis": {"fr": "{commande}, puis {adresse}", "nl": "{commande}, dan {adresse}", "en": "{commande}, then {adresse}"},
    "servi": {
        "fr": "Le site est sur {adresse} et suit ce que vous modifiez. Ctrl-C pour arrêter.",
        "nl": "De site staat op {adresse} en volgt wat je wijzigt. Ctrl-C om te stoppen.",
        "en": "The site is at {adresse} and follows what you change. Ctrl-C to stop.",
    },
    "port-pris": {
        "fr": "Le port {port} ne peut pas être ouvert ({raison}). Donnez-en un autre avec --port.",
        "nl": "Poort {port} kan niet geopend worden ({raison}). Geef een andere met --port.",
        "en": "Port {port} cannot be opened ({raison}). Name another one with --port.",
    },
    "change": {
        "fr": "Modifié : {fichiers}",
        "nl": "Gewijzigd: {fichiers}",
        "en": "Changed: {fichiers}",
    },
    "panne": {
        "fr": "Site non construit : {raison}. L'ancien site reste en place.",
        "nl": "Site niet gebouwd: {raison}. De vorige site blijft staan.",
        "en": "Site not built: {raison}. The old site stays in place.",
    },
    "arrete": {"fr": "Arrêté.", "nl": "Gestopt.", "en": "Stopped."},
}


def said(key: str, langue: str, **values: object) -> str:
    """Return a sentence of the terminal, on one line whatever a folder is called. KeyError where there is none."""
    return _WORDS[key][langue].format(**{name: _shown(value) for name, value in values.items()})


def _shown(value: object) -> object:
    return visible(str(value), keep="\xa0\u202f") if isinstance(value, str | Path) else value
